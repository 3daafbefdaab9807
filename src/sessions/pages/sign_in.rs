//! The sign-in form.

use crate::auth::password::Verdict;
use crate::auth::{MaybeSignedIn, Status, UserId, token};
use crate::drafts;
use crate::fields::{self, PASSWORD_MAX_BYTES};
use crate::i18n::Message;
use crate::sessions::actions::{self, Begun, Opened};
use crate::sessions::model::{Attempt, Candidate};
use crate::sessions::views::SignInPage;
use crate::sessions::{Visit, next};
use crate::web::{
    AppError, FieldErrors, Form, FormData, FormView, Reader, Shell, State, page, page_with,
    redirect, session,
};
use actix_session::Session;
use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

/// `GET /login`
pub(in crate::sessions) async fn form(
    visitor: MaybeSignedIn,
    req: HttpRequest,
    session: Session,
) -> Result<HttpResponse, AppError> {
    let next = next::local(FormData::parse(req.query_string().as_bytes()).get("next"));
    if visitor.identity.is_some() {
        return Ok(redirect(&next));
    }
    let ui = visitor.ui.with_flash(&req);
    page(&SignInPage {
        ui,
        form: FormView::default().with("next", next),
        kept: session::ticket(&session).is_some(),
    })
}

/// `POST /login`
pub(in crate::sessions) async fn create(
    state: Data<State>,
    visitor: MaybeSignedIn,
    visit: Visit,
    Form(form): Form,
    session: Session,
) -> Result<HttpResponse, AppError> {
    let (ui, kept) = (visitor.ui, session::ticket(&session).is_some());
    if let Err(errors) = complete(&form) {
        return again((ui, kept), &form, errors, StatusCode::UNPROCESSABLE_ENTITY);
    }
    match attempt(&state, &form, visit).await? {
        Outcome::SignedIn(token, user) => {
            let (ticket, now) = (session::ticket(&session), state.clock.now());
            session::start(&session, &token, user, now)?;
            let left = match ticket {
                // What was typed when the last session here ended.
                Some(ticket) => {
                    let claim = move |conn: &mut _| drafts::claim(conn, &ticket, user, now);
                    state.db.run(claim).await?
                }
                None => None,
            };
            let next = left.unwrap_or_else(|| form.get("next").to_owned());
            Ok(redirect(&next::local(&next)))
        }
        Outcome::Wait(seconds) => {
            let wait = Message::new("errors-too-many").arg("seconds", seconds);
            let mut answer = again((ui, kept), &form, said(wait), StatusCode::TOO_MANY_REQUESTS)?;
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, seconds.into());
            Ok(answer)
        }
        Outcome::Refused(message) => again(
            (ui, kept),
            &form,
            said(message),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
    }
}

/// What signing in came to.
pub(in crate::sessions) enum Outcome {
    /// The session's id, and whose it is.
    SignedIn(String, UserId),
    /// Too many have been tried; seconds to wait.
    Wait(i64),
    /// Wrong, or not let in.
    Refused(Message),
}

/// Tries the e-mail address and password of the form.
pub(in crate::sessions) async fn attempt(
    state: &State,
    form: &FormData,
    visit: Visit,
) -> Result<Outcome, AppError> {
    let now = state.clock.now();
    let attempt = Attempt::new(form.get("email"), visit);
    let asked = attempt.clone();
    let candidate = match state
        .db
        .run(move |conn| actions::begin(conn, &asked, now))
        .await?
    {
        Begun::Wait(seconds) => return Ok(Outcome::Wait(seconds)),
        Begun::Try(candidate) => candidate,
    };
    let password = form.get("password");
    let stored = candidate.as_ref().and_then(|c| c.password_hash.clone());
    let verdict = match password.len() {
        // The answer is the same for everybody, so its time says nothing.
        length if length > PASSWORD_MAX_BYTES => Verdict::Wrong,
        _ => state.passwords.verify(password.to_owned(), stored).await?,
    };
    let stronger = match verdict {
        Verdict::RightButOld => Some(state.passwords.hash(password.to_owned()).await?),
        _ => None,
    };
    let token = token::random()?;
    state
        .db
        .run(move |conn| settle(conn, &attempt, candidate, verdict, stronger, token, now))
        .await
}

/// Writes down what came of it.
fn settle(
    conn: &mut crate::db::Conn,
    attempt: &Attempt,
    candidate: Option<Candidate>,
    verdict: Verdict,
    stronger: Option<String>,
    token: String,
    now: chrono::NaiveDateTime,
) -> diesel::QueryResult<Outcome> {
    let known = candidate.as_ref();
    if let Some(person) = known.filter(|_| verdict != Verdict::Wrong) {
        if person.status != Status::Active {
            actions::write_failure(conn, attempt, known, person.status.code(), now)?;
            return Ok(Outcome::Refused(refusal(person.status)));
        }
        match actions::sign_in(conn, attempt, person, stronger.as_deref(), &token, now)? {
            Opened::Yes => return Ok(Outcome::SignedIn(token, person.user_id)),
            Opened::Wait(seconds) => return Ok(Outcome::Wait(seconds)),
            Opened::Changed => {}
        }
    }
    actions::fail(conn, attempt, known, now)?;
    Ok(Outcome::Refused(Message::new("sessions-wrong")))
}

/// Whoever knows the password may know how they stand.
fn refusal(status: Status) -> Message {
    Message::new(match status {
        Status::Pending => "sessions-pending",
        Status::Rejected => "sessions-rejected",
        Status::Disabled | Status::Active => "sessions-disabled",
    })
}

/// Whether both were filled in.
pub(in crate::sessions) fn complete(form: &FormData) -> Result<(), FieldErrors> {
    let mut read = Reader::new(form);
    let filled = |raw: &str| fields::required(Some(()).filter(|()| !raw.trim().is_empty()));
    read.field("email", filled);
    read.field("password", |raw| {
        fields::required(Some(()).filter(|()| !raw.is_empty()))
    });
    read.finish(())
}

fn said(message: Message) -> FieldErrors {
    FieldErrors::from([("", vec![message])])
}

fn again(
    (ui, is_kept): (Shell, bool),
    form: &FormData,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, AppError> {
    let kept = FormView::default()
        .with("email", form.get("email"))
        .with("next", next::local(form.get("next")));
    page_with(
        status,
        &SignInPage {
            ui,
            form: kept.with_errors(errors),
            kept: is_kept,
        },
    )
}
