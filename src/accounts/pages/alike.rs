//! Likely duplicates while an account is being written.

use crate::accounts::alike::{self, Keys};
use crate::accounts::model::AccountId;
use crate::auth::permissions::EditRecords;
use crate::auth::{Actor, May};
use crate::db::Conn;
use crate::duplicates::{Found, Place, UnderForm};
use crate::web::{AppError, FormData, Shell, State, page};
use actix_web::web::Data;
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
