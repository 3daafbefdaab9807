//! Operations: one thing somebody did, with the before and after of every row it touched, written in the same
//! transaction. History, "recent changes", the audit list and undo all read this. Append-only.

mod edits;
mod follow;
mod kind;
mod lease;
mod merged;
mod moving;
mod operation;
mod past;
mod record;
mod reverser;
mod stored;
mod subject;

pub use edits::{Edit, latest_edits};
pub use follow::{Follower, Touched};
pub use kind::Kind;
pub use lease::{goes_on, is_going_on};
pub use merged::merged_into;
pub use moving::{Moving, Movings};
pub use operation::{Audited, Facts, Operation, OperationId};
pub use past::{Past, insert_past};
pub use record::{
    Done, Once, begin, begin_as, begin_once, begun_before, data_of, finish, made_before, record,
    record_once, record_undoable, resume,
};
pub use reverser::{Obstacle, Present, Reason, Reverser};
pub(crate) use stored::ChangeRow;
pub use stored::{Change, OperationRow, id_in};
pub use subject::{Subject, SubjectType};
