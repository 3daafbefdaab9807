//! Signing out.

use crate::auth::{Actor, MaybeSignedIn};
use crate::sessions::ending;
use crate::web::{AppError, State, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Data;

/// `POST /session/removal`; also good for a session that has ended already.
pub(in crate::sessions) async fn remove(
    state: Data<State>,
    visitor: MaybeSignedIn,
    session: Session,
) -> Result<HttpResponse, AppError> {
    if let Some(identity) = visitor.identity {
        let now = state.clock.now();
        let actor = Actor::signed_in(identity.user_id, identity.role, visitor.address);
        state
            .db
            .run(move |conn| ending::sign_out(conn, &actor, identity.session_id, now))
            .await?;
    }
    Ok(signed_out(&session))
}

/// To the sign-in page, with nothing of the person left in the browser.
pub(super) fn signed_out(session: &Session) -> HttpResponse {
    session::end(session);
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, "/login"))
        .insert_header(("Clear-Site-Data", r#""cache","cookies","storage""#))
        .finish()
}
