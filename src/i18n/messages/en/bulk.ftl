# Many records at once
bulk-change = Change
bulk-picked = Selected:
bulk-pick-all = Select all on this page
bulk-pick = Select { $name }
bulk-all = All { $n } that match
bulk-all-more = All that match ({ $n }+)
bulk-bar = Selected records
bulk-owner = Set owner
bulk-status = Set status
bulk-add-tag = Add tag
bulk-remove-tag = Remove tag
bulk-delete = Delete
bulk-back = Back to the list
bulk-none = Nothing is selected
bulk-none-text = Tick the rows in the list that you want to change.
bulk-no-tags = There are no tags yet. Put the first one on a record.
bulk-choose = Choose …
bulk-look = Preview
bulk-already = { $n ->
    [one] One of them is already so and will be left as it is.
   *[other] { $n } of them are already so and will be left as they are.
}
bulk-delete-text = They go to the trash and can be brought back from there, or with Undo.
bulk-long = It runs in the background. You can go on working, watch it, and take it back as a whole.
bulk-nothing = Nothing to change: they are all so already.
bulk-confirm-change = Change { $counted }
bulk-confirm-delete = Delete { $counted }
bulk-done = { $n ->
    [one] { $counted } changed
   *[other] { $counted } changed
}
bulk-deleted = { $n ->
    [one] { $counted } deleted
   *[other] { $counted } deleted
}
bulk-begun = The change has begun and goes on in the background.
bulk-changed-meanwhile = The number has changed since you looked: now { $now }, before { $before }. Nothing has been changed yet.
