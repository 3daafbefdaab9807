//! What is past its time leaves for good.

use crate::accounts::{self, model::AccountId};
use crate::audit::{Kind as OperationKind, record};
use crate::auth::{Actor, Channel};
use crate::contacts::{self, affiliations, model::ContactId};
use crate::db::Conn;
use crate::jobs::{Job, JobError, Kind};
use crate::kpis;
use crate::schema::{accounts as account_rows, contacts as contact_rows};
use crate::settings;
use crate::web::State;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

/// Empties the trash of what is past its time, once a day.
pub const PURGE: Kind = Kind {
    name: "purge",
    every: Some(TimeDelta::days(1)),
    run,
};

/// Records of one transaction.
const BATCH: i64 = 100;

fn run(state: &State, job: &mut Job) -> Result<(), JobError> {
    let now = state.clock.now();
    let mut gone = 0;
    loop {
        let some = state.db.run_blocking(|conn| purge(conn, now))?;
        gone += i64::try_from(some).unwrap_or_default();
        job.report(state, gone, gone)?;
        if some == 0 {
            return Ok(());
        }
    }
}

/// Removes some of the records whose time is up, contacts first, with everything that hangs on them; accounts below a
/// purged one lose their parent, and people their role there. How many there were; none when all are gone.
pub fn purge(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    let days = settings::queries::load(conn)?.trash_days;
    let until = now - TimeDelta::days(i64::from(days));
    let actor = Actor::operator(Channel::System);
    record(conn, &actor, OperationKind::TrashPurge, now, |conn, op| {
        op.keep_names_only();
        let people: Vec<ContactId> = contact_rows::table
            .filter(contact_rows::deleted_at.le(until).assume_not_null())
            .order(contact_rows::deleted_at)
            .limit(BATCH)
            .select(contact_rows::id)
            .load(conn)?;
        let mut gone = match people.is_empty() {
            true => 0,
            false => contacts::purge(conn, op, &people)?,
        };
        if gone == 0 {
            let organisations: Vec<AccountId> = account_rows::table
                .filter(account_rows::deleted_at.le(until).assume_not_null())
                .order(account_rows::deleted_at)
                .limit(BATCH)
                .select(account_rows::id)
                .load(conn)?;
            if !organisations.is_empty() {
                affiliations::purge_at(conn, op, &organisations)?;
                kpis::purge_at(conn, op, &organisations)?;
                gone = accounts::purge(conn, op, &organisations)?;
            }
        }
        if gone > 0 {
            op.say("count", gone);
        }
        QueryResult::Ok(gone)
    })
}
