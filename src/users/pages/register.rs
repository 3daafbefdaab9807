//! Registering: makes somebody who waits for approval.

use crate::auth::{Actor, MaybeSignedIn, throttle};
use crate::i18n::Message;
use crate::users::views::{RegisterPage, WaitingPage};
use crate::users::{UserError, actions, forms};
use crate::web::{
    AppError, FieldErrors, Form, FormData, FormView, Shell, State, page, page_with, redirect,
};
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Data;

/// `GET /register`
pub(in crate::users) async fn form(visitor: MaybeSignedIn) -> Result<HttpResponse, AppError> {
    if visitor.identity.is_some() {
        return Ok(redirect("/"));
    }
    page(&RegisterPage {
        ui: visitor.ui,
        form: FormView::default(),
    })
}

/// `GET /register/waiting`
pub(in crate::users) async fn waiting(visitor: MaybeSignedIn) -> Result<HttpResponse, AppError> {
    page(&WaitingPage { ui: visitor.ui })
}

/// What registering came to.
pub(in crate::users) enum Outcome {
    /// Taken; whether the address was known is not said.
    Taken,
    /// Fields are wrong.
    Wrong(FieldErrors),
    /// Too many from this network; seconds to wait.
    Wait(i64),
    /// Too many wait for approval.
    Full(Message),
}

/// Registers: the same work, whether the address is known or not.
pub(in crate::users) async fn attempt(
    state: &State,
    locale: &'static str,
    address: String,
    form: &FormData,
) -> Result<Outcome, AppError> {
    let organisation = state
        .db
        .run(crate::settings::queries::load)
        .await?
        .organisation_name;
    let now = state.clock.now();
    let parsed = match forms::registration(form, &organisation) {
        Ok(parsed) => parsed,
        Err(errors) => return Ok(Outcome::Wrong(errors)),
    };
    let subject = [throttle::Subject::registration(&address)];
    let wait = state
        .db
        .run(move |conn| throttle::attempt(conn, &subject, now))
        .await?;
    if let Some(seconds) = wait {
        return Ok(Outcome::Wait(seconds));
    }
    let mut user = parsed.user;
    user.password_hash = Some(state.passwords.hash(parsed.password).await?);
    let actor = Actor::anonymous(address);
    let outcome = state
        .db
        .run(move |conn| Ok::<_, AppError>(actions::register(conn, &actor, &user, locale, now)))
        .await?;
    match outcome {
        Ok(()) => Ok(Outcome::Taken),
        Err(UserError::Conflict(message)) => Ok(Outcome::Full(message)),
        Err(other) => Err(other.into()),
    }
}

/// `POST /register`: the same answer, whether the address is known or not.
pub(in crate::users) async fn create(
    state: Data<State>,
    visitor: MaybeSignedIn,
    Form(form): Form,
) -> Result<HttpResponse, AppError> {
    let (ui, address) = (visitor.ui, visitor.address);
    match attempt(&state, ui.lang.code(), address, &form).await? {
        Outcome::Taken => Ok(redirect("/register/waiting")),
        Outcome::Wrong(errors) => again(ui, &form, errors, StatusCode::UNPROCESSABLE_ENTITY),
        Outcome::Full(message) => again(ui, &form, said(message), StatusCode::CONFLICT),
        Outcome::Wait(seconds) => {
            let message = Message::new("errors-too-many").arg("seconds", seconds);
            let mut answer = again(ui, &form, said(message), StatusCode::TOO_MANY_REQUESTS)?;
            let headers = answer.headers_mut();
            headers.insert(header::RETRY_AFTER, seconds.into());
            Ok(answer)
        }
    }
}

fn said(message: Message) -> FieldErrors {
    FieldErrors::from([("", vec![message])])
}

fn again(
    ui: Shell,
    form: &FormData,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, AppError> {
    page_with(
        status,
        &RegisterPage {
            ui,
            form: form.view().with_errors(errors),
        },
    )
}
