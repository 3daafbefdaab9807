//! "My sessions".

use super::sign_out::signed_out;
use crate::auth::permissions::OwnSettings;
use crate::auth::{May, SessionId};
use crate::sessions::ending::{self, Which};
use crate::sessions::queries;
use crate::sessions::views::SessionsPage;
use crate::web::{AppError, State, Wants, page, see_other, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

const HERE: &str = "/settings/sessions";

/// `GET /settings/sessions`
pub(in crate::sessions) async fn index(
    state: Data<State>,
    who: May<OwnSettings>,
) -> Result<HttpResponse, AppError> {
    let (user, limits, now) = (
        who.identity.user_id,
        state.config.session_limits,
        state.clock.now(),
    );
    let sessions = state
        .db
        .run(move |conn| queries::living(conn, user, limits, now))
        .await?;
    page(&SessionsPage {
        ui: who.ui,
        current: who.identity.session_id,
        sessions,
    })
}

/// `POST /settings/sessions/{id}/removal`
pub(in crate::sessions) async fn remove(
    state: Data<State>,
    who: May<OwnSettings>,
    id: Path<SessionId>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, here) = (*id, who.identity.session_id);
    if end(&state, &who, Which::One(id)).await? == 0 {
        return Err(AppError::NotFound);
    }
    if id == here {
        return Ok(signed_out(&session));
    }
    session::flash(
        &session,
        "success",
        who.ui.t("sessions-ended").arg("n", 1_i64).to_string(),
    );
    Ok(see_other(wants, HERE))
}

/// `POST /settings/sessions/others/removal`
pub(in crate::sessions) async fn remove_others(
    state: Data<State>,
    who: May<OwnSettings>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let ended = end(&state, &who, Which::Others(who.identity.session_id)).await?;
    session::flash(
        &session,
        "success",
        who.ui.t("sessions-ended").arg("n", ended).to_string(),
    );
    Ok(see_other(wants, HERE))
}

/// `POST /settings/sessions/removal`
pub(in crate::sessions) async fn remove_all(
    state: Data<State>,
    who: May<OwnSettings>,
    session: Session,
) -> Result<HttpResponse, AppError> {
    end(&state, &who, Which::All).await?;
    Ok(signed_out(&session))
}

async fn end(state: &State, who: &May<OwnSettings>, which: Which) -> Result<usize, AppError> {
    let (actor, user, now) = (who.actor.clone(), who.identity.user_id, state.clock.now());
    state
        .db
        .run(move |conn| ending::end(conn, &actor, user, which, now))
        .await
}
