//! What follows from records: columns that repeat what other rows say, so that an index can sort by it. They are put right
//! at the end of every operation, in its transaction, from what it told of; no action does it by hand.

use super::operation::Change;
use super::{Operation, Subject};
use crate::db::Conn;
use diesel::QueryResult;

/// A row that an operation told of.
#[derive(Clone, Copy)]
pub struct Touched<'a>(&'a Change);

/// Puts right what follows from these rows; those of no concern are passed over.
pub type Follower = fn(&mut Conn, &[Touched<'_>]) -> QueryResult<()>;

impl Touched<'_> {
    /// The row.
    pub fn subject(self) -> Subject {
        self.0.subject
    }

    /// Whether it was made by this operation.
    pub fn is_new(self) -> bool {
        self.0.action == "create"
    }

    /// Whether this field may not be what it was: it changed, or the row came or went.
    pub fn may_differ(self, field: &str) -> bool {
        self.0.action != "update"
            || self.0.before.contains_key(field)
            || self.0.after.contains_key(field)
    }

    /// The ids that a field had before and has after, where the operation kept them.
    pub fn ids(self, field: &str) -> impl Iterator<Item = i64> {
        let id = |facts: &super::Facts| super::id_in(facts.get(field));
        [id(&self.0.before), id(&self.0.after)]
            .into_iter()
            .flatten()
    }
}

/// Has everybody follow.
pub(super) fn follow(conn: &mut Conn, operation: &Operation<'_>) -> QueryResult<()> {
    let touched: Vec<Touched<'_>> = operation.changes.iter().map(Touched).collect();
    if touched.is_empty() {
        return Ok(());
    }
    crate::FOLLOWERS
        .iter()
        .try_for_each(|follower| follower(conn, &touched))
}
