//! Undoing many changes: a job in batches, each of which is a transaction with the place it has come to, so that what
//! was cut off goes on there.

use super::kind::Progress;
use super::later::Later;
use super::remainders::{self, newest_changes};
use super::taking::{Reversers, Taking};
use crate::audit::{self, OperationId, OperationRow};
use crate::auth::{Actor, Channel};
use crate::db::Conn;
use crate::jobs::{Job, JobError, Kind};
use crate::schema::operations;
use crate::web::State;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Takes back an operation of many changes; what was changed since is left and listed.
pub const UNDO: Kind = Kind {
    name: "undo",
    every: None,
    run,
};

/// Changes of one transaction.
const BATCH: i64 = 200;

fn run(state: &State, job: &mut Job) -> Result<(), JobError> {
    let Some(undo) = job.operation_id else {
        return Err(JobError::GiveUp("no operation".to_owned()));
    };
    let (reversers, now) = (state.reversers, state.clock.now());
    loop {
        let progress = state
            .db
            .run_blocking(|conn| batch(conn, reversers, undo, now))?;
        job.report(state, progress.seen, progress.total)?;
        if progress.seen >= progress.total {
            return Ok(());
        }
    }
}

/// One batch. Whoever comes second waits, and goes on where the first one has come to.
fn batch(
    conn: &mut Conn,
    reversers: Reversers,
    undo: OperationId,
    now: NaiveDateTime,
) -> QueryResult<Progress> {
    let actor = Actor::operator(Channel::System);
    audit::resume(conn, &actor, undo, now, |conn, op| {
        let own = held(conn, undo)?;
        let target = held(conn, own.undoes_id.unwrap_or(undo))?;
        let mut data = own.data();
        let mut progress = Progress::read(&data);
        let made = newest_changes(conn, target.id, progress.reached, BATCH)?;
        let Some(last) = made.last() else {
            progress.seen = progress.total;
            return Ok(progress);
        };
        progress.reached = Some(last.id);
        let subjects = made.iter().filter_map(|change| change.subject());
        let later = Later::load(conn, target.id, Some(undo), subjects)?;
        let mut taking = Taking::new(reversers, &target, later, true);
        taking.all(conn, op, &made)?;
        remainders::insert(conn, undo, &taking.left)?;
        progress.seen += i64::try_from(made.len()).unwrap_or(BATCH);
        progress.left += i64::try_from(taking.left.len()).unwrap_or(BATCH);
        progress.write(&mut data);
        audit::finish(conn, undo, &data)?;
        Ok(progress)
    })
}

fn held(conn: &mut Conn, id: OperationId) -> QueryResult<OperationRow> {
    operations::table
        .find(id)
        .select(OperationRow::as_select())
        .for_update()
        .first(conn)
}
