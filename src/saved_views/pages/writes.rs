//! What is done to a view without a form of its own: saving what its list shows now, deleting, the menu.

use super::{index::seen, list};
use crate::auth::permissions::ReadRecords;
use crate::auth::{Actor, May};
use crate::db::Conn;
use crate::saved_views::actions::{self, ViewError};
use crate::saved_views::model::{SavedView, SavedViewId};
use crate::web::{AppError, Form, FormData, State, Wants, see_other, session};
use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

/// `POST /saved-views/{id}/query`: the list as it is now, under the same name.
pub(super) async fn save_query(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<SavedViewId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now, lists) = (*id, state.clock.now(), state.panels.lists);
    let inner = state.clone();
    let view = state
        .db
        .run(move |conn| {
            let before = seen(conn, &who.actor, id)?;
            let query = list(&inner, &before.list)?
                .read(form.get("query"))
                .list
                .saved();
            let version = form.get("version").parse().unwrap_or(0);
            let saved = actions::save_query(conn, &who.actor, id, version, &query, now);
            saved.map_err(refused)
        })
        .await?;
    let said = who.ui.t("views-saved").arg("name", view.name.as_str());
    session::flash(&session, "success", said.to_string());
    Ok(see_other(wants, &view.href(lists).unwrap_or_default()))
}

/// `POST /saved-views/{id}/removal`
pub(super) async fn remove(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<SavedViewId>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now) = (*id, state.clock.now());
    let view = state
        .db
        .run(move |conn| {
            seen(conn, &who.actor, id)?;
            actions::delete(conn, &who.actor, id, now).map_err(refused)
        })
        .await?;
    let said = who
        .ui
        .t("common-deleted-named")
        .arg("name", view.name.as_str());
    session::flash(&session, "success", said.to_string());
    Ok(see_other(wants, "/saved-views"))
}

/// `POST /saved-views/{id}/pin`
pub(super) async fn pin(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<SavedViewId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    set_pin(state, who, *id, true, &form, &session, wants).await
}

/// `POST /saved-views/{id}/pin/removal`
pub(super) async fn unpin(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<SavedViewId>,
    Form(form): Form,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    set_pin(state, who, *id, false, &form, &session, wants).await
}

/// Goes back to where it was asked: the list, or the page of all views.
async fn set_pin(
    state: Data<State>,
    who: May<ReadRecords>,
    id: SavedViewId,
    pinned: bool,
    form: &FormData,
    session: &Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (now, inner) = (state.clock.now(), state.clone());
    let (query, back) = (form.get("query").to_owned(), form.has("query"));
    let work = move |conn: &mut Conn, actor: &Actor| -> Result<(SavedView, String), AppError> {
        seen(conn, actor, id)?;
        let view = actions::pin(conn, actor, id, pinned, now)?;
        let mut there = list(&inner, &view.list)?.read(&query).list;
        there.view = Some(id.0);
        Ok((view, there.path()))
    };
    let (view, there) = state.db.run(move |conn| work(conn, &who.actor)).await?;
    let key = if pinned {
        "views-pinned"
    } else {
        "views-unpinned"
    };
    let said = who.ui.t(key).arg("name", view.name.as_str());
    session::flash(session, "success", said.to_string());
    let to = if back { there.as_str() } else { "/saved-views" };
    Ok(see_other(wants, to))
}

/// What is not one's own is refused; there is no field to say it at.
fn refused(error: ViewError) -> AppError {
    match error {
        ViewError::Fields(fields) => {
            let first = fields.into_values().flatten().next();
            first.map_or(AppError::NotFound, AppError::Refused)
        }
        other => other.into(),
    }
}
