//! One cell saved from the grid.

use super::cells::{Outcome, conflict_text};
use crate::auth::Actor;
use crate::db::Conn;
use crate::kpis::actions::{self, Entry, ValueError};
use crate::kpis::model::{CellName, Definition, DefinitionId};
use crate::kpis::views::{CellAnswer, CellView, MissingView};
use crate::kpis::{Period, number, queries};
use crate::settings;
use crate::web::{AppError, Shell};
use actix_web::http::StatusCode;
use chrono::NaiveDateTime;

/// Saves a cell of the grid: the cell again, with what became of it.
pub(super) fn in_grid(
    conn: &mut Conn,
    ui: Shell,
    actor: &Actor,
    definition: &Definition,
    name: CellName,
    typed: &str,
    now: NaiveDateTime,
) -> Result<Outcome, AppError> {
    let (period, lang) = (name.period, ui.lang);
    let value = match number::parse(typed, &definition.unit, lang) {
        Ok(value) => value,
        Err(message) => {
            let there = queries::value_at(conn, definition.id, None, period.start())?;
            let cell = CellView::new(&ui, definition, period, there.as_ref());
            let text = ui.say(&message);
            return answer(
                ui,
                cell.wrong("wrong", typed, text.clone()),
                None,
                text,
                StatusCode::UNPROCESSABLE_ENTITY,
            );
        }
    };
    let entry = Entry {
        account: None,
        period,
        value,
        note: None,
        version: Some(name.version),
    };
    match actions::enter(conn, actor, definition, &entry, "", now) {
        Ok(done) => {
            let cell =
                CellView::new(&ui, definition, period, done.value.as_ref()).in_state("saved");
            let missing = missing(conn, &ui, actor, period, now)?;
            let live = ui
                .t("kpis-cell-saved")
                .arg("cell", cell.label.as_str())
                .to_string();
            answer(ui, cell, missing, live, StatusCode::OK)
        }
        Err(ValueError::Stale(there)) => {
            let text = conflict_text(&ui, definition, (*there).as_ref());
            let cell = CellView::new(&ui, definition, period, (*there).as_ref());
            answer(
                ui,
                cell.wrong("conflict", typed, text.clone()),
                None,
                text,
                StatusCode::CONFLICT,
            )
        }
        Err(ValueError::NotTaken(message)) => {
            let there = queries::value_at(conn, definition.id, None, period.start())?;
            let cell = CellView::new(&ui, definition, period, there.as_ref());
            let text = ui.say(&message);
            answer(
                ui,
                cell.wrong("wrong", typed, text.clone()),
                None,
                text,
                StatusCode::UNPROCESSABLE_ENTITY,
            )
        }
        Err(other) => Err(other.into()),
    }
}

fn answer(
    ui: Shell,
    cell: CellView,
    missing: Option<MissingView>,
    live: String,
    status: StatusCode,
) -> Result<Outcome, AppError> {
    Ok(Outcome::Cell(
        Box::new(CellAnswer {
            ui,
            cell,
            missing,
            live,
        }),
        status,
    ))
}

/// How many values the period lacks now, if it is over.
fn missing(
    conn: &mut Conn,
    ui: &Shell,
    actor: &Actor,
    period: Period,
    now: NaiveDateTime,
) -> Result<Option<MissingView>, AppError> {
    if !period.is_over(settings::queries::load(conn)?.today(now)) {
        return Ok(None);
    }
    let definitions = queries::all(conn, actor, Some(period.cadence()), false)?;
    let ids: Vec<DefinitionId> = definitions.iter().map(|d| d.id).collect();
    let values = queries::values(conn, &ids, period.start(), period.start())?;
    let lacking = definitions.iter().filter(|definition| {
        let value = values.get(&(definition.id, period.start()));
        definition.first() <= period && value.and_then(|value| value.value).is_none()
    });
    Ok(Some(MissingView::new(ui, period, lacking.count())))
}
