# Search over everything.
search-everywhere = Search everywhere
search-label = Search for
search-title = Search
search-title-of = Search: { $typed }
search-found = What was found
search-recent = Recently used
search-pages = Pages and actions
search-more = Show all in the list
search-similar = similar spelling
search-hint = Type at least one letter.
search-nothing = Nothing matches “{ $typed }”.
search-nothing-hint = Try fewer or shorter words. Names, numbers, e-mail addresses, towns and roles are searched.
search-count = { $count ->
    [0] Nothing found
    [one] One thing found
   *[other] { $count } things found
}
search-export-accounts = Export accounts
search-export-contacts = Export contacts
search-invite = Invite a person
search-password = Change password
search-key = Search everywhere, from any page
search-keys = Ctrl K
