# Organisationens inställningar.
settings-title = Organisation
settings-organisation-name = Organisationens namn
settings-organisation-name-hint = Visas överst på varje sida och i brev.
settings-default-language = Språk för nya användare
settings-default-language-hint = Alla kan välja sitt eget under Mina inställningar.
settings-default-time-zone = Tidszon för nya användare
settings-trash-days = Dagar i papperskorgen och för att ångra
settings-trash-days-range = Ange ett antal dagar från 1 till { $max }.
settings-zone-unknown = Välj en tidszon i listan.
settings-language-unknown = Välj ett språk i listan.
settings-saved = Inställningarna har sparats

# Fält, som historiken kallar dem
settings-field-organisation_name = Organisationens namn
settings-field-locale = Språk för nya användare
settings-field-time_zone = Tidszon för nya användare
settings-field-trash_days = Dagar i papperskorgen och för att ångra
