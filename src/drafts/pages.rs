//! Keeping and discarding.

use super::store;
use crate::auth::May;
use crate::auth::permissions::OwnSettings;
use crate::web::{AppError, Form, State, redirect};
use actix_web::HttpResponse;
use actix_web::web::Data;

/// `POST /drafts`: the whole form, while it is being typed.
pub(super) async fn keep(
    state: Data<State>,
    who: May<OwnSettings>,
    Form(form): Form,
) -> Result<HttpResponse, AppError> {
    let (user, now) = (who.identity.user_id, state.clock.now());
    state
        .db
        .run(move |conn| store::keep(conn, user, None, &form, now))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `POST /drafts/removal`: back to the form, as it would be without the draft.
pub(super) async fn discard(
    state: Data<State>,
    who: May<OwnSettings>,
    Form(form): Form,
) -> Result<HttpResponse, AppError> {
    let page = store::page_of(&form).ok_or(AppError::NotFound)?.to_owned();
    let (user, at) = (who.identity.user_id, page.clone());
    state
        .db
        .run(move |conn| store::forget(conn, user, &at))
        .await?;
    Ok(redirect(&page))
}
