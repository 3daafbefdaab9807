# Konton: organisationer.
accounts-title = Organisationer
accounts-search = Sök organisationer
accounts-new = Ny organisation
accounts-children = Underorganisationer
accounts-count = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisationer
}
accounts-count-more = { $n }+ organisationer

accounts-field-name = Namn
accounts-field-kind = Typ
accounts-field-status = Status
accounts-field-organisation_number = Organisationsnummer
accounts-field-email = E-post
accounts-field-phone = Telefon
accounts-field-website = Webbplats
accounts-field-street = Adress
accounts-field-postal_code = Postnummer
accounts-field-city = Ort
accounts-field-country = Land
accounts-field-industry = Bransch
accounts-field-employees = Anställda
accounts-field-members = Medlemmar
accounts-field-owner_id = Ansvarig
accounts-field-parent_id = Överordnad organisation
accounts-field-external_id = Externt id
accounts-field-description = Beskrivning
accounts-field-distinct_from = Inte samma som
accounts-field-created_at = Skapad
accounts-field-updated_at = Senast ändrad

accounts-kind-association = Förening
accounts-kind-company = Företag
accounts-kind-public-body = Offentlig verksamhet
accounts-kind-other = Annat
accounts-status-prospect = Möjlig
accounts-status-active = Aktiv
accounts-status-former = Tidigare

accounts-hint-organisation_number = Tio siffror, till exempel 802481-1237
accounts-hint-parent = Namn eller organisationsnummer på den organisation som den här hör till
accounts-hint-external_id = Vad ett annat system kallar den; importer hittar den igen på det
accounts-unknown = Det finns ingen organisation som heter { $name }. Kontrollera stavningen eller skapa den först.
accounts-several = Flera organisationer heter så. Skriv en av dessa: { $names }
accounts-parent-loop = Den organisationen ligger under den här. Välj en annan.
accounts-number-taken = En annan organisation har { $number }. Öppna den i stället, eller rätta numret.
