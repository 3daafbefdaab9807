//! Values, targets and locks of many KPIs at once: one statement each, however many there are.

use crate::accounts::model::AccountId;
use crate::db::Conn;
use crate::kpis::model::{DefinitionId, Lock, Target, Value, ValueId};
use crate::kpis::{Cadence, Decimal, Period};
use crate::schema::{kpi_locks, kpi_targets, kpi_values};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Values by KPI and the period's first day.
pub type Values = HashMap<(DefinitionId, NaiveDate), Value>;
/// Targets by KPI and the period's first day.
pub type Targets = HashMap<(DefinitionId, NaiveDate), Decimal>;

/// The organisation's values of these KPIs from one day to another.
pub fn values(
    conn: &mut Conn,
    ids: &[DefinitionId],
    from: NaiveDate,
    to: NaiveDate,
) -> QueryResult<Values> {
    let rows: Vec<Value> = kpi_values::table
        .filter(kpi_values::definition_id.eq_any(ids))
        .filter(kpi_values::account_key.eq(0))
        .filter(kpi_values::period.between(from, to))
        .select(Value::as_select())
        .load(conn)?;
    let keyed = rows
        .into_iter()
        .map(|row| ((row.definition_id, row.period), row));
    Ok(keyed.collect())
}

/// The targets of these KPIs from one day to another.
pub fn targets(
    conn: &mut Conn,
    ids: &[DefinitionId],
    from: NaiveDate,
    to: NaiveDate,
) -> QueryResult<Targets> {
    let rows: Vec<Target> = kpi_targets::table
        .filter(kpi_targets::definition_id.eq_any(ids))
        .filter(kpi_targets::period.between(from, to))
        .select(Target::as_select())
        .load(conn)?;
    let known = rows.into_iter().filter_map(|row| {
        let target = row.target?;
        Some(((row.definition_id, row.period), target))
    });
    Ok(known.collect())
}

/// The values of one KPI by period, for the organisation or one account.
pub fn values_of(
    conn: &mut Conn,
    id: DefinitionId,
    account: Option<AccountId>,
) -> QueryResult<BTreeMap<NaiveDate, Value>> {
    let rows: Vec<Value> = kpi_values::table
        .filter(kpi_values::definition_id.eq(id))
        .filter(kpi_values::account_key.eq(account.map_or(0, |id| id.0)))
        .select(Value::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.period, row)).collect())
}

/// The targets of one KPI by period.
pub fn targets_of(conn: &mut Conn, id: DefinitionId) -> QueryResult<BTreeMap<NaiveDate, Target>> {
    let rows: Vec<Target> = kpi_targets::table
        .filter(kpi_targets::definition_id.eq(id))
        .select(Target::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.period, row)).collect())
}

/// One value, held until the transaction ends.
pub fn cell(
    conn: &mut Conn,
    id: DefinitionId,
    account: Option<AccountId>,
    period: NaiveDate,
) -> QueryResult<Option<Value>> {
    kpi_values::table
        .filter(kpi_values::definition_id.eq(id))
        .filter(kpi_values::account_key.eq(account.map_or(0, |id| id.0)))
        .filter(kpi_values::period.eq(period))
        .select(Value::as_select())
        .for_update()
        .first(conn)
        .optional()
}

/// A value by its row.
pub fn value(conn: &mut Conn, id: ValueId) -> QueryResult<Value> {
    kpi_values::table
        .find(id)
        .select(Value::as_select())
        .first(conn)
}

/// The same as it is now, held by nobody.
pub fn value_at(
    conn: &mut Conn,
    id: DefinitionId,
    account: Option<AccountId>,
    period: NaiveDate,
) -> QueryResult<Option<Value>> {
    kpi_values::table
        .filter(kpi_values::definition_id.eq(id))
        .filter(kpi_values::account_key.eq(account.map_or(0, |id| id.0)))
        .filter(kpi_values::period.eq(period))
        .select(Value::as_select())
        .first(conn)
        .optional()
}

/// Whether anything has been written about a KPI: values, also ones taken out again, or targets.
pub fn has_entries(conn: &mut Conn, id: DefinitionId) -> QueryResult<bool> {
    let values = kpi_values::table.filter(kpi_values::definition_id.eq(id));
    let targets = kpi_targets::table.filter(kpi_targets::definition_id.eq(id));
    Ok(
        diesel::select(diesel::dsl::exists(values)).get_result(conn)?
            || diesel::select(diesel::dsl::exists(targets)).get_result(conn)?,
    )
}

/// The locked periods of a cadence from one day to another, by their first days.
pub fn locked(
    conn: &mut Conn,
    cadence: Cadence,
    from: NaiveDate,
    to: NaiveDate,
) -> QueryResult<BTreeSet<NaiveDate>> {
    let days: Vec<NaiveDate> = kpi_locks::table
        .filter(kpi_locks::cadence.eq(cadence))
        .filter(kpi_locks::period.between(from, to))
        .filter(kpi_locks::is_locked.eq(true))
        .select(kpi_locks::period)
        .load(conn)?;
    Ok(days.into_iter().collect())
}

/// The row that says whether a period is locked, held until the transaction ends.
pub fn lock_of(conn: &mut Conn, period: Period) -> QueryResult<Option<Lock>> {
    kpi_locks::table
        .filter(kpi_locks::cadence.eq(period.cadence()))
        .filter(kpi_locks::period.eq(period.start()))
        .select(Lock::as_select())
        .for_update()
        .first(conn)
        .optional()
}

/// Whether a period is locked. Inside a transaction the answer holds until its end, where there is a row to hold.
pub fn is_locked(conn: &mut Conn, period: Period) -> QueryResult<bool> {
    Ok(lock_of(conn, period)?.is_some_and(|lock| lock.is_locked))
}
