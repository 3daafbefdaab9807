//! One-time links: setup, invitation, new password. Only the token's hash is stored, and the UPDATE that uses a link
//! up decides who used it.

use super::{UserId, token};
use crate::db::Conn;
use crate::schema::one_time_links as links;
use crate::{code_type, id_type};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

id_type!(
    /// A row of `one_time_links`.
    LinkId
);

code_type! {
    /// What a link lets its holder do.
    Purpose {
        /// Make the first admin.
        Setup = "setup",
        /// Choose the first password.
        Invitation = "invitation",
        /// Choose a new password.
        Reset = "reset",
    }
}

/// How long a link works.
pub const LIFE: TimeDelta = TimeDelta::hours(24);
/// Used and expired links are kept this long.
const MEMORY: TimeDelta = TimeDelta::days(7);

/// A link that still works.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = links)]
pub struct Link {
    /// Its row.
    pub id: LinkId,
    /// What it lets do.
    pub purpose: Purpose,
    /// Whom it lets in; nobody yet for the setup link.
    pub user_id: Option<UserId>,
}

/// Makes a link for `token` and voids the unused ones that the same person (or the setup) had.
pub fn create(
    conn: &mut Conn,
    purpose: Purpose,
    user: Option<UserId>,
    by: Option<UserId>,
    token: &str,
    now: NaiveDateTime,
) -> QueryResult<()> {
    void(conn, user)?;
    diesel::insert_into(links::table)
        .values((
            links::purpose.eq(purpose),
            links::token_hash.eq(token::hash(token)),
            links::user_id.eq(user),
            links::created_by.eq(by),
            links::created_at.eq(now),
            links::expires_at.eq(now + LIFE),
        ))
        .execute(conn)
        .map(|_| ())
}

/// The link of this token, if it has not been used and has not expired.
pub fn find(conn: &mut Conn, token: &str, now: NaiveDateTime) -> QueryResult<Option<Link>> {
    links::table
        .filter(links::token_hash.eq(token::hash(token)))
        .filter(links::used_at.is_null())
        .filter(links::expires_at.gt(now))
        .select(Link::as_select())
        .first(conn)
        .optional()
}

/// Uses the link up; `false` when somebody else has, or it has expired.
pub fn use_up(conn: &mut Conn, id: LinkId, now: NaiveDateTime) -> QueryResult<bool> {
    let unused = links::table
        .find(id)
        .filter(links::used_at.is_null())
        .filter(links::expires_at.gt(now));
    Ok(diesel::update(unused)
        .set(links::used_at.eq(now))
        .execute(conn)?
        == 1)
}

/// Removes the unused links of a person, or of the setup.
pub fn void(conn: &mut Conn, user: Option<UserId>) -> QueryResult<()> {
    let unused = links::table
        .filter(links::used_at.is_null())
        .select(links::id);
    let void: Vec<LinkId> = match user {
        Some(user) => unused.filter(links::user_id.eq(user)).load(conn)?,
        None => unused.filter(links::user_id.is_null()).load(conn)?,
    };
    // By id, so that no gaps are locked.
    if !void.is_empty() {
        diesel::delete(links::table.filter(links::id.eq_any(void))).execute(conn)?;
    }
    Ok(())
}

/// Removes what is past remembering; called by the clean-up job.
pub fn forget_old(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(links::table.filter(links::expires_at.lt(now - MEMORY))).execute(conn)
}
