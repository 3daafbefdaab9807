# Undoing, and what is in the way of it.
undo-done = Done: { $what }
undo-done-but = { $n ->
    [one] Done, but for one change that is in the way: { $what }
   *[other] Done, but for { $n } changes that are in the way: { $what }
}
undo-begun = It is being undone. This page shows how far it has come.
undo-already = It has been undone already: { $who }, { $when }
undo-too-old = This is too long ago to be undone.
undo-running = This is still running. Wait until it is done, then undo it.
undo-nothing = There is nothing to undo: it changed no record.
undo-not-yours = Only managers can undo what somebody else did.
undo-by = Undone by { $who }
undo-redone-by = Redone by { $who }
undo-restored-by = Restored since by { $who }
undo-blocked-title = Something is in the way
undo-blocked = “{ $what }” cannot be undone as a whole, because this has changed since. Nothing has been undone yet.
undo-in-the-way = What is in the way
undo-the-rest = Undo the rest
undo-choose = Choose field by field whether what is there now stays; everything else is undone.
undo-as-chosen = Undo as chosen
undo-column-choice = Choice
undo-keep-now = Keep what is there now
undo-put-back = Put back:
undo-is-left = Stays as it is
undo-leave-it = Leave everything as it is
undo-left-title = What was left
undo-left = { $n ->
    [one] One change was left, because something was in the way:
   *[other] { $n } changes were left, because something was in the way:
}
undo-column-field = Field
undo-column-made = It became
undo-column-now = Now
undo-column-why = In the way
undo-reason-changed = Changed again
undo-reason-trashed = It is in the trash
undo-reason-restored = It is no longer in the trash
undo-reason-gone = It has been removed for good
undo-reason-hanging = This belongs to it:
undo-reason-taken = This has it now:
undo-reason-missing = This is no longer there:
undo-reason-loop = It would end up above itself:
undo-reason-unknown = This version cannot take it back
undo-named = Undo: { $what }
undo-redo-named = Redo: { $what }
