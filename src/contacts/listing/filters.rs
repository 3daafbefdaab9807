//! What narrows the list of contacts.

use super::narrowed::Narrowed;
use crate::accounts;
use crate::contacts::queries::Visible;
use crate::db::Conn;
use crate::db::keyset::contains;
use crate::fields::fold;
use crate::schema::{accounts as account_columns, affiliations, contact_tags, contacts};
use crate::search_index::{IndexKind, Matches, Query, matching};
use crate::web::list::{Condition, ListQuery};
use crate::web::record::picked_id;
use crate::{filter_moment, filter_owner, filter_phone, filter_tags, filter_text};
use diesel::prelude::*;

/// The query narrowed by one filter.
pub(super) fn narrowed(
    query: Visible,
    of: &Narrowed<'_>,
    key: &str,
    condition: &Condition,
) -> Visible {
    let zone = of.zone;
    match key {
        "name" => by_name(query, condition),
        "account" => by_account(query, of, condition),
        "title" => filter_text!(query, contacts::title, condition),
        "email" => filter_text!(query, contacts::email, condition),
        "phone" => filter_phone!(query, contacts::phone, contacts::phone_key, condition),
        "mobile" => filter_phone!(query, contacts::mobile, contacts::mobile_key, condition),
        "city" => filter_text!(query, contacts::city, condition),
        "country" => filter_text!(query, contacts::country, condition),
        "owner" => filter_owner!(query, contacts::owner_id, condition),
        "tags" => filter_tags!(
            query,
            contacts::id,
            contact_tags::table,
            contact_tags::contact_id,
            contact_tags::tag_id,
            condition
        ),
        "created_at" => filter_moment!(query, contacts::created_at, condition, zone),
        "updated_at" => filter_moment!(query, contacts::updated_at, condition, zone),
        _ => query,
    }
}

fn by_name(query: Visible, condition: &Condition) -> Visible {
    match condition {
        Condition::Contains(text) => query.filter(
            contacts::sort_name
                .like(contains(text))
                .or(contacts::name_key.like(contains(&fold::fold(text)))),
        ),
        other => filter_text!(query, contacts::sort_name, other),
    }
}

/// Whoever has, or had, a role at an account of that name, or at the very one that `Name #12` means.
fn by_account(query: Visible, of: &Narrowed<'_>, condition: &Condition) -> Visible {
    let living = accounts::queries::visible_to(of.actor);
    let accounts = match condition {
        Condition::Contains(text) => {
            let meant = match &of.accounts {
                Some(ids) => living.filter(account_columns::id.eq_any(ids.clone())),
                None => living,
            };
            match picked_id(text) {
                Some(_) => meant,
                None => meant.filter(account_columns::name.like(contains(text))),
            }
        }
        Condition::Empty => return query.filter(contacts::account_name.eq("")),
        Condition::Filled => return query.filter(contacts::account_name.ne("")),
        _ => return query,
    };
    let people = affiliations::table
        .filter(affiliations::deleted_at.is_null())
        .filter(affiliations::account_id.eq_any(accounts.select(account_columns::id)))
        .select(affiliations::contact_id);
    query.filter(contacts::id.eq_any(people))
}

/// The accounts among which the filter on the account is to be looked for, where they are few.
pub(super) fn accounts_meant(conn: &mut Conn, list: &ListQuery) -> QueryResult<Option<Vec<i64>>> {
    let asked = list.conditions.iter().find(|(key, _)| *key == "account");
    let Some((_, Condition::Contains(text))) = asked else {
        return Ok(None);
    };
    if let Some(id) = picked_id(text) {
        return Ok(Some(vec![id]));
    }
    let words = Query::within_text(text);
    if words.terms.is_empty() {
        return Ok(None);
    }
    Ok(match matching(conn, IndexKind::Account, &[words])? {
        Matches::Ids(ids) => Some(ids),
        Matches::Many(..) => None,
    })
}
