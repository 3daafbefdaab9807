//! How the list of contacts is sorted, and where a row stands in it.

use crate::contacts::model::ContactRow;
use crate::contacts::queries::Visible;
use crate::keyset;
use crate::schema::contacts;
use crate::web::list::{Cursor, ListQuery, moment, moment_text};
use diesel::prelude::*;

/// The query in the list's order, from its cursor on; the order by owner is made of parts (see `super::rows`).
pub(super) fn ordered(query: Visible, list: &ListQuery) -> QueryResult<Visible> {
    let text = |text: &str| Some(text.to_owned());
    Ok(match list.sort {
        "account" => keyset!(query, list, contacts::account_name, contacts::id, text),
        "title" => keyset!(query, list, contacts::title, contacts::id, text),
        "email" => keyset!(query, list, contacts::email, contacts::id, text),
        "phone" => keyset!(query, list, contacts::phone, contacts::id, text),
        "mobile" => keyset!(query, list, contacts::mobile, contacts::id, text),
        "city" => keyset!(query, list, contacts::city, contacts::id, text),
        "country" => keyset!(query, list, contacts::country, contacts::id, text),
        "created_at" => keyset!(query, list, contacts::created_at, contacts::id, moment),
        "updated_at" => keyset!(query, list, contacts::updated_at, contacts::id, moment),
        _ => keyset!(query, list, contacts::sort_name, contacts::id, text),
    })
}

/// The index that holds the list's order.
pub(super) fn index(list: &ListQuery) -> &'static str {
    match list.sort {
        "account" => "contacts_account_name",
        "title" => "contacts_title",
        "email" => "contacts_email",
        "phone" => "contacts_phone",
        "mobile" => "contacts_mobile",
        "city" => "contacts_city",
        "country" => "contacts_country",
        "created_at" => "contacts_created_at",
        "updated_at" => "contacts_updated_at",
        _ => "contacts_sort_name",
    }
}

/// Where a row stands in the list.
pub fn cursor(list: &ListQuery, row: &ContactRow) -> Cursor {
    let value = match list.sort {
        "account" => Some(row.account_name.clone()),
        "title" => Some(row.title.clone()),
        "email" => Some(row.email.clone()),
        "phone" => Some(row.phone.clone()),
        "mobile" => Some(row.mobile.clone()),
        "city" => Some(row.city.clone()),
        "country" => Some(row.country.clone()),
        "owner" => row.owner_id.map(|id| id.to_string()),
        "created_at" => Some(moment_text(row.created_at)),
        "updated_at" => Some(moment_text(row.updated_at)),
        _ => Some(row.sort_name.clone()),
    };
    Cursor {
        value,
        id: row.id.0,
    }
}
