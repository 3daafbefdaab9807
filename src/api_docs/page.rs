//! The document as a page: every endpoint with what it takes, and a command to try.

use super::document;
use super::endpoints::{ENDPOINTS, Endpoint};
use super::examples;
use crate::auth::MaybeSignedIn;
use crate::web::problem::KINDS;
use crate::web::{AppError, Shell, State, page};
use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use serde_json::Value;

#[derive(Template)]
#[template(path = "api_docs/index.html")]
struct DocsPage {
    ui: Shell,
    endpoints: Vec<Shown>,
    schemas: Vec<Described>,
    problems: &'static [(&'static str, u16)],
}

/// An endpoint as it is shown.
struct Shown {
    id: String,
    method: &'static str,
    path: &'static str,
    summary: &'static str,
    scope: &'static str,
    parameters: Vec<String>,
    command: String,
}

/// A schema as it is shown.
struct Described {
    name: String,
    about: String,
    /// Name, type, and what is said of it.
    fields: Vec<(String, String, String)>,
}

/// `GET /api/docs`
pub(super) async fn show(
    state: Data<State>,
    visitor: MaybeSignedIn,
) -> Result<HttpResponse, AppError> {
    let document = document::openapi();
    let base = state
        .config
        .public_url
        .as_str()
        .trim_end_matches('/')
        .to_owned();
    let shown = |endpoint: &Endpoint| shown(endpoint, &document, &base);
    let schemas = document["components"]["schemas"].as_object();
    let schemas = schemas.into_iter().flatten();
    page(&DocsPage {
        ui: visitor.ui,
        endpoints: ENDPOINTS.iter().map(shown).collect(),
        problems: KINDS,
        schemas: schemas
            .map(|(name, schema)| described(name, schema))
            .collect(),
    })
}

fn shown(endpoint: &Endpoint, document: &Value, base: &str) -> Shown {
    let operation = &document["paths"][endpoint.path][endpoint.method.to_lowercase()];
    let parameters = operation["parameters"].as_array();
    let parameters = parameters.into_iter().flatten();
    let name = |p: &Value| p["name"].as_str().unwrap_or_default().to_owned();
    Shown {
        id: operation["operationId"]
            .as_str()
            .unwrap_or_default()
            .to_owned(),
        method: endpoint.method,
        path: endpoint.path,
        summary: endpoint.summary,
        scope: endpoint.scope,
        parameters: parameters.map(name).collect(),
        command: command(endpoint, base),
    }
}

/// A command to try.
fn command(endpoint: &Endpoint, base: &str) -> String {
    let path = endpoint.path.replace("{id}", "1");
    let key = if endpoint.scope.is_empty() {
        ""
    } else {
        " -H \"X-Api-Key: $KEY\""
    };
    let Some(body) = examples::body(&endpoint.shape) else {
        return format!("curl{}{key} {base}{path}", method(endpoint.method));
    };
    let json = "-H 'Content-Type: application/json'";
    format!(
        "curl{}{key} {json} {base}{path} -d '{body}'",
        method(endpoint.method)
    )
}

fn method(method: &str) -> String {
    match method {
        "GET" => String::new(),
        other => format!(" -X {other}"),
    }
}

fn described(name: &str, schema: &Value) -> Described {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let properties = schema["properties"].as_object();
    let properties = properties.into_iter().flatten();
    let field =
        |(name, field): (&String, &Value)| (name.clone(), kind(field), text(&field["description"]));
    Described {
        name: name.to_owned(),
        about: text(&schema["description"]),
        fields: properties.map(field).collect(),
    }
}

/// The type of a field in a few words.
fn kind(field: &Value) -> String {
    if let Some(reference) = field["$ref"].as_str() {
        return reference.rsplit('/').next().unwrap_or_default().to_owned();
    }
    if let Some(codes) = field["enum"].as_array() {
        let codes = codes.iter().filter_map(Value::as_str);
        return codes.collect::<Vec<_>>().join(" | ");
    }
    let either = field["oneOf"]
        .as_array()
        .or_else(|| field["anyOf"].as_array());
    if let Some(either) = either {
        return either.iter().map(kind).collect::<Vec<_>>().join(" | ");
    }
    let kind = match &field["type"] {
        Value::Array(all) => {
            let names = all.iter().filter_map(Value::as_str);
            names.collect::<Vec<_>>().join(" | ")
        }
        other => other.as_str().unwrap_or("any").to_owned(),
    };
    match field["maxLength"].as_u64() {
        Some(most) => format!("{kind} ≤ {most}"),
        None => kind,
    }
}
