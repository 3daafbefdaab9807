//! What the document gives as examples is taken by the product.

use super::errors::problem;
use crate::support::{Program, TestApp};
use minimata::auth::{Role, Status};
use serde_json::{Value, json};

/// Records that examples can be about: fresh ones for each example.
struct Stage<'a> {
    app: &'a TestApp,
    program: Program,
    names: std::cell::Cell<usize>,
}

impl Stage<'_> {
    /// A name that no other record has.
    fn next_name(&self) -> String {
        self.names.set(self.names.get() + 1);
        format!("Exempel {}", self.names.get())
    }

    /// The address with the id of a record that is there.
    fn address(&self, path: &str) -> String {
        let id = match path.split('/').nth(2) {
            Some("accounts") => self.app.account(&[("name", "IF Exempel")]),
            Some("contacts") => self.app.contact(&[("last_name", "Exempel")]),
            Some("users") => self.app.person(Role::Viewer).id,
            Some("affiliations") => self.made(
                "/api/contacts/{id}/affiliations",
                &json!({ "account_id": 1 }),
            ),
            Some("kpis") => self.made("/api/kpis", &json!({ "name": self.next_name() })),
            Some("kpi-values") => self.made(
                "/api/kpis/{id}/values",
                &json!({ "period": "2026-02", "value": 1 }),
            ),
            Some("changes") => {
                let id = self.app.account(&[("name", "IF Exempel")]);
                let body = json!({ "version": 1, "city": "Ystad" });
                let done = self.program.patch(&format!("/api/accounts/{id}"), &body);
                done.header("operation-id")
                    .and_then(|id| id.parse().ok())
                    .expect("an id")
            }
            _ => 0,
        };
        path.replace("{id}", &id.to_string())
    }

    fn made(&self, path: &str, body: &Value) -> i64 {
        let path = match path.contains("{id}") {
            true => self.address(path),
            false => path.to_owned(),
        };
        let answer = self.program.post(&path, &self.staged(body.clone()));
        answer.assert_status(201).json()["id"]
            .as_i64()
            .expect("an id")
    }

    /// The example with ids of records that are there.
    fn staged(&self, mut body: Value) -> Value {
        if body.get("account_id").is_some() {
            body["account_id"] = self.app.account(&[("name", "IF Exempel")]).into();
        }
        if body.get("user_id").is_some() {
            body["user_id"] = self
                .app
                .person_who_is(Role::Viewer, Status::Pending)
                .id
                .into();
        }
        for row in body
            .get_mut("rows")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            if row.get("id").is_some() {
                row["id"] = self.app.account(&[("name", "IF Exempel")]).into();
            }
        }
        body
    }
}

#[test]
fn every_example_of_the_document_is_taken() {
    let app = TestApp::start();
    let stage = Stage {
        app: &app,
        program: app.program(),
        names: std::cell::Cell::default(),
    };
    let document = stage.program.get("/api/openapi.json").json();
    let mut sent = 0;
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let example = &operation["requestBody"]["content"]["application/json"]["example"];
            let needs_one = operation.get("requestBody").is_some();
            assert_eq!(needs_one, example.is_object(), "{method} {path}");
            // What signs in: `tests/app/api/people.rs`.
            if !needs_one || path.starts_with("/api/auth/login") || path.ends_with("/register") {
                continue;
            }
            let body = stage.staged(example.clone());
            let answer = stage
                .program
                .json(&method.to_uppercase(), &stage.address(path), &body);
            let expected = operation["responses"].as_object().expect("responses");
            let told = expected.contains_key(&answer.status().to_string());
            assert!(
                told,
                "{method} {path}: {} {}",
                answer.status(),
                answer.body()
            );
            if path.ends_with("/batch") {
                assert_eq!(answer.json()["failed"], 0, "{}", answer.body());
            }
            sent += 1;
        }
    }
    assert!(sent >= 15, "{sent}");
}

#[test]
fn the_form_of_keys_offers_what_endpoints_ask_for_and_nothing_else() {
    let app = TestApp::start();
    let document = app.stranger().get("/api/openapi.json").json();
    let mut asked: Vec<String> = Vec::new();
    for methods in document["paths"].as_object().expect("paths").values() {
        for operation in methods.as_object().expect("methods").values() {
            asked.extend(operation["x-key-scope"].as_str().map(str::to_owned));
        }
    }
    asked.sort();
    asked.dedup();
    let form = app.sign_in(Role::Admin).open("/api-keys/new");
    let mut offered = Vec::new();
    for name in form.attributes("select[name^='scope_']", "name") {
        let resource = name.trim_start_matches("scope_").to_owned();
        let values = form.attributes(&format!("select[name='{name}'] option"), "value");
        let values = values.into_iter().filter(|value| !value.is_empty());
        offered.extend(values.map(|access| format!("{resource}:{access}")));
    }
    offered.sort();
    assert_eq!(offered, asked);
}

#[test]
fn what_needs_no_key_is_said_to_and_everything_else_refuses_strangers() {
    let app = TestApp::start();
    let document = app.stranger().get("/api/openapi.json").json();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let is_open = operation["security"] == json!([]);
            let path = path.replace("{id}", "1");
            let stranger = app.stranger().with("origin", app.base());
            let answer = stranger.json(&method.to_uppercase(), &path, &json!({}));
            match is_open {
                true => assert_ne!(answer.status(), 401, "{method} {path}"),
                false => assert_eq!(problem(&answer, 401), "unauthorized", "{method} {path}"),
            }
        }
    }
}
