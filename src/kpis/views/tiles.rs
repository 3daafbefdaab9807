//! KPIs at a glance, for the page after sign-in: those off target first, and the values that one owes.

use super::StandingView;
use crate::auth::{Actor, UserId};
use crate::db::Conn;
use crate::kpis::model::{Definition, DefinitionId, Scope};
use crate::kpis::queries::{self, Values};
use crate::kpis::standing::Standing;
use crate::web::{AppError, Shell};
use askama::Template;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Tiles shown on the page after sign-in; the list has all.
pub const GLANCE: usize = 8;
/// Periods of a tile's line.
const LINE: usize = 12;

/// Which KPIs are glanced at, and when.
#[derive(Clone, Copy, Debug)]
pub struct Glance {
    /// The day from which they are seen: what is over by then is shown.
    pub as_of: NaiveDate,
    /// Only those that this person is responsible for.
    pub owner: Option<UserId>,
    /// How many at most.
    pub limit: usize,
}

/// One KPI.
struct Tile {
    name: String,
    href: String,
    period: String,
    value: String,
    target: String,
    change: String,
    standing: Option<StandingView>,
    /// The line of the latest periods, as a path; empty with fewer than two values.
    line: String,
}

#[derive(Template)]
#[template(path = "kpis/tiles.html")]
struct Tiles<'a> {
    ui: &'a Shell,
    tiles: Vec<Tile>,
    /// How many KPIs there are.
    count: usize,
    /// "3 values missing that you are responsible for", and where they are entered.
    owed: Option<(String, String)>,
}

/// The part of the page after sign-in that is about KPIs; nothing where there are none. As many statements however many
/// KPIs there are.
pub fn tiles(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    glance: &Glance,
) -> Result<String, AppError> {
    let mut definitions = queries::all(conn, actor, None, false)?;
    definitions.retain(|d| {
        let is_theirs = glance.owner.is_none_or(|owner| d.owner_id == Some(owner));
        d.scope == Scope::Organisation && is_theirs
    });
    if definitions.is_empty() {
        return Ok(String::new());
    }
    let today = glance.as_of;
    let ids: Vec<DefinitionId> = definitions.iter().map(|d| d.id).collect();
    let days: Vec<NaiveDate> = definitions
        .iter()
        .map(|d| d.latest_over(today).start())
        .collect();
    let (values, targets) = queries::on_days(conn, &ids, &days)?;
    let stand = |definition: &Definition| {
        let key = (definition.id, definition.latest_over(today).start());
        let value = values.get(&key)?.value?;
        Some(Standing::of(definition, value, *targets.get(&key)?))
    };
    let mut shown: Vec<&Definition> = definitions.iter().collect();
    // Red, amber, green, then those that cannot be judged; by name within each.
    shown.sort_by_key(|definition| Reverse(stand(definition)));
    shown.truncate(glance.limit);
    let recent = recent(conn, &shown, today)?;
    let tile = |definition: &&Definition| {
        let key = (definition.id, definition.latest_over(today).start());
        let target = targets.get(&key).copied();
        Tile::new(ui, definition, &recent, target, stand(definition), today)
    };
    let tiles = shown.iter().map(tile).collect();
    let owed = owed(conn, actor, ui, &definitions, today)?;
    Ok(Tiles {
        ui,
        tiles,
        count: definitions.len(),
        owed,
    }
    .render()?)
}

/// The latest values of these KPIs, of as many periods as a line shows.
fn recent(conn: &mut Conn, shown: &[&Definition], today: NaiveDate) -> Result<Values, AppError> {
    let ids: Vec<DefinitionId> = shown.iter().map(|d| d.id).collect();
    let from = shown
        .iter()
        .map(|d| d.latest_over(today).back(LINE - 1).start())
        .min();
    Ok(queries::values(conn, &ids, from.unwrap_or(today), today)?)
}

/// What the person should have entered.
fn owed(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    definitions: &[Definition],
    today: NaiveDate,
) -> Result<Option<(String, String)>, AppError> {
    let own = |d: &&Definition| d.owner_id.is_some() && d.owner_id == actor.user_id;
    let own: Vec<Definition> = definitions.iter().filter(own).cloned().collect();
    if own.is_empty() {
        return Ok(None);
    }
    let missing = queries::missing(conn, &own, today)?;
    let lacking = own
        .iter()
        .find(|d| missing.get(&d.id).is_some_and(|n| *n > 0));
    let count: usize = missing.values().sum();
    Ok(lacking.map(|definition| {
        let text = ui.t("kpis-owed").arg("n", count).to_string();
        (
            text,
            format!("/kpis/missing?owner={}&until={today}", me(definition)),
        )
    }))
}

/// Who is responsible, as an address says it.
fn me(definition: &Definition) -> String {
    definition
        .owner_id
        .map(|id| id.to_string())
        .unwrap_or_default()
}

impl Tile {
    fn new(
        ui: &Shell,
        definition: &Definition,
        recent: &Values,
        target: Option<crate::kpis::Decimal>,
        standing: Option<Standing>,
        today: NaiveDate,
    ) -> Self {
        let period = definition.latest_over(today);
        let at = |period: crate::kpis::Period| recent.get(&(definition.id, period.start()))?.value;
        let show = |number| definition.show(ui.lang, number);
        let change = at(period)
            .zip(at(period.previous()))
            .map(|(now, before)| now - before);
        let line: Vec<_> = (0..LINE)
            .rev()
            .map(|steps| at(period.back(steps)))
            .collect();
        Self {
            name: definition.name.clone(),
            href: format!("{}?period={period}", definition.path()),
            period: period.words(ui.lang),
            value: at(period).map(show).unwrap_or_default(),
            target: target.map(show).unwrap_or_default(),
            change: change
                .map(|c| definition.show_change(ui.lang, c))
                .unwrap_or_default(),
            standing: standing.map(|standing| StandingView::new(ui, standing)),
            line: crate::kpis::chart::sparkline(&line),
        }
    }
}
