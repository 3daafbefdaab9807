//! Whether the index has been built by the rules of today. Until it has, it knows only what was written since.

use crate::db::Conn;
use crate::schema::search_builds;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// The number of the rules by which records become words: raise it when they change, and the index is built anew at the
/// next start.
pub const RULES: i32 = 1;

/// Whether it has.
pub fn is_built(conn: &mut Conn) -> QueryResult<bool> {
    let built = search_builds::table.filter(search_builds::rules.eq(RULES));
    diesel::select(diesel::dsl::exists(built)).get_result(conn)
}

/// Remembers that it has.
pub fn mark_built(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<()> {
    diesel::replace_into(search_builds::table)
        .values((
            search_builds::id.eq(1_i8),
            search_builds::rules.eq(RULES),
            search_builds::built_at.eq(now),
        ))
        .execute(conn)
        .map(drop)
}
