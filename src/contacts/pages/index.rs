//! The list of contacts, and suggestions for pickers.

use crate::auth::permissions::ReadRecords;
use crate::auth::{May, people};
use crate::contacts::listing::{self, COLUMNS, DEFAULT_SORT, LIST};
use crate::contacts::model::{ContactRow, path};
use crate::contacts::queries;
use crate::contacts::views::list_view;
use crate::saved_views;
use crate::tags;
use crate::web::list::{ListPage, ListQuery, respond};
use crate::web::record::{Options, Pick, asked_for, picked};
use crate::web::{AppError, State, Wants, page};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

/// `GET /contacts`
pub(super) async fn index(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (list, errors) = ListQuery::parse("/contacts", COLUMNS, DEFAULT_SORT, req.query_string())?;
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
                let pick = |row: &ContactRow| Pick {
                    id: row.id.0,
                    name: row.name(),
                    path: path(row.id),
                };
                view.offer(&who.ui, &list, found.count, rows.map(pick).collect());
            }
            Ok::<_, AppError>(ListPage {
                ui: who.ui,
                list: view,
                new: "contacts-new",
            })
        })
        .await?;
    respond(wants, &req, &page.list, &page.ui, &page, &page.as_list())
}

/// `GET /contacts/options?field=person&person=…`: `<option>`s for a field where a contact is picked.
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
    let option = |c: ContactRow| (picked(&c.name(), c.id), format!("{} {}", c.email, c.city));
    page(&Options {
        options: found.into_iter().map(option).collect(),
    })
}
