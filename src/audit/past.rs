//! Writing operations of the past, many at a time, with ids that the caller has set aside: for the generator.

use super::{Kind, Operation, OperationId};
use crate::auth::Actor;
use crate::db::Conn;
use crate::schema::{changes, operations};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::Value;

/// An operation as it would have been written then.
pub struct Past<'a> {
    id: OperationId,
    kind: Kind,
    /// What it did.
    pub operation: Operation<'a>,
    first_change: i64,
}

/// Changes of one statement.
const CHANGES: usize = 1000;

impl<'a> Past<'a> {
    /// Begins one; its changes get the ids from `first_change` on.
    pub fn new(
        id: OperationId,
        kind: Kind,
        actor: &'a Actor,
        at: NaiveDateTime,
        first_change: i64,
    ) -> Self {
        Self {
            id,
            kind,
            operation: Operation::new(actor, at),
            first_change,
        }
    }
}

/// Writes them in their order.
pub fn insert_past(conn: &mut Conn, past: &[Past<'_>]) -> QueryResult<()> {
    let rows: Vec<_> = past
        .iter()
        .map(|past| {
            let operation = &past.operation;
            (
                operations::id.eq(past.id),
                operations::kind.eq(past.kind),
                operations::channel.eq(operation.actor.channel),
                operations::user_id.eq(operation.actor.user_id),
                operations::address.eq(&operation.actor.address),
                operations::at.eq(operation.now),
                operations::subject_type.eq(operation.about.map(|s| s.kind)),
                operations::subject_id.eq(operation.about.map(|s| s.id)),
                operations::data.eq(Value::Object(operation.data.clone()).to_string()),
            )
        })
        .collect();
    diesel::insert_into(operations::table)
        .values(rows)
        .execute(conn)?;
    let rows: Vec<_> = past
        .iter()
        .flat_map(|past| {
            let ids = past.first_change..;
            let changes = ids.zip(past.operation.changes.iter());
            changes.map(|(id, change)| {
                (
                    changes::id.eq(id),
                    changes::operation_id.eq(past.id),
                    changes::subject_type.eq(change.subject.kind),
                    changes::subject_id.eq(change.subject.id),
                    changes::action.eq(change.action),
                    changes::before_values.eq(Value::Object(change.before.clone()).to_string()),
                    changes::after_values.eq(Value::Object(change.after.clone()).to_string()),
                )
            })
        })
        .collect();
    for some in rows.chunks(CHANGES) {
        diesel::insert_into(changes::table)
            .values(some)
            .execute(conn)?;
    }
    Ok(())
}
