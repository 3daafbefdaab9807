//! Tiles about accounts: one's own, what they lack, how many are new. Each count is that of the list it leads to.

use super::{ROWS, Reading};
use crate::accounts::model::AccountRow;
use crate::dashboard::queries;
use crate::db::Conn;
use crate::kpis::{Cadence, Period, counting};
use crate::web::{AppError, Shell};
use askama::Template;
use chrono::Days;

/// Months shown.
const MONTHS: usize = 12;
/// An account that nobody has touched for this long is looked at again.
const STILL: u64 = 180;

/// A number that leads to its rows.
pub(super) struct Counted {
    /// What is counted.
    pub label: String,
    /// How many.
    pub count: i64,
    /// The list of them.
    pub href: String,
}

#[derive(Template)]
#[template(path = "dashboard/attention.html")]
struct Attention<'a> {
    ui: &'a Shell,
    lines: Vec<Counted>,
    is_own: bool,
}

#[derive(Template)]
#[template(path = "dashboard/own.html")]
struct Own<'a> {
    ui: &'a Shell,
    own: Vec<AccountRow>,
    href: String,
    is_own: bool,
}

#[derive(Template)]
#[template(path = "dashboard/growth.html")]
struct Growth<'a> {
    ui: &'a Shell,
    months: Vec<Counted>,
    most: i64,
}

impl Growth<'_> {
    /// What a full bar stands for; a bar of nothing needs a top too.
    fn top(&self) -> i64 {
        self.most.max(1)
    }
}

fn counted(
    conn: &mut Conn,
    reading: &Reading<'_>,
    label: String,
    address: &str,
) -> Result<Counted, AppError> {
    let list = counting::read(address).map_err(AppError::BadRequest)?;
    Ok(Counted {
        label,
        count: counting::count(conn, &list, reading.ui.zone())?,
        href: list.path(),
    })
}

/// What the person's accounts lack.
pub(super) fn attention(conn: &mut Conn, reading: &Reading<'_>) -> Result<String, AppError> {
    let ui = reading.ui;
    let mut lines = Vec::new();
    if let Some(person) = reading.asked.person(reading.actor) {
        let today = reading.asked.today;
        let still = today.checked_sub_days(Days::new(STILL)).unwrap_or(today);
        let living = "status=active&status=prospect";
        for (key, filter) in [
            ("dashboard-lacks-email", "email.is=empty".to_owned()),
            ("dashboard-lacks-phone", "phone.is=empty".to_owned()),
            ("dashboard-still", format!("updated_at.to={still}")),
        ] {
            let address = format!("/accounts?owner={person}&{living}&{filter}");
            lines.push(counted(conn, reading, ui.t(key).to_string(), &address)?);
        }
    }
    lines.retain(|line| line.count > 0);
    let is_own = reading.is_own();
    Ok(Attention { ui, lines, is_own }.render()?)
}

/// The person's accounts, latest changed first.
pub(super) fn own(conn: &mut Conn, reading: &Reading<'_>) -> Result<String, AppError> {
    let person = reading.asked.person(reading.actor);
    let id = person.map(|id| id.to_string()).unwrap_or_default();
    Ok(Own {
        ui: reading.ui,
        own: queries::own_accounts(conn, reading.actor, person, ROWS)?,
        href: format!("/accounts?owner={id}&sort=updated_at&dir=desc"),
        is_own: reading.is_own(),
    }
    .render()?)
}

/// How many accounts were added in each of twelve months, the chosen period's last.
pub(super) fn growth(conn: &mut Conn, reading: &Reading<'_>) -> Result<String, AppError> {
    let (ui, asked) = (reading.ui, reading.asked);
    let last = Period::containing(Cadence::Month, asked.days().1.min(asked.today));
    let owner = asked
        .owner
        .map(|id| format!("owner={id}&"))
        .unwrap_or_default();
    let mut months = Vec::new();
    for month in Period::range(last.back(MONTHS - 1), last, MONTHS) {
        let address = format!(
            "/accounts?{owner}created_at.from={}&created_at.to={}",
            month.start(),
            month.end()
        );
        months.push(counted(conn, reading, month.short(ui.lang), &address)?);
    }
    let most = months
        .iter()
        .map(|month| month.count)
        .max()
        .unwrap_or_default();
    Ok(Growth { ui, months, most }.render()?)
}
