//! What an operation was done to.

use crate::code_type;
use serde::{Deserialize, Serialize};

code_type! {
    /// The kind of row a change is about.
    SubjectType {
        /// `accounts`.
        Account = "account",
        /// `contacts`.
        Contact = "contact",
        /// `affiliations`.
        Affiliation = "affiliation",
        /// `tags`.
        Tag = "tag",
        /// `saved_views`.
        SavedView = "saved_view",
        /// `dashboard_layouts`.
        Dashboard = "dashboard",
        /// `users`.
        User = "user",
        /// `kpi_definitions`.
        KpiDefinition = "kpi_definition",
        /// `kpi_values`.
        KpiValue = "kpi_value",
        /// `kpi_targets`.
        KpiTarget = "kpi_target",
        /// `kpi_locks`.
        KpiLock = "kpi_lock",
        /// `settings`.
        Settings = "settings",
        /// `api_keys`.
        ApiKey = "api_key",
    }
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Subject {
    /// Of which table.
    pub kind: SubjectType,
    /// Its id.
    pub id: i64,
}

impl Subject {
    /// Names a row.
    pub fn new(kind: SubjectType, id: i64) -> Self {
        Self { kind, id }
    }
}
