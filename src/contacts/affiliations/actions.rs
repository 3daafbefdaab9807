//! Writing affiliations. `insert`, `change` and `remove` are the parts that imports and other forms use inside
//! operations of their own. All of them lock the contact first: so the primary mark is never at two places, and the
//! unique index behind it is only the last guard.

use super::model::{Affiliation, AffiliationId, AffiliationInput};
use super::{first, primary, queries};
use crate::audit::{Audited, Done, Kind, Once, Operation, record_once, record_undoable};
use crate::auth::Actor;
use crate::contacts::model::ContactId;
use crate::db::Conn;
use crate::i18n::Message;
use crate::schema::affiliations;
use crate::web::WriteError;
use crate::{accounts, contacts};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Why an affiliation could not be written.
pub type AffiliationError = WriteError<Affiliation>;

type Written = Result<Affiliation, AffiliationError>;
type Recorded = Result<Done<Affiliation>, AffiliationError>;

/// Gives a contact a role at an account. `key` is the form's: the same form posted twice makes one affiliation.
pub fn create(
    conn: &mut Conn,
    actor: &Actor,
    contact: ContactId,
    input: &AffiliationInput,
    key: &str,
    now: NaiveDateTime,
) -> Result<Once<AffiliationId>, AffiliationError> {
    record_once(
        conn,
        actor,
        Kind::AffiliationCreate,
        key,
        now,
        |conn, op| Ok(insert(conn, op, contact, input)?.id),
    )
}

/// Changes an affiliation from the version that the form started from.
pub fn update(
    conn: &mut Conn,
    actor: &Actor,
    id: AffiliationId,
    version: i32,
    input: &AffiliationInput,
    now: NaiveDateTime,
) -> Recorded {
    record_undoable(conn, actor, Kind::AffiliationUpdate, now, |conn, op| {
        change(conn, op, id, Some(version), input)
    })
}

/// Takes an affiliation away as never having been (a role that ended gets an end date instead).
pub fn delete(conn: &mut Conn, actor: &Actor, id: AffiliationId, now: NaiveDateTime) -> Recorded {
    record_undoable(conn, actor, Kind::AffiliationDelete, now, |conn, op| {
        remove(conn, op, id)
    })
}

/// The part of [`create`] inside an operation. A contact's first role becomes the primary one by itself.
pub fn insert(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    contact: ContactId,
    input: &AffiliationInput,
) -> Written {
    let names = start(conn, op.actor, contact, input)?;
    let others = queries::all_of(conn, contact)?;
    let is_primary = input.is_primary || !primary::is_seen(conn, op.actor, &others)?;
    let lost = primary::take(conn, op.now, &others, is_primary)?;
    let row = first::write(conn, op.now, contact, input, is_primary)?;
    op.about(row.subject());
    // In the order of writing: an undo goes back the same way.
    primary::note(op, &lost);
    op.created(&row);
    names.say(op);
    Ok(row)
}

/// The part of [`update`] inside an operation; without a version it changes whatever is there. An input that changes
/// nothing leaves everything as it is.
pub fn change(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    id: AffiliationId,
    version: Option<i32>,
    input: &AffiliationInput,
) -> Written {
    let contact = queries::contact_of(conn, id)?;
    contacts::queries::lock(conn, contact)?;
    let before = queries::find(conn, op.actor, id)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(AffiliationError::Stale(Box::new(before)));
    }
    let names = start(conn, op.actor, contact, input)?;
    let after = before.with(input);
    if before.facts() == after.facts() {
        return Ok(before);
    }
    op.about(after.subject());
    let mut others = queries::all_of(conn, contact)?;
    others.retain(|a| a.id != id);
    let lost = primary::take(conn, op.now, &others, after.is_primary)?;
    primary::note(op, &lost);
    diesel::update(affiliations::table.find(id))
        .set((
            affiliations::account_id.eq(after.account_id),
            affiliations::role.eq(&after.role),
            affiliations::from_date.eq(after.from_date),
            affiliations::to_date.eq(after.to_date),
            affiliations::is_primary.eq(after.is_primary),
            affiliations::version.eq(before.version + 1),
            affiliations::updated_at.eq(op.now),
        ))
        .execute(conn)?;
    op.updated(&before, &after);
    names.say(op);
    Ok(queries::row(conn, id)?)
}

/// The part of [`delete`] inside an operation. The primary mark moves on to another role of the contact, if there is
/// one.
pub fn remove(conn: &mut Conn, op: &mut Operation<'_>, id: AffiliationId) -> Written {
    let contact = queries::contact_of(conn, id)?;
    contacts::queries::lock(conn, contact)?;
    let before = queries::find(conn, op.actor, id)?;
    let names = start(conn, op.actor, contact, &AffiliationInput::from(&before))?;
    diesel::update(affiliations::table.find(id))
        .set((
            affiliations::deleted_at.eq(op.now),
            affiliations::version.eq(before.version + 1),
        ))
        .execute(conn)?;
    op.deleted(&before);
    if before.is_primary {
        primary::pass_on(conn, op, contact)?;
    }
    names.say(op);
    Ok(before)
}

/// What the sentence says.
struct Names {
    contact: String,
    account: String,
}

impl Names {
    fn say(self, op: &mut Operation<'_>) {
        op.say("name", self.contact);
        op.say("account", self.account);
    }
}

/// Waits for its turn with the contact, and asks of any input, wherever it comes from: an account that can be seen,
/// and dates in order.
fn start(
    conn: &mut Conn,
    actor: &Actor,
    contact: ContactId,
    input: &AffiliationInput,
) -> Result<Names, AffiliationError> {
    first::in_order(input)?;
    contacts::queries::lock(conn, contact)?;
    let contact = contacts::queries::find(conn, actor, contact)?.name();
    match accounts::queries::find(conn, actor, input.account_id).optional()? {
        Some(account) => Ok(Names {
            contact,
            account: account.name,
        }),
        None => {
            let message = Message::new("affiliations-account-gone");
            Err(AffiliationError::at("account", message))
        }
    }
}
