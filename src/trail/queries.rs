//! Reading operations and changes.

use super::model::{Change, ChangeRow, OperationRow};
use crate::audit::{Kind, OperationId, Subject, SubjectType};
use crate::auth::UserId;
use crate::db::Conn;
use crate::schema::{affiliations, changes, operations};
use diesel::mysql::Mysql;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// A query on operations under construction.
pub(super) type Operations = operations::BoxedQuery<'static, Mysql>;

/// The kinds that everybody may read of.
pub(super) fn shared_kinds() -> Vec<Kind> {
    let all = Kind::ALL.iter().copied();
    all.filter(|kind| kind.is_about_records()).collect()
}

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

/// The newest operations that everybody may read of.
pub(super) fn newest(conn: &mut Conn, limit: i64) -> QueryResult<Vec<OperationRow>> {
    operations::table
        .filter(operations::kind.eq_any(shared_kinds()))
        .order((operations::at.desc(), operations::id.desc()))
        .limit(limit)
        .select(OperationRow::as_select())
        .load(conn)
}

/// The newest operations of a person that are about one record.
pub(super) fn newest_of(
    conn: &mut Conn,
    person: UserId,
    limit: i64,
) -> QueryResult<Vec<OperationRow>> {
    let records = [
        SubjectType::Account,
        SubjectType::Contact,
        SubjectType::Affiliation,
    ];
    operations::table
        .filter(operations::user_id.eq(person))
        .filter(operations::subject_type.eq_any(records))
        .order((operations::at.desc(), operations::id.desc()))
        .limit(limit)
        .select(OperationRow::as_select())
        .load(conn)
}

/// One operation.
pub(super) fn operation(conn: &mut Conn, id: OperationId) -> QueryResult<OperationRow> {
    operations::table
        .find(id)
        .select(OperationRow::as_select())
        .first(conn)
}

/// How many rows each of these operations touched: counted in the index.
pub(super) fn change_counts(
    conn: &mut Conn,
    ids: &[OperationId],
) -> QueryResult<HashMap<OperationId, i64>> {
    let rows: Vec<(OperationId, i64)> = changes::table
        .filter(changes::operation_id.eq_any(ids))
        .group_by(changes::operation_id)
        .select((changes::operation_id, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// A part of the changes of an operation, in the order they were made; `after` an id.
pub(super) fn changes_of(
    conn: &mut Conn,
    id: OperationId,
    after: i64,
    limit: i64,
) -> QueryResult<Vec<Change>> {
    let rows: Vec<ChangeRow> = changes::table
        .filter(changes::operation_id.eq(id).and(changes::id.gt(after)))
        .order(changes::id)
        .limit(limit)
        .select(ChangeRow::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(Change::from).collect())
}

/// The operations that touched a record or one of its affiliations, newest first; one more than `limit` if there are
/// more. Two statements, each answered by an index.
pub(super) fn history_ids(
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
        .limit(limit + 1)
        .into_boxed();
    let own: Vec<OperationId> = match place {
        Place::First => own.order(changes::operation_id.desc()).load(conn)?,
        Place::Older(id) => own
            .filter(changes::operation_id.lt(id))
            .order(changes::operation_id.desc())
            .load(conn)?,
        Place::Newer(id) => own
            .filter(changes::operation_id.gt(id))
            .order(changes::operation_id.asc())
            .load(conn)?,
    };
    let through = affiliation_changes(of)
        .select(changes::operation_id)
        .distinct()
        .limit(limit + 1);
    let through: Vec<OperationId> = match place {
        Place::First => through.order(changes::operation_id.desc()).load(conn)?,
        Place::Older(id) => through
            .filter(changes::operation_id.lt(id))
            .order(changes::operation_id.desc())
            .load(conn)?,
        Place::Newer(id) => through
            .filter(changes::operation_id.gt(id))
            .order(changes::operation_id.asc())
            .load(conn)?,
    };
    let all: BTreeSet<OperationId> = own.into_iter().chain(through).collect();
    let most = usize::try_from(limit + 1).unwrap_or_default();
    let mut ids: Vec<OperationId> = match place {
        Place::Newer(_) => all.into_iter().take(most).collect(),
        _ => all.into_iter().rev().take(most).collect(),
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
