//! Two records side by side.

use super::choices::{self, Choice};
use super::mergeable::Mergeable;
use crate::audit::Movings;
use crate::auth::Actor;
use crate::db::Conn;
use crate::web::record::{FormField, Record};
use crate::web::{AppError, FormData, Shell};
use chrono::NaiveDateTime;

/// One of the two.
pub(super) struct Side {
    /// `left` or `right`.
    pub code: &'static str,
    pub id: i64,
    pub version: i32,
    pub name: String,
    pub path: String,
    pub detail: String,
    pub created_at: NaiveDateTime,
    /// What hangs on it and goes along if it is the one that goes.
    pub moves: Vec<String>,
}

/// A field in which they differ.
pub(super) struct Row {
    /// What the choice is called in the form, also the id of the group.
    pub name: String,
    /// Finished text.
    pub label: String,
    /// As people read them.
    pub values: [String; 2],
    pub can_join: bool,
    pub chosen: &'static str,
}

/// The whole comparison.
pub(super) struct Comparison {
    pub sides: [Side; 2],
    /// Which of them stays, as it is chosen now: 0 or 1.
    pub keep: usize,
    pub rows: Vec<Row>,
    /// Label and value of what is equal.
    pub same: Vec<(String, String)>,
    /// Whether both have a number that cannot be two: then they are two organisations.
    pub have_two_numbers: bool,
}

/// The first one added stays, unless somebody says otherwise.
pub(super) fn kept<R: Mergeable>(form: &FormData, sides: [&R::Record; 2]) -> usize {
    let ids = sides.map(R::number);
    match form.get("keep").parse::<i64>() {
        Ok(id) if id == ids[0] => 0,
        Ok(id) if id == ids[1] => 1,
        _ => usize::from(ids[1] < ids[0]),
    }
}

/// Compares two records; `form` holds what has been chosen so far.
pub(super) fn compare<R: Mergeable>(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    sides: [&R::Record; 2],
    movings: &Movings,
    form: &FormData,
) -> Result<Comparison, AppError> {
    let [left, right] = sides;
    let data = [R::beside(conn, left, right)?, R::beside(conn, right, left)?];
    let fields = R::form_fields(conn, ui)?;
    let keep = kept::<R>(form, sides);
    let (mut rows, mut same) = (Vec::new(), Vec::new());
    for field in &fields {
        let typed = [&data[0], &data[1]].map(|data| data.get(field.field.name).trim());
        let label = ui.t(field.field.label).to_string();
        match typed[0] == typed[1] {
            true if typed[0].is_empty() => {}
            true => same.push((label, shown(field, typed[0]))),
            false => rows.push(row(field, label, typed, form, keep)),
        }
    }
    let facts = sides.map(Record::other_facts);
    let colliding = choices::colliding(facts).into_iter().enumerate();
    rows.extend(colliding.map(|(n, (label, values))| fact_row(n, label, values, form, keep)));
    let numbers = [&data[0], &data[1]].map(|data| data.get("organisation_number"));
    Ok(Comparison {
        have_two_numbers: numbers[0] != numbers[1] && numbers.iter().all(|n| !n.is_empty()),
        sides: [
            side::<R>(conn, actor, ui, left, "left", movings)?,
            side::<R>(conn, actor, ui, right, "right", movings)?,
        ],
        keep,
        rows,
        same,
    })
}

fn row(field: &FormField, label: String, typed: [&str; 2], form: &FormData, keep: usize) -> Row {
    let (name, can_join) = (
        choices::field_name(&field.field),
        choices::can_join(&field.field),
    );
    Row {
        chosen: Choice::of(form, &name, typed, can_join, keep).code(),
        values: typed.map(|value| shown(field, value)),
        // With one of them empty there is nothing to join.
        can_join: can_join && typed.iter().all(|value| !value.is_empty()),
        name,
        label,
    }
}

fn fact_row(n: usize, label: String, values: [String; 2], form: &FormData, keep: usize) -> Row {
    let name = choices::fact_name(n);
    let chosen = Choice::of(form, &name, [&values[0], &values[1]], false, keep);
    Row {
        chosen: chosen.code(),
        can_join: false,
        name,
        label,
        values,
    }
}

/// What a value of the form reads as.
fn shown(field: &FormField, value: &str) -> String {
    let chosen = field.options.iter().find(|option| option.value == value);
    chosen.map_or_else(|| value.to_owned(), |option| option.label.clone())
}

fn side<R: Mergeable>(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    record: &R::Record,
    code: &'static str,
    movings: &Movings,
) -> Result<Side, AppError> {
    let id = R::number(record);
    let mut moves = Vec::new();
    for moving in R::movings(movings) {
        let count = (moving.count)(conn, actor, id)?;
        if count > 0 {
            moves.push(ui.t(moving.label).arg("n", count).to_string());
        }
    }
    Ok(Side {
        code,
        id,
        version: record.version(),
        name: record.name(),
        path: record.path(),
        detail: R::detail(record),
        created_at: record.created_at(),
        moves,
    })
}
