//! What is written about a KPI: values, targets, and which periods are locked.

use super::DefinitionId;
use crate::accounts::model::AccountId;
use crate::audit::{Audited, Facts, Subject, SubjectType};
use crate::auth::UserId;
use crate::id_type;
use crate::kpis::{Cadence, Decimal};
use crate::schema::{kpi_locks, kpi_targets, kpi_values};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::mysql::Mysql;
use diesel::prelude::*;

id_type!(
    /// A row of `kpi_values`.
    ValueId
);
id_type!(
    /// A row of `kpi_targets`.
    TargetId
);
id_type!(
    /// A row of `kpi_locks`.
    LockId
);

/// The value of one period.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = kpi_values, check_for_backend(Mysql))]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct Value {
    pub id: ValueId,
    pub definition_id: DefinitionId,
    pub account_id: Option<AccountId>,
    /// The period's first day.
    pub period: NaiveDate,
    /// None where it was taken out again; the row keeps the history.
    pub value: Option<Decimal>,
    pub note: String,
    /// Counts the changes; 0 is a cell that nobody has written in.
    pub version: i32,
    pub entered_by: Option<UserId>,
    pub entered_at: NaiveDateTime,
}

impl Audited for Value {
    fn subject(&self) -> Subject {
        Subject::new(SubjectType::KpiValue, self.id.0)
    }

    fn facts(&self) -> Facts {
        let account = self.account_id.map(|id| ("account_id", id.0.into()));
        let facts = [
            ("value", self.value.map(|v| v.to_string()).into()),
            ("note", self.note.as_str().into()),
        ];
        let all = facts.into_iter().chain(account);
        all.map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// What one period should reach.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = kpi_targets, check_for_backend(Mysql))]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct Target {
    pub id: TargetId,
    pub definition_id: DefinitionId,
    /// The period's first day.
    pub period: NaiveDate,
    pub target: Option<Decimal>,
    pub version: i32,
}

impl Audited for Target {
    fn subject(&self) -> Subject {
        Subject::new(SubjectType::KpiTarget, self.id.0)
    }

    fn facts(&self) -> Facts {
        let target = self.target.map(|target| target.to_string());
        Facts::from_iter([("target".to_owned(), target.into())])
    }
}

/// Whether a period takes values.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = kpi_locks, check_for_backend(Mysql))]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct Lock {
    pub id: LockId,
    pub cadence: Cadence,
    /// The period's first day.
    pub period: NaiveDate,
    pub is_locked: bool,
}

impl Audited for Lock {
    fn subject(&self) -> Subject {
        Subject::new(SubjectType::KpiLock, self.id.0)
    }

    fn facts(&self) -> Facts {
        Facts::from_iter([("is_locked".to_owned(), self.is_locked.into())])
    }
}
