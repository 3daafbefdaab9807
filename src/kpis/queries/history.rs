//! What a cell's value was before: who wrote what, when and why.

use crate::audit::{Facts, SubjectType};
use crate::db::Conn;
use crate::kpis::Decimal;
use crate::kpis::model::ValueId;
use crate::schema::{changes, operations, users};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// One writing of a cell.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Who; empty where nobody signed in did it.
    pub who: String,
    /// When.
    pub at: NaiveDateTime,
    /// The operation's id.
    pub operation: i64,
    /// The value before.
    pub before: Option<Decimal>,
    /// The value after.
    pub after: Option<Decimal>,
    /// Why, if a reason was given.
    pub reason: String,
}

/// Everything that was written in a cell, the newest first.
pub fn corrections(conn: &mut Conn, id: ValueId) -> QueryResult<Vec<Correction>> {
    type Row = (i64, NaiveDateTime, Option<String>, String, String, String);
    let rows: Vec<Row> = changes::table
        .inner_join(operations::table.left_join(users::table))
        .filter(changes::subject_type.eq(SubjectType::KpiValue))
        .filter(changes::subject_id.eq(id.0))
        .order(changes::id.desc())
        .limit(200)
        .select((
            operations::id,
            operations::at,
            users::name.nullable(),
            changes::before_values,
            changes::after_values,
            operations::data,
        ))
        .load(conn)?;
    let facts = |json: &str| -> Facts { serde_json::from_str(json).unwrap_or_default() };
    let number = |facts: &Facts| facts.get("value")?.as_str()?.parse().ok();
    Ok(rows
        .into_iter()
        .map(|(operation, at, who, before, after, data)| Correction {
            who: who.unwrap_or_default(),
            at,
            operation,
            before: number(&facts(&before)),
            after: number(&facts(&after)),
            reason: facts(&data)
                .get("reason")
                .and_then(|reason| reason.as_str())
                .unwrap_or_default()
                .to_owned(),
        })
        .filter(|correction| correction.before != correction.after)
        .collect())
}
