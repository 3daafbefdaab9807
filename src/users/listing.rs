//! The list of people: its columns, its filters, its order.

use super::User;
use super::queries::{Visible, visible_to};
use crate::auth::{Actor, Role, Status};
use crate::db::counting::Count;
use crate::db::keyset::contains;
use crate::db::{Conn, count_up_to};
use crate::schema::users;
use crate::web::list::{
    Column, ColumnKind, Condition, Cursor, ListQuery, Selected, moment, moment_text,
};
use crate::{keyset, keyset_nullable};
use diesel::prelude::*;

/// Every column, in the order shown.
pub(super) const COLUMNS: &[Column] = &[
    Column::new("name", "users-name", ColumnKind::Text)
        .always_filled()
        .shown()
        .unfiltered(),
    Column::new("role", "common-role", ColumnKind::Choice)
        .always_filled()
        .shown(),
    Column::new("status", "users-status", ColumnKind::Choice)
        .always_filled()
        .shown(),
    Column::new("email", "users-email", ColumnKind::Text)
        .shown()
        .unfiltered(),
    Column::new(
        "last_signed_in_at",
        "users-last-signed-in",
        ColumnKind::Moment,
    )
    .shown()
    .unfiltered(),
];

/// By name.
pub(super) const DEFAULT_SORT: (&str, bool) = ("name", false);

/// One page of the list and its count.
pub(super) fn page(
    conn: &mut Conn,
    actor: &Actor,
    list: &ListQuery,
) -> QueryResult<(Selected<User>, Count)> {
    let count = count_up_to(conn, matching(actor, list).select(users::id))?;
    let limit = i64::try_from(list.size + 1).unwrap_or(101);
    let rows = ordered(matching(actor, list), list)?
        .limit(limit)
        .select(User::as_select())
        .load(conn)?;
    Ok((Selected::from_read(list, rows), count))
}

fn matching(actor: &Actor, list: &ListQuery) -> Visible<'static> {
    let mut query = visible_to(actor);
    if !list.q.is_empty() {
        let pattern = contains(&list.q);
        query = query.filter(
            users::name
                .like(pattern.clone())
                .or(users::email.like(pattern)),
        );
    }
    for (key, condition) in &list.conditions {
        let codes = match condition {
            Condition::AnyOf(codes) => codes.as_slice(),
            // Everybody has both.
            Condition::Empty => &[],
            _ => continue,
        };
        query = match *key {
            "role" => query.filter(
                users::role.eq_any(
                    codes
                        .iter()
                        .filter_map(|c| Role::parse(c))
                        .collect::<Vec<_>>(),
                ),
            ),
            _ => query.filter(
                users::status.eq_any(
                    codes
                        .iter()
                        .filter_map(|c| Status::parse(c))
                        .collect::<Vec<_>>(),
                ),
            ),
        };
    }
    query
}

fn ordered<'a>(query: Visible<'a>, list: &ListQuery) -> QueryResult<Visible<'a>> {
    let text = |text: &str| Some(text.to_owned());
    Ok(match list.sort {
        "email" => keyset!(query, list, users::email, users::id, text),
        "role" => keyset!(query, list, users::role, users::id, text),
        "status" => keyset!(query, list, users::status, users::id, text),
        "last_signed_in_at" => {
            keyset_nullable!(query, list, users::last_signed_in_at, users::id, moment)
        }
        _ => keyset!(query, list, users::name, users::id, text),
    })
}

/// Where a row stands in the list.
pub(super) fn cursor(list: &ListQuery, user: &User) -> Cursor {
    let value = match list.sort {
        "email" => Some(user.email.clone()),
        "role" => Some(user.role.code().to_owned()),
        "status" => Some(user.status.code().to_owned()),
        "last_signed_in_at" => user.last_signed_in_at.map(moment_text),
        _ => Some(user.name.clone()),
    };
    Cursor {
        value,
        id: user.id.0,
    }
}
