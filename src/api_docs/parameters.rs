//! What each endpoint takes in its address and headers.

use super::endpoints::{Endpoint, Shape};
use crate::web::api::listing::{COMMON, LIMITS};
use crate::web::list::{Column, ColumnKind};
use serde_json::{Value, json};

/// The parameters of an endpoint.
pub(super) fn parameters(endpoint: &Endpoint) -> Vec<Value> {
    let query =
        |name: &str, schema: Value| json!({ "name": name, "in": "query", "schema": schema });
    let header =
        |name: &str, schema: Value| json!({ "name": name, "in": "header", "schema": schema });
    let text = || json!({ "type": "string" });
    let mut all = Vec::new();
    if endpoint.path.contains("{id}") {
        let id = json!({ "type": "integer", "minimum": 0 });
        all.push(json!({ "name": "id", "in": "path", "required": true, "schema": id }));
    }
    match &endpoint.shape {
        Shape::List(_, columns) => {
            all.extend(COMMON.iter().map(|name| query(name, common(name, columns))));
            all.extend(columns.iter().filter(|c| c.filterable).flat_map(filters));
        }
        Shape::One("OperationWithChanges") => {
            all.push(query("after", json!({ "type": "integer" })))
        }
        Shape::Make(..) | Shape::Change(..) | Shape::Batch(_) | Shape::Remove
            if !endpoint.scope.is_empty() =>
        {
            all.push(query("dry_run", json!({ "type": "boolean" })));
            all.push(header(
                "Idempotency-Key",
                json!({ "type": "string", "minLength": 1, "maxLength": 255 }),
            ));
        }
        _ => {}
    }
    if matches!(endpoint.shape, Shape::Change(..)) {
        all.push(header("If-Match", text()));
    }
    all
}

fn common(name: &str, columns: &[Column]) -> Value {
    let keys = |kept: fn(&Column) -> bool| -> Vec<&str> {
        columns.iter().filter(|c| kept(c)).map(|c| c.key).collect()
    };
    match name {
        "sort" => json!({ "type": "string", "enum": keys(|c| c.sortable) }),
        "dir" => json!({ "type": "string", "enum": ["asc", "desc"] }),
        "limit" => {
            json!({ "type": "integer", "minimum": 1, "maximum": LIMITS.1, "default": LIMITS.0 })
        }
        "at" => json!({ "type": "string", "enum": ["last"] }),
        "columns" => {
            json!({ "type": "array", "items": { "type": "string", "enum": keys(|_| true) } })
        }
        _ => json!({ "type": "string" }),
    }
}

/// The parameters of a column's filter.
fn filters(column: &Column) -> Vec<Value> {
    let query = |end: &str, schema: Value| json!({ "name": format!("{}{end}", column.key), "in": "query", "schema": schema });
    let ends = |schema: Value| vec![query(".from", schema.clone()), query(".to", schema)];
    let mut all = match column.kind {
        ColumnKind::Text => vec![query("", json!({ "type": "string", "maxLength": 200 }))],
        ColumnKind::Choice => {
            vec![query(
                "",
                json!({ "type": "array", "items": { "type": "string" } }),
            )]
        }
        ColumnKind::Tags => vec![
            query(
                "",
                json!({ "type": "array", "items": { "type": "integer" } }),
            ),
            query(
                ".mode",
                json!({ "type": "string", "enum": ["any", "all", "none"] }),
            ),
        ],
        ColumnKind::Number => ends(json!({ "type": "integer" })),
        ColumnKind::Moment | ColumnKind::Day => ends(json!({ "type": "string", "format": "date" })),
    };
    if column.may_be_empty {
        all.push(query(
            ".is",
            json!({ "type": "string", "enum": ["empty", "filled"] }),
        ));
    }
    all
}
