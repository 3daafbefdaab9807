# Användare: installation, registrering, godkännande, länkar, behörigheter, egna inställningar.
users-title = Användare
users-search = Sök på namn eller e-post
users-count = { $n } användare
users-count-more = Fler än { $n } användare
users-name = Namn
users-your-name = Ditt namn
users-email = E-post
users-email-hint = Den loggar du in med.
users-status = Status
users-invited = Inbjuden
users-never = Aldrig
users-last-signed-in = Senast inloggad
users-registered = Tillagd
users-registered-from = Registrerad från
users-from-address = från { $address }
users-approved-at = Insläppt
users-facts = Om användaren
users-password = Lösenord
users-password-again = Samma lösenord igen
users-password-hint = Minst 12 tecken. Några ord i rad är bra, och det går att klistra in från en lösenordshanterare.
users-password-wrong = Det är inte ditt lösenord.
users-passwords-differ = De två lösenorden är inte lika. Skriv båda igen.
users-email-taken = Någon här har redan den e-postadressen.
users-role-unknown = Välj en av rollerna.
users-choice-unknown = Välj ett av alternativen.

# Första start
users-setup-title = Välkommen till Minimata
users-setup-about = Här finns ingen ännu. Du blir den första administratören och kan släppa in andra efteråt.
users-setup-submit = Skapa och logga in
users-setup-done = Allt är klart. Välkommen!
users-setup-dead = Den här startlänken fungerar inte: den är använd, äldre än 24 timmar eller ersatt av en nyare. Starta om programmet så skriver det ut en ny.
users-setup-command = Eller skapa den första administratören på servern:
users-setup-command-line = minimata user create --email E-POST --name NAMN --role admin

# Registrering
users-register-title = Registrera dig
users-register-about = En administratör tittar på din registrering innan du kan logga in.
users-register-submit = Registrera mig
users-to-sign-in = Till inloggningen
users-waiting-title = Väntar på godkännande
users-waiting-about = Tack! En administratör behöver släppa in dig. Sedan kan du logga in med din e-postadress och ditt lösenord.
users-waiting-known = Har du registrerat dig tidigare har inget ändrats: logga in, eller be en administratör om en länk för att välja ett nytt lösenord.
users-registration-full = Det är väldigt många registreringar som väntar just nu. Be en administratör att bjuda in dig i stället.

# Godkännande
users-queue-title = Väntar på godkännande
users-approval = Godkännande
users-approval-about = Välj vad personen får göra. Det går att ändra senare.
users-approve = Godkänn
users-approve-named = Godkänn { $name }
users-reject = Avslå
users-reject-named = Avslå { $name }
users-reject-question = Avslå registreringen från { $name }? Du kan fortfarande godkänna den senare.
users-approved = { $name } har godkänts som { $role }
users-rejected = Registreringen från { $name } har avslagits
users-approved-already = { $name } är redan insläppt. Rollen kan du ändra här nedanför.
users-rejected-already = { $name } har redan fått avslag.
users-approved-before = { $name } är redan insläppt, så det finns inget att avslå. Stäng av användaren om personen inte ska komma in.

# Behörigheter
users-not-done = Det gjordes inte
users-role-hint = Läsare läser. Medarbetare arbetar med organisationer och kontakter. Verksamhetsansvariga importerar också. Administratörer sköter även användare och inställningar.
users-role-label = Vad personen får göra
users-role-submit = Byt roll
users-role-changed = { $name } är nu { $role }
users-access = Åtkomst
users-sessions-count = { $n ->
    [0] Inte inloggad någonstans.
    [one] Inloggad i en webbläsare.
   *[other] Inloggad i { $n } webbläsare.
}
users-end-sessions = Logga ut överallt
users-end-sessions-question = Logga ut { $name } ur alla webbläsare?
users-sessions-ended = { $name } har loggats ut
users-make-reset-link = Länk för nytt lösenord
users-make-invitation-link = Ny inbjudningslänk
users-disable = Stäng av
users-disable-question = Stänga av { $name }? Personen loggas ut direkt och kan inte logga in.
users-disable-about = En avstängd användare kan inte logga in. Det som personen har gjort finns kvar, och du kan släppa in den igen.
users-disabled = { $name } har stängts av
users-disabled-about = Den här användaren kan inte logga in.
users-enable = Släpp in igen
users-enabled = { $name } kan logga in igen
users-last-admin-role = Det här är den enda administratören som kan logga in. Gör först någon annan till administratör.
users-last-admin-disable = Det här är den enda administratören som kan logga in. Gör först någon annan till administratör.
users-not-active = Det går bara för användare som får logga in.
users-not-disabled = Den här användaren är inte avstängd.
users-changed-meanwhile = { $name } ändrades medan du hade sidan öppen (roll: { $role }, status: { $status }). Titta på vad som gäller nu och försök igen.

# Länkar
users-invite = Bjud in en användare
users-invite-about = Du får en länk som fungerar en gång, i 24 timmar. Skicka den till personen, som väljer sitt lösenord med den.
users-invite-submit = Skapa inbjudan
users-invited-named = { $name } har bjudits in
users-link-title = Engångslänk
users-link-about = Skicka länken till { $name }. Den fungerar en gång, i 24 timmar, och visas inte igen.
users-link-mailed = Den är också på väg till { $email }.
users-link-copied = Länken har kopierats
users-link-dead-title = Länken fungerar inte
users-link-dead = Den är använd, äldre än 24 timmar eller ersatt av en nyare. Be en administratör om en ny.
users-password-new-title = Välj ett lösenord
users-password-new-about = { $name }, från och med nu loggar du in med { $email } och det här lösenordet.
users-password-new-submit = Spara och logga in
users-password-set = Lösenordet är sparat och du är inloggad

# Egna inställningar
users-tab-settings = Inställningar
users-tab-email = E-post
users-tab-password = Lösenord
users-tab-sessions = Inloggningar
users-settings-saved = Dina inställningar har sparats
users-own-changed-meanwhile = Du eller en administratör sparade inställningarna någon annanstans medan sidan var öppen.
users-hotkeys-hint = Till exempel / för att söka och n för ny. Alla finns under Hjälp och kortkommandon.
users-email-title = Byt e-post
users-email-about = Nu loggar du in med { $email }.
users-email-new = Ny e-post
users-email-changed = Din e-postadress är ändrad. Logga in med den nya från och med nu
users-password-title = Byt lösenord
users-password-about = När det är bytt loggas du ut ur alla andra webbläsare.
users-password-current = Ditt lösenord nu
users-password-current-hint = Så att ingen annan ändrar det på en dator som du har lämnat öppen.
users-password-new = Nytt lösenord
users-password-changed = { $n ->
    [0] Ditt lösenord är bytt
    [one] Ditt lösenord är bytt, och en annan webbläsare loggades ut
   *[other] Ditt lösenord är bytt, och { $n } andra webbläsare loggades ut
}

# Fält, som historiken kallar dem
users-field-name = Namn
users-field-email = E-post
users-field-role = Roll
users-field-status = Status
users-field-locale = Språk
users-field-time_zone = Tidszon
users-field-theme = Utseende
users-field-density = Radhöjd
users-field-hotkeys = Kortkommandon med en tangent
