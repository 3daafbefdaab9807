# Two records that are one.
merges-open = Merge with another
merges-account-title = Merge two accounts
merges-contact-title = Merge two contacts
merges-account-other = The other account
merges-contact-other = The other contact
merges-pick = What is the same as { $name }?
merges-itself = That is the same record. Choose another one.
merges-lead = Choose what stays where the two differ. The other record goes to the trash; its address leads here, and all of this can be undone.
merges-keep = Which one stays
merges-look = Show { $name }
merges-moves = Goes along
merges-moves-nothing = Nothing hangs on it
merges-moves-children = { $n ->
    [one] { $n } sub-account
   *[other] { $n } sub-accounts
}
merges-moves-people = { $n ->
    [one] { $n } role of a person
   *[other] { $n } roles of people
}
merges-moves-roles = { $n ->
    [one] { $n } role
   *[other] { $n } roles
}
merges-moves-tags = { $n ->
    [one] { $n } tag
   *[other] { $n } tags
}
merges-moves-values = { $n ->
    [one] { $n } value of a KPI
   *[other] { $n } values of KPIs
}
merges-two-numbers = They have different organisation numbers, so they may be two after all.
merges-both = Both, one below the other
merges-no-difference = They do not differ in any field.
merges-same = { $n ->
    [one] { $n } field is the same in both
   *[other] { $n } fields are the same in both
}
merges-merge = Merge
merges-are-two = Or are they two?
merges-distinguish = Not a duplicate
merges-stale = One of the two was changed after you opened this page. It is shown as it is now; your choices are kept.
merges-done = Merged into { $name }
merges-distinguished = { $name } and { $other } will not be shown as duplicates again
merges-history-of = History of { $name } before the merge
merges-worklist = Likely duplicates
merges-worklist-lead = Pairs that may be one and the same, the likeliest first. They are looked for once an hour.
merges-worklist-empty = Nothing looks like a duplicate
merges-worklist-empty-text = Pairs with the same e-mail, phone number, or name and city appear here.
merges-look-again = Look again now
merges-looking = The register is being looked through. Reload this page in a moment.
