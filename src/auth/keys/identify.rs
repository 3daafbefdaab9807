//! From a key to the program that holds it: one statement, made afresh for every request, so that a revocation, an
//! expiry or the maker's disablement holds from the next request on.

use super::{KeyId, Scopes};
use crate::auth::{Role, Status, UserId, networks, token};
use crate::config::Secret;
use crate::db::{Conn, is_duplicate_of};
use crate::schema::{api_keys, users};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use subtle::ConstantTimeEq;

/// A program that has shown a key.
#[derive(Clone, Debug)]
pub struct KeyIdentity {
    /// The key's row.
    pub id: KeyId,
    /// Its name.
    pub name: String,
    /// What it may do: its own ceiling, and never more than its maker.
    pub role: Role,
    /// What it is open for.
    pub scopes: Scopes,
    /// Who made it; nobody for the keys of the configuration.
    pub made_by: Option<UserId>,
}

/// Why a key opens nothing: for the log only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyRefusal {
    /// No such key.
    Unknown,
    /// It has been revoked, or has left the configuration.
    Revoked,
    /// Its time is over.
    Expired,
    /// It comes from a network that it may not come from.
    Address,
    /// Whoever made it may not sign in any more.
    Maker,
}

#[derive(Queryable)]
struct Row {
    id: KeyId,
    name: String,
    key_hash: Vec<u8>,
    role: Role,
    scopes: String,
    addresses: String,
    made_by: Option<UserId>,
    expires_at: Option<NaiveDateTime>,
    revoked_at: Option<NaiveDateTime>,
    last_used_at: Option<NaiveDateTime>,
    maker: Option<(Role, Status)>,
}

/// `last_used_at` is written at most this often.
const USED_STEP_SECONDS: i64 = 60;
/// What the keys of the configuration are called.
const CONFIGURED_NAME: &str = "BACKEND_API_KEYS";

/// The program that holds `key`, or why it is nobody. `configured` are the keys of the settings.
pub fn identify_key(
    conn: &mut Conn,
    key: &str,
    address: &str,
    configured: &[Secret],
    now: NaiveDateTime,
) -> QueryResult<Result<KeyIdentity, KeyRefusal>> {
    let hash = token::hash(key);
    let is_configured = is_one_of(&hash, configured);
    let mut row = find(conn, &hash)?;
    if row.is_none() && is_configured {
        note_configured(conn, key, &hash, now)?;
        row = find(conn, &hash)?;
    }
    let Some(row) = row.filter(|row| bool::from(row.key_hash.ct_eq(&hash))) else {
        return Ok(Err(KeyRefusal::Unknown));
    };
    if let Some(refusal) = refusal(&row, is_configured, address, now) {
        return Ok(Err(refusal));
    }
    let step = TimeDelta::seconds(USED_STEP_SECONDS);
    if row.last_used_at.is_none_or(|at| now - at >= step) {
        diesel::update(api_keys::table.find(row.id))
            .set((
                api_keys::last_used_at.eq(now),
                api_keys::last_used_from.eq(address),
            ))
            .execute(conn)?;
    }
    let makers = row.maker.map_or(row.role, |(role, _)| role);
    Ok(Ok(KeyIdentity {
        id: row.id,
        name: row.name,
        role: row.role.min(makers),
        // A key of the configuration is open for what this version knows, not for what was known when it was noted.
        scopes: match row.made_by {
            Some(_) => Scopes::parse(&row.scopes),
            None => Scopes::all(),
        },
        made_by: row.made_by,
    }))
}

fn refusal(
    row: &Row,
    is_configured: bool,
    address: &str,
    now: NaiveDateTime,
) -> Option<KeyRefusal> {
    let has_left = row.made_by.is_none() && !is_configured;
    if row.revoked_at.is_some() || has_left {
        return Some(KeyRefusal::Revoked);
    }
    if row.expires_at.is_some_and(|at| at <= now) {
        return Some(KeyRefusal::Expired);
    }
    if !networks::allow(&row.addresses, address) {
        return Some(KeyRefusal::Address);
    }
    let active = row.maker.is_none_or(|(_, status)| status == Status::Active);
    (!active).then_some(KeyRefusal::Maker)
}

fn find(conn: &mut Conn, hash: &[u8]) -> QueryResult<Option<Row>> {
    api_keys::table
        .left_join(users::table)
        .filter(api_keys::key_hash.eq(hash))
        .select((
            (api_keys::id, api_keys::name, api_keys::key_hash),
            (api_keys::role, api_keys::scopes, api_keys::addresses),
            (api_keys::created_by, api_keys::expires_at),
            (api_keys::revoked_at, api_keys::last_used_at),
            (users::role, users::status).nullable(),
        ))
        .first::<((_, _, _), (_, _, _), (_, _), (_, _), Option<(_, _)>)>(conn)
        .optional()
        .map(|found| {
            found.map(|(what, may, made, ended, maker)| Row {
                id: what.0,
                name: what.1,
                key_hash: what.2,
                role: may.0,
                scopes: may.1,
                addresses: may.2,
                made_by: made.0,
                expires_at: made.1,
                revoked_at: ended.0,
                last_used_at: ended.1,
                maker,
            })
        })
}

/// Looks at all of them, so that the time says nothing.
fn is_one_of(hash: &[u8], configured: &[Secret]) -> bool {
    let mut found = subtle::Choice::from(0);
    for key in configured {
        found |= token::hash(key.reveal()).ct_eq(hash);
    }
    found.into()
}

/// A key of the configuration gets a row when it is first used, so that its use and what it did are seen.
fn note_configured(conn: &mut Conn, key: &str, hash: &[u8], now: NaiveDateTime) -> QueryResult<()> {
    // So little of it that nobody can go on from there.
    let prefix: String = key
        .chars()
        .take(4)
        .chain(['…'])
        .filter(char::is_ascii)
        .collect();
    let outcome = diesel::insert_into(api_keys::table)
        .values((
            api_keys::name.eq(CONFIGURED_NAME),
            api_keys::prefix.eq(prefix),
            api_keys::key_hash.eq(hash),
            api_keys::role.eq(Role::Admin),
            api_keys::scopes.eq(Scopes::all().text()),
            api_keys::addresses.eq(""),
            api_keys::created_at.eq(now),
            api_keys::last_used_from.eq(""),
        ))
        .execute(conn);
    match outcome {
        Err(error) if !is_duplicate_of(&error, "api_keys_key_hash") => Err(error),
        _ => Ok(()),
    }
}
