//! The OpenAPI document.

use super::endpoints::{ENDPOINTS, Endpoint, Shape};
use super::examples;
use super::parameters::parameters;
use super::schemas::{reference, schemas, with};
use serde_json::{Map, Value, json};

/// The whole document.
pub(super) fn openapi() -> Value {
    let mut paths = Map::new();
    for endpoint in ENDPOINTS {
        let path = paths.entry(endpoint.path).or_insert_with(|| json!({}));
        path[endpoint.method.to_lowercase()] = operation(endpoint);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Minimata",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "MIT", "identifier": "MIT" },
            "description": "Accounts, contacts and what happened with them. Dates are RFC 3339 in UTC.",
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "securitySchemes": {
                "key": { "type": "apiKey", "in": "header", "name": "X-Api-Key" },
                "bearer": { "type": "http", "scheme": "bearer" },
                "session": { "type": "apiKey", "in": "cookie", "name": "__Host-minimata" },
            },
        },
    })
}

fn operation(endpoint: &Endpoint) -> Value {
    let security = match endpoint.scope {
        "" if endpoint.path.ends_with("/me") => json!([{ "session": [] }]),
        "" => json!([]),
        _ => json!([{ "key": [] }, { "bearer": [] }, { "session": [] }]),
    };
    let id = endpoint.path.trim_start_matches("/api/");
    let id = id.replace(['/', '{', '}', '.', '-'], "_");
    let mut operation = json!({
        "operationId": format!("{}_{id}", endpoint.method.to_lowercase()),
        "summary": endpoint.summary,
        "tags": [endpoint.path.split('/').nth(2).unwrap_or_default()],
        "security": security,
        "parameters": parameters(endpoint),
        "responses": responses(endpoint),
    });
    if !endpoint.scope.is_empty() {
        operation["description"] = format!("A key needs `{}`.", endpoint.scope).into();
        operation["x-key-scope"] = endpoint.scope.into();
    }
    if let Some(schema) = body(&endpoint.shape) {
        let content = json!({ "schema": schema, "example": examples::body(&endpoint.shape) });
        let required = !matches!(endpoint.shape, Shape::May(..));
        operation["requestBody"] =
            json!({ "required": required, "content": { "application/json": content } });
    }
    operation
}

fn body(shape: &Shape) -> Option<Value> {
    let version = || json!({ "version": { "type": "integer" } });
    Some(match shape {
        Shape::Make(takes, _) | Shape::Take(takes, ..) | Shape::May(takes, _) => reference(takes),
        Shape::Change(takes, _) => with(takes, version()),
        Shape::Batch(takes) => {
            let row = with(
                takes,
                json!({ "id": { "type": "integer" }, "version": { "type": "integer" } }),
            );
            json!({
                "type": "object", "required": ["rows"], "additionalProperties": false,
                "properties": {
                    "rows": { "type": "array", "minItems": 1, "maxItems": 1000, "items": { "anyOf": [row, { "type": "object" }] } },
                    "all_or_nothing": { "type": "boolean" },
                },
            })
        }
        _ => return None,
    })
}

fn responses(endpoint: &Endpoint) -> Value {
    let json_of = |schema: Value| json!({ "application/json": { "schema": schema } });
    let (status, content) = match &endpoint.shape {
        Shape::List(of, _) => (200, list_of(of, true)),
        Shape::Series => (200, list_of("KpiValue", false)),
        Shape::One(of) | Shape::Change(_, of) | Shape::May(_, of) | Shape::Do(of) => {
            (200, json_of(reference(of)))
        }
        Shape::Make(_, of) => (201, json_of(reference(of))),
        Shape::Remove => (204, json!(null)),
        Shape::Batch(_) => (200, json_of(reference("BatchOutcome"))),
        Shape::Take(_, of, status) => (*status, json_of(reference(of))),
        Shape::Plain("Page") => (200, json!({ "text/html": {} })),
        Shape::Plain("Document") => (200, json_of(json!({ "type": "object" }))),
        Shape::Plain(of) => (200, json_of(reference(of))),
    };
    let mut good = json!({ "description": endpoint.summary });
    let rehearsed = match &endpoint.shape {
        Shape::Make(_, of) => {
            let nothing = json!({ "id": { "type": ["integer", "null"] } });
            Some(json_of(with(of, nothing)))
        }
        _ => None,
    };
    if !content.is_null() {
        good["content"] = content;
    }
    let problem = json!({
        "description": "RFC 9457 problem",
        "content": { "application/problem+json": { "schema": reference("Problem") } },
    });
    let mut all = json!({ status.to_string(): good, "4XX": problem, "5XX": problem });
    if let Some(content) = rehearsed {
        let about = "A dry run: nothing was made, so it has no id";
        all["200"] = json!({ "description": about, "content": content });
    }
    all
}

fn list_of(name: &str, has_lines: bool) -> Value {
    // `columns` may have left out the others.
    let mut row = with(name, json!({}));
    row["required"] = json!(["id"]);
    let page = json!({
        "type": "object", "required": ["data", "count", "count_is_exact", "next", "prev"],
        "properties": {
            "data": { "type": "array", "items": row },
            "count": { "type": "integer", "maximum": 1000 },
            "count_is_exact": { "type": "boolean" },
            "next": { "type": ["string", "null"] },
            "prev": { "type": ["string", "null"] },
        },
    });
    let mut content = json!({ "application/json": { "schema": page } });
    if has_lines {
        content["application/x-ndjson"] = json!({ "schema": { "type": "string" } });
    }
    content
}
