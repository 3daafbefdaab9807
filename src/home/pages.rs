//! Handlers of the page after sign-in.

use super::queries;
use super::views::{HomePage, StartPage};
use crate::auth::permissions::ReadRecords;
use crate::auth::{Actor, May, UserId};
use crate::db::Conn;
use crate::web::routes::route;
use crate::web::{AppError, Shell, State, page};
use crate::{demo, kpis, trail};
use actix_web::HttpResponse;
use actix_web::web::{Data, ServiceConfig};
use chrono::NaiveDateTime;

/// Its address.
pub fn routes(config: &mut ServiceConfig) {
    route("/").get(index).on(config);
}

/// Rows of each list.
const ROWS: usize = 10;

enum Home {
    Filled(Box<HomePage>),
    Empty(Box<StartPage>),
}

/// `GET /`; visitors are led to the sign-in page by `May`.
async fn index(state: Data<State>, who: May<ReadRecords>) -> Result<HttpResponse, AppError> {
    let May {
        actor,
        identity,
        ui,
        ..
    } = who;
    let (name, person, now) = (identity.name, identity.user_id, state.clock.now());
    let home = state
        .db
        .run(move |conn| load(conn, &actor, ui, name, person, now))
        .await?;
    match home {
        Home::Filled(home) => page(&*home),
        Home::Empty(start) => page(&*start),
    }
}

fn load(
    conn: &mut Conn,
    actor: &Actor,
    ui: Shell,
    name: String,
    person: UserId,
    now: NaiveDateTime,
) -> Result<Home, AppError> {
    let (accounts, contacts) = queries::counts(conn, actor)?;
    let waiting = if ui.can.manage_people {
        queries::waiting(conn)?
    } else {
        0
    };
    let kpis = kpis::tiles(conn, actor, &ui, now)?;
    if accounts.rows == 0 && contacts.rows == 0 && kpis.is_empty() {
        return Ok(Home::Empty(Box::new(StartPage { ui, name, waiting })));
    }
    let rows = i64::try_from(ROWS).unwrap_or_default();
    let (touched, recent) = trail::touched_and_recent(conn, &ui, person, ROWS)?;
    Ok(Home::Filled(Box::new(HomePage {
        panels: vec![kpis],
        own: queries::own_accounts(conn, actor, rows)?,
        own_href: format!("/accounts?owner={person}&sort=updated_at&dir=desc"),
        touched,
        recent,
        has_demo_data: ui.can.import_records && demo::is_filled(conn)?,
        name,
        accounts,
        contacts,
        waiting,
        ui,
    })))
}
