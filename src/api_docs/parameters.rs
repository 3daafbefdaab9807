//! What each endpoint takes in its address and headers.

use super::endpoints::{Endpoint, Shape};
use crate::kpis::api::series::PARAMETERS as SERIES;
use crate::web::api::address::COMMON;
use crate::web::api::listing::LIMITS;
use crate::web::list::{Column, ColumnKind};
use serde_json::{Value, json};

/// The parameters of an endpoint.
pub(super) fn parameters(endpoint: &Endpoint) -> Vec<Value> {
    let query =
        |name: &str, schema: Value| json!({ "name": name, "in": "query", "schema": schema });
    let header =
        |name: &str, schema: Value| json!({ "name": name, "in": "header", "schema": schema });
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
        Shape::Series => all.extend(SERIES.iter().map(|name| query(name, series(name)))),
        Shape::One("OperationWithChanges") => {
            all.push(query("after", json!({ "type": "integer" })))
        }
        Shape::Make(..)
        | Shape::Change(..)
        | Shape::Batch(_)
        | Shape::Take(..)
        | Shape::May(..)
        | Shape::Do(_)
        | Shape::Remove
            if !endpoint.scope.is_empty() =>
        {
            all.push(query("dry_run", json!({ "type": "boolean" })));
            all.push(header(
                "Idempotency-Key",
                json!({ "type": "string", "pattern": "^[!-~]([ -~]{0,253}[!-~])?$" }),
            ));
        }
        _ => {}
    }
    if matches!(endpoint.shape, Shape::Change(..) | Shape::Remove) && !endpoint.scope.is_empty() {
        let tag = r#"^(\*|(W/)?"[0-9]{1,9}(-[0-9a-f]{1,64})?")$"#;
        all.push(header(
            "If-Match",
            json!({ "type": "string", "pattern": tag }),
        ));
    }
    all
}

fn series(name: &str) -> Value {
    match name {
        "limit" => common(name, &[]),
        "account_id" => json!({ "type": "integer" }),
        _ => json!({ "type": "string", "description": "A period of the KPI's cadence" }),
    }
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
        "after" | "before" => {
            json!({ "type": "string", "minLength": 1, "description": "Out of `next` or `prev`" })
        }
        "columns" => {
            json!({ "type": "array", "items": { "type": "string", "enum": keys(|_| true) } })
        }
        _ => json!({ "type": "string" }),
    }
}

/// The parameters of a column's filter.
fn filters(column: &Column) -> Vec<Value> {
    let query = |end: &str, schema: Value| json!({ "name": format!("{}{end}", column.key), "in": "query", "schema": schema });
    let ends = |schema: Value| {
        // A form sends both ends, also where one is open.
        let schema = json!({ "anyOf": [schema, { "type": "string", "maxLength": 0 }] });
        vec![query(".from", schema.clone()), query(".to", schema)]
    };
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
