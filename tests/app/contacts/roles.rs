//! A contact's roles, changed in their panel and without JavaScript.
use super::roles;
use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn roles_that_last_come_first_and_past_ones_are_marked() {
    let app = TestApp::start();
    let [a, b, c] = ["Alfa", "Beta", "Gamma"].map(|name| app.account(&[("name", name)]));
    let contact = app.contact(&[("last_name", "Ek")]);
    app.role(contact, a, "Ordförande", ("2015-01-01", "2019-03-01"));
    app.role(contact, b, "Kassör", ("2020-01-01", ""));
    app.role(contact, c, "Revisor", ("2010-01-01", "2026-03-01"));
    app.role(contact, c, "Ledamot", ("2026-01-01", "2026-03-02"));
    let viewer = app.sign_in(Role::Viewer);
    let page = viewer.open(&format!("/contacts/{contact}"));
    let rows = roles(&page);
    // The latest first; one that ends today has not ended.
    for (row, start) in [
        (0, "Gamma Ledamot"),
        (1, "Beta Kassör"),
        (2, "Gamma past Revisor"),
    ] {
        assert!(rows[row].starts_with(start), "{rows:?}");
    }
    // Who was first is the primary one until somebody says otherwise.
    assert!(
        rows[3].starts_with("Alfa primary past Ordförande"),
        "{rows:?}"
    );
    page.assert_count("#affiliations tr.past", 2)
        .assert_none("#affiliations form");
}

#[test]
fn a_role_is_added_edited_ended_and_removed_in_the_panel() {
    let app = TestApp::start();
    app.account(&[("name", "IF Häus 1 panel")]);
    let contact = app.contact(&[("first_name", "Bo"), ("last_name", "Ek")]);
    let staff = app.sign_in(Role::Staff).htmx();
    let path = format!("/contacts/{contact}/affiliations");
    let wrong = staff.post(
        &path,
        &[
            ("account", ""),
            ("from_date", "2026-02-30"),
            ("role", "Kassör"),
        ],
    );
    wrong.assert_status(422).assert_count("[role=alert] li", 2);
    assert_eq!(wrong.attributes("#affiliation-role", "value"), ["Kassör"]);
    wrong.assert_count("details.adder[open]", 1);
    let reversed = [
        ("account", "if häus 1 panel"),
        ("from_date", "2026-02-02"),
        ("to_date", "2026-02-01"),
    ];
    staff
        .post(&path, &reversed)
        .assert_status(422)
        .assert_count("#affiliation-to_date-error", 1);
    let added = staff.post(&path, &[("account", "if häus 1 panel"), ("role", "Kassör")]);
    added
        .assert_status(200)
        .assert_header("HX-Trigger", "record-changed");
    added.assert_one("template[hx-target='#live']", "The role was added");
    assert_eq!(added.all("#affiliations tbody tr").len(), 1);
    let edit = added.attributes("#affiliations a[id$='-edit']", "href")[0].clone();
    let role = edit.trim_end_matches("/edit").to_owned();
    let form = staff.get(&edit);
    form.assert_count("#affiliations form [name=role]", 2)
        .assert_count("[data-cancel]", 1);
    let saved = staff.post(
        &role,
        &[
            ("role", "Ordförande"),
            ("from_date", "2024-03-01"),
            ("version", "1"),
        ],
    );
    saved
        .assert_status(200)
        .assert_one("#affiliations tbody td:nth-child(2)", "Ordförande");
    let stale = staff.post(&role, &[("role", "Revisor"), ("version", "1")]);
    stale
        .assert_status(409)
        .assert_one(".clash-theirs", "Ordförande");
    let today = staff.post(&role, &[("to_date", "2026-03-02"), ("version", "2")]);
    today
        .assert_status(200)
        .assert_one("#affiliations tbody td:nth-child(2)", "Ordförande");
    today.assert_one("#affiliations tbody td:nth-child(4)", "2 Mar 2026");
    let removed = staff.post(&format!("{role}/removal"), &[]);
    removed
        .assert_status(200)
        .assert_count("#affiliations tbody tr", 0);
    staff
        .post(&role, &[("role", "x"), ("version", "3")])
        .assert_status(404);
    let history = staff.plain().open(&format!("/contacts/{contact}"));
    history
        .assert_has("gave Bo Ek a role at IF Häus 1 panel")
        .assert_has("changed the role of Bo Ek at IF Häus 1 panel")
        .assert_has("removed the role of Bo Ek at IF Häus 1 panel");
}

#[test]
fn everything_works_on_pages_of_their_own() {
    let app = TestApp::start();
    let account = app.account(&[("name", "IF Häus 2 plain")]);
    let contact = app.contact(&[("first_name", "Bo"), ("last_name", "Ek")]);
    let staff = app.sign_in(Role::Staff);
    let path = format!("/contacts/{contact}");
    staff.open(&path);
    let wrong = staff.submit("details.adder form", &[("role", "Kassör")]);
    wrong
        .assert_status(422)
        .assert_one("h1", "Add a role for Bo Ek");
    let fields = [
        ("account", format!("#{account}")),
        ("role", "Kassör".to_owned()),
    ];
    let fields = fields.each_ref().map(|(n, v)| (*n, v.as_str()));
    staff.submit("#record-form", &fields).assert_redirect(&path);
    let page = staff.open(&path);
    page.assert_count("#affiliations tbody tr", 1);
    let edit = page.attributes("#affiliations a[id$='-edit']", "href")[0].clone();
    staff.open(&edit).assert_one("h1", "Edit the role of Bo Ek");
    let wrong = staff.submit(
        "#record-form",
        &[("from_date", "2026-01-02"), ("to_date", "2026-01-01")],
    );
    wrong
        .assert_status(422)
        .assert_one("h1", "Edit the role of Bo Ek");
    staff
        .submit("#record-form", &[("to_date", "2026-01-31")])
        .assert_redirect(&path);
    staff.open(&path).assert_count("#affiliations tr.past", 1);
    staff
        .submit("#affiliations tr.past form[action$='/removal']", &[])
        .assert_redirect(&path);
    staff
        .get(&format!("{path}/affiliations"))
        .assert_redirect(&path);
}
