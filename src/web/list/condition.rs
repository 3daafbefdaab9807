//! One filter of a list, as it stands in the address: `city=umeå`, `city.is=empty`, `status=active&status=former`,
//! `members.from=10&members.to=99`, `created_at.from=2026-01-01`, `tags=3&tags=5&tags.mode=all`.

use super::{Column, ColumnKind};
use crate::fields;
use crate::i18n::Message;
use crate::web::FormData;
use chrono::NaiveDate;

/// More tags in one filter than anybody ticks, and few enough for one statement.
const TAGS_MAX: usize = 20;

/// How a filter on tags takes several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// One of them is enough.
    Any,
    /// Every one of them.
    All,
    /// Not a single one.
    None,
}

impl Match {
    /// Every way, in the order offered.
    pub const ALL: [Self; 3] = [Self::Any, Self::All, Self::None];

    /// As it stands in the address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::All => "all",
            Self::None => "none",
        }
    }
}

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
    /// Tags by their ids, at least one.
    Tagged(Match, Vec<i64>),
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
            ColumnKind::Tags => tagged(column, data),
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
            Self::Tagged(how, ids) => {
                let chosen = ids.iter().map(|id| (key.to_owned(), id.to_string()));
                let mode =
                    (*how != Match::Any).then(|| (format!("{key}.mode"), how.code().to_owned()));
                chosen.chain(mode).collect()
            }
        }
    }
}

fn tagged(column: &Column, data: &FormData) -> Result<Option<Condition>, Message> {
    let unknown = || Message::new("common-choose-one");
    let mut ids = Vec::new();
    for text in data.all(column.key).filter(|text| !text.is_empty()) {
        let id: i64 = text.parse().map_err(|_| unknown())?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.is_empty() {
        return Ok(None);
    }
    if ids.len() > TAGS_MAX {
        return Err(Message::new("common-too-many-tags").arg("max", TAGS_MAX));
    }
    let how = match data.get(&format!("{}.mode", column.key)) {
        "" => Match::Any,
        code => *Match::ALL
            .iter()
            .find(|how| how.code() == code)
            .ok_or_else(unknown)?,
    };
    Ok(Some(Condition::Tagged(how, ids)))
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

#[cfg(test)]
mod tests {
    use super::*;

    const TAGS: Column = Column::new("tags", "tags-title", ColumnKind::Tags);

    fn read(query: &str) -> Result<Option<Condition>, Message> {
        Condition::read(&TAGS, &FormData::parse(query.as_bytes()))
    }

    #[test]
    fn tags_survive_the_address() {
        for (how, ids) in [
            (Match::Any, vec![3]),
            (Match::All, vec![5, 3]),
            (Match::None, vec![7]),
        ] {
            let condition = Condition::Tagged(how, ids);
            let pairs = condition.pairs("tags");
            let query = url::form_urlencoded::Serializer::new(String::new())
                .extend_pairs(pairs)
                .finish();
            assert_eq!(read(&query), Ok(Some(condition)));
        }
        assert_eq!(read("tags.mode=all"), Ok(None));
        assert_eq!(read("tags.is=empty"), Ok(Some(Condition::Empty)));
    }

    #[test]
    fn tags_that_are_none_are_said_at_the_field() {
        assert!(read("tags=x").is_err());
        assert!(read("tags=3&tags.mode=some").is_err());
        let many: Vec<String> = (0..21).map(|id| format!("tags={id}")).collect();
        assert!(read(&many.join("&")).is_err());
    }
}
