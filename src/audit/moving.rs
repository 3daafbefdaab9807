//! What hangs on a record and goes along when it is merged into another: slices declare it, `app.rs` lists it.

use super::Operation;
use crate::auth::Actor;
use crate::db::Conn;
use diesel::QueryResult;

/// One sort of thing that hangs on records.
#[derive(Clone, Copy)]
pub struct Moving {
    /// The catalogue's key of how many there are, with `$n`: "3 roles".
    pub label: &'static str,
    /// How many hang on this record, for the page before the merge.
    pub count: fn(&mut Conn, &Actor, i64) -> QueryResult<i64>,
    /// Hangs what is on the first record on the second, inside the merge's operation, which is told of every row. Both are
    /// locked; the first may be deleted already. What would be there twice is folded into one.
    pub move_all: fn(&mut Conn, &mut Operation<'_>, i64, i64) -> QueryResult<()>,
}

/// What goes along with each kind of record, in the order shown.
#[derive(Clone, Copy, Default)]
pub struct Movings {
    /// With an account.
    pub account: &'static [Moving],
    /// With a contact.
    pub contact: &'static [Moving],
}
