//! The list of accounts, and suggestions for pickers.

use crate::accounts::listing::{self, COLUMNS, DEFAULT_SORT};
use crate::accounts::model::AccountRow;
use crate::accounts::queries;
use crate::accounts::views::list_view;
use crate::auth::permissions::ReadRecords;
use crate::auth::{May, people};
use crate::tags;
use crate::web::list::{ListPage, ListQuery, respond};
use crate::web::record::{Options, asked_for, picked};
use crate::web::{AppError, State, Wants, page};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

/// `GET /accounts`
pub(super) async fn index(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (list, errors) = ListQuery::parse("/accounts", COLUMNS, DEFAULT_SORT, req.query_string())?;
    let (actor, zone, query) = (who.actor, who.ui.zone(), list.clone());
    let (found, people, tags) = state
        .db
        .run(move |conn| {
            let found = listing::page(conn, &actor, &query, zone)?;
            Ok::<_, diesel::result::Error>((found, people::owners(conn)?, tags::all(conn)?))
        })
        .await?;
    let list_view = list_view(&who.ui, &list, errors, &found, (&people, &tags));
    let page = ListPage {
        ui: who.ui,
        list: list_view,
        new: "accounts-new",
    };
    respond(wants, &req, &page.list, &page.ui, &page, &page.as_list())
}

/// `GET /accounts/options?field=parent&parent=…`: `<option>`s for an account field.
pub(super) async fn options(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let text = asked_for(&req);
    let found = match text.is_empty() {
        true => Vec::new(),
        false => {
            state
                .db
                .run(move |conn| queries::suggestions(conn, &who.actor, &text))
                .await?
        }
    };
    let option = |a: AccountRow| {
        let detail = format!("{} {}", a.organisation_number, a.city);
        (picked(&a.name, a.id), detail)
    };
    page(&Options {
        options: found.into_iter().map(option).collect(),
    })
}
