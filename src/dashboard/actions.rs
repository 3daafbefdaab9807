//! Arranging a dashboard. Each action is one transaction with its record.

use super::layout::Layout;
use super::queries::{self, Row, Whose};
use crate::audit::{Kind, Operation, Subject, SubjectType, record};
use crate::auth::Actor;
use crate::db::{AsDatabaseError, Conn, is_duplicate_of, last_insert_id};
use crate::schema::dashboard_layouts;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Why a dashboard could not be arranged.
#[derive(Debug, thiserror::Error)]
pub enum ArrangeError {
    /// Somebody else arranged it meanwhile, or oneself in another window.
    #[error("changed meanwhile")]
    Stale,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl AsDatabaseError for ArrangeError {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        match self {
            Self::Db(error) => Some(error),
            Self::Stale => None,
        }
    }
}

/// Keeps an arrangement, over the version that the form started from; 0 where there was none.
pub fn save(
    conn: &mut Conn,
    actor: &Actor,
    whose: Whose,
    layout: &Layout,
    version: i32,
    now: NaiveDateTime,
) -> Result<(), ArrangeError> {
    put(
        conn,
        actor,
        whose,
        (Kind::DashboardUpdate, &layout.write()),
        Some(version),
        now,
    )
}

/// Forgets an arrangement.
pub fn reset(
    conn: &mut Conn,
    actor: &Actor,
    whose: Whose,
    now: NaiveDateTime,
) -> Result<(), ArrangeError> {
    put(conn, actor, whose, (Kind::DashboardReset, ""), None, now)
}

fn put(
    conn: &mut Conn,
    actor: &Actor,
    whose: Whose,
    (kind, tiles): (Kind, &str),
    version: Option<i32>,
    now: NaiveDateTime,
) -> Result<(), ArrangeError> {
    record(conn, actor, kind, now, |conn, op| {
        let before = queries::locked(conn, whose)?;
        let there = before.as_ref().map_or(0, |row| row.version);
        if version.is_some_and(|version| version != there) {
            return Err(ArrangeError::Stale);
        }
        let was = before
            .as_ref()
            .map(|row| row.tiles.clone())
            .unwrap_or_default();
        if was == tiles {
            return Ok(());
        }
        let id = write(conn, op, whose, before.as_ref(), tiles).map_err(at_once)?;
        let subject = Subject::new(SubjectType::Dashboard, id);
        op.changed(subject, "tiles", was.into(), tiles.into());
        match whose {
            Whose::Role(role) => {
                op.say("whose", "role");
                op.say("role", role.code());
            }
            Whose::Person(_) => op.say("whose", "own"),
        }
        Ok(())
    })
}

/// Two arranged it for the first time at once: the index decides.
fn at_once(error: diesel::result::Error) -> ArrangeError {
    let taken = ["dashboard_layouts_user", "dashboard_layouts_role"];
    match taken.iter().any(|key| is_duplicate_of(&error, key)) {
        true => ArrangeError::Stale,
        false => error.into(),
    }
}

fn write(
    conn: &mut Conn,
    op: &Operation<'_>,
    whose: Whose,
    before: Option<&Row>,
    tiles: &str,
) -> QueryResult<i64> {
    if let Some(before) = before {
        diesel::update(dashboard_layouts::table.find(before.id))
            .set((
                dashboard_layouts::tiles.eq(tiles),
                dashboard_layouts::version.eq(before.version + 1),
                dashboard_layouts::updated_at.eq(op.now),
            ))
            .execute(conn)?;
        return Ok(before.id);
    }
    diesel::insert_into(dashboard_layouts::table)
        .values((
            dashboard_layouts::user_id.eq(whose.person()),
            dashboard_layouts::role.eq(whose.role()),
            dashboard_layouts::tiles.eq(tiles),
            dashboard_layouts::updated_at.eq(op.now),
        ))
        .execute(conn)?;
    diesel::select(last_insert_id()).get_result(conn)
}
