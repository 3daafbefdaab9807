//! Letting a registered person in, or not.

use super::UserError;
use super::rights::save;
use crate::audit::{Kind, record};
use crate::auth::{Actor, Role, Status, UserId, links};
use crate::db::Conn;
use crate::i18n::Message;
use crate::schema::users;
use crate::users::{User, queries};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Approves with a role. Also takes a rejection back; whoever is in already is not approved again.
pub fn approve(
    conn: &mut Conn,
    actor: &Actor,
    id: UserId,
    role: Role,
    now: NaiveDateTime,
) -> Result<User, UserError> {
    record(conn, actor, Kind::UserApprove, now, |conn, op| {
        super::rights::still_admin(conn, actor)?;
        let before = queries::lock(conn, id)?;
        if !matches!(before.status, Status::Pending | Status::Rejected) {
            return Err(UserError::Conflict(already(
                "users-approved-already",
                &before,
            )));
        }
        diesel::update(users::table.find(id))
            .set(users::approved_at.eq(now))
            .execute(conn)?;
        op.say("role", role.code());
        save(
            conn,
            op,
            &before,
            User {
                role,
                status: Status::Active,
                approved_at: Some(now),
                ..before.clone()
            },
        )
    })
}

/// Rejects somebody who waits.
pub fn reject(
    conn: &mut Conn,
    actor: &Actor,
    id: UserId,
    now: NaiveDateTime,
) -> Result<User, UserError> {
    record(conn, actor, Kind::UserReject, now, |conn, op| {
        super::rights::still_admin(conn, actor)?;
        let before = queries::lock(conn, id)?;
        match before.status {
            Status::Pending => {}
            Status::Rejected => {
                return Err(UserError::Conflict(already(
                    "users-rejected-already",
                    &before,
                )));
            }
            _ => {
                return Err(UserError::Conflict(already(
                    "users-approved-before",
                    &before,
                )));
            }
        }
        links::void(conn, Some(id))?;
        save(
            conn,
            op,
            &before,
            User {
                status: Status::Rejected,
                ..before.clone()
            },
        )
    })
}

fn already(key: &'static str, user: &User) -> Message {
    Message::new(key).arg("name", &user.name)
}
