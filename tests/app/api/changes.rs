//! What was done, in JSON.

use super::errors::problem;
use crate::support::TestApp;
use serde_json::json;

#[test]
fn a_change_is_listed_and_read_with_both_values() {
    let app = TestApp::start();
    let program = app.program();
    let id = app.account(&[("name", "IF Historia"), ("city", "Lund")]);
    let path = format!("/api/accounts/{id}");
    let changed = program.patch(&path, &json!({ "version": 1, "city": "Malmö" }));
    let operation = changed
        .header("operation-id")
        .expect("an operation")
        .to_owned();
    let list = program.get("/api/changes?channel=api&limit=5").json();
    let row = list["data"]
        .as_array()
        .expect("rows")
        .iter()
        .find(|row| row["id"].as_i64() == operation.parse().ok());
    let row = row.expect("the operation");
    assert_eq!(row["kind"], "account.update");
    assert_eq!(row["what"], "changed the account IF Historia");
    assert_eq!(
        (row["subject_type"].as_str(), row["subject_id"].as_i64()),
        (Some("account"), Some(id))
    );
    assert_eq!(row["api_key_name"], "BACKEND_API_KEYS");
    let one = program.get(&format!("/api/changes/{operation}")).json();
    assert_eq!(one["changes"][0]["before"], json!({ "city": "Lund" }));
    assert_eq!(one["changes"][0]["after"], json!({ "city": "Malmö" }));
    assert_eq!(
        problem(&program.get("/api/changes/999999999"), 404),
        "not-found"
    );
    assert_eq!(
        problem(&program.get(&format!("/api/changes/{operation}?x=1")), 422),
        "invalid-fields"
    );
}
