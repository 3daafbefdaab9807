//! What is in the way of an undo, in words.

use super::chosen;
use crate::audit::{Obstacle, OperationId, OperationRow, Reason, Subject};
use crate::db::Conn;
use crate::schema::operations;
use crate::trail::{Names, Wanted, label, sentence, shown, who};
use crate::web::Shell;
use askama::Template;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// One thing in the way.
pub(crate) struct Row {
    /// The record: name and page.
    pub record: (String, String),
    /// The field's label; empty for the record itself.
    pub field: String,
    /// What the operation made of it.
    pub made: String,
    /// What it is now.
    pub now: String,
    /// Whether those two say something.
    pub has_values: bool,
    /// Why.
    pub reason: String,
    /// The other record: name and page.
    pub other: (String, String),
    /// Who changed it since: the sentence, its page and when.
    pub by: Option<(String, String, NaiveDateTime)>,
    /// Where a person may put it back all the same.
    pub choice: Option<Choice>,
}

/// Keep what a field is now, or put back what it was.
pub(crate) struct Choice {
    /// What it is called in the form, also the id of the group.
    pub name: String,
    /// What the form sends to put it back.
    pub value: i64,
    /// What it would be again.
    pub was: String,
}

/// `POST /changes/{id}/undo` when something is in the way.
#[derive(Template)]
#[template(path = "undo/blocked.html")]
pub(super) struct BlockedPage {
    pub ui: Shell,
    /// What was to be undone.
    pub sentence: String,
    pub rows: Vec<Row>,
    /// How many things are in the way and not shown.
    pub more: usize,
    /// Where "undo the rest" posts to; empty if there is neither a rest nor a choice.
    pub rest: String,
    /// Whether there is a choice.
    pub can_choose: bool,
    /// The page of the operation.
    pub href: String,
}

/// Puts obstacles into words: one statement for each kind of thing they name.
pub(crate) fn rows(conn: &mut Conn, ui: &Shell, obstacles: &[Obstacle]) -> QueryResult<Vec<Row>> {
    let ids: BTreeSet<OperationId> = obstacles.iter().filter_map(|o| o.by).collect();
    let by: Vec<OperationRow> = match ids.is_empty() {
        true => Vec::new(),
        false => operations::table
            .filter(operations::id.eq_any(ids))
            .select(OperationRow::as_select())
            .load(conn)?,
    };
    let mut wanted = Wanted::default();
    by.iter().for_each(|operation| wanted.operation(operation));
    for obstacle in obstacles {
        wanted.subject(obstacle.subject);
        obstacle
            .other
            .iter()
            .for_each(|other| wanted.subject(*other));
        wanted.value(&obstacle.field, &obstacle.made);
        wanted.value(&obstacle.field, &obstacle.now);
        obstacle
            .was
            .iter()
            .for_each(|was| wanted.value(&obstacle.field, was));
    }
    let names = wanted.look_up(conn)?;
    let by: HashMap<OperationId, OperationRow> = by.into_iter().map(|row| (row.id, row)).collect();
    Ok(obstacles.iter().map(|o| row(ui, &names, &by, o)).collect())
}

fn row(
    ui: &Shell,
    names: &Names,
    by: &HashMap<OperationId, OperationRow>,
    obstacle: &Obstacle,
) -> Row {
    let kind = Some(obstacle.subject.kind);
    let value = |value| shown(ui, names, kind, &obstacle.field, Some(value));
    let (made, now) = (value(&obstacle.made), value(&obstacle.now));
    let by = obstacle.by.and_then(|id| by.get(&id)).map(|operation| {
        let said = format!("{} {}", who(ui, names, operation), sentence(ui, operation));
        (said, format!("/changes/{}", operation.id), operation.at)
    });
    Row {
        record: named(names, obstacle.subject),
        field: match obstacle.field.as_str() {
            "" => String::new(),
            field => label(ui, kind, field),
        },
        has_values: obstacle.reason == Reason::Changed && made != now,
        made,
        now,
        reason: ui.t(reason(obstacle.reason)).to_string(),
        other: obstacle.other.map(|o| named(names, o)).unwrap_or_default(),
        by,
        choice: obstacle.was.as_ref().map(|was| Choice {
            name: chosen::field_name(obstacle.subject, &obstacle.field),
            value: chosen::value(obstacle.by),
            was: value(was),
        }),
    }
}

/// What a record is called, with its page if it has one; its number where it has left for good.
fn named(names: &Names, subject: Subject) -> (String, String) {
    match names.title(subject) {
        (name, _) if name.is_empty() => (format!("#{}", subject.id), String::new()),
        named => named,
    }
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Changed => "undo-reason-changed",
        Reason::Trashed => "undo-reason-trashed",
        Reason::Restored => "undo-reason-restored",
        Reason::Gone => "undo-reason-gone",
        Reason::Hanging => "undo-reason-hanging",
        Reason::Taken => "undo-reason-taken",
        Reason::Missing => "undo-reason-missing",
        Reason::Loop => "undo-reason-loop",
        Reason::Unknown => "undo-reason-unknown",
    }
}
