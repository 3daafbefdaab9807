# The page after sign-in.
dashboard-hello = Hello, { $name }
dashboard-new-contact = New contact
dashboard-waiting = { $n ->
    [one] { $n } person is waiting for your approval
   *[other] { $n } people are waiting for your approval
}
dashboard-accounts = { $n ->
    [one] { $n } account
   *[other] { $n } accounts
}
dashboard-accounts-more = { $n }+ accounts
dashboard-contacts = { $n ->
    [one] { $n } contact
   *[other] { $n } contacts
}
dashboard-contacts-more = { $n }+ contacts
dashboard-own-accounts = My accounts
dashboard-own-accounts-none = Accounts that you own appear here.
dashboard-own-accounts-all = All my accounts
dashboard-touched = My latest records
dashboard-touched-none = Records that you have worked with appear here.
dashboard-recent = Recent changes
dashboard-recent-none = Nothing has been changed yet.
dashboard-recent-all = All changes
dashboard-demo-there = The demo data is filled in.
dashboard-demo-remove = Remove the demo data
dashboard-demo-remove-question = Remove all demo data? What you have added yourself stays.

# While there is nothing yet
dashboard-welcome = Welcome, { $name }
dashboard-empty = There are no accounts or contacts yet. Begin with one of these.
dashboard-empty-viewer = There are no accounts or contacts yet. They appear here as soon as somebody has added them.
dashboard-first-account = Create the first account
dashboard-first-account-text = An association, a company or another organisation that you work with. Its people are added on its page.
dashboard-first-account-button = Create an account
dashboard-import = Import a file
dashboard-import-text = CSV files with accounts or contacts are imported on the server. Columns are recognised by their headings.
dashboard-demo = Look around first
dashboard-demo-text = Fills in a small, made-up set of associations and people. It is removed again with one click.
dashboard-demo-fill = Fill in demo data
