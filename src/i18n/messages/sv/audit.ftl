# Vad som har hänt: en posts historik, senaste ändringar, händelseloggen.
audit-title = Granskning
audit-changes-title = Senaste ändringar
audit-history = Historik
audit-history-of = Historik för { $name }
audit-whole-history = Hela historiken
audit-no-history = Inget har hänt än.
audit-older = Äldre
audit-newer = Nyare
audit-and-more = och { $n } till
audit-facts = Vad som hände
audit-changed = Ändrat
audit-nothing-changed = Ingen post ändrades.
audit-values-set = { $n ->
    [one] { $n } värde
   *[other] { $n } värden
}
audit-values-lost = { $n ->
    [one] { $n } värde innan
   *[other] { $n } värden innan
}
audit-count = { $n ->
    [one] { $n } händelse
   *[other] { $n } händelser
}
audit-count-more = { $n }+ händelser

audit-column-at = När
audit-column-who = Vem
audit-column-what = Vad
audit-column-subject = Post
audit-column-changes = Poster
audit-column-channel = Via
audit-column-address = Adress
audit-column-kind = Typ

audit-who-import = Import
audit-who-cli = Kommandoraden
audit-who-api = API-nyckel
audit-who-system = Systemet
audit-who-visitor = En besökare
audit-who-nobody = Ingen inloggad
audit-channel-page = Sida
audit-channel-cli = Kommandoraden
audit-channel-api = API
audit-channel-api-key = API-nyckeln ”{ $name }”
audit-channel-import = Import
audit-channel-system = Systemet

# Typer, som filtret kallar dem.
audit-kind-account-create = Organisation tillagd
audit-kind-account-update = Organisation ändrad
audit-kind-account-delete = Organisation borttagen
audit-kind-contact-create = Kontakt tillagd
audit-kind-contact-update = Kontakt ändrad
audit-kind-contact-delete = Kontakt borttagen
audit-kind-account-merge = Organisationer hopslagna
audit-kind-account-distinct = Organisationer konstaterade vara två
audit-kind-contact-merge = Kontakter hopslagna
audit-kind-contact-distinct = Kontakter konstaterade vara två
audit-kind-affiliation-create = Uppdrag tillagt
audit-kind-affiliation-update = Uppdrag ändrat
audit-kind-affiliation-delete = Uppdrag borttaget
audit-kind-tag-add = Etikett tillagd
audit-kind-tag-remove = Etikett borttagen
audit-kind-tag-create = Etikett skapad
audit-kind-tag-update = Etikett ändrad
audit-kind-tag-merge = Etiketter sammanslagna
audit-kind-tag-delete = Etikett borttagen
audit-kind-import-accounts = Organisationer importerade
audit-kind-import-contacts = Kontakter importerade
audit-kind-export-accounts = Organisationer exporterade
audit-kind-export-contacts = Kontakter exporterade
audit-kind-demo-fill = Demodata inlagd
audit-kind-demo-generate = Exempeldata skapade
audit-kind-demo-remove = Demodata borttagen
audit-kind-operation-undo = Ångrat
audit-kind-operation-redo = Gjort om
audit-kind-trash-restore = Återställt ur papperskorgen
audit-kind-trash-purge = Borttaget för gott
audit-kind-user-setup = Första administratören skapad
audit-kind-user-create = Användare tillagd av driften
audit-kind-user-register = Registrering
audit-kind-user-approve = Registrering godkänd
audit-kind-user-reject = Registrering avslagen
audit-kind-user-invite = Inbjudan
audit-kind-user-reset-link = Länk för nytt lösenord
audit-kind-user-role = Användares roll ändrad
audit-kind-user-disable = Användare avstängd
audit-kind-user-enable = Användare insläppt igen
audit-kind-user-update = Egna inställningar ändrade
audit-kind-user-password = Lösenord bytt
audit-kind-session-sign-in = Inloggning
audit-kind-session-failure = Misslyckad inloggning
audit-kind-session-sign-out = Utloggning
audit-kind-session-end = Sessioner avslutade
audit-kind-settings-update = Organisationens inställningar ändrade
audit-kind-import-kpi-values = Nyckeltal importerade
audit-kind-kpi-definition-create = Nyckeltal upplagt
audit-kind-kpi-definition-update = Nyckeltal ändrat
audit-kind-kpi-definition-archive = Nyckeltal arkiverat
audit-kind-kpi-definition-unarchive = Nyckeltal taget ur arkivet
audit-kind-kpi-value-update = Utfall ifyllt
audit-kind-kpi-values-update = Flera utfall ifyllda
audit-kind-kpi-values-count = Nyckeltal räknat
audit-kind-kpi-targets-update = Mål satta
audit-kind-kpi-period-lock = Nyckeltalsperiod låst
audit-kind-kpi-period-unlock = Nyckeltalsperiod upplåst
audit-kind-dashboard-update = Startsidan ordnad
audit-kind-dashboard-reset = Startsidan återställd
audit-kind-view-create = Vy sparad
audit-kind-view-update = Vy ändrad
audit-kind-view-delete = Vy borttagen
audit-kind-view-pin = Vy lagd i menyn
audit-kind-view-unpin = Vy tagen ur menyn

audit-progress = { $done } av { $total } klara
audit-progress-waiting = Väntar på sin tur
audit-progress-label = Hur långt det har kommit
audit-progress-reload = Titta igen
audit-progress-done = Arbetet i bakgrunden är klart.
audit-progress-failed = Arbetet i bakgrunden misslyckades efter { $done } av { $total }:
audit-column-undo = Ångra
audit-progress-show = Visa vad det gjorde
audit-kind-account-bulk-update = Organisationer ändrade tillsammans
audit-kind-account-bulk-delete = Organisationer borttagna tillsammans
audit-kind-contact-bulk-update = Kontakter ändrade tillsammans
audit-kind-contact-bulk-delete = Kontakter borttagna tillsammans
audit-kind-api-batch = Poster skrivna via API:et
audit-kind-api-key-create = API-nyckel skapad
audit-kind-api-key-revoke = API-nyckel spärrad
audit-kind-backup-prove = Säkerhetskopia kontrollerad
