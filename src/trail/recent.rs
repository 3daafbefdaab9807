//! Parts of the page after sign-in.

use super::names::{Names, Wanted};
use super::{pages, queries, words};
use crate::audit::OperationRow;
use crate::auth::{Channel, UserId};
use crate::db::Conn;
use crate::web::Shell;
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

/// The living records that a person worked with last, each once, and the newest changes of records by anybody, as
/// sentences that lead to the record, or to the change where the record is gone. What both name is looked up together.
pub fn touched_and_recent(
    conn: &mut Conn,
    ui: &Shell,
    person: UserId,
    limit: usize,
) -> QueryResult<(Vec<Touched>, Vec<Entry>)> {
    let own = queries::newest_of(conn, person, 60)?;
    let newest = queries::newest(conn, i64::try_from(limit).unwrap_or_default())?;
    let mut wanted = Wanted::default();
    own.iter().chain(&newest).for_each(|o| wanted.operation(o));
    let names = wanted.look_up(conn)?;
    let recent = newest.iter().map(|o| recent_entry(ui, &names, o)).collect();
    Ok((touched(&own, &names, limit), recent))
}

fn recent_entry(ui: &Shell, names: &Names, operation: &OperationRow) -> Entry {
    let (_, record) = super::listing::subject(names, operation);
    let href = if record.is_empty() {
        pages::path(operation)
    } else {
        record
    };
    let mut entry = words::entry(ui, names, operation, href);
    if operation.channel() == Some(Channel::Page) {
        entry.via.clear();
    }
    entry
}

fn touched(operations: &[OperationRow], names: &Names, limit: usize) -> Vec<Touched> {
    let mut touched: Vec<Touched> = Vec::new();
    for operation in operations {
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
    touched
}
