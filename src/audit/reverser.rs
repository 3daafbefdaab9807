//! How slices take back changes of their rows. `app.rs` lists the reversers of all slices; the undo slice decides what
//! may be taken back and knows nothing of tables.

use super::{Facts, Operation, OperationId, Subject, SubjectType};
use crate::code_type;
use crate::db::Conn;
use diesel::QueryResult;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Takes back changes of one kind of row. Each method reads before it writes: one that names an obstacle has written
/// nothing. What it writes is told to the operation, so that the undo can be undone.
pub trait Reverser: Sync {
    /// The rows that it knows.
    fn subject(&self) -> SubjectType;

    /// Waits for its turn with a row and reads it, living or deleted; none if it is gone for good.
    fn read(&self, conn: &mut Conn, id: i64) -> QueryResult<Option<Present>>;

    /// Gives fields of a living row the values they had. Keys and whatever else is derived are made anew.
    fn set(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
        values: &Facts,
    ) -> QueryResult<Vec<Obstacle>>;

    /// Takes a living row away: into the trash where there is one.
    fn remove(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
    ) -> QueryResult<Vec<Obstacle>>;

    /// Brings a deleted row back as it was.
    fn bring_back(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
    ) -> QueryResult<Vec<Obstacle>>;

    /// Takes `added` out of a set of the row and puts `removed` into it. A set is what the operation kept as an array,
    /// such as tags.
    fn set_members(
        &self,
        _: &mut Conn,
        _: &mut Operation<'_>,
        id: i64,
        field: &str,
        _added: &[Value],
        _removed: &[Value],
    ) -> QueryResult<Vec<Obstacle>> {
        let subject = Subject::new(self.subject(), id);
        Ok(vec![Obstacle::new(subject, field, Reason::Unknown)])
    }

    /// Whether a field follows from others, so that [`Reverser::settle`] puts it right where it cannot be taken back.
    fn is_derived(&self, _field: &str) -> bool {
        false
    }

    /// A living row of this kind that hangs on a record, such as a role at an account: a record that is taken back may
    /// have none.
    fn hanging_on(&self, _: &mut Conn, _record: Subject) -> QueryResult<Option<Subject>> {
        Ok(None)
    }

    /// Called once after everything, with the rows that were touched: restores what must hold among rows.
    fn settle(&self, _: &mut Conn, _: &mut Operation<'_>, _ids: &[i64]) -> QueryResult<()> {
        Ok(())
    }
}

/// A row as it is now.
#[derive(Clone, Debug)]
pub struct Present {
    /// Its fields, as history keeps them.
    pub facts: Facts,
    /// Whether it has not been deleted.
    pub is_living: bool,
}

code_type! {
    /// Why something cannot be taken back.
    Reason {
        /// The field was changed again.
        Changed = "changed",
        /// The record has been deleted.
        Trashed = "trashed",
        /// The record is not deleted any more.
        Restored = "restored",
        /// The record has left the database.
        Gone = "gone",
        /// Something newer hangs on the record.
        Hanging = "hanging",
        /// Another record has the value that must be unique.
        Taken = "taken",
        /// What the value refers to is gone, or may not be chosen any more.
        Missing = "missing",
        /// The record would be above itself.
        Loop = "loop",
        /// This version knows no way to take it back.
        Unknown = "unknown",
    }
}

/// What stands in the way of taking back one change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Obstacle {
    /// The record.
    pub subject: Subject,
    /// The field; empty for the record itself.
    pub field: String,
    /// Why.
    pub reason: Reason,
    /// The record that is in the way, if it is another one.
    pub other: Option<Subject>,
    /// What the operation made of the field.
    pub made: Value,
    /// What the field is now.
    pub now: Value,
    /// The operation that changed it since.
    pub by: Option<OperationId>,
    /// What the field was before the operation, where it may be put back in spite of what it is now.
    #[serde(default)]
    pub was: Option<Value>,
}

impl Obstacle {
    /// Without what the undo slice finds out itself.
    pub fn new(subject: Subject, field: &str, reason: Reason) -> Self {
        Self {
            subject,
            field: field.to_owned(),
            reason,
            other: None,
            made: Value::Null,
            now: Value::Null,
            by: None,
            was: None,
        }
    }

    /// The same, because of another record.
    pub fn because_of(self, other: Subject) -> Self {
        Self {
            other: Some(other),
            ..self
        }
    }
}
