//! Doing something and recording it, in one transaction.

use super::follow::follow;
use super::{Facts, Kind, Operation, OperationId, Subject};
use crate::auth::Actor;
use crate::db::{AsDatabaseError, Conn, is_duplicate_of, transaction};
use crate::schema::operations;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::Value;

/// What was done, and the operation that tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done<T> {
    /// What came of it.
    pub value: T,
    /// Its record; none when there was nothing to remember.
    pub operation: Option<OperationId>,
}

/// Runs `work` in a transaction together with its record: both happen or neither.
pub fn record<T, E>(
    conn: &mut Conn,
    actor: &Actor,
    kind: Kind,
    now: NaiveDateTime,
    work: impl FnMut(&mut Conn, &mut Operation<'_>) -> Result<T, E>,
) -> Result<T, E>
where
    E: From<diesel::result::Error> + AsDatabaseError,
{
    record_undoable(conn, actor, kind, now, work).map(|done| done.value)
}

/// Like [`record`], for what can be undone: tells the operation too.
pub fn record_undoable<T, E>(
    conn: &mut Conn,
    actor: &Actor,
    kind: Kind,
    now: NaiveDateTime,
    mut work: impl FnMut(&mut Conn, &mut Operation<'_>) -> Result<T, E>,
) -> Result<Done<T>, E>
where
    E: From<diesel::result::Error> + AsDatabaseError,
{
    transaction(conn, |conn| write(conn, actor, kind, None, now, &mut work))
}

/// What came of an operation that may have been asked for twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Once<T> {
    /// It was done now.
    Now(Done<T>),
    /// The same form did it before, to this row: answer as then.
    Before(Done<Subject>),
}

impl<T> Once<T> {
    /// The operation that did it, now or then.
    pub fn operation(&self) -> Option<OperationId> {
        match self {
            Self::Now(done) => done.operation,
            Self::Before(done) => done.operation,
        }
    }
}

/// Like [`record`], for create forms: a `key` that was used before does nothing and names what it made then.
/// An empty key is no key.
pub fn record_once<T, E>(
    conn: &mut Conn,
    actor: &Actor,
    kind: Kind,
    key: &str,
    now: NaiveDateTime,
    mut work: impl FnMut(&mut Conn, &mut Operation<'_>) -> Result<T, E>,
) -> Result<Once<T>, E>
where
    E: From<diesel::result::Error> + AsDatabaseError,
{
    let key = Some(key).filter(|k| !k.is_empty() && k.len() <= 64 && k.is_ascii());
    if let Some(before) = made_by(conn, key)? {
        return Ok(Once::Before(before));
    }
    let outcome = transaction(conn, |conn| write(conn, actor, kind, key, now, &mut work));
    match outcome {
        Ok(value) => Ok(Once::Now(value)),
        // Two posts raced: the other one was first, and ours has been rolled back.
        Err(error) => {
            let duplicate = error
                .database_error()
                .is_some_and(|e| is_duplicate_of(e, "operations_idempotency_key"));
            match if duplicate { made_by(conn, key)? } else { None } {
                Some(before) => Ok(Once::Before(before)),
                None => Err(error),
            }
        }
    }
}

fn write<T, E: From<diesel::result::Error>>(
    conn: &mut Conn,
    actor: &Actor,
    kind: Kind,
    key: Option<&str>,
    now: NaiveDateTime,
    work: &mut impl FnMut(&mut Conn, &mut Operation<'_>) -> Result<T, E>,
) -> Result<Done<T>, E> {
    let mut operation = Operation::new(actor, now);
    let value = work(conn, &mut operation)?;
    if operation.is_empty() {
        return Ok(Done {
            value,
            operation: None,
        });
    }
    follow(conn, &operation)?;
    let id = operation.insert(conn, kind, key)?;
    operation.insert_changes(conn, id)?;
    Ok(Done {
        value,
        operation: Some(id),
    })
}

/// The row that an operation with this key is about, if the key was used before: for checks that the thing itself, once
/// made, would not pass.
pub fn made_before(conn: &mut Conn, key: &str) -> QueryResult<Option<Done<Subject>>> {
    made_by(conn, Some(key).filter(|key| !key.is_empty()))
}

fn made_by(conn: &mut Conn, key: Option<&str>) -> QueryResult<Option<Done<Subject>>> {
    let Some(key) = key else { return Ok(None) };
    let found: Option<(OperationId, Option<super::SubjectType>, Option<i64>)> = operations::table
        .filter(operations::idempotency_key.eq(key))
        .select((
            operations::id,
            operations::subject_type,
            operations::subject_id,
        ))
        .first(conn)
        .optional()?;
    Ok(found.and_then(|(operation, kind, id)| {
        Some(Done {
            value: Subject::new(kind?, id?),
            operation: Some(operation),
        })
    }))
}

/// Starts an operation that goes on over several transactions (an import, a bulk change).
pub fn begin(
    conn: &mut Conn,
    actor: &Actor,
    kind: Kind,
    now: NaiveDateTime,
    data: Facts,
) -> QueryResult<OperationId> {
    begin_as(conn, actor, kind, now, |operation| operation.data = data)
}

/// The same for an operation that is about a record, or takes another one back.
pub fn begin_as(
    conn: &mut Conn,
    actor: &Actor,
    kind: Kind,
    now: NaiveDateTime,
    prepare: impl FnOnce(&mut Operation<'_>),
) -> QueryResult<OperationId> {
    let mut operation = Operation::new(actor, now);
    prepare(&mut operation);
    operation.insert(conn, kind, None)
}

/// Like [`begin`], for a form that may be posted twice: a key that was used before is a duplicate, and whoever asks rolls
/// back and looks at [`begun_before`].
pub fn begin_once(
    conn: &mut Conn,
    actor: &Actor,
    kind: Kind,
    key: &str,
    now: NaiveDateTime,
    data: Facts,
) -> QueryResult<OperationId> {
    let mut operation = Operation::new(actor, now);
    operation.data = data;
    operation.insert(conn, kind, Some(key).filter(|key| !key.is_empty()))
}

/// The operation that was begun with this key, and what its sentence names.
pub fn begun_before(conn: &mut Conn, key: &str) -> QueryResult<Option<(OperationId, Facts)>> {
    if key.is_empty() {
        return Ok(None);
    }
    let found: Option<(OperationId, String)> = operations::table
        .filter(operations::idempotency_key.eq(key))
        .select((operations::id, operations::data))
        .first(conn)
        .optional()?;
    Ok(found.map(|(id, data)| (id, serde_json::from_str(&data).unwrap_or_default())))
}

/// What the sentence of an operation names so far.
pub fn data_of(conn: &mut Conn, id: OperationId) -> QueryResult<Facts> {
    let data: String = operations::table
        .find(id)
        .select(operations::data)
        .first(conn)?;
    Ok(serde_json::from_str(&data).unwrap_or_default())
}

/// One transaction of an operation that was begun before.
pub fn resume<T, E>(
    conn: &mut Conn,
    actor: &Actor,
    id: OperationId,
    now: NaiveDateTime,
    mut work: impl FnMut(&mut Conn, &mut Operation<'_>) -> Result<T, E>,
) -> Result<T, E>
where
    E: From<diesel::result::Error> + AsDatabaseError,
{
    transaction(conn, |conn| {
        let mut operation = Operation::new(actor, now);
        let value = work(conn, &mut operation)?;
        follow(conn, &operation)?;
        operation.insert_changes(conn, id)?;
        Ok(value)
    })
}

/// Writes what became of an operation that was begun before, for its sentence.
pub fn finish(conn: &mut Conn, id: OperationId, data: &Facts) -> QueryResult<()> {
    diesel::update(operations::table.find(id))
        .set(operations::data.eq(Value::Object(data.clone()).to_string()))
        .execute(conn)
        .map(|_| ())
}
