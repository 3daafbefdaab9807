//! Reading when the last backup was made, and when one was last proven.

use crate::db::Conn;
use crate::schema::backups;
use chrono::NaiveDateTime;
use diesel::dsl::max;
use diesel::prelude::*;

/// What an operator wants to know at a glance. Times are UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// When the newest backup was made, as far as the script could tell the database; none: never.
    pub taken_at: Option<NaiveDateTime>,
    /// When a backup was last restored elsewhere and found to be the same; none: never.
    pub proven_at: Option<NaiveDateTime>,
}

/// One statement, answered from two indexes.
pub fn standing(conn: &mut Conn) -> QueryResult<Standing> {
    let (taken_at, proven_at) = backups::table
        .select((max(backups::taken_at), max(backups::proven_at)))
        .first(conn)?;
    Ok(Standing {
        taken_at,
        proven_at,
    })
}
