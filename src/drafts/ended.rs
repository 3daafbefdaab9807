//! A form that arrives after its session has ended.
//!
//! The cookie, which nobody can forge, says whose session it was. What was typed waits under a ticket that goes into the
//! same cookie: only that person gets it, only in this browser, and only by signing in. A copy of an old cookie is
//! worth nothing: it cannot put anything before its owner elsewhere.

use super::store;
use crate::auth::token;
use crate::web::{AppError, FormData, State, read_request, session};
use actix_session::SessionExt;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, Data};
use actix_web::{Error, HttpResponse};
use futures_util::stream::{self, Stream};
use std::pin::Pin;

type Body = Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>>;

/// Keeps the text of a form whose session has ended.
pub async fn keep_text(
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let is_form = req.method() == Method::POST
        && req
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    if !is_form {
        return Ok(next.call(req).await?.map_into_boxed_body());
    }
    let body = match read_request(&mut req).await {
        Ok(body) => Bytes::from(body),
        Err(error) => return Ok(req.error_response(error)),
    };
    let again: Body = Box::pin(stream::iter([Ok(body.clone())]));
    req.set_payload(Payload::from(again));
    // Taken before `call`: a cloned HttpRequest must not be held across it.
    let (session, state) = (req.get_session(), req.app_data::<Data<State>>().cloned());
    let response = next.call(req).await?.map_into_boxed_body();
    let error = response.response().error();
    let ended = error
        .and_then(|e| e.as_error::<AppError>())
        .is_some_and(|e| matches!(e, AppError::SignedOut));
    let Some(state) = state.filter(|_| ended) else {
        return Ok(response);
    };
    let kept = wait(&state, &session, &body).await?;
    if kept && response.request().path() == "/drafts" {
        // Whoever types is not disturbed: they will be asked to sign in when they save.
        return Ok(response.into_response(HttpResponse::NoContent().finish()));
    }
    Ok(response)
}

async fn wait(
    state: &State,
    session: &actix_session::Session,
    body: &[u8],
) -> Result<bool, AppError> {
    let (form, now) = (FormData::parse(body), state.clock.now());
    let longest = state.config.session_limits.absolute;
    let Some(user) = session::whose(session, now, longest) else {
        return Ok(false);
    };
    let ticket = match session::ticket(session) {
        Some(ticket) => ticket,
        None => token::random()?,
    };
    let brought = ticket.clone();
    let kept = state
        .db
        .run(move |conn| store::keep(conn, user, Some(&brought), &form, now))
        .await?;
    if kept {
        session::keep_ticket(session, &ticket)?;
    }
    Ok(kept)
}
