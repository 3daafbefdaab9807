//! Values that are missing: how many by who is responsible, and each of them.

use crate::auth::people::{self, owner_name};
use crate::auth::{Actor, UserId};
use crate::db::Conn;
use crate::kpis::model::Definition;
use crate::kpis::queries;
use crate::web::{AppError, Shell};
use askama::Template;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One missing value: its cell.
pub(in crate::kpis) struct Lack {
    pub name: String,
    pub period: String,
    pub href: String,
    pub owner: String,
}

#[derive(Template)]
#[template(path = "kpis/missing.html")]
pub(in crate::kpis) struct MissingPage {
    pub ui: Shell,
    pub lacks: Vec<Lack>,
    /// How many there are in all; more than are shown.
    pub count: usize,
}

impl MissingPage {
    fn more(&self) -> bool {
        self.count > self.lacks.len()
    }
}

/// How many values one person owes.
struct Owed {
    owner: String,
    count: usize,
    href: String,
}

#[derive(Template)]
#[template(path = "kpis/missing_tile.html")]
struct MissingTile<'a> {
    ui: &'a Shell,
    owed: Vec<Owed>,
    count: usize,
    /// All of them.
    href: String,
}

/// The organisation's KPIs that somebody enters, of one owner if one is given.
pub(in crate::kpis) fn entered(
    conn: &mut Conn,
    actor: &Actor,
    owner: Option<UserId>,
) -> Result<Vec<Definition>, AppError> {
    let mut all = queries::all(conn, actor, None, false)?;
    all.retain(|d| d.is_in_grid() && owner.is_none_or(|owner| d.owner_id == Some(owner)));
    Ok(all)
}

/// Missing values by who is responsible, as they were seen on a day: a tile of the page after sign-in. Nothing where
/// there are no KPIs to enter. Three statements.
pub fn missing_tile(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    as_of: NaiveDate,
    owner: Option<UserId>,
) -> Result<String, AppError> {
    let definitions = entered(conn, actor, owner)?;
    if definitions.is_empty() {
        return Ok(String::new());
    }
    let counts = queries::missing(conn, &definitions, as_of)?;
    let mut by_owner: BTreeMap<Option<UserId>, usize> = BTreeMap::new();
    for definition in &definitions {
        let count = counts.get(&definition.id).copied().unwrap_or_default();
        *by_owner.entry(definition.owner_id).or_default() += count;
    }
    let names = people::owners(conn)?;
    let mut owed: Vec<Owed> = by_owner
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| Owed {
            owner: match id {
                Some(_) => owner_name(&names, id),
                None => ui.t("kpis-nobody").to_string(),
            },
            count,
            href: match id {
                Some(id) => format!("/kpis/missing?owner={id}&until={as_of}"),
                None => format!("/kpis/missing?owner=none&until={as_of}"),
            },
        })
        .collect();
    owed.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.owner.cmp(&b.owner)));
    let count = owed.iter().map(|one| one.count).sum();
    let href = format!("/kpis/missing?until={as_of}");
    Ok(MissingTile {
        ui,
        owed,
        count,
        href,
    }
    .render()?)
}
