//! How sessions end.

use super::try_in;
use crate::support::TestApp;
use chrono::TimeDelta;
use minimata::auth::Role;
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3600);

#[test]
fn asvs_7_4_1_a_cookie_taken_before_sign_out_is_dead() {
    let app = TestApp::start();
    let browser = app.sign_in(Role::Staff);
    let thief = browser.fork();
    thief.open("/settings");
    browser.post("/session/removal", &[]).assert_status(303);
    thief
        .get("/settings")
        .assert_redirect("/login?next=%2Fsettings");
    let fragment = thief.htmx().get("/settings");
    fragment.assert_status(401);
    assert!(
        fragment
            .header("HX-Redirect")
            .unwrap()
            .starts_with("/login?next=")
    );
}

#[test]
fn asvs_7_3_1_a_session_without_requests_ends_after_twelve_hours() {
    let app = TestApp::start();
    let browser = app.sign_in(Role::Staff);
    app.clock().advance(11 * HOUR);
    browser.open("/settings");
    app.clock().advance(11 * HOUR);
    browser.open("/settings");
    app.clock().advance(13 * HOUR);
    browser.get("/settings").assert_status(303);
}

#[test]
fn asvs_7_3_2_a_session_in_use_ends_after_thirty_days() {
    let app = TestApp::start();
    let browser = app.sign_in(Role::Staff);
    let until = app.clock().now() + TimeDelta::days(30);
    while app.clock().now() + TimeDelta::hours(11) <= until {
        app.clock().advance(11 * HOUR);
        browser.open("/settings");
    }
    app.clock().advance(11 * HOUR);
    browser.get("/settings").assert_status(303);
}

#[test]
fn asvs_7_5_2_people_see_and_end_their_own_sessions() {
    let app = TestApp::start();
    let person = app.person(Role::Viewer);
    let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    let here = app.browser().with_header("User-Agent", firefox);
    try_in(&here, &person.email, &person.password).assert_status(303);
    let (there, elsewhere) = (app.sign_in_as(&person), app.sign_in_as(&person));
    let stranger = app.sign_in(Role::Admin);
    let page = here.open("/settings/sessions");
    page.assert_count("tbody tr", 3)
        .assert_has("Firefox on Linux This one")
        .assert_has("10.9.");
    let others: Vec<String> = page
        .attributes("tbody form:not([hx-boost])", "action")
        .into_iter()
        .collect();
    assert_eq!(others.len(), 2);
    // Not even an admin ends somebody's session here.
    stranger.post(&others[0], &[]).assert_status(404);
    here.post(&others[0], &[])
        .assert_redirect("/settings/sessions")
        .follow()
        .assert_has("One browser was signed out");
    let alive = [&there, &elsewhere].map(|b| b.get("/settings").status());
    assert!(alive.contains(&200) && alive.contains(&303), "{alive:?}");
    here.open("/settings/sessions");
    here.submit("form[action='/settings/sessions/others/removal']", &[])
        .assert_status(303);
    for dead in [&there, &elsewhere] {
        dead.get("/settings").assert_status(303);
    }
    here.open("/settings/sessions").assert_count("tbody tr", 1);
    here.submit("form[action='/settings/sessions/removal']", &[])
        .assert_redirect("/login");
    here.get("/settings").assert_status(303);
}

#[test]
fn the_own_session_ends_with_a_sign_out() {
    let app = TestApp::start();
    let browser = app.sign_in(Role::Viewer);
    let own = browser
        .open("/settings/sessions")
        .attributes("tbody form", "action");
    browser
        .post(&own[0], &[])
        .assert_redirect("/login")
        .assert_header("Clear-Site-Data", r#""cache","cookies","storage""#);
    browser.get("/settings").assert_status(303);
}

#[test]
fn asvs_7_2_1_garbage_for_a_cookie_is_nobody() {
    let app = TestApp::start();
    for garbage in ["", "x", "%ff", "a.b.c", &"y".repeat(5000)] {
        let browser = app.browser();
        browser.set_cookie("__Host-minimata", garbage);
        browser.get("/settings").assert_status(303);
        browser.open("/login");
    }
}
