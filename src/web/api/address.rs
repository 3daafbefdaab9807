//! A list's address as programs write it: what pages let pass, such as a name that is no column, is said to be wrong.

use crate::i18n::Message;
use crate::web::list::{Column, ColumnKind, Cursor};
use crate::web::{FieldProblem, FormData};

/// Parameters of every list besides its filters.
pub const COMMON: [&str; 8] = [
    "q", "sort", "dir", "limit", "after", "before", "at", "columns",
];

/// What is wrong with names and places; what filters hold is for the list itself to say.
pub(super) fn problems(columns: &[Column], data: &FormData) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    for (name, value) in data.pairs() {
        let wrong = match (name.as_str(), value.as_str()) {
            (name, _) if !is_known(columns, name) => "api-parameter-unknown",
            ("after" | "before", place) if Cursor::decode(place).is_none() => "api-cursor-wrong",
            ("dir", way) if !["asc", "desc"].contains(&way) => "common-choose-one",
            ("at", place) if place != "last" => "common-choose-one",
            (name, value) if name.ends_with(".is") && !["empty", "filled"].contains(&value) => {
                "common-choose-one"
            }
            ("columns", key) if columns.iter().all(|column| column.key != key) => {
                let unknown = Message::new("api-column-unknown").arg("name", key);
                problems.push(FieldProblem::new("columns", unknown));
                continue;
            }
            _ => continue,
        };
        problems.push(FieldProblem::new(name, Message::new(wrong)));
    }
    problems
}

fn is_known(columns: &[Column], name: &str) -> bool {
    if COMMON.contains(&name) {
        return true;
    }
    let (key, end) = name.rsplit_once('.').unwrap_or((name, ""));
    let column = columns
        .iter()
        .find(|c| c.filterable && (c.key == key || c.key == name));
    let is_range = |column: &Column| {
        matches!(
            column.kind,
            ColumnKind::Number | ColumnKind::Moment | ColumnKind::Day
        )
    };
    column.is_some_and(|column| match end {
        "is" => column.may_be_empty,
        "from" | "to" => is_range(column),
        "mode" => column.kind == ColumnKind::Tags,
        _ => column.key == name && !is_range(column),
    })
}
