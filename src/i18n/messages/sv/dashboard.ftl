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
