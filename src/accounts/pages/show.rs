//! An account's page, and its tags.

use crate::accounts::model::{Account, AccountId};
use crate::accounts::queries;
use crate::accounts::views::{self, People, ShowPage};
use crate::auth::permissions::{EditRecords, ReadRecords};
use crate::auth::{Actor, May, people};
use crate::db::Conn;
use crate::tags::{self, TagId, Tagged};
use crate::web::panels::Panel;
use crate::web::{AppError, Form, Shell, State, Wants, page, page_or_block, redirect};
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

/// `GET /accounts/{id}`
pub(super) async fn show(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<AccountId>,
) -> Result<HttpResponse, AppError> {
    let (id, panels) = (*id, state.panels.account);
    let show = state
        .db
        .run(move |conn| load(conn, &who.actor, who.ui, id, panels))
        .await?;
    page(&show)
}

/// Everything the page shows: a fixed number of statements, whatever the rows.
fn load(
    conn: &mut Conn,
    actor: &Actor,
    ui: Shell,
    id: AccountId,
    panels: &[Panel],
) -> Result<ShowPage, AppError> {
    let account = find(conn, actor, id)?;
    let people = owner_names(conn, &account)?;
    let parent = match account.parent_id {
        Some(parent) => queries::names(conn, &[parent])?.pop(),
        None => None,
    };
    let facts = views::facts(&ui, &account, &people, parent);
    let panels = panels
        .iter()
        .map(|panel| panel(conn, actor, &ui, id.0))
        .collect::<Result<_, _>>()?;
    Ok(ShowPage {
        other_facts: account.facts_beyond(),
        tags: tags::of(conn, Tagged::Account(id.0))?,
        all_tags: if ui.can.edit_records {
            tags::all(conn)?
        } else {
            Vec::new()
        },
        children: queries::children(conn, actor, id)?,
        ui,
        account,
        facts,
        panels,
    })
}

/// The account, or what became of it.
pub(super) fn find(conn: &mut Conn, actor: &Actor, id: AccountId) -> Result<Account, AppError> {
    match queries::find(conn, actor, id) {
        Err(diesel::result::Error::NotFound) if queries::was_deleted(conn, id)? => {
            Err(AppError::Gone)
        }
        other => Ok(other?),
    }
}

/// The owner's name, also of one who may not own anything new.
pub(super) fn owner_names(conn: &mut Conn, account: &Account) -> Result<People, AppError> {
    let ids: Vec<_> = account.owner_id.into_iter().collect();
    Ok(people::names(conn, &ids)?.into_iter().collect())
}

/// `POST /accounts/{id}/tags`
pub(super) async fn add_tag(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<AccountId>,
    Form(form): Form,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (id, now, panels) = (*id, state.clock.now(), state.panels.account);
    let show = state.db.run(move |conn| {
        let account = find(conn, &who.actor, id)?;
        tags::add(
            conn,
            &who.actor,
            Tagged::Account(id.0),
            &account.name,
            form.get("name"),
            now,
        )?;
        load(conn, &who.actor, who.ui, id, panels)
    });
    tags_changed(wants, &show.await?)
}

/// `POST /accounts/{id}/tags/{tag_id}/removal`
pub(super) async fn remove_tag(
    state: Data<State>,
    who: May<EditRecords>,
    ids: Path<(AccountId, TagId)>,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let ((id, tag), now, panels) = (*ids, state.clock.now(), state.panels.account);
    let show = state.db.run(move |conn| {
        let account = find(conn, &who.actor, id)?;
        tags::remove(
            conn,
            &who.actor,
            Tagged::Account(id.0),
            &account.name,
            tag,
            now,
        )?;
        load(conn, &who.actor, who.ui, id, panels)
    });
    tags_changed(wants, &show.await?)
}

fn tags_changed(wants: Wants, show: &ShowPage) -> Result<HttpResponse, AppError> {
    if !wants.fragment() {
        return Ok(redirect(&show.account.path()));
    }
    let mut answer = page_or_block(wants, show, &show.as_tags())?;
    crate::web::announce_change(&mut answer);
    Ok(answer)
}
