# What the JSON API answers, and the pages of its keys.
api-invalid = The fields under "errors" need to be put right.
api-not-ready-database = The database does not answer.
api-not-ready-migrations = The database still has an older schema than this program.
api-not-ready-disk = The data directory cannot be written; the disk may be full.
api-unauthorized = This needs a valid key in X-Api-Key or Authorization: Bearer, or a session.
api-key-in-address = A key in an address would be kept by logs and histories. Send it in X-Api-Key or Authorization: Bearer.
api-key-closed = The key is not open for { $scope }.

# Keys
nav-api-keys = API keys
api-keys-title = API keys
api-keys-about = With a key, a program reads and writes through the API, never more than whoever made the key may.
api-keys-docs = How the API is used
api-keys-new = New key
api-keys-make = Make the key
api-keys-none = No keys yet
api-keys-none-about = Make one for each program, so that each can be revoked by itself.
api-keys-name = Name
api-keys-name-hint = The program or purpose, such as “Website”. It stands beside everything done with the key.
api-keys-role = Role, at most
api-keys-role-hint = A key never may do more than its maker.
api-keys-scope-accounts = Accounts
api-keys-scope-contacts = Contacts
api-keys-scope-kpis = KPIs
api-keys-scope-changes = Changes
api-keys-scope-users = People
api-kpi-of-organisation = This KPI's values are the organisation's, not an account's
api-keys-scope-wanted = Open the key for something
api-keys-access-none = Closed
api-keys-access-read = Read
api-keys-access-write = Read and write
api-keys-open-for = Open for
api-keys-expires = Last day
api-keys-expires-hint = Leave empty for a key without end.
api-keys-expiry-past = The last day cannot be in the past
api-keys-ends = Ends
api-keys-endless = Never
api-keys-addresses = Only from
api-keys-addresses-hint = Addresses or networks such as 192.0.2.0/24, with blanks between. Leave empty for everywhere.
api-keys-address-wrong = “{ $address }” is not an address or a network
api-keys-addresses-many = Too many addresses; name networks instead
api-keys-anywhere = Everywhere
api-keys-state = Status
api-keys-active = Active
api-keys-configured = From the configuration
api-keys-expired = Expired
api-keys-revoked = Revoked
api-keys-revoked-at = Revoked
api-keys-last-used = Last used
api-keys-never = Never
api-keys-maker = Made by
api-keys-created = Made
api-keys-facts = About the key
api-keys-prefix = Begins with
api-keys-shown-title = The new key
api-keys-shown-about = Copy it now: it is stored so that nobody can read it, and is not shown again.
api-keys-copied = Key copied
api-keys-revoke = Revoke
api-keys-revoke-question = Revoke { $name }? Programs that use it are refused at once, and it cannot be taken back.
api-keys-revoked-named = { $name } is revoked.
api-keys-configured-stays = This key stands in BACKEND_API_KEYS; take it out there to revoke it.

# Bodies, parameters and preconditions
api-bad-json = The body is not JSON that can be taken: { $what }.
api-object-wanted = Send a JSON object.
api-field-unknown = There is no such field to write
api-parameter-unknown = There is no such parameter
api-column-unknown = There is no column { $name }
api-limit-wrong = From 1 to { $most }
api-type-text = A text or null
api-type-integer = A whole number or null
api-type-number = A number or null
api-undone-already = It has been undone already
api-undo-blocked = Something is in the way; see obstacles
api-restore-blocked = What it depends on is gone, or in the way; see obstacles
api-cursor-wrong = Take the address from `next` or `prev` of an answer
api-type-id = The number of a record or null
api-type-boolean = true or false
api-rows-wrong = A list of 1 to { $most } objects
api-bad-idempotency-key = Idempotency-Key takes 1 to 255 characters.
api-bad-if-match = If-Match takes the ETag of the record, or *.
api-key-reused = This Idempotency-Key was used for another request. Use a new one.
api-version-wanted = Say which version the change starts from: If-Match with the ETag, or version.
api-stale = Somebody else changed this since it was read. See current and conflicts.
api-batch-undone = { $failed ->
    [one] One row is wrong, so nothing was done.
   *[other] { $failed } rows are wrong, so nothing was done.
}

# The document
api-docs-title = The API
api-docs-about = Everything here is JSON, by the same rules as the pages. Admins make keys under API keys.
api-docs-document = The document (OpenAPI 3.1)
api-docs-scope = A key needs
api-docs-problems = Problems
