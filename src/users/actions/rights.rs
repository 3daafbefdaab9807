//! Roles, and shutting people out and letting them in again.

use super::UserError;
use crate::audit::{Kind, Operation, record};
use crate::auth::{Actor, Role, Status, UserId, end_sessions_of, links};
use crate::db::Conn;
use crate::drafts;
use crate::schema::users;
use crate::users::{User, queries};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Gives another role, which holds from the person's next request on; sessions stay.
pub fn change_role(
    conn: &mut Conn,
    actor: &Actor,
    (id, version): (UserId, i32),
    role: Role,
    now: NaiveDateTime,
) -> Result<User, UserError> {
    let candidates = queries::admins(conn)?;
    record(conn, actor, Kind::UserRole, now, |conn, op| {
        let admins = queries::lock_admins(conn, &candidates)?;
        if actor.user_id.is_some_and(|id| !admins.contains(&id)) {
            return Err(UserError::NotAllowed);
        }
        let before = fresh(conn, id, version)?;
        if role != Role::Admin && admins == [id] {
            return Err(UserError::conflict("users-last-admin-role"));
        }
        let after = User {
            role,
            ..before.clone()
        };
        let after = save(conn, op, &before, after)?;
        // The role that somebody has already is no operation.
        if after.version != before.version {
            op.say("role", role.code());
            op.say("before", before.role.code());
        }
        Ok(after)
    })
}

/// Shuts somebody out: their sessions and links end at once.
pub fn disable(
    conn: &mut Conn,
    actor: &Actor,
    (id, version): (UserId, i32),
    now: NaiveDateTime,
) -> Result<User, UserError> {
    let candidates = queries::admins(conn)?;
    record(conn, actor, Kind::UserDisable, now, |conn, op| {
        let admins = queries::lock_admins(conn, &candidates)?;
        if actor.user_id.is_some_and(|id| !admins.contains(&id)) {
            return Err(UserError::NotAllowed);
        }
        let before = fresh(conn, id, version)?;
        if before.status != Status::Active {
            return Err(UserError::conflict("users-not-active"));
        }
        if admins == [id] {
            return Err(UserError::conflict("users-last-admin-disable"));
        }
        end_sessions_of(conn, id, None)?;
        drafts::forget_all(conn, id)?;
        links::void(conn, Some(id))?;
        save(
            conn,
            op,
            &before,
            User {
                status: Status::Disabled,
                ..before.clone()
            },
        )
    })
}

/// Lets somebody in again, with the role they had.
pub fn enable(
    conn: &mut Conn,
    actor: &Actor,
    (id, version): (UserId, i32),
    now: NaiveDateTime,
) -> Result<User, UserError> {
    record(conn, actor, Kind::UserEnable, now, |conn, op| {
        still_admin(conn, actor)?;
        let before = fresh(conn, id, version)?;
        if before.status != Status::Disabled {
            return Err(UserError::conflict("users-not-disabled"));
        }
        save(
            conn,
            op,
            &before,
            User {
                status: Status::Active,
                ..before.clone()
            },
        )
    })
}

/// Whoever acts is still an admin, and stays one until the transaction ends: the check and the change are one.
pub(super) fn still_admin(conn: &mut Conn, actor: &Actor) -> Result<(), UserError> {
    let candidates: Vec<UserId> = actor.user_id.into_iter().collect();
    if queries::lock_admins(conn, &candidates)? == candidates {
        return Ok(());
    }
    Err(UserError::NotAllowed)
}

/// The person, held, if still as the form showed them.
pub(super) fn fresh(conn: &mut Conn, id: UserId, version: i32) -> Result<User, UserError> {
    let user = queries::lock(conn, id)?;
    if user.version == version {
        Ok(user)
    } else {
        Err(UserError::Stale(Box::new(user)))
    }
}

/// Writes what differs, with its history and the next version; nothing when nothing differs.
pub(super) fn save(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    before: &User,
    mut after: User,
) -> Result<User, UserError> {
    if !op.updated(before, &after) {
        return Ok(after);
    }
    op.say("name", after.name.as_str());
    after.version = before.version + 1;
    diesel::update(users::table.find(after.id))
        .set((
            (
                users::name.eq(&after.name),
                users::role.eq(after.role),
                users::status.eq(after.status),
            ),
            (
                users::locale.eq(&after.locale),
                users::time_zone.eq(&after.time_zone),
            ),
            (
                users::theme.eq(after.theme),
                users::density.eq(after.density),
                users::hotkeys.eq(after.hotkeys),
            ),
            (
                users::version.eq(after.version),
                users::updated_at.eq(op.now),
            ),
        ))
        .execute(conn)?;
    Ok(after)
}
