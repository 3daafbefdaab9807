//! Parts of the page after sign-in.

use super::names::Wanted;
use super::{pages, queries, words};
use crate::auth::{Channel, UserId};
use crate::db::Conn;
use crate::web::Shell;
use crate::web::list::{Condition, bounds};
use crate::web::view::Entry;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A record that somebody worked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Its name.
    pub title: String,
    /// Its page.
    pub href: String,
    /// When they last did something with it.
    pub at: NaiveDateTime,
}

/// The newest changes of records, on certain days and by one person where they are given, as sentences that lead to the
/// record, or to the change where the record is gone.
pub fn recent_entries(
    conn: &mut Conn,
    ui: &Shell,
    days: Option<&Condition>,
    person: Option<UserId>,
    limit: i64,
) -> QueryResult<Vec<Entry>> {
    let (from, before) = days.map_or((None, None), |days| bounds(days, ui.zone()));
    let operations = queries::newest(conn, (from, before), person, limit)?;
    let mut wanted = Wanted::default();
    operations.iter().for_each(|o| wanted.operation(o));
    let names = wanted.look_up(conn)?;
    let entry = |operation| {
        let (_, record) = super::listing::subject(&names, operation);
        let href = if record.is_empty() {
            pages::path(operation)
        } else {
            record
        };
        let mut entry = words::entry(ui, &names, operation, href);
        if operation.channel() == Some(Channel::Page) {
            entry.via.clear();
        }
        entry
    };
    Ok(operations.iter().map(entry).collect())
}

/// The living records that a person worked with last, each once.
pub fn touched_by(conn: &mut Conn, person: UserId, limit: usize) -> QueryResult<Vec<Touched>> {
    let operations = queries::newest_of(conn, person, 60)?;
    let mut wanted = Wanted::default();
    operations.iter().for_each(|o| wanted.operation(o));
    let names = wanted.look_up(conn)?;
    let mut touched: Vec<Touched> = Vec::new();
    for operation in &operations {
        let Some(subject) = operation.subject() else {
            continue;
        };
        let (title, href) = names.page(subject);
        if href.is_empty() || touched.iter().any(|t| t.href == href) {
            continue;
        }
        touched.push(Touched {
            title,
            href,
            at: operation.at,
        });
        if touched.len() == limit {
            break;
        }
    }
    Ok(touched)
}
