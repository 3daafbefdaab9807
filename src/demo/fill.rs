//! Filling the demo data in.

use super::{is_filled, organisations, persons, removals};
use crate::accounts::model::AccountId;
use crate::accounts::{self, model::Account};
use crate::audit::{Kind, Once, Operation, record_once};
use crate::auth::Actor;
use crate::contacts::affiliations::{self, AffiliationInput};
use crate::contacts::{self, model::ContactId};
use crate::db::Conn;
use crate::tags::{self, TagId, Tagged};
use crate::web::AppError;
use crate::web::record::picked;
use chrono::{Datelike, NaiveDateTime};
use serde_json::Value;
use std::collections::HashSet;

/// Fills the demo data in, as one operation in one transaction. False if it is there already.
pub fn fill(conn: &mut Conn, actor: &Actor, now: NaiveDateTime) -> Result<bool, AppError> {
    if is_filled(conn)? {
        return Ok(false);
    }
    let key = format!("demo-{}", removals(conn)?);
    let done = record_once(conn, actor, Kind::DemoFill, &key, now, everything)?;
    Ok(matches!(done, Once::Now(_)))
}

fn everything(conn: &mut Conn, op: &mut Operation<'_>) -> Result<(), AppError> {
    let before: HashSet<TagId> = tags::all(conn)?.iter().map(|tag| tag.id).collect();
    let mut made: Vec<Account> = Vec::new();
    for place in 0..organisations::PER_TOWN * organisations::TOWNS.len() {
        let account = account(conn, op, place, &made)?;
        made.push(account);
    }
    let ids: Vec<AccountId> = made.iter().map(|account| account.id).collect();
    for place in 0..persons::COUNT {
        person(conn, op, place, &ids)?;
    }
    let new = tags::all(conn)?
        .into_iter()
        .filter(|tag| !before.contains(&tag.id));
    let new: Vec<Value> = new.map(|tag| tag.id.0.into()).collect();
    op.say("tags", new);
    op.say("accounts", ids.len());
    op.say("contacts", persons::COUNT);
    Ok(())
}

fn account(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    place: usize,
    made: &[Account],
) -> Result<Account, AppError> {
    let kind = organisations::type_of(place);
    let town = place / organisations::PER_TOWN * organisations::PER_TOWN;
    let parent = kind.parent.and_then(|parent| made.get(town + parent));
    let parent = parent.map(|parent| picked(&parent.name, parent.id));
    let form = organisations::form(place, parent.unwrap_or_default());
    let input = accounts::forms::parse(&form).map_err(AppError::Invalid)?;
    let account = accounts::actions::insert(conn, op, &input)?;
    tags::put(conn, op, Tagged::Account(account.id.0), kind.tag)?;
    Ok(account)
}

fn person(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    place: usize,
    accounts: &[AccountId],
) -> Result<(), AppError> {
    let input = contacts::forms::parse(&persons::form(place)).map_err(AppError::Invalid)?;
    let id: ContactId = contacts::actions::insert(conn, op, &input)?.id;
    if let Some(tag) = persons::tag(place) {
        tags::put(conn, op, Tagged::Contact(id.0), tag)?;
    }
    for role in persons::roles(place, op.now.year()) {
        let Some(account_id) = accounts.get(role.account) else {
            continue;
        };
        let input = AffiliationInput {
            account_id: *account_id,
            role: role.name.to_owned(),
            from_date: role.from,
            to_date: role.to,
            is_primary: false,
        };
        affiliations::actions::insert(conn, op, id, &input)?;
    }
    Ok(())
}
