//! A tag on many records at once: a fixed number of statements, whatever the rows.

use super::actions::listed;
use super::{Carriers, TagId, queries};
use crate::audit::Operation;
use crate::db::Conn;
use crate::schema::{account_tags, contact_tags};
use diesel::prelude::*;

/// Puts a tag on these records, within an operation; those that have it are left alone. How many got it.
pub fn put_on_many(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    carriers: Carriers,
    ids: &[i64],
    tag: TagId,
) -> QueryResult<usize> {
    let tag = queries::find(conn, tag)?;
    let before = queries::of_each(conn, carriers, ids)?;
    let none = Vec::new();
    let has = |id: &i64| {
        before
            .get(id)
            .unwrap_or(&none)
            .iter()
            .any(|t| t.id == tag.id)
    };
    let without: Vec<i64> = ids.iter().copied().filter(|id| !has(id)).collect();
    if without.is_empty() {
        return Ok(0);
    }
    match carriers {
        Carriers::Accounts => {
            let row = |id: &i64| {
                (
                    account_tags::account_id.eq(*id),
                    account_tags::tag_id.eq(tag.id),
                )
            };
            let rows: Vec<_> = without.iter().map(row).collect();
            diesel::insert_or_ignore_into(account_tags::table)
                .values(rows)
                .execute(conn)?;
        }
        Carriers::Contacts => {
            let row = |id: &i64| {
                (
                    contact_tags::contact_id.eq(*id),
                    contact_tags::tag_id.eq(tag.id),
                )
            };
            let rows: Vec<_> = without.iter().map(row).collect();
            diesel::insert_or_ignore_into(contact_tags::table)
                .values(rows)
                .execute(conn)?;
        }
    }
    for id in &without {
        let had = before.get(id).unwrap_or(&none);
        let mut has = had.clone();
        has.push(tag.clone());
        op.changed(
            carriers.one(*id).subject(),
            "tags",
            listed(had),
            listed(&has),
        );
    }
    Ok(without.len())
}

/// Takes a tag off these records, within an operation; those without it are left alone. How many lost it.
pub fn take_off_many(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    carriers: Carriers,
    ids: &[i64],
    tag: TagId,
) -> QueryResult<usize> {
    let mut before = queries::of_each(conn, carriers, ids)?;
    before.retain(|_, tags| tags.iter().any(|t| t.id == tag));
    match carriers {
        Carriers::Accounts => {
            let with = account_tags::account_id.eq_any(before.keys());
            let rows = account_tags::table.filter(account_tags::tag_id.eq(tag));
            diesel::delete(rows.filter(with)).execute(conn)?
        }
        Carriers::Contacts => {
            let with = contact_tags::contact_id.eq_any(before.keys());
            let rows = contact_tags::table.filter(contact_tags::tag_id.eq(tag));
            diesel::delete(rows.filter(with)).execute(conn)?
        }
    };
    for id in ids {
        let Some(had) = before.get(id) else { continue };
        let mut has = had.clone();
        has.retain(|t| t.id != tag);
        op.changed(
            carriers.one(*id).subject(),
            "tags",
            listed(had),
            listed(&has),
        );
    }
    Ok(before.len())
}
