# Brev.
mail-invitation-subject = { $organisation } bjuder in dig till Minimata
mail-invitation-body =
    Hej { $name }!

    { $organisation } har bjudit in dig till Minimata, sitt register över organisationer och kontakter.

    Öppna länken och välj ett lösenord. Den fungerar en gång, i 24 timmar:

    { $link }

    Sedan loggar du in med { $email }.

    Om du inte väntade dig det här brevet behöver du inte göra något.
mail-reset-subject = Välj ett nytt lösenord till Minimata ({ $organisation })
mail-reset-body =
    Hej { $name }!

    En administratör hos { $organisation } har gjort en länk så att du kan välja ett nytt lösenord. Den fungerar en gång, i 24 timmar:

    { $link }

    Ditt gamla lösenord fungerar tills du har valt ett nytt. Säg till en administratör om du inte har bett om det här.
