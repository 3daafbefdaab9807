//! Records: the same rules as the forms of the pages.

use super::errors::{problem, wrong};
use crate::support::{TestApp, organisation_number};
use minimata::auth::Role;
use serde_json::json;

#[test]
fn an_account_is_made_read_changed_and_deleted() {
    let app = TestApp::start();
    let program = app.program();
    let parent = app.account(&[("name", "Riksförbundet")]);
    let number = organisation_number();
    let body = json!({
        "name": "IF Häus", "organisation_number": number, "members": 42, "city": "Lund", "parent_id": parent,
    });
    let made = program.post("/api/accounts", &body);
    let account = made.assert_status(201).json();
    let path = made.header("location").expect("an address").to_owned();
    assert_eq!(path, format!("/api/accounts/{}", account["id"]));
    assert_eq!(account["parent_name"], "Riksförbundet");
    assert_eq!(account["kind"], "association");
    assert_eq!(program.get(&path).json(), account);
    let tag = program.get(&path).header("etag").expect("a tag").to_owned();
    let changed = program
        .with("if-match", &tag)
        .patch(&path, &json!({ "city": "Malmö", "members": null }));
    let now = changed.assert_status(200).json();
    assert_eq!(
        (now["city"].as_str(), &now["members"]),
        (Some("Malmö"), &json!(null))
    );
    assert_eq!(
        (now["name"].as_str(), now["version"].as_i64()),
        (Some("IF Häus"), Some(2))
    );
    program.delete(&path).assert_status(204);
    assert_eq!(problem(&program.get(&path), 410), "gone");
    let staff = app.sign_in(Role::Staff);
    staff
        .open("/changes")
        .assert_has("changed the account IF Häus");
}

#[test]
fn every_mistake_is_named_at_once_as_json_calls_it() {
    let app = TestApp::start();
    let program = app.program();
    let body = json!({
        "name": " ", "kind": "club", "email": "no address", "members": "many", "owner_id": 999_999_999, "parent_id": "x",
        "password": "x", "id": 7, "version": 1,
    });
    let answer = program.post("/api/accounts", &body);
    assert_eq!(problem(&answer, 422), "invalid-fields");
    let mut fields = wrong(&answer);
    fields.sort();
    assert_eq!(
        fields,
        [
            "email",
            "id",
            "kind",
            "members",
            "name",
            "parent_id",
            "password",
            "version"
        ]
    );
    let owner = program.post(
        "/api/accounts",
        &json!({ "name": "IF", "owner_id": 999_999_999, "parent_id": 999_999_998 }),
    );
    let mut fields = wrong(&owner);
    fields.sort();
    assert_eq!(fields, ["owner_id", "parent_id"]);
    let number = organisation_number();
    let once = json!({ "name": "IF Ett", "organisation_number": number });
    program.post("/api/accounts", &once).assert_status(201);
    assert_eq!(
        wrong(&program.post("/api/accounts", &once)),
        ["organisation_number"]
    );
}

#[test]
fn whoever_was_second_is_told_both_values() {
    let app = TestApp::start();
    let program = app.program();
    let id = app.account(&[("name", "IF Först"), ("city", "Lund")]);
    let path = format!("/api/accounts/{id}");
    assert_eq!(
        problem(&program.patch(&path, &json!({ "city": "Ystad" })), 428),
        "precondition-required"
    );
    program
        .patch(&path, &json!({ "version": 1, "city": "Malmö" }))
        .assert_status(200);
    let late = program.patch(&path, &json!({ "version": 1, "city": "Ystad" }));
    assert_eq!(problem(&late, 409), "conflict");
    let body = late.json();
    assert_eq!(
        body["conflicts"],
        json!([{ "field": "city", "yours": "Ystad", "current": "Malmö" }])
    );
    assert_eq!(body["current"]["version"], 2);
    let late = program
        .with("if-match", "\"1-0000\"")
        .patch(&path, &json!({ "city": "Ystad" }));
    assert_eq!(problem(&late, 412), "precondition-failed");
    let late = program.with("if-match", "\"1-0000\"").delete(&path);
    assert_eq!(problem(&late, 412), "precondition-failed");
    program
        .with("if-match", "*")
        .patch(&path, &json!({ "city": "Ystad" }))
        .assert_status(200);
}

#[test]
fn a_contact_has_its_roles_at_accounts() {
    let app = TestApp::start();
    let program = app.program();
    let account = app.account(&[("name", "IF Roll")]);
    let made = program.post(
        "/api/contacts",
        &json!({ "first_name": "Åsa", "last_name": "Öberg" }),
    );
    let path = made.assert_status(201).location();
    let role = json!({ "account_id": account, "role": "Kassör", "from_date": "2024-01-01" });
    let given = program.post(&format!("{path}/affiliations"), &role);
    let at = given.assert_status(201).location();
    assert_eq!(given.json()["is_primary"], true);
    let ended = program.patch(&at, &json!({ "version": 1, "to_date": "2025-12-31" }));
    assert_eq!(ended.assert_status(200).json()["to_date"], "2025-12-31");
    let wrong_way = program.patch(
        &at,
        &json!({ "version": 2, "to_date": "2023-01-01", "colour": 1 }),
    );
    let mut fields = wrong(&wrong_way);
    fields.sort();
    assert_eq!(fields, ["colour", "to_date"]);
    let contact = program.get(&path).json();
    assert_eq!(contact["affiliations"][0]["account_name"], "IF Roll");
    let row = &program.get("/api/contacts?q=%C3%96berg").json()["data"][0];
    assert_eq!(row["account_name"], "IF Roll");
    assert_eq!(
        wrong(&program.post(
            &format!("{path}/affiliations"),
            &json!({ "account_id": 999_999_999 })
        )),
        ["account_id"]
    );
    program.delete(&at).assert_status(204);
    assert_eq!(program.get(&path).json()["affiliations"], json!([]));
    assert_eq!(
        wrong(&program.post("/api/contacts", &json!({ "title": "Ingen" }))),
        ["last_name"]
    );
}

#[test]
fn a_session_works_like_a_key_under_the_rules_of_cookies() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let json_kind = ("content-type", "application/json");
    let body = br#"{"name":"IF Kaka"}"#;
    let own = [("origin", app.base()), json_kind];
    staff
        .raw("POST", "/api/accounts", &own, body)
        .assert_status(201);
    let refused = staff.raw("POST", "/api/accounts", &[json_kind], body);
    assert_eq!(problem(&refused, 403), "refused");
}

#[test]
fn asvs_3_5_2_a_session_takes_no_plain_text() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let body = br#"{"name":"IF Text"}"#;
    let plain = [("origin", app.base()), ("content-type", "text/plain")];
    let answer = staff.raw("POST", "/api/accounts", &plain, body);
    assert_eq!(problem(&answer, 415), "unsupported-media");
}
