# Sidan efter inloggning.
dashboard-hello = Hej, { $name }
dashboard-new-contact = Ny kontakt
dashboard-waiting = { $n ->
    [one] { $n } person väntar på ditt godkännande
   *[other] { $n } personer väntar på ditt godkännande
}
dashboard-accounts = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisationer
}
dashboard-accounts-more = { $n }+ organisationer
dashboard-contacts = { $n ->
    [one] { $n } kontakt
   *[other] { $n } kontakter
}
dashboard-contacts-more = { $n }+ kontakter
dashboard-own-accounts = Mina organisationer
dashboard-own-accounts-none = Organisationer som du ansvarar för visas här.
dashboard-own-accounts-all = Alla mina organisationer
dashboard-touched = Mina senaste poster
dashboard-touched-none = Poster som du har arbetat med visas här.
dashboard-recent = Senaste ändringar
dashboard-recent-none = Inget har ändrats än.
dashboard-recent-all = Alla ändringar
dashboard-demo-there = Demodata är inlagd.
dashboard-demo-remove = Ta bort demodata
dashboard-demo-remove-question = Ta bort all demodata? Det du själv har lagt till finns kvar.

# Medan det inte finns något än
dashboard-welcome = Välkommen, { $name }
dashboard-empty = Det finns inga organisationer eller kontakter än. Börja med något av det här.
dashboard-empty-viewer = Det finns inga organisationer eller kontakter än. De visas här så snart någon har lagt till dem.
dashboard-first-account = Lägg till den första organisationen
dashboard-first-account-text = En förening, ett företag eller en annan organisation som ni arbetar med. Personerna läggs till på dess sida.
dashboard-first-account-button = Lägg till en organisation
dashboard-import = Importera en fil
dashboard-import-text = CSV-filer med organisationer eller kontakter importeras på servern. Kolumnerna känns igen på sina rubriker.
dashboard-demo = Se dig omkring först
dashboard-demo-text = Lägger in ett litet påhittat urval av föreningar och personer. Det tas bort igen med ett klick.
dashboard-demo-fill = Lägg in demodata

# Arranging, and the parts
dashboard-arrange = Ordna
dashboard-arrange-role = Startsidan för { $role }
dashboard-arrange-text = Välj vad som står på startsidan, hur brett och i vilken ordning.
dashboard-arranged = Startsidan är ordnad
dashboard-was-reset = Startsidan är som från början
dashboard-reset = Återställ
dashboard-reset-question = Återställa startsidan som den var från början?
dashboard-stale = Startsidan ordnades i ett annat fönster eller av någon annan under tiden. Spara igen för att ersätta det
dashboard-roles = Vad varje roll börjar med
dashboard-roles-text = För alla med rollen som inte har ordnat sin egen.
dashboard-tile = Del
dashboard-shown = Visas
dashboard-size = Bredd
dashboard-order = Ordning
dashboard-show-named = Visa { $name }
dashboard-size-named = Bredd på { $name }
dashboard-up-named = Flytta upp { $name }
dashboard-down-named = Flytta ned { $name }
dashboard-size-half = Halv
dashboard-size-whole = Hel
dashboard-all-hidden = Alla delar är dolda.
dashboard-period = Period
dashboard-period-latest = Senaste
dashboard-owner = Person
dashboard-owner-everybody = Alla
dashboard-later = Visa
dashboard-lately = De senaste 30 dagarna
dashboard-tile-kpis = Nyckeltal
dashboard-tile-missing = Utfall som saknas
dashboard-tile-attention = Mina organisationer att se över
dashboard-attention-theirs = Organisationer att se över
dashboard-tile-team = Vad medarbetarna gjort
dashboard-tile-growth = Nya organisationer per månad
dashboard-tile-registers = Organisationer och kontakter
dashboard-tile-sign-ins = Misslyckade inloggningar
dashboard-tile-jobs = Arbete i bakgrunden
dashboard-tile-system = Program och databas
dashboard-their-accounts = Personens organisationer
dashboard-their-accounts-none = Personen ansvarar inte för någon organisation.
dashboard-their-accounts-all = Alla personens organisationer
dashboard-attention-none = Inget behöver ses över.
dashboard-lacks-email = Utan e-postadress
dashboard-lacks-phone = Utan telefonnummer
dashboard-still = Inte ändrade på ett halvår
dashboard-person = Person
dashboard-changes = Ändringar
dashboard-team-none = Inget har ändrats.
dashboard-new = Nya
dashboard-sign-ins = { $n ->
    [0] Inga
    [one] { $n } misslyckad inloggning
   *[other] { $n } misslyckade inloggningar
}
dashboard-jobs = { $waiting } väntar, { $running } pågår
dashboard-jobs-fine = Inget har misslyckats.
dashboard-version = Version
dashboard-database = Databas
dashboard-schema = Tabeller
dashboard-schema-current = Aktuella
dashboard-schema-old = Äldre än programmet
dashboard-field-tiles = Delar
