//! Taking back what was written about KPIs. A cell that goes back to empty keeps its row and so its history.

mod book;

pub use book::{Definitions, Locks};

use super::model::{TargetId, ValueId};
use super::{Cadence, Decimal, Period, queries};
use crate::accounts::model::AccountId;
use crate::audit::{
    Audited, Facts, Obstacle, Operation, Present, Reason, Reverser, Subject, SubjectType, id_in,
};
use crate::db::Conn;
use crate::kpis::model::{Target, Value};
use crate::schema::{kpi_definitions, kpi_targets, kpi_values};
use diesel::prelude::*;

/// Values.
pub struct Values;
/// Targets.
pub struct Targets;

fn unknown(kind: SubjectType, id: i64) -> Vec<Obstacle> {
    vec![Obstacle::new(Subject::new(kind, id), "", Reason::Unknown)]
}

/// A number of a fact; none where it was empty.
fn number(values: &Facts, field: &str) -> Option<Decimal> {
    values.get(field)?.as_str()?.parse().ok()
}

fn present(row: Option<&impl Audited>) -> Option<Present> {
    row.map(|row| Present {
        facts: row.facts(),
        is_living: true,
    })
}

fn value(conn: &mut Conn, id: i64) -> QueryResult<Option<Value>> {
    kpi_values::table
        .find(ValueId(id))
        .select(Value::as_select())
        .for_update()
        .first(conn)
        .optional()
}

/// Whether the value lies in a locked period: then it stays as it is, also for who takes things back.
fn is_locked(conn: &mut Conn, value: &Value) -> QueryResult<bool> {
    let cadence: Cadence = kpi_definitions::table
        .find(value.definition_id)
        .select(kpi_definitions::cadence)
        .first(conn)?;
    queries::is_locked(conn, Period::containing(cadence, value.period))
}

fn write_value(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    before: &Value,
    after: Value,
) -> QueryResult<()> {
    diesel::update(kpi_values::table.find(before.id))
        .set((
            kpi_values::value.eq(after.value),
            kpi_values::note.eq(&after.note),
            kpi_values::account_id.eq(after.account_id),
            kpi_values::version.eq(before.version + 1),
            kpi_values::entered_by.eq(op.actor.user_id),
            kpi_values::entered_at.eq(op.now),
        ))
        .execute(conn)?;
    op.updated(before, &after);
    Ok(())
}

impl Reverser for Values {
    fn subject(&self) -> SubjectType {
        SubjectType::KpiValue
    }

    fn read(&self, conn: &mut Conn, id: i64) -> QueryResult<Option<Present>> {
        Ok(present(value(conn, id)?.as_ref()))
    }

    fn set(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
        values: &Facts,
    ) -> QueryResult<Vec<Obstacle>> {
        let Some(before) = value(conn, id)? else {
            return Ok(unknown(self.subject(), id));
        };
        // Whose it is may change in a locked period too: what it says stays.
        let is_said = values.contains_key("value") || values.contains_key("note");
        if is_said && is_locked(conn, &before)? {
            return Ok(unknown(self.subject(), id));
        }
        let mut after = before.clone();
        if let Some(account) = id_in(values.get("account_id")).map(AccountId) {
            let there =
                queries::value_at(conn, before.definition_id, Some(account), before.period)?;
            if let Some(other) = there.filter(|other| other.id != before.id) {
                let obstacle = Obstacle::new(before.subject(), "account_id", Reason::Taken);
                return Ok(vec![obstacle.because_of(other.subject())]);
            }
            after.account_id = Some(account);
        }
        if values.contains_key("value") {
            after.value = number(values, "value");
        }
        if let Some(note) = values.get("note").and_then(|note| note.as_str()) {
            after.note = note.to_owned();
        }
        write_value(conn, op, &before, after)?;
        Ok(Vec::new())
    }

    fn remove(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
    ) -> QueryResult<Vec<Obstacle>> {
        if let Some(before) = value(conn, id)? {
            if is_locked(conn, &before)? {
                return Ok(unknown(self.subject(), id));
            }
            let after = Value {
                value: None,
                note: String::new(),
                ..before.clone()
            };
            write_value(conn, op, &before, after)?;
        }
        Ok(Vec::new())
    }

    fn bring_back(
        &self,
        _: &mut Conn,
        _: &mut Operation<'_>,
        id: i64,
    ) -> QueryResult<Vec<Obstacle>> {
        Ok(unknown(self.subject(), id))
    }
}

fn target(conn: &mut Conn, id: i64) -> QueryResult<Option<Target>> {
    kpi_targets::table
        .find(TargetId(id))
        .select(Target::as_select())
        .for_update()
        .first(conn)
        .optional()
}

fn write_target(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    before: &Target,
    to: Option<Decimal>,
) -> QueryResult<()> {
    let after = Target {
        target: to,
        ..before.clone()
    };
    diesel::update(kpi_targets::table.find(before.id))
        .set((
            kpi_targets::target.eq(after.target),
            kpi_targets::version.eq(before.version + 1),
            kpi_targets::set_by.eq(op.actor.user_id),
            kpi_targets::set_at.eq(op.now),
        ))
        .execute(conn)?;
    op.updated(before, &after);
    Ok(())
}

impl Reverser for Targets {
    fn subject(&self) -> SubjectType {
        SubjectType::KpiTarget
    }

    fn read(&self, conn: &mut Conn, id: i64) -> QueryResult<Option<Present>> {
        Ok(present(target(conn, id)?.as_ref()))
    }

    fn set(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
        values: &Facts,
    ) -> QueryResult<Vec<Obstacle>> {
        let Some(before) = target(conn, id)? else {
            return Ok(unknown(self.subject(), id));
        };
        write_target(conn, op, &before, number(values, "target"))?;
        Ok(Vec::new())
    }

    fn remove(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
    ) -> QueryResult<Vec<Obstacle>> {
        if let Some(before) = target(conn, id)? {
            write_target(conn, op, &before, None)?;
        }
        Ok(Vec::new())
    }

    fn bring_back(
        &self,
        _: &mut Conn,
        _: &mut Operation<'_>,
        id: i64,
    ) -> QueryResult<Vec<Obstacle>> {
        Ok(unknown(self.subject(), id))
    }
}
