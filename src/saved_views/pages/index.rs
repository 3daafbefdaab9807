//! All views, and the way into one.

use crate::auth::permissions::ReadRecords;
use crate::auth::{May, people};
use crate::saved_views::model::{SavedView, SavedViewId};
use crate::saved_views::queries;
use crate::saved_views::views::{IndexPage, Line};
use crate::web::{AppError, State, page, redirect};
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

/// `GET /saved-views`
pub(super) async fn index(
    state: Data<State>,
    who: May<ReadRecords>,
) -> Result<HttpResponse, AppError> {
    let lists = state.panels.lists;
    let actor = who.actor.clone();
    let (views, pinned, people) = state
        .db
        .run(move |conn| {
            let views = queries::all(conn, &actor)?;
            let owners: Vec<_> = views.iter().map(|view| view.owner_id).collect();
            let pinned = queries::pinned(conn, &actor)?;
            Ok::<_, diesel::result::Error>((views, pinned, people::names(conn, &owners)?))
        })
        .await?;
    let line = |view: &SavedView| Line {
        href: view.href(lists).unwrap_or_default(),
        owner: people.get(&view.owner_id).cloned().unwrap_or_default(),
        is_pinned: pinned.contains(&view.id),
        may_change: view.may_be_changed_by(&who.actor),
        may_withdraw: view.may_be_withdrawn_by(&who.actor),
        view: view.clone(),
    };
    let of = |code: &str| views.iter().filter(|v| v.list == code).map(line).collect();
    let lists = lists.iter().map(|kind| (*kind, of(kind.code))).collect();
    page(&IndexPage { ui: who.ui, lists })
}

/// `GET /saved-views/{id}`: its list, as it was saved. The address to send to others.
pub(super) async fn open(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<SavedViewId>,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let view = state.db.run(move |conn| seen(conn, &who.actor, id)).await?;
    Ok(redirect(
        &view.href(state.panels.lists).ok_or(AppError::NotFound)?,
    ))
}

/// The view, or what became of it.
pub(super) fn seen(
    conn: &mut crate::db::Conn,
    actor: &crate::auth::Actor,
    id: SavedViewId,
) -> Result<SavedView, AppError> {
    match queries::find(conn, actor, id) {
        Err(diesel::result::Error::NotFound) if queries::was_deleted(conn, id)? => {
            Err(AppError::Gone)
        }
        other => Ok(other?),
    }
}
