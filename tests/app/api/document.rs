//! The document says what is there, and what it says is so.

use crate::support::{Program, TestApp};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::process::Command;

#[test]
fn the_document_and_the_routes_are_the_same() {
    let app = TestApp::start();
    let document = app
        .stranger()
        .get("/api/openapi.json")
        .assert_status(200)
        .json();
    assert_eq!(document["openapi"], "3.1.0");
    let mut told = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for method in methods.as_object().expect("methods").keys() {
            told.insert((path.clone(), method.to_uppercase()));
        }
    }
    let routes = minimata::app::route_list().into_iter();
    let routes: BTreeSet<(String, String)> = routes
        .filter(|(path, _)| path.starts_with("/api/"))
        .map(|(path, method)| (path, method.to_owned()))
        .collect();
    assert_eq!(told, routes);
    references_exist(&document, &document);
}

fn references_exist(part: &Value, document: &Value) {
    match part {
        Value::Object(all) => {
            if let Some(Value::String(to)) = all.get("$ref") {
                let to = to.trim_start_matches('#');
                assert!(document.pointer(to).is_some(), "{to}");
            }
            all.values()
                .for_each(|value| references_exist(value, document));
        }
        Value::Array(all) => all
            .iter()
            .for_each(|value| references_exist(value, document)),
        _ => {}
    }
}

/// The properties of a schema.
fn properties(document: &Value, name: &str) -> BTreeSet<String> {
    let properties = document["components"]["schemas"][name]["properties"].as_object();
    properties.expect(name).keys().cloned().collect()
}

/// The fields of an answer.
fn fields(value: &Value) -> BTreeSet<String> {
    value
        .as_object()
        .expect("an object")
        .keys()
        .cloned()
        .collect()
}

/// Sends each field that the document names, wrongly typed: a known one is wrong by its type, an unknown by its name.
fn assert_written(program: &Program, document: &Value, schema: &str, (method, path): (&str, &str)) {
    let names = properties(document, schema);
    let body: Value = names
        .iter()
        .map(|name| (name.clone(), json!({})))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let answer = program.json(method, path, &body).assert_status(422).json();
    let errors = answer["errors"].as_array().expect("errors").clone();
    for name in &names {
        let error = errors.iter().find(|e| e["field"] == name.as_str());
        let code = error.and_then(|e| e["code"].as_str()).unwrap_or_default();
        assert!(code.starts_with("api-type-"), "{schema}.{name}: {code:?}");
    }
}

#[test]
fn what_is_answered_and_taken_is_what_the_document_says() {
    let app = TestApp::start();
    let program = app.program();
    let document = program.get("/api/openapi.json").json();
    let account = app.account(&[("name", "IF Dokument")]);
    let contact = app.contact(&[("last_name", "Dokument")]);
    program
        .post("/api/kpis", &json!({ "name": "Dokument" }))
        .assert_status(201);
    let role = json!({ "account_id": account, "role": "Kassör" });
    let role = program.post(&format!("/api/contacts/{contact}/affiliations"), &role);
    for (path, schema) in [
        (format!("/api/accounts/{account}"), "Account"),
        (format!("/api/contacts/{contact}"), "Contact"),
    ] {
        assert_eq!(
            fields(&program.get(&path).json()),
            properties(&document, schema)
        );
    }
    assert_eq!(fields(&role.json()), properties(&document, "Affiliation"));
    for (path, schema) in [
        ("/api/accounts?limit=1", "AccountInList"),
        ("/api/contacts?limit=1", "ContactInList"),
        ("/api/changes?limit=1", "Operation"),
        ("/api/users?limit=1", "User"),
        ("/api/kpis?limit=1", "Kpi"),
    ] {
        app.person(minimata::auth::Role::Viewer);
        let row = program.get(path).json()["data"][0].clone();
        assert_eq!(fields(&row), properties(&document, schema), "{path}");
    }
    let at = role.location();
    let user = app.person(minimata::auth::Role::Viewer);
    for (schema, method, path) in [
        ("AccountWrite", "POST", "/api/accounts".to_owned()),
        ("ContactWrite", "POST", "/api/contacts".to_owned()),
        ("KpiWrite", "POST", "/api/kpis".to_owned()),
        (
            "AffiliationWrite",
            "POST",
            format!("/api/contacts/{contact}/affiliations"),
        ),
    ] {
        assert_written(&program, &document, schema, (method, &path));
    }
    let any = program.with("if-match", "*");
    assert_written(&any, &document, "AffiliationWrite", ("PATCH", &at));
    assert_written(
        &any,
        &document,
        "UserWrite",
        ("PATCH", &format!("/api/users/{}", user.id)),
    );
}

#[test]
fn the_page_shows_every_endpoint_and_names_every_problem() {
    let app = TestApp::start();
    let page = app.browser().open("/api/docs");
    for (path, method) in minimata::app::route_list() {
        if path.starts_with("/api/") {
            page.assert_has(&format!("{method} {path}"));
        }
    }
    for kind in [
        "not-found",
        "invalid-fields",
        "precondition-required",
        "too-many",
        "internal",
    ] {
        page.assert_count(&format!("#problem-{kind}"), 1);
    }
}

#[test]
fn the_script_of_the_documentation_works() {
    let app = TestApp::start();
    let text = include_str!("../../../docs/api.md");
    let script = text
        .split("```sh\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let script = script.expect("a script in docs/api.md");
    let key = crate::support::configured_key(app.base());
    let done = Command::new("sh")
        .args(["-eu", "-c", script])
        .env("BASE", app.base())
        .env("KEY", key)
        .output()
        .expect("sh runs");
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let error = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}\n{error}");
    for part in ["IF Häus", "\"city\":\"Malmö\"", "account.update"] {
        assert!(
            said.contains(part),
            "{part} is missing in:\n{said}\n{error}"
        );
    }
    assert_eq!(
        app.program().get("/api/accounts?q=H%C3%A4us").json()["count"],
        0
    );
}
