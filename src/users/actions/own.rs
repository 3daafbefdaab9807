//! What everybody may change of themselves.

use super::UserError;
use super::create::email_taken;
use super::rights::{fresh, save};
use crate::audit::{Kind, record};
use crate::auth::{Actor, Density, Theme, UserId, links};
use crate::db::Conn;
use crate::fields::email::Email;
use crate::schema::users;
use crate::users::User;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Name and preferences.
#[derive(Clone, Debug)]
pub struct OwnInput {
    /// The name.
    pub name: String,
    /// The language of pages and letters.
    pub locale: &'static str,
    /// The zone of times on pages.
    pub time_zone: String,
    /// Light or dark.
    pub theme: Theme,
    /// Row height.
    pub density: Density,
    /// Whether single keys act.
    pub hotkeys: bool,
}

/// Another e-mail address.
#[derive(Clone, Debug)]
pub struct EmailInput {
    /// The address.
    pub email: Email,
}

/// Changes one's own settings.
pub fn update_own(
    conn: &mut Conn,
    actor: &Actor,
    (id, version): (UserId, i32),
    input: &OwnInput,
    now: NaiveDateTime,
) -> Result<User, UserError> {
    record(conn, actor, Kind::UserUpdate, now, |conn, op| {
        let before = fresh(conn, id, version)?;
        let after = User {
            name: input.name.clone(),
            locale: input.locale.to_owned(),
            time_zone: input.time_zone.clone(),
            theme: input.theme,
            density: input.density,
            hotkeys: input.hotkeys,
            ..before.clone()
        };
        save(conn, op, &before, after)
    })
}

/// Changes the address with which one signs in. The password has been asked for.
pub fn change_email(
    conn: &mut Conn,
    actor: &Actor,
    (id, version): (UserId, i32),
    input: &EmailInput,
    now: NaiveDateTime,
) -> Result<User, UserError> {
    record(conn, actor, Kind::UserUpdate, now, |conn, op| {
        let before = fresh(conn, id, version)?;
        diesel::update(users::table.find(id))
            .set((
                users::email.eq(&input.email.typed),
                users::email_key.eq(&input.email.key),
            ))
            .execute(conn)
            .map_err(email_taken)?;
        // A link sent to the old address must not work any more.
        links::void(conn, Some(id))?;
        save(
            conn,
            op,
            &before,
            User {
                email: input.email.typed.clone(),
                ..before.clone()
            },
        )
    })
}
