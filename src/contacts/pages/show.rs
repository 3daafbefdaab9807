//! A contact's page.

use super::Contacts;
use crate::auth::permissions::ReadRecords;
use crate::auth::{Actor, May, people};
use crate::contacts::affiliations::contact_panel;
use crate::contacts::listing::{self, LIST};
use crate::contacts::model::ContactId;
use crate::contacts::views;
use crate::db::Conn;
use crate::tags::{self, Tagged};
use crate::web::list::ListQuery;
use crate::web::panels::Panel;
use crate::web::record::{GonePage, RecordPage, Records, opened_from};
use crate::web::{AppError, Shell, State, page};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

/// `GET /contacts/{id}`
pub(super) async fn show(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
    id: Path<ContactId>,
) -> Result<HttpResponse, AppError> {
    let (id, panels) = (*id, state.panels.contact);
    let list = opened_from(&LIST, &req);
    let show = state
        .db
        .run(
            move |conn| match load(conn, &who.actor, who.ui.clone(), (id, &list), panels) {
                Err(AppError::Gone) => Ok(Err(GonePage::of::<Contacts>(
                    conn,
                    who.ui,
                    id,
                    "contacts-title",
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
    (id, list): (ContactId, &ListQuery),
    panels: &[Panel],
) -> Result<RecordPage, AppError> {
    let contact = Contacts::seen(conn, actor, id)?;
    let people = people::named(conn, contact.owner_id)?;
    let facts = views::facts(&ui, &contact, &people);
    let tags = tags::on_page(conn, &ui, Tagged::Contact(id.0))?;
    let alike = super::alike::line(conn, actor, &ui, &contact)?;
    let roles = contact_panel(conn, actor, &ui, &contact)?;
    let mut page = RecordPage::new::<Contacts>(ui, &contact, "contacts-title", facts);
    page.tags = tags;
    page.duplicates = alike;
    page.panels.push(roles);
    page.around = listing::around(conn, actor, list, page.ui.zone(), id)?;
    page.with_panels(conn, actor, panels, id.0)
}
