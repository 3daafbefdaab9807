# Nyckeltal: definitioner, utfall, mål
nav-kpis = Nyckeltal
kpis-title = Nyckeltal
kpis-count = { $n ->
    [one] { $n } nyckeltal
   *[other] { $n } nyckeltal
}
kpis-new = Nytt nyckeltal
kpis-tab-list = Alla nyckeltal
kpis-tab-values = Fyll i utfall
kpis-tab-archived = Arkiverade
kpis-tab-import = Importera
kpis-none-title = Inga nyckeltal än
kpis-none = Bestäm vad ni vill följa: medlemmar, intäkter, svarstider. Fyll sedan i ett utfall per period.
kpis-none-reader = En verksamhetsansvarig kan bestämma vad ni följer här.
kpis-none-archived-title = Inget är arkiverat
kpis-none-archived = Nyckeltal som ni inte längre följer kan arkiveras; utfallen finns kvar.
kpis-no-value = Saknas
kpis-archived-named = { $name } är arkiverat
kpis-unarchived-named = { $name } följs igen
kpis-archive = Arkivera
kpis-archive-question = Arkivera { $name }? Nyckeltalet försvinner ur listor och tar inte emot fler utfall. Det som är ifyllt finns kvar.
kpis-unarchive = Följ igen
kpis-is-archived = Arkiverat

kpis-column-period = Period
kpis-column-value = Utfall
kpis-column-target = Mål
kpis-column-standing = Läge
kpis-column-missing = Saknas

kpis-field-name = Namn
kpis-field-meaning = Innebörd
kpis-field-unit = Enhet
kpis-field-unit_before = Enheten står före talet
kpis-field-decimals = Decimaler som visas
kpis-field-cadence = Periodlängd
kpis-field-direction = Vad som är bra
kpis-field-amber_limit = Gräns för gult
kpis-field-red_limit = Gräns för rött
kpis-field-owner_id = Ansvarig
kpis-field-scope = Omfattning
kpis-field-totalling = Så räknas perioder ihop
kpis-field-first_period = Första period
kpis-field-staff_enters = Medarbetare får fylla i utfall
kpis-field-archived = Arkiverat
kpis-field-value = Utfall
kpis-field-note = Anteckning
kpis-field-target = Mål
kpis-field-is_locked = Låst

kpis-hint-meaning = Vad som räknas och varifrån, så att alla räknar lika.
kpis-hint-cadence = Hur ofta det finns ett utfall. Kan inte ändras när utfall eller mål finns.
kpis-hint-first_period = Från när utfall väntas: 2026, 2026-Q3, 2026-09, 2026-W05 eller 2026-09-30. Tomt: från årets början.
kpis-hint-unit = Till exempel %, kr, medlemmar eller h.
kpis-hint-decimals = 0 till 6. Alla decimaler som fylls i bevaras.
kpis-hint-totalling = Hur ett års utfall blir ett tal.
kpis-hint-amber_limit = I procent av målet. Tomt: 100 %.
kpis-hint-red_limit = I procent av målet. Tomt: 90 % när mer är bättre, 110 % när mindre är bättre.
kpis-hint-owner_id = Får alltid fylla i utfall.

kpis-cadence-day = Dag
kpis-cadence-week = Vecka
kpis-cadence-month = Månad
kpis-cadence-quarter = Kvartal
kpis-cadence-year = År
kpis-direction-up = Mer är bättre
kpis-direction-down = Mindre är bättre
kpis-scope-organisation = Organisationen
kpis-scope-account = Per organisation i registret
kpis-totalling-sum = Summa
kpis-totalling-mean = Medelvärde
kpis-totalling-last = Senaste värdet
kpis-standing-green = Når målet
kpis-standing-amber = Strax utanför målet
kpis-standing-red = Når inte målet

kpis-name-taken = Det finns redan ett nyckeltal med det namnet
kpis-cadence-fixed = Utfall eller mål är ifyllda, och de hör till perioder av den här längden. Lägg upp ett nytt nyckeltal för en annan längd
kpis-decimals-range = Välj 0 till { $max } decimaler
kpis-period-form = Skriv en period, till exempel { $example }
kpis-limit-range = Skriv en procentsats från 0 till 1 000
kpis-limits-up = Mer är bättre, så rött börjar under gult: skriv högst gränsen för gult
kpis-limits-down = Mindre är bättre, så rött börjar över gult: skriv minst gränsen för gult
kpis-number-form = Skriv ett tal, till exempel 1 234,5
kpis-number-decimals = Skriv högst { $max } decimaler
kpis-number-large = Talet är för stort
kpis-number-ambiguous = En punkt före tre siffror kan läsas på två sätt: skriv 1234 eller 1,234
kpis-may-not-enter = Du får inte fylla i utfall för det här nyckeltalet. Fråga den som är ansvarig eller en verksamhetsansvarig.
kpis-period-locked = Perioden är låst
kpis-targets-all-kept = Alla årets perioder är slut och behåller sina mål
kpis-targets-no-shape = Utfall saknas för förra året, så fördelningen är inte känd: fördela jämnt, eller fyll i målen ett och ett

kpis-from = Från
kpis-to = Till
kpis-show = Visa
kpis-earlier = Tidigare perioder
kpis-later = Senare perioder
kpis-period-before = Perioden före
kpis-period-after = Perioden efter
kpis-year-before = Året före
kpis-year-after = Året efter
kpis-grid-caption = Utfall per nyckeltal och period
kpis-none-of-cadence-title = Inga nyckeltal med den periodlängden
kpis-none-of-cadence = Välj en annan periodlängd ovan.
kpis-missing = { $n ->
    [one] { $n } utfall saknas för { $period }
   *[other] { $n } utfall saknas för { $period }
}
kpis-none-missing = Inget saknas för { $period }
kpis-empty-cell = tomt
kpis-in-progress = Pågår
kpis-locked = Låst
kpis-save-all = Spara alla
kpis-grid-help = Pilar, Tabb och Enter flyttar mellan cellerna, Esc tar tillbaka det sparade värdet. Rader och kolumner kan klistras in från ett kalkylark.
kpis-values-saved = { $n ->
    [0] Inget ändrades
    [one] { $n } utfall sparat
   *[other] { $n } utfall sparade
}
kpis-cells-wrong = { $n ->
    [one] En cell togs inte emot. Inget är sparat än
   *[other] { $n } celler togs inte emot. Inget är sparat än
}
kpis-cell-saved = Sparat: { $cell }
kpis-cell-conflict = Någon annan skrev { $value } här { $when }. Spara igen för att ersätta det
kpis-value-saved = Utfallet är sparat
kpis-hint-value = Lämna tomt för att ta bort utfallet.
kpis-hint-note = Visas intill utfallet.
kpis-reason = Skäl
kpis-hint-reason = Varför utfallet rättas. Bevaras i historiken; får lämnas tomt.
kpis-cell-history = Vad som stått här tidigare
kpis-cell-no-history = Inget har fyllts i här.
kpis-before = Före
kpis-after = Efter
kpis-taken-out = Borttaget
kpis-enter = Fyll i utfall
kpis-edit = Definition

kpis-lock = Lås
kpis-unlock = Lås upp
kpis-lock-named = Lås { $period }
kpis-unlock-named = Lås upp { $period }
kpis-lock-text = Därefter kan inga utfall fyllas i eller ändras i perioden, för något nyckeltal med den periodlängden. En verksamhetsansvarig kan låsa upp den.
kpis-unlock-text = Utfall kan ändras igen. Skälet bevaras i historiken.
kpis-period-locked-named = { $period } är låst
kpis-period-unlocked-named = { $period } är upplåst

kpis-targets = Mål
kpis-targets-of = Mål för { $name }, { $year }
kpis-targets-set = { $n ->
    [0] Inget mål ändrades
    [one] { $n } mål satt
   *[other] { $n } mål satta
}
kpis-spread-title = Ett tal för hela året
kpis-spread-text = Fördelas på de perioder som inte är slut, och på dem som saknar mål.
kpis-spread-number = Årets mål
kpis-spread-how = Så fördelas det
kpis-spread-even = Jämnt
kpis-spread-shape = Som förra årets utfall var fördelade
kpis-spread = Fördela över året
kpis-targets-typed = Ett mål per period
kpis-target-kept = Behålls: perioden är slut
kpis-targets-kept-text = En period som är slut behåller målet som den bedömdes mot. Har den aldrig haft något kan den få ett, en gång.
kpis-last-year = Förra året

kpis-to-previous = Förändring
kpis-to-last-year = Förändring på ett år
kpis-year-so-far = Hittills { $year }
kpis-year-target = Årets mål: { $target }
kpis-pace = Takt
kpis-on-pace = I fas
kpis-behind = Efter med { $by }
kpis-pace-of = { $reached } av { $expected } hittills
kpis-year-missing = { $n ->
    [one] { $n } utfall saknas { $year } och räknas inte med i summor.
   *[other] { $n } utfall saknas { $year } och räknas inte med i summor.
}
kpis-finding-judged = { $name }, { $period }: { $value } mot målet { $target }. { $standing }
kpis-finding-plain = { $name }, { $period }: { $value }
kpis-finding-none = { $name }, { $period }: utfall saknas
kpis-as-table = Samma sak som tabell
kpis-csv = Hämta som CSV
kpis-chart-none = Det finns inget att rita än.

kpis-import = Importera utfall
kpis-import-text = En CSV-fil med en rad per nyckeltal och period: nyckeltalets namn, enhet, period och värde. Tal får skrivas på svenska eller engelska. Inget skrivs innan du har sett vad filen skulle göra.
kpis-import-file = Fil
kpis-import-hint = Kolumner: nyckeltal, enhet, period (2026-09, 2026-Q3, 2026-W05 …), värde och om du vill anteckning. Högst 1 MB.
kpis-import-check = Kontrollera filen
kpis-import-checked = Vad filen skulle göra
kpis-import-choose = Välj en fil
kpis-import-too-large = Filen är större än 1 MB. Dela den, eller använd kommandot: minimata import kpi-values
kpis-import-column-name = Ingen kolumn innehåller nyckeltalets namn. Kalla den Nyckeltal
kpis-import-column-period = Ingen kolumn innehåller perioden. Kalla den Period
kpis-import-column-value = Ingen kolumn innehåller värdet. Kalla den Värde eller Utfall
kpis-import-summary = { $rows ->
    [one] { $rows } rad
   *[other] { $rows } rader
}: { $created } nya, { $updated } ändrade, { $unchanged } oförändrade, { $wrong } felaktiga
kpis-import-unused = Läses inte: { $columns }
kpis-import-new = Nyckeltal som inte finns än
kpis-import-create = Lägg upp de här nyckeltalen och fyll i deras utfall
kpis-import-values = Utfall
kpis-import-confirm = Importera
kpis-import-wrong = Rader som utelämnas
kpis-import-line = Rad
kpis-import-text-there = Vad som står
kpis-import-reason = Varför
kpis-import-no-value = Värde saknas
kpis-import-archived = Nyckeltalet är arkiverat
kpis-import-cadence = Nyckeltalet har en annan periodlängd
kpis-import-twice = Samma nyckeltal och period står även på rad { $line }
kpis-import-done = Importerat: { $created } nya utfall, { $updated } ändrade
kpis-import-left-out = { $n ->
    [one] { $n } nyckeltal i filen finns inte och utelämnades; --create lägger upp det
   *[other] { $n } nyckeltal i filen finns inte och utelämnades; --create lägger upp dem
}

kpis-all = Alla { $n } nyckeltal
kpis-owed = { $n ->
    [one] { $n } utfall saknas som du ansvarar för
   *[other] { $n } utfall saknas som du ansvarar för
}

kpis-source-entered = Fylls i för hand
kpis-source-count = Antal poster
kpis-source-new = Nya poster under perioden
kpis-source-share = Andel av poster, i procent
kpis-field-source = Varifrån utfallen kommer
kpis-field-counted = Poster som räknas
kpis-field-counted_of = Poster de är en andel av
kpis-hint-scope = Per organisation i registret: var och en har egna utfall.
kpis-hint-source = Det som räknas skrivs ned när perioden är slut och ändras inte sedan.
kpis-hint-counted = Filtrera listan över organisationer eller kontakter, eller öppna en sparad vy, och klistra in adressen här: /accounts?status=active.
kpis-hint-counted_of = Bara för en andel: adressen till helheten, i samma lista.
kpis-source-fixed = Utfall eller mål finns redan, och de kommer från annat håll. Lägg upp ett nytt nyckeltal
kpis-scope-fixed = Utfall eller mål finns redan, och de gäller något annat. Lägg upp ett nytt nyckeltal
kpis-counted-list = Klistra in adressen till listan över organisationer eller kontakter, till exempel /accounts?status=active
kpis-counted-lost = Listan har inget sådant filter: { $names }
kpis-counted-me = ”Mina egna” är olika för varje läsare. Välj en person vid namn
kpis-counted-long = Adressen är längre än { $max } tecken
kpis-counted-other-list = Båda måste vara adresser till samma lista
kpis-counted-twice = Båda adresserna filtrerar på samma fält, på olika sätt
kpis-counted-created = Perioden avgör när posterna lades till: ta bort filtret på den dagen
kpis-counted-scope = Det som räknas gäller hela organisationen
kpis-live = Räknat nu
kpis-rows-live = Perioden är inte slut. Räknat just nu från:
kpis-rows-new = Räknat när perioden var slut. Tillagda under perioden och fortfarande kvar:
kpis-rows-then = Räknat när perioden var slut. Samma lista i dag:
kpis-rows-counted = posterna som räknas
kpis-rows-whole = posterna de är en andel av
kpis-import-counted = Nyckeltalet räknas från registret
kpis-import-accounts = Nyckeltalet har utfall per organisation, och filen anger ingen
kpis-nobody = Ingen ansvarig
kpis-all-there = Alla utfall är ifyllda.
kpis-all-there-title = Inget saknas
kpis-lacking = { $n ->
    [one] { $n } utfall saknas
   *[other] { $n } utfall saknas
}
kpis-lacking-more = De { $n } första visas.
kpis-lacking-all = Alla { $n } utfall som saknas
