//! From the id in the cookie to the person: one query, made afresh for every request, so that a role change, a
//! disablement or a sign-out elsewhere holds from the next request on.

use super::{Role, Status, UserId, token};
use crate::db::Conn;
use crate::i18n::Lang;
use crate::schema::{sessions, settings, users};
use crate::{code_type, id_type};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

id_type!(
    /// A row of `sessions`.
    SessionId
);

code_type! {
    /// Light or dark.
    Theme {
        /// As the device says.
        Auto = "auto",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}

code_type! {
    /// How much fits on the screen.
    Density {
        /// Most.
        Compact = "compact",
        /// The default.
        Normal = "normal",
        /// Least.
        Roomy = "roomy",
    }
}

/// A signed-in person, as pages need them.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Who.
    pub user_id: UserId,
    /// The session that proves it.
    pub session_id: SessionId,
    /// The role at this moment.
    pub role: Role,
    /// The person's name.
    pub name: String,
    /// The language of pages.
    pub lang: Lang,
    /// The zone of times on pages.
    pub time_zone: chrono_tz::Tz,
    /// Light or dark.
    pub theme: Theme,
    /// Row height.
    pub density: Density,
    /// Whether single keys act.
    pub hotkeys: bool,
    /// The organisation's name, shown at the top.
    pub organisation_name: String,
    /// How many days a change can be undone.
    pub undo_days: i32,
}

/// How long a session lives.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Without a request.
    pub idle: TimeDelta,
    /// In all.
    pub absolute: TimeDelta,
}

/// `last_seen_at` is written at most this often, so that reading pages stays reading.
const SEEN_STEP_SECONDS: i64 = 60;

#[derive(Queryable)]
struct Row {
    session_id: SessionId,
    created_at: NaiveDateTime,
    last_seen_at: NaiveDateTime,
    user_id: UserId,
    role: Role,
    status: Status,
    name: String,
    locale: String,
    time_zone: String,
    theme: Theme,
    density: Density,
    hotkeys: bool,
    organisation_name: String,
    undo_days: i32,
}

/// Who holds `session_token`, if it is a living session of an active person.
pub fn identify(
    conn: &mut Conn,
    session_token: &str,
    limits: Limits,
    now: NaiveDateTime,
) -> QueryResult<Option<Identity>> {
    let row: Option<Row> = sessions::table
        .inner_join(users::table)
        .inner_join(settings::table.on(settings::id.eq(1)))
        .filter(sessions::token_hash.eq(token::hash(session_token)))
        .select((
            (sessions::id, sessions::created_at, sessions::last_seen_at),
            (users::id, users::role, users::status, users::name),
            (
                users::locale,
                users::time_zone,
                users::theme,
                users::density,
                users::hotkeys,
            ),
            (settings::organisation_name, settings::trash_days),
        ))
        .first::<((_, _, _), (_, _, _, _), (_, _, _, _, _), (String, i32))>(conn)
        .optional()?
        .map(
            |(
                (session_id, created_at, last_seen_at),
                (user_id, role, status, name),
                look,
                (organisation_name, undo_days),
            )| {
                let (locale, time_zone, theme, density, hotkeys) = look;
                Row {
                    session_id,
                    created_at,
                    last_seen_at,
                    user_id,
                    role,
                    status,
                    name,
                    locale,
                    time_zone,
                    theme,
                    density,
                    hotkeys,
                    organisation_name,
                    undo_days,
                }
            },
        );
    let Some(row) = row else { return Ok(None) };
    let expired = now - row.last_seen_at > limits.idle || now - row.created_at > limits.absolute;
    if expired || row.status != Status::Active {
        return Ok(None);
    }
    if now - row.last_seen_at > TimeDelta::seconds(SEEN_STEP_SECONDS) {
        diesel::update(sessions::table.find(row.session_id))
            .set(sessions::last_seen_at.eq(now))
            .execute(conn)?;
    }
    Ok(Some(Identity {
        user_id: row.user_id,
        session_id: row.session_id,
        role: row.role,
        name: row.name,
        lang: Lang::parse(&row.locale).unwrap_or(Lang::En),
        time_zone: row
            .time_zone
            .parse()
            .unwrap_or(chrono_tz::Europe::Stockholm),
        theme: row.theme,
        density: row.density,
        hotkeys: row.hotkeys,
        organisation_name: row.organisation_name,
        undo_days: row.undo_days,
    }))
}

/// Ends all sessions of a person, or all but one. Returns how many.
pub fn end_sessions_of(
    conn: &mut Conn,
    user: UserId,
    except: Option<SessionId>,
) -> QueryResult<usize> {
    // By id: deleting by person would lock the gaps between people, and with them their neighbours' sign-ins.
    let all: Vec<SessionId> = sessions::table
        .filter(sessions::user_id.eq(user))
        .select(sessions::id)
        .load(conn)?;
    let ended: Vec<SessionId> = all.into_iter().filter(|id| Some(*id) != except).collect();
    if ended.is_empty() {
        return Ok(0);
    }
    diesel::delete(sessions::table.filter(sessions::id.eq_any(ended))).execute(conn)
}

/// Removes the sessions past their limits; called by the clean-up job.
pub fn forget_expired_sessions(
    conn: &mut Conn,
    limits: Limits,
    now: NaiveDateTime,
) -> QueryResult<usize> {
    let idle = sessions::last_seen_at.lt(now - limits.idle);
    diesel::delete(sessions::table.filter(idle.or(sessions::created_at.lt(now - limits.absolute))))
        .execute(conn)
}
