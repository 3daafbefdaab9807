//! Tags that go along when a record is merged into another: the union. The one that goes keeps its own, so that it comes
//! back as it was.

use super::{Tagged, actions, queries};
use crate::audit::{Moving, Operation};
use crate::db::Conn;
use diesel::QueryResult;

/// The tags of an account.
pub const OF_ACCOUNT: Moving = Moving {
    label: "merges-moves-tags",
    count: |conn, _, id| count(conn, Tagged::Account(id)),
    move_all: |conn, op, from, to| unite(conn, op, Tagged::Account(from), Tagged::Account(to)),
};

/// The tags of a contact.
pub const OF_CONTACT: Moving = Moving {
    label: "merges-moves-tags",
    count: |conn, _, id| count(conn, Tagged::Contact(id)),
    move_all: |conn, op, from, to| unite(conn, op, Tagged::Contact(from), Tagged::Contact(to)),
};

fn count(conn: &mut Conn, of: Tagged) -> QueryResult<i64> {
    let tags = queries::of(conn, of)?;
    Ok(i64::try_from(tags.len()).unwrap_or(i64::MAX))
}

fn unite(conn: &mut Conn, op: &mut Operation<'_>, from: Tagged, to: Tagged) -> QueryResult<()> {
    let before = actions::members(conn, to)?;
    let mut added = 0;
    for tag in queries::of(conn, from)? {
        added += actions::attach(conn, to, tag.id)?;
    }
    if added > 0 {
        let after = actions::members(conn, to)?;
        op.changed(to.subject(), "tags", before, after);
    }
    Ok(())
}
