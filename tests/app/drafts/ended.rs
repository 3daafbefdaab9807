//! A session that ended while somebody was typing.

use super::value;
use crate::sessions::try_in;
use crate::support::{Browser, Person, TestApp};
use minimata::auth::Role;
use std::time::Duration;

/// An admin ends all sessions of a person.
fn end_sessions(app: &TestApp, person: &Person) {
    let admin = app.sign_in(Role::Admin);
    admin
        .post(&format!("/people/{}/sessions/removal", person.id), &[])
        .assert_status(303);
}

fn sign_in_again(browser: &Browser, person: &Person) -> String {
    browser.open("/login").assert_count("#kept", 1);
    try_in(browser, &person.email, "wrong wrong wrong").assert_count("#kept", 1);
    let fields = [
        ("email", person.email.as_str()),
        ("password", &person.password),
    ];
    browser
        .submit("#sign-in", &fields)
        .assert_status(303)
        .location()
}

#[test]
fn the_same_person_gets_the_form_back_as_it_was() {
    let app = TestApp::start_committed();
    let account = app.account(&[("name", "Alfa"), ("city", "Lund")]);
    let person = app.person(Role::Staff);
    let (ada, bo) = (app.sign_in_as(&person), app.sign_in(Role::Staff));
    let edit = format!("/accounts/{account}/edit");
    ada.open(&edit);
    end_sessions(&app, &person);
    let typed = [
        ("city", "Malmö"),
        ("description", "Long\nand worth keeping"),
    ];
    let refused = ada.submit("#record-form", &typed);
    refused.assert_status(303);
    assert!(refused.location().starts_with("/login?next="));
    assert!(
        !refused.location().contains("Malm"),
        "nothing typed is in an address"
    );
    // Meanwhile somebody else saves: the version that the form started from still counts.
    bo.open(&edit);
    bo.submit("#record-form", &[("city", "Kiruna")])
        .assert_status(303);
    assert_eq!(sign_in_again(&ada, &person), edit);
    let form = ada.open(&edit);
    form.assert_count(".draft", 1);
    assert!(value(&form, "#description").contains("and worth keeping"));
    ada.submit("#record-form", &[])
        .assert_status(409)
        .assert_one("#keep-city .clash-theirs", "Kiruna");
    ada.submit("#record-form", &[]).assert_status(303);
    assert_eq!(value(&ada.open(&edit), "#city"), "Malmö");
}

#[test]
fn another_person_does_not_get_it() {
    let app = TestApp::start_committed();
    let (ada, bo) = (app.person(Role::Staff), app.person(Role::Staff));
    let browser = app.sign_in_as(&ada);
    browser.open("/accounts/new");
    end_sessions(&app, &ada);
    browser
        .submit("#record-form", &[("name", "Secret plan")])
        .assert_status(303);
    assert_eq!(sign_in_again(&browser, &bo), "/");
    browser
        .open("/accounts/new")
        .assert_none(".draft")
        .assert_lacks("Secret plan");
    assert!(app.database().column("SELECT page FROM drafts").is_empty());
}

#[test]
fn a_copied_cookie_cannot_put_anything_before_its_owner() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let browser = app.sign_in_as(&person);
    let thief = browser.fork();
    end_sessions(&app, &person);
    thief
        .post(
            "/accounts",
            &[("draft", "/accounts/new"), ("name", "Planted")],
        )
        .assert_status(303);
    thief
        .post(
            "/drafts",
            &[("draft", "/accounts/new"), ("name", "Planted")],
        )
        .assert_status(204);
    let back = app.sign_in_as(&person);
    back.open("/accounts/new").assert_none(".draft");
    // Later than an hour it is gone for everybody.
    app.clock().advance(Duration::from_secs(3_700));
    let fields = [
        ("email", person.email.as_str()),
        ("password", &person.password),
    ];
    thief.post("/login", &fields).assert_redirect("/");
    thief.open("/accounts/new").assert_none(".draft");
}

#[test]
fn a_field_in_place_comes_back_as_a_page() {
    let app = TestApp::start_committed();
    let contact = app.contact(&[("last_name", "Ek")]);
    let person = app.person(Role::Staff);
    let browser = app.sign_in_as(&person);
    let edit = format!("/contacts/{contact}/fields/notes/edit");
    browser.open(&edit);
    app.clock().advance(Duration::from_secs(13 * 3600));
    let answer = browser
        .htmx()
        .submit(".fact.editing form[data-draft]", &[("notes", "Call back")]);
    answer.assert_status(401);
    assert!(answer.header("hx-redirect").is_some());
    assert_eq!(sign_in_again(&browser, &person), edit);
    assert!(value(&browser.open(&edit), "#notes").contains("Call back"));
}

#[test]
fn posts_from_elsewhere_and_forms_without_a_page_are_not_kept() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let browser = app.sign_in_as(&person);
    end_sessions(&app, &person);
    let form = ("content-type", "application/x-www-form-urlencoded");
    let evil = [
        form,
        ("origin", "https://evil.example"),
        ("sec-fetch-site", "cross-site"),
    ];
    browser
        .raw("POST", "/accounts", &evil, b"draft=/accounts/new&name=x")
        .assert_status(403);
    browser
        .post("/accounts", &[("name", "x")])
        .assert_status(303);
    app.browser()
        .post("/accounts", &[("draft", "/accounts/new")])
        .assert_status(303);
    assert!(app.database().column("SELECT page FROM drafts").is_empty());
    browser.open("/login").assert_none("#kept");
}
