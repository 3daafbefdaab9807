//! Approving and rejecting whoever registered.

use super::rights::Request;
use crate::auth::permissions::ManagePeople;
use crate::auth::{Actor, May, UserId};
use crate::db::Conn;
use crate::users::{UserError, actions, forms};
use crate::web::{AppError, Form, FormData, State, Wants};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

/// From the queue one goes on with the queue.
fn back(form: &FormData) -> Option<&'static str> {
    (form.get("from") == "queue").then_some("/people")
}

/// `POST /people/{id}/approval`
pub(in crate::users) async fn approve(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<UserId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let request = Request {
        state,
        who,
        id,
        session,
        wants,
    };
    let role = match forms::role(&form) {
        Ok(role) => role,
        Err(errors) => return request.refused(UserError::Fields(errors)).await,
    };
    let work =
        move |conn: &mut Conn, actor: &Actor, now| actions::approve(conn, actor, id, role, now);
    request.carry_out("users-approved", back(&form), work).await
}

/// `POST /people/{id}/rejection`
pub(in crate::users) async fn reject(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<UserId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let request = Request {
        state,
        who,
        id,
        session,
        wants,
    };
    let work = move |conn: &mut Conn, actor: &Actor, now| actions::reject(conn, actor, id, now);
    request.carry_out("users-rejected", back(&form), work).await
}
