//! How the list of accounts is sorted, and where a row stands in it.

use crate::accounts::model::AccountRow;
use crate::accounts::queries::Visible;
use crate::schema::accounts;
use crate::web::list::{Cursor, ListQuery, moment, moment_text};
use crate::{keyset, keyset_nullable};
use diesel::prelude::*;

/// The query in the list's order, from its cursor on; the order by owner is made of parts (see `super::rows`).
pub(super) fn ordered(query: Visible, list: &ListQuery) -> QueryResult<Visible> {
    let text = |text: &str| Some(text.to_owned());
    let number = |text: &str| text.parse::<i32>().ok();
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
        "created_at" => keyset!(query, list, accounts::created_at, accounts::id, moment),
        "updated_at" => keyset!(query, list, accounts::updated_at, accounts::id, moment),
        _ => keyset!(query, list, accounts::name, accounts::id, text),
    })
}

/// The index that holds the list's order.
pub(super) fn index(list: &ListQuery) -> &'static str {
    match list.sort {
        "kind" => "accounts_kind",
        "status" => "accounts_status",
        "organisation_number" => "accounts_organisation_number",
        "email" => "accounts_email",
        "phone" => "accounts_phone",
        "website" => "accounts_website",
        "city" => "accounts_city",
        "country" => "accounts_country",
        "industry" => "accounts_industry",
        "employees" => "accounts_employees",
        "members" => "accounts_members",
        "created_at" => "accounts_created_at",
        "updated_at" => "accounts_updated_at",
        _ => "accounts_name",
    }
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
        "created_at" => Some(moment_text(row.created_at)),
        "updated_at" => Some(moment_text(row.updated_at)),
        _ => Some(row.name.clone()),
    };
    Cursor {
        value,
        id: row.id.0,
    }
}
