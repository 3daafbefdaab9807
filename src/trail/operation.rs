//! The page of one operation: everything it changed.

use super::listing::{self, Scope};
use super::names::Wanted;
use super::undoing::Undoing;
use super::views::ShowPage;
use super::{progress, queries, words};
use crate::audit::OperationId;
use crate::auth::permissions::{ManagePeople, ReadRecords};
use crate::auth::{Actor, May, Permission};
use crate::db::Conn;
use crate::web::panels::{On, Panel};
use crate::web::{AppError, FormData, Shell, State, page};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

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
    show(state, who, *id, req, Scope::Shared).await
}

/// `GET /audit/{id}`
pub(super) async fn audited(
    state: Data<State>,
    who: May<ManagePeople>,
    id: Path<OperationId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    show(state, who, *id, req, Scope::Audit).await
}

async fn show<P: Permission>(
    state: Data<State>,
    who: May<P>,
    id: OperationId,
    req: HttpRequest,
    list: Scope,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let after = match query.get("after") {
        "" => 0,
        id => id.parse().map_err(|_| AppError::NotFound)?,
    };
    let panels = state.panels.operation;
    page(
        &state
            .db
            .run(move |conn| load(conn, (&who.actor, who.ui), id, after, list, panels))
            .await?,
    )
}

/// Everything the page of an operation shows.
fn load(
    conn: &mut Conn,
    (actor, ui): (&Actor, Shell),
    id: OperationId,
    after: i64,
    list: Scope,
    panels: &[Panel],
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
    let undoing = Undoing::load(conn, std::slice::from_ref(&operation))?;
    let mut wanted = Wanted::default();
    undoing.want(&mut wanted);
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
    let mut entry = words::entry(&ui, &names, &operation, String::new());
    undoing.mark(&ui, &names, &operation, &mut entry);
    let progress = match progress::load(conn, &ui, id)? {
        Some(progress) => progress.render()?,
        None => String::new(),
    };
    let mut shown = Vec::new();
    for panel in panels {
        shown.push(panel(conn, actor, &ui, On { id: id.0, name: "" })?);
    }
    Ok(ShowPage {
        entry,
        progress,
        panels: shown,
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
