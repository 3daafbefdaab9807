//! The trash as a page.

use super::deleters;
use super::listing::{self, PAGE, Query, cursor};
use crate::audit::{Obstacle, SubjectType};
use crate::db::Conn;
use crate::trail::{Wanted, who};
use crate::undo::{Row as ObstacleRow, obstacle_rows};
use crate::web::{AppError, Shell};
use askama::Template;
use chrono::{NaiveDateTime, TimeDelta};

/// One deleted record.
pub(super) struct Row {
    /// `account-7`
    pub key: String,
    pub name: String,
    /// The catalogue's key of its kind.
    pub kind: &'static str,
    pub href: String,
    pub deleted_at: NaiveDateTime,
    pub who: String,
    /// How many days are left.
    pub days: i64,
    pub is_chosen: bool,
}

/// `GET /trash`, and the same again when something is in the way of restoring.
#[derive(Template)]
#[template(path = "trash/index.html")]
pub(super) struct TrashPage {
    pub ui: Shell,
    pub rows: Vec<Row>,
    pub kind: &'static str,
    pub text: String,
    pub next: Option<String>,
    pub is_first: bool,
    pub obstacles: Vec<ObstacleRow>,
    pub days: i32,
}

impl TrashPage {
    fn kinds(&self) -> [(&'static str, &'static str); 3] {
        [
            ("", "trash-all"),
            ("account", "nav-accounts"),
            ("contact", "nav-contacts"),
        ]
    }
}

/// Everything the page shows; the statements do not grow with the rows.
pub(super) fn load(
    conn: &mut Conn,
    ui: Shell,
    query: &Query,
    (now, days): (NaiveDateTime, i32),
    (chosen, obstacles): (&[String], &[Obstacle]),
) -> Result<TrashPage, AppError> {
    let mut rows = listing::rows(conn, query)?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let deleters = deleters::of(conn, rows.iter().map(|row| row.subject))?;
    let mut wanted = Wanted::default();
    deleters
        .values()
        .for_each(|operation| wanted.operation(operation));
    let names = wanted.look_up(conn)?;
    let kind = query.kind.map(SubjectType::code).unwrap_or_default();
    let address = |row: &listing::Row| {
        let mut address = url::form_urlencoded::Serializer::new("/trash?".to_owned());
        for (name, value) in [("kind", kind), ("q", query.text.as_str())] {
            if !value.is_empty() {
                address.append_pair(name, value);
            }
        }
        address.append_pair("after", &cursor(row)).finish()
    };
    Ok(TrashPage {
        next: rows.last().filter(|_| more).map(address),
        rows: rows
            .iter()
            .map(|row| {
                let key = format!("{}-{}", row.subject.kind, row.subject.id);
                let left = row.deleted_at + TimeDelta::days(i64::from(days)) - now;
                Row {
                    name: row.name.clone(),
                    kind: kind_label(row.subject.kind),
                    href: format!("/{}s/{}", row.subject.kind, row.subject.id),
                    deleted_at: row.deleted_at,
                    who: deleters
                        .get(&row.subject)
                        .map(|operation| who(&ui, &names, operation))
                        .unwrap_or_default(),
                    days: left.num_days().max(0),
                    is_chosen: chosen.contains(&key),
                    key,
                }
            })
            .collect(),
        obstacles: obstacle_rows(conn, &ui, obstacles)?,
        kind,
        text: query.text.clone(),
        is_first: query.after.is_none(),
        days,
        ui,
    })
}

fn kind_label(kind: SubjectType) -> &'static str {
    match kind {
        SubjectType::Account => "trash-kind-account",
        _ => "trash-kind-contact",
    }
}
