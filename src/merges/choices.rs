//! From the values of two records and what somebody chose to the values of one.

use crate::web::FormData;
use crate::web::record::{Field, Input};
use serde_json::{Map, Value};

/// Which value of a field stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Of the record whose page it is.
    Left,
    /// Of the other one.
    Right,
    /// Both, one below the other: for long texts.
    Both,
}

impl Choice {
    pub fn code(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both => "both",
        }
    }

    fn parse(code: &str, can_join: bool) -> Option<Self> {
        match code {
            "left" => Some(Self::Left),
            "right" => Some(Self::Right),
            "both" if can_join => Some(Self::Both),
            _ => None,
        }
    }

    /// What was chosen in the form, else what loses least: both texts, the only value there is, else that of the record
    /// that stays.
    pub fn of(form: &FormData, name: &str, values: [&str; 2], can_join: bool, keep: usize) -> Self {
        let [left, right] = values.map(|value| value.trim().is_empty());
        Self::parse(form.get(name), can_join).unwrap_or(match (left, right, can_join) {
            (false, false, true) => Self::Both,
            (true, false, _) => Self::Right,
            (false, true, _) => Self::Left,
            _ if keep == 0 => Self::Left,
            _ => Self::Right,
        })
    }
}

/// Whether two texts of this field can stand one below the other.
pub(super) fn can_join(field: &Field) -> bool {
    field.input == Input::Paragraph
}

/// What a choice is called in the form.
pub(super) fn field_name(field: &Field) -> String {
    format!("field.{}", field.name)
}

/// The same for the `n`th of the other facts that differ.
pub(super) fn fact_name(n: usize) -> String {
    format!("fact.{n}")
}

/// The form of the record that stays.
pub(super) fn united(
    fields: &[Field],
    sides: [&FormData; 2],
    form: &FormData,
    keep: usize,
) -> FormData {
    let one = |field: &Field| {
        let [left, right] = sides.map(|side| side.get(field.name));
        let (name, can_join) = (field_name(field), can_join(field));
        let value = match Choice::of(form, &name, [left, right], can_join, keep) {
            _ if left.trim() == right.trim() => left.to_owned(),
            Choice::Left => left.to_owned(),
            Choice::Right => right.to_owned(),
            Choice::Both => format!("{}\n\n{}", left.trim(), right.trim()),
        };
        (field.name, value)
    };
    FormData::from_pairs(fields.iter().map(one))
}

/// Other facts that both have with different values, in a fixed order.
pub(super) fn colliding(sides: [&str; 2]) -> Vec<(String, [String; 2])> {
    let [left, right] = sides.map(parsed);
    let differs = |(name, value): (&String, &Value)| {
        let other = right.get(name).filter(|other| *other != value)?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Some((name.clone(), [text(value), text(other)]))
    };
    let mut found: Vec<_> = left.iter().filter_map(differs).collect();
    found.sort();
    found
}

/// The other facts of the record that stays: the union, and of those that differ the chosen one.
pub(super) fn united_facts(sides: [&str; 2], form: &FormData, keep: usize) -> String {
    let mut union = parsed(sides[keep]);
    for (name, value) in parsed(sides[1 - keep]) {
        union.entry(name).or_insert(value);
    }
    for (n, (name, values)) in colliding(sides).into_iter().enumerate() {
        let [left, right] = &values;
        let choice = Choice::of(form, &fact_name(n), [left, right], false, keep);
        let chosen = if choice == Choice::Right { right } else { left };
        union.insert(name, Value::from(chosen.as_str()));
    }
    Value::Object(union).to_string()
}

fn parsed(json: &str) -> Map<String, Value> {
    serde_json::from_str(json).unwrap_or_default()
}
