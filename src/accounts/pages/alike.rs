//! Likely duplicates while an account is being written.

use super::Accounts;
use crate::accounts::alike::{self, Keys};
use crate::accounts::model::{Account, AccountId};
use crate::auth::permissions::EditRecords;
use crate::auth::{Actor, May};
use crate::db::Conn;
use crate::duplicates::{Found, OnRecord, Place, UnderForm};
use crate::web::record::Records;
use crate::web::{AppError, FormData, Shell, State, page};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use diesel::QueryResult;

/// `GET /accounts/duplicates?name=…`: what may be the same as the account in the form; with `of`, the account that is
/// being edited.
pub(super) async fn duplicates(
    state: Data<State>,
    who: May<EditRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let data = FormData::parse(req.query_string().as_bytes());
    let of = data.get("of").parse().ok();
    let found = state.db.run(move |conn| found(conn, &who.actor, &data, of));
    let (ui, place, found) = (&who.ui, &place(of), &found.await?);
    page(&UnderForm { ui, place, found }.as_matches())
}

/// What is alike.
pub(super) fn found(
    conn: &mut Conn,
    actor: &Actor,
    data: &FormData,
    of: Option<AccountId>,
) -> QueryResult<Found> {
    let matches = alike::alike(conn, actor, &Keys::of_form(data), of)?;
    Ok(Found::new(matches, data))
}

/// The place under the form.
pub(super) fn markup(ui: &Shell, found: &Found, of: Option<AccountId>) -> Result<String, AppError> {
    let place = &place(of);
    UnderForm { ui, place, found }.markup()
}

fn place(of: Option<AccountId>) -> Place {
    let known = of.map(|id| (format!("?of={id}"), format!("/accounts/{id}/merge")));
    let (query, compare) = known.unwrap_or_default();
    Place {
        id: "alike",
        address: format!("/accounts/duplicates{query}"),
        fields: alike::FIELDS
            .iter()
            .map(|name| (*name).to_owned())
            .collect(),
        choose: None,
        compare,
    }
}

/// `GET /accounts/{id}/duplicates`: the line on the account's page.
pub(super) async fn of_record(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<AccountId>,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let line = state.db.run(move |conn| {
        let record = Accounts::seen(conn, &who.actor, id)?;
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
    record: &Account,
) -> Result<String, AppError> {
    if !ui.can.edit_records {
        return Ok(String::new());
    }
    let keys = Keys::of(record);
    let matches = alike::alike(conn, actor, &keys, Some(record.id))?;
    let path = crate::accounts::model::path(record.id);
    OnRecord { ui, path, matches }.markup()
}
