//! The list of accounts, and suggestions for pickers.

use crate::accounts::listing::{self, COLUMNS, DEFAULT_SORT, LIST};
use crate::accounts::model::{AccountRow, path};
use crate::accounts::queries;
use crate::accounts::views::list_view;
use crate::auth::permissions::ReadRecords;
use crate::auth::{May, people};
use crate::saved_views;
use crate::tags;
use crate::web::list::{ListPage, ListQuery, respond};
use crate::web::record::{Options, Pick, asked_for, picked};
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
    let page = state
        .db
        .run(move |conn| {
            let found = listing::page(conn, &who.actor, &list, who.ui.zone())?;
            let (people, tags) = (people::owners(conn)?, tags::all(conn)?);
            let mut view = list_view(&who.ui, &list, errors, &found, (&people, &tags));
            let bar = saved_views::bar(conn, &who.actor, &who.ui, (&LIST, &list), &view)?;
            view.panels.extend(bar);
            view.lead_back(&list);
            if who.ui.can.edit_records {
                let rows = found.selected.rows.iter();
                let pick = |row: &AccountRow| Pick {
                    id: row.id.0,
                    name: row.name.clone(),
                    path: path(row.id),
                };
                view.offer(&who.ui, &list, found.count, rows.map(pick).collect());
            }
            Ok::<_, AppError>(ListPage {
                ui: who.ui,
                list: view,
                new: "accounts-new",
            })
        })
        .await?;
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
