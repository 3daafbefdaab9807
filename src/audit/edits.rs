//! Who changed a row last.

use super::{Facts, Subject};
use crate::db::Conn;
use crate::schema::{changes, operations, users};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// More edits than anybody makes while somebody else has a form open.
const MOST: i64 = 20;

/// One edit of a row.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The person's name; empty where it was none.
    pub who: String,
    /// When, in UTC.
    pub at: NaiveDateTime,
    /// The fields it changed, by their names in history.
    pub fields: Vec<String>,
}

/// The latest edits of a row, newest first.
pub fn latest_edits(conn: &mut Conn, of: Subject) -> QueryResult<Vec<Edit>> {
    let rows: Vec<(Option<String>, NaiveDateTime, String)> = changes::table
        .inner_join(operations::table.left_join(users::table))
        .filter(changes::subject_type.eq(of.kind))
        .filter(changes::subject_id.eq(of.id))
        .order((changes::operation_id.desc(), changes::id.desc()))
        .limit(MOST)
        .select((
            users::name.nullable(),
            operations::at,
            changes::after_values,
        ))
        .load(conn)?;
    let edit = |(who, at, after): (Option<String>, NaiveDateTime, String)| {
        let after: Facts = serde_json::from_str(&after).unwrap_or_default();
        Edit {
            who: who.unwrap_or_default(),
            at,
            fields: after.into_iter().map(|(name, _)| name).collect(),
        }
    };
    Ok(rows.into_iter().map(edit).collect())
}
