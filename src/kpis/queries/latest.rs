//! Where many KPIs stand at once: the latest period that is over, and how many values are missing.

use super::entries::{Targets, Values};
use crate::db::Conn;
use crate::kpis::model::{Definition, DefinitionId, Target, Value};
use crate::kpis::{Cadence, Period};
use crate::schema::{kpi_definitions, kpi_targets, kpi_values};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// The organisation's values and the targets of these KPIs on certain first days.
pub fn on_days(
    conn: &mut Conn,
    ids: &[DefinitionId],
    days: &[NaiveDate],
) -> QueryResult<(Values, Targets)> {
    let values: Vec<Value> = kpi_values::table
        .filter(kpi_values::definition_id.eq_any(ids))
        .filter(kpi_values::account_key.eq(0))
        .filter(kpi_values::period.eq_any(days))
        .select(Value::as_select())
        .load(conn)?;
    let targets: Vec<Target> = kpi_targets::table
        .filter(kpi_targets::definition_id.eq_any(ids))
        .filter(kpi_targets::period.eq_any(days))
        .select(Target::as_select())
        .load(conn)?;
    let values = values
        .into_iter()
        .map(|row| ((row.definition_id, row.period), row));
    let targets = targets
        .into_iter()
        .filter_map(|row| Some(((row.definition_id, row.period), row.target?)));
    Ok((values.collect(), targets.collect()))
}

/// How many values these KPIs lack in periods that are over on that day.
pub fn missing(
    conn: &mut Conn,
    definitions: &[Definition],
    today: NaiveDate,
) -> QueryResult<HashMap<DefinitionId, usize>> {
    let ids: Vec<DefinitionId> = definitions.iter().map(|d| d.id).collect();
    let begun = |cadence| Period::containing(cadence, today).start();
    let of = |cadence: Cadence| {
        kpi_definitions::cadence
            .eq(cadence)
            .and(kpi_values::period.lt(begun(cadence)))
    };
    let over = of(Cadence::Day)
        .or(of(Cadence::Week))
        .or(of(Cadence::Month))
        .or(of(Cadence::Quarter))
        .or(of(Cadence::Year));
    let counts: Vec<(DefinitionId, i64)> = kpi_values::table
        .inner_join(kpi_definitions::table)
        .filter(kpi_values::definition_id.eq_any(&ids))
        .filter(kpi_values::account_key.eq(0))
        .filter(kpi_values::value.is_not_null())
        .filter(kpi_values::period.ge(kpi_definitions::first_period))
        .filter(over)
        .group_by(kpi_values::definition_id)
        .select((kpi_values::definition_id, diesel::dsl::count_star()))
        .load(conn)?;
    let there: HashMap<DefinitionId, i64> = counts.into_iter().collect();
    let owed = definitions.iter().filter(|d| d.is_in_grid());
    let lacking = owed.map(|definition| {
        let there = there.get(&definition.id).copied().unwrap_or_default();
        let there = usize::try_from(there).unwrap_or_default();
        (
            definition.id,
            expected(definition, today).saturating_sub(there),
        )
    });
    Ok(lacking.collect())
}

/// The periods that these KPIs lack a value in, the latest first within each KPI; at most `limit` of one KPI.
pub fn lacking(
    conn: &mut Conn,
    definitions: &[Definition],
    today: NaiveDate,
    limit: usize,
) -> QueryResult<Vec<(DefinitionId, Vec<Period>)>> {
    let ids: Vec<DefinitionId> = definitions.iter().map(|d| d.id).collect();
    let there: Vec<(DefinitionId, NaiveDate)> = kpi_values::table
        .filter(kpi_values::definition_id.eq_any(&ids))
        .filter(kpi_values::account_key.eq(0))
        .filter(kpi_values::value.is_not_null())
        .select((kpi_values::definition_id, kpi_values::period))
        .load(conn)?;
    let there: HashSet<(DefinitionId, NaiveDate)> = there.into_iter().collect();
    let of = |definition: &Definition| {
        let latest = definition.latest_over(today);
        let periods = std::iter::successors(Some(latest), |period| Some(period.previous()))
            .take_while(|period| definition.expects(*period, today))
            .filter(|period| !there.contains(&(definition.id, period.start())))
            .take(limit);
        (definition.id, periods.collect())
    };
    Ok(definitions.iter().map(of).collect())
}

/// How many periods of a KPI are over on that day.
pub fn expected(definition: &Definition, today: NaiveDate) -> usize {
    let (first, now) = (definition.first(), definition.period_of(today));
    let days = (now.start() - first.start()).num_days().max(0);
    let months = |day: NaiveDate| {
        use chrono::Datelike;
        i64::from(day.year()) * 12 + i64::from(day.month0())
    };
    let between = (months(now.start()) - months(first.start())).max(0);
    let count = match definition.cadence {
        Cadence::Day => days,
        Cadence::Week => days / 7,
        Cadence::Month => between,
        Cadence::Quarter => between / 3,
        Cadence::Year => between / 12,
    };
    usize::try_from(count).unwrap_or_default()
}
