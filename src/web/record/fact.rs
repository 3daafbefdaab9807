//! Editing one field in place: the same rules and the same action as the whole form.

use super::form::conflict_text;
use super::{FactForm, FactPage, Field, Record, Records, conflicts, field, versioned};
use crate::auth::permissions::{EditRecords, ReadRecords};
use crate::auth::{Actor, May};
use crate::db::Conn;
use crate::web::{
    AppError, FieldErrors, Flash, Form, FormData, Shell, State, Wants, WriteError, announce_change,
    conflict, page_or_block, redirect, session, unprocessable,
};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use chrono::NaiveDateTime;

type Address<R> = Path<(<R as Records>::Id, String)>;

/// `GET …/{id}/fields/{field}`: the fact; where Cancel leads.
pub async fn show_fact<R: Records>(
    state: Data<State>,
    who: May<ReadRecords>,
    address: Address<R>,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, field) = known::<R>(&address)?;
    let page = state
        .db
        .run(move |conn| {
            let record = R::seen(conn, &who.actor, id)?;
            fact_page::<R>(conn, who.ui, &record, field)
        })
        .await?;
    if wants.fragment() {
        page_or_block(wants, &page, &page.as_fact())
    } else {
        Ok(redirect(&page.path))
    }
}

/// `GET …/{id}/fields/{field}/edit`
pub async fn edit_fact<R: Records>(
    state: Data<State>,
    who: May<EditRecords>,
    address: Address<R>,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, field) = known::<R>(&address)?;
    let page = state
        .db
        .run(move |conn| {
            let record = R::seen(conn, &who.actor, id)?;
            let data = R::data(conn, &record)?;
            let version = record.version();
            editing::<R>(
                conn,
                who.ui,
                &record,
                field,
                (&data, version),
                FieldErrors::new(),
            )
        })
        .await?;
    page_or_block(wants, &page, &page.as_fact())
}

/// What a post of one field came to.
enum Outcome {
    Saved(FactPage, Flash),
    Wrong(FactPage),
    Stale(FactPage),
}

/// `POST …/{id}/fields/{field}`
pub async fn update_fact<R: Records>(
    state: Data<State>,
    who: May<EditRecords>,
    address: Address<R>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let ((id, field), now) = (known::<R>(&address)?, state.clock.now());
    let outcome = state
        .db
        .run(move |conn| save::<R>(conn, &who.actor, who.ui, (id, field), &form, now))
        .await?;
    match outcome {
        Outcome::Saved(mut page, notice) if wants.fragment() => {
            page.notice = Some(notice);
            let mut answer = page_or_block(wants, &page, &page.as_fact())?;
            announce_change(&mut answer);
            Ok(answer)
        }
        Outcome::Saved(page, notice) => {
            session::keep(&session, notice);
            Ok(redirect(&page.path))
        }
        Outcome::Wrong(page) => unprocessable(wants, &page, &page.as_fact()),
        Outcome::Stale(page) => conflict(wants, &page, &page.as_fact()),
    }
}

fn save<R: Records>(
    conn: &mut Conn,
    actor: &Actor,
    ui: Shell,
    (id, field): (R::Id, &'static Field),
    form: &FormData,
    now: NaiveDateTime,
) -> Result<Outcome, AppError> {
    let record = R::seen(conn, actor, id)?;
    let mut data = R::data(conn, &record)?;
    data.set(field.name, form.get(field.name));
    let version = form.get("version").parse().unwrap_or(0);
    match R::save(conn, actor, id, version, &data, now) {
        Ok(done) => {
            let page = fact_page::<R>(conn, ui, &done.value, field)?;
            let said = page
                .ui
                .t("common-saved-named")
                .arg("name", page.name.as_str());
            let notice = Flash::done(said, done.operation);
            Ok(Outcome::Saved(page, notice))
        }
        Err(WriteError::Fields(errors)) => {
            // The form that is wrong keeps the version it started from.
            let page = editing::<R>(conn, ui, &record, field, (&data, version), errors)?;
            Ok(Outcome::Wrong(page))
        }
        Err(WriteError::Stale(newer)) => {
            let saved = R::data(conn, &newer)?;
            let (typed, none) = ((&data, newer.version()), FieldErrors::new());
            let mut page = editing::<R>(conn, ui, &newer, field, typed, none)?;
            if let Some(form) = &mut page.editing {
                let field = std::slice::from_ref(&form.field);
                form.conflicts = conflicts(&page.ui, field, &data, &saved);
                form.conflict_text = conflict_text(&page.ui, newer.updated_at());
            }
            Ok(Outcome::Stale(page))
        }
        Err(other) => Err(other.into()),
    }
}

fn known<R: Records>(address: &Address<R>) -> Result<(R::Id, &'static Field), AppError> {
    let field = field(R::FIELDS, &address.1).ok_or(AppError::NotFound)?;
    Ok((address.0, field))
}

fn fact_page<R: Records>(
    conn: &mut Conn,
    ui: Shell,
    record: &R::Record,
    field: &'static Field,
) -> Result<FactPage, AppError> {
    let fact = R::fact(conn, &ui, record, field)?;
    Ok(FactPage {
        ui,
        name: record.name(),
        path: record.path(),
        fact,
        editing: None,
        notice: None,
    })
}

fn editing<R: Records>(
    conn: &mut Conn,
    ui: Shell,
    record: &R::Record,
    field: &'static Field,
    (data, version): (&FormData, i32),
    errors: FieldErrors,
) -> Result<FactPage, AppError> {
    let mut fields = R::form_fields(conn, &ui)?.into_iter();
    let form = FactForm {
        field: fields
            .find(|f| f.field.name == field.name)
            .ok_or(AppError::NotFound)?,
        form: versioned(data, version).with_errors(errors),
        action: format!("{}/fields/{}", record.path(), field.name),
        conflicts: Vec::new(),
        conflict_text: String::new(),
    };
    Ok(FactPage {
        editing: Some(form),
        ..fact_page::<R>(conn, ui, record, field)?
    })
}
