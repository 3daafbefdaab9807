//! The tiles: each reads what it shows and gives markup.

mod accounts;
mod operation;
mod team;

use super::asked::Asked;
use super::layout::{Placed, Tile};
use super::queries;
use crate::auth::{Actor, Role};
use crate::db::Conn;
use crate::db::counting::Count;
use crate::kpis;
use crate::trail::{self, Touched};
use crate::web::view::Entry;
use crate::web::{AppError, Shell};
use askama::Template;
use chrono::NaiveDateTime;

/// Rows of each list.
pub(super) const ROWS: i64 = 10;

/// For whom, and about what.
pub struct Reading<'a> {
    /// Who reads.
    pub actor: &'a Actor,
    /// In their language.
    pub ui: &'a Shell,
    /// The period and person that the address chose.
    pub asked: &'a Asked,
    /// Now.
    pub now: NaiveDateTime,
    /// How many accounts and contacts there are, where that has been counted already.
    pub counts: Option<(Count, Count)>,
}

impl Reading<'_> {
    /// Whether the page is about one's own records rather than another person's.
    fn is_own(&self) -> bool {
        self.asked.owner.is_none() || self.asked.owner == self.actor.user_id
    }
}

#[derive(Template)]
#[template(path = "dashboard/later.html")]
struct Later<'a> {
    ui: &'a Shell,
    tile: Tile,
    href: String,
}

#[derive(Template)]
#[template(path = "dashboard/touched.html")]
struct TouchedTile<'a> {
    ui: &'a Shell,
    touched: Vec<Touched>,
}

#[derive(Template)]
#[template(path = "dashboard/recent.html")]
struct RecentTile<'a> {
    ui: &'a Shell,
    recent: Vec<Entry>,
    href: String,
}

#[derive(Template)]
#[template(path = "dashboard/registers.html")]
struct Registers<'a> {
    ui: &'a Shell,
    accounts: Count,
    contacts: Count,
}

/// What a tile shows at first: itself, or where it comes from once the page is there.
pub fn first(conn: &mut Conn, reading: &Reading<'_>, placed: &Placed) -> Result<String, AppError> {
    if !placed.tile.is_slow() {
        return markup(conn, reading, placed.tile);
    }
    let href = format!(
        "/dashboards/tiles/{}{}",
        placed.tile.code(),
        reading.asked.query()
    );
    let later = Later {
        ui: reading.ui,
        tile: placed.tile,
        href,
    };
    Ok(later.render()?)
}

/// The markup of a tile.
pub fn markup(conn: &mut Conn, reading: &Reading<'_>, tile: Tile) -> Result<String, AppError> {
    let (actor, ui, asked) = (reading.actor, reading.ui, reading.asked);
    match tile {
        Tile::Kpis => {
            let glance = kpis::Glance {
                as_of: asked.as_of(),
                owner: asked.owner,
                limit: kpis::GLANCE,
            };
            kpis::tiles(conn, actor, ui, &glance)
        }
        Tile::Missing => {
            // Managers are told of everybody's, others of their own.
            let owner = match actor.role >= Role::Manager {
                true => asked.owner,
                false => asked.person(actor),
            };
            kpis::missing_tile(conn, actor, ui, asked.as_of(), owner)
        }
        Tile::Attention => accounts::attention(conn, reading),
        Tile::Own => accounts::own(conn, reading),
        Tile::Growth => accounts::growth(conn, reading),
        Tile::Team => team::team(conn, reading),
        Tile::SignIns => operation::sign_ins(conn, reading),
        Tile::Jobs => operation::jobs(conn, reading),
        Tile::System => operation::system(conn, reading),
        Tile::Touched => touched(conn, reading),
        Tile::Recent => recent(conn, reading),
        Tile::Registers => {
            let (accounts, contacts) = match reading.counts {
                Some(counts) => counts,
                None => queries::counts(conn, actor)?,
            };
            Ok(Registers {
                ui,
                accounts,
                contacts,
            }
            .render()?)
        }
    }
}

fn touched(conn: &mut Conn, reading: &Reading<'_>) -> Result<String, AppError> {
    let rows = usize::try_from(ROWS).unwrap_or_default();
    let touched = match reading.actor.user_id {
        Some(me) => trail::touched_by(conn, me, rows)?,
        None => Vec::new(),
    };
    let ui = reading.ui;
    Ok(TouchedTile { ui, touched }.render()?)
}

/// What happened last: in the chosen period, by the chosen person.
fn recent(conn: &mut Conn, reading: &Reading<'_>) -> Result<String, AppError> {
    let (ui, asked) = (reading.ui, reading.asked);
    let days = asked.period.map(|_| asked.in_days());
    let recent = trail::recent_entries(conn, ui, days.as_ref(), asked.owner, ROWS)?;
    Ok(RecentTile {
        ui,
        recent,
        href: team::changes(asked, asked.owner, days.is_some()),
    }
    .render()?)
}

impl Registers<'_> {
    fn accounts_text(&self) -> String {
        counted(
            self.ui,
            self.accounts,
            "dashboard-accounts",
            "dashboard-accounts-more",
        )
    }

    fn contacts_text(&self) -> String {
        counted(
            self.ui,
            self.contacts,
            "dashboard-contacts",
            "dashboard-contacts-more",
        )
    }
}

fn counted(ui: &Shell, count: Count, exact: &str, more: &str) -> String {
    let key = if count.more { more } else { exact };
    ui.t(key).arg("n", count.rows).to_string()
}
