//! The trash: its page, and the button that takes something out of it.

use super::listing::{Query, is_kept, parse_cursor, parse_row};
use super::restore::{RestoreError, restore};
use super::views::{TrashPage, load};
use crate::audit::{Done, Subject, SubjectType};
use crate::auth::May;
use crate::auth::permissions::EditRecords;
use crate::web::routes::route;
use crate::web::{
    AppError, Flash, Form, FormData, State, Wants, came_from, page, page_with, see_other, session,
};
use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

/// Most records that are restored at once: a page of them, and some.
const MOST: usize = 200;

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/trash").get(index).on(config);
    route("/trash/restoration").post(restoration).on(config);
}

fn query(data: &FormData) -> Query {
    Query {
        kind: SubjectType::parse(data.get("kind")).filter(|kind| is_kept(*kind)),
        text: data.get("q").trim().chars().take(100).collect(),
        after: parse_cursor(data.get("after")),
    }
}

/// `GET /trash?kind=account&q=…`
async fn index(
    state: Data<State>,
    who: May<EditRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let query = query(&FormData::parse(req.query_string().as_bytes()));
    let time = (state.clock.now(), who.identity.undo_days);
    let trash = state
        .db
        .run(move |conn| load(conn, who.ui, &query, time, (&[], &[])))
        .await?;
    page(&trash)
}

/// What a post came to.
enum Answer {
    Restored(Flash, String),
    Blocked(Box<TrashPage>),
}

/// `POST /trash/restoration`: `row=account-7&row=contact-3`
async fn restoration(
    state: Data<State>,
    who: May<EditRecords>,
    Form(form): Form,
    req: HttpRequest,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (reversers, time) = (state.reversers, (state.clock.now(), who.identity.undo_days));
    let from = came_from(&req).filter(|from| !from.starts_with("/trash/"));
    let keys: Vec<String> = form.all("row").take(MOST).map(str::to_owned).collect();
    let records: Vec<Subject> = keys.iter().filter_map(|key| parse_row(key)).collect();
    let answer =
        state.db.run(
            move |conn| match restore(conn, &who.actor, reversers, &records, time.0) {
                Ok(done) => {
                    let back = from.unwrap_or_else(|| "/trash".to_owned());
                    Ok(Answer::Restored(notice(&who.ui, done), back))
                }
                Err(RestoreError::Blocked(obstacles)) => {
                    let shown = (keys.as_slice(), obstacles.as_slice());
                    let page = load(conn, who.ui, &query(&form), time, shown)?;
                    Ok(Answer::Blocked(Box::new(page)))
                }
                Err(RestoreError::Db(error)) => Err(AppError::from(error)),
            },
        );
    match answer.await? {
        Answer::Restored(flash, back) => {
            session::keep(&session, flash);
            Ok(see_other(wants, &back))
        }
        Answer::Blocked(trash) => page_with(StatusCode::CONFLICT, &*trash),
    }
}

fn notice(ui: &crate::web::Shell, done: Done<usize>) -> Flash {
    match done.value {
        0 => Flash::new("info", ui.t("trash-nothing-chosen")),
        n => Flash::done(ui.t("trash-restored").arg("n", n), done.operation),
    }
}
