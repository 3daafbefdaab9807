//! What is not there to be found.

use crate::support::TestApp;
use minimata::auth::Role;

#[test]
fn asvs_13_4_1_to_13_4_6_nothing_but_the_product_is_served() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    for path in [
        "/.git/HEAD",
        "/.git/config",
        "/.env",
        "/.ci/run",
        "/Cargo.toml",
        "/metrics",
        "/debug",
        "/debug/pprof/",
        "/server-status",
        "/actuator/health",
        "/s/",
        "/s",
        "/static/",
        "/s/..%2f..%2fCargo.toml",
        "/s/%2e%2e/%2e%2e/etc/passwd",
        "/data/session.key",
        "/docs/security.md",
    ] {
        for browser in [&app.browser(), &admin] {
            let answer = browser.get(path);
            answer.assert_status(404).assert_lacks("actix");
        }
    }
    let page = app.browser().get("/login");
    for name in ["server", "x-powered-by", "via"] {
        assert!(page.header(name).is_none(), "{name}");
    }
    let origin = app.base().to_owned();
    for method in ["TRACE", "TRACK", "DEBUG"] {
        let answer = admin.raw(method, "/accounts", &[("origin", &origin)], b"");
        assert_eq!(answer.status(), 405, "{method}");
        assert!(
            !answer.body().contains(&origin),
            "{method} echoes the request"
        );
    }
}

#[test]
fn asvs_14_2_1_no_address_of_ours_holds_a_secret() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let cookie = admin.cookie("__Host-minimata").expect("signed in");
    for path in [
        "/",
        "/accounts",
        "/settings",
        "/settings/sessions",
        "/people",
        "/organisation",
    ] {
        let page = admin.open(path);
        let links = page.attributes("a[href]", "href");
        for address in links.iter().chain(&page.attributes("form", "action")) {
            assert!(!address.contains("token="), "{path}: {address}");
        }
        page.assert_lacks(&cookie);
    }
}

#[test]
fn asvs_8_2_2_sessions_of_others_cannot_be_ended() {
    let app = TestApp::start();
    let (mine, theirs) = (app.sign_in(Role::Staff), app.sign_in(Role::Admin));
    mine.post("/settings/sessions/others/removal", &[]);
    let sessions: Vec<i64> = app.write(|conn, _| {
        use diesel::prelude::*;
        use minimata::schema::sessions::dsl;
        let newest = dsl::sessions.select(dsl::id).order(dsl::id.desc());
        Ok(newest.limit(2).load(conn)?)
    });
    let theirs_id = sessions[0];
    mine.post(&format!("/settings/sessions/{theirs_id}/removal"), &[]);
    theirs.open("/accounts");
}
