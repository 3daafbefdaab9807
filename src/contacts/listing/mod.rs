//! The list of contacts: its columns, its filters, its order.

mod filters;
mod narrowed;
mod order;

use super::affiliations::queries::{Primary, primaries};
use super::model::{ContactId, ContactRow, path};
use super::queries::visible_to;
use crate::auth::Actor;
use crate::db::counting::Count;
use crate::db::{Conn, by_index};
use crate::keyset_owner;
use crate::schema::contacts;
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
    Column::new("name", "contacts-field-name", ColumnKind::Text)
        .always_filled()
        .shown(),
    Column::new("account", "contacts-field-account", ColumnKind::Text).shown(),
    Column::new("title", "contacts-field-title", ColumnKind::Text),
    Column::new("email", "contacts-field-email", ColumnKind::Text).shown(),
    Column::new("phone", "contacts-field-phone", ColumnKind::Text),
    Column::new("mobile", "contacts-field-mobile", ColumnKind::Text).shown(),
    Column::new("city", "contacts-field-city", ColumnKind::Text).shown(),
    Column::new("country", "contacts-field-country", ColumnKind::Text),
    Column::new("owner", "contacts-field-owner_id", ColumnKind::Choice).shown(),
    Column::new("tags", "tags-title", ColumnKind::Tags)
        .unsorted()
        .shown(),
    Column::new(
        "created_at",
        "contacts-field-created_at",
        ColumnKind::Moment,
    )
    .always_filled(),
    Column::new(
        "updated_at",
        "contacts-field-updated_at",
        ColumnKind::Moment,
    )
    .always_filled()
    .shown(),
];

/// By name, last name first, as people look for people.
pub const DEFAULT_SORT: (&str, bool) = ("name", false);

/// The list, for what is told of every list.
pub const LIST: ListKind = ListKind {
    code: "contacts",
    base: "/contacts",
    title: "contacts-title",
    columns: COLUMNS,
    default_sort: DEFAULT_SORT,
};

/// What the list shows of one page.
pub struct Page {
    /// The rows.
    pub selected: Selected<ContactRow>,
    /// How many there are.
    pub count: Count,
    /// The primary affiliation of each contact of the page.
    pub primaries: HashMap<ContactId, Primary>,
    /// The tags of each contact of the page.
    pub tags: HashMap<i64, Vec<Tag>>,
}

/// One page of the list: four statements, whatever the rows, and those that ask the index.
pub fn page(conn: &mut Conn, actor: &Actor, list: &ListQuery, zone: Tz) -> QueryResult<Page> {
    let narrowed = Narrowed::read(conn, actor, list, zone)?;
    let count = narrowed.count(conn)?;
    // Where nothing matches, looking for it once is enough.
    let selected = match count.rows {
        0 if list.cursor().is_none() => Selected::from_read(list, Vec::new()),
        _ => read(conn, list, &narrowed, count.more)?,
    };
    let ids: Vec<ContactId> = selected.rows.iter().map(|row| row.id).collect();
    let primaries = primaries(conn, actor, &ids)?;
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let tags = match list.shown.contains(&"tags") {
        true => tags::of_each(conn, Carriers::Contacts, &ids)?,
        false => HashMap::new(),
    };
    Ok(Page {
        selected,
        count,
        primaries,
        tags,
    })
}

/// The rows of one page, of any size, for who walks the list to its end.
pub fn rows(
    conn: &mut Conn,
    actor: &Actor,
    list: &ListQuery,
    zone: Tz,
) -> QueryResult<Selected<ContactRow>> {
    let narrowed = Narrowed::read(conn, actor, list, zone)?;
    read(conn, list, &narrowed, true)
}

/// The rows of one page. Where the filters keep `many`, going through the order finds them soonest.
fn read(
    conn: &mut Conn,
    list: &ListQuery,
    narrowed: &Narrowed<'_>,
    many: bool,
) -> QueryResult<Selected<ContactRow>> {
    let limit = i64::try_from(list.size + 1).unwrap_or(101);
    let rows = match list.sort {
        "owner" => rows_by_owner(conn, list, narrowed, limit)?,
        _ => {
            let query = order::ordered(narrowed.matching(), list)?
                .limit(limit)
                .select(ContactRow::as_select());
            let is_walked = many && (list.cursor().is_some() || narrowed.is_looked_at());
            let through_order = !list.is_filtered() || (is_walked && !narrowed.is_named());
            let index = through_order.then(|| order::index(list));
            by_index(query, "contacts", index).load(conn)?
        }
    };
    Ok(Selected::from_read(list, rows))
}

fn rows_by_owner(
    conn: &mut Conn,
    list: &ListQuery,
    narrowed: &Narrowed<'_>,
    limit: i64,
) -> QueryResult<Vec<ContactRow>> {
    let owners = Owners::by_name(conn)?;
    owners.read(list, limit, |part| {
        let query = narrowed.matching();
        keyset_owner!(query, list, contacts::owner_id, contacts::id, part)
            .select(ContactRow::as_select())
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
    id: ContactId,
) -> QueryResult<Around> {
    let row: ContactRow = visible_to(actor)
        .filter(contacts::id.eq(id))
        .select(ContactRow::as_select())
        .first(conn)?;
    let place = cursor(list, &row);
    let narrowed = Narrowed::read(conn, actor, list, zone)?;
    let many = !list.is_filtered() || narrowed.count(conn)?.more;
    let mut step = |position| {
        let one = list.sized(1).at(position);
        let found = read(conn, &one, &narrowed, many)?.rows;
        let named = |row: ContactRow| (row.name(), path(row.id));
        QueryResult::Ok(found.into_iter().next().map(named))
    };
    let previous = step(Position::Before(place.clone()))?;
    let next = step(Position::After(place))?;
    Ok(Around::new(list, previous, next))
}
