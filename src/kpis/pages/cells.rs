//! One cell: saved from the grid, and on a page of its own with its note and its history.

use super::grid_cell::{Typed, in_grid};
use crate::audit::OperationId;
use crate::auth::permissions::ReadRecords;
use crate::auth::{Actor, May};
use crate::db::Conn;
use crate::fields::{KPI_NOTE_MAX, text};
use crate::kpis::actions::{self, Entry, ValueError};
use crate::kpis::model::{CellName, Definition, DefinitionId, Value};
use crate::kpis::views::{CellAnswer, CellPage, RowsView};
use crate::kpis::{Period, number, queries};
use crate::settings;
use crate::web::view::{Conflict, Conflicts};
use crate::web::{
    AppError, Flash, Form, FormData, Reader, Shell, State, Wants, page, page_with, see_other,
    session,
};
use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;

/// What a conflict says in a cell: who wrote what meanwhile, and what Enter does now.
pub(super) fn conflict_text(ui: &Shell, definition: &Definition, there: Option<&Value>) -> String {
    let shown = there
        .and_then(|value| value.value)
        .map(|v| definition.show(ui.lang, v));
    let at = there
        .map(|value| ui.when(&value.entered_at))
        .unwrap_or_default();
    ui.t("kpis-cell-conflict")
        .arg(
            "value",
            shown.unwrap_or_else(|| ui.t("kpis-empty-cell").to_string()),
        )
        .arg("when", at)
        .to_string()
}

fn cell_of(
    conn: &mut Conn,
    actor: &Actor,
    id: DefinitionId,
    code: &str,
) -> Result<(Definition, Period), AppError> {
    let definition = queries::find(conn, actor, id)?;
    let period = Period::parse(definition.cadence, code).ok_or(AppError::NotFound)?;
    Ok((definition, period))
}

/// `GET /kpis/{id}/values/{period}`
pub(super) async fn show(
    state: Data<State>,
    who: May<ReadRecords>,
    place: Path<(DefinitionId, String)>,
) -> Result<HttpResponse, AppError> {
    let ((id, code), now) = (place.into_inner(), state.clock.now());
    let shown = state.db.run(move |conn| {
        let (definition, period) = cell_of(conn, &who.actor, id, &code)?;
        let value = queries::value_at(conn, id, None, period.start())?;
        let now = definition.period_of(settings::queries::load(conn)?.today(now));
        let rows = RowsView::new(&who.ui, &definition, period, now);
        let page = CellPage::read(conn, who.ui, &who.actor, definition, period, value)?;
        Ok::<_, AppError>(CellPage { rows, ..page })
    });
    page(&shown.await?)
}

/// What a post came to.
pub(super) enum Outcome {
    Cell(Box<CellAnswer>, StatusCode),
    Page(Box<CellPage>, StatusCode),
    Saved(Box<Shell>, String, Option<OperationId>),
}

/// `POST /kpis/{id}/values/{period}`: a cell of the grid, or the form of the cell's own page.
pub(super) async fn save(
    state: Data<State>,
    who: May<ReadRecords>,
    place: Path<(DefinitionId, String)>,
    Form(form): Form,
    req: HttpRequest,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let ((id, code), now) = (place.into_inner(), state.clock.now());
    let is_counted = FormData::parse(req.query_string().as_bytes()).get("counted") == "1";
    let outcome = state.db.run(move |conn| {
        let (definition, period) = cell_of(conn, &who.actor, id, &code)?;
        let cell = form
            .pairs()
            .iter()
            .find_map(|(name, typed)| Some((CellName::parse(name)?, typed)));
        match cell {
            Some((name, typed)) if name.definition == id && name.period == period => {
                let typed = Typed {
                    ui: who.ui,
                    definition: &definition,
                    name,
                    text: typed,
                    is_counted,
                };
                in_grid(conn, &who.actor, typed, now)
            }
            Some(_) => Err(AppError::NotFound),
            None => on_page(conn, who.ui, &who.actor, definition, period, &form, now),
        }
    });
    match outcome.await? {
        Outcome::Cell(answer, status) => page_with(status, &*answer),
        Outcome::Page(cell, status) => page_with(status, &*cell),
        Outcome::Saved(ui, path, operation) => {
            session::keep(&session, Flash::done(ui.t("kpis-value-saved"), operation));
            Ok(see_other(wants, &path))
        }
    }
}

fn on_page(
    conn: &mut Conn,
    ui: Shell,
    actor: &Actor,
    definition: Definition,
    period: Period,
    form: &FormData,
    now: NaiveDateTime,
) -> Result<Outcome, AppError> {
    let mut read = Reader::new(form);
    let mut value = read.field("value", |raw| number::parse(raw, &definition.unit, ui.lang));
    // Two were here, and this one has chosen the other's value: it stays, with the note typed now.
    if form.get("keep.value") == "theirs" {
        let there = queries::value_at(conn, definition.id, None, period.start())?;
        value = there.and_then(|v| v.value);
    }
    let note = read.line("note", KPI_NOTE_MAX);
    let reason = read
        .field("reason", |raw| text::line(raw, KPI_NOTE_MAX))
        .unwrap_or_default();
    let version = form.get("version").parse().unwrap_or(0);
    let entry = Entry {
        account: None,
        period,
        value,
        note: Some(note),
        version: Some(version),
    };
    let outcome = match read.finish(()) {
        Ok(()) => actions::enter(conn, actor, &definition, &entry, &reason, now),
        Err(errors) => {
            let there = queries::value_at(conn, definition.id, None, period.start())?;
            let mut page = CellPage::read(conn, ui, actor, definition, period, there)?;
            page.form = form.view().with_errors(errors);
            return Ok(Outcome::Page(
                Box::new(page),
                StatusCode::UNPROCESSABLE_ENTITY,
            ));
        }
    };
    match outcome {
        Ok(done) => {
            let path = format!("{}?period={period}", definition.path());
            Ok(Outcome::Saved(Box::new(ui), path, done.operation))
        }
        Err(ValueError::Stale(there)) => {
            let version = (*there).as_ref().map_or(0, |v| v.version);
            let mut page = CellPage::read(conn, ui, actor, definition, period, *there)?;
            page.conflicts = Conflicts(vec![Conflict {
                name: "value",
                label: page.ui.t("kpis-field-value").to_string(),
                theirs: page.form.value("value").to_owned(),
                note: page.ui.t("common-conflict-by-somebody").to_string(),
            }]);
            page.form = form.view().with("version", version.to_string());
            Ok(Outcome::Page(Box::new(page), StatusCode::CONFLICT))
        }
        Err(ValueError::NotTaken(message)) => {
            let there = queries::value_at(conn, definition.id, None, period.start())?;
            let mut page = CellPage::read(conn, ui, actor, definition, period, there)?;
            let errors = crate::web::FieldErrors::from([("value", vec![message])]);
            page.form = form.view().with_errors(errors);
            Ok(Outcome::Page(
                Box::new(page),
                StatusCode::UNPROCESSABLE_ENTITY,
            ))
        }
        Err(other) => Err(other.into()),
    }
}
