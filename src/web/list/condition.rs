//! One filter of a list, as it stands in the address: `city=umeå`, `city.is=empty`, `status=active&status=former`,
//! `members.from=10&members.to=99`, `created_at.from=2026-01-01`.

use super::{Column, ColumnKind};
use crate::fields;
use crate::i18n::Message;
use crate::web::FormData;
use chrono::NaiveDate;

/// A filter on one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The text contains this.
    Contains(String),
    /// Nothing is known.
    Empty,
    /// Something is known.
    Filled,
    /// One of these codes.
    AnyOf(Vec<String>),
    /// A number in this range, ends included.
    Numbers(Option<i64>, Option<i64>),
    /// A day in this range, ends included.
    Days(Option<NaiveDate>, Option<NaiveDate>),
}

impl Condition {
    /// Reads the filter on `column`, if the address has one.
    pub(super) fn read(column: &Column, data: &FormData) -> Result<Option<Self>, Message> {
        match data.get(&format!("{}.is", column.key)) {
            _ if !column.may_be_empty => {}
            "empty" => return Ok(Some(Self::Empty)),
            "filled" => return Ok(Some(Self::Filled)),
            _ => {}
        }
        match column.kind {
            ColumnKind::Text => {
                Ok(fields::text::line(data.get(column.key), 200)?.map(Self::Contains))
            }
            ColumnKind::Choice => {
                let codes: Vec<String> = data
                    .all(column.key)
                    .filter(|c| !c.is_empty())
                    .map(str::to_owned)
                    .collect();
                Ok((!codes.is_empty()).then_some(Self::AnyOf(codes)))
            }
            ColumnKind::Number => {
                let (from, to) = ends(column, data, |raw| {
                    fields::integer::parse(raw).map(|n| n.map(i64::from))
                })?;
                Ok((from.is_some() || to.is_some()).then_some(Self::Numbers(from, to)))
            }
            ColumnKind::Moment | ColumnKind::Day => {
                let (from, to) = ends(column, data, fields::date::parse)?;
                Ok((from.is_some() || to.is_some()).then_some(Self::Days(from, to)))
            }
        }
    }

    /// The pairs that say it in an address.
    pub(super) fn pairs(&self, key: &str) -> Vec<(String, String)> {
        let end = |name: &str, value: Option<String>| value.map(|v| (format!("{key}.{name}"), v));
        match self {
            Self::Contains(text) => vec![(key.to_owned(), text.clone())],
            Self::Empty => vec![(format!("{key}.is"), "empty".to_owned())],
            Self::Filled => vec![(format!("{key}.is"), "filled".to_owned())],
            Self::AnyOf(codes) => codes
                .iter()
                .map(|code| (key.to_owned(), code.clone()))
                .collect(),
            Self::Numbers(from, to) => [
                end("from", from.map(|n| n.to_string())),
                end("to", to.map(|n| n.to_string())),
            ]
            .into_iter()
            .flatten()
            .collect(),
            Self::Days(from, to) => [
                end("from", from.map(|d| d.to_string())),
                end("to", to.map(|d| d.to_string())),
            ]
            .into_iter()
            .flatten()
            .collect(),
        }
    }
}

type Ends<T> = (Option<T>, Option<T>);

fn ends<T>(
    column: &Column,
    data: &FormData,
    rule: impl Fn(&str) -> Result<Option<T>, Message>,
) -> Result<Ends<T>, Message> {
    let from = rule(data.get(&format!("{}.from", column.key)))?;
    let to = rule(data.get(&format!("{}.to", column.key)))?;
    Ok((from, to))
}
