//! The setup page: makes the first admin, once.

use crate::auth::links::{self, Purpose};
use crate::auth::{MaybeSignedIn, token};
use crate::sessions::Visit;
use crate::users::views::{DeadLinkPage, SetupPage};
use crate::users::{UserError, actions, forms, queries};
use crate::web::{
    AppError, Form, FormData, FormView, Shell, State, page, page_with, redirect, session,
};
use actix_session::Session;
use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

/// `GET /setup`: with a token, exchanges it for the cookie; without, shows the form.
pub(in crate::users) async fn form(
    state: Data<State>,
    visitor: MaybeSignedIn,
    req: HttpRequest,
    session: Session,
) -> Result<HttpResponse, AppError> {
    let asked = FormData::parse(req.query_string().as_bytes());
    let token = if asked.has("token") {
        Some(asked.get("token").to_owned())
    } else {
        session::kept_link(&session)
    };
    let works = works(&state, token.as_deref()).await?;
    match token.filter(|_| works) {
        Some(token) if asked.has("token") => {
            session::keep_link(&session, &token)?;
            Ok(without_referrer(redirect("/setup")))
        }
        Some(_) => page(&SetupPage {
            ui: visitor.ui,
            form: FormView::default(),
        }),
        None if asked.has("token") => dead(visitor.ui).map(without_referrer),
        None => dead(visitor.ui),
    }
}

/// `POST /setup`
pub(in crate::users) async fn create(
    state: Data<State>,
    visitor: MaybeSignedIn,
    visit: Visit,
    Form(form): Form,
    session: Session,
) -> Result<HttpResponse, AppError> {
    let link = session::kept_link(&session);
    if !works(&state, link.as_deref()).await? {
        return dead(visitor.ui);
    }
    let (first, organisation) = match forms::setup(&form) {
        Ok(parsed) => parsed,
        Err(errors) => {
            let form = form.view().with_errors(errors);
            return page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                &SetupPage {
                    ui: visitor.ui,
                    form,
                },
            );
        }
    };
    let mut user = first.user;
    user.password_hash = Some(state.passwords.hash(first.password).await?);
    let (now, token, locale) = (state.clock.now(), token::random()?, visitor.ui.lang.code());
    let (link, fresh) = (link.unwrap_or_default(), token.clone());
    let outcome = state
        .db
        .run(move |conn| {
            let made = actions::first_admin(
                conn,
                &link,
                &user,
                &organisation,
                locale,
                (&visit, &fresh),
                now,
            );
            Ok::<_, AppError>(made)
        })
        .await?;
    match outcome {
        Ok(user) => {
            session::start(&session, &token, user.id, now)?;
            session::flash(
                &session,
                "success",
                visitor.ui.t("users-setup-done").to_string(),
            );
            Ok(redirect("/"))
        }
        Err(UserError::DeadLink) => dead(visitor.ui),
        Err(UserError::Fields(errors)) => {
            let form = form.view().with_errors(errors);
            page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                &SetupPage {
                    ui: visitor.ui,
                    form,
                },
            )
        }
        Err(other) => Err(other.into()),
    }
}

/// Whether the token opens the setup. With an admin there is no such page.
async fn works(state: &State, token: Option<&str>) -> Result<bool, AppError> {
    let (token, now) = (token.map(str::to_owned), state.clock.now());
    state
        .db
        .run(move |conn| {
            if queries::has_admin(conn)? {
                return Err(AppError::NotFound);
            }
            let Some(token) = token else { return Ok(false) };
            Ok(links::find(conn, &token, now)?.is_some_and(|link| link.purpose == Purpose::Setup))
        })
        .await
}

fn dead(ui: Shell) -> Result<HttpResponse, AppError> {
    page_with(StatusCode::GONE, &DeadLinkPage { ui, is_setup: true })
}

/// The address with the token is told to nobody.
pub(super) fn without_referrer(mut answer: HttpResponse) -> HttpResponse {
    let policy = header::HeaderValue::from_static("no-referrer");
    answer.headers_mut().insert(header::REFERRER_POLICY, policy);
    answer
}
