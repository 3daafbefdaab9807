//! One shape for everything that goes wrong: RFC 9457.

use crate::support::{Answer, TestApp};
use minimata::auth::Role;
use serde_json::json;

/// Checks the shape and gives the end of `type`.
#[track_caller]
pub fn problem(answer: &Answer, status: u16) -> String {
    answer
        .assert_status(status)
        .assert_header("content-type", "application/problem+json; charset=utf-8")
        .assert_header("cache-control", "no-store");
    let body = answer.json();
    assert_eq!(body["status"], status, "{body}");
    for text in ["title", "detail"] {
        assert!(body[text].as_str().is_some_and(|t| !t.is_empty()), "{body}");
    }
    let id = body["request_id"].as_str().expect("a request id");
    assert_eq!(answer.header("x-request-id"), Some(id));
    let kind = body["type"].as_str().expect("a type");
    let kind = kind
        .strip_prefix("urn:minimata:problem:")
        .expect("a type of ours");
    kind.to_owned()
}

/// The fields that are wrong, in order.
pub fn wrong(answer: &Answer) -> Vec<String> {
    let body = answer.json();
    let errors = body["errors"].as_array().cloned().unwrap_or_default();
    let field = |e: &serde_json::Value| {
        assert!(e["code"].as_str().is_some_and(|c| !c.is_empty()), "{e}");
        assert!(e["message"].as_str().is_some_and(|m| !m.is_empty()), "{e}");
        e["field"].as_str().unwrap_or_default().to_owned()
    };
    errors.iter().map(field).collect()
}

#[test]
fn whatever_goes_wrong_has_one_shape() {
    let app = TestApp::start();
    let program = app.program();
    assert_eq!(problem(&program.get("/api/nowhere"), 404), "not-found");
    assert_eq!(problem(&program.get("/api/accounts/x"), 404), "not-found");
    assert_eq!(
        problem(&program.get("/api/accounts/999999999"), 404),
        "not-found"
    );
    let method = program.json("PUT", "/api/accounts", &json!({}));
    assert_eq!(problem(&method, 405), "method-not-allowed");
    method.assert_header("allow", "GET, HEAD, POST");
    let method = program.json("PUT", "/api/accounts/1", &json!({}));
    method.assert_header("allow", "GET, HEAD, PATCH, DELETE");
    let kind = [("content-type", "text/plain")];
    let plain = program.send("POST", "/api/accounts", &kind, b"{}");
    assert_eq!(problem(&plain, 415), "unsupported-media");
    let kind = [("content-type", "application/json")];
    let large = program.send(
        "POST",
        "/api/accounts",
        &kind,
        &vec![b' '; 2 * 1024 * 1024 + 1],
    );
    assert_eq!(problem(&large, 413), "too-large");
    for broken in [
        &b"{"[..],
        b"",
        b"[1",
        b"{\"name\":\"a\",\"name\":\"b\"}",
        b"\xff\xfe",
    ] {
        let answer = program.send("POST", "/api/accounts", &kind, broken);
        assert!([400, 422].contains(&answer.status()), "{broken:?}");
        problem(&answer, answer.status());
    }
    let broken = program.get("/api/accounts?sort=nothing");
    assert_eq!(problem(&broken, 400), "bad-request");
}

#[test]
fn nobody_is_401_and_a_lower_role_403() {
    let app = TestApp::start();
    let answer = app.stranger().get("/api/accounts");
    assert_eq!(problem(&answer, 401), "unauthorized");
    answer.assert_header("www-authenticate", "Bearer realm=\"minimata\"");
    let viewer = app.sign_in(Role::Viewer);
    viewer.get("/api/accounts").assert_status(200);
    let origin = [("origin", app.base()), ("content-type", "application/json")];
    let answer = viewer.raw("POST", "/api/accounts", &origin, b"{\"name\":\"x\"}");
    assert_eq!(problem(&answer, 403), "forbidden");
}

#[test]
fn errors_are_in_the_language_that_is_asked_for_and_their_codes_are_not() {
    let app = TestApp::start();
    let program = app.program().with("accept-language", "sv");
    let answer = program.post("/api/accounts", &json!({ "name": "" }));
    let body = answer.json();
    assert_eq!(body["errors"][0]["code"], "fields-required", "{body}");
    assert_ne!(body["title"], "There is a problem");
    assert_eq!(problem(&answer, 422), "invalid-fields");
}

#[test]
fn health_and_readiness_need_nobody() {
    let app = TestApp::start();
    let health = app.stranger().get("/api/health").json();
    assert_eq!(health["ok"], true);
    assert_eq!(health["service"], "minimata");
    assert!(health["version"].is_string() && health["ts"].is_string());
    assert_eq!(app.count_queries(|| app.stranger().get("/api/health")), 0);
    let ready = app.stranger().get("/api/ready");
    ready.assert_status(200);
    assert_eq!(ready.json()["checks"]["database"], true);
    let own = TestApp::start_committed();
    let last = "SELECT MAX(version) FROM __diesel_schema_migrations";
    let last = own.database().column(last)[0].clone();
    own.database().execute(&format!(
        "DELETE FROM __diesel_schema_migrations WHERE version = '{last}'"
    ));
    let ready = own.stranger().get("/api/ready");
    assert_eq!(problem(&ready, 503), "not-ready");
    assert_eq!(ready.json()["checks"]["migrations"], false);
}
