# In- och utloggning, och "Mina inloggningar".
sessions-wrong = E-postadressen och lösenordet hör inte ihop.
sessions-pending = Din registrering väntar på godkännande. En administratör behöver släppa in dig först.
sessions-rejected = Din registrering godkändes inte. Fråga en administratör om du tror att det är ett misstag.
sessions-disabled = Din användare är avstängd. Fråga en administratör om du tror att det är ett misstag.
sessions-to-register = Registrera dig
sessions-forgotten = Glömt lösenordet? Be en administratör om en länk så att du kan välja ett nytt.
sessions-about = Alla webbläsare där du är inloggad. Logga ut dem du inte känner igen och byt sedan lösenord.
sessions-column-browser = Webbläsare
sessions-column-seen = Senast använd
sessions-column-started = Inloggad
sessions-column-address = Adress
sessions-this-one = Den här
sessions-browser = { $browser } på { $system }
sessions-browser-part = { $name }
sessions-browser-unknown = Okänd webbläsare
sessions-end-named = Logga ut { $browser }
sessions-end-others = Logga ut de andra
sessions-end-others-question = Logga ut alla webbläsare utom den här?
sessions-end-all = Logga ut överallt
sessions-ended = { $n ->
    [0] Det fanns inget att logga ut
    [one] En webbläsare har loggats ut
   *[other] { $n } webbläsare har loggats ut
}
sessions-text-kept = Din session tog slut medan du skrev. Det du skrev finns kvar i en timme: logga in här som samma person så kommer det tillbaka.
