//! Writing accounts. Each action is one transaction with its record; `insert`, `change` and `retire` are the parts
//! that imports use inside operations of their own.

use super::columns::columns;
use super::forms::AccountInput;
use super::model::{Account, AccountId};
use super::queries;
use super::reversal::bury;
use crate::audit::{Done, Kind, Once, Operation, record_once, record_undoable};
use crate::auth::{Actor, people};
use crate::db::{Conn, is_duplicate_of, last_insert_id};
use crate::i18n::Message;
use crate::schema::accounts;
use crate::web::{FieldErrors, WriteError};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Why an account could not be written.
pub type AccountError = WriteError<Account>;
type Written = Result<Account, AccountError>;

/// Adds an account. `key` is the form's: the same form posted twice makes one account.
pub fn create(
    conn: &mut Conn,
    actor: &Actor,
    input: &AccountInput,
    key: &str,
    now: NaiveDateTime,
) -> Result<Once<AccountId>, AccountError> {
    record_once(conn, actor, Kind::AccountCreate, key, now, |conn, op| {
        Ok(insert(conn, op, input)?.id)
    })
}

/// Changes an account from the version that the form started from.
pub fn update(
    conn: &mut Conn,
    actor: &Actor,
    id: AccountId,
    version: i32,
    input: &AccountInput,
    now: NaiveDateTime,
) -> Result<Done<Account>, AccountError> {
    record_undoable(conn, actor, Kind::AccountUpdate, now, |conn, op| {
        change(conn, op, id, Some(version), input)
    })
}

/// Deletes an account softly: it leaves lists and its number becomes free, its row and history stay.
pub fn delete(
    conn: &mut Conn,
    actor: &Actor,
    id: AccountId,
    now: NaiveDateTime,
) -> Result<Done<String>, AccountError> {
    record_undoable(conn, actor, Kind::AccountDelete, now, |conn, op| {
        queries::lock(conn, id)?;
        let account = queries::find(conn, actor, id)?;
        bury(conn, op, &account)?;
        Ok(account.name)
    })
}

/// The part of [`create`] inside an operation.
pub fn insert(conn: &mut Conn, op: &mut Operation<'_>, input: &AccountInput) -> Written {
    let parent = check(conn, op.actor, None, input)?;
    diesel::insert_into(accounts::table)
        .values((
            columns(input, parent),
            accounts::other_facts.eq(input.other_facts.as_deref().unwrap_or("{}")),
            accounts::created_at.eq(op.now),
            accounts::updated_at.eq(op.now),
        ))
        .execute(conn)
        .map_err(|e| at_field(conn, op.actor, e, input))?;
    let id: AccountId = diesel::select(last_insert_id()).get_result(conn)?;
    let account = queries::find(conn, op.actor, id)?;
    op.created(&account);
    op.say("name", account.name.as_str());
    Ok(account)
}

/// The part of [`update`] inside an operation; without a version it changes whatever is there (imports). An input
/// that changes nothing leaves the account, its version and its history as they are.
pub fn change(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    id: AccountId,
    version: Option<i32>,
    input: &AccountInput,
) -> Written {
    queries::lock(conn, id)?;
    let before = queries::find(conn, op.actor, id)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(AccountError::Stale(Box::new(before)));
    }
    let parent = check(conn, op.actor, Some(&before), input)?;
    let other_facts = input.other_facts.as_deref().unwrap_or(&before.other_facts);
    diesel::update(accounts::table.find(id))
        .set((
            columns(input, parent),
            accounts::other_facts.eq(other_facts),
        ))
        .execute(conn)
        .map_err(|e| at_field(conn, op.actor, e, input))?;
    let after = queries::find(conn, op.actor, id)?;
    if !op.updated(&before, &after) {
        return Ok(after);
    }
    op.say("name", after.name.as_str());
    diesel::update(accounts::table.find(id))
        .set((
            accounts::version.eq(before.version + 1),
            accounts::updated_at.eq(op.now),
        ))
        .execute(conn)?;
    Ok(Account {
        version: before.version + 1,
        updated_at: op.now,
        ..after
    })
}

/// The rules that need the database: the owner exists, the parent is found and is not below the account itself.
fn check(
    conn: &mut Conn,
    actor: &Actor,
    before: Option<&Account>,
    input: &AccountInput,
) -> Result<Option<AccountId>, AccountError> {
    let mut errors = FieldErrors::new();
    let kept = before.is_some_and(|b| b.owner_id == input.owner_id);
    if !kept && let Some(message) = people::cannot_own(conn, input.owner_id)? {
        errors.entry("owner_id").or_default().push(message);
    }
    let parent = match super::parents::find(conn, actor, before, &input.parent)? {
        Ok(parent) => parent,
        Err(message) => {
            errors.entry("parent").or_default().push(message);
            None
        }
    };
    if errors.is_empty() {
        Ok(parent)
    } else {
        Err(AccountError::Fields(errors))
    }
}

/// The unique index decides between two who save the same number at once; it is said at the field, with the way to the
/// one that has it.
fn at_field(
    conn: &mut Conn,
    actor: &Actor,
    error: diesel::result::Error,
    input: &AccountInput,
) -> AccountError {
    if !is_duplicate_of(&error, "accounts_living_number") {
        return error.into();
    }
    let number = crate::fields::organisation_number::display(&input.organisation_number);
    let message = Message::new("accounts-number-taken").arg("number", number);
    let holder = queries::visible_to(actor)
        .filter(accounts::living_number.eq(&input.organisation_number))
        .select(accounts::id)
        .first(conn);
    let message = match holder {
        Ok(id) => message.link(super::model::path(id)),
        Err(_) => message,
    };
    AccountError::at("organisation_number", message)
}
