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

# Arranging, and the parts
dashboard-arrange = Arrange
dashboard-arrange-role = Start page of { $role }
dashboard-arrange-text = Choose what stands on the start page, how wide and in which order.
dashboard-arranged = The start page is arranged
dashboard-was-reset = The start page is as it was at first
dashboard-reset = Put back
dashboard-reset-question = Put the start page back as it was at first?
dashboard-stale = It was arranged in another window or by somebody else meanwhile. Saving again replaces that
dashboard-roles = What each role begins with
dashboard-roles-text = For everybody of the role who has not arranged their own.
dashboard-tile = Part
dashboard-shown = Shown
dashboard-size = Width
dashboard-order = Order
dashboard-show-named = Show { $name }
dashboard-size-named = Width of { $name }
dashboard-up-named = Move { $name } up
dashboard-down-named = Move { $name } down
dashboard-size-half = Half
dashboard-size-whole = Whole
dashboard-all-hidden = Every part is hidden.
dashboard-period = Period
dashboard-period-latest = Latest
dashboard-owner = Person
dashboard-owner-everybody = Everybody
dashboard-later = Show
dashboard-lately = The last 30 days
dashboard-tile-kpis = KPIs
dashboard-tile-missing = Missing values
dashboard-tile-attention = My accounts needing attention
dashboard-attention-theirs = Accounts needing attention
dashboard-tile-team = Activity of the team
dashboard-tile-growth = New accounts per month
dashboard-tile-registers = Accounts and contacts
dashboard-tile-sign-ins = Failed sign-ins
dashboard-tile-jobs = Work in the background
dashboard-tile-system = Program and database
dashboard-their-accounts = The person’s accounts
dashboard-their-accounts-none = The person owns no accounts.
dashboard-their-accounts-all = All accounts of the person
dashboard-attention-none = Nothing lacks attention.
dashboard-lacks-email = Without an e-mail address
dashboard-lacks-phone = Without a phone number
dashboard-still = Not changed for half a year
dashboard-person = Person
dashboard-changes = Changes
dashboard-team-none = Nothing was changed.
dashboard-new = New
dashboard-sign-ins = { $n ->
    [0] None
    [one] { $n } failed sign-in
   *[other] { $n } failed sign-ins
}
dashboard-jobs = { $waiting } waiting, { $running } running
dashboard-jobs-fine = Nothing has failed.
dashboard-version = Version
dashboard-database = Database
dashboard-schema = Tables
dashboard-schema-current = Up to date
dashboard-schema-old = Older than the program
dashboard-field-tiles = Parts
