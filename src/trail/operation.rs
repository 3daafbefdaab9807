//! The page of one operation: everything it changed.

use super::listing::{self, Scope};
use super::names::Wanted;
use super::views::ShowPage;
use super::{queries, words};
use crate::audit::OperationId;
use crate::auth::May;
use crate::auth::permissions::{ManagePeople, ReadRecords};
use crate::db::Conn;
use crate::web::{AppError, FormData, Shell, State, page};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

/// Changes on a page of one operation.
const PAGE: i64 = 100;
/// Up to so many changes stand open on it.
const OPEN: i64 = 3;

/// `GET /changes/{id}`
pub(super) async fn change(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<OperationId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    show(state, who.ui, *id, req, Scope::Shared).await
}

/// `GET /audit/{id}`
pub(super) async fn audited(
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
