//! Handlers of the page after sign-in.

use super::queries;
use super::views::{HomePage, StartPage};
use crate::auth::permissions::ReadRecords;
use crate::auth::{Actor, May, UserId};
use crate::db::Conn;
use crate::web::routes::route;
use crate::web::{AppError, Shell, State, page};
use crate::{demo, trail};
use actix_web::HttpResponse;
use actix_web::web::{Data, ServiceConfig};

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
    let (name, person) = (identity.name, identity.user_id);
    let home = state
        .db
        .run(move |conn| load(conn, &actor, ui, name, person))
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
) -> Result<Home, AppError> {
    let (accounts, contacts) = queries::counts(conn, actor)?;
    let waiting = if ui.can.manage_people {
        queries::waiting(conn)?
    } else {
        0
    };
    if accounts.rows == 0 && contacts.rows == 0 {
        return Ok(Home::Empty(Box::new(StartPage { ui, name, waiting })));
    }
    let rows = i64::try_from(ROWS).unwrap_or_default();
    Ok(Home::Filled(Box::new(HomePage {
        own: queries::own_accounts(conn, actor, rows)?,
        own_href: format!("/accounts?owner={person}&sort=updated_at&dir=desc"),
        touched: trail::touched_by(conn, person, ROWS)?,
        recent: trail::recent_entries(conn, &ui, rows)?,
        has_demo_data: ui.can.import_records && demo::is_filled(conn)?,
        name,
        accounts,
        contacts,
        waiting,
        ui,
    })))
}
