//! Invitations and new passwords, through links that work once.

use super::UserError;
use super::create::{NewUser, insert};
use super::rights::still_admin;
use crate::audit::{Kind, Operation, record};
use crate::auth::links::{self, Link, Purpose};
use crate::auth::{Actor, SessionId, Status, UserId, end_sessions_of};
use crate::db::Conn;
use crate::schema::users;
use crate::sessions::{Visit, actions as sessions};
use crate::users::model::subject;
use crate::users::{User, queries};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Makes an active person without a password, and the link with which they choose one.
pub fn invite(
    conn: &mut Conn,
    actor: &Actor,
    new: &NewUser,
    link: &str,
    now: NaiveDateTime,
) -> Result<User, UserError> {
    record(conn, actor, Kind::UserInvite, now, |conn, op| {
        still_admin(conn, actor)?;
        let user = insert(conn, op, new, Status::Active, None)?;
        links::create(
            conn,
            Purpose::Invitation,
            Some(user.id),
            actor.user_id,
            link,
            now,
        )?;
        Ok(user)
    })
}

/// Makes a new link for somebody who was invited and has not come yet.
pub fn open_invitation_again(
    conn: &mut Conn,
    actor: &Actor,
    id: UserId,
    link: &str,
    now: NaiveDateTime,
) -> Result<User, UserError> {
    record(conn, actor, Kind::UserInvite, now, |conn, op| {
        make_link(conn, op, id, Purpose::Invitation, link)
    })
}

/// Makes a link with which somebody chooses a new password. The old one works until then.
pub fn make_reset_link(
    conn: &mut Conn,
    actor: &Actor,
    id: UserId,
    link: &str,
    now: NaiveDateTime,
) -> Result<User, UserError> {
    record(conn, actor, Kind::UserResetLink, now, |conn, op| {
        make_link(conn, op, id, Purpose::Reset, link)
    })
}

fn make_link(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    id: UserId,
    purpose: Purpose,
    link: &str,
) -> Result<User, UserError> {
    still_admin(conn, op.actor)?;
    let user = queries::lock(conn, id)?;
    if user.status != Status::Active {
        return Err(UserError::conflict("users-not-active"));
    }
    links::create(conn, purpose, Some(id), op.actor.user_id, link, op.now)?;
    op.about(subject(id));
    op.say("name", user.name.as_str());
    op.say("email", user.email.as_str());
    op.say("role", user.role.code());
    Ok(user)
}

/// Sets the password that the holder of a link chose: the link is used up, every session ends, a new one starts.
pub fn set_password(
    conn: &mut Conn,
    link: &Link,
    user: &User,
    hash: &str,
    (visit, token): (&Visit, &str),
    now: NaiveDateTime,
) -> Result<(), UserError> {
    let actor = Actor::signed_in(user.id, user.role, visit.address.clone());
    record(conn, &actor, Kind::UserPassword, now, |conn, op| {
        let user = queries::lock(conn, user.id)?;
        if user.status != Status::Active || !links::use_up(conn, link.id, now)? {
            return Err(UserError::DeadLink);
        }
        store(conn, op, &user, hash)?;
        end_sessions_of(conn, user.id, None)?;
        sessions::open(conn, user.id, visit, token, now)?;
        Ok(())
    })
}

/// Changes one's own password; the other sessions end. Says how many.
pub fn change_password(
    conn: &mut Conn,
    actor: &Actor,
    (id, kept): (UserId, SessionId),
    hash: &str,
    now: NaiveDateTime,
) -> Result<usize, UserError> {
    record(conn, actor, Kind::UserPassword, now, |conn, op| {
        let user = queries::lock(conn, id)?;
        store(conn, op, &user, hash)?;
        Ok(end_sessions_of(conn, id, Some(kept))?)
    })
}

/// The hash goes into the row and nowhere else; links to choose a password are void now.
fn store(conn: &mut Conn, op: &mut Operation<'_>, user: &User, hash: &str) -> QueryResult<()> {
    links::void(conn, Some(user.id))?;
    diesel::update(users::table.find(user.id))
        .set((
            users::password_hash.eq(hash),
            users::version.eq(user.version + 1),
            users::updated_at.eq(op.now),
        ))
        .execute(conn)?;
    op.about(subject(user.id));
    op.say("name", user.name.as_str());
    Ok(())
}
