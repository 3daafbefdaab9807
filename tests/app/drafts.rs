//! Nothing typed is lost: drafts while typing, and the text of a session that ended.

mod ended;

use crate::support::{Answer, Browser, TestApp};
use minimata::auth::Role;
use std::time::Duration;

/// What `app.js` sends while somebody types into the form that is on the screen.
fn type_into(browser: &Browser, form: &str, fields: &[(&str, &str)]) -> Answer {
    let mut form = browser.form(form);
    for (name, value) in fields {
        form = form.fill(name, value);
    }
    let values: Vec<(&str, &str)> = form
        .names()
        .into_iter()
        .map(|name| (name, form.value(name).unwrap_or_default()))
        .collect();
    browser.fork().post("/drafts", &values)
}

fn value(answer: &Answer, control: &str) -> String {
    let values = [answer.attributes(control, "value"), answer.all(control)].concat();
    values.concat()
}

#[test]
fn a_draft_comes_back_in_any_browser_of_its_author_and_in_no_other() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let (desk, sofa) = (app.sign_in_as(&person), app.sign_in_as(&person));
    let other = app.sign_in(Role::Staff);
    desk.open("/accounts/new").assert_none(".draft");
    let typed = [("name", "IF Häus & Co"), ("description", "Rad 1\nRad 2")];
    type_into(&desk, "#record-form", &typed).assert_status(204);
    let form = sofa.open("/accounts/new");
    form.assert_has("You have unsaved changes from 2 Mar 2026, 09:00");
    assert_eq!(value(&form, "#name"), "IF Häus & Co");
    assert!(value(&form, "#description").contains("Rad 2"));
    other.open("/accounts/new").assert_none(".draft");
    // Another form is another draft, and an address with a question is another form.
    sofa.open("/contacts/new").assert_none(".draft");
    sofa.open("/accounts/new?name=X").assert_none(".draft");
    // Discarded.
    sofa.open("/accounts/new");
    sofa.submit(".draft form", &[])
        .assert_redirect("/accounts/new")
        .follow()
        .assert_none(".draft");
    // Saved.
    desk.open("/accounts/new");
    type_into(&desk, "#record-form", &typed);
    desk.submit("#record-form", &typed).assert_status(303);
    desk.open("/accounts/new").assert_none(".draft");
    // No operation, no trace.
    let kinds = app
        .database()
        .column("SELECT DISTINCT kind FROM operations");
    assert!(
        !kinds.iter().any(|kind| kind.contains("draft")),
        "{kinds:?}"
    );
}

#[test]
fn a_draft_never_overwrites_what_is_newer() {
    let app = TestApp::start_committed();
    let account = app.account(&[("name", "Alfa"), ("city", "Lund"), ("phone", "08-1")]);
    let (ada, bo) = (app.sign_in(Role::Staff), app.sign_in(Role::Staff));
    let path = format!("/accounts/{account}");
    let edit = format!("{path}/edit");
    ada.open(&edit);
    type_into(&ada, "#record-form", &[("city", "Malmö")]).assert_status(204);
    bo.open(&edit);
    let both = [("city", "Kiruna"), ("phone", "08-2")];
    bo.submit("#record-form", &both).assert_status(303);
    let left = ada.open(&edit);
    left.assert_count(".draft", 1);
    assert_eq!(value(&left, "#city"), "Malmö");
    let clash = ada.submit("#record-form", &[]);
    clash
        .assert_status(409)
        .assert_count(".clash", 1)
        .assert_one("#keep-city .clash-theirs", "Kiruna");
    assert_eq!(value(&clash, "#phone"), "08-2");
    ada.submit("#record-form", &[("keep.city", "theirs")])
        .assert_status(303);
    ada.open(&edit).assert_none(".draft");
    assert_eq!(value(&ada.open(&edit), "#city"), "Kiruna");
}

#[test]
fn a_field_in_place_keeps_its_draft_and_what_equals_the_record_is_none() {
    let app = TestApp::start_committed();
    let contact = app.contact(&[("last_name", "Ek"), ("notes", "Old")]);
    let staff = app.sign_in(Role::Staff);
    let edit = format!("/contacts/{contact}/fields/notes/edit");
    staff.open(&edit);
    type_into(
        &staff,
        ".fact.editing form[data-draft]",
        &[("notes", "New and long")],
    );
    let fragment = staff.htmx().get(&edit);
    fragment.assert_count(".draft", 1);
    assert!(value(&fragment, "#notes").contains("New and long"));
    staff.open(&edit);
    type_into(
        &staff,
        ".fact.editing form[data-draft]",
        &[("notes", "Old\r\n")],
    );
    staff.open(&edit).assert_none(".draft");
    // One line is typed quickly enough.
    staff
        .open(&format!("/contacts/{contact}/fields/title/edit"))
        .assert_none("form[data-draft]");
}

#[test]
fn drafts_have_an_end() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let staff = app.sign_in_as(&person);
    let count = || {
        app.database()
            .column("SELECT page FROM drafts ORDER BY id")
            .len()
    };
    // A page of ours, and not too much.
    for page in [
        "",
        "https://evil.example/x",
        "//evil.example",
        "/ä",
        "/drafts",
        &format!("/{}", "a".repeat(300)),
    ] {
        staff
            .post("/drafts", &[("draft", page), ("name", "x")])
            .assert_status(204);
    }
    let much = "x".repeat(70_000);
    staff.post("/drafts", &[("draft", "/accounts/new"), ("name", &much)]);
    assert_eq!(count(), 0);
    staff
        .post("/drafts/removal", &[("draft", "https://evil.example/")])
        .assert_status(404);
    // No password is kept.
    let form = [
        ("draft", "/settings/email"),
        ("current_password", "hemligt"),
        ("email", "a@b.se"),
    ];
    staff.post("/drafts", &form);
    assert!(
        !app.database()
            .column("SELECT fields FROM drafts")
            .concat()
            .contains("hemligt")
    );
    for n in 0..60 {
        staff.post(
            "/drafts",
            &[("draft", &format!("/accounts/{n}/edit")), ("name", "x")],
        );
    }
    assert_eq!(count(), 50);
    app.clock()
        .advance(Duration::from_secs(14 * 24 * 3600 + 60));
    let later = app.sign_in_as(&person);
    later.post("/drafts", &[("draft", "/accounts/new"), ("name", "x")]);
    assert!(minimata::jobs::run_next(app.server().state(), "w").unwrap());
    assert_eq!(count(), 1);
    // They end with the person.
    let admin = app.sign_in(Role::Admin);
    admin.open(&format!("/people/{}", person.id));
    admin
        .submit("form[action$='/disablement']", &[])
        .assert_status(303);
    assert_eq!(count(), 0);
}

#[test]
fn what_was_sent_before_saving_and_arrives_after_it_is_no_draft() {
    let app = TestApp::start_committed();
    let staff = app.sign_in(Role::Staff);
    let account = app.account(&[("name", "Sen")]);
    let contact = app.contact(&[("last_name", "Sen")]);
    for (page, form, field) in [
        ("/accounts/new".to_owned(), "#record-form", "name"),
        ("/contacts/new".to_owned(), "#record-form", "last_name"),
        (
            format!("/accounts/{account}/contacts/new"),
            "#record-form",
            "last_name",
        ),
        (
            format!("/contacts/{contact}/affiliations/new"),
            "#record-form",
            "account",
        ),
    ] {
        staff.open(&page);
        let text = if field == "account" { "Sen" } else { "Half" };
        let late = staff.form(form).fill(field, text);
        let late: Vec<(String, String)> = late
            .names()
            .into_iter()
            .map(|name| {
                (
                    name.to_owned(),
                    late.value(name).unwrap_or_default().to_owned(),
                )
            })
            .collect();
        let late: Vec<(&str, &str)> = late.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let whole = if field == "account" {
            "Sen"
        } else {
            "Half and whole"
        };
        staff.submit(form, &[(field, whole)]).assert_status(303);
        staff.fork().post("/drafts", &late).assert_status(204);
        staff.open(&page).assert_none(".draft");
        // The next one on that page is a draft again.
        type_into(&staff, form, &[(field, "Another")]).assert_status(204);
        staff.open(&page).assert_count(".draft", 1);
    }
}
