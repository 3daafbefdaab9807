//! The OpenAPI document.

use super::endpoints::{ENDPOINTS, Endpoint, Shape};
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
        "" if endpoint.summary.ends_with("(admins)") => json!([{ "session": [] }]),
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
    }
    if let Some(schema) = body(&endpoint.shape) {
        operation["requestBody"] =
            json!({ "required": true, "content": { "application/json": { "schema": schema } } });
    }
    operation
}

fn body(shape: &Shape) -> Option<Value> {
    let version = || json!({ "version": { "type": "integer" } });
    Some(match shape {
        Shape::Make(takes, _) | Shape::Take(takes, _) => reference(takes),
        Shape::Change(takes, _) => with(takes, version()),
        Shape::Batch(takes) => {
            let row = with(
                takes,
                json!({ "id": { "type": "integer" }, "version": { "type": "integer" } }),
            );
            json!({
                "type": "object", "required": ["rows"], "additionalProperties": false,
                "properties": {
                    "rows": { "type": "array", "minItems": 1, "maxItems": 1000, "items": row },
                    "all_or_nothing": { "type": "boolean" },
                },
            })
        }
        _ => return None,
    })
}

fn responses(endpoint: &Endpoint) -> Value {
    let json_of = |schema: Value| json!({ "application/json": { "schema": schema } });
    let object = || json!({ "type": "object" });
    let (status, content) = match &endpoint.shape {
        Shape::List(of, _) => (200, list_of(of)),
        Shape::One(of) | Shape::Change(_, of) => (200, json_of(reference(of))),
        Shape::Make(_, of) => (201, json_of(reference(of))),
        Shape::Remove => (204, json!(null)),
        Shape::Batch(_) => (200, json_of(reference("BatchOutcome"))),
        Shape::Take(_, status) => (*status, json_of(object())),
        Shape::Plain if endpoint.path == "/api/docs" => (200, json!({ "text/html": {} })),
        Shape::Plain => (200, json_of(object())),
    };
    let mut good = json!({ "description": endpoint.summary });
    if !content.is_null() {
        good["content"] = content;
    }
    let problem = json!({
        "description": "RFC 9457 problem",
        "content": { "application/problem+json": { "schema": reference("Problem") } },
    });
    json!({ status.to_string(): good, "4XX": problem, "5XX": problem })
}

fn list_of(name: &str) -> Value {
    let page = json!({
        "type": "object", "required": ["data", "count", "count_is_exact", "next", "prev"],
        "properties": {
            "data": { "type": "array", "items": reference(name) },
            "count": { "type": "integer", "maximum": 1000 },
            "count_is_exact": { "type": "boolean" },
            "next": { "type": ["string", "null"] },
            "prev": { "type": ["string", "null"] },
        },
    });
    json!({ "application/json": { "schema": page }, "application/x-ndjson": { "schema": reference(name) } })
}
