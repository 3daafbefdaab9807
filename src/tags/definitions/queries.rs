//! Reading tags for their own pages.

use crate::audit::{Subject, SubjectType};
use crate::db::Conn;
use crate::schema::{account_tags, accounts, contact_tags, contacts, tags};
use crate::tags::{Tag, TagId};
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

/// How many living records carry a tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Carried {
    pub accounts: i64,
    pub contacts: i64,
}

/// How many living records carry each tag, or one of them: two statements.
pub(super) fn carried(
    conn: &mut Conn,
    only: Option<TagId>,
) -> QueryResult<HashMap<TagId, Carried>> {
    let mut found: HashMap<TagId, Carried> = HashMap::new();
    let mut by_accounts = account_tags::table
        .inner_join(accounts::table)
        .filter(accounts::deleted_at.is_null())
        .group_by(account_tags::tag_id)
        .select((account_tags::tag_id, count_star()))
        .into_boxed();
    let mut by_contacts = contact_tags::table
        .inner_join(contacts::table)
        .filter(contacts::deleted_at.is_null())
        .group_by(contact_tags::tag_id)
        .select((contact_tags::tag_id, count_star()))
        .into_boxed();
    if let Some(id) = only {
        by_accounts = by_accounts.filter(account_tags::tag_id.eq(id));
        by_contacts = by_contacts.filter(contact_tags::tag_id.eq(id));
    }
    let rows: Vec<(TagId, i64)> = by_accounts.load(conn)?;
    for (id, n) in rows {
        found.entry(id).or_default().accounts = n;
    }
    let rows: Vec<(TagId, i64)> = by_contacts.load(conn)?;
    for (id, n) in rows {
        found.entry(id).or_default().contacts = n;
    }
    Ok(found)
}

/// A living record that carries a tag.
pub(super) fn carrier(conn: &mut Conn, id: TagId) -> QueryResult<Option<Subject>> {
    let account: Option<i64> = account_tags::table
        .inner_join(accounts::table)
        .filter(account_tags::tag_id.eq(id))
        .filter(accounts::deleted_at.is_null())
        .select(account_tags::account_id)
        .first(conn)
        .optional()?;
    if let Some(account) = account {
        return Ok(Some(Subject::new(SubjectType::Account, account)));
    }
    let contact: Option<i64> = contact_tags::table
        .inner_join(contacts::table)
        .filter(contact_tags::tag_id.eq(id))
        .filter(contacts::deleted_at.is_null())
        .select(contact_tags::contact_id)
        .first(conn)
        .optional()?;
    Ok(contact.map(|contact| Subject::new(SubjectType::Contact, contact)))
}

/// Waits for its turn to change a tag, and reads it as it is then; whether it has been deleted.
pub(super) fn locked(conn: &mut Conn, id: TagId) -> QueryResult<Option<(Tag, bool)>> {
    tags::table
        .find(id)
        .select((Tag::as_select(), tags::deleted_at.is_not_null()))
        .for_update()
        .first(conn)
        .optional()
}
