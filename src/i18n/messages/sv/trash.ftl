# Papperskorgen.
trash-title = Papperskorg
trash-explained = Borttagna organisationer och kontakter ligger kvar här i { $days } dagar. Sedan tas de bort för gott.
trash-search = En del av namnet
trash-all = Organisationer och kontakter
trash-empty = Här finns inget.
trash-choose = Välj
trash-choose-named = Välj { $name }
trash-restore = Återställ
trash-restore-named = Återställ { $name }
trash-restore-chosen = Återställ de valda
trash-restored = { $n ->
    [one] En post har återställts
   *[other] { $n } poster har återställts
}
trash-nothing-chosen = Inget återställdes: ingen borttagen post var vald.
trash-blocked = Inget återställdes, eftersom det här är i vägen:
trash-kind-account = Organisation
trash-kind-contact = Kontakt
trash-column-name = Namn
trash-column-kind = Typ
trash-column-deleted = Borttagen
trash-column-who = Av
trash-column-days = Dagar kvar
trash-since = I papperskorgen sedan
trash-deleted-by = Borttagen av { $who }.
