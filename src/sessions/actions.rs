//! Starting sessions.

use super::model::{Attempt, Candidate, Visit};
use super::queries;
use crate::audit::{Kind, Subject, SubjectType, record};
use crate::auth::{Actor, SessionId, Status, UserId, throttle, token};
use crate::db::Conn;
use crate::schema::{sessions, users};
use crate::web::headers::one_line;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// As much of a typed e-mail address as the audit list keeps.
const TYPED_MAX: usize = 254;

/// Whether a password may be tried now.
#[derive(Debug)]
pub enum Begun {
    /// Not before so many seconds have passed.
    Wait(i64),
    /// Yes, for this person, if there is one.
    Try(Option<Candidate>),
}

/// Whether the account and the network may try.
///
/// The limit per account from everywhere does not hold where its owner signs in from usually: strangers cannot lock
/// them out.
pub fn begin(conn: &mut Conn, attempt: &Attempt, now: NaiveDateTime) -> QueryResult<Begun> {
    let candidate = queries::candidate(conn, &attempt.key)?;
    if let Some(seconds) = throttle::wait(conn, &attempt.near(), now)? {
        return Ok(Begun::Wait(seconds));
    }
    let Some(seconds) = throttle::wait(conn, &attempt.everywhere(), now)? else {
        return Ok(Begun::Try(candidate));
    };
    let usual = match &candidate {
        Some(person) => queries::is_usual(conn, person.user_id, &attempt.visit.address, now)?,
        None => false,
    };
    Ok(if usual {
        Begun::Try(candidate)
    } else {
        Begun::Wait(seconds)
    })
}

/// Counts and writes down a wrong password: what was typed as address, never the password.
pub fn fail(
    conn: &mut Conn,
    attempt: &Attempt,
    candidate: Option<&Candidate>,
    now: NaiveDateTime,
) -> QueryResult<()> {
    let [account, address] = attempt.near();
    let [everywhere] = attempt.everywhere();
    throttle::failed(conn, &[account, address, everywhere], now)?;
    write_failure(conn, attempt, candidate, "password", now)
}

/// Writes down why somebody was not let in.
pub fn write_failure(
    conn: &mut Conn,
    attempt: &Attempt,
    candidate: Option<&Candidate>,
    reason: &str,
    now: NaiveDateTime,
) -> QueryResult<()> {
    let actor = Actor::anonymous(attempt.visit.address.clone());
    record(conn, &actor, Kind::SessionFailure, now, |_, op| {
        if let Some(person) = candidate {
            op.about(Subject::new(SubjectType::User, person.user_id.0));
        }
        op.say(
            "email",
            one_line(&attempt.email)
                .chars()
                .take(TYPED_MAX)
                .collect::<String>(),
        );
        op.say("reason", reason);
        Ok(())
    })
}

/// What came of a right password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The session is there.
    Yes,
    /// The person was shut out, or the password changed, while it was being checked.
    Changed,
    /// So many wrong ones came at the same time that this one does not count either.
    Wait(i64),
}

/// Signs somebody in whose password was right, if nothing has happened while it was being checked.
pub fn sign_in(
    conn: &mut Conn,
    attempt: &Attempt,
    person: &Candidate,
    stronger_hash: Option<&str>,
    token: &str,
    now: NaiveDateTime,
) -> QueryResult<Opened> {
    let actor = Actor::signed_in(person.user_id, person.role, attempt.visit.address.clone());
    record(conn, &actor, Kind::SessionSignIn, now, |conn, op| {
        if let Some(seconds) = throttle::wait(conn, &attempt.near(), now)? {
            return Ok(Opened::Wait(seconds));
        }
        let unchanged = users::table
            .find(person.user_id)
            .filter(users::status.eq(Status::Active))
            .filter(users::password_hash.eq(&person.password_hash));
        let still: Option<UserId> = unchanged
            .select(users::id)
            .for_update()
            .first(conn)
            .optional()?;
        if still.is_none() {
            return Ok(Opened::Changed);
        }
        if let Some(hash) = stronger_hash {
            diesel::update(users::table.find(person.user_id))
                .set(users::password_hash.eq(hash))
                .execute(conn)?;
        }
        open(conn, person.user_id, &attempt.visit, token, now)?;
        op.about(Subject::new(SubjectType::User, person.user_id.0));
        let [account, _] = attempt.near();
        throttle::succeeded(conn, &[account])?;
        Ok(Opened::Yes)
    })
}

/// Starts a session in place of the one that the visitor had.
pub fn open(
    conn: &mut Conn,
    user: UserId,
    visit: &Visit,
    token: &str,
    now: NaiveDateTime,
) -> QueryResult<()> {
    if let Some(old) = &visit.old_token {
        let replaced = sessions::table.filter(sessions::token_hash.eq(token::hash(old)));
        if let Some(id) = replaced
            .select(sessions::id)
            .first::<SessionId>(conn)
            .optional()?
        {
            diesel::delete(sessions::table.find(id)).execute(conn)?;
        }
    }
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(token::hash(token)),
            sessions::user_id.eq(user),
            sessions::created_at.eq(now),
            sessions::last_seen_at.eq(now),
            sessions::user_agent.eq(&visit.user_agent),
            sessions::address.eq(&visit.address),
        ))
        .execute(conn)?;
    diesel::update(users::table.find(user))
        .set(users::last_signed_in_at.eq(now))
        .execute(conn)?;
    Ok(())
}
