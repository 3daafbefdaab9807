# Två poster som är en.
merges-open = Slå ihop med en annan
merges-account-title = Slå ihop två organisationer
merges-contact-title = Slå ihop två kontakter
merges-account-other = Den andra organisationen
merges-contact-other = Den andra kontakten
merges-pick = Vad är samma som { $name }?
merges-itself = Det är samma post. Välj en annan.
merges-lead = Välj vad som ska gälla där de två skiljer sig åt. Den andra posten hamnar i papperskorgen; dess adress leder hit, och allt kan ångras.
merges-keep = Vilken som blir kvar
merges-look = Visa { $name }
merges-moves = Följer med
merges-moves-nothing = Inget hänger ihop med den
merges-moves-children = { $n ->
    [one] { $n } underorganisation
   *[other] { $n } underorganisationer
}
merges-moves-people = { $n ->
    [one] { $n } persons roll
   *[other] { $n } personers roller
}
merges-moves-roles = { $n ->
    [one] { $n } roll
   *[other] { $n } roller
}
merges-moves-tags = { $n ->
    [one] { $n } etikett
   *[other] { $n } etiketter
}
merges-moves-values = { $n ->
    [one] { $n } nyckeltalsvärde
   *[other] { $n } nyckeltalsvärden
}
merges-two-numbers = De har olika organisationsnummer och kan alltså vara två ändå.
merges-both = Båda, den ena under den andra
merges-no-difference = De skiljer sig inte åt i något fält.
merges-same = { $n ->
    [one] { $n } fält är lika i båda
   *[other] { $n } fält är lika i båda
}
merges-merge = Slå ihop
merges-are-two = Eller är det två?
merges-distinguish = Ingen dubblett
merges-stale = En av de två ändrades efter att du öppnade sidan. Den visas som den är nu; dina val är kvar.
merges-done = Hopslagen till { $name }
merges-distinguished = { $name } och { $other } visas inte som dubbletter igen
merges-history-of = Historik för { $name } före hopslagningen
merges-worklist = Troliga dubbletter
merges-worklist-lead = Par som kan vara en och samma, de troligaste först. De söks fram en gång i timmen.
merges-worklist-empty = Inget ser ut som en dubblett
merges-worklist-empty-text = Par med samma e-post, telefonnummer eller namn och ort visas här.
merges-look-again = Sök igen nu
merges-looking = Registret gås igenom. Ladda om sidan om en stund.
