//! Locking a period: from then on nothing is written in it, until a manager says why it should be.

use crate::audit::{Done, Kind, Operation, record_undoable};
use crate::auth::Actor;
use crate::db::{Conn, last_insert_id};
use crate::kpis::model::{Lock, LockId};
use crate::kpis::{Period, queries};
use crate::schema::kpi_locks;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Locks a period for every KPI of its cadence. One that is locked already stays so.
pub fn lock_period(
    conn: &mut Conn,
    actor: &Actor,
    period: Period,
    now: NaiveDateTime,
) -> QueryResult<Done<()>> {
    record_undoable(conn, actor, Kind::KpiPeriodLock, now, |conn, op| {
        put(conn, op, period, true, "")
    })
}

/// Unlocks a period, for a reason that the history keeps.
pub fn unlock_period(
    conn: &mut Conn,
    actor: &Actor,
    period: Period,
    reason: &str,
    now: NaiveDateTime,
) -> QueryResult<Done<()>> {
    record_undoable(conn, actor, Kind::KpiPeriodUnlock, now, |conn, op| {
        put(conn, op, period, false, reason)
    })
}

fn put(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    period: Period,
    is_locked: bool,
    reason: &str,
) -> QueryResult<()> {
    let before = match queries::lock_of(conn, period)? {
        Some(lock) => lock,
        None => insert(conn, op, period)?,
    };
    if before.is_locked == is_locked {
        return Ok(());
    }
    diesel::update(kpi_locks::table.find(before.id))
        .set((
            kpi_locks::is_locked.eq(is_locked),
            kpi_locks::changed_by.eq(op.actor.user_id),
            kpi_locks::changed_at.eq(op.now),
        ))
        .execute(conn)?;
    let after = Lock {
        is_locked,
        ..before.clone()
    };
    op.updated(&before, &after);
    op.say("period", period.to_string());
    if !reason.is_empty() {
        op.say("reason", reason);
    }
    Ok(())
}

fn insert(conn: &mut Conn, op: &Operation<'_>, period: Period) -> QueryResult<Lock> {
    diesel::insert_into(kpi_locks::table)
        .values((
            kpi_locks::cadence.eq(period.cadence()),
            kpi_locks::period.eq(period.start()),
            kpi_locks::is_locked.eq(false),
            kpi_locks::changed_by.eq(op.actor.user_id),
            kpi_locks::changed_at.eq(op.now),
        ))
        .execute(conn)?;
    let id: LockId = diesel::select(last_insert_id()).get_result(conn)?;
    Ok(Lock {
        id,
        cadence: period.cadence(),
        period: period.start(),
        is_locked: false,
    })
}
