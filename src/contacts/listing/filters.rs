//! What narrows the list of contacts.

use crate::accounts;
use crate::accounts::model::AccountId;
use crate::auth::Actor;
use crate::contacts::queries::Visible;
use crate::db::keyset::contains;
use crate::fields::{fold, phone};
use crate::schema::{accounts as account_columns, affiliations, contact_tags, contacts};
use crate::web::list::Condition;
use crate::web::record::picked_id;
use crate::{filter_moment, filter_owner, filter_tags, filter_text};
use chrono_tz::Tz;
use diesel::prelude::*;

/// Contacts whose name (either way round), e-mail address, city, title or number contains the text.
pub(super) fn free_text(query: Visible, text: &str) -> Visible {
    let pattern = contains(text);
    let words = contacts::sort_name
        .like(pattern.clone())
        .or(contacts::name_key.like(contains(&fold::fold(text))))
        .or(contacts::email.like(pattern.clone()))
        .or(contacts::title.like(pattern.clone()))
        .or(contacts::city.like(pattern));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 3 {
        return query.filter(words);
    }
    let number = phone::key(text).unwrap_or(digits);
    let number = format!("%{}%", number.trim_start_matches('+'));
    query.filter(
        words
            .or(contacts::phone_key.like(number.clone()))
            .or(contacts::mobile_key.like(number)),
    )
}

/// The query narrowed by one filter.
pub(super) fn narrowed(
    query: Visible,
    actor: &Actor,
    key: &str,
    condition: &Condition,
    zone: Tz,
) -> Visible {
    match key {
        "name" => by_name(query, condition),
        "account" => by_account(query, actor, condition),
        "title" => filter_text!(query, contacts::title, condition),
        "email" => filter_text!(query, contacts::email, condition),
        "phone" => filter_text!(query, contacts::phone, condition),
        "mobile" => filter_text!(query, contacts::mobile, condition),
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
fn by_account(query: Visible, actor: &Actor, condition: &Condition) -> Visible {
    let living = accounts::queries::visible_to(actor);
    let accounts = match condition {
        Condition::Contains(text) => match picked_id(text) {
            Some(id) => living.filter(account_columns::id.eq(AccountId(id))),
            None => living.filter(account_columns::name.like(contains(text))),
        },
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
