//! Reading the history of one record: what was done to it and to its affiliations.

use super::undoing::Undoing;
use crate::audit::{Change, ChangeRow, OperationId, OperationRow, Subject, SubjectType};
use crate::db::{Conn, UnionAll};
use crate::schema::{affiliations, changes, operations};
use diesel::mysql::Mysql;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// Where a page of something read newest first begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At the newest.
    First,
    /// With what is older than this id.
    Older(i64),
    /// With what is newer than this id, nearest first.
    Newer(i64),
}

impl Place {
    /// The ids between which the page lies, and whether it is read from the newest on.
    fn between(self) -> (i64, i64, bool) {
        match self {
            Self::First => (0, i64::MAX, true),
            Self::Older(id) => (0, id, true),
            Self::Newer(id) => (id, i64::MAX, false),
        }
    }
}

/// The operations that are about a record, or touched it or one of its affiliations, newest first; one more than `limit`
/// if there are more. One statement, each part of it answered by an index.
pub(super) fn history_ids(
    conn: &mut Conn,
    of: Subject,
    place: Place,
    limit: i64,
) -> QueryResult<Vec<OperationId>> {
    let (after, before, newest_first) = place.between();
    // What is about it may have left it as it was: a merge whose values it had already.
    let about = operations::table
        .filter(operations::subject_type.eq(of.kind))
        .filter(operations::subject_id.eq(of.id))
        .filter(operations::id.gt(after).and(operations::id.lt(before)))
        .select(operations::id)
        .limit(limit + 1)
        .into_boxed();
    let own = changes::table
        .filter(changes::subject_type.eq(of.kind))
        .filter(changes::subject_id.eq(of.id))
        .filter(changes::operation_id.gt(after))
        .filter(changes::operation_id.lt(before))
        .select(changes::operation_id)
        .distinct()
        .limit(limit + 1)
        .into_boxed();
    let through = affiliation_changes(of)
        .filter(changes::operation_id.gt(after))
        .filter(changes::operation_id.lt(before))
        .select(changes::operation_id)
        .distinct()
        .limit(limit + 1);
    let parts = UnionAll::new();
    let parts = match newest_first {
        true => parts
            .and(about.order(operations::id.desc()))
            .and(own.order(changes::operation_id.desc()))
            .and(through.order(changes::operation_id.desc())),
        false => parts
            .and(about.order(operations::id.asc()))
            .and(own.order(changes::operation_id.asc()))
            .and(through.order(changes::operation_id.asc())),
    };
    let found: Vec<OperationId> = parts.rows(conn)?;
    let all: BTreeSet<OperationId> = found.into_iter().collect();
    let most = usize::try_from(limit + 1).unwrap_or_default();
    let mut ids: Vec<OperationId> = match newest_first {
        true => all.into_iter().rev().take(most).collect(),
        false => all.into_iter().take(most).collect(),
    };
    ids.sort_unstable_by(|a, b| b.cmp(a));
    Ok(ids)
}

type ThroughAffiliations = diesel::helper_types::IntoBoxed<
    'static,
    diesel::helper_types::InnerJoin<
        affiliations::table,
        diesel::helper_types::On<
            changes::table,
            diesel::dsl::And<
                diesel::dsl::Eq<changes::subject_type, SubjectType>,
                diesel::dsl::Eq<changes::subject_id, affiliations::id>,
            >,
        >,
    >,
    Mysql,
>;

/// The changes of all affiliations that a record has or had.
fn affiliation_changes(of: Subject) -> ThroughAffiliations {
    let joined = affiliations::table
        .inner_join(
            changes::table.on(changes::subject_type
                .eq(SubjectType::Affiliation)
                .and(changes::subject_id.eq(affiliations::id))),
        )
        .into_boxed();
    match of.kind {
        SubjectType::Account => joined.filter(affiliations::account_id.eq(of.id)),
        _ => joined.filter(affiliations::contact_id.eq(of.id)),
    }
}

/// These operations, newest first, with what took them back: one statement.
pub(super) fn operations_and_undos(
    conn: &mut Conn,
    ids: &[OperationId],
) -> QueryResult<(Vec<OperationRow>, Undoing)> {
    let these = operations::table
        .filter(operations::id.eq_any(ids.to_vec()))
        .select(OperationRow::as_select());
    let undos = operations::table
        .filter(operations::undoes_id.eq_any(ids.to_vec()))
        .select(OperationRow::as_select());
    let rows: Vec<OperationRow> = UnionAll::new().and(these).and(undos).rows(conn)?;
    let mut operations = rows.clone();
    operations.retain(|operation| ids.contains(&operation.id));
    operations.sort_by_key(|operation| std::cmp::Reverse(operation.id));
    operations.dedup_by_key(|operation| operation.id);
    let undoing = Undoing::among(conn, &operations, rows)?;
    Ok((operations, undoing))
}

/// What these operations changed of a record and its affiliations, at most `limit` of each: one statement.
pub(super) fn changes_in(
    conn: &mut Conn,
    of: Subject,
    ids: &[OperationId],
    limit: i64,
) -> QueryResult<Vec<Change>> {
    let own = changes::table
        .filter(changes::subject_type.eq(of.kind))
        .filter(changes::subject_id.eq(of.id))
        .filter(changes::operation_id.eq_any(ids.to_vec()))
        .order((changes::operation_id.desc(), changes::id))
        .limit(limit)
        .select(ChangeRow::as_select())
        .into_boxed();
    let through = affiliation_changes(of)
        .filter(changes::operation_id.eq_any(ids.to_vec()))
        .order((changes::operation_id.desc(), changes::id))
        .limit(limit)
        .select(ChangeRow::as_select());
    // Within an operation, the record's own changes come first.
    let rows: Vec<ChangeRow> = UnionAll::new().and(own).and(through).rows(conn)?;
    Ok(rows.into_iter().map(Change::from).collect())
}
