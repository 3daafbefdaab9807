//! Editing one field in place: the same rules and the same action as the whole form.

use super::attempt::{self, Attempt, attempt};
use super::edit::also;
use super::{FactForm, FactPage, Field, Others, Record, Records, again as again_from, field};
use crate::audit::Audited;
use crate::auth::permissions::{EditRecords, ReadRecords};
use crate::auth::{Actor, May};
use crate::db::Conn;
use crate::drafts;
use crate::web::view::Conflicts;
use crate::web::{
    AppError, Flash, Form, FormData, FormView, Shell, State, Wants, announce_change, conflict,
    page_or_block, redirect, session, unprocessable,
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
            let form = again_from(&only(&data, field), &data, record.version());
            let at = format!("{}/edit", address_of(&record, field));
            let user = who.identity.user_id;
            let (form, draft) = drafts::resume(conn, user, &at, form.view())?;
            let mut page = editing::<R>(conn, who.ui, &record, field, form)?;
            if let Some(form) = &mut page.editing {
                form.draft = draft;
            }
            Ok::<_, AppError>(page)
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
    let typed = {
        let mut typed = only(form, field);
        for name in ["version", "base", &format!("keep.{}", field.name)] {
            typed.set(name, form.get(name));
        }
        // Of the other fields this form knows only what they were.
        for other in R::FIELDS.iter().filter(|f| f.name != field.name) {
            typed.set(&format!("keep.{}", other.name), "theirs");
        }
        typed
    };
    let again = |again: &FormData, saved: &FormData, version: i32| {
        let mut form_again = again_from(&only(again, field), saved, version);
        form_again.set("draft", form.get("draft"));
        form_again.view()
    };
    match attempt::<R>(conn, actor, id, &typed, now)? {
        Attempt::Saved(done, others) => {
            if let Some(user) = actor.user_id {
                drafts::forget(conn, user, form.get("draft"))?;
            }
            let more = attempt::said::<R>(conn, &ui, &done.value, &others)?;
            let page = fact_page::<R>(conn, ui, &done.value, field)?;
            let said = page.ui.t("common-saved-named");
            let said = also(said.arg("name", page.name.as_str()), &more);
            let notice = Flash::done(said, done.operation);
            Ok(Outcome::Saved(page, notice))
        }
        Attempt::Wrong(record, mixed, errors) => {
            let saved = R::data(conn, &record)?;
            let form = again(&mixed, &saved, record.version()).with_errors(errors);
            Ok(Outcome::Wrong(editing::<R>(
                conn, ui, &record, field, form,
            )?))
        }
        Attempt::Clash(record, saved, mixed, mix) => {
            let form = again(&mixed, &saved, record.version());
            let mut page = editing::<R>(conn, ui, &record, field, form)?;
            let others = Others::of(conn, record.subject())?;
            if let Some(form) = &mut page.editing {
                let field = std::slice::from_ref(&form.field);
                (form.conflicts, _) = attempt::told(&page.ui, field, (&mix, &saved), &others);
            }
            Ok(Outcome::Stale(page))
        }
    }
}

/// The form of one field.
fn only(data: &FormData, field: &Field) -> FormData {
    FormData::from_pairs([(field.name, data.get(field.name))])
}

/// Where the form of a field goes.
fn address_of(record: &impl Record, field: &Field) -> String {
    format!("{}/fields/{}", record.path(), field.name)
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
    form: FormView,
) -> Result<FactPage, AppError> {
    let mut fields = R::form_fields(conn, &ui)?.into_iter();
    let form = FactForm {
        field: fields
            .find(|f| f.field.name == field.name)
            .ok_or(AppError::NotFound)?,
        form,
        action: address_of(record, field),
        conflicts: Conflicts::default(),
        draft: None,
    };
    Ok(FactPage {
        editing: Some(form),
        ..fact_page::<R>(conn, ui, record, field)?
    })
}
