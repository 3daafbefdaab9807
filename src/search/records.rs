//! Accounts and contacts among what was found.

use super::hits::{Group, Hit};
use super::recent::Recent;
use crate::accounts::{self, model::AccountRow};
use crate::auth::Actor;
use crate::contacts::affiliations::queries::primaries;
use crate::contacts::{self, model::ContactRow};
use crate::db::Conn;
use crate::fields::organisation_number;
use crate::search_index::{self as index, IndexKind, Query, has_marks};
use diesel::QueryResult;
use url::form_urlencoded::byte_serialize;

/// The accounts that fit, at most so many.
pub fn accounts(
    conn: &mut Conn,
    actor: &Actor,
    typed: &str,
    recent: &Recent,
    most: usize,
) -> QueryResult<Group> {
    let found = index::hits(conn, IndexKind::Account, typed, &recent.accounts)?;
    let ids: Vec<i64> = found.iter().take(most + 1).map(|hit| hit.id).collect();
    let rows = accounts::queries::rows(conn, actor, &ids)?;
    let hits = rows.iter().take(most).filter_map(|row| {
        let hit = found.iter().find(|hit| hit.id == row.id.0)?;
        Some(account(row, &hit.query).ranked(hit.rank))
    });
    Ok(Group {
        code: "account",
        title: "accounts-title",
        hits: hits.collect(),
        more: more("/accounts", typed, rows.len() > most),
    })
}

/// An account, with what of it was typed.
pub fn account(row: &AccountRow, query: &Query) -> Hit {
    let number = organisation_number::display(&row.organisation_number);
    let mut details = vec![row.city.clone(), number];
    let others = [
        &row.email,
        &row.phone,
        &row.website,
        &row.industry,
        &row.external_id,
    ];
    details.extend(
        others
            .into_iter()
            .filter(|text| has_marks(query, text))
            .cloned(),
    );
    let path = accounts::model::path(row.id);
    Hit::new(
        format!("account-{}", row.id),
        path,
        "building-2",
        &row.name,
        query,
    )
    .detailed(&details, query)
}

/// The contacts that fit, at most so many.
pub fn contacts(
    conn: &mut Conn,
    actor: &Actor,
    typed: &str,
    recent: &Recent,
    most: usize,
) -> QueryResult<Group> {
    let found = index::hits(conn, IndexKind::Contact, typed, &recent.contacts)?;
    let ids: Vec<i64> = found.iter().take(most + 1).map(|hit| hit.id).collect();
    let rows = contacts::queries::rows(conn, actor, &ids)?;
    let beside = contact_details(conn, actor, &rows)?;
    let hits = rows
        .iter()
        .zip(&beside)
        .take(most)
        .filter_map(|(row, beside)| {
            let hit = found.iter().find(|hit| hit.id == row.id.0)?;
            Some(contact(row, beside, &hit.query).ranked(hit.rank))
        });
    Ok(Group {
        code: "contact",
        title: "contacts-title",
        hits: hits.collect(),
        more: more("/contacts", typed, rows.len() > most),
    })
}

/// The first role of each of these contacts, in words.
pub fn contact_details(
    conn: &mut Conn,
    actor: &Actor,
    rows: &[ContactRow],
) -> QueryResult<Vec<[String; 2]>> {
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let primaries = primaries(conn, actor, &ids)?;
    let words = |row: &ContactRow| match primaries.get(&row.id) {
        Some(primary) => [primary.role.clone(), primary.account.clone()],
        None => [row.title.clone(), String::new()],
    };
    Ok(rows.iter().map(words).collect())
}

/// A contact, with what of it was typed.
pub fn contact(row: &ContactRow, beside: &[String; 2], query: &Query) -> Hit {
    let mut details = beside.to_vec();
    details.push(row.city.clone());
    let others = [
        &row.title,
        &row.email,
        &row.mobile,
        &row.phone,
        &row.external_id,
    ];
    let others = others.into_iter().filter(|text| has_marks(query, text));
    for text in others {
        if !details.contains(text) {
            details.push(text.clone());
        }
    }
    let path = contacts::model::path(row.id);
    Hit::new(
        format!("contact-{}", row.id),
        path,
        "user",
        &row.name(),
        query,
    )
    .detailed(&details, query)
}

fn more(list: &str, typed: &str, is_more: bool) -> String {
    let query: String = byte_serialize(typed.as_bytes()).collect();
    match is_more {
        true => format!("{list}?q={query}"),
        false => String::new(),
    }
}
