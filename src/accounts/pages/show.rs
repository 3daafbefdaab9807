//! An account's page.

use super::records::Accounts;
use crate::accounts::model::AccountId;
use crate::accounts::views::{self, ShowPage};
use crate::accounts::{parents, queries};
use crate::auth::permissions::ReadRecords;
use crate::auth::{Actor, May, people};
use crate::db::Conn;
use crate::tags::{self, Tagged};
use crate::web::panels::Panel;
use crate::web::record::{Records, other_facts};
use crate::web::{AppError, Shell, State, page};
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
    let account = Accounts::seen(conn, actor, id)?;
    let people = people::named(conn, account.owner_id)?;
    let parent = parents::of(conn, &account)?;
    let facts = views::facts(&ui, &account, &people, parent);
    let panels = panels
        .iter()
        .map(|panel| panel(conn, actor, &ui, id.0))
        .collect::<Result<_, _>>()?;
    Ok(ShowPage {
        other_facts: other_facts(&account.other_facts),
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
