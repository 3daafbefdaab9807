//! Changing the settings.

use super::{Settings, queries};
use crate::audit::{Kind, Operation, record};
use crate::auth::Actor;
use crate::db::{AsDatabaseError, Conn};
use crate::i18n::Message;
use crate::schema::settings;
use crate::web::AppError;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// What an admin may change.
#[derive(Clone, Debug)]
pub struct SettingsInput {
    /// The organisation's name.
    pub organisation_name: String,
    /// The language of new people.
    pub locale: &'static str,
    /// The time zone of new people.
    pub time_zone: String,
    /// How many days a deleted record can be restored.
    pub trash_days: i32,
}

/// Why the settings could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// Somebody else changed them since the form was opened: as they are now.
    #[error("changed meanwhile")]
    Stale(Box<Settings>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl AsDatabaseError for SettingsError {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        match self {
            Self::Db(error) => Some(error),
            Self::Stale(_) => None,
        }
    }
}

impl From<SettingsError> for AppError {
    fn from(error: SettingsError) -> Self {
        match error {
            SettingsError::Stale(_) => Self::Conflict(Message::new("errors-conflict")),
            SettingsError::Db(error) => error.into(),
        }
    }
}

/// Changes the settings from the version that the form started from.
pub fn update(
    conn: &mut Conn,
    actor: &Actor,
    version: i32,
    input: &SettingsInput,
    now: NaiveDateTime,
) -> Result<Settings, SettingsError> {
    record(conn, actor, Kind::SettingsUpdate, now, |conn, op| {
        let before = queries::lock(conn)?;
        if before.version != version {
            return Err(SettingsError::Stale(Box::new(before)));
        }
        Ok(save(conn, op, &before, input)?)
    })
}

/// Gives the organisation its name, as part of the setup.
pub fn name_organisation(conn: &mut Conn, op: &mut Operation<'_>, name: &str) -> QueryResult<()> {
    let before = queries::lock(conn)?;
    let locale = before.lang().code();
    let input = SettingsInput {
        organisation_name: name.to_owned(),
        locale,
        time_zone: before.time_zone.clone(),
        trash_days: before.trash_days,
    };
    save(conn, op, &before, &input).map(|_| ())
}

fn save(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    before: &Settings,
    input: &SettingsInput,
) -> QueryResult<Settings> {
    let mut after = Settings {
        organisation_name: input.organisation_name.clone(),
        locale: input.locale.to_owned(),
        time_zone: input.time_zone.clone(),
        trash_days: input.trash_days,
        version: before.version,
    };
    if op.updated(before, &after) {
        after.version += 1;
        diesel::update(settings::table.find(1))
            .set((
                settings::organisation_name.eq(&after.organisation_name),
                settings::locale.eq(&after.locale),
                settings::time_zone.eq(&after.time_zone),
                settings::trash_days.eq(after.trash_days),
                settings::version.eq(after.version),
                settings::updated_at.eq(op.now),
            ))
            .execute(conn)?;
    }
    Ok(after)
}
