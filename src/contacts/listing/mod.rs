//! The list of contacts: its columns, its filters, its order.

mod filters;
mod order;

use super::affiliations::queries::{Primary, primaries};
use super::model::{ContactId, ContactRow, path};
use super::queries::{Visible, visible_to};
use crate::auth::Actor;
use crate::db::counting::Count;
use crate::db::deep::{self, Steps};
use crate::db::{Conn, count_up_to};
use crate::keyset_owner;
use crate::schema::contacts;
use crate::tags::{self, Carriers, Tag};
use crate::web::list::{Column, ColumnKind, ListKind, ListQuery, Owners, Position, Selected};
use crate::web::record::Around;
use chrono_tz::Tz;
use diesel::prelude::*;
use std::collections::HashMap;

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

/// One page of the list: four statements, whatever the rows.
pub fn page(conn: &mut Conn, actor: &Actor, list: &ListQuery, zone: Tz) -> QueryResult<Page> {
    let count = count_up_to(conn, matching(actor, list, zone).select(contacts::id))?;
    // Where nothing matches, looking for it once is enough.
    let selected = match count.rows {
        0 if list.cursor().is_none() => Selected::from_read(list, Vec::new()),
        _ => rows(conn, actor, list, zone)?,
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

/// The rows of one page, of any size.
pub fn rows(
    conn: &mut Conn,
    actor: &Actor,
    list: &ListQuery,
    zone: Tz,
) -> QueryResult<Selected<ContactRow>> {
    let limit = i64::try_from(list.size + 1).unwrap_or(101);
    let rows = match list.sort {
        "owner" => rows_by_owner(conn, actor, list, zone, limit)?,
        _ => match deep(conn, actor, list, zone)? {
            Some(rows) => rows,
            None => order::ordered(matching(actor, list, zone), list)?
                .limit(limit)
                .select(ContactRow::as_select())
                .load(conn)?,
        },
    };
    Ok(Selected::from_read(list, rows))
}

/// The rows of a page that begins in the middle of the order.
fn deep(
    conn: &mut Conn,
    actor: &Actor,
    list: &ListQuery,
    zone: Tz,
) -> QueryResult<Option<Vec<ContactRow>>> {
    if list.cursor().is_none() {
        return Ok(None);
    }
    // They come from what the person may see; asking that again would have every index looked at.
    let named = |ids: &[ContactId]| {
        let ids = contacts::id.eq_any(ids.to_vec());
        contacts::table.filter(ids).into_boxed()
    };
    let steps = Steps {
        window: |conn: &mut Conn, reach| {
            let query = order::ordered(visible_to(actor), list)?;
            query.limit(reach).select(contacts::id).load(conn)
        },
        kept: |conn: &mut Conn, ids: &[ContactId]| {
            let query = narrowed(named(ids), actor, list, zone);
            query.select(contacts::id).load(conn)
        },
        load: |conn: &mut Conn, ids: &[ContactId]| {
            named(ids).select(ContactRow::as_select()).load(conn)
        },
        id: |row: &ContactRow| row.id,
    };
    deep::read(conn, list.size + 1, list.is_filtered(), steps)
}

fn rows_by_owner(
    conn: &mut Conn,
    actor: &Actor,
    list: &ListQuery,
    zone: Tz,
    limit: i64,
) -> QueryResult<Vec<ContactRow>> {
    let owners = Owners::by_name(conn)?;
    owners.read(list, limit, |part| {
        let query = matching(actor, list, zone);
        keyset_owner!(query, list, contacts::owner_id, contacts::id, part)
            .select(ContactRow::as_select())
            .load(conn)
    })
}

/// Where a record stands in a list: what comes before and after it there. Three statements, each a step in an index.
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
    let mut step = |position| {
        let one = list.sized(1).at(position);
        let found = rows(conn, actor, &one, zone)?.rows;
        let named = |row: ContactRow| (row.name(), path(row.id));
        QueryResult::Ok(found.into_iter().next().map(named))
    };
    let previous = step(Position::Before(place.clone()))?;
    let next = step(Position::After(place))?;
    Ok(Around::new(list, previous, next))
}

/// The contacts that the filters match, without an order.
pub fn matching(actor: &Actor, list: &ListQuery, zone: Tz) -> Visible {
    narrowed(visible_to(actor), actor, list, zone)
}

fn narrowed(query: Visible, actor: &Actor, list: &ListQuery, zone: Tz) -> Visible {
    let mut query = query;
    if !list.q.is_empty() {
        query = filters::free_text(query, &list.q);
    }
    for (key, condition) in &list.conditions {
        query = filters::narrowed(query, actor, key, &condition.as_asked_by(actor), zone);
    }
    query
}
