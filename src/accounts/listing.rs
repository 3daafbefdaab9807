//! The list of accounts: its columns, its filters, its order.

use super::model::{AccountKind, AccountRow, AccountStatus};
use super::queries::{Visible, visible_to};
use crate::auth::{Actor, UserId};
use crate::db::counting::Count;
use crate::db::keyset::contains;
use crate::db::{Conn, count_up_to};
use crate::schema::accounts;
use crate::web::list::{
    Column, ColumnKind, Condition, Cursor, ListQuery, Selected, bounds, moment,
};
use crate::{filter_number, filter_text, keyset, keyset_nullable};
use chrono_tz::Tz;
use diesel::prelude::*;

/// Every column, in the order shown.
pub const COLUMNS: &[Column] = &[
    Column::new("name", "accounts-field-name", ColumnKind::Text).shown(),
    Column::new("kind", "accounts-field-kind", ColumnKind::Choice).shown(),
    Column::new(
        "organisation_number",
        "accounts-field-organisation_number",
        ColumnKind::Text,
    )
    .shown(),
    Column::new("email", "accounts-field-email", ColumnKind::Text),
    Column::new("phone", "accounts-field-phone", ColumnKind::Text),
    Column::new("website", "accounts-field-website", ColumnKind::Text),
    Column::new("city", "accounts-field-city", ColumnKind::Text).shown(),
    Column::new("country", "accounts-field-country", ColumnKind::Text),
    Column::new("industry", "accounts-field-industry", ColumnKind::Text),
    Column::new("employees", "accounts-field-employees", ColumnKind::Number),
    Column::new("members", "accounts-field-members", ColumnKind::Number).shown(),
    Column::new("status", "accounts-field-status", ColumnKind::Choice).shown(),
    Column::new("owner", "accounts-field-owner_id", ColumnKind::Choice).shown(),
    Column::new(
        "created_at",
        "accounts-field-created_at",
        ColumnKind::Moment,
    ),
    Column::new(
        "updated_at",
        "accounts-field-updated_at",
        ColumnKind::Moment,
    )
    .shown(),
];

/// By name, as people look for organisations.
pub const DEFAULT_SORT: (&str, bool) = ("name", false);

/// One page of the list and its count: two statements, whatever the rows.
pub fn page(
    conn: &mut Conn,
    actor: &Actor,
    list: &ListQuery,
    zone: Tz,
) -> QueryResult<(Selected<AccountRow>, Count)> {
    let count = count_up_to(conn, matching(actor, list, zone).select(accounts::id))?;
    let limit = i64::try_from(list.size + 1).unwrap_or(101);
    let query = ordered(matching(actor, list, zone), list)?;
    let rows = query
        .limit(limit)
        .select(AccountRow::as_select())
        .load(conn)?;
    Ok((Selected::from_read(list, rows), count))
}

/// The accounts that the filters match, without an order.
pub fn matching(actor: &Actor, list: &ListQuery, zone: Tz) -> Visible {
    let mut query = visible_to(actor);
    if !list.q.is_empty() {
        query = free_text(query, &list.q);
    }
    for (key, condition) in &list.conditions {
        query = narrowed(query, key, condition, zone);
    }
    query
}

fn free_text(query: Visible, text: &str) -> Visible {
    let pattern = contains(text);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let words = accounts::name
        .like(pattern.clone())
        .or(accounts::city.like(pattern.clone()))
        .or(accounts::email.like(pattern.clone()))
        .or(accounts::website.like(pattern));
    if digits.len() < 3 {
        return query.filter(words);
    }
    let phone = crate::fields::phone::key(text).unwrap_or_else(|| digits.clone());
    query.filter(
        words
            .or(accounts::organisation_number.like(format!("%{digits}%")))
            .or(accounts::phone_key.like(format!("%{}%", phone.trim_start_matches('+')))),
    )
}

fn narrowed(query: Visible, key: &str, condition: &Condition, zone: Tz) -> Visible {
    match key {
        "name" => filter_text!(query, accounts::name, condition),
        "email" => filter_text!(query, accounts::email, condition),
        "phone" => filter_text!(query, accounts::phone, condition),
        "website" => filter_text!(query, accounts::website, condition),
        "city" => filter_text!(query, accounts::city, condition),
        "country" => filter_text!(query, accounts::country, condition),
        "industry" => filter_text!(query, accounts::industry, condition),
        "organisation_number" => {
            filter_text!(query, accounts::organisation_number, &condition.digits())
        }
        "employees" => filter_number!(query, accounts::employees, condition),
        "members" => filter_number!(query, accounts::members, condition),
        "created_at" => filter_moment(query, condition, zone, false),
        "updated_at" => filter_moment(query, condition, zone, true),
        _ => narrowed_by_choice(query, key, condition),
    }
}

fn narrowed_by_choice(query: Visible, key: &str, condition: &Condition) -> Visible {
    let codes: &[String] = match condition {
        Condition::AnyOf(codes) => codes,
        _ => &[],
    };
    match (key, condition) {
        ("owner", Condition::Empty) => query.filter(accounts::owner_id.is_null()),
        ("owner", Condition::Filled) => query.filter(accounts::owner_id.is_not_null()),
        ("owner", _) => {
            let ids: Vec<UserId> = codes.iter().filter_map(|code| code.parse().ok()).collect();
            query.filter(accounts::owner_id.eq_any(ids))
        }
        ("kind", Condition::AnyOf(_)) => query.filter(
            accounts::kind.eq_any(
                codes
                    .iter()
                    .filter_map(|c| AccountKind::parse(c))
                    .collect::<Vec<_>>(),
            ),
        ),
        ("status", Condition::AnyOf(_)) => query.filter(
            accounts::status.eq_any(
                codes
                    .iter()
                    .filter_map(|c| AccountStatus::parse(c))
                    .collect::<Vec<_>>(),
            ),
        ),
        _ => query,
    }
}

fn filter_moment(mut query: Visible, condition: &Condition, zone: Tz, updated: bool) -> Visible {
    let (from, before) = bounds(condition, zone);
    if let Some(from) = from {
        query = if updated {
            query.filter(accounts::updated_at.ge(from))
        } else {
            query.filter(accounts::created_at.ge(from))
        };
    }
    match (before, updated) {
        (Some(before), true) => query.filter(accounts::updated_at.lt(before)),
        (Some(before), false) => query.filter(accounts::created_at.lt(before)),
        (None, _) => query,
    }
}

fn ordered(query: Visible, list: &ListQuery) -> QueryResult<Visible> {
    let text = |text: &str| Some(text.to_owned());
    let number = |text: &str| text.parse::<i32>().ok();
    let owner = |text: &str| text.parse::<i64>().ok();
    Ok(match list.sort {
        "kind" => keyset!(query, list, accounts::kind, accounts::id, text),
        "status" => keyset!(query, list, accounts::status, accounts::id, text),
        "organisation_number" => keyset!(
            query,
            list,
            accounts::organisation_number,
            accounts::id,
            text
        ),
        "email" => keyset!(query, list, accounts::email, accounts::id, text),
        "phone" => keyset!(query, list, accounts::phone, accounts::id, text),
        "website" => keyset!(query, list, accounts::website, accounts::id, text),
        "city" => keyset!(query, list, accounts::city, accounts::id, text),
        "country" => keyset!(query, list, accounts::country, accounts::id, text),
        "industry" => keyset!(query, list, accounts::industry, accounts::id, text),
        "employees" => keyset_nullable!(query, list, accounts::employees, accounts::id, number),
        "members" => keyset_nullable!(query, list, accounts::members, accounts::id, number),
        "owner" => keyset_nullable!(query, list, accounts::owner_id, accounts::id, owner),
        "created_at" => keyset!(query, list, accounts::created_at, accounts::id, moment),
        "updated_at" => keyset!(query, list, accounts::updated_at, accounts::id, moment),
        _ => keyset!(query, list, accounts::name, accounts::id, text),
    })
}

/// Where a row stands in the list.
pub fn cursor(list: &ListQuery, row: &AccountRow) -> Cursor {
    let value = match list.sort {
        "kind" => Some(row.kind.code().to_owned()),
        "status" => Some(row.status.code().to_owned()),
        "organisation_number" => Some(row.organisation_number.clone()),
        "email" => Some(row.email.clone()),
        "phone" => Some(row.phone.clone()),
        "website" => Some(row.website.clone()),
        "city" => Some(row.city.clone()),
        "country" => Some(row.country.clone()),
        "industry" => Some(row.industry.clone()),
        "employees" => row.employees.map(|n| n.to_string()),
        "members" => row.members.map(|n| n.to_string()),
        "owner" => row.owner_id.map(|id| id.to_string()),
        "created_at" => Some(crate::web::list::moment_text(row.created_at)),
        "updated_at" => Some(crate::web::list::moment_text(row.updated_at)),
        _ => Some(row.name.clone()),
    };
    Cursor {
        value,
        id: row.id.0,
    }
}
