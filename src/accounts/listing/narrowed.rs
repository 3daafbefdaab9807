//! The list of accounts as its filters narrow it, with what the search index tells of them.

use super::filters;
use crate::accounts::queries::{Visible, visible_to};
use crate::auth::Actor;
use crate::db::counting::Count;
use crate::db::{Conn, count_up_to};
use crate::narrow_by_index;
use crate::schema::accounts;
use crate::search_index::{Column, IndexKind, Narrowing, narrowing};
use crate::web::list::ListQuery;
use chrono_tz::Tz;
use diesel::prelude::*;

/// The columns whose `contains` filters the index answers.
const INDEXED: &[Column] = &[
    Column::Text("name"),
    Column::Address("email"),
    Column::Number("phone"),
    Column::Address("website"),
    Column::Text("city"),
    Column::Text("industry"),
    Column::Number("organisation_number"),
];

/// A list whose filters have been looked up in the index.
pub(super) struct Narrowed<'a> {
    actor: &'a Actor,
    list: &'a ListQuery,
    zone: Tz,
    index: Narrowing,
}

impl<'a> Narrowed<'a> {
    /// Looks them up: nothing where the list has no text to look for.
    pub fn read(
        conn: &mut Conn,
        actor: &'a Actor,
        list: &'a ListQuery,
        zone: Tz,
    ) -> QueryResult<Self> {
        Ok(Self {
            actor,
            list,
            zone,
            index: narrowing(conn, IndexKind::Account, list, INDEXED)?,
        })
    }

    /// The accounts that the filters match, without an order.
    pub fn matching(&self) -> Visible {
        self.narrow(self.visible())
    }

    /// Those that the person may see.
    pub fn visible(&self) -> Visible {
        visible_to(self.actor)
    }

    /// Whether the index has named the rows.
    pub fn is_named(&self) -> bool {
        self.index.among().next().is_some()
    }

    /// Whether each row is looked at in the index, because too many match to be named.
    pub fn is_looked_at(&self) -> bool {
        self.index.having(IndexKind::Account).is_some()
    }

    /// A query narrowed by the filters.
    pub fn narrow(&self, query: Visible) -> Visible {
        let query = narrow_by_index!(query, accounts::id, IndexKind::Account, self.index);
        let conditions = self.list.conditions.iter();
        conditions.fold(query, |query, (key, condition)| {
            filters::narrowed(query, key, &condition.as_asked_by(self.actor), self.zone)
        })
    }

    /// How many there are, as lists count.
    pub fn count(&self, conn: &mut Conn) -> QueryResult<Count> {
        if let Some(ids) = self.index.sample(self.list) {
            let some = visible_to(self.actor).filter(accounts::id.eq_any(ids.to_vec()));
            let count = count_up_to(conn, some.select(accounts::id))?;
            if count.more {
                return Ok(count);
            }
        }
        count_up_to(conn, self.matching().select(accounts::id))
    }
}

/// The accounts that the filters match, without an order.
pub fn matching(
    conn: &mut Conn,
    actor: &Actor,
    list: &ListQuery,
    zone: Tz,
) -> QueryResult<Visible> {
    Ok(Narrowed::read(conn, actor, list, zone)?.matching())
}
