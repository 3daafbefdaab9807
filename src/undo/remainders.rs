//! What undos left because it was in the way.

use crate::audit::{Change, ChangeRow, Obstacle, OperationId};
use crate::db::Conn;
use crate::schema::{changes, undo_remainders};
use diesel::prelude::*;

/// Keeps what an undo left, by change.
pub(super) fn insert(
    conn: &mut Conn,
    undo: OperationId,
    left: &[(i64, Vec<Obstacle>)],
) -> QueryResult<()> {
    for some in left.chunks(500) {
        let rows: Vec<_> = some
            .iter()
            .map(|(change, obstacles)| {
                (
                    undo_remainders::operation_id.eq(undo),
                    undo_remainders::change_id.eq(change),
                    undo_remainders::obstacles
                        .eq(serde_json::to_string(obstacles).unwrap_or_default()),
                )
            })
            .collect();
        diesel::insert_into(undo_remainders::table)
            .values(rows)
            .execute(conn)?;
    }
    Ok(())
}

/// What an undo left, in the order the changes were made, at most `limit`; how many there are in all.
pub(super) fn of(
    conn: &mut Conn,
    undo: OperationId,
    limit: i64,
) -> QueryResult<(Vec<Obstacle>, i64)> {
    let all = undo_remainders::table.filter(undo_remainders::operation_id.eq(undo));
    let rows: Vec<String> = all
        .order(undo_remainders::change_id)
        .limit(limit)
        .select(undo_remainders::obstacles)
        .load(conn)?;
    let count = if rows.is_empty() {
        0
    } else {
        all.count().get_result(conn)?
    };
    let read = |json: &String| serde_json::from_str::<Vec<Obstacle>>(json).unwrap_or_default();
    Ok((rows.iter().flat_map(read).collect(), count))
}

/// The changes of an operation from the newest on, those older than `before`.
pub(super) fn newest_changes(
    conn: &mut Conn,
    operation: OperationId,
    before: Option<i64>,
    limit: i64,
) -> QueryResult<Vec<Change>> {
    let rows: Vec<ChangeRow> = changes::table
        .filter(changes::operation_id.eq(operation))
        .filter(changes::id.lt(before.unwrap_or(i64::MAX)))
        .order(changes::id.desc())
        .limit(limit)
        .select(ChangeRow::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(Change::from).collect())
}
