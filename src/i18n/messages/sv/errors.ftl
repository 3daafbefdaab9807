# Sidor och meddelanden för det som gick fel.
errors-to-start = Till startsidan
errors-not-found-title = Sidan finns inte
errors-not-found = Det finns inget på den här adressen. Det kan ha flyttats eller tagits bort.
errors-merged = Det här slogs ihop med en annan post.
errors-gone-title = Finns inte kvar
errors-gone = Det här är borttaget. Historiken finns kvar under Ändringar.
errors-forbidden-title = Behörighet saknas
errors-forbidden = Din roll tillåter inte det här.
errors-needs-staff = Det här kräver rollen Medarbetare. Fråga en administratör om du borde ha den.
errors-needs-manager = Det här kräver rollen Verksamhetsansvarig. Fråga en administratör om du borde ha den.
errors-needs-admin = Det här kräver rollen Administratör. Fråga en administratör om du borde ha den.
errors-cross-site-title = Begäran avvisades
errors-cross-site = Begäran kom inte från någon av våra sidor, så inget har gjorts. Öppna sidan på nytt och försök igen.
errors-signed-out-title = Utloggad
errors-signed-out = Logga in för att fortsätta.
errors-conflict-title = Ändrat under tiden
errors-conflict = Någon annan ändrade samtidigt. Ladda om sidan och försök igen.
errors-invalid-title = Något behöver rättas
errors-invalid = Något i formuläret behöver rättas.
errors-bad-request-title = Gick inte att förstå
errors-bad-request = Begäran gick inte att läsa. Gå tillbaka och försök igen.
errors-broken-form = Formuläret gick inte att läsa. Gå tillbaka, ladda om sidan och försök igen.
errors-method-title = Går inte här
errors-method = Den här adressen tar inte emot en sådan begäran.
errors-too-large-title = För stort
errors-too-large = Det som skickades är större än vad vi tar emot.
errors-too-slow-title = Det tog för lång tid
errors-too-slow = Det som skickades kom inte fram i tid. Inget har sparats; kontrollera anslutningen och försök igen.
errors-too-many-title = För många försök
errors-too-many = Det har gjorts för många försök. Försök igen om { $seconds ->
    [one] { $seconds } sekund
   *[other] { $seconds } sekunder
}.
errors-busy-title = Mycket att göra just nu
errors-busy = Tjänsten är hårt belastad. Inget har sparats; försök igen om en liten stund.
errors-internal-title = Något gick fel
errors-internal = Något gick fel hos oss. Inget har sparats. Försök igen, och säg till en administratör om det händer flera gånger.
errors-reference = Referens för den som felsöker: { $id }
errors-broken-address = Adressen är inte fullständig. Öppna listan igen och fortsätt därifrån.
errors-media-title = Medietypen stöds inte
errors-media = Skicka innehållet som { $takes }.
