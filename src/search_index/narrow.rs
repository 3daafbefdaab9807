//! What a list is narrowed to by its text and its `contains` filters, looked up once before its statements are made.

use super::find::{MOST, Matches, patterns, text};
use super::{IndexKind, Query, matching};
use crate::db::Conn;
use crate::db::keyset::contains;
use crate::schema::search_entries;
use crate::web::list::{Condition, ListQuery};
use diesel::dsl::{Filter, IntoBoxed, Select};
use diesel::mysql::Mysql;
use diesel::prelude::*;

/// How the words of a column stand in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// As text.
    Text(&'static str),
    /// As an address: e-mail, web.
    Address(&'static str),
    /// As a number, by its digits.
    Number(&'static str),
}

/// What the index tells of a list's filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowing {
    text: Option<Matches>,
    columns: Vec<Vec<i64>>,
}

/// Asks the index about the free text of a list and its filters on `columns`.
pub fn narrowing(
    conn: &mut Conn,
    kind: IndexKind,
    list: &ListQuery,
    columns: &[Column],
) -> QueryResult<Narrowing> {
    let text = match list.q.is_empty() {
        true => None,
        false => Some(matching(conn, kind, &Query::readings(&list.q))?),
    };
    let mut found = Vec::new();
    for column in columns {
        let Some(query) = asked(list, *column) else {
            continue;
        };
        // Where many have these words, many have the text: reading stops soon.
        if let Matches::Ids(ids) = matching(conn, kind, &[query])? {
            found.push(ids);
        }
    }
    Ok(Narrowing {
        text,
        columns: found,
    })
}

/// The words that a filter asks of a column, if it has any.
fn asked(list: &ListQuery, column: Column) -> Option<Query> {
    let (Column::Text(key) | Column::Address(key) | Column::Number(key)) = column;
    let of = |(name, _): &&(&'static str, Condition)| *name == key;
    let Some((_, Condition::Contains(text))) = list.conditions.iter().find(of) else {
        return None;
    };
    let query = match column {
        Column::Text(_) => Query::within_text(text),
        Column::Address(_) => Query::within_address(text),
        Column::Number(_) => Query::within_number(text),
    };
    (!query.terms.is_empty()).then_some(query)
}

type Entries = IntoBoxed<'static, search_entries::table, Mysql>;
/// A subquery of record ids.
pub type RecordIds =
    Select<Filter<Entries, diesel::dsl::Eq<search_entries::kind, i8>>, search_entries::record_id>;

impl Narrowing {
    /// The ids that rows must be among, each of these lists: few enough to be named.
    pub fn among(&self) -> impl Iterator<Item = &[i64]> {
        let text = match &self.text {
            Some(Matches::Ids(ids)) => Some(ids.as_slice()),
            _ => None,
        };
        text.into_iter()
            .chain(self.columns.iter().map(Vec::as_slice))
    }

    /// A query of the ids that rows must be among, where too many match to be named: it is asked row by row.
    pub fn having(&self, kind: IndexKind) -> Option<RecordIds> {
        let Some(Matches::Many(_, query)) = &self.text else {
            return None;
        };
        let entries = search_entries::table.into_boxed();
        let having = query.terms.iter().fold(entries, |entries, term| {
            let [one, two, three] = patterns(term, contains);
            entries.filter(text(one, two, three))
        });
        Some(
            having
                .filter(search_entries::kind.eq(kind.code()))
                .select(search_entries::record_id),
        )
    }

    /// More records than are counted have the text, and nothing else is asked: so many ids that counting these is
    /// enough.
    pub fn sample(&self, list: &ListQuery) -> Option<&[i64]> {
        match &self.text {
            Some(Matches::Many(ids, _)) if list.conditions.is_empty() && ids.len() >= MOST => {
                Some(ids)
            }
            _ => None,
        }
    }
}

/// Narrows a boxed query on a table of records to what the index tells.
#[macro_export]
macro_rules! narrow_by_index {
    ($query:expr, $id:expr, $kind:expr, $narrowing:expr) => {{
        let mut query = $query;
        for ids in $narrowing.among() {
            query = query.filter($id.eq_any(ids.to_vec()));
        }
        match $narrowing.having($kind) {
            Some(having) => query.filter($id.eq_any(having)),
            None => query,
        }
    }};
}
