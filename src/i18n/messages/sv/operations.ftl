# Texts of: operations

# Användare
operations-user-setup = startade den här installationen som { $name }, dess första administratör
operations-user-create = skapade användaren { $name } ({ $email }) från kommandoraden
operations-user-register = { $outcome ->
    [known] försökte registrera sig igen med adressen till { $name }
   *[new] registrerade sig som { $name } ({ $email })
}
operations-user-approve = godkände { $name } som { $role }
operations-user-reject = avslog registreringen från { $name }
operations-user-invite = bjöd in { $name } ({ $email }) som { $role }
operations-user-reset-link = gjorde en länk så att { $name } kan välja ett nytt lösenord
operations-user-role = ändrade rollen för { $name } från { $before } till { $role }
operations-user-disable = stängde av { $name }
operations-user-enable = släppte in { $name } igen
operations-user-update = ändrade inställningarna för { $name }
operations-user-password = valde ett nytt lösenord för { $name }
operations-session-sign-in = loggade in
operations-session-failure = misslyckades med att logga in som { $email }
operations-session-sign-out = loggade ut
operations-session-end = { $count ->
    [one] avslutade en inloggning för { $name }
   *[other] avslutade { $count } inloggningar för { $name }
}
operations-settings-update = ändrade organisationens inställningar
