//! The list of accounts: its columns, its filters, its order.

mod filters;
mod narrowed;
mod order;

use super::model::{AccountId, AccountRow, path};
use super::queries::visible_to;
use crate::auth::Actor;
use crate::db::counting::Count;
use crate::db::{Conn, by_index};
use crate::keyset_owner;
use crate::schema::accounts;
use crate::tags::{self, Carriers, Tag};
use crate::web::list::{Column, ColumnKind, ListKind, ListQuery, Owners, Position, Selected};
use crate::web::record::Around;
use chrono_tz::Tz;
use diesel::prelude::*;
use std::collections::HashMap;

use narrowed::Narrowed;
pub use narrowed::matching;
pub use order::cursor;

/// Every column, in the order shown.
pub const COLUMNS: &[Column] = &[
    Column::new("name", "accounts-field-name", ColumnKind::Text)
        .always_filled()
        .shown(),
    Column::new("kind", "accounts-field-kind", ColumnKind::Choice)
        .always_filled()
        .shown(),
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
    Column::new("status", "accounts-field-status", ColumnKind::Choice)
        .always_filled()
        .shown(),
    Column::new("owner", "accounts-field-owner_id", ColumnKind::Choice).shown(),
    Column::new("tags", "tags-title", ColumnKind::Tags)
        .unsorted()
        .shown(),
    Column::new(
        "created_at",
        "accounts-field-created_at",
        ColumnKind::Moment,
    )
    .always_filled(),
    Column::new(
        "updated_at",
        "accounts-field-updated_at",
        ColumnKind::Moment,
    )
    .always_filled()
    .shown(),
];

/// By name, as people look for organisations.
pub const DEFAULT_SORT: (&str, bool) = ("name", false);

/// The list, for what is told of every list.
pub const LIST: ListKind = ListKind {
    code: "accounts",
    base: "/accounts",
    title: "accounts-title",
    columns: COLUMNS,
    default_sort: DEFAULT_SORT,
};

/// What the list shows of one page.
pub struct Page {
    /// The rows.
    pub selected: Selected<AccountRow>,
    /// How many there are.
    pub count: Count,
    /// The tags of each account of the page.
    pub tags: HashMap<i64, Vec<Tag>>,
}

/// One page of the list: three statements, whatever the rows, and those that ask the index.
pub fn page(conn: &mut Conn, actor: &Actor, list: &ListQuery, zone: Tz) -> QueryResult<Page> {
    let narrowed = Narrowed::read(conn, actor, list, zone)?;
    let count = narrowed.count(conn)?;
    // Where nothing matches, looking for it once is enough.
    let selected = match count.rows {
        0 if list.cursor().is_none() => Selected::from_read(list, Vec::new()),
        _ => read(conn, list, &narrowed, count.more)?,
    };
    let ids: Vec<i64> = selected.rows.iter().map(|row| row.id.0).collect();
    let tags = match list.shown.contains(&"tags") {
        true => tags::of_each(conn, Carriers::Accounts, &ids)?,
        false => HashMap::new(),
    };
    Ok(Page {
        selected,
        count,
        tags,
    })
}

/// The rows of one page, of any size, for who walks the list to its end.
pub fn rows(
    conn: &mut Conn,
    actor: &Actor,
    list: &ListQuery,
    zone: Tz,
) -> QueryResult<Selected<AccountRow>> {
    let narrowed = Narrowed::read(conn, actor, list, zone)?;
    read(conn, list, &narrowed, true)
}

/// The rows of one page. Where the filters keep `many`, going through the order finds them soonest.
fn read(
    conn: &mut Conn,
    list: &ListQuery,
    narrowed: &Narrowed<'_>,
    many: bool,
) -> QueryResult<Selected<AccountRow>> {
    let limit = i64::try_from(list.size + 1).unwrap_or(101);
    let rows = match list.sort {
        "owner" => rows_by_owner(conn, list, narrowed, limit)?,
        _ => {
            let query = order::ordered(narrowed.matching(), list)?
                .limit(limit)
                .select(AccountRow::as_select());
            let is_walked = many && (list.cursor().is_some() || narrowed.is_looked_at());
            let through_order = !list.is_filtered() || (is_walked && !narrowed.is_named());
            let index = through_order.then(|| order::index(list));
            by_index(query, "accounts", index).load(conn)?
        }
    };
    Ok(Selected::from_read(list, rows))
}

fn rows_by_owner(
    conn: &mut Conn,
    list: &ListQuery,
    narrowed: &Narrowed<'_>,
    limit: i64,
) -> QueryResult<Vec<AccountRow>> {
    let owners = Owners::by_name(conn)?;
    owners.read(list, limit, |part| {
        let query = narrowed.matching();
        keyset_owner!(query, list, accounts::owner_id, accounts::id, part)
            .select(AccountRow::as_select())
            .load(conn)
    })
}

/// Where a record stands in a list: what comes before and after it there. Three statements, each a step in an index;
/// four where the list is filtered, and those that ask the index about its text.
pub fn around(
    conn: &mut Conn,
    actor: &Actor,
    list: &ListQuery,
    zone: Tz,
    id: AccountId,
) -> QueryResult<Around> {
    let row: AccountRow = visible_to(actor)
        .filter(accounts::id.eq(id))
        .select(AccountRow::as_select())
        .first(conn)?;
    let place = cursor(list, &row);
    let narrowed = Narrowed::read(conn, actor, list, zone)?;
    let many = !list.is_filtered() || narrowed.count(conn)?.more;
    let mut step = |position| {
        let one = list.sized(1).at(position);
        let found = read(conn, &one, &narrowed, many)?.rows;
        let named = |row: AccountRow| (row.name, path(row.id));
        QueryResult::Ok(found.into_iter().next().map(named))
    };
    let previous = step(Position::Before(place.clone()))?;
    let next = step(Position::After(place))?;
    Ok(Around::new(list, previous, next))
}
