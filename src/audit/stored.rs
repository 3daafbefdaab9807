//! Operations and changes as they are read. What is stored as a code stays text: a code of another version is shown
//! as it is.

use super::{Facts, Kind, OperationId, Subject, SubjectType};
use crate::auth::{Channel, KeyId, UserId};
use crate::schema::{changes, operations};
use chrono::NaiveDateTime;
use diesel::mysql::Mysql;
use diesel::prelude::*;
use serde_json::Value;

/// A row of `operations`.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = operations, check_for_backend(Mysql))]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct OperationRow {
    pub id: OperationId,
    pub kind: String,
    pub channel: String,
    pub user_id: Option<UserId>,
    pub api_key_id: Option<KeyId>,
    pub address: String,
    pub at: NaiveDateTime,
    pub subject_type: Option<String>,
    pub subject_id: Option<i64>,
    pub data: String,
    pub undoes_id: Option<OperationId>,
}

impl OperationRow {
    /// What it did; none for a kind of another version.
    pub fn kind(&self) -> Option<Kind> {
        Kind::parse(&self.kind)
    }

    /// Through what; none for a channel of another version.
    pub fn channel(&self) -> Option<Channel> {
        Channel::parse(&self.channel)
    }

    /// What the sentence names.
    pub fn data(&self) -> Facts {
        facts(&self.data)
    }

    /// The row that the sentence is about.
    pub fn subject(&self) -> Option<Subject> {
        let kind = SubjectType::parse(self.subject_type.as_deref()?)?;
        Some(Subject::new(kind, self.subject_id?))
    }
}

/// A row of `changes`.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = changes, check_for_backend(Mysql))]
pub(crate) struct ChangeRow {
    pub id: i64,
    pub operation_id: OperationId,
    pub subject_type: String,
    pub subject_id: i64,
    pub action: String,
    pub before_values: String,
    pub after_values: String,
}

/// A change with its values read.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct Change {
    pub id: i64,
    pub operation_id: OperationId,
    pub subject_type: Option<SubjectType>,
    pub subject_id: i64,
    pub action: String,
    pub before: Facts,
    pub after: Facts,
}

impl From<ChangeRow> for Change {
    fn from(row: ChangeRow) -> Self {
        Self {
            id: row.id,
            operation_id: row.operation_id,
            subject_type: SubjectType::parse(&row.subject_type),
            subject_id: row.subject_id,
            action: row.action,
            before: facts(&row.before_values),
            after: facts(&row.after_values),
        }
    }
}

impl Change {
    /// The row.
    pub fn subject(&self) -> Option<Subject> {
        Some(Subject::new(self.subject_type?, self.subject_id))
    }

    /// Whether a value went from something to something, and not the whole row came or went.
    pub fn is_update(&self) -> bool {
        self.action == "update"
    }
}

/// A JSON object; anything else counts as nothing known.
fn facts(json: &str) -> Facts {
    serde_json::from_str(json).unwrap_or_default()
}

/// The id that a value holds.
pub fn id_in(value: Option<&Value>) -> Option<i64> {
    value.and_then(Value::as_i64)
}
