//! The history on a record's page.
use minimata::audit::{Kind, Subject, SubjectType};
use minimata::auth::{Channel, Role};
use serde_json::{Value, json};

use super::{Kept, account, affiliated, change, operate};
use crate::support::TestApp;

#[test]
fn it_shows_who_changed_which_field_from_what_to_what() {
    let app = TestApp::start();
    let person = app.person(Role::Staff);
    let staff = app.sign_in_as(&person);
    let id = account(&staff, "IF Häus");
    change(&staff, id, 1, "city", "Umeå");
    change(&staff, id, 2, "city", "Lund");
    change(&staff, id, 3, "owner_id", &person.id.to_string());
    change(&staff, id, 4, "status", "active");
    let page = staff.open(&format!("/accounts/{id}"));
    page.assert_count("#history .timeline > li", 5);
    let newest = "#history .timeline > li:nth-child(1)";
    page.assert_one(&format!("{newest} strong"), &person.name)
        .assert_one(&format!("{newest} dt"), "Status")
        .assert_one(&format!("{newest} del"), "Prospect")
        .assert_one(&format!("{newest} ins"), "Active");
    let owner = "#history .timeline > li:nth-child(2)";
    page.assert_one(&format!("{owner} dt"), "Owner")
        .assert_one(&format!("{owner} ins"), &person.name);
    let city = "#history .timeline > li:nth-child(3)";
    page.assert_one(&format!("{city} del"), "Umeå")
        .assert_one(&format!("{city} ins"), "Lund");
}

#[test]
fn the_panel_is_read_anew_by_itself_and_the_whole_is_a_page() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let id = account(&staff, "Kören Klang");
    let address = format!("/accounts/{id}/history");
    let panel = staff.htmx().open(&address);
    panel.assert_count("section#history", 1).assert_none("h1");
    assert_eq!(
        panel.attributes("#history", "hx-trigger"),
        ["record-changed from:document"]
    );
    assert_eq!(panel.attributes("#history", "hx-get"), [address.as_str()]);
    staff
        .plain()
        .open(&address)
        .assert_one("h1", "History of Kören Klang");
    staff.get("/accounts/999999999/history").assert_status(404);
    staff.get(&format!("{address}?older=x")).assert_status(400);
}

#[test]
fn a_long_history_is_paged_both_ways() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let id = account(&staff, "Ofta ändrad");
    for version in 1..=44 {
        change(&staff, id, version, "city", &format!("Ort {version}"));
    }
    staff
        .open(&format!("/accounts/{id}"))
        .assert_count("#history .timeline > li", 20);
    staff
        .click("#whole-history")
        .assert_count(".timeline > li", 20)
        .assert_none("#page-newer");
    staff
        .click("#page-older")
        .assert_count(".timeline > li", 20)
        .assert_has("Ort 24");
    staff
        .click("#page-older")
        .assert_count(".timeline > li", 5)
        .assert_none("#page-older");
    staff
        .click("#page-newer")
        .assert_count(".timeline > li", 20)
        .assert_has("Ort 5")
        .assert_has("Ort 24");
    staff
        .click("#page-newer")
        .assert_count(".timeline > li", 20)
        .assert_none("#page-newer")
        .assert_has("Ort 44");
}

#[test]
fn a_role_at_an_account_is_in_the_history_of_both() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let id = account(&staff, "Bergsjöns Odlare");
    let (contact, affiliation) = affiliated(&app, id, "Kerstin", "Öberg");
    let facts = |role: &str, to: Value| {
        vec![
            ("contact_id", json!(contact)),
            ("account_id", json!(id)),
            ("role", json!(role)),
            ("to_date", to),
        ]
    };
    let before = Kept(
        SubjectType::Affiliation,
        affiliation,
        facts("Kassör", Value::Null),
    );
    let after = Kept(
        SubjectType::Affiliation,
        affiliation,
        facts("Ordförande", json!("2026-03-01")),
    );
    operate(&app, Kind::AffiliationUpdate, Channel::Page, |op| {
        op.updated(&before, &after);
    });
    let newest = "#history .timeline > li:nth-child(1)";
    let page = staff.open(&format!("/accounts/{id}"));
    page.assert_one(&format!("{newest} .changed-record"), "Kerstin Öberg")
        .assert_count(&format!("{newest} ins"), 2)
        .assert_has("1 Mar 2026");
    assert_eq!(page.all(&format!("{newest} del")), ["Kassör"]);
    let page = staff.htmx().open(&format!("/contacts/{contact}/history"));
    page.assert_one(&format!("{newest} .changed-record"), "Bergsjöns Odlare");
    assert_eq!(page.all(&format!("{newest} ins"))[0], "Ordförande");
}

#[test]
fn tags_are_in_it() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    app.make_tags(&["årsmöte"]);
    let id = account(&staff, "Taggade");
    staff
        .post(&format!("/accounts/{id}/tags"), &[("name", "årsmöte")])
        .assert_status(303);
    let page = staff.open(&format!("/accounts/{id}"));
    let newest = "#history .timeline > li:nth-child(1)";
    page.assert_one(&format!("{newest} dt"), "Tags")
        .assert_one(&format!("{newest} ins"), "årsmöte");
}

#[test]
fn what_another_version_wrote_does_not_break_it_and_markup_stays_text() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let id = account(&staff, "<b>Fet & <script>alert(1)</script>");
    let row = |values| Kept(SubjectType::Account, id, values);
    let long = format!("{}<img src=x>slut", "lång ".repeat(60));
    let before = row(vec![
        ("future_field", json!({"a": [1]})),
        ("description", json!("")),
        ("password_hash", json!("$argon2id$")),
    ]);
    let after = row(vec![
        ("future_field", json!([1, "<i>x</i>"])),
        ("description", json!(long)),
        ("password_hash", json!("$argon2id$new")),
    ]);
    operate(&app, Kind::AccountUpdate, Channel::Cli, |op| {
        op.updated(&before, &after);
        op.about(Subject::new(SubjectType::Account, id));
        op.say("name", json!({"not": "a text"}));
    });
    let page = staff.open(&format!("/accounts/{id}"));
    page.assert_has("future field")
        .assert_has("<i>x</i>")
        .assert_one(
            "#history .timeline > li:nth-child(1) strong",
            "Command line",
        )
        .assert_none("#history i")
        .assert_none("#history img")
        .assert_none("#history b")
        .assert_none("#main script");
    assert!(!page.body().contains("argon2id"), "a secret is shown");
    page.assert_count("#history .timeline > li:nth-child(1) details", 1);
}

#[test]
fn it_costs_the_same_whatever_its_length() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let id = account(&staff, "Räknad");
    change(&staff, id, 1, "city", "Ort");
    let address = format!("/accounts/{id}");
    staff.open(&address);
    let few = app.count_queries(|| staff.open(&address));
    for version in 2..30 {
        change(&staff, id, version, "city", &format!("Ort {version}"));
    }
    assert_eq!(app.count_queries(|| staff.open(&address)), few);
    // Who is asking; account, owner, tags, all tags, sub-accounts, people there (three); ids (two), operations,
    // changes (two), names (three at most here); what has been undone; the menu's views; records beside this one (three).
    assert!(few <= 22, "{few} statements");
}
