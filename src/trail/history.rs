//! The history of one record: who changed which field from what to what.

use super::names::{Names, Wanted};
use super::other_side::other_side;
use super::record_queries::{self, Place};
use super::undoing::Undoing;
use super::views::{HistoryPage, HistoryPanel};
use super::words;
use crate::audit::{Change, OperationId, OperationRow, Subject, SubjectType, merged_into};
use crate::auth::Actor;
use crate::db::Conn;
use crate::web::panels::On;
use crate::web::view::Entry;
use crate::web::{AppError, FormData, Shell};
use askama::Template;
use std::collections::HashMap;

/// Entries on the record's page and on a page of the whole history.
const ENTRIES: i64 = 20;
/// Changes read for a page; an operation that made more of one record shows the first and leads to the rest.
const CHANGES: i64 = 400;
/// Records shown of one operation.
const SHOWN: usize = 10;

/// The history panel of an account's page: what was done to it, its tags and the roles people have at it.
pub fn account_history(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    account: On<'_>,
) -> Result<String, AppError> {
    panel(conn, actor, ui, SubjectType::Account, account)
}

/// The history panel of a contact's page: what was done to it, its tags and its roles at accounts.
pub fn contact_history(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    contact: On<'_>,
) -> Result<String, AppError> {
    panel(conn, actor, ui, SubjectType::Contact, contact)
}

fn panel(
    conn: &mut Conn,
    _: &Actor,
    ui: &Shell,
    kind: SubjectType,
    on: On<'_>,
) -> Result<String, AppError> {
    // The page around it has read the record, and so knows that the actor may see it.
    let of = Record {
        subject: Subject::new(kind, on.id),
        name: on.name.to_owned(),
        is_living: true,
    };
    let page = read(conn, ui.clone(), &of, Place::First)?;
    Ok(HistoryPanel::from(page).render()?)
}

/// Whose history it is.
struct Record {
    subject: Subject,
    name: String,
    is_living: bool,
}

/// A page of the whole history of a record that the actor may see.
pub(super) fn whole(
    conn: &mut Conn,
    _: &Actor,
    ui: Shell,
    of: Subject,
    query: &FormData,
) -> Result<HistoryPage, AppError> {
    let of = named(conn, of)?;
    let place = place(query)?;
    let page = read(conn, ui, &of, place)?;
    let title = of.name;
    Ok(HistoryPage { title, ..page })
}

/// `older=7` and `newer=7` in an address.
pub(super) fn place(query: &FormData) -> Result<Place, AppError> {
    let broken = |_| AppError::BadRequest(crate::i18n::Message::new("errors-broken-address"));
    let id = |name: &str| query.get(name).parse::<i64>().map_err(broken);
    if query.has("older") {
        return Ok(Place::Older(id("older")?));
    }
    if query.has("newer") {
        return Ok(Place::Newer(id("newer")?));
    }
    Ok(Place::First)
}

/// The record. One shared register: every role sees every living record (`visible_to` of both slices).
fn named(conn: &mut Conn, subject: Subject) -> Result<Record, AppError> {
    let mut wanted = Wanted::default();
    wanted.subject(subject);
    let (name, page) = wanted.look_up(conn)?.title(subject);
    if name.is_empty() {
        return Err(AppError::NotFound);
    }
    let is_living = !page.is_empty();
    // The one that stays leads here.
    if !is_living && merged_into(conn, subject)?.is_none() {
        return Err(AppError::Gone);
    }
    Ok(Record {
        subject,
        name,
        is_living,
    })
}

fn read(conn: &mut Conn, ui: Shell, whose: &Record, place: Place) -> Result<HistoryPage, AppError> {
    let of = whose.subject;
    let mut ids = record_queries::history_ids(conn, of, place, ENTRIES)?;
    let more = ids.len() > usize::try_from(ENTRIES).unwrap_or_default();
    if more {
        match place {
            Place::Newer(_) => ids.remove(0),
            _ => ids.remove(ids.len() - 1),
        };
    }
    let (operations, undoing) = record_queries::operations_and_undos(conn, &ids)?;
    let changes = record_queries::changes_in(conn, of, &ids, CHANGES)?;
    let mut wanted = Wanted::default();
    undoing.want(&mut wanted);
    operations.iter().for_each(|o| wanted.operation(o));
    changes.iter().for_each(|c| wanted.change(c));
    wanted.but(of);
    let mut names = wanted.look_up(conn)?;
    names.know(of, &whose.name, whose.is_living);
    let (newer, older) = match place {
        Place::First => (false, more),
        Place::Older(_) => (true, more),
        Place::Newer(_) => (more, true),
    };
    let list = if of.kind == SubjectType::Account {
        "accounts"
    } else {
        "contacts"
    };
    let record = format!("/{list}/{}", of.id);
    let step = |there: bool, name: &str, id: Option<&OperationId>| {
        id.filter(|_| there)
            .map(|id| format!("{record}/history?{name}={id}"))
    };
    Ok(HistoryPage {
        newer: step(newer, "newer", ids.first()),
        older: step(older, "older", ids.last()),
        entries: entries(&ui, &names, of, &operations, changes, &undoing),
        title: String::new(),
        record,
        ui,
    })
}

fn entries(
    ui: &Shell,
    names: &Names,
    of: Subject,
    operations: &[OperationRow],
    changes: Vec<Change>,
    undoing: &Undoing,
) -> Vec<Entry> {
    let mut by_operation: HashMap<OperationId, Vec<Change>> = HashMap::new();
    for change in changes {
        by_operation
            .entry(change.operation_id)
            .or_default()
            .push(change);
    }
    operations
        .iter()
        .map(|operation| {
            let changes = by_operation.remove(&operation.id).unwrap_or_default();
            let href = super::pages::path(operation);
            let mut entry = words::entry(ui, names, operation, href);
            undoing.mark(ui, names, operation, &mut entry);
            let shown = changes.iter().take(SHOWN);
            entry.records = shown
                .map(|c| words::record(ui, names, c, Some(of)))
                .collect();
            entry
                .records
                .retain(|r| !r.title.is_empty() || !r.values.is_empty());
            entry.records.extend(other_side(ui, names, operation, of));
            if changes.len() > SHOWN {
                entry.more = ui
                    .t("audit-and-more")
                    .arg("n", changes.len() - SHOWN)
                    .to_string();
            }
            entry
        })
        .collect()
}
