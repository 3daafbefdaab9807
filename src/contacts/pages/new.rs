//! New contacts, with their first role if somebody knows it.

use super::alike::{self, At};
use crate::accounts;
use crate::audit::{Done, Once, SubjectType};
use crate::auth::permissions::EditRecords;
use crate::auth::{Actor, May, people, token};
use crate::contacts::actions::{self, ContactError};
use crate::contacts::affiliations::roles::form_fields as role_fields;
use crate::contacts::affiliations::{AffiliationInput, forms as roles};
use crate::contacts::model::{ContactId, full_name, path};
use crate::contacts::{forms, views};
use crate::db::Conn;
use crate::drafts;
use crate::duplicates::Found;
use crate::i18n::Message;
use crate::web::record::{EditPage, created, picked};
use crate::web::{
    AppError, FieldErrors, Form, FormData, FormView, Shell, State, Wants, page, unprocessable,
};
use actix_session::Session;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;

/// `GET /contacts/new?account=12`
pub(super) async fn new(
    state: Data<State>,
    who: May<EditRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let asked = FormData::parse(req.query_string().as_bytes());
    let (key, here) = (token::random()?, drafts::page_here(&req));
    let form = state.db.run(move |conn| {
        let mut data = FormData::default();
        for field in forms::FIELDS.iter().chain([&roles::ROLE]) {
            if asked.has(field.name) {
                data.set(field.name, asked.get(field.name));
            }
        }
        data.set("account", account(conn, &who.actor, asked.get("account"))?);
        let found = alike::found(conn, &who.actor, &data, At::New)?;
        let form = data.view().with("idempotency_key", key);
        let page = new_page(conn, who.ui, form, &found)?;
        Ok::<_, AppError>(page.resumed(conn, who.identity.user_id, &here)?)
    });
    page(&form.await?)
}

/// The account that the address asks for, by id or name, as the form writes it.
fn account(conn: &mut Conn, actor: &Actor, asked: &str) -> Result<String, AppError> {
    let text = asked.trim().chars().take(230).collect::<String>();
    if text.is_empty() {
        return Ok(text);
    }
    let by_id = text.parse::<u32>().map(|id| format!("#{id}"));
    let meant = by_id.as_ref().unwrap_or(&text);
    Ok(match accounts::queries::meant(conn, actor, meant)? {
        Ok(account) => picked(&account.name, account.id),
        Err(_) => text,
    })
}

/// What a post came to.
enum Outcome {
    Created(Box<Shell>, Done<ContactId>),
    Again(Box<EditPage>),
}

/// `POST /contacts`
pub(super) async fn create(
    state: Data<State>,
    who: May<EditRecords>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let now = state.clock.now();
    let name = full_name(form.get("first_name").trim(), form.get("last_name").trim());
    let outcome = state.db.run(move |conn| {
        let mut found = alike::found(conn, &who.actor, &form, At::New)?;
        let errors = match save(conn, &who.actor, &form, &mut found, now) {
            Ok(Some(done)) => {
                drafts::saved(conn, who.identity.user_id, &form, now)?;
                return Ok(Outcome::Created(Box::new(who.ui), done));
            }
            Ok(None) => FieldErrors::new(),
            Err(ContactError::Fields(errors)) => errors,
            Err(other) => return Err(AppError::from(other)),
        };
        let form = form.view().with_errors(errors);
        Ok(Outcome::Again(Box::new(new_page(
            conn, who.ui, form, &found,
        )?)))
    });
    match outcome.await? {
        Outcome::Created(ui, done) => {
            let what = (name.as_str(), done.operation);
            Ok(created(&ui, &session, wants, what, &path(done.value)))
        }
        Outcome::Again(page) => unprocessable(wants, &*page, &page.as_form()),
    }
}

/// The contact, or nothing where somebody has to look at likely duplicates first.
fn save(
    conn: &mut Conn,
    actor: &Actor,
    form: &FormData,
    found: &mut Found,
    now: NaiveDateTime,
) -> Result<Option<Done<ContactId>>, ContactError> {
    let mut errors = FieldErrors::new();
    let person = forms::parse(form).map_err(|mut e| errors.append(&mut e));
    let role = first_role(conn, actor, form)?.map_err(|mut e| errors.append(&mut e));
    let (Ok(person), Ok(role)) = (person, role) else {
        return Err(ContactError::Fields(errors));
    };
    if found.stop(conn, form)? {
        return Ok(None);
    }
    let key = &form.once_key();
    match actions::create_at(conn, actor, &person, role.as_ref(), key, now)? {
        Once::Now(done) => Ok(Some(done)),
        Once::Before(done) if done.value.kind == SubjectType::Contact => Ok(Some(Done {
            value: ContactId(done.value.id),
            operation: done.operation,
        })),
        Once::Before(_) => Err(diesel::result::Error::NotFound.into()),
    }
}

/// The role that the form names, if it names one.
fn first_role(
    conn: &mut Conn,
    actor: &Actor,
    form: &FormData,
) -> Result<Result<Option<AffiliationInput>, FieldErrors>, ContactError> {
    let is_blank = |name: &str| form.get(name).trim().is_empty();
    if is_blank("account") {
        if is_blank("role") && is_blank("from_date") {
            return Ok(Ok(None));
        }
        let message = Message::new("affiliations-account-wanted");
        return Ok(Err(FieldErrors::from([("account", vec![message])])));
    }
    match roles::parse(conn, actor, form) {
        Ok(role) => Ok(Ok(Some(role))),
        Err(crate::web::WriteError::Fields(errors)) => Ok(Err(errors)),
        Err(other) => Err(ContactError::from_other(other)),
    }
}

fn new_page(
    conn: &mut Conn,
    ui: Shell,
    form: FormView,
    found: &Found,
) -> Result<EditPage, AppError> {
    let mut fields = views::form_fields(&people::assignable(conn)?);
    fields.extend(role_fields(
        conn,
        [roles::ACCOUNT, roles::ROLE, roles::FROM],
    )?);
    let title = ui.t("contacts-new").to_string();
    let under = alike::markup(&ui, found, At::New)?;
    Ok(EditPage::new(ui, title, "/contacts", fields, form).with_duplicates(under, found.stopped))
}
