//! Whoever fails waits.

use super::try_in;
use crate::support::TestApp;
use minimata::auth::Role;
use std::time::Duration;

#[test]
fn asvs_6_3_1_an_account_waits_longer_and_longer_after_five_failures() {
    let app = TestApp::start_committed();
    let (person, other) = (app.person(Role::Staff), app.person(Role::Staff));
    let browser = app.browser();
    for _ in 0..6 {
        try_in(&browser, &person.email, "wrong wrong wrong").assert_status(422);
    }
    let refused = try_in(&browser, &person.email, &person.password);
    refused
        .assert_status(429)
        .assert_header("Retry-After", "2")
        .assert_has("too many attempts");
    // asvs_2_4_1: the form is there, and others are not slowed.
    assert_eq!(
        browser.form("#sign-in").value("email"),
        Some(person.email.as_str())
    );
    app.sign_in_as(&other);
    app.clock().advance(Duration::from_secs(2));
    try_in(&browser, &person.email, "wrong wrong wrong").assert_status(422);
    let again = try_in(&browser, &person.email, &person.password);
    again.assert_status(429).assert_header("Retry-After", "4");
    app.clock().advance(Duration::from_secs(4));
    try_in(&browser, &person.email, &person.password).assert_status(303);
    // Signing in forgets the failures.
    for _ in 0..5 {
        try_in(&app.browser(), &person.email, "wrong wrong wrong").assert_status(422);
    }
    app.sign_in_as(&person);
}

#[test]
fn asvs_4_1_3_6_3_1_an_address_waits_after_failures_on_many_accounts() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    for n in 0..21 {
        let stranger = format!("nobody-{n}@example.org");
        try_in(&app.browser(), &stranger, "wrong wrong wrong").assert_status(422);
    }
    try_in(&app.browser(), &person.email, &person.password).assert_status(429);
    // The header counts for nothing without a trusted proxy.
    let forged = app.browser().with_header("X-Forwarded-For", "192.0.2.7");
    try_in(&forged, &person.email, &person.password).assert_status(429);
    app.clock().advance(Duration::from_secs(2));
    app.sign_in_as(&person);
}

#[test]
fn asvs_6_3_1_a_hundred_guesses_at_once_are_not_free() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    std::thread::scope(|scope| {
        for _ in 0..50 {
            scope.spawn(|| {
                let fields = [
                    ("email", person.email.as_str()),
                    ("password", "wrong wrong wrong"),
                ];
                let browser = app.browser();
                (0..2)
                    .map(|_| browser.post("/login", &fields).status())
                    .collect::<Vec<_>>()
            });
        }
    });
    try_in(&app.browser(), &person.email, &person.password).assert_status(429);
}

#[test]
fn asvs_6_2_9_an_endless_password_is_refused_before_it_is_hashed() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let browser = app.browser();
    try_in(&browser, &person.email, &"x".repeat(100_000)).assert_status(422);
}
