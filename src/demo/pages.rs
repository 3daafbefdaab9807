//! Filling in and removing with one click each: the start page has the forms.

use super::{fill, remove};
use crate::auth::May;
use crate::auth::permissions::ImportRecords;
use crate::web::routes::route;
use crate::web::{AppError, State, Wants, see_other, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, ServiceConfig};

/// Its addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/demo").post(create).on(config);
    route("/demo/removal").post(destroy).on(config);
}

/// `POST /demo`
async fn create(
    state: Data<State>,
    who: May<ImportRecords>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (actor, now) = (who.actor, state.clock.now());
    let done = state.db.run(move |conn| fill(conn, &actor, now)).await?;
    let (level, said) = match done {
        true => ("success", who.ui.t("demo-filled")),
        false => ("info", who.ui.t("demo-filled-before")),
    };
    session::flash(&session, level, said.to_string());
    Ok(see_other(wants, "/"))
}

/// `POST /demo/removal`
async fn destroy(
    state: Data<State>,
    who: May<ImportRecords>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (actor, now) = (who.actor, state.clock.now());
    let done = state.db.run(move |conn| remove(conn, &actor, now)).await?;
    let (level, said) = match done {
        true => ("success", who.ui.t("demo-removed")),
        false => ("info", who.ui.t("demo-removed-before")),
    };
    session::flash(&session, level, said.to_string());
    Ok(see_other(wants, "/"))
}
