//! The columns of an exported file.

use crate::tags::Tag;
use chrono::{NaiveDate, NaiveDateTime};

/// What a cell of a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text; empty where nothing is known.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Day(NaiveDate),
    /// A moment, in the reader's time zone.
    Moment(NaiveDateTime),
}

impl Value {
    /// A number, or nothing.
    pub fn number(n: Option<i32>) -> Self {
        n.map_or_else(Self::nothing, |n| Self::Number(n.into()))
    }

    /// A day, or nothing.
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or_else(Self::nothing, Self::Day)
    }

    /// An empty cell.
    pub fn nothing() -> Self {
        Self::Text(String::new())
    }

    /// The value as text: numbers plain, days and moments as ISO 8601 has them.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(n) => n.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Moment(at) => at.format("%Y-%m-%d %H:%M:%S").to_string(),
        }
    }
}

/// A column that a file can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in addresses.
    pub key: &'static str,
    /// The catalogue's key of its heading, which our import knows in every language.
    pub label: &'static str,
    /// The column of the list that shows it, if one does.
    pub shown_with: &'static str,
    /// How wide a spreadsheet shows it, in characters.
    pub width: u8,
}

impl Field {
    /// A column that the list shows under its own name.
    pub(super) const fn new(key: &'static str, label: &'static str, width: u8) -> Self {
        Self {
            key,
            label,
            shown_with: key,
            width,
        }
    }

    /// Shown by another column of the list.
    pub(super) const fn with(self, column: &'static str) -> Self {
        Self {
            shown_with: column,
            ..self
        }
    }
}

/// The column that stands for every other fact, each of which gets a column of its own.
pub const OTHER_FACTS: &str = "other_facts";

/// Tags in one cell, as an import takes them apart.
pub(super) fn joined(tags: Option<&Vec<Tag>>) -> Value {
    let names: Vec<&str> = tags
        .into_iter()
        .flatten()
        .map(|tag| tag.name.as_str())
        .collect();
    Value::Text(names.join(", "))
}
