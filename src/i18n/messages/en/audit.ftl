# What happened: the history of a record, recent changes, the audit list.
audit-title = Audit
audit-changes-title = Recent changes
audit-history = History
audit-history-of = History of { $name }
audit-whole-history = The whole history
audit-no-history = Nothing has been recorded yet.
audit-older = Older
audit-newer = Newer
audit-and-more = and { $n } more
audit-facts = What happened
audit-changed = Changed
audit-nothing-changed = No record was changed.
audit-values-set = { $n ->
    [one] { $n } value
   *[other] { $n } values
}
audit-values-lost = { $n ->
    [one] { $n } value before
   *[other] { $n } values before
}
audit-count = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
audit-count-more = { $n }+ events

audit-column-at = When
audit-column-who = Who
audit-column-what = What
audit-column-subject = Record
audit-column-changes = Records
audit-column-channel = Through
audit-column-address = Address
audit-column-kind = Kind

audit-who-import = Import
audit-who-cli = Command line
audit-who-api = API key
audit-who-system = The system
audit-who-visitor = A visitor
audit-who-nobody = Nobody signed in
audit-channel-page = Page
audit-channel-cli = Command line
audit-channel-api = API
audit-channel-api-key = API key “{ $name }”
audit-channel-import = Import
audit-channel-system = The system

# Kinds, as a filter names them.
audit-kind-account-create = Account added
audit-kind-account-update = Account changed
audit-kind-account-delete = Account deleted
audit-kind-contact-create = Contact added
audit-kind-contact-update = Contact changed
audit-kind-contact-delete = Contact deleted
audit-kind-account-merge = Accounts merged
audit-kind-account-distinct = Accounts found to be two
audit-kind-contact-merge = Contacts merged
audit-kind-contact-distinct = Contacts found to be two
audit-kind-affiliation-create = Role added
audit-kind-affiliation-update = Role changed
audit-kind-affiliation-delete = Role removed
audit-kind-tag-add = Tag added
audit-kind-tag-remove = Tag removed
audit-kind-tag-create = Tag made
audit-kind-tag-update = Tag changed
audit-kind-tag-merge = Tags merged
audit-kind-tag-delete = Tag deleted
audit-kind-import-accounts = Accounts imported
audit-kind-import-contacts = Contacts imported
audit-kind-export-accounts = Accounts exported
audit-kind-export-contacts = Contacts exported
audit-kind-demo-fill = Demo data filled in
audit-kind-demo-generate = Data set generated
audit-kind-demo-remove = Demo data removed
audit-kind-operation-undo = Undone
audit-kind-operation-redo = Done again
audit-kind-trash-restore = Restored from the trash
audit-kind-trash-purge = Removed for good
audit-kind-user-setup = First admin made
audit-kind-user-create = User added by the operator
audit-kind-user-register = Registration
audit-kind-user-approve = Registration approved
audit-kind-user-reject = Registration rejected
audit-kind-user-invite = Invitation
audit-kind-user-reset-link = Link for a new password
audit-kind-user-role = Role of a user changed
audit-kind-user-disable = User shut out
audit-kind-user-enable = User let in again
audit-kind-user-update = Own settings changed
audit-kind-user-password = Password changed
audit-kind-session-sign-in = Sign-in
audit-kind-session-failure = Failed sign-in
audit-kind-session-sign-out = Sign-out
audit-kind-session-end = Sessions ended
audit-kind-settings-update = Settings of the organisation changed
audit-kind-import-kpi-values = KPI values imported
audit-kind-kpi-definition-create = KPI defined
audit-kind-kpi-definition-update = KPI changed
audit-kind-kpi-definition-archive = KPI archived
audit-kind-kpi-definition-unarchive = KPI taken out of the archive
audit-kind-kpi-value-update = KPI value entered
audit-kind-kpi-values-update = KPI values entered
audit-kind-kpi-values-count = KPI counted
audit-kind-kpi-targets-update = Targets set
audit-kind-kpi-period-lock = KPI period locked
audit-kind-kpi-period-unlock = KPI period unlocked
audit-kind-dashboard-update = Dashboard arranged
audit-kind-dashboard-reset = Dashboard reset
audit-kind-view-create = View saved
audit-kind-view-update = View changed
audit-kind-view-delete = View deleted
audit-kind-view-pin = View put into the menu
audit-kind-view-unpin = View taken out of the menu

audit-progress = { $done } of { $total } done
audit-progress-waiting = Waiting for its turn
audit-progress-label = How far it has come
audit-progress-reload = Look again
audit-progress-done = The work in the background is done.
audit-progress-failed = The work in the background failed after { $done } of { $total }:
audit-column-undo = Undo
audit-progress-show = Show what it did
audit-kind-account-bulk-update = Accounts changed together
audit-kind-account-bulk-delete = Accounts deleted together
audit-kind-contact-bulk-update = Contacts changed together
audit-kind-contact-bulk-delete = Contacts deleted together
audit-kind-api-batch = Records written through the API
audit-kind-api-key-create = API key made
audit-kind-api-key-revoke = API key revoked
audit-kind-backup-prove = Backup proven
