//! Making and revoking keys.

use super::forms::KeyInput;
use super::{ApiKey, queries};
use crate::audit::{Kind, record};
use crate::auth::{Actor, KeyId, Role, Status, token};
use crate::db::{AsDatabaseError, Conn, last_insert_id};
use crate::i18n::Message;
use crate::schema::{api_keys, users};
use crate::web::AppError;
use chrono::{Days, NaiveDateTime, NaiveTime};
use diesel::prelude::*;

/// What every key begins with, so that people and scanners of leaks recognise one.
const PREFIX: &str = "mm_";
/// As much of a key as is shown again.
const SHOWN: usize = 9;

/// Why a key could not be made or revoked.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Whoever asks has lost the right meanwhile, or is no person.
    #[error("not allowed any more")]
    NotAllowed,
    /// The key stands in the configuration.
    #[error("a key of the configuration")]
    Configured,
    /// The database failed, or there is no such key.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl AsDatabaseError for KeyError {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        match self {
            Self::Db(error) => Some(error),
            _ => None,
        }
    }
}

impl From<KeyError> for AppError {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::NotAllowed => Self::Forbidden(Role::Admin),
            KeyError::Configured => Self::Conflict(Message::new("api-keys-configured-stays")),
            KeyError::Db(error) => error.into(),
        }
    }
}

/// A new key as text: the prefix and 192 random bits. It is shown once and never stored.
pub fn new_key() -> std::io::Result<String> {
    Ok(format!("{PREFIX}{}", token::random()?))
}

/// Stores the hash of `key`. Only a person makes keys: a key that makes keys would outlive its revocation.
pub fn create(
    conn: &mut Conn,
    actor: &Actor,
    input: &KeyInput,
    key: &str,
    now: NaiveDateTime,
) -> Result<ApiKey, KeyError> {
    record(conn, actor, Kind::ApiKeyCreate, now, |conn, op| {
        let maker = actor.user_id.filter(|_| actor.api_key_id.is_none());
        let maker = maker.ok_or(KeyError::NotAllowed)?;
        let admin = users::table
            .find(maker)
            .filter(users::role.eq(Role::Admin))
            .filter(users::status.eq(Status::Active));
        let still: Option<i64> = admin
            .select(users::id)
            .for_update()
            .first(conn)
            .optional()?;
        still.ok_or(KeyError::NotAllowed)?;
        let after = input
            .expires_on
            .and_then(|day| day.checked_add_days(Days::new(1)));
        diesel::insert_into(api_keys::table)
            .values((
                api_keys::name.eq(&input.name),
                api_keys::prefix.eq(key.chars().take(SHOWN).collect::<String>()),
                api_keys::key_hash.eq(token::hash(key)),
                api_keys::role.eq(input.role),
                api_keys::scopes.eq(input.scopes.text()),
                api_keys::addresses.eq(&input.addresses),
                api_keys::created_by.eq(maker),
                api_keys::created_at.eq(now),
                api_keys::expires_at.eq(after.map(|day| day.and_time(NaiveTime::MIN))),
                api_keys::last_used_from.eq(""),
            ))
            .execute(conn)?;
        let id: KeyId = diesel::select(last_insert_id()).get_result(conn)?;
        let made = queries::find(conn, actor, id)?;
        op.created(&made);
        op.say("name", made.name.as_str());
        Ok(made)
    })
}

/// Revokes a key: it opens nothing from the next request on. Revoking twice is once.
pub fn revoke(
    conn: &mut Conn,
    actor: &Actor,
    id: KeyId,
    now: NaiveDateTime,
) -> Result<ApiKey, KeyError> {
    record(conn, actor, Kind::ApiKeyRevoke, now, |conn, op| {
        let row = api_keys::table.find(id).select(api_keys::id);
        row.for_update().first::<KeyId>(conn)?;
        let before = queries::find(conn, actor, id)?;
        if before.created_by.is_none() {
            return Err(KeyError::Configured);
        }
        if before.revoked_at.is_some() {
            return Ok(before);
        }
        diesel::update(api_keys::table.find(id))
            .set(api_keys::revoked_at.eq(now))
            .execute(conn)?;
        let after = ApiKey {
            revoked_at: Some(now),
            ..before.clone()
        };
        op.updated(&before, &after);
        op.say("name", after.name.as_str());
        Ok(after)
    })
}
