//! The page itself, and its tiles that are asked for later.

use crate::auth::permissions::ReadRecords;
use crate::auth::{Actor, May, people};
use crate::dashboard::asked::{self, Asked};
use crate::dashboard::layout::Tile;
use crate::dashboard::queries;
use crate::dashboard::tiles::{self, Reading};
use crate::dashboard::views::{HomePage, StartPage, TilePage, TileView};
use crate::db::Conn;
use crate::web::{AppError, FormData, Shell, State, Wants, page, page_or_block};
use crate::{demo, kpis, settings};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;

enum Home {
    Filled(Box<HomePage>),
    Empty(Box<StartPage>),
}

/// `GET /?period=2026-09&owner=12`; visitors are led to the sign-in page by `May`.
pub(super) async fn index(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let May {
        actor,
        identity,
        ui,
        ..
    } = who;
    let (name, now) = (identity.name, state.clock.now());
    let home = state
        .db
        .run(move |conn| load(conn, &actor, ui, name, &query, now))
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
    query: &FormData,
    now: NaiveDateTime,
) -> Result<Home, AppError> {
    let waiting = match ui.can.manage_people {
        true => queries::waiting(conn)?,
        false => 0,
    };
    let (accounts, contacts) = queries::counts(conn, actor)?;
    if accounts.rows == 0 && contacts.rows == 0 && !kpis::queries::are_any(conn, actor)? {
        return Ok(Home::Empty(Box::new(StartPage { ui, name, waiting })));
    }
    let asked = Asked::parse(query, settings::queries::load(conn)?.today(now));
    let layout = queries::layout(conn, actor.user_id, actor.role)?;
    let reading = Reading {
        actor,
        ui: &ui,
        asked: &asked,
        now,
        counts: Some((accounts, contacts)),
    };
    let mut shown = Vec::new();
    for placed in layout.shown() {
        let markup = tiles::first(conn, &reading, placed)?;
        if !markup.is_empty() {
            shown.push(TileView {
                code: placed.tile.code(),
                size: placed.size.code(),
                markup,
            });
        }
    }
    Ok(Home::Filled(Box::new(HomePage {
        tiles: shown,
        filter: asked.form(),
        periods: asked.periods(&ui),
        people: asked::people(&people::owners(conn)?),
        is_narrowed: !asked.query().is_empty(),
        has_demo_data: ui.can.import_records && demo::is_filled(conn)?,
        name,
        waiting,
        ui,
    })))
}

/// `GET /dashboards/tiles/{tile}`: a tile that is asked for once the page is there.
pub(super) async fn tile(
    state: Data<State>,
    who: May<ReadRecords>,
    code: Path<String>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let tile = Tile::parse(&code)
        .filter(|tile| tile.is_for(who.actor.role))
        .ok_or(AppError::NotFound)?;
    let query = FormData::parse(req.query_string().as_bytes());
    let now = state.clock.now();
    let shown = state.db.run(move |conn| {
        let asked = Asked::parse(&query, settings::queries::load(conn)?.today(now));
        let reading = Reading {
            actor: &who.actor,
            ui: &who.ui,
            asked: &asked,
            now,
            counts: None,
        };
        let markup = tiles::markup(conn, &reading, tile)?;
        Ok::<_, AppError>(TilePage {
            ui: who.ui,
            title: tile.label(),
            markup,
        })
    });
    let shown = shown.await?;
    page_or_block(wants, &shown, &shown.as_tile())
}
