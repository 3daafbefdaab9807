//! What rows of this slice are called in histories, and where their pages are.

use crate::audit::SubjectType;
use crate::db::Conn;
use crate::kpis::model::DefinitionId;
use crate::kpis::{Cadence, Period};
use crate::schema::{kpi_definitions, kpi_locks, kpi_targets, kpi_values};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// Title and page of each of these rows; one statement a table that is asked about.
pub fn titles(
    conn: &mut Conn,
    rows: impl IntoIterator<Item = (SubjectType, i64)>,
) -> QueryResult<HashMap<(SubjectType, i64), (String, String)>> {
    let mut ids: HashMap<SubjectType, Vec<i64>> = HashMap::new();
    for (kind, id) in rows {
        ids.entry(kind).or_default().push(id);
    }
    let mut found = HashMap::new();
    for (kind, ids) in ids {
        let named = match kind {
            SubjectType::KpiDefinition => definitions(conn, &ids)?,
            SubjectType::KpiValue => values(conn, &ids)?,
            SubjectType::KpiTarget => targets(conn, &ids)?,
            SubjectType::KpiLock => locks(conn, &ids)?,
            _ => Vec::new(),
        };
        found.extend(
            named
                .into_iter()
                .map(|(id, title, href)| ((kind, id), (title, href))),
        );
    }
    Ok(found)
}

type Titles = Vec<(i64, String, String)>;
type Dated = Vec<(i64, DefinitionId, String, Cadence, NaiveDate)>;

fn definitions(conn: &mut Conn, ids: &[i64]) -> QueryResult<Titles> {
    let rows: Vec<(i64, String)> = kpi_definitions::table
        .filter(kpi_definitions::id.eq_any(ids))
        .select((kpi_definitions::id, kpi_definitions::name))
        .load(conn)?;
    let titled = rows
        .into_iter()
        .map(|(id, name)| (id, name, format!("/kpis/{id}")));
    Ok(titled.collect())
}

fn values(conn: &mut Conn, ids: &[i64]) -> QueryResult<Titles> {
    let rows: Dated = kpi_values::table
        .inner_join(kpi_definitions::table)
        .filter(kpi_values::id.eq_any(ids))
        .select((
            kpi_values::id,
            kpi_definitions::id,
            kpi_definitions::name,
            kpi_definitions::cadence,
            kpi_values::period,
        ))
        .load(conn)?;
    Ok(dated(rows, |id, period| {
        format!("/kpis/{id}/values/{period}")
    }))
}

fn targets(conn: &mut Conn, ids: &[i64]) -> QueryResult<Titles> {
    let rows: Dated = kpi_targets::table
        .inner_join(kpi_definitions::table)
        .filter(kpi_targets::id.eq_any(ids))
        .select((
            kpi_targets::id,
            kpi_definitions::id,
            kpi_definitions::name,
            kpi_definitions::cadence,
            kpi_targets::period,
        ))
        .load(conn)?;
    Ok(dated(rows, |id, period| {
        format!("/kpis/{id}?period={period}")
    }))
}

fn dated(rows: Dated, href: impl Fn(DefinitionId, Period) -> String) -> Titles {
    let titled = rows
        .into_iter()
        .map(|(id, definition, name, cadence, day)| {
            let period = Period::containing(cadence, day);
            (id, format!("{name} {period}"), href(definition, period))
        });
    titled.collect()
}

fn locks(conn: &mut Conn, ids: &[i64]) -> QueryResult<Titles> {
    let rows: Vec<(i64, Cadence, NaiveDate)> = kpi_locks::table
        .filter(kpi_locks::id.eq_any(ids))
        .select((kpi_locks::id, kpi_locks::cadence, kpi_locks::period))
        .load(conn)?;
    let titled = rows.into_iter().map(|(id, cadence, day)| {
        let period = Period::containing(cadence, day);
        let href = format!("/kpis/values?cadence={}&to={period}", cadence.code());
        (id, period.to_string(), href)
    });
    Ok(titled.collect())
}
