//! Values: entered, corrected, taken out again.

use crate::accounts::model::AccountId;
use crate::audit::{Done, Kind, Operation, record_undoable};
use crate::auth::Actor;
use crate::db::{AsDatabaseError, Conn, is_duplicate_of, last_insert_id};
use crate::i18n::Message;
use crate::kpis::model::{Definition, Value, ValueId};
use crate::kpis::{Decimal, Period, queries};
use crate::schema::kpi_values;
use crate::web::AppError;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// What somebody writes into one cell.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Whose value it is; none for the organisation's.
    pub account: Option<AccountId>,
    /// Which period's.
    pub period: Period,
    /// The value; none takes it out.
    pub value: Option<Decimal>,
    /// The note that replaces the one there; none leaves it.
    pub note: Option<String>,
    /// The version of the cell that it was written over, 0 for an empty one; none writes over whatever is there.
    pub version: Option<i32>,
}

/// Why a value could not be entered.
#[derive(Debug, thiserror::Error)]
pub enum ValueError {
    /// This person may not enter values of this KPI.
    #[error("may not enter")]
    Refused,
    /// The KPI takes no such value, or the period is locked.
    #[error("not taken: {}", .0.key)]
    NotTaken(Message),
    /// Somebody else wrote in the cell meanwhile: as it is now.
    #[error("changed meanwhile")]
    Stale(Box<Option<Value>>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl AsDatabaseError for ValueError {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        match self {
            Self::Db(error) => Some(error),
            _ => None,
        }
    }
}

impl From<ValueError> for AppError {
    fn from(error: ValueError) -> Self {
        match error {
            ValueError::Refused => Self::Refused(Message::new("kpis-may-not-enter")),
            ValueError::NotTaken(message) => Self::BadRequest(message),
            ValueError::Stale(_) => Self::Conflict(Message::new("errors-conflict")),
            ValueError::Db(error) => error.into(),
        }
    }
}

/// Writes one cell, for a reason that may be empty. A value that is there already changes nothing.
pub fn enter(
    conn: &mut Conn,
    actor: &Actor,
    definition: &Definition,
    entry: &Entry,
    reason: &str,
    now: NaiveDateTime,
) -> Result<Done<Option<Value>>, ValueError> {
    let outcome = record_undoable(conn, actor, Kind::KpiValueUpdate, now, |conn, op| {
        let (before, after) = enter_in(conn, op, definition, entry)?;
        if before.as_ref().map(|v| v.version) != after.as_ref().map(|v| v.version) {
            op.say("name", definition.name.as_str());
            op.say("period", entry.period.to_string());
            if !reason.is_empty() {
                op.say("reason", reason);
            }
        }
        Ok(after)
    });
    match outcome {
        // Two wrote into an empty cell at once: the other one was first.
        Err(ValueError::Db(error)) if is_duplicate_of(&error, "kpi_values_cell") => {
            let there =
                queries::value_at(conn, definition.id, entry.account, entry.period.start())?;
            Err(ValueError::Stale(Box::new(there)))
        }
        other => other,
    }
}

/// Writes several cells of several KPIs as one operation; all of them or, at the first that does not go, none.
pub fn enter_many(
    conn: &mut Conn,
    actor: &Actor,
    entries: &[(&Definition, Entry)],
    now: NaiveDateTime,
) -> Result<Done<usize>, ValueError> {
    record_undoable(conn, actor, Kind::KpiValuesUpdate, now, |conn, op| {
        let mut changed = 0_usize;
        for (definition, entry) in entries {
            let (before, after) = enter_in(conn, op, definition, entry)?;
            changed += usize::from(before.map(|v| v.version) != after.map(|v| v.version));
        }
        if changed > 0 {
            op.say("count", changed);
        }
        Ok(changed)
    })
}

/// The part of [`enter`] inside an operation: the cell before and after.
pub fn enter_in(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    definition: &Definition,
    entry: &Entry,
) -> Result<(Option<Value>, Option<Value>), ValueError> {
    if !definition.takes_values_from(op.actor) {
        return Err(ValueError::Refused);
    }
    if queries::is_locked(conn, entry.period)? {
        return Err(ValueError::NotTaken(Message::new("kpis-period-locked")));
    }
    let before = queries::cell(conn, definition.id, entry.account, entry.period.start())?;
    let version = before.as_ref().map_or(0, |value| value.version);
    let same = before.as_ref().and_then(|value| value.value) == entry.value
        && entry.note.as_ref().is_none_or(|note| {
            *note
                == before
                    .as_ref()
                    .map(|value| value.note.clone())
                    .unwrap_or_default()
        });
    if same {
        return Ok((before.clone(), before));
    }
    if entry.version.is_some_and(|from| from != version) {
        return Err(ValueError::Stale(Box::new(before)));
    }
    let after = match &before {
        Some(before) => correct(conn, op, before, entry)?,
        None => insert(conn, op, definition, entry)?,
    };
    Ok((before, Some(after)))
}

/// Writes down what a KPI came to in a period that is over, where nothing is written yet.
pub(in crate::kpis) fn insert_counted(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    definition: &Definition,
    period: Period,
    value: Decimal,
) -> QueryResult<Value> {
    let entry = Entry {
        account: None,
        period,
        value: Some(value),
        note: None,
        version: None,
    };
    insert(conn, op, definition, &entry)
}

fn insert(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    definition: &Definition,
    entry: &Entry,
) -> QueryResult<Value> {
    diesel::insert_into(kpi_values::table)
        .values((
            kpi_values::definition_id.eq(definition.id),
            kpi_values::account_id.eq(entry.account),
            kpi_values::period.eq(entry.period.start()),
            kpi_values::value.eq(entry.value),
            kpi_values::note.eq(entry.note.as_deref().unwrap_or_default()),
            kpi_values::entered_by.eq(op.actor.user_id),
            kpi_values::entered_at.eq(op.now),
        ))
        .execute(conn)?;
    let id: ValueId = diesel::select(last_insert_id()).get_result(conn)?;
    let after = Value {
        id,
        definition_id: definition.id,
        account_id: entry.account,
        period: entry.period.start(),
        value: entry.value,
        note: entry.note.clone().unwrap_or_default(),
        version: 1,
        entered_by: op.actor.user_id,
        entered_at: op.now,
    };
    op.created(&after);
    Ok(after)
}

fn correct(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    before: &Value,
    entry: &Entry,
) -> QueryResult<Value> {
    let after = Value {
        value: entry.value,
        note: entry.note.clone().unwrap_or_else(|| before.note.clone()),
        version: before.version + 1,
        entered_by: op.actor.user_id,
        entered_at: op.now,
        ..before.clone()
    };
    diesel::update(kpi_values::table.find(before.id))
        .set((
            kpi_values::value.eq(after.value),
            kpi_values::note.eq(&after.note),
            kpi_values::version.eq(after.version),
            kpi_values::entered_by.eq(after.entered_by),
            kpi_values::entered_at.eq(after.entered_at),
        ))
        .execute(conn)?;
    op.updated(before, &after);
    Ok(after)
}
