# Många poster på en gång
bulk-change = Ändra
bulk-picked = Valda:
bulk-pick-all = Välj alla på sidan
bulk-pick = Välj { $name }
bulk-all = Alla { $n } som matchar
bulk-all-more = Alla som matchar (fler än { $n })
bulk-bar = Valda poster
bulk-owner = Byt ansvarig
bulk-status = Byt status
bulk-add-tag = Lägg till etikett
bulk-remove-tag = Ta bort etikett
bulk-delete = Ta bort
bulk-back = Tillbaka till listan
bulk-none = Inget är valt
bulk-none-text = Markera de rader i listan som du vill ändra.
bulk-no-tags = Det finns inga etiketter än. Sätt den första på en post.
bulk-choose = Välj …
bulk-look = Förhandsgranska
bulk-already = { $n ->
    [one] En av dem är redan så och lämnas som den är.
   *[other] { $n } av dem är redan så och lämnas som de är.
}
bulk-delete-text = De hamnar i papperskorgen och kan tas tillbaka därifrån, eller med Ångra.
bulk-long = Det görs i bakgrunden. Du kan arbeta vidare, följa hur det går och ångra alltihop.
bulk-nothing = Inget att ändra: alla är redan så.
bulk-confirm-change = Ändra { $counted }
bulk-confirm-delete = Ta bort { $counted }
bulk-done = { $n ->
    [one] { $counted } har ändrats
   *[other] { $counted } har ändrats
}
bulk-deleted = { $n ->
    [one] { $counted } har tagits bort
   *[other] { $counted } har tagits bort
}
bulk-begun = Ändringen har påbörjats och fortsätter i bakgrunden.
bulk-changed-meanwhile = Antalet har ändrats sedan du tittade: nu { $now }, förut { $before }. Inget har ändrats än.
