//! Signing in and out in JSON: the cookie and the throttles of the pages.

use super::Visit;
use super::ending;
use super::pages::sign_in::{Outcome, attempt, complete};
use crate::auth::permissions::ReadRecords;
use crate::auth::{Actor, Identity, May, MaybeSignedIn};
use crate::web::api::fields::{fill, renamed};
use crate::web::api::{Call, Reply, WireField, json};
use crate::web::routes::route;
use crate::web::{AppError, FieldProblem, FormData, Problem, State, session};
use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

/// Their addresses.
pub(crate) fn api_routes(config: &mut ServiceConfig) {
    route("/api/auth/login").post(sign_in).on(config);
    route("/api/auth/logout").post(sign_out).on(config);
    route("/api/auth/me").get(me).on(config);
}

/// An e-mail address and its password.
#[derive(ToSchema)]
#[schema(as = SignIn)]
#[expect(
    dead_code,
    reason = "for the document; `WRITTEN` reads what comes, a test compares"
)]
pub(crate) struct SignInWrite {
    #[schema(example = "asa@example.se")]
    email: String,
    password: String,
}

pub(crate) const WRITTEN: &[WireField] = &[WireField::text("email"), WireField::text("password")];

/// Whoever is signed in.
#[derive(Serialize, ToSchema)]
#[schema(as = Me)]
pub(crate) struct MeBody {
    id: i64,
    name: String,
    role: crate::auth::Role,
    language: String,
    time_zone: String,
}

/// `POST /api/auth/login`
async fn sign_in(
    state: Data<State>,
    visit: Visit,
    session: Session,
    req: HttpRequest,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let mut form = FormData::default();
    let mut problems = fill(WRITTEN, call.object()?, &[], &mut form);
    if let Err(errors) = complete(&form) {
        problems.extend(renamed(WRITTEN, errors));
    }
    if !problems.is_empty() {
        return Err(Problem::fields(problems).into());
    }
    match attempt(&state, &form, visit).await? {
        Outcome::SignedIn(token, user) => {
            session::start(&session, &token, user, state.clock.now())?;
            json(&req, &Reply::ok(serde_json::json!({ "signed_in": true })))
        }
        Outcome::Wait(seconds) => Err(AppError::TooMany(seconds)),
        Outcome::Refused(message) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let title = "errors-invalid-title";
            let mut problem = Problem::new("sign-in-refused", status, title, message.clone());
            problem.errors = vec![FieldProblem::new("", message)];
            Err(problem.into())
        }
    }
}

/// `POST /api/auth/logout`; also good for a session that has ended already.
async fn sign_out(
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
    session::end(&session);
    Ok(HttpResponse::NoContent().finish())
}

/// `GET /api/auth/me`
async fn me(who: May<ReadRecords>, req: HttpRequest) -> Result<HttpResponse, AppError> {
    let Identity {
        user_id,
        role,
        name,
        lang,
        time_zone,
        ..
    } = who.identity;
    let body = MeBody {
        id: user_id.0,
        name,
        role,
        language: lang.code().to_owned(),
        time_zone: time_zone.to_string(),
    };
    json(&req, &Reply::ok(serde_json::json!(body)))
}
