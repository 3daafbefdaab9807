# Texter: imports
imports-summary = { $rows ->
    [one] { $rows } rad
   *[other] { $rows } rader
}: { $created } nya, { $updated } ändrade, { $unchanged } oförändrade, { $rejected } ej inlästa, { $incomplete } utan några värden
imports-see = ; se { $file }
imports-report-elsewhere = Det går inte att skriva i filens katalog, så rapporten ligger i den aktuella katalogen.
imports-dry-run = Detta var en provkörning: inget skrevs utom rapporten.
imports-nobody = Ingen aktiv ansvarig eller administratör har den e-postadressen.
imports-taken-yes = ja
imports-taken-no = nej

# Varför en fil inte läses in, eller inte längre
imports-no-account-name = Ingen kolumn är organisationens namn. Kalla en ”Namn” eller ”Name”. Kolumner i filen: { $found }
imports-no-contact-name = Ingen kolumn är personens namn. Kalla dem ”Förnamn” och ”Efternamn”, eller ”Fullt namn”. Kolumner i filen: { $found }
imports-report-unwritable = Rapporten kan inte skrivas: { $reason }
imports-database = Databasen svarade med ett fel, så importen avbröts. Det som redan lästs in finns kvar; kör samma fil igen. { $reason }
imports-interrupted = Importen avbröts. Det som hann läsas in finns kvar; kör samma fil igen för att fortsätta.

# Varför en rad, eller ett värde i den, inte tas
imports-said-otherwise = Rad { $line } i filen säger något annat om samma post, och kom först.
imports-facts-full = Det finns inte plats för detta: övriga uppgifter rymmer { $max } byte sammanlagt.
imports-row-refused = Databasen tog inte emot raden: { $reason }
imports-account-several = { $n } organisationer heter så. Personen lades till vid den äldsta.
imports-account-unknown = Ingen organisation har det numret, och raden ger inget namn att skapa en med.
imports-role-nowhere = Raden anger ingen organisation att ha rollen i.
