//! Reading the history of one record: what was done to it and to its affiliations.

use crate::audit::{Change, ChangeRow, OperationRow};
use crate::audit::{OperationId, Subject, SubjectType};
use crate::db::Conn;
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

/// The operations that touched a record or one of its affiliations, newest first; one more than `limit` if there are
/// more. Two statements, each answered by an index.
pub(super) fn history_ids(
    conn: &mut Conn,
    of: Subject,
    place: Place,
    limit: i64,
) -> QueryResult<Vec<OperationId>> {
    let own = own_ids(conn, of, place, limit + 1)?;
    let through = ids_through_affiliations(conn, of, place, limit + 1)?;
    let all: BTreeSet<OperationId> = own.into_iter().chain(through).collect();
    let most = usize::try_from(limit + 1).unwrap_or_default();
    let mut ids: Vec<OperationId> = match place {
        Place::Newer(_) => all.into_iter().take(most).collect(),
        _ => all.into_iter().rev().take(most).collect(),
    };
    ids.sort_unstable_by(|a, b| b.cmp(a));
    Ok(ids)
}

fn own_ids(
    conn: &mut Conn,
    of: Subject,
    place: Place,
    limit: i64,
) -> QueryResult<Vec<OperationId>> {
    let own = changes::table
        .filter(
            changes::subject_type
                .eq(of.kind)
                .and(changes::subject_id.eq(of.id)),
        )
        .select(changes::operation_id)
        .distinct()
        .limit(limit)
        .into_boxed();
    match place {
        Place::First => own.order(changes::operation_id.desc()).load(conn),
        Place::Older(id) => own
            .filter(changes::operation_id.lt(id))
            .order(changes::operation_id.desc())
            .load(conn),
        Place::Newer(id) => own
            .filter(changes::operation_id.gt(id))
            .order(changes::operation_id.asc())
            .load(conn),
    }
}

fn ids_through_affiliations(
    conn: &mut Conn,
    of: Subject,
    place: Place,
    limit: i64,
) -> QueryResult<Vec<OperationId>> {
    let through = affiliation_changes(of)
        .select(changes::operation_id)
        .distinct()
        .limit(limit);
    match place {
        Place::First => through.order(changes::operation_id.desc()).load(conn),
        Place::Older(id) => through
            .filter(changes::operation_id.lt(id))
            .order(changes::operation_id.desc())
            .load(conn),
        Place::Newer(id) => through
            .filter(changes::operation_id.gt(id))
            .order(changes::operation_id.asc())
            .load(conn),
    }
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

/// These operations, newest first, and what they changed of a record and its affiliations, at most `limit` of each.
pub(super) fn history_parts(
    conn: &mut Conn,
    of: Subject,
    ids: &[OperationId],
    limit: i64,
) -> QueryResult<(Vec<OperationRow>, Vec<Change>)> {
    let operations = operations::table
        .filter(operations::id.eq_any(ids))
        .order(operations::id.desc())
        .select(OperationRow::as_select())
        .load(conn)?;
    let own: Vec<ChangeRow> = changes::table
        .filter(
            changes::subject_type
                .eq(of.kind)
                .and(changes::subject_id.eq(of.id)),
        )
        .filter(changes::operation_id.eq_any(ids))
        .order((changes::operation_id.desc(), changes::id))
        .limit(limit)
        .select(ChangeRow::as_select())
        .load(conn)?;
    let through: Vec<ChangeRow> = affiliation_changes(of)
        .filter(changes::operation_id.eq_any(ids.to_vec()))
        .order((changes::operation_id.desc(), changes::id))
        .limit(limit)
        .select(ChangeRow::as_select())
        .load(conn)?;
    Ok((
        operations,
        own.into_iter().chain(through).map(Change::from).collect(),
    ))
}
