//! What an admin keeps an eye on: sign-ins that failed, work in the background, the program and its database.

use super::team::{days, moments};
use super::{ROWS, Reading};
use crate::dashboard::queries::{self, Trouble};
use crate::db::Conn;
use crate::web::{AppError, Shell};
use askama::Template;

#[derive(Template)]
#[template(path = "dashboard/sign_ins.html")]
struct SignIns<'a> {
    ui: &'a Shell,
    count: i64,
    href: String,
    days: String,
}

#[derive(Template)]
#[template(path = "dashboard/jobs.html")]
struct Jobs<'a> {
    ui: &'a Shell,
    waiting: i64,
    running: i64,
    troubles: Vec<Trouble>,
}

#[derive(Template)]
#[template(path = "dashboard/system.html")]
struct System<'a> {
    ui: &'a Shell,
    database: String,
    is_current: bool,
}

pub(super) fn sign_ins(conn: &mut Conn, reading: &Reading<'_>) -> Result<String, AppError> {
    let (from, to) = reading.asked.days();
    Ok(SignIns {
        ui: reading.ui,
        count: queries::failures(conn, moments(reading))?,
        href: format!("/audit?at.from={from}&at.to={to}&kind=session.failure"),
        days: days(reading),
    }
    .render()?)
}

pub(super) fn jobs(conn: &mut Conn, reading: &Reading<'_>) -> Result<String, AppError> {
    let (waiting, running, troubles) = queries::jobs(conn, reading.now, ROWS)?;
    Ok(Jobs {
        ui: reading.ui,
        waiting,
        running,
        troubles,
    }
    .render()?)
}

pub(super) fn system(conn: &mut Conn, reading: &Reading<'_>) -> Result<String, AppError> {
    let (database, is_current) = queries::database(conn)?;
    Ok(System {
        ui: reading.ui,
        database,
        is_current,
    }
    .render()?)
}
