//! Writes that happen once, rehearsals, and many rows in one request.

use super::errors::{problem, wrong};
use crate::support::TestApp;
use serde_json::json;

fn accounts_named(app: &TestApp, name: &str) -> usize {
    let count = format!("SELECT CAST(COUNT(*) AS CHAR) FROM accounts WHERE name = '{name}'");
    app.database().column(&count)[0].parse().expect("a number")
}

#[test]
fn asvs_2_3_4_the_same_key_is_one_write_also_in_a_race() {
    let app = TestApp::start_committed();
    let program = app.program().with("idempotency-key", "order-17");
    program.get("/api/accounts").assert_status(200);
    let body = json!({ "name": "IF En Gång" });
    let answers: Vec<_> = std::thread::scope(|scope| {
        let post = || program.post("/api/accounts", &body);
        let racing: Vec<_> = (0..8).map(|_| scope.spawn(post)).collect();
        racing
            .into_iter()
            .map(|one| one.join().expect("an answer"))
            .collect()
    });
    for answer in &answers {
        answer.assert_status(201);
        assert_eq!(answer.json(), answers[0].json());
        assert_eq!(answer.header("location"), answers[0].header("location"));
        assert_eq!(answer.header("etag"), answers[0].header("etag"));
    }
    let again = answers
        .iter()
        .filter(|a| a.header("idempotent-replayed").is_some());
    assert_eq!(again.count(), 7);
    assert_eq!(accounts_named(&app, "IF En Gång"), 1);
    let other = program.post("/api/accounts", &json!({ "name": "IF Annat" }));
    assert_eq!(problem(&other, 422), "idempotency-key-reused");
    app.clock()
        .advance(std::time::Duration::from_secs(25 * 3600));
    program
        .post("/api/accounts", &json!({ "name": "IF Annat" }))
        .assert_status(201);
}

#[test]
fn a_write_that_failed_leaves_its_key_free() {
    let app = TestApp::start();
    let program = app.program().with("idempotency-key", "order-18");
    let wrong = json!({ "name": "" });
    program.post("/api/accounts", &wrong).assert_status(422);
    program.post("/api/accounts", &wrong).assert_status(422);
    program
        .post("/api/accounts", &json!({ "name": "IF Rättad" }))
        .assert_status(201);
}

#[test]
fn a_dry_run_says_what_would_be_and_leaves_nothing() {
    let app = TestApp::start();
    let program = app.program();
    let body = json!({ "name": "IF Tänkt", "city": "Lund" });
    for answer in [
        program.post("/api/accounts?dry_run=1", &body),
        program
            .with("prefer", "handling=dry-run")
            .post("/api/accounts", &body),
    ] {
        answer
            .assert_status(200)
            .assert_header("preference-applied", "handling=dry-run");
        let would = answer.json();
        assert_eq!(
            (would["id"].is_null(), would["city"].as_str()),
            (true, Some("Lund"))
        );
        assert_eq!(answer.header("location"), None);
    }
    assert_eq!(
        wrong(&program.post("/api/accounts?dry_run=1", &json!({}))),
        ["name"]
    );
    assert_eq!(
        wrong(&program.post("/api/accounts?dry_run=perhaps", &body)),
        ["dry_run"]
    );
    assert_eq!(program.get("/api/accounts?q=T%C3%A4nkt").json()["count"], 0);
    let id = app.account(&[("name", "IF Kvar")]);
    program
        .delete(&format!("/api/accounts/{id}?dry_run=1"))
        .assert_status(204);
    program
        .get(&format!("/api/accounts/{id}"))
        .assert_status(200);
}

#[test]
fn many_rows_have_an_outcome_each() {
    let app = TestApp::start();
    let program = app.program();
    let known = app.account(&[("name", "IF Känd"), ("city", "Lund")]);
    let rows = json!([
        { "name": "IF Rad Ett" },
        { "name": "", "colour": "red" },
        { "id": known, "version": 1, "city": "Malmö" },
        { "id": known, "version": 1, "city": "Ystad" },
        { "id": 999_999_999, "version": 1, "city": "Ystad" },
    ]);
    let answer = program.post("/api/accounts/batch", &json!({ "rows": rows }));
    let body = answer.assert_status(200).json();
    let statuses: Vec<_> = body["outcomes"]
        .as_array()
        .expect("outcomes")
        .iter()
        .map(|o| o["status"].clone())
        .collect();
    assert_eq!(statuses, [201, 422, 200, 409, 404].map(|n| json!(n)));
    assert_eq!(
        (&body["created"], &body["updated"], &body["failed"]),
        (&json!(1), &json!(1), &json!(3))
    );
    assert_eq!(
        program.get(&format!("/api/accounts/{known}")).json()["city"],
        "Malmö"
    );
    assert!(answer.header("operation-id").is_some());
    let all = json!({ "rows": rows, "all_or_nothing": true });
    let refused = program.post("/api/accounts/batch", &all);
    assert_eq!(problem(&refused, 422), "batch-refused");
    assert_eq!(refused.json()["outcomes"].as_array().map(Vec::len), Some(4));
    assert_eq!(program.get("/api/accounts?q=Rad+Ett").json()["count"], 1);
    let many: Vec<_> = (0..1_001)
        .map(|n| json!({ "name": format!("IF {n}") }))
        .collect();
    assert_eq!(
        wrong(&program.post("/api/accounts/batch", &json!({ "rows": many }))),
        ["rows"]
    );
    let contacts = program.post(
        "/api/contacts/batch",
        &json!({ "rows": [{ "last_name": "Rad" }] }),
    );
    assert_eq!(contacts.assert_status(200).json()["created"], 1);
}
