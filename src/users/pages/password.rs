//! Choosing a password: through a one-time link, or one's own anew.

use super::setup::without_referrer;
use crate::auth::links::{self, Link, Purpose};
use crate::auth::{MaybeSignedIn, token};
use crate::db::Conn;
use crate::schema::users;
use crate::sessions::Visit;
use crate::users::views::{DeadLinkPage, NewPasswordPage};
use crate::users::{User, UserError, actions, forms};
use crate::web::{
    AppError, Form, FormData, FormView, Shell, State, page, page_with, redirect, session,
};
use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use diesel::prelude::*;

/// `GET /links?token=…`: the token leaves the address for the cookie.
pub(in crate::users) async fn open_link(
    state: Data<State>,
    visitor: MaybeSignedIn,
    req: HttpRequest,
    session: Session,
) -> Result<HttpResponse, AppError> {
    let token = FormData::parse(req.query_string().as_bytes())
        .get("token")
        .to_owned();
    match holder(&state, Some(token.clone())).await? {
        Some(_) => {
            session::keep_link(&session, &token)?;
            Ok(without_referrer(redirect("/password/new")))
        }
        None if !token.is_empty() => dead(visitor.ui).map(without_referrer),
        None => dead(visitor.ui),
    }
}

/// `GET /password/new`
pub(in crate::users) async fn form(
    state: Data<State>,
    visitor: MaybeSignedIn,
    session: Session,
) -> Result<HttpResponse, AppError> {
    match holder(&state, session::kept_link(&session)).await? {
        Some((_, user)) => page(&NewPasswordPage {
            ui: visitor.ui,
            form: FormView::default(),
            user,
        }),
        None => dead(visitor.ui),
    }
}

/// `POST /password/new`
pub(in crate::users) async fn create(
    state: Data<State>,
    visitor: MaybeSignedIn,
    visit: Visit,
    Form(form): Form,
    session: Session,
) -> Result<HttpResponse, AppError> {
    let Some((link, user)) = holder(&state, session::kept_link(&session)).await? else {
        return dead(visitor.ui);
    };
    let organisation = state
        .db
        .run(crate::settings::queries::load)
        .await?
        .organisation_name;
    let password = match forms::chosen_password(&form, &user, &organisation) {
        Ok(password) => password,
        Err(errors) => {
            let form = FormView::default().with_errors(errors);
            return page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                &NewPasswordPage {
                    ui: visitor.ui,
                    form,
                    user,
                },
            );
        }
    };
    let hash = state.passwords.hash(password).await?;
    let (now, token, lang) = (state.clock.now(), token::random()?, user.lang());
    let (fresh, id) = (token.clone(), user.id);
    let outcome = state
        .db
        .run(move |conn| {
            Ok::<_, AppError>(actions::set_password(
                conn,
                &link,
                &user,
                &hash,
                (&visit, &fresh),
                now,
            ))
        })
        .await?;
    match outcome {
        Ok(()) => {
            session::start(&session, &token, id, now)?;
            session::flash(
                &session,
                "success",
                lang.text("users-password-set").to_string(),
            );
            Ok(redirect("/"))
        }
        Err(UserError::DeadLink) => dead(visitor.ui),
        Err(other) => Err(other.into()),
    }
}

/// The link of a token and the active person it is for.
async fn holder(state: &State, token: Option<String>) -> Result<Option<(Link, User)>, AppError> {
    let Some(token) = token.filter(|token| !token.is_empty()) else {
        return Ok(None);
    };
    let now = state.clock.now();
    state
        .db
        .run(move |conn| find_holder(conn, &token, now))
        .await
}

fn find_holder(
    conn: &mut Conn,
    token: &str,
    now: chrono::NaiveDateTime,
) -> QueryResult<Option<(Link, User)>> {
    let Some(link) = links::find(conn, token, now)?.filter(|link| link.purpose != Purpose::Setup)
    else {
        return Ok(None);
    };
    let Some(id) = link.user_id else {
        return Ok(None);
    };
    let active = users::table
        .find(id)
        .filter(users::status.eq(crate::auth::Status::Active));
    let user = active.select(User::as_select()).first(conn).optional()?;
    Ok(user.map(|user| (link, user)))
}

fn dead(ui: Shell) -> Result<HttpResponse, AppError> {
    page_with(
        StatusCode::GONE,
        &DeadLinkPage {
            ui,
            is_setup: false,
        },
    )
}
