# Sökning i allt.
search-everywhere = Sök överallt
search-label = Sök efter
search-title = Sök
search-title-of = Sök: { $typed }
search-found = Träffar
search-recent = Senast använt
search-pages = Sidor och åtgärder
search-more = Visa alla i listan
search-similar = liknande stavning
search-hint = Skriv minst en bokstav.
search-nothing = Inget matchar ”{ $typed }”.
search-nothing-hint = Prova färre eller kortare ord. Sökningen gäller namn, nummer, e-postadresser, orter och roller.
search-count = { $count ->
    [0] Inga träffar
    [one] En träff
   *[other] { $count } träffar
}
search-export-accounts = Exportera organisationer
search-export-contacts = Exportera kontakter
search-invite = Bjud in en person
search-password = Byt lösenord
search-key = Sök överallt, från vilken sida som helst
search-keys = Ctrl K
