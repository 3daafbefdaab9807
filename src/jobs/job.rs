//! A job, and the kinds there are.

use crate::audit::OperationId;
use crate::db::Conn;
use crate::schema::jobs;
use crate::web::{AppError, State};
use crate::{code_type, id_type};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Notify;

id_type!(
    /// A row of `jobs`.
    JobId
);

code_type! {
    /// Where a job stands.
    JobState {
        /// Due at its time.
        Waiting = "waiting",
        /// Claimed by a worker.
        Running = "running",
        /// Done.
        Done = "done",
        /// Tried often enough, or beyond repair.
        Failed = "failed",
    }
}

/// What a kind of job does; slices declare theirs and `app.rs` lists them.
pub struct Kind {
    /// Its name in the table.
    pub name: &'static str,
    /// For housekeeping: comes again this long after it is done.
    pub every: Option<TimeDelta>,
    /// The work, on a blocking thread.
    pub run: fn(&State, &mut Job) -> Result<(), JobError>,
}

/// Why a job did not get done.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// Try again later.
    #[error("{0}")]
    Retry(String),
    /// Trying again would not help.
    #[error("{0}")]
    GiveUp(String),
    /// The program stops; go on from the reported progress at the next start.
    #[error("the program stopped")]
    Stopped,
}

impl From<AppError> for JobError {
    fn from(error: AppError) -> Self {
        Self::Retry(error.to_string())
    }
}

/// A claimed job.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = jobs)]
pub struct Job {
    /// Its row.
    pub id: JobId,
    /// The name of its kind.
    pub kind: String,
    /// What it needs to know; emptied when the job ends.
    pub payload: String,
    /// How often it has been tried, this time included.
    pub attempts: i32,
    /// How far the attempts before have come.
    pub progress: i64,
    /// How far there is to go.
    pub total: i64,
    /// The operation that it works for.
    pub operation_id: Option<OperationId>,
    pub(super) claimed_by: Option<String>,
}

impl Job {
    /// Writes down how far the work has come and renews the claim; fails when somebody else has taken the job over, or
    /// the program is stopping.
    pub fn report(&mut self, state: &State, progress: i64, total: i64) -> Result<(), JobError> {
        let now = state.clock.now();
        let (id, claimed_by) = (self.id, self.claimed_by.clone());
        let ours = state
            .db
            .run_blocking(|conn| renew(conn, id, claimed_by.as_deref(), progress, total, now))?;
        (self.progress, self.total) = (progress, total);
        match (ours, state.jobs.is_stopping()) {
            (false, _) => Err(JobError::GiveUp(
                "another worker has taken the job over".to_owned(),
            )),
            (true, true) => Err(JobError::Stopped),
            (true, false) => Ok(()),
        }
    }
}

fn renew(
    conn: &mut Conn,
    id: JobId,
    worker: Option<&str>,
    progress: i64,
    total: i64,
    now: NaiveDateTime,
) -> QueryResult<bool> {
    let ours = jobs::table.find(id).filter(jobs::claimed_by.eq(worker));
    let found = diesel::update(ours)
        .set((
            jobs::progress.eq(progress),
            jobs::total.eq(total),
            jobs::claimed_at.eq(now),
        ))
        .execute(conn)?;
    Ok(found == 1)
}

/// What the program knows of jobs: the kinds, a bell for the worker, and whether to stop.
#[derive(Clone)]
pub struct Jobs {
    pub(super) kinds: &'static [Kind],
    pub(super) bell: Arc<Notify>,
    pub(super) stopping: Arc<AtomicBool>,
}

impl Jobs {
    /// With these kinds.
    pub fn new(kinds: &'static [Kind]) -> Self {
        Self {
            kinds,
            bell: Arc::default(),
            stopping: Arc::default(),
        }
    }

    /// Wakes the worker: a job is due. Call it when the transaction is committed.
    pub fn ring(&self) {
        self.bell.notify_one();
    }

    /// Asks the work at hand to end at its next report; what has not been done is taken up at the next start.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
        self.ring();
    }

    /// Whether the program is stopping.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    pub(super) fn kind(&self, name: &str) -> Option<&'static Kind> {
        self.kinds.iter().find(|kind| kind.name == name)
    }
}
