//! Restoring and undoing, in JSON.

use super::errors::problem;
use crate::support::TestApp;
use minimata::auth::Role;
use serde_json::json;

#[test]
fn what_was_deleted_is_restored_and_what_never_was_is_not() {
    let app = TestApp::start();
    let program = app.program();
    let records = [
        ("accounts", app.account(&[("name", "IF Åter")])),
        ("contacts", app.contact(&[("last_name", "Åter")])),
    ];
    for (kind, id) in records {
        let path = format!("/api/{kind}/{id}");
        program.send("DELETE", &path, &[], b"").assert_status(204);
        assert_eq!(problem(&program.get(&path), 410), "gone");
        let dry = program.post(&format!("{path}/restore?dry_run=1"), &json!({}));
        assert_eq!(dry.assert_status(200).json()["id"], id);
        assert_eq!(problem(&program.get(&path), 410), "gone");
        let once = program.with("idempotency-key", &format!("restore-{kind}"));
        let back = once.send("POST", &format!("{path}/restore"), &[], b"");
        let operation = back
            .assert_status(200)
            .header("operation-id")
            .map(str::to_owned);
        assert!(operation.is_some());
        let again = once.send("POST", &format!("{path}/restore"), &[], b"");
        assert_eq!(again.header("operation-id").map(str::to_owned), operation);
        again.assert_header("idempotent-replayed", "true");
        program.get(&path).assert_status(200);
        let living = program.post(&format!("{path}/restore"), &json!({}));
        assert_eq!(living.assert_status(200).header("operation-id"), None);
        let never = program.post(&format!("/api/{kind}/999999999/restore"), &json!({}));
        assert_eq!(problem(&never, 404), "not-found");
        let extra = program.post(&format!("{path}/restore"), &json!({ "force": true }));
        assert_eq!(problem(&extra, 422), "invalid-fields");
    }
}

#[test]
fn an_operation_is_undone_once_and_what_is_in_the_way_is_said() {
    let app = TestApp::start();
    let program = app.program();
    let id = app.account(&[("name", "IF Ångra"), ("city", "Lund"), ("phone", "1")]);
    let path = format!("/api/accounts/{id}");
    let change = |body| {
        let changed = program.patch(&path, &body);
        changed
            .assert_status(200)
            .header("operation-id")
            .expect("an operation")
            .to_owned()
    };
    let first = change(json!({ "version": 1, "city": "Malmö", "phone": "040-1" }));
    let second = change(json!({ "version": 2, "city": "Ystad" }));
    let undo =
        |operation: &str, body| program.post(&format!("/api/changes/{operation}/undo"), &body);
    let blocked = undo(&first, json!({}));
    assert_eq!(problem(&blocked, 409), "conflict");
    let blocked = blocked.json();
    assert_eq!(blocked["has_rest"], true);
    let obstacle = &blocked["obstacles"][0];
    assert_eq!(
        (&obstacle["field"], &obstacle["now"]),
        (&json!("city"), &json!("Ystad"))
    );
    assert_eq!(obstacle["by"].to_string(), second);
    let rest = undo(&first, json!({ "rest": true }))
        .assert_status(200)
        .json();
    assert_eq!(
        (&rest["left"], &rest["in_background"]),
        (&json!(1), &json!(false))
    );
    let account = program.get(&path).json();
    assert_eq!(
        (&account["city"], &account["phone"]),
        (&json!("Ystad"), &json!("1"))
    );
    let again = undo(&first, json!({}));
    assert_eq!(problem(&again, 409), "conflict");
    assert_eq!(again.json()["undone_by"], rest["operation_id"]);
    assert_eq!(problem(&undo("999999999", json!({})), 404), "not-found");
    assert_eq!(
        problem(&undo(&second, json!({ "all": true })), 422),
        "invalid-fields"
    );
}

#[test]
fn a_staff_key_undoes_what_it_did_itself_and_not_what_its_maker_did() {
    let app = TestApp::start_committed();
    let admin = app.sign_in(Role::Admin);
    let scopes = [
        ("name", "Webb"),
        ("role", "staff"),
        ("scope_accounts", "write"),
        ("scope_changes", "write"),
    ];
    let made = admin.post("/api-keys", &scopes);
    let secret = made.follow().attributes("#secret", "value")[0].clone();
    let key = app.program_with(&secret);
    let headers = [("origin", app.base()), ("content-type", "application/json")];
    let mine = admin.raw("POST", "/api/accounts", &headers, b"{\"name\":\"IF Egen\"}");
    let mine = mine
        .assert_status(201)
        .header("operation-id")
        .expect("an operation")
        .to_owned();
    let refused = key.post(&format!("/api/changes/{mine}/undo"), &json!({}));
    assert_eq!(problem(&refused, 403), "refused");
    let its = key.post("/api/accounts", &json!({ "name": "IF Nyckelns" }));
    let its = its.header("operation-id").expect("an operation").to_owned();
    key.post(&format!("/api/changes/{its}/undo"), &json!({}))
        .assert_status(200);
}
