# Kontakter: personer.
contacts-title = Kontakter
contacts-search = Sök kontakter
contacts-new = Ny kontakt
contacts-count = { $n ->
    [one] { $n } kontakt
   *[other] { $n } kontakter
}
contacts-count-more = { $n }+ kontakter

contacts-field-name = Namn
contacts-field-first_name = Förnamn
contacts-field-last_name = Efternamn
contacts-field-account = Organisation
contacts-field-title = Titel
contacts-field-email = E-post
contacts-field-phone = Telefon
contacts-field-mobile = Mobil
contacts-field-city = Ort
contacts-field-country = Land
contacts-field-owner_id = Ansvarig
contacts-field-external_id = Externt id
contacts-field-notes = Anteckningar
contacts-field-other_facts = Övriga uppgifter
contacts-field-tags = Etiketter
contacts-field-distinct_from = Inte samma som
contacts-field-created_at = Skapad
contacts-field-updated_at = Senast ändrad

contacts-hint-name = Ett av namnen räcker
contacts-hint-external_id = Vad ett annat system kallar personen; importer hittar den igen på det
contacts-name-required = Fyll i ett förnamn eller ett efternamn.
contacts-unknown = Det finns ingen kontakt som heter { $name }. Kontrollera stavningen eller fyll i en ny person.
contacts-several = Flera kontakter passar. Skriv en av dessa: { $names }
