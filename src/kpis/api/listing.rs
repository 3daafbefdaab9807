//! The list of KPIs: its columns, its filters, its order.

use super::{Kpis, wire::KpiBody};
use crate::auth::{Actor, UserId, people};
use crate::db::keyset::contains;
use crate::db::{Conn, count_up_to};
use crate::keyset;
use crate::kpis::Cadence;
use crate::kpis::model::{Definition, Direction};
use crate::kpis::queries::{Visible, visible_to};
use crate::schema::kpi_definitions as kpis;
use crate::web::api::Listed;
use crate::web::api::listing::Rows;
use crate::web::list::{
    Column, ColumnKind, Condition, Cursor, ListQuery, Selected, moment, moment_text,
};
use chrono_tz::Tz;
use diesel::prelude::*;

/// Every column. `archived=1` asks for those put away, which are not listed else.
pub(crate) const COLUMNS: &[Column] = &[
    Column::new("name", "kpis-field-name", ColumnKind::Text).always_filled(),
    Column::new("cadence", "kpis-field-cadence", ColumnKind::Choice).always_filled(),
    Column::new("direction", "kpis-field-direction", ColumnKind::Choice).always_filled(),
    Column::new("archived", "kpis-archived-named", ColumnKind::Choice)
        .always_filled()
        .unsorted(),
    Column::new("updated_at", "common-updated-at", ColumnKind::Moment)
        .always_filled()
        .unfiltered(),
];

impl Listed for Kpis {
    const PATH: &'static str = "/api/kpis";
    const COLUMNS: &'static [Column] = COLUMNS;
    const SORT: (&'static str, bool) = ("name", false);

    fn rows(conn: &mut Conn, actor: &Actor, list: &ListQuery, _: Tz) -> QueryResult<Rows> {
        let count = count_up_to(conn, matching(actor, list).select(kpis::id))?;
        let limit = i64::try_from(list.size + 1).unwrap_or(201);
        let rows = ordered(matching(actor, list), list)?
            .limit(limit)
            .select(Definition::as_select())
            .load(conn)?;
        let found = Selected::from_read(list, rows);
        let owners: Vec<UserId> = found.rows.iter().filter_map(|row| row.owner_id).collect();
        let owners = people::names(conn, &owners)?;
        let row = |row: &Definition| {
            let owner = row.owner_id.and_then(|id| owners.get(&id).cloned());
            let body = serde_json::json!(KpiBody::new(row, owner));
            (body, cursor(list, row))
        };
        Ok(Rows {
            rows: found.rows.iter().map(row).collect(),
            before: found.before,
            after: found.after,
            count,
        })
    }
}

fn matching(actor: &Actor, list: &ListQuery) -> Visible {
    let mut query = visible_to(actor);
    if !list.q.is_empty() {
        query = query.filter(kpis::name.like(contains(&list.q)));
    }
    let mut is_archived = false;
    for (key, condition) in &list.conditions {
        query = match (*key, condition) {
            ("name", Condition::Contains(text)) => query.filter(kpis::name.like(contains(text))),
            ("cadence", Condition::AnyOf(codes)) => {
                query.filter(kpis::cadence.eq_any(parsed(codes, Cadence::parse)))
            }
            ("direction", Condition::AnyOf(codes)) => {
                query.filter(kpis::direction.eq_any(parsed(codes, Direction::parse)))
            }
            ("archived", Condition::AnyOf(codes)) => {
                is_archived = codes.iter().any(|code| code == "1");
                query
            }
            _ => query,
        };
    }
    match is_archived {
        true => query.filter(kpis::archived_at.is_not_null()),
        false => query.filter(kpis::archived_at.is_null()),
    }
}

fn parsed<T>(codes: &[String], parse: fn(&str) -> Option<T>) -> Vec<T> {
    codes.iter().filter_map(|code| parse(code)).collect()
}

fn ordered(query: Visible, list: &ListQuery) -> QueryResult<Visible> {
    let text = |text: &str| Some(text.to_owned());
    Ok(match list.sort {
        "cadence" => keyset!(query, list, kpis::cadence, kpis::id, text),
        "direction" => keyset!(query, list, kpis::direction, kpis::id, text),
        "updated_at" => keyset!(query, list, kpis::updated_at, kpis::id, moment),
        _ => keyset!(query, list, kpis::name, kpis::id, text),
    })
}

fn cursor(list: &ListQuery, row: &Definition) -> Cursor {
    let value = match list.sort {
        "cadence" => row.cadence.code().to_owned(),
        "direction" => row.direction.code().to_owned(),
        "updated_at" => moment_text(row.updated_at),
        _ => row.name.clone(),
    };
    Cursor {
        value: Some(value),
        id: row.id.0,
    }
}
