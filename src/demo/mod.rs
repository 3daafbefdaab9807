//! The demo data: a small fictional set of Swedish organisations and people, filled in by one operation and removed by
//! another.
//!
//! Invariants: it is made by the same actions as everything else; it is there once at most; nothing in it is real
//! (`.example` addresses, made-up numbers); removal takes every row that the demo made, changed or not, and
//! nothing else but what hangs on those rows.

mod fill;
pub mod generate;
mod organisations;
mod pages;
mod persons;
mod removal;

pub use fill::fill;
pub(crate) use pages::routes;
pub use removal::remove;

use crate::audit::Kind;
use crate::db::Conn;
use crate::schema::operations;
use diesel::prelude::*;

/// Whether the demo data is there: it was filled in and has not been removed since.
pub fn is_filled(conn: &mut Conn) -> QueryResult<bool> {
    let latest: Option<Kind> = operations::table
        .filter(operations::kind.eq_any([Kind::DemoFill, Kind::DemoRemove]))
        .order((operations::at.desc(), operations::id.desc()))
        .select(operations::kind)
        .first(conn)
        .optional()?;
    Ok(latest == Some(Kind::DemoFill))
}

/// How often the demo data was removed: each filling has its own number, so that two at a time make one.
fn removals(conn: &mut Conn) -> QueryResult<i64> {
    operations::table
        .filter(operations::kind.eq(Kind::DemoRemove))
        .count()
        .get_result(conn)
}
