//! Other sites: those named exactly may read answers, without cookies; nobody else may.

use super::errors::problem;
use crate::support::{Answer, TestApp};
use minimata::auth::Role;

fn allowed(answer: &Answer) -> Option<String> {
    assert_eq!(answer.header("access-control-allow-credentials"), None);
    answer
        .header("access-control-allow-origin")
        .map(str::to_owned)
}

#[test]
fn asvs_3_4_2_only_the_named_origin_is_allowed_to_read() {
    let app = TestApp::start();
    let program = app.program();
    let ask = |origin: &str| program.with("origin", origin).get("/api/accounts");
    let named = ask("https://www.example.se");
    named.assert_status(200);
    assert_eq!(allowed(&named).as_deref(), Some("https://www.example.se"));
    for other in [
        "https://www.example.se.evil.example",
        "https://evil.example",
        "https://example.se",
        "http://www.example.se",
        "https://www.example.se:444",
        "https://WWW.example.se/",
        "null",
        "*",
    ] {
        assert_eq!(allowed(&ask(other)), None, "{other}");
    }
    let none = program.get("/api/accounts");
    none.assert_status(200);
    assert_eq!(allowed(&none), None);
}

#[test]
fn a_preflight_is_answered_for_the_named_origin_only() {
    let app = TestApp::start();
    let ask = |origin: &str, path: &str| {
        let headers = [
            ("origin", origin),
            ("access-control-request-method", "PATCH"),
            (
                "access-control-request-headers",
                "x-api-key,content-type,if-match",
            ),
        ];
        app.stranger().send("OPTIONS", path, &headers, b"")
    };
    let named = ask("https://www.example.se", "/api/accounts/1");
    named.assert_status(200);
    assert_eq!(allowed(&named).as_deref(), Some("https://www.example.se"));
    let methods = named
        .header("access-control-allow-methods")
        .unwrap_or_default();
    assert!(methods.contains("PATCH"), "{methods}");
    let other = ask("https://evil.example", "/api/accounts/1");
    assert_eq!(allowed(&other), None);
    assert_eq!(problem(&other, 400), "bad-request");
    // Only the API: pages answer no other site.
    assert_eq!(allowed(&ask("https://www.example.se", "/accounts")), None);
}

#[test]
fn a_page_is_readable_by_no_other_site() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let page = staff
        .with_header("Origin", "https://www.example.se")
        .get("/accounts");
    assert_eq!(allowed(&page), None);
}
