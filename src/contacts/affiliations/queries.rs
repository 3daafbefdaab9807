//! Reading affiliations: those of living contacts at living accounts, that the reader may see.

use super::model::{Affiliation, AffiliationId};
use crate::auth::Actor;
use crate::contacts::model::ContactId;
use crate::db::Conn;
use crate::schema::affiliations;
use crate::{accounts, contacts};
use diesel::prelude::*;

pub use super::shown::{MOST_PEOPLE, Primary, Shown, of_account, of_contact, primaries};

/// An affiliation by its id, if its contact and its account may be seen.
pub fn find(conn: &mut Conn, actor: &Actor, id: AffiliationId) -> QueryResult<Affiliation> {
    let affiliation = row(conn, id)?;
    contacts::queries::find(conn, actor, affiliation.contact_id)?;
    accounts::queries::find(conn, actor, affiliation.account_id)?;
    Ok(affiliation)
}

/// The living row, whatever became of its contact and account.
pub(super) fn row(conn: &mut Conn, id: AffiliationId) -> QueryResult<Affiliation> {
    affiliations::table
        .find(id)
        .filter(affiliations::deleted_at.is_null())
        .select(Affiliation::as_select())
        .first(conn)
}

/// The contact of an affiliation, living or not: what to lock before anything else is read.
pub(super) fn contact_of(conn: &mut Conn, id: AffiliationId) -> QueryResult<ContactId> {
    affiliations::table
        .find(id)
        .select(affiliations::contact_id)
        .first(conn)
}

/// The living affiliations of a contact as rows, with those at deleted accounts: what the primary mark moves among.
pub(super) fn all_of(conn: &mut Conn, contact: ContactId) -> QueryResult<Vec<Affiliation>> {
    affiliations::table
        .filter(affiliations::contact_id.eq(contact))
        .filter(affiliations::deleted_at.is_null())
        .order(affiliations::id)
        .select(Affiliation::as_select())
        .load(conn)
}

/// What people have lately written as roles, without asking all of them.
pub(super) fn recent_roles(conn: &mut Conn) -> QueryResult<Vec<String>> {
    let latest: Vec<String> = affiliations::table
        .filter(affiliations::role.ne(""))
        .order(affiliations::id.desc())
        .limit(200)
        .select(affiliations::role)
        .load(conn)?;
    let mut roles = Vec::new();
    for role in latest {
        if roles.len() < 20 && !roles.contains(&role) {
            roles.push(role);
        }
    }
    Ok(roles)
}
