//! Reading operations and changes.

use crate::audit::{Change, ChangeRow, OperationRow};
use crate::audit::{Kind, OperationId, SubjectType};
use crate::auth::UserId;
use crate::db::Conn;
use crate::schema::{changes, operations};
use chrono::NaiveDateTime;
use diesel::mysql::Mysql;
use diesel::prelude::*;
use std::collections::HashMap;

/// A query on operations under construction.
pub(super) type Operations = operations::BoxedQuery<'static, Mysql>;

/// The kinds that everybody may read of.
pub(super) fn shared_kinds() -> Vec<Kind> {
    let all = Kind::ALL.iter().copied();
    all.filter(|kind| kind.is_about_records()).collect()
}

/// The newest operations that everybody may read of, from one moment until before another, by one person.
pub(super) fn newest(
    conn: &mut Conn,
    (from, before): (Option<NaiveDateTime>, Option<NaiveDateTime>),
    person: Option<UserId>,
    limit: i64,
) -> QueryResult<Vec<OperationRow>> {
    let mut query = operations::table
        .filter(operations::kind.eq_any(shared_kinds()))
        .into_boxed();
    if let Some(from) = from {
        query = query.filter(operations::at.ge(from));
    }
    if let Some(before) = before {
        query = query.filter(operations::at.lt(before));
    }
    if let Some(person) = person {
        query = query.filter(operations::user_id.eq(person));
    }
    query
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
