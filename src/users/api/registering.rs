//! Registering and approving in JSON: the cookie and the throttles of the pages.

use super::{People, body};
use crate::auth::{ApiMay, MaybeSignedIn, Reads, UserId, Writes};
use crate::i18n::Message;
use crate::users::pages::register::{Outcome, attempt};
use crate::users::{User, UserError, actions, forms, queries};
use crate::web::api::fields::{fill, renamed};
use crate::web::api::{Call, Reply, Wire, WireField, json, write};
use crate::web::routes::route;
use crate::web::{AppError, FieldProblem, FormData, Problem, State};
use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// Their addresses.
pub(super) fn api_routes(config: &mut ServiceConfig) {
    route("/api/auth/register").post(register).on(config);
    route("/api/auth/new-users").get(waiting).on(config);
    route("/api/auth/approve").post(approve).on(config);
}

/// What registering takes.
pub(crate) const REGISTRATION: &[WireField] = &[
    WireField::text("name"),
    WireField::text("email"),
    WireField::text("password"),
];

/// What approving takes.
pub(crate) const APPROVAL: &[WireField] = &[
    WireField::new("user_id", "user_id", Wire::Id),
    WireField::text("role"),
];

/// `POST /api/auth/register`: the same answer after the same work, whether the address is known or not.
async fn register(
    state: Data<State>,
    visitor: MaybeSignedIn,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let mut form = FormData::default();
    let problems = fill(REGISTRATION, call.object()?, &[], &mut form);
    let again = form.get("password").to_owned();
    form.set("password_again", again);
    if !problems.is_empty() {
        return Err(Problem::fields(problems).into());
    }
    match attempt(&state, visitor.ui.lang.code(), visitor.address, &form).await? {
        Outcome::Taken => Ok(HttpResponse::Accepted()
            .content_type("application/json; charset=utf-8")
            .body(json!({ "status": "pending" }).to_string())),
        Outcome::Wrong(errors) => Err(Problem::fields(renamed(REGISTRATION, errors)).into()),
        Outcome::Wait(seconds) => Err(AppError::TooMany(seconds)),
        Outcome::Full(message) => Err(AppError::Conflict(message)),
    }
}

/// `GET /api/auth/new-users`: who waits, the longest first.
async fn waiting(
    state: Data<State>,
    who: ApiMay<Reads<People>>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let people: Vec<User> = state
        .db
        .run(move |conn| queries::waiting(conn, &who.actor))
        .await?;
    let people: Vec<Value> = people.iter().map(body).collect();
    json(&req, &Reply::ok(json!({ "data": people })))
}

/// `POST /api/auth/approve`
async fn approve(
    state: Data<State>,
    who: ApiMay<Writes<People>>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    write(&state, call, who.actor, |conn, actor, call, now| {
        let mut data = FormData::default();
        let mut problems = fill(APPROVAL, call.object()?, &[], &mut data);
        let id: Option<UserId> = data.get("user_id").parse().ok();
        if id.is_none() && problems.iter().all(|p| p.field != "user_id") {
            problems.push(FieldProblem::new("user_id", Message::new("api-type-id")));
        }
        let role = forms::role(&data).map_err(|errors| {
            problems.extend(renamed(APPROVAL, errors));
        });
        let (Some(id), Ok(role), true) = (id, role, problems.is_empty()) else {
            return Err(AppError::from(Problem::fields(problems)).into());
        };
        match actions::approve(conn, actor, id, role, now) {
            Ok(user) => Ok(Reply::ok(body(&user))),
            Err(UserError::Db(error)) => Err(error.into()),
            Err(other) => Err(AppError::from(other).into()),
        }
    })
    .await
}
