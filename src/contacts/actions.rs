//! Writing contacts. Each action is one transaction with its record; `insert` and `change` are the parts that imports
//! use inside operations of their own.

use super::affiliations::{self, AffiliationInput};
use super::columns::columns;
use super::forms::ContactInput;
use super::model::{Contact, ContactId};
use super::queries;
use super::reversal::bury;
use crate::audit::{Done, Kind, Once, Operation, record_once, record_undoable};
use crate::auth::{Actor, people};
use crate::db::{Conn, last_insert_id};
use crate::i18n::Message;
use crate::schema::contacts;
use crate::web::WriteError;
use chrono::NaiveDateTime;
use diesel::prelude::*;

pub use super::columns::name_key;

/// Why a contact could not be written.
pub type ContactError = WriteError<Contact>;

type Written = Result<Contact, ContactError>;

/// Adds a contact. `key` is the form's: the same form posted twice makes one contact.
pub fn create(
    conn: &mut Conn,
    actor: &Actor,
    input: &ContactInput,
    key: &str,
    now: NaiveDateTime,
) -> Result<Once<ContactId>, ContactError> {
    create_at(conn, actor, input, None, key, now)
}

/// The same, together with the contact's first role.
pub fn create_at(
    conn: &mut Conn,
    actor: &Actor,
    input: &ContactInput,
    role: Option<&AffiliationInput>,
    key: &str,
    now: NaiveDateTime,
) -> Result<Once<ContactId>, ContactError> {
    record_once(conn, actor, Kind::ContactCreate, key, now, |conn, op| {
        let contact = insert(conn, op, input)?;
        if let Some(role) = role {
            affiliations::actions::insert(conn, op, contact.id, role)
                .map_err(ContactError::from_other)?;
        }
        Ok(contact.id)
    })
}

/// Changes a contact from the version that the form started from.
pub fn update(
    conn: &mut Conn,
    actor: &Actor,
    id: ContactId,
    version: i32,
    input: &ContactInput,
    now: NaiveDateTime,
) -> Result<Done<Contact>, ContactError> {
    record_undoable(conn, actor, Kind::ContactUpdate, now, |conn, op| {
        change(conn, op, id, Some(version), input)
    })
}

/// Deletes a contact softly: it leaves lists and accounts' pages; its row, roles and history stay.
pub fn delete(
    conn: &mut Conn,
    actor: &Actor,
    id: ContactId,
    now: NaiveDateTime,
) -> Result<Done<String>, ContactError> {
    record_undoable(conn, actor, Kind::ContactDelete, now, |conn, op| {
        queries::lock(conn, id)?;
        let contact = queries::find(conn, actor, id)?;
        bury(conn, op, &contact)?;
        Ok(contact.name())
    })
}

/// The part of [`create`] inside an operation.
pub fn insert(conn: &mut Conn, op: &mut Operation<'_>, input: &ContactInput) -> Written {
    check(conn, None, input)?;
    diesel::insert_into(contacts::table)
        .values((
            columns(input),
            contacts::other_facts.eq(input.other_facts.as_deref().unwrap_or("{}")),
            contacts::created_at.eq(op.now),
            contacts::updated_at.eq(op.now),
        ))
        .execute(conn)?;
    let id: ContactId = diesel::select(last_insert_id()).get_result(conn)?;
    let contact = queries::find(conn, op.actor, id)?;
    op.created(&contact);
    op.say("name", contact.name());
    Ok(contact)
}

/// The part of [`update`] inside an operation; without a version it changes whatever is there (imports). An input
/// that changes nothing leaves the contact, its version and its history as they are.
pub fn change(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    id: ContactId,
    version: Option<i32>,
    input: &ContactInput,
) -> Written {
    queries::lock(conn, id)?;
    let before = queries::find(conn, op.actor, id)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(ContactError::Stale(Box::new(before)));
    }
    check(conn, Some(&before), input)?;
    let other_facts = input.other_facts.as_deref().unwrap_or(&before.other_facts);
    diesel::update(contacts::table.find(id))
        .set((columns(input), contacts::other_facts.eq(other_facts)))
        .execute(conn)?;
    let after = queries::find(conn, op.actor, id)?;
    if !op.updated(&before, &after) {
        return Ok(after);
    }
    op.say("name", after.name());
    let version = before.version + 1;
    diesel::update(contacts::table.find(id))
        .set((
            contacts::version.eq(version),
            contacts::updated_at.eq(op.now),
        ))
        .execute(conn)?;
    Ok(Contact {
        version,
        updated_at: op.now,
        ..after
    })
}

/// What an action asks of any input, wherever it comes from: a name, and an owner who exists.
fn check(
    conn: &mut Conn,
    before: Option<&Contact>,
    input: &ContactInput,
) -> Result<(), ContactError> {
    if input.first_name.is_empty() && input.last_name.is_empty() {
        let message = Message::new("contacts-name-required");
        return Err(ContactError::at("last_name", message));
    }
    let kept = before.is_some_and(|b| b.owner_id == input.owner_id);
    if !kept && let Some(message) = people::cannot_own(conn, input.owner_id)? {
        return Err(ContactError::at("owner_id", message));
    }
    Ok(())
}
