//! Housekeeping: what is past its time goes. One row of the table, put in by a migration, so that however many
//! replicas run it happens once an hour.

use super::{Job, JobError, JobState, Kind};
use crate::auth::{forget_expired_sessions, links, throttle};
use crate::db::Conn;
use crate::drafts;
use crate::schema::jobs;
use crate::web::State;
use crate::web::api::forget_answers;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

/// Removes expired sessions, links, throttles and answers of the API, old drafts, and jobs that ended a week ago.
pub const CLEAN_UP: Kind = Kind {
    name: "clean_up",
    every: Some(TimeDelta::hours(1)),
    run,
};

/// Ended jobs are kept this long.
const MEMORY: TimeDelta = TimeDelta::days(7);

fn run(state: &State, _: &mut Job) -> Result<(), JobError> {
    let (limits, now) = (state.config.session_limits, state.clock.now());
    let gone = state.db.run_blocking(|conn| {
        Ok::<_, diesel::result::Error>([
            forget_expired_sessions(conn, limits, now)?,
            links::forget_old(conn, now)?,
            throttle::forget_old(conn, now)?,
            forget_answers(conn, now)?,
            drafts::forget_old(conn, now)?,
            forget_ended(conn, now)?,
        ])
    })?;
    let [sessions, links, throttles, answers, drafts, jobs] = gone;
    log::info!(
        "cleaned up: {sessions} sessions, {links} links, {throttles} throttles, {answers} answers, {drafts} drafts, \
         {jobs} jobs"
    );
    Ok(())
}

fn forget_ended(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    let ended = jobs::state.eq_any([JobState::Done, JobState::Failed]);
    let old = jobs::finished_at.lt(now - MEMORY).assume_not_null();
    diesel::delete(jobs::table.filter(ended.and(old))).execute(conn)
}
