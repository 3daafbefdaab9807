//! Handlers: extract, one `db.run`, respond.

use super::history;
use super::listing::{self, DEFAULT_SORT, Scope};
use super::model::OperationRow;
use super::names::Wanted;
use super::queries;
use super::views::{Around, IndexPage, ShowPage, list_view};
use super::words;
use crate::audit::{OperationId, Subject, SubjectType};
use crate::auth::permissions::{ManagePeople, ReadRecords};
use crate::auth::{May, Permission, people};
use crate::db::Conn;
use crate::web::list::{ListQuery, respond};
use crate::web::routes::route;
use crate::web::{AppError, FormData, Shell, State, Wants, page, page_or_block};
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/changes").get(changes).on(config);
    route("/changes/{id}").get(change).on(config);
    route("/audit").get(audit).on(config);
    route("/audit/{id}").get(audit_one).on(config);
    route("/accounts/{id}/history").get(of_account).on(config);
    route("/contacts/{id}/history").get(of_contact).on(config);
}

/// Changes on a page of one operation.
const PAGE: i64 = 100;
/// Up to so many changes stand open on it.
const OPEN: i64 = 3;

/// The page of an operation that everybody may read of; of another, the admins' page.
pub(super) fn path(operation: &OperationRow) -> String {
    let shared = operation.kind().is_some_and(|kind| kind.is_about_records());
    let scope = if shared { Scope::Shared } else { Scope::Audit };
    format!("{}/{}", scope.base(), operation.id)
}

/// `GET /changes`
async fn changes(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    index(state, who, req, wants, Scope::Shared).await
}

/// `GET /audit`
async fn audit(
    state: Data<State>,
    who: May<ManagePeople>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    index(state, who, req, wants, Scope::Audit).await
}

async fn index<P: Permission>(
    state: Data<State>,
    who: May<P>,
    req: HttpRequest,
    wants: Wants,
    scope: Scope,
) -> Result<HttpResponse, AppError> {
    let columns = scope.columns();
    let (mut list, errors) =
        ListQuery::parse(scope.base(), columns, DEFAULT_SORT, req.query_string())?;
    // These lists have no free text; one in the address narrows nothing.
    list.q.clear();
    let (zone, query) = (who.ui.zone(), list.clone());
    let (found, around) = state
        .db
        .run(move |conn| {
            let found = listing::page(conn, scope, &query, zone)?;
            let around = around(conn, &found.0.rows)?;
            Ok::<_, diesel::result::Error>((found, around))
        })
        .await?;
    let list = list_view(&who.ui, scope, &list, errors, &found, &around);
    let page = IndexPage { ui: who.ui, list };
    respond(wants, &req, &page.list, &page.ui, &page, &page.as_list())
}

fn around(conn: &mut Conn, rows: &[OperationRow]) -> Result<Around, diesel::result::Error> {
    let ids: Vec<OperationId> = rows.iter().map(|row| row.id).collect();
    let mut wanted = Wanted::default();
    rows.iter().for_each(|row| wanted.operation(row));
    Ok(Around {
        counts: queries::change_counts(conn, &ids)?,
        names: wanted.look_up(conn)?,
        people: people::everybody(conn)?,
    })
}

/// `GET /changes/{id}`
async fn change(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<OperationId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    show(state, who.ui, *id, req, Scope::Shared).await
}

/// `GET /audit/{id}`
async fn audit_one(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<OperationId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    show(state, who.ui, *id, req, Scope::Audit).await
}

async fn show(
    state: Data<State>,
    ui: Shell,
    id: OperationId,
    req: HttpRequest,
    list: Scope,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let after = match query.get("after") {
        "" => 0,
        id => id.parse().map_err(|_| AppError::NotFound)?,
    };
    page(
        &state
            .db
            .run(move |conn| load(conn, ui, id, after, list))
            .await?,
    )
}

/// Everything the page of an operation shows.
fn load(
    conn: &mut Conn,
    ui: Shell,
    id: OperationId,
    after: i64,
    list: Scope,
) -> Result<ShowPage, AppError> {
    let operation = queries::operation(conn, id)?;
    let shared = operation.kind().is_some_and(|kind| kind.is_about_records());
    if list == Scope::Shared && !shared {
        return Err(AppError::NotFound);
    }
    let count = queries::change_counts(conn, &[id])?
        .remove(&id)
        .unwrap_or_default();
    let mut changes = queries::changes_of(conn, id, after, PAGE + 1)?;
    let more = changes.len() > usize::try_from(PAGE).unwrap_or_default();
    changes.truncate(usize::try_from(PAGE).unwrap_or_default());
    let mut wanted = Wanted::default();
    wanted.operation(&operation);
    changes.iter().for_each(|c| wanted.change(c));
    let names = wanted.look_up(conn)?;
    let mut records: Vec<_> = changes
        .iter()
        .map(|c| words::record(&ui, &names, c, None))
        .collect();
    if count <= OPEN {
        records.iter_mut().for_each(|record| record.folded.clear());
    }
    let own = format!("{}/{id}", list.base());
    Ok(ShowPage {
        entry: words::entry(&ui, &names, &operation, String::new()),
        subject: listing::subject(&names, &operation),
        address: if list == Scope::Audit {
            operation.address
        } else {
            String::new()
        },
        next: changes
            .last()
            .filter(|_| more)
            .map(|c| format!("{own}?after={}", c.id)),
        first: (after > 0).then_some(own),
        count: ui.int(count),
        records,
        list,
        ui,
    })
}

/// `GET /accounts/{id}/history`
async fn of_account(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<i64>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    of(
        state,
        who,
        Subject::new(SubjectType::Account, *id),
        req,
        wants,
    )
    .await
}

/// `GET /contacts/{id}/history`
async fn of_contact(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<i64>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    of(
        state,
        who,
        Subject::new(SubjectType::Contact, *id),
        req,
        wants,
    )
    .await
}

async fn of(
    state: Data<State>,
    who: May<ReadRecords>,
    of: Subject,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let read = state
        .db
        .run(move |conn| history::whole(conn, &who.actor, who.ui, of, &query))
        .await?;
    page_or_block(wants, &read, &read.as_panel())
}
