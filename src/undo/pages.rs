//! Undo as a button.

use super::actions::{Order, UndoError, Undone, undo};
use super::blocked::{BlockedPage, rows};
use super::chosen::Chosen;
use crate::audit::{Obstacle, OperationId, OperationRow, SubjectType};
use crate::auth::May;
use crate::auth::permissions::EditRecords;
use crate::db::Conn;
use crate::schema::operations;
use crate::trail::{Wanted, sentence, who};
use crate::web::routes::route;
use crate::web::{
    AppError, Flash, Form, Shell, State, Wants, came_from, page_with, see_other, session,
};
use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use diesel::prelude::*;

/// Things in the way that are shown.
const SHOWN: usize = 100;

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/changes/{id}/undo").post(take_back).on(config);
}

/// What a post came to.
enum Answer {
    Back(Flash, String),
    Begun(Flash, OperationId),
    Blocked(Box<BlockedPage>),
}

/// `POST /changes/{id}/undo`; with `rest=1`, what is not in the way and what is put back all the same.
async fn take_back(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<OperationId>,
    Form(form): Form,
    req: HttpRequest,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (now, reversers) = (state.clock.now(), state.reversers);
    let order = Order {
        operation: *id,
        rest: form.get("rest") == "1",
        chosen: Chosen::read(&form),
        days: who.identity.undo_days,
    };
    let from = came_from(&req).unwrap_or_default();
    let answer = state.db.run(move |conn| {
        let outcome = undo(conn, &who.actor, reversers, &order, now);
        answer(conn, who.ui, order.operation, outcome, &from)
    });
    match answer.await? {
        Answer::Back(flash, path) => {
            session::keep(&session, flash);
            Ok(see_other(wants, &path))
        }
        Answer::Begun(flash, undo) => {
            session::keep(&session, flash);
            state.jobs.ring();
            Ok(see_other(wants, &format!("/changes/{undo}")))
        }
        Answer::Blocked(page) => page_with(StatusCode::CONFLICT, &*page),
    }
}

fn answer(
    conn: &mut Conn,
    ui: Shell,
    id: OperationId,
    outcome: Result<Undone, UndoError>,
    from: &str,
) -> Result<Answer, AppError> {
    match outcome {
        Ok(Undone::Now(undo, left)) => {
            let row = operation(conn, undo)?;
            let said = match left {
                0 => sentence_of(&ui, "undo-done", &row),
                left => {
                    let said = ui.t("undo-done-but").arg("n", left);
                    said.arg("what", sentence(&ui, &row)).to_string()
                }
            };
            let mut flash = Flash::done(said, Some(undo));
            flash.is_redo = row.kind() == Some(crate::audit::Kind::OperationUndo);
            Ok(Answer::Back(flash, place(conn, &row, from)?))
        }
        Ok(Undone::Begun(undo)) => {
            let said = ui.t("undo-begun").to_string();
            Ok(Answer::Begun(Flash::new("info", said), undo))
        }
        Err(UndoError::Already(by)) => {
            let row = operation(conn, by)?;
            let mut wanted = Wanted::default();
            wanted.operation(&row);
            let names = wanted.look_up(conn)?;
            let said = ui.t("undo-already").arg("who", who(&ui, &names, &row));
            let said = said.arg("when", ui.when(&row.at)).to_string();
            Ok(Answer::Back(
                Flash::new("info", said),
                place(conn, &row, from)?,
            ))
        }
        Err(UndoError::Blocked(obstacles, has_rest)) => {
            blocked(conn, ui, id, &obstacles, has_rest).map(|page| Answer::Blocked(Box::new(page)))
        }
        Err(other) => Err(other.into()),
    }
}

fn operation(conn: &mut Conn, id: OperationId) -> QueryResult<OperationRow> {
    operations::table
        .find(id)
        .select(OperationRow::as_select())
        .first(conn)
}

fn sentence_of(ui: &Shell, key: &str, row: &OperationRow) -> String {
    ui.t(key).arg("what", sentence(ui, row)).to_string()
}

fn blocked(
    conn: &mut Conn,
    ui: Shell,
    id: OperationId,
    obstacles: &[Obstacle],
    has_rest: bool,
) -> Result<BlockedPage, AppError> {
    let target = operation(conn, id)?;
    let shown = &obstacles[..obstacles.len().min(SHOWN)];
    let rows = rows(conn, &ui, shown)?;
    let can_choose = rows.iter().any(|row| row.choice.is_some());
    Ok(BlockedPage {
        sentence: sentence(&ui, &target),
        rows,
        can_choose,
        more: obstacles.len() - shown.len(),
        rest: match has_rest || can_choose {
            true => format!("/changes/{id}/undo"),
            false => String::new(),
        },
        href: format!("/changes/{id}"),
        ui,
    })
}

/// Where to go on: where the button was, unless that is the page of a record that has just gone.
fn place(conn: &mut Conn, undo: &OperationRow, from: &str) -> QueryResult<String> {
    let path = from.split('?').next().unwrap_or_default();
    if path.is_empty() || path.ends_with("/undo") {
        return Ok(format!("/changes/{}", undo.id));
    }
    let Some(subject) = undo.subject() else {
        return Ok(from.to_owned());
    };
    let list = match subject.kind {
        SubjectType::Account => "/accounts",
        SubjectType::Contact => "/contacts",
        _ => return Ok(from.to_owned()),
    };
    let own = format!("{list}/{}", subject.id);
    let is_there = path == own || path.starts_with(&format!("{own}/"));
    if !is_there {
        return Ok(from.to_owned());
    }
    let mut wanted = Wanted::default();
    wanted.subject(subject);
    let (_, href) = wanted.look_up(conn)?.title(subject);
    Ok(if href.is_empty() {
        list.to_owned()
    } else {
        own
    })
}
