fields-required = Fyll i det här.
fields-too-long = Använd högst { $max } tecken (du har { $count }).
fields-line-break = Skriv det här på en rad, utan radbrytningar.
fields-control-character = Ta bort det osynliga styrtecknet; skriv om texten om du inte hittar det.
fields-broken-character = Byt ut det trasiga tecknet �: filen eller programmet som texten kom från har tappat bokstaven.
fields-direction-character = Ta bort det osynliga tecknet som vänder textens riktning.

fields-email-at = Ange en adress med ett @, till exempel anna@example.se.
fields-email-bare = Ange bara adressen, utan namn och utan < och >.
fields-email-space = Ange en adress, utan mellanslag.
fields-email-local = Använd 1 till { $max } tecken före @.
fields-email-dots = Ta bort punkten först eller sist före @, eller en av två punkter i rad.
fields-email-character = Ta bort ”{ $character }”: det kan inte ingå i en e-postadress.
fields-email-domain = Kontrollera det som står efter @: det skrivs till exempel example.se.

fields-phone-digits = Ange ett telefonnummer med siffror, till exempel 070-123 45 67.
fields-phone-character = Ta bort ”{ $character }”: det kan inte ingå i ett telefonnummer.

fields-website-scheme = Ange en adress som börjar med https:// eller http://.
fields-website-address = Ange webbplatsens adress, till exempel https://example.se.
fields-website-character = Ta bort mellanslag, citattecken, < > och omvända snedstreck ur adressen.
fields-website-credentials = Ange adressen utan användarnamn, lösenord och @.

fields-organisation-number-letters = Ange numret med enbart siffror, som 802481-1237.
fields-organisation-number-length = Ange numret med tio siffror, som 802481-1237 (du har { $count }).
fields-organisation-number-kind = Kontrollera numret: tredje siffran hos en organisation är minst 2, och en enskild firmas nummer börjar med ett födelsedatum.
fields-organisation-number-check = Kontrollera numret: sista siffran stämmer inte med de andra, så någon av dem är felskriven.

fields-date-form = Ange datumet som 2026-03-14.
fields-date-none = Kontrollera datumet: dagen finns inte. Ange det som 2026-03-14.
fields-date-year = Ange ett år från { $from } till { $to }.

fields-integer-form = Ange ett heltal, till exempel 1383.
fields-integer-negative = Ange 0 eller mer.
fields-integer-large = Ange högst { $max }.

fields-password-short = Använd minst { $min } tecken (du har { $count }). Några ord i rad är bra.
fields-password-long = Använd högst { $max } byte, vilket är ungefär lika många bokstäver.
fields-password-common = Välj ett annat lösenord: det här är bland de första som prövas. Några ord i rad är bra.
fields-password-pattern = Välj ett annat lösenord: det här upprepar sig eller följer tangentbordet. Några ord i rad är bra.
fields-password-personal = Välj ett annat lösenord: det här är till största delen ditt namn, din e-postadress, organisationen eller produkten.

fields-file-unreadable = Filen gick inte att läsa: { $reason }
fields-file-empty = Filen är tom. Den behöver en första rad med kolumnernas namn.
fields-file-no-rows = Filen har bara raden med kolumnernas namn, och inga rader under den.
fields-file-excel = Det här är en Excel- eller ZIP-fil. Öppna den i Excel, välj Spara som och sedan ”CSV UTF-8”, och använd filen du får.
fields-file-binary = Det här är ingen CSV-fil: den innehåller annat än text. Spara listan som CSV först.
fields-file-markup = Det här är en webbsida, ingen CSV-fil. Öppna den i Excel, välj Spara som och sedan ”CSV UTF-8”, och använd filen du får.
fields-file-utf-16 = Den här filen är UTF-16-text. Spara den som ”CSV UTF-8” först.
fields-file-header-unreadable = Raden med kolumnernas namn går inte att läsa: den är för lång, eller så avslutas ett citattecken i den aldrig.
fields-file-duplicate-header = Två kolumner heter ”{ $header }” (kolumn { $first } och { $second }). Ge dem olika namn.
fields-file-row-cells = Raden har { $found } celler, men rubrikraden har { $expected } kolumner. Kontrollera om ett skiljetecken eller citattecken är för mycket eller saknas.
fields-file-row-open-quote = Ett citattecken som börjar på den här raden avslutas aldrig.
fields-file-row-rest-unread = Ett citattecken som börjar på den här raden avslutas aldrig, och raderna härifrån till filens slut lästes inte. Rätta det och kör filen igen.
fields-file-row-too-long = Raden är längre än { $max } byte. Korta den, eller leta efter ett citattecken som aldrig avslutas.
fields-file-row-nul = Raden innehåller NUL-tecken, som ingen text har. Spara filen som CSV igen.
fields-file-row-unreadable = Filen gick inte att läsa längre: { $reason }
fields-file-spreadsheet = Excelfilen går inte att läsa ({ $reason }). Öppna den i Excel, spara den på nytt som .xlsx eller som ”CSV UTF-8” och använd den filen.
