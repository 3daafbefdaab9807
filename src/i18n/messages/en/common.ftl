# What every page uses.
common-description = Accounts, contacts and what happened with them
common-skip = Skip to content
common-main-menu = Main menu
common-notices = Notices
common-undo = Undo
common-redo = Redo
common-dismiss = Dismiss
common-dialog = Details
common-are-you-sure = Are you sure?
common-yes-go-on = Yes, go on
common-my-settings = My settings
common-my-sessions = My sessions
common-sign-in = Sign in
common-sign-out = Sign out
common-help = Help and keys

# Menu
nav-home = Home
nav-accounts = Accounts
nav-contacts = Contacts
nav-duplicates = Duplicates
nav-trash = Trash
nav-changes = Changes
nav-tags = Tags
nav-people = People
nav-audit = Audit
nav-settings = Settings

# Doing things
common-save = Save
common-cancel = Cancel
common-edit = Edit
common-edit-named = Edit { $name }
common-delete = Delete
common-remove = Remove
common-add = Add
common-search = Search
common-open-it = Open it
common-show = Show
common-back = Back
common-close = Close
common-copy = Copy
common-send = Send
common-actions = Actions
common-more = More
common-delete-question = Delete { $name }?
common-saved = Saved
common-saved-named = { $name } was saved
common-created-named = { $name } was created
common-deleted-named = { $name } was deleted

# Lists
common-filter = Filter
common-active-filters = Active filters
common-remove-filter = Remove filter:
common-clear-filters = Clear filters
common-columns = Columns
common-columns-shown = Columns shown
common-rows-per-page = Rows per page
common-pages = Pages
common-first-page = First page
common-previous-page = Previous page
common-next-page = Next page
common-last-page = Last page
common-sort-by = Sort by { $column }
common-found = { $n ->
    [0] Nothing found
   *[other] { $n } found
}
common-found-more = { $n }+ found
common-nothing-yet = Nothing here yet
common-no-match = Nothing matches
common-no-match-text = Try fewer words, or clear the filters.
common-filter-is = { $field }: { $value }
common-filter-is-empty = { $field } is empty
common-filter-is-not-empty = { $field } is filled in
common-filter-contains = { $field } contains “{ $value }”
common-filter-any-of = { $field }: any of { $value }
common-filter-all-of = { $field }: all of { $value }
common-filter-none-of = { $field }: none of { $value }
common-too-many-tags = Choose at most { $max } tags.
common-filter-from = { $field } from { $value }
common-filter-to = { $field } up to { $value }
common-any = Any
common-is-empty = Is empty
common-is-filled = Is filled in
common-contains = Contains
common-from = From
common-to = To

# Values
common-yes = Yes
common-no = No
common-none = None
common-unknown = Unknown
common-nobody = Nobody
common-optional = optional
common-created-at = Created
common-updated-at = Last changed

# Forms
common-there-is-a-problem = There is a problem
common-changed-meanwhile = Somebody else changed this meanwhile
common-became = became

# People
common-role = Role
role-viewer = Viewer
role-staff = Staff
role-manager = Manager
role-admin = Admin
user-status-pending = Waiting for approval
user-status-active = Active
user-status-disabled = Disabled
user-status-rejected = Rejected

# Preferences
common-language = Language
common-theme = Appearance
common-theme-auto = As the computer
common-theme-light = Light
common-theme-dark = Dark
common-density = Row height
common-density-compact = Compact
common-density-normal = Normal
common-density-roomy = Roomy
common-hotkeys = Single-key shortcuts
common-time-zone = Time zone

# When something fails in the browser
common-offline = The server cannot be reached. Check your connection and try again.
common-refused = You are not allowed to do that.
common-record-gone = That is no longer there.
common-failed = Something went wrong. Nothing was saved.

# Help
common-help-keys = Keyboard shortcuts
common-help-keys-off = Shortcuts of a single key are switched off. You can switch them on under My settings.
common-help-key = Key
common-help-does = Does
common-help-search = Search in the list
common-help-new = New, where the page offers it
common-help-escape = Cancel what is being edited
common-help-help = This page
common-help-go = Go to { $page }
nav-organisation = Organisation
common-choose-one = Choose one of the values
common-nothing-yet-text = What you add appears here.
common-known-or-not = { $field }: known or not
common-other-facts = Other facts
common-owner-unknown = That person cannot be the owner. Choose somebody who is active.
common-facts = Facts
common-conflict-choose = You and somebody else changed the same. Choose at each field which to keep; nothing of yours is saved yet, and nothing is lost.
common-saved-now = { $label } as it is saved now
common-keep-yours = Keep what I wrote
common-keep-theirs = Take what is saved
common-conflict-by = { $who } saved this on { $when }, while your form was open.
common-conflict-by-somebody = It was saved while your form was open.
common-others-changed = { $who } changed meanwhile: { $fields }
common-somebody-changed = Changed meanwhile by others: { $fields }
common-draft-left = You have unsaved changes from { $when }. They are in the form; nothing of them is saved yet.
common-discard = Discard
common-me = Me
common-field = Field
common-conflict-at = It was changed { $when }, after you opened the form.
common-help-anywhere = Everywhere
common-help-lists = In a list
common-help-records = On a record
common-help-forms = In a form
common-help-down = Next row
common-help-up = Previous row
common-help-open = Open the row
common-help-pick = Tick the row
common-help-edit = Edit the record
common-help-next = Next record of the list
common-help-previous = Previous record of the list
common-help-save = Save
common-help-edit-row = Edit the row’s record
common-delete-named = Delete { $name }
common-next-record = Next: { $name }
common-previous-record = Previous: { $name }
common-neighbours = Records beside this one
