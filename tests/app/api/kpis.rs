//! KPIs and their values, in JSON.

use super::errors::{problem, wrong};
use crate::support::{Program, TestApp};
use minimata::auth::Role;
use serde_json::{Value, json};

fn kpi(program: &Program, name: &str) -> Value {
    let body = json!({ "name": name, "cadence": "month", "amber_limit": 95, "red_limit": "87.5" });
    program.post("/api/kpis", &body).assert_status(201).json()
}

#[test]
fn a_kpi_is_defined_changed_archived_and_taken_out_again() {
    let app = TestApp::start();
    let program = app.program();
    let made = kpi(&program, "Intäkter JSON");
    let path = format!("/api/kpis/{}", made["id"]);
    assert_eq!(
        (&made["amber_limit"], &made["red_limit"]),
        (&json!("95"), &json!("87.5"))
    );
    assert_eq!(
        (&made["first_period"], &made["scope"]),
        (&json!("2026-01"), &json!("organisation"))
    );
    let body = json!({ "name": "intäkter json", "red_limit": "many", "cadence": "decade", "x": 1 });
    let mut fields = wrong(program.post("/api/kpis", &body).assert_status(422));
    fields.sort();
    assert_eq!(fields, ["cadence", "red_limit", "x"]);
    let body = json!({ "name": "INTÄKTER json" });
    assert_eq!(
        wrong(program.post("/api/kpis", &body).assert_status(422)),
        ["name"]
    );
    assert_eq!(
        problem(&program.patch(&path, &json!({ "unit": "kr" })), 428),
        "precondition-required"
    );
    let changed = program
        .patch(&path, &json!({ "version": 1, "unit": "kr" }))
        .assert_status(200)
        .json();
    assert_eq!(
        (&changed["unit"], &changed["version"], &changed["red_limit"]),
        (&json!("kr"), &json!(2), &json!("87.5"))
    );
    let stale = program.patch(&path, &json!({ "version": 1, "unit": "€" }));
    assert_eq!(problem(&stale, 409), "conflict");
    assert_eq!(
        stale.json()["conflicts"],
        json!([{ "field": "unit", "yours": "€", "current": "kr" }])
    );
    let old = program.with("if-match", "\"1-x\"");
    assert_eq!(
        problem(&old.send("DELETE", &path, &[], b""), 412),
        "precondition-failed"
    );
    program.send("DELETE", &path, &[], b"").assert_status(204);
    let listed = |query: &str| {
        program
            .get(&format!("/api/kpis?name=int%C3%A4kter&{query}"))
            .json()["count"]
            .clone()
    };
    assert_eq!((listed(""), listed("archived=1")), (json!(0), json!(1)));
    assert_eq!(program.get(&path).json()["archived"], true);
    let back = program
        .post(&format!("{path}/restore"), &json!({}))
        .assert_status(200)
        .json();
    assert_eq!(back["archived"], false);
    assert_eq!(listed("cadence=month&sort=updated_at&dir=desc"), json!(1));
}

#[test]
fn values_are_entered_corrected_paged_and_taken_out() {
    let app = TestApp::start();
    let program = app.program();
    let made = kpi(&program, "Medlemmar JSON");
    let path = format!("/api/kpis/{}/values", made["id"]);
    for (month, value) in [
        (1, json!("10.5")),
        (2, json!(20)),
        (3, json!(30.25)),
        (4, json!("-4")),
    ] {
        let body = json!({ "period": format!("2026-{month:02}"), "value": value });
        program.post(&path, &body).assert_status(201);
    }
    let body = json!({ "period": "2026-W03", "value": "1,5", "account_id": 1, "note": 7 });
    let mut fields = wrong(program.post(&path, &body).assert_status(422));
    fields.sort();
    assert_eq!(fields, ["account_id", "note", "period", "value"]);
    let again = program.post(&path, &json!({ "period": "2026-02", "value": 21 }));
    assert_eq!(problem(&again, 409), "conflict");
    assert_eq!(again.json()["current"]["value"], "20");
    let list = program
        .get(&format!("{path}?from=2026-02&limit=2"))
        .assert_status(200)
        .json();
    let values = |list: &Value| -> Vec<String> {
        let rows = list["data"].as_array().expect("rows").iter();
        rows.map(|row| row["value"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(
        (values(&list), &list["count"]),
        (vec!["20".to_owned(), "30.25".to_owned()], &json!(3))
    );
    assert!(list["prev"].is_null());
    let next = program.get(list["next"].as_str().expect("a next page"));
    assert_eq!(values(&next.json()), ["-4"]);
    assert!(
        next.header("link")
            .is_some_and(|link| link.contains("rel=\"prev\""))
    );
    let prev = program
        .get(next.json()["prev"].as_str().expect("a previous page"))
        .json();
    assert_eq!(values(&prev), ["20", "30.25"]);
    let mut fields = wrong(
        program
            .get(&format!("{path}?from=2026&limit=0&x=1"))
            .assert_status(422),
    );
    fields.sort();
    assert_eq!(fields, ["from", "limit", "x"]);
    let one = format!("/api/kpi-values/{}", list["data"][0]["id"]);
    let body = json!({ "version": 1, "value": "20.125", "reason": "Räknat om" });
    let corrected = program.patch(&one, &body);
    assert_eq!(corrected.assert_status(200).json()["value"], "20.125");
    assert_eq!(problem(&program.patch(&one, &body), 409), "conflict");
    program.send("DELETE", &one, &[], b"").assert_status(204);
    assert_eq!(program.get(&one).json()["value"], Value::Null);
    assert_eq!(values(&program.get(&path).json()), ["10.5", "30.25", "-4"]);
    let again = json!({ "period": "2026-02", "value": 22 });
    assert_eq!(
        program.post(&path, &again).assert_status(201).json()["version"],
        4
    );
}

#[test]
fn whoever_the_kpi_lets_enters_values_and_nobody_in_a_locked_period() {
    let app = TestApp::start();
    let program = app.program();
    let made = kpi(&program, "Låst JSON");
    let path = format!("/api/kpis/{}/values", made["id"]);
    let staff = app.sign_in(Role::Staff);
    let headers = [("origin", app.base()), ("content-type", "application/json")];
    let enter = |period: &str| {
        let body = json!({ "period": period, "value": 1 }).to_string();
        staff.raw("POST", &path, &headers, body.as_bytes())
    };
    assert_eq!(problem(&enter("2026-01"), 403), "refused");
    let at = format!("/api/kpis/{}", made["id"]);
    program
        .patch(&at, &json!({ "version": 1, "staff_enters": true }))
        .assert_status(200);
    enter("2026-01").assert_status(201);
    app.sign_in(Role::Manager)
        .post("/kpis/locks/2026-02", &[])
        .assert_status(303);
    assert_eq!(wrong(enter("2026-02").assert_status(422)), ["period"]);
}
