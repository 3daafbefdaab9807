//! Lists: the pages' filters, sorts and columns, with links to the pages around.

use super::errors::{problem, wrong};
use crate::support::{Program, TestApp};
use minimata::auth::Role;
use serde_json::Value;

fn with_accounts(app: &TestApp, many: usize) {
    let rows: Vec<[(&str, String); 4]> = (1..=many)
        .map(|n| {
            let city = if n % 3 == 0 { "Lund" } else { "Malmö" };
            let kind = if n % 2 == 0 { "company" } else { "association" };
            [
                ("name", format!("Konto {n:03}")),
                ("city", city.to_owned()),
                ("kind", kind.to_owned()),
                ("members", n.to_string()),
            ]
        })
        .collect();
    let rows: Vec<Vec<(&str, &str)>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect()
        })
        .collect();
    app.accounts(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
}

fn names(body: &Value) -> Vec<String> {
    let rows = body["data"].as_array().cloned().unwrap_or_default();
    rows.iter()
        .map(|row| row["name"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Follows `next` to the end.
fn walk(program: &Program, from: &str) -> Vec<String> {
    let (mut path, mut all) = (from.to_owned(), Vec::new());
    loop {
        let answer = program.get(&path);
        let body = answer.assert_status(200).json();
        all.extend(names(&body));
        match body["next"].as_str() {
            Some(next) => {
                let link = answer.header("link").unwrap_or_default();
                assert!(link.contains(&format!("<{next}>; rel=\"next\"")), "{link}");
                path = next.to_owned();
            }
            None => return all,
        }
    }
}

#[test]
fn a_list_is_walked_by_its_links_and_back() {
    let app = TestApp::start();
    with_accounts(&app, 23);
    let program = app.program();
    let all = walk(&program, "/api/accounts?q=Konto&limit=5");
    assert_eq!(all.len(), 23);
    assert!(all.is_sorted(), "{all:?}");
    let second = program.get("/api/accounts?q=Konto&limit=5").json()["next"].clone();
    let second = program.get(second.as_str().expect("a next page")).json();
    assert_eq!(names(&second)[0], "Konto 006");
    let first = program
        .get(second["prev"].as_str().expect("a page before"))
        .json();
    assert_eq!(names(&first)[0], "Konto 001");
    assert_eq!(first["count"], 23);
    assert_eq!(first["count_is_exact"], true);
}

#[test]
fn filters_sorts_and_columns_are_those_of_the_pages() {
    let app = TestApp::start();
    with_accounts(&app, 12);
    let program = app.program();
    let body = program
        .get("/api/accounts?q=Konto&city=lund&sort=members&dir=desc&columns=name&columns=owner")
        .json();
    assert_eq!(
        names(&body),
        ["Konto 012", "Konto 009", "Konto 006", "Konto 003"]
    );
    let row = body["data"][0].as_object().expect("a row");
    assert_eq!(
        row.keys().collect::<Vec<_>>(),
        ["id", "name", "owner_id", "owner_name"]
    );
    let ranged = program
        .get("/api/accounts?members.from=3&members.to=5&q=Konto")
        .json();
    assert_eq!(names(&ranged).len(), 3);
    let five = program.get("/api/associations?limit=5&q=Konto").json();
    assert_eq!(names(&five).len(), 5);
    for row in five["data"].as_array().expect("rows") {
        assert_eq!(row["kind"], "association");
    }
    assert!(
        five["next"]
            .as_str()
            .is_some_and(|n| n.starts_with("/api/associations?"))
    );
}

#[test]
fn what_the_address_cannot_mean_is_refused_by_name() {
    let app = TestApp::start();
    let program = app.program();
    for (query, field) in [
        ("colour=red", "colour"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=x", "limit"),
        ("columns=secret", "columns"),
        ("members.from=x", "members"),
        ("name.is=empty", "name.is"),
        ("city.from=1", "city.from"),
    ] {
        let answer = program.get(&format!("/api/accounts?{query}"));
        assert_eq!(problem(&answer, 422), "invalid-fields", "{query}");
        assert_eq!(wrong(&answer), [field], "{query}");
    }
}

#[test]
fn whoever_has_the_answer_already_is_told_so() {
    let app = TestApp::start();
    let id = app.account(&[("name", "IF Känd")]);
    let program = app.program();
    for path in [
        format!("/api/accounts/{id}"),
        "/api/accounts?q=K%C3%A4nd".to_owned(),
    ] {
        let first = program.get(&path);
        let tag = first.header("etag").expect("a tag").to_owned();
        let again = program
            .with("if-none-match", &format!("\"other\", {tag}"))
            .get(&path);
        again.assert_status(304).assert_header("etag", &tag);
        assert!(again.bytes().is_empty());
        program
            .with("if-none-match", "\"other\"")
            .get(&path)
            .assert_status(200);
    }
}

#[test]
fn all_rows_are_streamed_one_a_line_for_whoever_may_export() {
    let app = TestApp::start();
    with_accounts(&app, 1_203);
    let lines = app.program().with("accept", "application/x-ndjson");
    let answer = lines.get("/api/accounts?q=Konto&sort=members&dir=desc");
    answer
        .assert_status(200)
        .assert_header("content-type", "application/x-ndjson; charset=utf-8");
    let rows: Vec<Value> = answer
        .body()
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(rows.len(), 1_203);
    assert_eq!(rows[0]["members"], 1_203);
    assert_eq!(rows[1_202]["members"], 1);
    let staff = app.sign_in(Role::Staff);
    let accept = [("accept", "application/x-ndjson")];
    let answer = staff.raw("GET", "/api/accounts", &accept, b"");
    assert_eq!(problem(&answer, 403), "forbidden");
}

#[test]
fn a_list_and_a_record_cost_few_statements() {
    let app = TestApp::start();
    with_accounts(&app, 30);
    let id = app.account(&[("name", "IF Räknat")]);
    let person = app.contact(&[("first_name", "Åsa"), ("last_name", "Räknad")]);
    app.role(person, id, "Kassör", ("2024-01-01", ""));
    let program = app.program();
    program.get("/api/accounts");
    for (path, statements) in [
        ("/api/accounts".to_owned(), 5),
        ("/api/associations?limit=5".to_owned(), 5),
        (format!("/api/accounts/{id}"), 3),
        ("/api/contacts".to_owned(), 6),
        (format!("/api/contacts/{person}"), 4),
    ] {
        assert_eq!(
            app.count_queries(|| program.get(&path)),
            statements,
            "{path}"
        );
    }
}
