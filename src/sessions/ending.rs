//! Ending sessions.

use crate::audit::{Kind, Subject, SubjectType, record};
use crate::auth::{Actor, SessionId, UserId, end_sessions_of};
use crate::db::Conn;
use crate::schema::{sessions, users};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Signs out: this session ends.
pub fn sign_out(
    conn: &mut Conn,
    actor: &Actor,
    id: SessionId,
    now: NaiveDateTime,
) -> QueryResult<()> {
    record(conn, actor, Kind::SessionSignOut, now, |conn, op| {
        diesel::delete(sessions::table.find(id)).execute(conn)?;
        if let Some(user) = actor.user_id {
            op.about(Subject::new(SubjectType::User, user.0));
        }
        Ok(())
    })
}

/// Which of a person's sessions end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// One.
    One(SessionId),
    /// All but one.
    Others(SessionId),
    /// All.
    All,
}

/// Ends sessions of a person; says how many there were.
pub fn end(
    conn: &mut Conn,
    actor: &Actor,
    user: UserId,
    which: Which,
    now: NaiveDateTime,
) -> QueryResult<usize> {
    record(conn, actor, Kind::SessionEnd, now, |conn, op| {
        let ended = match which {
            Which::One(id) => {
                diesel::delete(sessions::table.find(id).filter(sessions::user_id.eq(user)))
                    .execute(conn)?
            }
            Which::Others(kept) => end_sessions_of(conn, user, Some(kept))?,
            Which::All => end_sessions_of(conn, user, None)?,
        };
        if ended > 0 {
            op.about(Subject::new(SubjectType::User, user.0));
            op.say(
                "name",
                users::table
                    .find(user)
                    .select(users::name)
                    .first::<String>(conn)?,
            );
            op.say("count", i64::try_from(ended).unwrap_or(i64::MAX));
        }
        Ok(ended)
    })
}
