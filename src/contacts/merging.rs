//! One contact taken into another: the contact's own part of a merge, which `merges` puts together with what hangs on it.

use super::actions::{self, ContactError};
use super::forms::ContactInput;
use super::model::Contact;
use super::reversal::bury;
use crate::audit::Operation;
use crate::db::Conn;

/// Deletes `gone` and gives `kept` these values. Both are locked and as they are now.
pub fn absorb(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    kept: &Contact,
    gone: &Contact,
    input: &ContactInput,
) -> Result<Contact, ContactError> {
    bury(conn, op, gone)?;
    actions::change(conn, op, kept.id, Some(kept.version), input)
}
