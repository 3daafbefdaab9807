//! What an undo is called: undoing an undo is doing the thing again.

use crate::audit::{Facts, Kind, Operation, OperationRow};
use serde_json::{Value, json};

/// The kind of the operation that takes `target` back.
pub(super) fn kind_of(target: &OperationRow) -> Kind {
    match target.kind() {
        Some(Kind::OperationUndo) => Kind::OperationRedo,
        _ => Kind::OperationUndo,
    }
}

/// What its sentence is made of: kind and data of the operation that was done in the first place.
pub(super) fn origin(target: &OperationRow) -> Value {
    let mut data = target.data();
    match (target.undoes_id, data.remove("of")) {
        (Some(_), Some(origin)) => origin,
        _ => json!({ "kind": target.kind, "data": data }),
    }
}

/// Tells an operation that it takes `target` back.
pub(super) fn prepare(op: &mut Operation<'_>, target: &OperationRow) {
    op.undoes(target.id);
    if let Some(subject) = target.subject() {
        op.about(subject);
    }
    op.say("of", origin(target));
}

/// How far an undo in batches has come, as its operation keeps it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Progress {
    /// Changes in all.
    pub total: i64,
    /// Changes that were looked at.
    pub seen: i64,
    /// Changes that were left, wholly or in part.
    pub left: i64,
    /// The change that was looked at last; older ones are still to come.
    pub reached: Option<i64>,
}

impl Progress {
    pub fn read(data: &Facts) -> Self {
        let number = |name: &str| data.get(name).and_then(Value::as_i64);
        Self {
            total: number("total").unwrap_or_default(),
            seen: number("seen").unwrap_or_default(),
            left: number("left").unwrap_or_default(),
            reached: number("reached"),
        }
    }

    pub fn write(self, data: &mut Facts) {
        data.insert("total".to_owned(), self.total.into());
        data.insert("seen".to_owned(), self.seen.into());
        data.insert("left".to_owned(), self.left.into());
        data.insert("reached".to_owned(), self.reached.into());
    }
}
