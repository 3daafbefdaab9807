//! Writing a new affiliation's row; and the short way for the first role of a contact that was just made.

use super::actions::AffiliationError;
use super::model::{Affiliation, AffiliationId, AffiliationInput};
use super::queries;
use crate::audit::Operation;
use crate::contacts::model::{Contact, ContactId};
use crate::db::{Conn, last_insert_id};
use crate::i18n::Message;
use crate::schema::affiliations;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Gives a contact that was made in the same transaction its first role, at an account that was read in it. Nobody else
/// can see such a contact, so there is nothing to wait for, to look up or to take the primary mark from: imports make
/// thousands.
pub fn insert_first(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    contact: &Contact,
    input: &AffiliationInput,
) -> Result<Affiliation, AffiliationError> {
    in_order(input)?;
    let row = write(conn, op.now, contact.id, input, true)?;
    op.created(&row);
    Ok(row)
}

/// A role does not end before it begins.
pub(super) fn in_order(input: &AffiliationInput) -> Result<(), AffiliationError> {
    match (input.from_date, input.to_date) {
        (Some(from), Some(to)) if to < from => {
            let message = Message::new("affiliations-dates-reversed");
            Err(AffiliationError::at("to_date", message))
        }
        _ => Ok(()),
    }
}

/// The row itself.
pub(super) fn write(
    conn: &mut Conn,
    now: NaiveDateTime,
    contact: ContactId,
    input: &AffiliationInput,
    is_primary: bool,
) -> QueryResult<Affiliation> {
    diesel::insert_into(affiliations::table)
        .values((
            affiliations::contact_id.eq(contact),
            affiliations::account_id.eq(input.account_id),
            affiliations::role.eq(&input.role),
            affiliations::from_date.eq(input.from_date),
            affiliations::to_date.eq(input.to_date),
            affiliations::is_primary.eq(is_primary),
            affiliations::created_at.eq(now),
            affiliations::updated_at.eq(now),
        ))
        .execute(conn)?;
    let id: AffiliationId = diesel::select(last_insert_id()).get_result(conn)?;
    queries::row(conn, id)
}
