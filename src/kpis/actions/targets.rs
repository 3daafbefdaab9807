//! Targets: set for periods, never rewritten for one that is over.

use crate::audit::{Done, Kind, Operation, record_undoable};
use crate::auth::Actor;
use crate::db::{Conn, last_insert_id};
use crate::kpis::model::{Definition, Target, TargetId};
use crate::kpis::{Decimal, Period, queries};
use crate::schema::kpi_targets;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

/// What a period should reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetTarget {
    /// The period.
    pub period: Period,
    /// Its target; none takes it away.
    pub target: Option<Decimal>,
}

/// Sets targets as one operation. A period that is over on `today` and has a target keeps it, whatever is asked.
/// Returns how many changed.
pub fn set_targets(
    conn: &mut Conn,
    actor: &Actor,
    definition: &Definition,
    wanted: &[SetTarget],
    today: NaiveDate,
    now: NaiveDateTime,
) -> QueryResult<Done<usize>> {
    record_undoable(conn, actor, Kind::KpiTargetsUpdate, now, |conn, op| {
        queries::lock(conn, definition.id)?;
        let there = queries::targets_of(conn, definition.id)?;
        let mut changed = 0_usize;
        for one in wanted {
            let before = there.get(&one.period.start());
            let kept = one.period.is_over(today) && before.is_some_and(|t| t.target.is_some());
            if kept || before.and_then(|t| t.target) == one.target {
                continue;
            }
            write(conn, op, definition, before, one)?;
            changed += 1;
        }
        if changed > 0 {
            op.say("name", definition.name.as_str());
            op.say("count", changed);
        }
        Ok(changed)
    })
}

fn write(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    definition: &Definition,
    before: Option<&Target>,
    one: &SetTarget,
) -> QueryResult<()> {
    let by = (
        kpi_targets::set_by.eq(op.actor.user_id),
        kpi_targets::set_at.eq(op.now),
    );
    let Some(before) = before else {
        diesel::insert_into(kpi_targets::table)
            .values((
                kpi_targets::definition_id.eq(definition.id),
                kpi_targets::period.eq(one.period.start()),
                kpi_targets::target.eq(one.target),
                by,
            ))
            .execute(conn)?;
        let id: TargetId = diesel::select(last_insert_id()).get_result(conn)?;
        op.created(&Target {
            id,
            definition_id: definition.id,
            period: one.period.start(),
            target: one.target,
            version: 1,
        });
        return Ok(());
    };
    let after = Target {
        target: one.target,
        version: before.version + 1,
        ..before.clone()
    };
    diesel::update(kpi_targets::table.find(before.id))
        .set((
            kpi_targets::target.eq(after.target),
            kpi_targets::version.eq(after.version),
            by,
        ))
        .execute(conn)?;
    op.updated(before, &after);
    Ok(())
}
