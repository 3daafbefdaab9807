//! What can be done.

use crate::code_type;

code_type! {
    /// What an operation did. Its sentence is the catalogue's `operations-…` text, made when it is read.
    Kind {
        /// An account was added.
        AccountCreate = "account.create",
        /// An account's fields were changed.
        AccountUpdate = "account.update",
        /// An account was deleted (softly).
        AccountDelete = "account.delete",
        /// A contact was added.
        ContactCreate = "contact.create",
        /// A contact's fields were changed.
        ContactUpdate = "contact.update",
        /// A contact was deleted (softly).
        ContactDelete = "contact.delete",
        /// A contact got a role at an account.
        AffiliationCreate = "affiliation.create",
        /// That role was changed or ended.
        AffiliationUpdate = "affiliation.update",
        /// That role was removed as never having been.
        AffiliationDelete = "affiliation.delete",
        /// A tag was put on a record.
        TagAdd = "tag.add",
        /// A tag was taken off a record.
        TagRemove = "tag.remove",
        /// A tag was made.
        TagCreate = "tag.create",
        /// A tag was renamed or recoloured.
        TagUpdate = "tag.update",
        /// A tag went up in another one.
        TagMerge = "tag.merge",
        /// A tag was deleted.
        TagDelete = "tag.delete",
        /// A file was imported into accounts.
        ImportAccounts = "import.accounts",
        /// A file was imported into contacts.
        ImportContacts = "import.contacts",
        /// Two accounts were merged into one.
        AccountMerge = "account.merge",
        /// Two accounts were found to be two.
        AccountDistinct = "account.distinct",
        /// Two contacts were merged into one.
        ContactMerge = "contact.merge",
        /// Two contacts were found to be two.
        ContactDistinct = "contact.distinct",
        /// A file was imported into values of KPIs.
        ImportKpiValues = "import.kpi_values",
        /// A KPI was defined.
        KpiDefinitionCreate = "kpi_definition.create",
        /// A KPI's definition was changed.
        KpiDefinitionUpdate = "kpi_definition.update",
        /// A KPI was put away.
        KpiDefinitionArchive = "kpi_definition.archive",
        /// A KPI was taken out again.
        KpiDefinitionUnarchive = "kpi_definition.unarchive",
        /// A value was entered, corrected or taken out.
        KpiValueUpdate = "kpi_value.update",
        /// Several values were entered at once.
        KpiValuesUpdate = "kpi_values.update",
        /// What periods came to was counted, by itself.
        KpiValuesCount = "kpi_values.count",
        /// Targets were set.
        KpiTargetsUpdate = "kpi_targets.update",
        /// A period was locked.
        KpiPeriodLock = "kpi_period.lock",
        /// A period was unlocked, for a reason.
        KpiPeriodUnlock = "kpi_period.unlock",
        /// Accounts were exported to a file.
        ExportAccounts = "export.accounts",
        /// Contacts were exported to a file.
        ExportContacts = "export.contacts",
        /// Several records were written by one request to the API.
        ApiBatch = "api.batch",
        /// The demo data was filled in.
        DemoFill = "demo.fill",
        /// The demo data was removed.
        DemoRemove = "demo.remove",
        /// A large fictional data set was generated.
        DemoGenerate = "demo.generate",
        /// An operation was taken back.
        OperationUndo = "operation.undo",
        /// An operation that had been taken back was done again.
        OperationRedo = "operation.redo",
        /// Records were taken out of the trash.
        TrashRestore = "trash.restore",
        /// Records in the trash whose time was up left for good.
        TrashPurge = "trash.purge",
        /// A list's address was saved under a name.
        SavedViewCreate = "view.create",
        /// A saved view was renamed, shared or given another filter.
        SavedViewUpdate = "view.update",
        /// A saved view was deleted (softly).
        SavedViewDelete = "view.delete",
        /// A person put a view into their menu.
        SavedViewPin = "view.pin",
        /// A person took a view out of their menu.
        SavedViewUnpin = "view.unpin",
        /// Many accounts were changed at once.
        AccountsUpdate = "account.bulk_update",
        /// Many accounts were deleted at once (softly).
        AccountsDelete = "account.bulk_delete",
        /// Many contacts were changed at once.
        ContactsUpdate = "contact.bulk_update",
        /// Many contacts were deleted at once (softly).
        ContactsDelete = "contact.bulk_delete",
        /// A dashboard was arranged.
        DashboardUpdate = "dashboard.update",
        /// A dashboard went back to how it was at first.
        DashboardReset = "dashboard.reset",
        /// The first admin was made.
        UserSetup = "user.setup",
        /// The operator made a person.
        UserCreate = "user.create",
        /// A person registered.
        UserRegister = "user.register",
        /// An admin let a registered person in.
        UserApprove = "user.approve",
        /// An admin refused a registration.
        UserReject = "user.reject",
        /// An admin invited a person.
        UserInvite = "user.invite",
        /// An admin made a link for a new password.
        UserResetLink = "user.reset_link",
        /// A role was changed.
        UserRole = "user.role",
        /// A person was shut out.
        UserDisable = "user.disable",
        /// A person was let in again.
        UserEnable = "user.enable",
        /// A person changed their own facts or settings.
        UserUpdate = "user.update",
        /// A password was changed or set.
        UserPassword = "user.password",
        /// Somebody signed in.
        SessionSignIn = "session.sign_in",
        /// A sign-in failed.
        SessionFailure = "session.failure",
        /// Somebody signed out.
        SessionSignOut = "session.sign_out",
        /// Sessions were ended from elsewhere.
        SessionEnd = "session.end",
        /// The organisation's settings were changed.
        SettingsUpdate = "settings.update",
        /// A key of the API was made.
        ApiKeyCreate = "api_key.create",
        /// A key of the API was revoked.
        ApiKeyRevoke = "api_key.revoke",
        /// A backup was restored elsewhere and found to be the same.
        BackupProve = "backup.prove",
    }
}

impl Kind {
    /// Whether everybody may read of it: changes of records are shared, what concerns people and sign-ins is for
    /// admins.
    pub fn is_about_records(self) -> bool {
        match self {
            Self::AccountCreate | Self::AccountUpdate | Self::AccountDelete => true,
            Self::ContactCreate | Self::ContactUpdate | Self::ContactDelete => true,
            Self::AffiliationCreate | Self::AffiliationUpdate | Self::AffiliationDelete => true,
            Self::AccountsUpdate | Self::AccountsDelete => true,
            Self::ContactsUpdate | Self::ContactsDelete => true,
            Self::TagAdd | Self::TagRemove => true,
            Self::TagCreate | Self::TagUpdate | Self::TagMerge | Self::TagDelete => true,
            Self::ImportAccounts | Self::ImportContacts => true,
            Self::ApiBatch => true,
            Self::AccountMerge | Self::AccountDistinct => true,
            Self::ContactMerge | Self::ContactDistinct => true,
            Self::ImportKpiValues => true,
            Self::KpiDefinitionCreate | Self::KpiDefinitionUpdate => true,
            Self::KpiDefinitionArchive | Self::KpiDefinitionUnarchive => true,
            Self::KpiValueUpdate | Self::KpiValuesUpdate | Self::KpiTargetsUpdate => true,
            Self::KpiValuesCount => true,
            Self::KpiPeriodLock | Self::KpiPeriodUnlock => true,
            Self::DemoFill | Self::DemoRemove | Self::DemoGenerate => true,
            Self::OperationUndo | Self::OperationRedo => true,
            Self::TrashRestore | Self::TrashPurge => true,
            Self::SavedViewCreate | Self::SavedViewUpdate | Self::SavedViewDelete => false,
            Self::SavedViewPin | Self::SavedViewUnpin => false,
            Self::DashboardUpdate | Self::DashboardReset => false,
            Self::UserSetup | Self::UserCreate | Self::UserRegister => false,
            Self::UserApprove | Self::UserReject | Self::UserInvite => false,
            Self::UserResetLink | Self::UserRole | Self::UserDisable => false,
            Self::UserEnable | Self::UserUpdate | Self::UserPassword => false,
            Self::SessionSignIn | Self::SessionFailure => false,
            Self::SessionSignOut | Self::SessionEnd => false,
            Self::SettingsUpdate => false,
            // What left the house is for admins.
            Self::ExportAccounts | Self::ExportContacts => false,
            Self::ApiKeyCreate | Self::ApiKeyRevoke => false,
            Self::BackupProve => false,
        }
    }

    /// Whether it can be taken back: what changes records can, except where rows leave for good. The demo data has a
    /// removal of its own.
    pub fn is_undoable(self) -> bool {
        self.is_about_records()
            && !matches!(self, Self::DemoFill | Self::DemoRemove | Self::DemoGenerate)
            && !matches!(self, Self::TrashPurge | Self::KpiValuesCount)
    }

    /// Whether it made one of two records.
    pub fn is_merge(self) -> bool {
        matches!(self, Self::AccountMerge | Self::ContactMerge)
    }

    /// Whether rows left for good that may have been deleted before.
    pub fn is_emptying(self) -> bool {
        matches!(self, Self::DemoRemove | Self::TrashPurge)
    }

    /// The catalogue's key of its sentence.
    pub fn message_key(self) -> String {
        format!("operations-{}", self.code().replace(['.', '_'], "-"))
    }
}
