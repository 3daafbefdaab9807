//! Registering, signing in and people, in JSON.

use super::errors::{problem, wrong};
use crate::support::{Answer, Browser, TestApp};
use minimata::auth::{Role, Status};
use serde_json::{Value, json};

/// Sends JSON as a page of ours does.
fn send(browser: &Browser, app: &TestApp, method: &str, path: &str, body: &Value) -> Answer {
    let headers = [
        ("origin", app.base()),
        ("content-type", "application/json"),
        ("accept-language", "en"),
        ("x-forwarded-for", "10.8.1.9"),
    ];
    browser.raw(method, path, &headers, body.to_string().as_bytes())
}

#[test]
fn somebody_registers_is_approved_signs_in_and_out() {
    let app = TestApp::start_committed();
    let (visitor, admin) = (app.browser(), app.sign_in(Role::Admin));
    let body = json!({ "name": "Åsa Öberg", "email": "asa@example.org", "password": "en lång mening utan mening" });
    let register = |body: &Value| send(&visitor, &app, "POST", "/api/auth/register", body);
    assert_eq!(
        wrong(&register(&json!({ "name": "Åsa", "role": "admin" }))),
        ["role"]
    );
    let mut fields = wrong(&register(
        &json!({ "name": "", "email": "x", "password": "short" }),
    ));
    fields.sort();
    assert_eq!(fields, ["email", "name", "password"]);
    register(&body).assert_status(202);
    let credentials =
        json!({ "email": "asa@example.org", "password": "en lång mening utan mening" });
    let sign_in = |body: &Value| send(&visitor, &app, "POST", "/api/auth/login", body);
    assert_eq!(problem(&sign_in(&credentials), 422), "sign-in-refused");
    let waiting = admin.get("/api/auth/new-users").json();
    assert_eq!(waiting["data"][0]["email"], "asa@example.org");
    let approval = json!({ "user_id": waiting["data"][0]["id"], "role": "staff" });
    let approve = |body: &Value| send(&admin, &app, "POST", "/api/auth/approve", body);
    assert_eq!(
        wrong(&approve(&json!({ "role": "king" }))),
        ["user_id", "role"]
    );
    let approved = approve(&approval).assert_status(200).json();
    assert_eq!(
        (approved["role"].as_str(), approved["status"].as_str()),
        (Some("staff"), Some("active"))
    );
    assert_eq!(problem(&approve(&approval), 409), "conflict");
    assert_eq!(
        problem(
            &sign_in(&json!({ "email": "asa@example.org", "password": "wrong" })),
            422
        ),
        "sign-in-refused"
    );
    sign_in(&credentials).assert_status(200);
    let me = visitor.get("/api/auth/me").assert_status(200).json();
    assert_eq!(
        (me["name"].as_str(), me["role"].as_str()),
        (Some("Åsa Öberg"), Some("staff"))
    );
    send(&visitor, &app, "POST", "/api/auth/logout", &json!({})).assert_status(204);
    assert_eq!(problem(&visitor.get("/api/auth/me"), 401), "unauthorized");
}

#[test]
fn wrong_passwords_wait_as_on_the_page_and_other_sites_are_refused() {
    let app = TestApp::start_committed();
    let person = app.person(Role::Staff);
    let visitor = app.browser();
    let body = json!({ "email": person.email, "password": "wrong" });
    let mut answers = Vec::new();
    for _ in 0..8 {
        answers.push(send(&visitor, &app, "POST", "/api/auth/login", &body));
    }
    let last = answers.last().expect("an answer");
    assert_eq!(problem(last, 429), "too-many");
    assert!(last.header("retry-after").is_some());
    let json_kind = [("content-type", "application/json"), ("x-api-key", "mm_x")];
    let login = visitor.raw(
        "POST",
        "/api/auth/login",
        &json_kind,
        body.to_string().as_bytes(),
    );
    assert_eq!(problem(&login, 403), "refused");
}

#[test]
fn asvs_15_3_1_people_are_listed_without_secrets_and_changed_by_version() {
    let app = TestApp::start();
    let program = app.program();
    let person = app.person(Role::Staff);
    app.person_who_is(Role::Viewer, Status::Pending);
    let list = program.get("/api/users?limit=200&status=active");
    let text = list.body();
    assert!(text.contains(&person.email), "{text}");
    for secret in ["hash", "argon2", "token"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    let path = format!("/api/users/{}", person.id);
    let user = program.get(&path).json();
    assert_eq!(
        (user["role"].as_str(), user["version"].as_i64()),
        (Some("staff"), Some(1))
    );
    let changed = program.patch(
        &path,
        &json!({ "version": 1, "role": "manager", "status": "disabled" }),
    );
    let user = changed.assert_status(200).json();
    assert_eq!(
        (user["role"].as_str(), user["status"].as_str()),
        (Some("manager"), Some("disabled"))
    );
    assert_eq!(
        problem(
            &program.patch(&path, &json!({ "version": 1, "role": "viewer" })),
            409
        ),
        "conflict"
    );
    assert_eq!(
        wrong(&program.patch(
            &path,
            &json!({ "version": 3, "role": "king", "status": "gone", "name": "x" })
        ))
        .len(),
        3
    );
}
