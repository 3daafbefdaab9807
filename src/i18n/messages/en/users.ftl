# People: setup, registering, approval, links, rights, own settings.
users-title = Users
users-search = Search by name or e-mail
users-count = { $n ->
    [one] { $n } user
   *[other] { $n } users
}
users-count-more = { $n }+ users
users-name = Name
users-your-name = Your name
users-email = E-mail
users-email-hint = You sign in with it.
users-status = Status
users-invited = Invited
users-never = Never
users-last-signed-in = Last signed in
users-registered = Added
users-registered-from = Registered from
users-from-address = from { $address }
users-approved-at = Let in
users-facts = About
users-password = Password
users-password-again = The same password again
users-password-hint = At least 12 characters. A few words in a row are good, and you can paste it from a password manager.
users-password-wrong = That is not your password.
users-passwords-differ = The two passwords are not the same. Type both again.
users-email-taken = Somebody here already has this e-mail address.
users-role-unknown = Choose one of the roles.
users-choice-unknown = Choose one of the choices.

# Setup
users-setup-title = Welcome to Minimata
users-setup-about = Nobody is here yet. You will be the first admin; you can let others in afterwards.
users-setup-submit = Create and sign in
users-setup-done = Everything is set up. Welcome!
users-setup-dead = This setup link does not work: it has been used, is older than 24 hours, or a newer one was made. Restart the program, and it prints a new one.
users-setup-command = Or create the first admin on the server:
users-setup-command-line = minimata user create --email E-MAIL --name NAME --role admin

# Registering
users-register-title = Register
users-register-about = An admin looks at your registration before you can sign in.
users-register-submit = Register
users-to-sign-in = To sign in
users-waiting-title = Waiting for approval
users-waiting-about = Thank you! An admin has to let you in. After that you can sign in with your e-mail address and password.
users-waiting-known = If you have registered before, nothing has changed: sign in, or ask an admin for a link to choose a new password.
users-registration-full = Very many registrations are waiting at the moment. Ask an admin to invite you instead.

# Approval
users-queue-title = Waiting for approval
users-approval = Approval
users-approval-about = Choose what the person may do. You can change it later.
users-approve = Approve
users-approve-named = Approve { $name }
users-reject = Reject
users-reject-named = Reject { $name }
users-reject-question = Reject the registration of { $name }? You can still approve it later.
users-approved = { $name } was approved as { $role }
users-rejected = The registration of { $name } was rejected
users-approved-already = { $name } has been let in already. You can change the role below.
users-rejected-already = { $name } has been rejected already.
users-approved-before = { $name } has been let in already, so there is nothing to reject. To shut the person out, disable them.

# Rights
users-not-done = That was not done
users-role-hint = Viewers read. Staff work with accounts and contacts. Managers also import. Admins also manage users and settings.
users-role-label = What they may do
users-role-submit = Change role
users-role-changed = { $name } is now { $role }
users-access = Access
users-sessions-count = { $n ->
    [0] Not signed in anywhere.
    [one] Signed in with one browser.
   *[other] Signed in with { $n } browsers.
}
users-end-sessions = Sign out everywhere
users-end-sessions-question = Sign { $name } out of every browser?
users-sessions-ended = { $name } was signed out
users-make-reset-link = Link for a new password
users-make-invitation-link = New invitation link
users-disable = Disable
users-disable-question = Disable { $name }? They are signed out at once and cannot sign in.
users-disable-about = A disabled user cannot sign in. What they have done stays, and you can let them in again.
users-disabled = { $name } was disabled
users-disabled-about = This user cannot sign in.
users-enable = Let in again
users-enabled = { $name } can sign in again
users-last-admin-role = This is the only admin who can sign in. Make somebody else an admin first.
users-last-admin-disable = This is the only admin who can sign in. Make somebody else an admin first.
users-not-active = This only works for users who may sign in.
users-not-disabled = This user is not disabled.
users-changed-meanwhile = { $name } was changed while you had the page open (role: { $role }, status: { $status }). Look at what it says now and try again.

# Links
users-invite = Invite a user
users-invite-about = You get a link that works once, for 24 hours. Send it to the person; with it they choose their password.
users-invite-submit = Create the invitation
users-invited-named = { $name } was invited
users-link-title = One-time link
users-link-about = Send this link to { $name }. It works once, for 24 hours, and is not shown again.
users-link-mailed = It is also on its way to { $email }.
users-link-copied = The link was copied
users-link-dead-title = The link does not work
users-link-dead = It has been used, is older than 24 hours, or a newer one was made. Ask an admin for a new one.
users-password-new-title = Choose a password
users-password-new-about = { $name }, from now on you sign in with { $email } and this password.
users-password-new-submit = Save and sign in
users-password-set = Your password is saved, and you are signed in

# Own settings
users-tab-settings = Settings
users-tab-email = E-mail
users-tab-password = Password
users-tab-sessions = Sessions
users-settings-saved = Your settings were saved
users-own-changed-meanwhile = You, or an admin, saved these settings somewhere else while this page was open.
users-hotkeys-hint = For example / to search and n for new. The list is under Help and keys.
users-email-title = Change e-mail
users-email-about = You sign in with { $email } now.
users-email-new = New e-mail
users-email-changed = Your e-mail address was changed. Sign in with the new one from now on
users-password-title = Change password
users-password-about = When it is changed, you are signed out of every other browser.
users-password-current = Your password now
users-password-current-hint = So that nobody else changes it on a computer you left open.
users-password-new = New password
users-password-changed = { $n ->
    [0] Your password was changed
    [one] Your password was changed, and one other browser was signed out
   *[other] Your password was changed, and { $n } other browsers were signed out
}

# Fields, as history names them
users-field-name = Name
users-field-email = E-mail
users-field-role = Role
users-field-status = Status
users-field-locale = Language
users-field-time_zone = Time zone
users-field-theme = Appearance
users-field-density = Row height
users-field-hotkeys = Single-key shortcuts
