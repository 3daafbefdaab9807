//! Taking contacts out of the database for good.

use super::affiliations::Affiliation;
use super::model::{Contact, ContactId, path};
use crate::audit::{Operation, SubjectType};
use crate::db::Conn;
use crate::schema::{affiliations, contact_tags, contacts};
use crate::{drafts, duplicates};
use diesel::prelude::*;

/// Removes the rows of these contacts, deleted ones too, with their roles, tags, what was noted of likely duplicates and
/// drafts. How many there were.
pub fn purge(conn: &mut Conn, op: &mut Operation<'_>, ids: &[ContactId]) -> QueryResult<usize> {
    let gone: Vec<Contact> = contacts::table
        .filter(contacts::id.eq_any(ids))
        .select(Contact::as_select())
        .load(conn)?;
    let roles: Vec<Affiliation> = affiliations::table
        .filter(affiliations::contact_id.eq_any(ids))
        .select(Affiliation::as_select())
        .load(conn)?;
    diesel::delete(affiliations::table.filter(affiliations::contact_id.eq_any(ids)))
        .execute(conn)?;
    diesel::delete(contact_tags::table.filter(contact_tags::contact_id.eq_any(ids)))
        .execute(conn)?;
    let numbers: Vec<i64> = ids.iter().map(|id| id.0).collect();
    duplicates::purge(conn, SubjectType::Contact, &numbers)?;
    let pages: Vec<String> = ids.iter().map(|id| path(*id)).collect();
    drafts::forget_at(conn, &pages)?;
    diesel::delete(contacts::table.filter(contacts::id.eq_any(ids))).execute(conn)?;
    roles.iter().for_each(|role| op.deleted(role));
    gone.iter().for_each(|contact| op.deleted(contact));
    Ok(gone.len())
}
