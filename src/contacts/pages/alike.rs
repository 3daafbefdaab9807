//! Likely duplicates while a contact is being written, on a page of its own or at an account.

use super::Contacts;
use crate::accounts;
use crate::accounts::model::AccountId;
use crate::auth::permissions::EditRecords;
use crate::auth::{Actor, May};
use crate::contacts::alike::{self, Keys};
use crate::contacts::model::{Contact, ContactId};
use crate::db::Conn;
use crate::duplicates::{Found, OnRecord, Place, UnderForm};
use crate::web::record::Records;
use crate::web::{AppError, FormData, Shell, State, page};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use diesel::QueryResult;

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::contacts) enum At {
    /// Of a new contact.
    New,
    /// Of a contact that is being edited.
    Edit(ContactId),
    /// Of a person who joins this account; the ids of its fields begin so.
    Account(AccountId, &'static str),
}

/// `GET /contacts/duplicates?last_name=…`: who may be the same as the contact in the form; `of` the contact that is
/// being edited, `at` the account that somebody joins.
pub(super) async fn duplicates(
    state: Data<State>,
    who: May<EditRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let data = FormData::parse(req.query_string().as_bytes());
    let at = match (data.get("of").parse(), data.get("at").parse()) {
        (Ok(id), _) => At::Edit(id),
        (_, Ok(id)) => At::Account(id, ""),
        _ => At::New,
    };
    let found = state.db.run(move |conn| found(conn, &who.actor, &data, at));
    let (ui, place, found) = (&who.ui, &place(at), &found.await?);
    page(&UnderForm { ui, place, found }.as_matches())
}

/// Who is alike.
pub(in crate::contacts) fn found(
    conn: &mut Conn,
    actor: &Actor,
    data: &FormData,
    at: At,
) -> QueryResult<Found> {
    let (of, account) = match at {
        At::Account(id, _) => (None, Some(id)),
        At::Edit(id) => (Some(id), None),
        At::New => (None, account(conn, actor, data.get("account"))?),
    };
    let matches = alike::alike(conn, actor, &Keys::of_form(data, account), of)?;
    Ok(Found::new(matches, data))
}

/// The account that the form names, if it is one.
fn account(conn: &mut Conn, actor: &Actor, typed: &str) -> QueryResult<Option<AccountId>> {
    let text: String = typed.trim().chars().take(230).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let meant = accounts::queries::meant(conn, actor, &text)?;
    Ok(meant.ok().map(|account| account.id))
}

/// The place under the form.
pub(in crate::contacts) fn markup(ui: &Shell, found: &Found, at: At) -> Result<String, AppError> {
    let place = &place(at);
    UnderForm { ui, place, found }.markup()
}

fn place(at: At) -> Place {
    let base = "/contacts/duplicates";
    let (prefix, more): (&str, &[&str]) = match at {
        At::Account(_, prefix) => (prefix, &[]),
        At::New => ("", &["mobile", "city", "account"]),
        At::Edit(_) => ("", &["mobile", "city"]),
    };
    let fields = ["first_name", "last_name", "email", "phone"].iter();
    let place = Place {
        id: "alike",
        address: base.to_owned(),
        fields: fields
            .chain(more)
            .map(|name| format!("{prefix}{name}"))
            .collect(),
        choose: None,
        compare: String::new(),
    };
    match at {
        At::New => place,
        At::Edit(id) => Place {
            address: format!("{base}?of={id}"),
            compare: format!("/contacts/{id}/merge"),
            ..place
        },
        At::Account(id, _) => Place {
            address: format!("{base}?at={id}"),
            choose: Some(("duplicates-use-person", "known")),
            ..place
        },
    }
}

/// `GET /contacts/{id}/duplicates`: the line on the contact's page.
pub(super) async fn of_record(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<ContactId>,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let line = state.db.run(move |conn| {
        let record = Contacts::seen(conn, &who.actor, id)?;
        line(conn, &who.actor, &who.ui, &record)
    });
    let line = line.await?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .body(line))
}

/// The line; nothing for who may not merge.
pub(super) fn line(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    record: &Contact,
) -> Result<String, AppError> {
    if !ui.can.edit_records {
        return Ok(String::new());
    }
    let keys = Keys::of(conn, record)?;
    let matches = alike::alike(conn, actor, &keys, Some(record.id))?;
    let path = record.path();
    OnRecord { ui, path, matches }.markup()
}
