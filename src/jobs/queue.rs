//! The table: put in, claim, end.

use super::{ATTEMPTS, Job, JobError, JobId, JobState, Kind, LEASE};
use crate::audit::OperationId;
use crate::db::{Conn, last_insert_id};
use crate::schema::jobs;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

/// Puts a job in, due at once. Inside a transaction it becomes visible with the rest; then [`super::Jobs::ring`].
pub fn enqueue(
    conn: &mut Conn,
    kind: &Kind,
    payload: &str,
    now: NaiveDateTime,
) -> QueryResult<JobId> {
    insert(conn, kind, payload, None, now)
}

/// The same, for an operation whose page shows how far the job has come and what became of it.
pub fn enqueue_for(
    conn: &mut Conn,
    kind: &Kind,
    payload: &str,
    operation: OperationId,
    now: NaiveDateTime,
) -> QueryResult<JobId> {
    insert(conn, kind, payload, Some(operation), now)
}

fn insert(
    conn: &mut Conn,
    kind: &Kind,
    payload: &str,
    operation: Option<OperationId>,
    now: NaiveDateTime,
) -> QueryResult<JobId> {
    diesel::insert_into(jobs::table)
        .values((
            jobs::kind.eq(kind.name),
            jobs::payload.eq(payload),
            jobs::state.eq(JobState::Waiting),
            jobs::run_at.eq(now),
            jobs::created_at.eq(now),
            jobs::operation_id.eq(operation),
        ))
        .execute(conn)?;
    diesel::select(last_insert_id()).get_result(conn)
}

/// Takes the next job that is due, or whose worker has died. `None` when there is none.
pub(super) fn claim(conn: &mut Conn, worker: &str, now: NaiveDateTime) -> QueryResult<Option<Job>> {
    loop {
        let waiting = jobs::state.eq(JobState::Waiting).and(jobs::run_at.le(now));
        let left = jobs::state
            .eq(JobState::Running)
            .and(jobs::claimed_at.lt(now - LEASE).assume_not_null());
        let due: Option<(JobId, JobState, i32)> = jobs::table
            .filter(waiting.or(left))
            .order((jobs::run_at, jobs::id))
            .select((jobs::id, jobs::state, jobs::attempts))
            .first(conn)
            .optional()?;
        let Some((id, state, attempts)) = due else {
            return Ok(None);
        };
        if take(conn, worker, id, state, attempts, now)? {
            return jobs::table
                .find(id)
                .select(Job::as_select())
                .first(conn)
                .map(Some);
        }
    }
}

/// The row as it was seen becomes ours; whoever else saw it changes nothing.
fn take(
    conn: &mut Conn,
    worker: &str,
    id: JobId,
    state: JobState,
    attempts: i32,
    now: NaiveDateTime,
) -> QueryResult<bool> {
    let seen = jobs::table
        .find(id)
        .filter(jobs::state.eq(state))
        .filter(jobs::attempts.eq(attempts));
    let changed = diesel::update(seen)
        .set((
            jobs::state.eq(JobState::Running),
            jobs::claimed_by.eq(worker),
            jobs::claimed_at.eq(now),
            jobs::attempts.eq(attempts + 1),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Writes down what became of a job; nothing if another worker has taken it over meanwhile.
pub(super) fn end(
    conn: &mut Conn,
    job: &Job,
    every: Option<TimeDelta>,
    outcome: &Result<(), JobError>,
    now: NaiveDateTime,
) -> QueryResult<()> {
    let row = jobs::table
        .find(job.id)
        .filter(jobs::claimed_by.eq(&job.claimed_by));
    let free = (
        jobs::claimed_by.eq(None::<String>),
        jobs::claimed_at.eq(None::<NaiveDateTime>),
    );
    let said = outcome.as_ref().err().map(reason).unwrap_or_default();
    let next = match (outcome, every) {
        (Err(JobError::Stopped), _) => Next::Again(now, job.attempts - 1),
        (Ok(()), Some(pause)) => Next::Again(now + pause, 0),
        (Ok(()), None) => Next::Over(JobState::Done),
        (Err(_), Some(pause)) => Next::Again(now + pause, 0),
        (Err(JobError::Retry(_)), None) if job.attempts < ATTEMPTS => {
            Next::Again(now + pause_after(job.attempts), job.attempts)
        }
        (Err(_), None) => Next::Over(JobState::Failed),
    };
    match next {
        Next::Again(at, attempts) => diesel::update(row)
            .set((
                jobs::state.eq(JobState::Waiting),
                jobs::run_at.eq(at),
                jobs::attempts.eq(attempts),
                jobs::last_error.eq(said),
                free,
            ))
            .execute(conn)?,
        // The payload may hold a secret, and nobody needs it any more.
        Next::Over(state) => diesel::update(row)
            .set((
                jobs::state.eq(state),
                jobs::finished_at.eq(now),
                jobs::payload.eq(""),
                jobs::last_error.eq(said),
                free,
            ))
            .execute(conn)?,
    };
    Ok(())
}

enum Next {
    Again(NaiveDateTime, i32),
    Over(JobState),
}

/// Half a minute, then 1, 2, 4, 8 minutes.
fn pause_after(attempts: i32) -> TimeDelta {
    TimeDelta::seconds(15 << attempts.clamp(1, 10))
}

fn reason(error: &JobError) -> String {
    crate::web::headers::one_line(&error.to_string())
        .chars()
        .take(500)
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn pauses_double() {
        let seconds: Vec<i64> = (1..=5)
            .map(|n| super::pause_after(n).num_seconds())
            .collect();
        assert_eq!(seconds, [30, 60, 120, 240, 480]);
    }
}
