//! Editing one field in place: the same rules and the same action as the whole form.

use super::show::{find, owner_names};
use crate::accounts::actions::{self, AccountError};
use crate::accounts::model::{Account, AccountId};
use crate::accounts::views::{self, FactForm, FactPage, People};
use crate::accounts::{forms, parents, queries};
use crate::auth::permissions::{EditRecords, ReadRecords};
use crate::auth::{Actor, May, people};
use crate::db::Conn;
use crate::web::record::{Field, conflicts, field, versioned};
use crate::web::{
    AppError, FieldErrors, Form, FormData, Shell, State, Wants, announce_change, conflict,
    page_or_block, redirect, unprocessable,
};
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

type Address = Path<(AccountId, String)>;

/// `GET /accounts/{id}/fields/{field}`: the fact; where Cancel leads.
pub(super) async fn show(
    state: Data<State>,
    who: May<ReadRecords>,
    address: Address,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, field) = known(&address)?;
    let page = state
        .db
        .run(move |conn| {
            let account = find(conn, &who.actor, id)?;
            fact_page(conn, who.ui, account, field)
        })
        .await?;
    if wants.fragment() {
        page_or_block(wants, &page, &page.as_fact())
    } else {
        Ok(redirect(&page.account.path()))
    }
}

/// `GET /accounts/{id}/fields/{field}/edit`
pub(super) async fn edit(
    state: Data<State>,
    who: May<EditRecords>,
    address: Address,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, field) = known(&address)?;
    let page = state
        .db
        .run(move |conn| {
            let account = find(conn, &who.actor, id)?;
            let data = forms::of(&account, &parents::text(conn, &account)?);
            editing(conn, who.ui, account, field, &data, FieldErrors::new())
        })
        .await?;
    page_or_block(wants, &page, &page.as_fact())
}

/// What a post of one field came to.
enum Outcome {
    Saved(FactPage),
    Wrong(FactPage),
    Stale(FactPage),
}

/// `POST /accounts/{id}/fields/{field}`
pub(super) async fn update(
    state: Data<State>,
    who: May<EditRecords>,
    address: Address,
    Form(form): Form,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let ((id, field), now) = (known(&address)?, state.clock.now());
    let outcome = state
        .db
        .run(move |conn| save(conn, &who.actor, who.ui, id, field, &form, now))
        .await?;
    match outcome {
        Outcome::Saved(page) if wants.fragment() => {
            let mut answer = page_or_block(wants, &page, &page.as_fact())?;
            announce_change(&mut answer);
            Ok(answer)
        }
        Outcome::Saved(page) => Ok(redirect(&page.account.path())),
        Outcome::Wrong(page) => unprocessable(wants, &page, &page.as_fact()),
        Outcome::Stale(page) => conflict(wants, &page, &page.as_fact()),
    }
}

fn save(
    conn: &mut Conn,
    actor: &Actor,
    ui: Shell,
    id: AccountId,
    field: &'static Field,
    form: &FormData,
    now: chrono::NaiveDateTime,
) -> Result<Outcome, AppError> {
    let account = find(conn, actor, id)?;
    let mut data = forms::of(&account, &parents::text(conn, &account)?);
    data.set(field.name, form.get(field.name));
    let version = form.get("version").parse().unwrap_or(0);
    let written = match forms::parse(&data) {
        Ok(input) => actions::update(conn, actor, id, version, &input, now),
        Err(errors) => Err(AccountError::Fields(errors)),
    };
    match written {
        Ok(account) => Ok(Outcome::Saved(fact_page(conn, ui, account, field)?)),
        Err(AccountError::Fields(errors)) => {
            // The form that is wrong keeps the version it started from.
            let started = Account { version, ..account };
            Ok(Outcome::Wrong(editing(
                conn, ui, started, field, &data, errors,
            )?))
        }
        Err(AccountError::Stale(newer)) => {
            let saved = forms::of(&newer, &parents::text(conn, &newer)?);
            let mut page = editing(conn, ui, *newer, field, &data, FieldErrors::new())?;
            let at = page.ui.when(&page.account.updated_at);
            if let Some(form) = &mut page.editing {
                form.conflicts =
                    conflicts(&page.ui, std::slice::from_ref(&form.field), &data, &saved);
                form.conflict_text = page.ui.t("common-conflict-at").arg("when", at).to_string();
            }
            Ok(Outcome::Stale(page))
        }
        Err(other) => Err(other.into()),
    }
}

fn known(address: &Address) -> Result<(AccountId, &'static Field), AppError> {
    let field = field(forms::FIELDS, &address.1).ok_or(AppError::NotFound)?;
    Ok((address.0, field))
}

fn fact_page(
    conn: &mut Conn,
    ui: Shell,
    account: Account,
    field: &'static Field,
) -> Result<FactPage, AppError> {
    let people = owner_names(conn, &account)?;
    let parent = match account.parent_id {
        Some(parent) => queries::names(conn, &[parent])?.pop(),
        None => None,
    };
    let fact = views::fact(&ui, &account, field.name, &people, parent.as_ref());
    Ok(FactPage {
        ui,
        account,
        fact,
        editing: None,
    })
}

fn editing(
    conn: &mut Conn,
    ui: Shell,
    account: Account,
    field: &'static Field,
    data: &FormData,
    errors: FieldErrors,
) -> Result<FactPage, AppError> {
    let people: People = people::assignable(conn)?;
    let mut fields = views::form_fields(&ui, &people).into_iter();
    let form = FactForm {
        field: fields
            .find(|f| f.field.name == field.name)
            .ok_or(AppError::NotFound)?,
        form: versioned(data, account.version).with_errors(errors),
        action: format!("{}/fields/{}", account.path(), field.name),
        conflicts: Vec::new(),
        conflict_text: String::new(),
    };
    Ok(FactPage {
        editing: Some(form),
        ..fact_page(conn, ui, account, field)?
    })
}
