//! New accounts.

use super::alike;
use crate::accounts::actions::{self, AccountError};
use crate::accounts::forms;
use crate::accounts::model::{AccountId, path};
use crate::accounts::views::form_fields;
use crate::audit::{Done, Once, SubjectType};
use crate::auth::permissions::EditRecords;
use crate::auth::{Actor, May, people, token};
use crate::db::Conn;
use crate::drafts;
use crate::duplicates::Found;
use crate::web::record::{EditPage, created};
use crate::web::{AppError, Form, FormData, FormView, Shell, State, Wants, page, unprocessable};
use actix_session::Session;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;

/// `GET /accounts/new`
pub(super) async fn new(
    state: Data<State>,
    who: May<EditRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let mut data = forms::blank();
    let asked = FormData::parse(req.query_string().as_bytes());
    for name in ["name", "parent", "owner_id"] {
        if asked.has(name) {
            data.set(name, asked.get(name));
        }
    }
    let form = data.view().with("idempotency_key", token::random()?);
    let here = drafts::page_here(&req);
    let form = state.db.run(move |conn| {
        let found = alike::found(conn, &who.actor, &data, None)?;
        let page = new_page(conn, who.ui, form, &found)?;
        Ok::<_, AppError>(page.resumed(conn, who.identity.user_id, &here)?)
    });
    page(&form.await?)
}

/// What a post came to.
enum Outcome {
    Created(Box<Shell>, Done<AccountId>),
    Again(Box<EditPage>),
}

/// `POST /accounts`
pub(super) async fn create(
    state: Data<State>,
    who: May<EditRecords>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let now = state.clock.now();
    let name = form.get("name").trim().to_owned();
    let outcome = state.db.run(move |conn| {
        let mut found = alike::found(conn, &who.actor, &form, None)?;
        match save(conn, &who.actor, &form, &mut found, now) {
            Ok(Some(done)) => {
                drafts::saved(conn, who.identity.user_id, &form, now)?;
                Ok(Outcome::Created(Box::new(who.ui), done))
            }
            Ok(None) => again(conn, who.ui, form.view(), &found),
            Err(AccountError::Fields(errors)) => {
                again(conn, who.ui, form.view().with_errors(errors), &found)
            }
            Err(other) => Err(AppError::from(other)),
        }
    });
    match outcome.await? {
        Outcome::Created(ui, done) => {
            let what = (name.as_str(), done.operation);
            Ok(created(&ui, &session, wants, what, &path(done.value)))
        }
        Outcome::Again(page) => unprocessable(wants, &*page, &page.as_form()),
    }
}

/// The account, or nothing where somebody has to look at likely duplicates first.
fn save(
    conn: &mut Conn,
    actor: &Actor,
    form: &FormData,
    found: &mut Found,
    now: NaiveDateTime,
) -> Result<Option<Done<AccountId>>, AccountError> {
    let input = forms::parse(form).map_err(AccountError::Fields)?;
    if found.stop(conn, form)? {
        return Ok(None);
    }
    match actions::create(conn, actor, &input, &form.once_key(), now)? {
        Once::Now(done) => Ok(Some(done)),
        Once::Before(done) if done.value.kind == SubjectType::Account => Ok(Some(Done {
            value: AccountId(done.value.id),
            operation: done.operation,
        })),
        Once::Before(_) => Err(diesel::result::Error::NotFound.into()),
    }
}

fn again(conn: &mut Conn, ui: Shell, form: FormView, found: &Found) -> Result<Outcome, AppError> {
    Ok(Outcome::Again(Box::new(new_page(conn, ui, form, found)?)))
}

fn new_page(
    conn: &mut Conn,
    ui: Shell,
    form: FormView,
    found: &Found,
) -> Result<EditPage, AppError> {
    let people = people::assignable(conn)?;
    let (title, fields) = (ui.t("accounts-new").to_string(), form_fields(&ui, &people));
    let under = alike::markup(&ui, found, None)?;
    Ok(EditPage::new(ui, title, "/accounts", fields, form).with_duplicates(under, found.stopped))
}
