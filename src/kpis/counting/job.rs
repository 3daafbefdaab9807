//! Writing down what was counted, when a period is over in the organisation's time zone. From then on the number stands,
//! whatever becomes of the records.

use super::Behind;
use crate::audit::{Kind as Did, record};
use crate::auth::{Actor, Channel};
use crate::db::Conn;
use crate::jobs::{Job, JobError, Kind};
use crate::kpis::actions::insert_counted;
use crate::kpis::model::{Definition, Source};
use crate::kpis::{Period, queries};
use crate::settings::{self, Settings};
use crate::web::{AppError, State};
use chrono::{NaiveDateTime, TimeDelta};

/// Closes the periods that are over; a migration has put it in.
pub const COUNT: Kind = Kind {
    name: "count_kpis",
    every: Some(TimeDelta::minutes(10)),
    run,
};

/// The same, right after a counted KPI was defined.
pub const COUNT_NOW: Kind = Kind {
    name: "count_kpis_now",
    every: None,
    run,
};

/// Periods that are filled in at most, once: ten years of months.
const BACK: usize = 120;

fn run(state: &State, _: &mut Job) -> Result<(), JobError> {
    let now = state.clock.now();
    let system = Actor::operator(Channel::System);
    let (settings, all) = state.db.run_blocking(|conn| {
        let all = queries::counted(conn, &system)?;
        Ok::<_, AppError>((settings::queries::load(conn)?, all))
    })?;
    let mut written = 0;
    for definition in &all {
        written += state
            .db
            .run_blocking(|conn| close(conn, &system, &settings, definition, now))?;
    }
    if written > 0 {
        log::info!("KPIs: {written} values counted");
    }
    Ok(())
}

/// Counts what is over and not written down, as one operation.
fn close(
    conn: &mut Conn,
    system: &Actor,
    settings: &Settings,
    definition: &Definition,
    now: NaiveDateTime,
) -> Result<usize, AppError> {
    let due = due(conn, settings, definition, now)?;
    if due.is_empty() {
        return Ok(0);
    }
    record(conn, system, Did::KpiValuesCount, now, |conn, op| {
        let mut written = 0_usize;
        for period in due.iter().copied() {
            if queries::is_locked(conn, period)? {
                continue;
            }
            let value = match Behind::of(definition, period) {
                Some(rows) => rows.now(conn, settings.zone())?,
                None => None,
            };
            if let Some(value) = value {
                insert_counted(conn, op, definition, period, value)?;
                written += 1;
            }
        }
        if written > 0 {
            op.say("name", definition.name.as_str());
            op.say("count", written);
        }
        Ok::<_, AppError>(written)
    })
}

/// The periods that are over without a value. What was added in a period can be told later; how many there were at its
/// end only then, and only of a KPI that was there.
fn due(
    conn: &mut Conn,
    settings: &Settings,
    definition: &Definition,
    now: NaiveDateTime,
) -> Result<Vec<Period>, AppError> {
    let latest = definition.latest_over(settings.today(now));
    let first = match definition.source {
        Source::New => definition.first().max(latest.back(BACK)),
        _ => {
            let defined = definition.period_of(settings.today(definition.created_at));
            definition.first().max(defined).max(latest)
        }
    };
    if latest < first {
        return Ok(Vec::new());
    }
    let there = queries::values_of(conn, definition.id, None)?;
    let mut due = Period::range(first, latest, BACK + 1);
    due.retain(|period| !there.contains_key(&period.start()));
    Ok(due)
}
