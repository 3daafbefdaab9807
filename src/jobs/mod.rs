//! Work for later, in a table: any replica may take a job, exactly one does.
//!
//! A job is claimed by an UPDATE whose row count decides. A worker that dies leaves its claim behind, and after
//! [`LEASE`] another takes the job over, from the progress it reported. So work may be done twice, and must bear it.

mod clean_up;
mod job;
mod queue;
mod worker;

pub use clean_up::CLEAN_UP;
pub use job::{Job, JobError, JobId, JobState, Jobs, Kind};
pub use queue::{enqueue, enqueue_for};
pub use worker::{Worker, run_next, start};

use chrono::TimeDelta;

/// A claim that has not reported for this long is anybody's.
pub const LEASE: TimeDelta = TimeDelta::minutes(10);
/// How often a job is tried.
pub const ATTEMPTS: i32 = 6;
