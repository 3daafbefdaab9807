//! Handlers: extract, one `db.run`, respond.

use super::listing::{self, DEFAULT_SORT, Scope};
use super::names::Wanted;
use super::undoing::Undoing;
use super::views::{Around, HistoryPanel, IndexPage, list_view};
use super::{history, operation, progress, queries};
use crate::audit::OperationRow;
use crate::audit::{OperationId, Subject, SubjectType};
use crate::auth::permissions::{ManagePeople, ReadRecords};
use crate::auth::{May, Permission, people};
use crate::db::Conn;
use crate::web::list::{ListQuery, respond};
use crate::web::routes::route;
use crate::web::{AppError, FormData, State, Wants, page};
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/changes").get(changes).on(config);
    route("/changes/{id}").get(operation::change).on(config);
    route("/changes/{id}/progress")
        .get(progress::show)
        .on(config);
    route("/audit").get(audit).on(config);
    route("/audit/{id}").get(operation::audited).on(config);
    route("/accounts/{id}/history").get(of_account).on(config);
    route("/contacts/{id}/history").get(of_contact).on(config);
}

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
    let undoing = Undoing::load(conn, rows)?;
    undoing.want(&mut wanted);
    Ok(Around {
        undoing,
        counts: queries::change_counts(conn, &ids)?,
        names: wanted.look_up(conn)?,
        people: people::everybody(conn)?,
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
    if wants.fragment() {
        return page(&HistoryPanel::from(read));
    }
    page(&read)
}
