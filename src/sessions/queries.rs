//! Reading sessions, and who may start one.

use super::model::{Candidate, SessionRow};
use crate::audit::Kind;
use crate::auth::{Limits, UserId};
use crate::db::Conn;
use crate::schema::{operations, sessions, users};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

/// A network is usual for a person for this long after they signed in from it.
const USUAL: TimeDelta = TimeDelta::days(90);

/// The person with this e-mail address.
pub(super) fn candidate(conn: &mut Conn, email_key: &str) -> QueryResult<Option<Candidate>> {
    users::table
        .filter(users::email_key.eq(email_key))
        .select((users::id, users::role, users::status, users::password_hash))
        .first(conn)
        .optional()
}

/// Whether the person has signed in from this address before.
pub(super) fn is_usual(
    conn: &mut Conn,
    user: UserId,
    address: &str,
    now: NaiveDateTime,
) -> QueryResult<bool> {
    let signed_in = operations::table
        .filter(operations::user_id.eq(user))
        .filter(operations::at.gt(now - USUAL))
        .filter(operations::kind.eq(Kind::SessionSignIn))
        .filter(operations::address.eq(address));
    diesel::select(diesel::dsl::exists(signed_in)).get_result(conn)
}

/// The living sessions of a person, the one used last first.
pub(super) fn living(
    conn: &mut Conn,
    user: UserId,
    limits: Limits,
    now: NaiveDateTime,
) -> QueryResult<Vec<SessionRow>> {
    sessions::table
        .filter(sessions::user_id.eq(user))
        .filter(sessions::last_seen_at.ge(now - limits.idle))
        .filter(sessions::created_at.ge(now - limits.absolute))
        .order((sessions::last_seen_at.desc(), sessions::id.desc()))
        .limit(100)
        .select(SessionRow::as_select())
        .load(conn)
}
