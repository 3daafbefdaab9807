//! Fields that somebody chose to put back although they were changed since.

use crate::audit::{OperationId, Subject};
use crate::web::FormData;
use std::collections::HashMap;

const PREFIX: &str = "back.";

/// By field, the operation that had changed it last when the choice was made. What was changed once more meanwhile is
/// not covered: nobody overwrites what they have not seen.
#[derive(Clone, Debug, Default)]
pub struct Chosen(HashMap<String, i64>);

impl Chosen {
    /// Reads the choices of a form.
    pub fn read(form: &FormData) -> Self {
        let pairs = form.pairs().iter();
        Self(
            pairs
                .filter(|(name, _)| name.starts_with(PREFIX))
                .filter_map(|(name, by)| Some((name.clone(), by.parse().ok()?)))
                .collect(),
        )
    }

    /// Whether this field, last changed by this operation, is to be put back.
    pub(super) fn covers(&self, subject: Subject, field: &str, by: Option<OperationId>) -> bool {
        let seen = self.0.get(&field_name(subject, field));
        seen == Some(&value(by))
    }
}

/// What the choice for a field is called in the form.
pub(super) fn field_name(subject: Subject, field: &str) -> String {
    format!("{PREFIX}{}.{}.{field}", subject.kind, subject.id)
}

/// What the form sends to put it back: the operation that changed it last, 0 where history knows of none.
pub(super) fn value(by: Option<OperationId>) -> i64 {
    by.map_or(0, |id| id.0)
}
