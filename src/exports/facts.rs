//! Other facts as columns of their own names.

use super::Value;
use serde_json::{Map, Value as Json};
use std::collections::BTreeSet;

/// More columns than a spreadsheet is readable with; names beyond are left out.
const COLUMNS_MAX: usize = 1_000;

/// The names of facts, gathered before the first row is written.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// Adds those of a record.
    pub fn add(&mut self, facts: &str) {
        for name in parsed(facts).into_iter().map(|(name, _)| name) {
            if self.0.len() < COLUMNS_MAX {
                self.0.insert(name);
            }
        }
    }

    /// In alphabetical order.
    pub fn sorted(self) -> Vec<String> {
        self.0.into_iter().collect()
    }
}

/// The facts of a record under these names.
pub(super) fn values<'a>(
    facts: &str,
    names: &'a [String],
) -> impl Iterator<Item = Value> + use<'a> {
    let facts = parsed(facts);
    names.iter().map(move |name| {
        Value::Text(match facts.get(name) {
            Some(Json::String(text)) => text.clone(),
            Some(Json::Null) | None => String::new(),
            Some(other) => other.to_string(),
        })
    })
}

fn parsed(facts: &str) -> Map<String, Json> {
    serde_json::from_str(facts).unwrap_or_default()
}
