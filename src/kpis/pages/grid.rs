//! The grid of values: read, and saved whole. With a script its cells save themselves one by one (`cells`).

use crate::audit::Done;
use crate::auth::permissions::ReadRecords;
use crate::auth::{Actor, May};
use crate::db::Conn;
use crate::i18n::Message;
use crate::kpis::actions::{self, Entry, ValueError};
use crate::kpis::grid::Asked;
use crate::kpis::model::{CellName, Definition, DefinitionId};
use crate::kpis::views::{Book, CellView, GridPage};
use crate::kpis::{Decimal, number, queries};
use crate::settings;
use crate::web::{
    AppError, Flash, Form, FormData, Shell, State, Wants, page, page_with, see_other, session,
};
use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;
use std::collections::HashMap;

/// `GET /kpis/values`
pub(super) async fn show(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let now = state.clock.now();
    let grid = state.db.run(move |conn| {
        let (asked, book) = read(conn, &who.actor, &query, now)?;
        Ok::<_, AppError>(book.page(who.ui, &who.actor, asked, |_, cell| cell))
    });
    page(&grid.await?)
}

/// The part of the book that an address asks for: as many statements whatever its size.
fn read(
    conn: &mut Conn,
    actor: &Actor,
    query: &FormData,
    now: NaiveDateTime,
) -> Result<(Asked, Book), AppError> {
    let today = settings::queries::load(conn)?.today(now);
    let all = queries::all(conn, actor, None, false)?;
    let asked = Asked::parse(query, &all, today);
    let definitions: Vec<Definition> = all
        .into_iter()
        .filter(|d| d.cadence == asked.cadence)
        .filter(Definition::is_in_grid)
        .collect();
    let ids: Vec<DefinitionId> = definitions.iter().map(|d| d.id).collect();
    let (Some(from), Some(to)) = (asked.from(), asked.to()) else {
        return Err(AppError::NotFound);
    };
    let values = queries::values(conn, &ids, from.start(), to.start())?;
    let locked = queries::locked(conn, asked.cadence, from.start(), to.start())?;
    let book = Book {
        definitions,
        values,
        locked,
        today,
    };
    Ok((asked, book))
}

/// What a post of the whole grid came to.
enum Outcome {
    Saved(Box<Shell>, String, Done<usize>),
    Wrong(Box<GridPage>, StatusCode),
}

/// `POST /kpis/values`: every cell that was touched, all of them or none.
pub(super) async fn save(
    state: Data<State>,
    who: May<ReadRecords>,
    Form(form): Form,
    req: HttpRequest,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let now = state.clock.now();
    let outcome = state.db.run(move |conn| {
        let (asked, book) = read(conn, &who.actor, &query, now)?;
        save_all(conn, who.ui, &who.actor, asked, &book, &form, now)
    });
    match outcome.await? {
        Outcome::Saved(ui, href, done) => {
            let text = ui.t("kpis-values-saved").arg("n", done.value);
            session::keep(&session, Flash::done(text, done.operation));
            Ok(see_other(wants, &href))
        }
        Outcome::Wrong(grid, status) => page_with(status, &*grid),
    }
}

/// Somebody's touch of a cell: what was typed, and what it means.
struct Touched<'a> {
    name: CellName,
    definition: &'a Definition,
    typed: &'a str,
    read: Result<Option<Decimal>, Message>,
}

impl Touched<'_> {
    fn entry(&self, value: Option<Decimal>) -> Entry {
        Entry {
            account: None,
            period: self.name.period,
            value,
            note: None,
            version: Some(self.name.version),
        }
    }
}

fn save_all(
    conn: &mut Conn,
    ui: Shell,
    actor: &Actor,
    asked: Asked,
    book: &Book,
    form: &FormData,
    now: NaiveDateTime,
) -> Result<Outcome, AppError> {
    let touched = touched(&ui, book, form);
    let mut faults: HashMap<String, (&'static str, String)> = HashMap::new();
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    for cell in &touched {
        if let Err(message) = &cell.read {
            faults.insert(cell.name.dom_id(), ("wrong", ui.say(message)));
        } else if let Some(theirs) = overtaken(&ui, book, cell) {
            status = StatusCode::CONFLICT;
            faults.insert(cell.name.dom_id(), ("conflict", theirs));
        }
    }
    if faults.is_empty() {
        let entries: Vec<(&Definition, Entry)> = touched
            .iter()
            .filter_map(|cell| Some((cell.definition, cell.entry(cell.read.clone().ok()?))))
            .collect();
        match actions::enter_many(conn, actor, &entries, now) {
            Ok(done) => return Ok(Outcome::Saved(Box::new(ui), asked.href(), done)),
            Err(ValueError::NotTaken(message)) => {
                let text = ui.say(&message);
                faults.extend(
                    touched
                        .iter()
                        .map(|c| (c.name.dom_id(), ("wrong", text.clone()))),
                );
            }
            Err(other) => return Err(other.into()),
        }
    }
    let again = |name: &CellName, cell: CellView| {
        let id = name.dom_id();
        let Some(touch) = touched.iter().find(|touch| touch.name.dom_id() == id) else {
            return cell;
        };
        let (state, error) = faults.get(&id).cloned().unwrap_or_default();
        cell.wrong(state, touch.typed, error)
    };
    let grid = book.page(ui, actor, asked, again);
    Ok(Outcome::Wrong(Box::new(grid), status))
}

/// The cells of the form in which something else stands than when the page was made.
fn touched<'a>(ui: &Shell, book: &'a Book, form: &'a FormData) -> Vec<Touched<'a>> {
    let cells = form.pairs().iter().filter_map(|(name, typed)| {
        let name = CellName::parse(name)?;
        let definition = book.definitions.iter().find(|d| d.id == name.definition)?;
        let read = number::parse(typed, &definition.unit, ui.lang);
        (read.as_ref().ok() != Some(&name.value)).then_some(Touched {
            name,
            definition,
            typed,
            read,
        })
    });
    cells.collect()
}

/// What somebody else has written in the cell meanwhile.
fn overtaken(ui: &Shell, book: &Book, cell: &Touched<'_>) -> Option<String> {
    let there = book
        .values
        .get(&(cell.definition.id, cell.name.period.start()));
    let version = there.map_or(0, |value| value.version);
    let same = there.and_then(|value| value.value) == cell.read.clone().ok().flatten();
    (version != cell.name.version && !same)
        .then(|| super::cells::conflict_text(ui, cell.definition, there))
}
