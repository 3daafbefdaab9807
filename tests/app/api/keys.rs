//! Keys: made and revoked on their page, checked on each request.

use super::errors::problem;
use crate::support::{Browser, Program, TestApp};
use minimata::auth::Role;
use serde_json::json;

/// Makes a key and gives it with its page.
fn make(app: &TestApp, admin: &Browser, fields: &[(&str, &str)]) -> (Program, String, String) {
    let mut all = vec![("name", "Webbplatsen"), ("role", "staff")];
    all.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
    all.extend(fields);
    let made = admin.post("/api-keys", &all);
    made.assert_status(303);
    let page = made.location();
    let secret = made.follow().attributes("#secret", "value")[0].clone();
    (app.program_with(&secret), page, secret)
}

#[test]
fn asvs_11_5_1_a_key_is_shown_once_recognised_by_its_beginning_and_stored_hashed() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let (program, page, secret) = make(&app, &admin, &[("scope_accounts", "read")]);
    assert!(secret.starts_with("mm_") && secret.len() >= 35, "{secret}");
    admin
        .open(&page)
        .assert_none("#secret")
        .assert_has(&secret[..9]);
    admin
        .open("/api-keys")
        .assert_has("Webbplatsen")
        .assert_lacks(&secret);
    let stored = app.database().column(
        "SELECT CONCAT_WS('|', prefix, HEX(key_hash), scopes, last_used_from) FROM api_keys",
    );
    assert!(!stored[0].contains(&secret[9..]), "{stored:?}");
    let hash = minimata::auth::token::hex(&secret).to_uppercase();
    assert!(stored[0].contains(&hash), "{stored:?}");
    admin.open(&page).assert_has("Never");
    program.get("/api/accounts").assert_status(200);
    admin.open(&page).assert_has("127.0.0.1");
    let bearer = app
        .stranger()
        .with("authorization", &format!("Bearer {secret}"));
    bearer.get("/api/accounts").assert_status(200);
}

#[test]
fn a_key_opens_what_it_was_made_for_and_no_more_than_its_maker() {
    let app = TestApp::start_committed();
    let boss = app.person(Role::Admin);
    let admin = app.sign_in_as(&boss);
    let body = json!({ "name": "IF Nyckel", "kind": "association" });
    let (reader, ..) = make(&app, &admin, &[("scope_accounts", "read")]);
    reader.get("/api/accounts").assert_status(200);
    assert_eq!(
        problem(&reader.post("/api/accounts", &body), 403),
        "key-scope"
    );
    assert_eq!(problem(&reader.get("/api/contacts"), 403), "key-scope");
    let (viewer, ..) = make(
        &app,
        &admin,
        &[("role", "viewer"), ("scope_accounts", "write")],
    );
    assert_eq!(
        problem(&viewer.post("/api/accounts", &body), 403),
        "forbidden"
    );
    let (writer, ..) = make(
        &app,
        &admin,
        &[("role", "admin"), ("scope_accounts", "write")],
    );
    writer.post("/api/accounts", &body).assert_status(201);
    let id = boss.id;
    app.database()
        .execute(&format!("UPDATE users SET role = 'viewer' WHERE id = {id}"));
    assert_eq!(
        problem(&writer.post("/api/accounts", &body), 403),
        "forbidden"
    );
}

#[test]
fn asvs_6_3_4_7_4_2_revoked_expired_foreign_and_orphaned_keys_open_nothing_and_look_the_same() {
    let app = TestApp::start_committed();
    let boss = app.person(Role::Admin);
    let admin = app.sign_in_as(&boss);
    let open = ("scope_accounts", "read");
    let (revoked, page, _) = make(&app, &admin, &[open]);
    revoked.get("/api/accounts").assert_status(200);
    let (expired, ..) = make(&app, &admin, &[open, ("expires_on", "2026-03-02")]);
    let (foreign, ..) = make(&app, &admin, &[open, ("addresses", "192.0.2.0/24")]);
    let (near, ..) = make(&app, &admin, &[open, ("addresses", "127.0.0.0/8, ::1")]);
    let (orphan, ..) = make(&app, &admin, &[open]);
    expired.get("/api/accounts").assert_status(200);
    near.get("/api/accounts").assert_status(200);
    admin.open(&page);
    admin
        .submit("#revoke", &[])
        .assert_status(303)
        .follow()
        .assert_has("Revoked");
    app.clock()
        .advance(std::time::Duration::from_secs(20 * 3600));
    let unknown = app.program_with("mm_nobody-has-ever-made-this-key-00000");
    let mut told = vec![app.stranger(), unknown, revoked, expired, foreign]
        .into_iter()
        .map(|program| program.get("/api/accounts"))
        .collect::<Vec<_>>();
    let id = boss.id;
    app.database().execute(&format!(
        "UPDATE users SET status = 'disabled' WHERE id = {id}"
    ));
    told.push(orphan.get("/api/accounts"));
    for answer in told {
        assert_eq!(problem(&answer, 401), "unauthorized");
        assert_eq!(
            answer.json()["detail"],
            "This needs a valid key in X-Api-Key or Authorization: Bearer, or a session."
        );
    }
}

#[test]
fn asvs_14_2_1_a_key_in_an_address_is_refused() {
    let app = TestApp::start();
    for name in ["api_key", "access_token", "X-Api-Key", "key"] {
        let answer = app
            .program()
            .get(&format!("/api/accounts?{name}=mm_secret"));
        assert_eq!(problem(&answer, 400), "key-in-address");
    }
}

#[test]
fn asvs_2_4_1_wrong_keys_slow_their_network_down_and_right_ones_go_on() {
    let app = TestApp::start();
    let wrong = app.program_with("mm_wrong");
    let answers = (0..30).map(|_| wrong.get("/api/accounts"));
    let waits: Vec<_> = answers.filter(|answer| answer.status() == 429).collect();
    let waits = waits.last().expect("a 429");
    assert_eq!(problem(waits, 429), "too-many");
    assert!(
        waits
            .header("retry-after")
            .is_some_and(|s| s.parse::<u32>().is_ok())
    );
    assert!(waits.header("ratelimit").is_some_and(|s| s.contains("r=0")));
    app.program().get("/api/accounts").assert_status(200);
}

#[test]
fn a_key_has_no_rights_of_the_cookie_beside_it() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let key = [("x-api-key", "mm_wrong"), ("x-forwarded-for", "10.8.7.7")];
    let answer = admin.raw("GET", "/api/accounts", &key, b"");
    assert_eq!(problem(&answer, 401), "unauthorized");
    // And no key lets another site use the cookie.
    let headers = [
        ("x-api-key", "mm_wrong"),
        ("x-forwarded-for", "10.8.7.7"),
        ("sec-fetch-site", "cross-site"),
    ];
    admin
        .raw("POST", "/accounts", &headers, b"name=x")
        .assert_status(403);
}

#[test]
fn the_audit_shows_the_key_and_who_made_it() {
    let app = TestApp::start();
    let boss = app.person(Role::Admin);
    let admin = app.sign_in_as(&boss);
    let (writer, ..) = make(
        &app,
        &admin,
        &[("name", "Medlemsregistret"), ("scope_accounts", "write")],
    );
    let made = writer.post("/api/accounts", &json!({ "name": "IF Spår" }));
    made.assert_status(201);
    let operation = made.header("operation-id").expect("the operation");
    admin
        .open(&format!("/audit/{operation}"))
        .assert_has(&format!("Who {}", boss.name))
        .assert_has("API key “Medlemsregistret”");
    admin
        .open("/audit")
        .assert_has("made the API key Medlemsregistret");
}

#[test]
fn a_form_that_is_wrong_is_said_at_its_fields() {
    let app = TestApp::start();
    let admin = app.sign_in(Role::Admin);
    let fields = [
        ("name", ""),
        ("role", "staff"),
        ("expires_on", "2020-01-01"),
        ("addresses", "everywhere"),
    ];
    let answer = admin.post("/api-keys", &fields);
    answer.assert_status(422);
    for field in ["name", "scope_accounts", "expires_on", "addresses"] {
        answer.assert_count(&format!("#{field}-error"), 1);
    }
}

#[test]
fn keys_of_the_configuration_are_seen_and_stay() {
    let app = TestApp::start();
    app.program().get("/api/accounts").assert_status(200);
    let admin = app.sign_in(Role::Admin);
    let list = admin.open("/api-keys");
    list.assert_has("BACKEND_API_KEYS")
        .assert_has("From the configuration");
    let page = list.attributes("#api-keys a.row-link", "href")[0].clone();
    admin.open(&page).assert_none("#revoke");
    admin
        .post(&format!("{page}/revocation"), &[])
        .assert_status(409);
    app.program().get("/api/accounts").assert_status(200);
}
