# Vad JSON-API:et svarar, och sidorna för dess nycklar.
api-invalid = Fälten under ”errors” behöver rättas.
api-not-ready-database = Databasen svarar inte.
api-not-ready-migrations = Databasens schema är äldre än programmet.
api-not-ready-disk = Datakatalogen går inte att skriva i; disken kan vara full.
api-unauthorized = Det här kräver en giltig nyckel i X-Api-Key eller Authorization: Bearer, eller en inloggning.
api-key-in-address = En nyckel i adressen hamnar i loggar och historik. Skicka den i X-Api-Key eller Authorization: Bearer.
api-key-closed = Nyckeln är inte öppen för { $scope }.

# Nycklar
nav-api-keys = API-nycklar
api-keys-title = API-nycklar
api-keys-about = Med en nyckel läser och skriver ett program via API:et, aldrig mer än den som skapade nyckeln får göra.
api-keys-docs = Så används API:et
api-keys-new = Ny nyckel
api-keys-make = Skapa nyckeln
api-keys-none = Inga nycklar än
api-keys-none-about = Skapa en för varje program, så att varje kan spärras för sig.
api-keys-name = Namn
api-keys-name-hint = Programmet eller syftet, till exempel ”Webbplatsen”. Det står vid allt som görs med nyckeln.
api-keys-role = Roll, som högst
api-keys-role-hint = En nyckel får aldrig göra mer än den som skapade den.
api-keys-scope-accounts = Organisationer
api-keys-scope-contacts = Kontakter
api-keys-scope-kpis = Nyckeltal
api-keys-scope-changes = Ändringar
api-keys-scope-users = Personer
api-kpi-of-organisation = Nyckeltalets värden gäller hela verksamheten, inte en organisation
api-keys-scope-wanted = Öppna nyckeln för något
api-keys-access-none = Stängd
api-keys-access-read = Läsa
api-keys-access-write = Läsa och skriva
api-keys-open-for = Öppen för
api-keys-expires = Sista dag
api-keys-expires-hint = Lämna tomt för en nyckel utan slut.
api-keys-expiry-past = Sista dagen kan inte ha varit
api-keys-ends = Upphör
api-keys-endless = Aldrig
api-keys-addresses = Bara från
api-keys-addresses-hint = Adresser eller nät som 192.0.2.0/24, med mellanslag emellan. Lämna tomt för överallt.
api-keys-address-wrong = ”{ $address }” är varken en adress eller ett nät
api-keys-addresses-many = För många adresser; ange nät i stället
api-keys-anywhere = Överallt
api-keys-state = Status
api-keys-active = Aktiv
api-keys-configured = Från konfigurationen
api-keys-expired = Har gått ut
api-keys-revoked = Spärrad
api-keys-revoked-at = Spärrad
api-keys-last-used = Senast använd
api-keys-never = Aldrig
api-keys-maker = Skapad av
api-keys-created = Skapad
api-keys-facts = Om nyckeln
api-keys-prefix = Börjar med
api-keys-shown-title = Den nya nyckeln
api-keys-shown-about = Kopiera den nu: den sparas så att ingen kan läsa den och visas inte igen.
api-keys-copied = Nyckeln är kopierad
api-keys-revoke = Spärra
api-keys-revoke-question = Spärra { $name }? Program som använder den avvisas genast, och det går inte att ångra.
api-keys-revoked-named = { $name } är spärrad.
api-keys-configured-stays = Den här nyckeln står i BACKEND_API_KEYS; ta bort den där för att spärra den.

# Innehåll, parametrar och villkor
api-bad-json = Innehållet är inte JSON som går att ta emot: { $what }.
api-object-wanted = Skicka ett JSON-objekt.
api-field-unknown = Det finns inget sådant fält att skriva
api-parameter-unknown = Det finns ingen sådan parameter
api-column-unknown = Det finns ingen kolumn { $name }
api-limit-wrong = Från 1 till { $most }
api-type-text = En text eller null
api-type-integer = Ett heltal eller null
api-type-number = Ett tal eller null
api-undone-already = Det är redan ångrat
api-undo-blocked = Något är i vägen, se obstacles
api-restore-blocked = Något det hänger på är borta eller i vägen, se obstacles
api-cursor-wrong = Ta adressen ur `next` eller `prev` i ett svar
api-type-id = Numret på en post eller null
api-type-boolean = true eller false
api-rows-wrong = En lista med 1 till { $most } objekt
api-bad-idempotency-key = Idempotency-Key tar 1 till 255 tecken.
api-bad-if-match = If-Match tar postens ETag, eller *.
api-key-reused = Den här Idempotency-Key har använts för en annan begäran. Använd en ny.
api-version-wanted = Säg vilken version ändringen utgår från: If-Match med ETag, eller version.
api-stale = Någon annan har ändrat sedan det lästes. Se current och conflicts.
api-batch-undone = { $failed ->
    [one] En rad är fel, så inget har gjorts.
   *[other] { $failed } rader är fel, så inget har gjorts.
}

# Dokumentet
api-docs-title = API:et
api-docs-about = Allt här är JSON, enligt samma regler som sidorna. Administratörer skapar nycklar under API-nycklar.
api-docs-document = Dokumentet (OpenAPI 3.1)
api-docs-scope = En nyckel behöver
api-docs-problems = Fel
