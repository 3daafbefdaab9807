//! One cell saved from the grid.

use super::cells::{Outcome, conflict_text};
use crate::auth::Actor;
use crate::db::Conn;
use crate::kpis::actions::{self, Entry, ValueError};
use crate::kpis::model::{CellName, Definition, DefinitionId, Value};
use crate::kpis::views::{CellAnswer, CellView, MissingView};
use crate::kpis::{Period, number, queries};
use crate::settings;
use crate::web::{AppError, Shell};
use actix_web::http::StatusCode;
use chrono::NaiveDateTime;

/// A cell of the grid in which somebody typed.
pub(super) struct Typed<'a> {
    /// The frame of the page.
    pub ui: Shell,
    /// The KPI.
    pub definition: &'a Definition,
    /// The cell, as the page knew it.
    pub name: CellName,
    /// What was typed.
    pub text: &'a str,
    /// Whether the head of the page counts what the period lacks.
    pub is_counted: bool,
}

/// Saves a cell of the grid: the cell again, with what became of it.
pub(super) fn in_grid(
    conn: &mut Conn,
    actor: &Actor,
    typed: Typed<'_>,
    now: NaiveDateTime,
) -> Result<Outcome, AppError> {
    let (definition, period) = (typed.definition, typed.name.period);
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    let value = match number::parse(typed.text, &definition.unit, typed.ui.lang) {
        Ok(value) => value,
        Err(message) => {
            let there = queries::value_at(conn, definition.id, None, period.start())?;
            let error = typed.ui.say(&message);
            return typed.again(there.as_ref(), "wrong", error, refused);
        }
    };
    let entry = Entry {
        account: None,
        period,
        value,
        note: None,
        version: Some(typed.name.version),
    };
    match actions::enter(conn, actor, definition, &entry, "", now) {
        Ok(done) => {
            let missing = missing(conn, &typed.ui, actor, period, now)?;
            Ok(typed.saved(done.value.as_ref(), missing))
        }
        Err(ValueError::Stale(there)) => {
            let error = conflict_text(&typed.ui, definition, (*there).as_ref());
            typed.again((*there).as_ref(), "conflict", error, StatusCode::CONFLICT)
        }
        Err(ValueError::NotTaken(message)) => {
            let there = queries::value_at(conn, definition.id, None, period.start())?;
            let error = typed.ui.say(&message);
            typed.again(there.as_ref(), "wrong", error, refused)
        }
        Err(other) => Err(other.into()),
    }
}

impl Typed<'_> {
    fn cell(&self, value: Option<&Value>) -> CellView {
        let cell = CellView::new(&self.ui, self.definition, self.name.period, value);
        match self.is_counted {
            true => cell.counted(),
            false => cell,
        }
    }

    fn saved(self, value: Option<&Value>, missing: Option<MissingView>) -> Outcome {
        let cell = self.cell(value).in_state("saved");
        let live = self
            .ui
            .t("kpis-cell-saved")
            .arg("cell", cell.label.as_str());
        let answer = CellAnswer {
            live: live.to_string(),
            is_counted: self.is_counted,
            ui: self.ui,
            cell,
            missing,
        };
        Outcome::Cell(Box::new(answer), StatusCode::OK)
    }

    /// The cell as it is, with what was typed and what is wrong with it.
    fn again(
        self,
        value: Option<&Value>,
        state: &'static str,
        error: String,
        status: StatusCode,
    ) -> Result<Outcome, AppError> {
        let answer = CellAnswer {
            cell: self.cell(value).wrong(state, self.text, error.clone()),
            live: error,
            is_counted: false,
            ui: self.ui,
            missing: None,
        };
        Ok(Outcome::Cell(Box::new(answer), status))
    }
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
