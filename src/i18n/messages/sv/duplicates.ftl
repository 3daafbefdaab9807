# Troliga dubbletter: poster som kan vara en och samma.
duplicates-found = Den här finns kanske redan
duplicates-open = Öppna den i stället
duplicates-open-named = Öppna den i stället: { $name }
duplicates-compare = Jämför
duplicates-compare-named = Jämför med { $name }
duplicates-stopped = Inget har sparats än. Öppna någon av de här, eller spara ändå.
duplicates-save-anyway = Spara ändå
duplicates-otherwise-save = Är det ingen av de här är det bara att spara.
duplicates-may-be = Kan vara samma som
duplicates-use-person = Lägg till den här personen i stället

duplicates-same-number = samma organisationsnummer
duplicates-same-email = samma e-post
duplicates-same-phone = samma telefonnummer
duplicates-same-name-account = samma namn i samma organisation
duplicates-same-name-city = samma namn och ort
duplicates-alike-city = liknande namn, samma ort
duplicates-same-name = samma namn
duplicates-alike = liknande namn
