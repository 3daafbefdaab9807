//! Undoing an operation.

use super::chosen::Chosen;
use super::kind::{Progress, kind_of, prepare};
use super::later::Later;
use super::remainders::{self, newest_changes};
use super::taking::{Reversers, Taking};
use super::work::UNDO;
use crate::audit::{self, Obstacle, OperationId, OperationRow};
use crate::auth::{Actor, Role};
use crate::db::{AsDatabaseError, Conn, transaction};
use crate::i18n::Message;
use crate::jobs::{self, JobState};
use crate::schema::{changes, jobs as jobs_table, operations};
use crate::web::AppError;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

/// Operations with more changes are undone by a job.
pub const MOST_AT_ONCE: i64 = 1_000;

/// What is to be undone, and how.
#[derive(Clone, Debug)]
pub struct Order {
    /// The operation.
    pub operation: OperationId,
    /// Whether what is not in the way is taken back in spite of what is.
    pub rest: bool,
    /// What of that is put back all the same.
    pub chosen: Chosen,
    /// How many days an operation can be undone.
    pub days: i32,
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Undone {
    /// It is done, but for so many changes.
    Now(OperationId, usize),
    /// A job has begun; the page of this operation shows how far it has come.
    Begun(OperationId),
}

/// Why an operation was not undone. Nothing has been changed.
#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    /// It has been undone already, by this operation.
    #[error("already undone")]
    Already(OperationId),
    /// What stands in the way, and whether there is a rest that does not.
    #[error("something is in the way")]
    Blocked(Vec<Obstacle>, bool),
    /// It is longer ago than the organisation keeps things for.
    #[error("too long ago")]
    TooOld,
    /// It is still at work: its own job, or whoever began it.
    #[error("still running")]
    Running,
    /// It changed no record.
    #[error("nothing to undo")]
    Nothing,
    /// Somebody else did it, and only managers undo what others did.
    #[error("somebody else's")]
    NotYours,
    /// There is none, or none of a kind that can be undone; or the database failed.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl AsDatabaseError for UndoError {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        match self {
            Self::Db(error) => Some(error),
            _ => None,
        }
    }
}

impl From<UndoError> for AppError {
    fn from(error: UndoError) -> Self {
        match error {
            UndoError::Already(_) => Self::Conflict(Message::new("api-undone-already")),
            UndoError::Blocked(..) => Self::Conflict(Message::new("api-undo-blocked")),
            UndoError::TooOld => Self::Refused(Message::new("undo-too-old")),
            UndoError::Running => Self::Conflict(Message::new("undo-running")),
            UndoError::Nothing => Self::Conflict(Message::new("undo-nothing")),
            UndoError::NotYours => Self::Refused(Message::new("undo-not-yours")),
            UndoError::Db(error) => error.into(),
        }
    }
}

/// Undoes an operation: wholly, or not at all where something is in the way (the rest of it if that is asked for).
/// One of more than [`MOST_AT_ONCE`] changes is given to a job, which leaves what is in the way.
pub fn undo(
    conn: &mut Conn,
    actor: &Actor,
    reversers: Reversers,
    order: &Order,
    now: NaiveDateTime,
) -> Result<Undone, UndoError> {
    transaction(conn, |conn| {
        let target = allowed(conn, actor, order, now)?;
        let total: i64 = changes::table
            .filter(changes::operation_id.eq(target.id))
            .count()
            .get_result(conn)?;
        match total {
            0 => Err(UndoError::Nothing),
            1..=MOST_AT_ONCE => at_once(conn, actor, reversers, &target, order, now),
            _ => Ok(Undone::Begun(begin(conn, actor, &target, total, now)?)),
        }
    })
}

/// The operation, held for this undo: two who undo at the same time take turns.
fn allowed(
    conn: &mut Conn,
    actor: &Actor,
    order: &Order,
    now: NaiveDateTime,
) -> Result<OperationRow, UndoError> {
    let target: OperationRow = operations::table
        .find(order.operation)
        .select(OperationRow::as_select())
        .for_update()
        .first(conn)?;
    if !target.kind().is_some_and(|kind| kind.is_undoable()) {
        return Err(diesel::result::Error::NotFound.into());
    }
    if actor.role < Role::Manager && !is_own(actor, &target) {
        return Err(UndoError::NotYours);
    }
    let undone: Option<OperationId> = operations::table
        .filter(operations::undoes_id.eq(target.id))
        .select(operations::id)
        .first(conn)
        .optional()?;
    if let Some(undo) = undone {
        return Err(UndoError::Already(undo));
    }
    if target.at + TimeDelta::days(i64::from(order.days)) <= now {
        return Err(UndoError::TooOld);
    }
    let running = jobs_table::table
        .filter(jobs_table::operation_id.eq(target.id))
        .filter(jobs_table::state.eq_any([JobState::Waiting, JobState::Running]));
    let is_running = audit::is_going_on(&target.data(), now)
        || diesel::select(diesel::dsl::exists(running)).get_result(conn)?;
    if is_running {
        return Err(UndoError::Running);
    }
    Ok(target)
}

/// Whether this person did it, or this very key: a key does not reach what its maker did in person.
fn is_own(actor: &Actor, target: &OperationRow) -> bool {
    match actor.api_key_id {
        Some(_) => target.api_key_id == actor.api_key_id,
        None => target.user_id.is_some() && target.user_id == actor.user_id,
    }
}

fn at_once(
    conn: &mut Conn,
    actor: &Actor,
    reversers: Reversers,
    target: &OperationRow,
    order: &Order,
    now: NaiveDateTime,
) -> Result<Undone, UndoError> {
    let made = newest_changes(conn, target.id, None, MOST_AT_ONCE)?;
    let subjects = made.iter().filter_map(|change| change.subject());
    let later = Later::load(conn, target.id, None, subjects)?;
    let mut taking = Taking::new(reversers, target, later, order.rest);
    taking.chosen = order.chosen.clone();
    let done = audit::record_undoable(conn, actor, kind_of(target), now, |conn, op| {
        prepare(op, target);
        taking.all(conn, op, &made)?;
        if !taking.left.is_empty() {
            op.say("left", taking.left.len());
        }
        let is_blocked = !taking.left.is_empty() && (!order.rest || taking.taken == 0);
        if is_blocked {
            let obstacles = taking.left.drain(..).flat_map(|(_, obstacles)| obstacles);
            let has_rest = !order.rest && taking.taken > 0;
            return Err(UndoError::Blocked(obstacles.collect(), has_rest));
        }
        Ok(())
    })?;
    let undo = done.operation.ok_or(UndoError::Nothing)?;
    remainders::insert(conn, undo, &taking.left)?;
    Ok(Undone::Now(undo, taking.left.len()))
}

fn begin(
    conn: &mut Conn,
    actor: &Actor,
    target: &OperationRow,
    total: i64,
    now: NaiveDateTime,
) -> QueryResult<OperationId> {
    let undo = audit::begin_as(conn, actor, kind_of(target), now, |op| {
        prepare(op, target);
        let progress = Progress {
            total,
            ..Progress::default()
        };
        progress.write(op.data_mut());
    })?;
    jobs::enqueue_for(conn, &UNDO, "", undo, now)?;
    Ok(undo)
}
