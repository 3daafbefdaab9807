//! Signing in and out, the cookie, "My sessions".

mod ending;
mod guarding;
mod throttle;

use crate::support::{Answer, Browser, TestApp};
use minimata::auth::{Role, Status};

/// The sign-in form sent with these fields.
pub fn try_in(browser: &Browser, email: &str, password: &str) -> Answer {
    browser.get("/login");
    browser.submit("#sign-in", &[("email", email), ("password", password)])
}

#[test]
fn asvs_3_3_1_to_3_3_4_the_cookie_is_bound_to_the_host_and_hidden_from_scripts() {
    let app = TestApp::start();
    let person = app.person(Role::Staff);
    let browser = app.browser();
    let answer = try_in(&browser, &person.email, &person.password);
    answer.assert_redirect("/");
    let cookies = answer.headers("set-cookie");
    assert_eq!(cookies.len(), 1, "{cookies:?}");
    let cookie = cookies[0];
    assert!(cookie.starts_with("__Host-minimata="), "{cookie}");
    for part in ["; HttpOnly", "; SameSite=Lax", "; Secure", "; Path=/"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    assert!(cookie.len() < 4096);
    let value = browser.cookie("__Host-minimata").unwrap();
    browser.open("/settings").assert_lacks(&value);
}

#[test]
fn asvs_7_2_4_signing_in_makes_a_new_session_and_ends_the_old_one() {
    let app = TestApp::start();
    let person = app.person(Role::Staff);
    let browser = app.sign_in_as(&person);
    let before = browser.fork();
    let first = browser.cookie("__Host-minimata");
    browser
        .post(
            "/login",
            &[("email", &person.email), ("password", &person.password)],
        )
        .assert_status(303);
    assert_ne!(browser.cookie("__Host-minimata"), first);
    browser.open("/settings");
    before.get("/settings").assert_status(303);
}

#[test]
fn a_wrong_password_keeps_the_address_and_says_no_more() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let browser = app.browser();
    let known = try_in(&browser, &person.email, "not the password");
    known.assert_status(422).assert_has("do not go together");
    assert_eq!(
        browser.form("#sign-in").value("email"),
        Some(person.email.as_str())
    );
    assert_eq!(browser.form("#sign-in").value("password"), Some(""));
    let unknown = try_in(&browser, "nobody@example.org", "not the password");
    // asvs_6_3_8: the same text and status.
    assert_eq!(unknown.status(), known.status());
    assert_eq!(
        unknown.body().replace("nobody@example.org", "X"),
        known.body().replace(&person.email, "X")
    );
}

#[test]
fn asvs_2_3_1_who_may_not_sign_in_is_told_so_only_with_the_right_password() {
    let app = TestApp::start_committed();
    for (status, says) in [
        (Status::Pending, "waiting for approval"),
        (Status::Rejected, "not approved"),
        (Status::Disabled, "disabled"),
    ] {
        let person = app.person_who_is(Role::Staff, status);
        let browser = app.browser();
        try_in(&browser, &person.email, "not the password")
            .assert_status(422)
            .assert_has("do not go together")
            .assert_lacks(says);
        try_in(&browser, &person.email, &person.password)
            .assert_status(422)
            .assert_has(says);
        browser.get("/settings").assert_status(303);
    }
}

#[test]
fn both_fields_are_asked_for() {
    let app = TestApp::start();
    let browser = app.browser();
    try_in(&browser, " ", "")
        .assert_status(422)
        .assert_count(".field .error", 2);
}

#[test]
fn whoever_is_signed_in_needs_no_form() {
    let app = TestApp::start();
    let browser = app.sign_in(Role::Viewer);
    browser.get("/login").assert_redirect("/");
    browser.get("/login?next=/help").assert_redirect("/help");
    browser.get("/register").assert_redirect("/");
}

#[test]
fn asvs_14_3_1_signing_out_clears_the_browser() {
    let app = TestApp::start();
    let browser = app.sign_in(Role::Viewer);
    browser.open("/settings");
    browser
        .submit("form[action='/session/removal']", &[])
        .assert_redirect("/login")
        .assert_header("Clear-Site-Data", r#""cache","cookies","storage""#);
    browser
        .get("/settings")
        .assert_redirect("/login?next=%2Fsettings");
    // Twice does no harm.
    browser
        .post("/session/removal", &[])
        .assert_redirect("/login");
}
