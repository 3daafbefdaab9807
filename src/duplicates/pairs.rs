//! Pairs that somebody has looked at and found to be two.

use crate::audit::{Obstacle, Operation, Subject, SubjectType};
use crate::db::Conn;
use crate::schema::{distinct_pairs, duplicate_pairs};
use diesel::prelude::*;
use serde_json::Value;

/// What history calls the set of records that one has been found not to be; the one with the smaller id has it.
pub const DISTINCT_FROM: &str = "distinct_from";

/// Which of `others` have been found not to be `id`: one range of the primary key.
pub fn distinct_from(
    conn: &mut Conn,
    kind: SubjectType,
    id: i64,
    others: &[i64],
) -> QueryResult<Vec<i64>> {
    if others.is_empty() {
        return Ok(Vec::new());
    }
    let all: Vec<i64> = others.iter().copied().chain([id]).collect();
    let rows: Vec<(i64, i64)> = distinct_pairs::table
        .filter(distinct_pairs::record_type.eq(kind.code()))
        .filter(distinct_pairs::low_id.eq_any(&all))
        .filter(distinct_pairs::high_id.eq_any(&all))
        .select((distinct_pairs::low_id, distinct_pairs::high_id))
        .load(conn)?;
    let other = |(low, high)| match (low == id, high == id) {
        (true, _) => Some(high),
        (_, true) => Some(low),
        _ => None,
    };
    Ok(rows.into_iter().filter_map(other).collect())
}

/// Remembers that two records of one kind are two. Whether that was news.
pub fn remember(
    conn: &mut Conn,
    op: &Operation<'_>,
    one: Subject,
    other: Subject,
) -> QueryResult<bool> {
    let (low, high) = (one.id.min(other.id), one.id.max(other.id));
    super::likely::strike(conn, one.kind, low, high)?;
    let added = diesel::insert_or_ignore_into(distinct_pairs::table)
        .values((
            distinct_pairs::record_type.eq(one.kind.code()),
            distinct_pairs::low_id.eq(low),
            distinct_pairs::high_id.eq(high),
            distinct_pairs::user_id.eq(op.actor.user_id),
            distinct_pairs::created_at.eq(op.now),
        ))
        .execute(conn)?;
    Ok(added == 1)
}

/// Takes back what was remembered of a record: `added` is forgotten, `removed` remembered again.
pub fn take_back(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    of: Subject,
    added: &[Value],
    removed: &[Value],
) -> QueryResult<Vec<Obstacle>> {
    let ids = |members: &[Value]| -> Vec<i64> {
        let id = |member: &Value| member.get("id").and_then(Value::as_i64);
        members.iter().filter_map(id).collect()
    };
    for other in ids(added) {
        forget(conn, of.kind, of.id, other)?;
    }
    for other in ids(removed) {
        remember(conn, op, of, Subject::new(of.kind, other))?;
    }
    let list = |members: &[Value]| Value::Array(members.to_vec());
    op.changed(of, DISTINCT_FROM, list(added), list(removed));
    Ok(Vec::new())
}

/// Forgets it again. Whether it was known.
fn forget(conn: &mut Conn, kind: SubjectType, one: i64, other: i64) -> QueryResult<bool> {
    let pair = (kind.code(), one.min(other), one.max(other));
    let gone = diesel::delete(distinct_pairs::table.find(pair)).execute(conn)?;
    Ok(gone == 1)
}

/// Takes out everything that names one of these records, which leave for good.
pub fn purge(conn: &mut Conn, kind: SubjectType, ids: &[i64]) -> QueryResult<()> {
    use distinct_pairs as distinct;
    use duplicate_pairs as likely;
    let named = distinct::low_id
        .eq_any(ids)
        .or(distinct::high_id.eq_any(ids));
    diesel::delete(distinct::table.filter(distinct::record_type.eq(kind.code()).and(named)))
        .execute(conn)?;
    let named = likely::low_id.eq_any(ids).or(likely::high_id.eq_any(ids));
    diesel::delete(likely::table.filter(likely::record_type.eq(kind.code()).and(named)))
        .execute(conn)?;
    Ok(())
}
