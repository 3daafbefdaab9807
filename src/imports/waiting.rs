//! Rows whose parent is not there yet: it may stand further down in the same file. They are taken without it, and once
//! more at the end.

use super::Row;
use super::draft::Draft;
use crate::accounts::queries;
use crate::audit::Operation;
use crate::db::Conn;
use diesel::QueryResult;

/// The rows that wait. Those of a batch count once it is committed.
#[derive(Default)]
pub(super) struct Waiting {
    done: Vec<Row>,
    pending: Vec<Row>,
    is_last_chance: bool,
}

impl Waiting {
    /// Takes the parent out of a draft if no account is meant by it yet. At the end it stays, to be reported.
    pub fn must_wait(
        &self,
        conn: &mut Conn,
        op: &Operation<'_>,
        draft: &mut Draft,
    ) -> QueryResult<bool> {
        let parent = draft.text("parent");
        if self.is_last_chance || parent.is_empty() {
            return Ok(false);
        }
        if !queries::named(conn, op.actor, parent)?.is_empty() {
            return Ok(false);
        }
        draft.values.retain(|value| value.field != "parent");
        Ok(true)
    }

    /// The row is taken again at the end.
    pub fn add(&mut self, row: Row) {
        self.pending.push(row);
    }

    /// A batch begins, perhaps again.
    pub fn begin(&mut self) {
        self.pending.clear();
    }

    /// The batch is committed.
    pub fn keep(&mut self) {
        self.done.append(&mut self.pending);
    }

    /// The file has ended: the rows that wait.
    pub fn end(&mut self) -> Vec<Row> {
        self.is_last_chance = true;
        std::mem::take(&mut self.done)
    }
}
