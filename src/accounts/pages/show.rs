//! An account's page.

use super::records::Accounts;
use crate::accounts::listing::{self, LIST};
use crate::accounts::model::AccountId;
use crate::accounts::views::{self, Children};
use crate::accounts::{parents, queries};
use crate::auth::permissions::ReadRecords;
use crate::auth::{Actor, May, people};
use crate::db::Conn;
use crate::tags::{self, Tagged};
use crate::web::list::ListQuery;
use crate::web::panels::Panel;
use crate::web::record::{GonePage, RecordPage, Records, opened_from};
use crate::web::{AppError, Shell, State, page};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

/// `GET /accounts/{id}`
pub(super) async fn show(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
    id: Path<AccountId>,
) -> Result<HttpResponse, AppError> {
    let (id, panels) = (*id, state.panels.account);
    let list = opened_from(&LIST, &req);
    let show = state
        .db
        .run(
            move |conn| match load(conn, &who.actor, who.ui.clone(), (id, &list), panels) {
                Err(AppError::Gone) => Ok(Err(GonePage::of::<Accounts>(
                    conn,
                    who.ui,
                    id,
                    "accounts-title",
                )?)),
                other => other.map(Ok),
            },
        )
        .await?;
    match show {
        Ok(show) => page(&show),
        Err(gone) => gone.answer(),
    }
}

/// Everything the page shows: a fixed number of statements, whatever the rows.
fn load(
    conn: &mut Conn,
    actor: &Actor,
    ui: Shell,
    (id, list): (AccountId, &ListQuery),
    panels: &[Panel],
) -> Result<RecordPage, AppError> {
    let account = Accounts::seen(conn, actor, id)?;
    let people = people::named(conn, account.owner_id)?;
    let parent = parents::of(conn, &account)?;
    let facts = views::facts(&ui, &account, &people, parent);
    let alike = super::alike::line(conn, actor, &ui, &account)?;
    let status = ui.t(account.status.label()).to_string();
    let tags = tags::on_page(conn, &ui, Tagged::Account(id.0))?;
    let children = queries::children(conn, actor, id)?;
    let mut page = RecordPage::new::<Accounts>(ui, &account, "accounts-title", facts);
    if !children.is_empty() {
        let ui = &page.ui;
        page.panels.push(Children { ui, children }.render()?);
    }
    page.status = Some((status, account.status.tone()));
    page.tags = tags;
    page.around = listing::around(conn, actor, list, page.ui.zone(), id)?;
    page.duplicates = alike;
    page.with_panels(conn, actor, panels, id.0)
}
