//! Reading tags.

use super::{Carriers, Tag, TagId, Tagged};
use crate::db::Conn;
use crate::schema::{account_tags, contact_tags, tags};
use crate::web::list::Choice;
use diesel::prelude::*;
use std::collections::HashMap;

/// Every tag, by name.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<Tag>> {
    tags::table
        .filter(tags::deleted_at.is_null())
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
            .filter(tags::deleted_at.is_null())
            .order(tags::name)
            .select(Tag::as_select())
            .load(conn),
        Tagged::Contact(id) => tags::table
            .inner_join(contact_tags::table)
            .filter(contact_tags::contact_id.eq(id))
            .filter(tags::deleted_at.is_null())
            .order(tags::name)
            .select(Tag::as_select())
            .load(conn),
    }
}

/// Every tag, by name, and whether the record carries it: one statement.
pub(super) fn all_beside(conn: &mut Conn, record: Tagged) -> QueryResult<Vec<(Tag, bool)>> {
    let living = tags::table.filter(tags::deleted_at.is_null());
    match record {
        Tagged::Account(id) => living
            .left_join(
                account_tags::table.on(account_tags::tag_id
                    .eq(tags::id)
                    .and(account_tags::account_id.eq(id))),
            )
            .order(tags::name)
            .select((
                Tag::as_select(),
                account_tags::tag_id.nullable().is_not_null(),
            ))
            .load(conn),
        Tagged::Contact(id) => living
            .left_join(
                contact_tags::table.on(contact_tags::tag_id
                    .eq(tags::id)
                    .and(contact_tags::contact_id.eq(id))),
            )
            .order(tags::name)
            .select((
                Tag::as_select(),
                contact_tags::tag_id.nullable().is_not_null(),
            ))
            .load(conn),
    }
}

/// The tags of each of these records, by name: one statement, whatever their number.
pub fn of_each(
    conn: &mut Conn,
    kind: Carriers,
    ids: &[i64],
) -> QueryResult<HashMap<i64, Vec<Tag>>> {
    let mut found: HashMap<i64, Vec<Tag>> = HashMap::new();
    if ids.is_empty() {
        return Ok(found);
    }
    let rows: Vec<(i64, Tag)> = match kind {
        Carriers::Accounts => tags::table
            .inner_join(account_tags::table)
            .filter(account_tags::account_id.eq_any(ids))
            .filter(tags::deleted_at.is_null())
            .order((tags::name, tags::id))
            .select((account_tags::account_id, Tag::as_select()))
            .load(conn)?,
        Carriers::Contacts => tags::table
            .inner_join(contact_tags::table)
            .filter(contact_tags::contact_id.eq_any(ids))
            .filter(tags::deleted_at.is_null())
            .order((tags::name, tags::id))
            .select((contact_tags::contact_id, Tag::as_select()))
            .load(conn)?,
    };
    for (id, tag) in rows {
        found.entry(id).or_default().push(tag);
    }
    Ok(found)
}

/// These tags, to choose some.
pub fn choices(tags: &[Tag]) -> Vec<Choice> {
    tags.iter()
        .map(|tag| Choice {
            code: tag.id.to_string(),
            label: tag.name.clone(),
        })
        .collect()
}

/// The names of these tags, deleted ones too: for history.
pub fn names(conn: &mut Conn, ids: &[TagId]) -> QueryResult<Vec<(TagId, String, bool)>> {
    tags::table
        .filter(tags::id.eq_any(ids))
        .select((tags::id, tags::name, tags::deleted_at.is_null()))
        .load(conn)
}

/// A living tag by its id.
pub(super) fn find(conn: &mut Conn, id: TagId) -> QueryResult<Tag> {
    tags::table
        .find(id)
        .filter(tags::deleted_at.is_null())
        .select(Tag::as_select())
        .first(conn)
}

/// A tag by its folded name.
pub(super) fn by_key(conn: &mut Conn, key: &str) -> QueryResult<Option<Tag>> {
    tags::table
        .filter(tags::name_key.eq(key))
        .select(Tag::as_select())
        .first(conn)
        .optional()
}
