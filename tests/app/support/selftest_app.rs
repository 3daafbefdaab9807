//! Proof that the product runs under test: rolled back, committed, with a clock that stands.
use std::time::Duration;

use minimata::auth::Role;

use super::{TestApp, TestDatabase};

#[test]
fn the_product_serves_and_answers_health() {
    let app = TestApp::start();
    let queries = app.count_queries(|| app.browser().open("/api/health").json());
    assert!(queries < 5, "{queries} queries for the health page");
    app.clock().advance(Duration::from_secs(1));
    assert_eq!(app.server().state().clock.now(), app.clock().now());
    assert!(app.wire(b"nonsense\r\n\r\n").starts_with("HTTP/1.1 400"));
}

#[test]
fn chromium_opens_the_product() {
    let app = TestApp::start_committed();
    app.page()
        .goto("/login")
        .wait_for("h1")
        .assert_no_violations();
    app.page_without_javascript().goto("/login").wait_for("h1");
}

#[test]
fn what_a_test_writes_is_rolled_back_or_committed() {
    let app = TestApp::start();
    let person = app.person(Role::Staff);
    let by_email = format!("SELECT role FROM users WHERE email = '{}'", person.email);
    assert_eq!(TestDatabase::shared().column(&by_email), [] as [String; 0]);
    let app = TestApp::start_committed();
    app.person(Role::Admin);
    assert_eq!(app.database().column("SELECT role FROM users"), ["admin"]);
}
