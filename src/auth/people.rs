//! The names of people, for owners, history and choices.

use super::{Status, UserId};
use crate::db::Conn;
use crate::schema::users;
use diesel::prelude::*;
use std::collections::HashMap;

/// Everybody who may own a record, by name.
pub fn assignable(conn: &mut Conn) -> QueryResult<Vec<(UserId, String)>> {
    users::table
        .filter(users::status.eq(Status::Active))
        .order((users::name, users::id))
        .select((users::id, users::name))
        .load(conn)
}

/// The names of these people, whatever became of them.
pub fn names(conn: &mut Conn, ids: &[UserId]) -> QueryResult<HashMap<UserId, String>> {
    let rows: Vec<(UserId, String)> = users::table
        .filter(users::id.eq_any(ids))
        .select((users::id, users::name))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Everybody, by name, whatever became of them: for filters of history.
pub fn everybody(conn: &mut Conn) -> QueryResult<Vec<(UserId, String)>> {
    users::table
        .order((users::name, users::id))
        .select((users::id, users::name))
        .load(conn)
}
