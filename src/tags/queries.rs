//! Reading tags.

use super::{Tag, TagId, Tagged};
use crate::db::Conn;
use crate::schema::{account_tags, contact_tags, tags};
use diesel::prelude::*;

/// Every tag, by name.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<Tag>> {
    tags::table
        .order(tags::name)
        .select(Tag::as_select())
        .load(conn)
}

/// The tags of a record, by name.
pub fn of(conn: &mut Conn, record: Tagged) -> QueryResult<Vec<Tag>> {
    match record {
        Tagged::Account(id) => tags::table
            .inner_join(account_tags::table)
            .filter(account_tags::account_id.eq(id))
            .order(tags::name)
            .select(Tag::as_select())
            .load(conn),
        Tagged::Contact(id) => tags::table
            .inner_join(contact_tags::table)
            .filter(contact_tags::contact_id.eq(id))
            .order(tags::name)
            .select(Tag::as_select())
            .load(conn),
    }
}

/// A tag by its id.
pub(super) fn find(conn: &mut Conn, id: TagId) -> QueryResult<Tag> {
    tags::table.find(id).select(Tag::as_select()).first(conn)
}

/// A tag by its folded name.
pub(super) fn by_key(conn: &mut Conn, key: &str) -> QueryResult<Option<Tag>> {
    tags::table
        .filter(tags::name_key.eq(key))
        .select(Tag::as_select())
        .first(conn)
        .optional()
}
