# Letters.
mail-invitation-subject = { $organisation } invites you to Minimata
mail-invitation-body =
    Hello { $name },

    { $organisation } has invited you to Minimata, its register of organisations and contacts.

    Open this link and choose a password. It works once, for 24 hours:

    { $link }

    After that you sign in with { $email }.

    If you did not expect this letter, you need not do anything.
mail-reset-subject = Choose a new password for Minimata ({ $organisation })
mail-reset-body =
    Hello { $name },

    An admin at { $organisation } has made a link for you to choose a new password. It works once, for 24 hours:

    { $link }

    Your old password works until you have chosen a new one. If you did not ask for this, tell an admin.
