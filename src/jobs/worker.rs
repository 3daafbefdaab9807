//! The worker: one a program, one job at a time.

use super::{Job, JobError, queue};
use crate::web::{AppError, State};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;
use tokio::task::JoinHandle;

/// How long a job put in by another replica waits at most before somebody looks.
const POLL: Duration = Duration::from_secs(5);

/// A running worker.
pub struct Worker {
    state: State,
    task: JoinHandle<()>,
}

/// Starts the worker in the runtime of the caller.
pub fn start(state: State) -> Worker {
    let task = actix_web::rt::spawn(work(state.clone()));
    Worker { state, task }
}

impl Worker {
    /// Lets the job at hand come to an end, or to its next report, and stops.
    pub async fn stop(self) {
        self.state.jobs.stop();
        if let Err(error) = self.task.await {
            log::error!("the worker ended badly: {error}");
        }
    }
}

async fn work(state: State) {
    let me = format!("{}-{:08x}", std::process::id(), rand::random::<u32>());
    while !state.jobs.is_stopping() {
        let (blocking, name) = (state.clone(), me.clone());
        let step = tokio::task::spawn_blocking(move || run_next(&blocking, &name));
        match step.await {
            Ok(Ok(true)) => continue,
            Ok(Ok(false)) => {}
            Ok(Err(error)) => log::warn!("jobs wait: {error}"),
            Err(error) => log::error!("the worker stumbled: {error}"),
        }
        let _ = tokio::time::timeout(POLL, state.jobs.bell.notified()).await;
    }
}

/// Claims one job and runs it, on the thread of the caller. `false` when none is due.
pub fn run_next(state: &State, worker: &str) -> Result<bool, AppError> {
    let now = state.clock.now();
    let Some(mut job) = state
        .db
        .run_blocking(|conn| queue::claim(conn, worker, now))?
    else {
        return Ok(false);
    };
    let kind = state.jobs.kind(&job.kind);
    let outcome = match kind {
        Some(kind) => run(state, kind.run, &mut job),
        None => Err(JobError::GiveUp(format!(
            "no such kind of job: {}",
            job.kind
        ))),
    };
    if let Err(error) = &outcome {
        log::warn!(
            "job {} ({}), attempt {}: {error}",
            job.id,
            job.kind,
            job.attempts
        );
    }
    let every = kind.and_then(|kind| kind.every);
    let now = state.clock.now();
    state
        .db
        .run_blocking(|conn| queue::end(conn, &job, every, &outcome, now))?;
    Ok(true)
}

fn run(
    state: &State,
    work: fn(&State, &mut Job) -> Result<(), JobError>,
    job: &mut Job,
) -> Result<(), JobError> {
    catch_unwind(AssertUnwindSafe(|| work(state, job)))
        .unwrap_or_else(|_| Err(JobError::Retry("the job panicked".to_owned())))
}
