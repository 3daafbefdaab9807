//! What each person did.

use super::Reading;
use crate::auth::UserId;
use crate::dashboard::asked::Asked;
use crate::dashboard::queries;
use crate::db::Conn;
use crate::web::list::bounds;
use crate::web::{AppError, Shell};
use askama::Template;
use chrono::NaiveDateTime;

/// One person.
struct Member {
    name: String,
    count: i64,
    href: String,
}

#[derive(Template)]
#[template(path = "dashboard/team.html")]
struct Team<'a> {
    ui: &'a Shell,
    members: Vec<Member>,
    most: i64,
    /// The days counted, in words.
    days: String,
}

/// The list of changes in the page's days, if they are asked for, by a person, if one is.
pub(super) fn changes(asked: &Asked, person: Option<UserId>, in_days: bool) -> String {
    let (from, to) = asked.days();
    let days = in_days.then(|| format!("at.from={from}&at.to={to}"));
    let who = person.map(|id| format!("who={id}"));
    let both: Vec<String> = who.into_iter().chain(days).collect();
    match both.is_empty() {
        true => "/changes".to_owned(),
        false => format!("/changes?{}", both.join("&")),
    }
}

/// The moments between which the page's days lie for the reader.
pub(super) fn moments(reading: &Reading<'_>) -> (NaiveDateTime, NaiveDateTime) {
    let (from, before) = bounds(&reading.asked.in_days(), reading.ui.zone());
    (from.unwrap_or_default(), before.unwrap_or(reading.now))
}

/// The days that the page is about, in words.
pub(super) fn days(reading: &Reading<'_>) -> String {
    match reading.asked.period {
        Some(period) => period.words(reading.ui.lang),
        None => reading.ui.t("dashboard-lately").to_string(),
    }
}

/// How many changes of records each person made.
pub(super) fn team(conn: &mut Conn, reading: &Reading<'_>) -> Result<String, AppError> {
    let asked = reading.asked;
    let rows = queries::activity(conn, moments(reading), asked.owner)?;
    let members: Vec<Member> = rows
        .into_iter()
        .map(|(id, name, count)| Member {
            name,
            count,
            href: changes(asked, Some(id), true),
        })
        .collect();
    Ok(Team {
        ui: reading.ui,
        most: members
            .iter()
            .map(|member| member.count)
            .max()
            .unwrap_or_default(),
        members,
        days: days(reading),
    }
    .render()?)
}
