# The trash.
trash-title = Trash
trash-explained = Deleted accounts and contacts stay here for { $days } days. Then they are removed for good.
trash-search = Part of the name
trash-all = Accounts and contacts
trash-empty = There is nothing here.
trash-choose = Choose
trash-choose-named = Choose { $name }
trash-restore = Restore
trash-restore-named = Restore { $name }
trash-restore-chosen = Restore the chosen
trash-restored = { $n ->
    [one] One record was restored
   *[other] { $n } records were restored
}
trash-nothing-chosen = Nothing was restored: no deleted record was chosen.
trash-blocked = Nothing was restored, because this is in the way:
trash-kind-account = Account
trash-kind-contact = Contact
trash-column-name = Name
trash-column-kind = Kind
trash-column-deleted = Deleted
trash-column-who = By
trash-column-days = Days left
trash-since = In the trash since
trash-deleted-by = Deleted by { $who }.
