//! Roles and what a person's account is worth at the moment.

use crate::code_type;

code_type! {
    /// What somebody may do; each role may do all that the one before it may.
    Role {
        /// Reads everything, changes only their own settings.
        Viewer = "viewer",
        /// Works with accounts, contacts and KPI values.
        Staff = "staff",
        /// All records: also imports, exports, shared things, others' operations.
        Manager = "manager",
        /// People, keys, settings and the audit list as well.
        Admin = "admin",
    }
}

code_type! {
    /// Whether a person may sign in.
    Status {
        /// Registered, waiting for an admin's approval.
        Pending = "pending",
        /// May sign in.
        Active = "active",
        /// Was shut out by an admin.
        Disabled = "disabled",
        /// An admin said no to the registration.
        Rejected = "rejected",
    }
}

impl Role {
    /// The catalogue's key of this role's name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Viewer => "common-role-viewer",
            Self::Staff => "common-role-staff",
            Self::Manager => "common-role-manager",
            Self::Admin => "common-role-admin",
        }
    }
}

impl Status {
    /// The catalogue's key of this status.
    pub fn label(self) -> &'static str {
        match self {
            Self::Pending => "common-user-status-pending",
            Self::Active => "common-user-status-active",
            Self::Disabled => "common-user-status-disabled",
            Self::Rejected => "common-user-status-rejected",
        }
    }
}
