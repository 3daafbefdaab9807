# Det som alla sidor använder.
common-description = Organisationer, kontakter och vad som hänt med dem
common-skip = Hoppa till innehållet
common-main-menu = Huvudmeny
common-notices = Meddelanden
common-undo = Ångra
common-redo = Gör om
common-dismiss = Stäng meddelandet
common-dialog = Detaljer
common-are-you-sure = Är du säker?
common-yes-go-on = Ja, fortsätt
common-my-settings = Mina inställningar
common-my-sessions = Mina inloggningar
common-sign-in = Logga in
common-sign-out = Logga ut
common-help = Hjälp och kortkommandon

# Menyn
nav-home = Start
nav-accounts = Organisationer
nav-contacts = Kontakter
nav-duplicates = Dubbletter
nav-trash = Papperskorg
nav-changes = Ändringar
nav-tags = Etiketter
nav-people = Användare
nav-audit = Granskning
nav-settings = Inställningar

# Att göra
common-save = Spara
common-cancel = Avbryt
common-edit = Ändra
common-edit-named = Ändra { $name }
common-delete = Ta bort
common-remove = Ta bort
common-add = Lägg till
common-search = Sök
common-open-it = Öppna den
common-show = Visa
common-back = Tillbaka
common-close = Stäng
common-copy = Kopiera
common-send = Skicka
common-actions = Åtgärder
common-more = Mer
common-delete-question = Ta bort { $name }?
common-saved = Sparat
common-saved-named = { $name } har sparats
common-created-named = { $name } har lagts till
common-deleted-named = { $name } har tagits bort

# Listor
common-filter = Filter
common-active-filters = Aktiva filter
common-remove-filter = Ta bort filtret:
common-clear-filters = Rensa filter
common-columns = Kolumner
common-columns-shown = Kolumner som visas
common-rows-per-page = Rader per sida
common-pages = Sidor
common-first-page = Första sidan
common-previous-page = Föregående sida
common-next-page = Nästa sida
common-last-page = Sista sidan
common-sort-by = Sortera efter { $column }
common-found = { $n ->
    [0] Inga träffar
    [one] { $n } träff
   *[other] { $n } träffar
}
common-found-more = Fler än { $n } träffar
common-nothing-yet = Här finns inget ännu
common-no-match = Inget stämmer med sökningen
common-no-match-text = Prova med färre ord eller rensa filtren.
common-filter-is = { $field }: { $value }
common-filter-is-empty = { $field } saknas
common-filter-is-not-empty = { $field } är ifyllt
common-filter-contains = { $field } innehåller ”{ $value }”
common-filter-any-of = { $field }: någon av { $value }
common-filter-all-of = { $field }: alla av { $value }
common-filter-none-of = { $field }: ingen av { $value }
common-too-many-tags = Välj högst { $max } etiketter.
common-filter-from = { $field } från och med { $value }
common-filter-to = { $field } till och med { $value }
common-any = Alla
common-is-empty = Saknas
common-is-filled = Är ifyllt
common-contains = Innehåller
common-from = Från
common-to = Till

# Värden
common-yes = Ja
common-no = Nej
common-none = Saknas
common-unknown = Okänt
common-nobody = Ingen
common-optional = frivilligt
common-created-at = Skapad
common-updated-at = Senast ändrad

# Formulär
common-there-is-a-problem = Något behöver rättas
common-changed-meanwhile = Någon annan har ändrat under tiden
common-became = blev

# Människor
common-role = Roll
role-viewer = Läsare
role-staff = Medarbetare
role-manager = Verksamhetsansvarig
role-admin = Administratör
user-status-pending = Väntar på godkännande
user-status-active = Aktiv
user-status-disabled = Avstängd
user-status-rejected = Avslagen

# Inställningar
common-language = Språk
common-theme = Utseende
common-theme-auto = Som datorn
common-theme-light = Ljust
common-theme-dark = Mörkt
common-density = Radhöjd
common-density-compact = Kompakt
common-density-normal = Normal
common-density-roomy = Luftig
common-hotkeys = Kortkommandon med en tangent
common-time-zone = Tidszon

# När något går fel i webbläsaren
common-offline = Det går inte att nå servern. Kontrollera anslutningen och försök igen.
common-refused = Du har inte behörighet att göra det.
common-record-gone = Det finns inte kvar.
common-failed = Något gick fel. Inget har sparats.

# Hjälp
common-help-keys = Kortkommandon
common-help-keys-off = Kortkommandon med en tangent är avstängda. Du kan slå på dem under Mina inställningar.
common-help-key = Tangent
common-help-does = Gör
common-help-search = Sök i listan
common-help-new = Ny, där sidan erbjuder det
common-help-escape = Avbryt det som ändras
common-help-help = Den här sidan
common-help-go = Gå till { $page }
nav-organisation = Organisation
common-choose-one = Välj ett av värdena
common-nothing-yet-text = Det du lägger till visas här.
common-known-or-not = { $field }: ifyllt eller inte
common-other-facts = Övriga uppgifter
common-owner-unknown = Den personen kan inte vara ansvarig. Välj någon som är aktiv.
common-facts = Uppgifter
common-conflict-choose = Du och någon annan har ändrat samma sak. Välj vid varje fält vilket som ska gälla; inget av ditt är sparat ännu, och inget går förlorat.
common-saved-now = { $label } som den är sparad nu
common-keep-yours = Behåll det jag skrev
common-keep-theirs = Ta det som är sparat
common-conflict-by = { $who } sparade detta { $when }, medan ditt formulär var öppet.
common-conflict-by-somebody = Det sparades medan ditt formulär var öppet.
common-others-changed = { $who } ändrade under tiden: { $fields }
common-somebody-changed = Andra ändrade under tiden: { $fields }
common-draft-left = Du har osparade ändringar från { $when }. De finns i formuläret; inget av dem är sparat ännu.
common-discard = Kasta
common-me = Jag
common-field = Uppgift
common-conflict-at = Den ändrades { $when }, efter att du öppnade formuläret.
common-help-anywhere = Överallt
common-help-lists = I en lista
common-help-records = På en post
common-help-forms = I ett formulär
common-help-down = Nästa rad
common-help-up = Föregående rad
common-help-open = Öppna raden
common-help-pick = Markera raden
common-help-edit = Ändra posten
common-help-next = Nästa post i listan
common-help-previous = Föregående post i listan
common-help-save = Spara
common-help-edit-row = Ändra radens post
common-delete-named = Ta bort { $name }
common-next-record = Nästa: { $name }
common-previous-record = Föregående: { $name }
common-neighbours = Poster bredvid den här
