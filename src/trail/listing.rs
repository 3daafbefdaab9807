//! The lists of operations: recent changes for everybody, the audit list for admins.

use super::names::Names;
use super::queries::{Operations, shared_kinds};
use crate::audit::Kind;
use crate::audit::OperationRow;
use crate::auth::{Channel, UserId};
use crate::db::counting::Count;
use crate::db::{Conn, count_up_to};
use crate::keyset;
use crate::schema::operations;
use crate::web::list::{
    Column, ColumnKind, Condition, Cursor, ListQuery, Selected, bounds, moment, moment_text,
};
use chrono_tz::Tz;
use diesel::prelude::*;

const WHAT: Column = Column::new("what", "audit-column-what", ColumnKind::Text)
    .unsorted()
    .unfiltered()
    .shown();
const AT: Column = Column::new("at", "audit-column-at", ColumnKind::Moment)
    .always_filled()
    .shown();
const WHO: Column = Column::new("who", "audit-column-who", ColumnKind::Choice)
    .unsorted()
    .shown();
const KIND: Column = Column::new("kind", "audit-column-kind", ColumnKind::Choice)
    .always_filled()
    .unsorted();
const SUBJECT: Column = Column::new("subject", "audit-column-subject", ColumnKind::Text)
    .unsorted()
    .unfiltered()
    .shown();
const CHANGES: Column = Column::new("changes", "audit-column-changes", ColumnKind::Number)
    .unsorted()
    .unfiltered()
    .shown();
const UNDO: Column = Column::new("undo", "audit-column-undo", ColumnKind::Text)
    .unsorted()
    .unfiltered()
    .shown();
const CHANNEL: Column = Column::new("channel", "audit-column-channel", ColumnKind::Choice)
    .unsorted()
    .shown();
const ADDRESS: Column = Column::new("address", "audit-column-address", ColumnKind::Text)
    .unsorted()
    .unfiltered()
    .shown();

/// Which of the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Kinds about records, for everybody.
    Shared,
    /// All kinds, with addresses, for admins.
    Audit,
}

impl Scope {
    pub fn base(self) -> &'static str {
        match self {
            Self::Shared => "/changes",
            Self::Audit => "/audit",
        }
    }

    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Shared => &[AT, WHO, WHAT, SUBJECT, CHANGES, UNDO, CHANNEL, KIND],
            Self::Audit => &[AT, WHO, WHAT, SUBJECT, CHANGES, CHANNEL, ADDRESS, KIND],
        }
    }

    /// The kinds that are listed, in the order of the filter.
    pub fn kinds(self) -> Vec<Kind> {
        match self {
            Self::Shared => shared_kinds(),
            Self::Audit => Kind::ALL.to_vec(),
        }
    }
}

/// Newest first.
pub(super) const DEFAULT_SORT: (&str, bool) = ("at", true);
/// In the filter of people: what nobody signed in did.
pub(super) const NOBODY: &str = "none";

/// One page and its count: two statements.
pub(super) fn page(
    conn: &mut Conn,
    scope: Scope,
    list: &ListQuery,
    zone: Tz,
) -> QueryResult<(Selected<OperationRow>, Count)> {
    let count = count_up_to(conn, matching(scope, list, zone).select(operations::id))?;
    let limit = i64::try_from(list.size + 1).unwrap_or(101);
    let query = matching(scope, list, zone);
    let query = keyset!(query, list, operations::at, operations::id, moment);
    let rows = query
        .limit(limit)
        .select(OperationRow::as_select())
        .load(conn)?;
    Ok((Selected::from_read(list, rows), count))
}

fn matching(scope: Scope, list: &ListQuery, zone: Tz) -> Operations {
    let mut query = operations::table.into_boxed();
    if let Some(kinds) = kinds(scope, list.condition("kind")) {
        query = query.filter(operations::kind.eq_any(kinds));
    }
    for (key, condition) in &list.conditions {
        query = narrowed(query, key, condition, zone);
    }
    query
}

/// The kinds that are asked for, as far as they are for this reader; none where all are.
fn kinds(scope: Scope, asked: Option<&Condition>) -> Option<Vec<Kind>> {
    let mut kinds = match (asked, scope) {
        (Some(Condition::AnyOf(codes)), _) => codes.iter().filter_map(|c| Kind::parse(c)).collect(),
        (_, Scope::Shared) => shared_kinds(),
        (_, Scope::Audit) => return None,
    };
    kinds.retain(|kind| scope == Scope::Audit || kind.is_about_records());
    Some(kinds)
}

fn narrowed(query: Operations, key: &str, condition: &Condition, zone: Tz) -> Operations {
    match (key, condition) {
        ("at", Condition::Days(..)) => {
            let (from, before) = bounds(condition, zone);
            let query = match from {
                Some(from) => query.filter(operations::at.ge(from)),
                None => query,
            };
            match before {
                Some(before) => query.filter(operations::at.lt(before)),
                None => query,
            }
        }
        ("channel", Condition::AnyOf(codes)) => {
            let channels = codes.iter().filter_map(|code| Channel::parse(code));
            query.filter(operations::channel.eq_any(channels.collect::<Vec<_>>()))
        }
        ("who", Condition::AnyOf(codes)) => by_person(query, codes),
        // "Is empty" and its opposite are not offered here: nothing in a list of operations has them.
        _ => query,
    }
}

fn by_person(query: Operations, codes: &[String]) -> Operations {
    let ids: Vec<UserId> = codes.iter().filter_map(|code| code.parse().ok()).collect();
    let nobody = codes.iter().any(|code| code == NOBODY);
    match (nobody, ids.is_empty()) {
        (true, true) => query.filter(operations::user_id.is_null()),
        (true, false) => query.filter(
            operations::user_id
                .is_null()
                .or(operations::user_id.eq_any(ids).assume_not_null()),
        ),
        (false, _) => query.filter(operations::user_id.eq_any(ids)),
    }
}

/// Where a row stands in the list.
pub(super) fn cursor(row: &OperationRow) -> Cursor {
    Cursor {
        value: Some(moment_text(row.at)),
        id: row.id.0,
    }
}

/// The record that an operation is about: name and page. An affiliation is shown on its contact's page.
pub(super) fn subject(names: &Names, operation: &OperationRow) -> (String, String) {
    operation
        .subject()
        .map(|subject| names.page(subject))
        .unwrap_or_default()
}
