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
            Self::Viewer => "role-viewer",
            Self::Staff => "role-staff",
            Self::Manager => "role-manager",
            Self::Admin => "role-admin",
        }
    }
}

impl Status {
    /// The catalogue's key of this status.
    pub fn label(self) -> &'static str {
        match self {
            Self::Pending => "user-status-pending",
            Self::Active => "user-status-active",
            Self::Disabled => "user-status-disabled",
            Self::Rejected => "user-status-rejected",
        }
    }
}
