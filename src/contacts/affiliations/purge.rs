//! Taking affiliations out of the database for good, where their account goes.

use super::model::Affiliation;
use super::primary;
use crate::accounts::model::AccountId;
use crate::audit::Operation;
use crate::contacts::queries::lock;
use crate::db::Conn;
use crate::schema::affiliations;
use diesel::prelude::*;

/// Removes everybody's roles at these accounts, ended and removed ones too. The primary mark moves on to another role of
/// the contact, if there is one.
pub fn purge_at(conn: &mut Conn, op: &mut Operation<'_>, ids: &[AccountId]) -> QueryResult<()> {
    let gone: Vec<Affiliation> = affiliations::table
        .filter(affiliations::account_id.eq_any(ids))
        .order(affiliations::id)
        .select(Affiliation::as_select())
        .load(conn)?;
    for role in &gone {
        lock(conn, role.contact_id)?;
    }
    diesel::delete(affiliations::table.filter(affiliations::account_id.eq_any(ids)))
        .execute(conn)?;
    for role in &gone {
        op.deleted(role);
        if role.is_primary {
            primary::pass_on(conn, op, role.contact_id)?;
        }
    }
    Ok(())
}
