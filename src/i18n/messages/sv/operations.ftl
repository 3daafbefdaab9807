# Texter: operations

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
operations-trash-restore = återställde { $count } ur papperskorgen
operations-trash-purge = tog bort { $count } ur papperskorgen för gott
operations-operation-undo = ångrade: { $what }
operations-operation-redo = gjorde om: { $what }
operations-settings-update = ändrade organisationens inställningar

# Poster: vem som gjorde det står före meningen
operations-account-create = skapade organisationen { $name }
operations-account-update = ändrade organisationen { $name }
operations-account-delete = tog bort organisationen { $name }
operations-contact-create = skapade kontakten { $name }
operations-contact-update = ändrade kontakten { $name }
operations-contact-delete = tog bort kontakten { $name }
operations-account-merge = slog ihop { $gone } med { $name }
operations-account-distinct = konstaterade att { $name } och { $other } är två organisationer
operations-contact-merge = slog ihop { $gone } med { $name }
operations-contact-distinct = konstaterade att { $name } och { $other } är två personer
operations-affiliation-create = gav { $name } en roll i { $account }
operations-affiliation-update = ändrade rollen för { $name } i { $account }
operations-affiliation-delete = tog bort rollen för { $name } i { $account }
operations-tag-add = satte etiketten { $tag } på { $name }
operations-tag-remove = tog bort etiketten { $tag } från { $name }

# Filer och exempeldata
operations-import-accounts = importerade { $file }: { $created } nya, { $updated } ändrade
operations-import-contacts = importerade { $file }: { $created } nya, { $updated } ändrade
operations-api-batch = skrev via API:et: { $created } nya, { $updated } ändrade
operations-demo-fill = lade in exempeldata: { $accounts } organisationer, { $contacts } kontakter
operations-demo-generate = skapade påhittade exempeldata: { $accounts } organisationer, { $contacts } kontakter
operations-demo-remove = tog bort exempeldata: { $accounts } organisationer, { $contacts } kontakter
operations-api-key-create = skapade API-nyckeln { $name }
operations-api-key-revoke = spärrade API-nyckeln { $name }
operations-backup-prove = visade att säkerhetskopian { $name } går att återställa: { $rows } rader

# Nyckeltal
operations-import-kpi-values = importerade nyckeltal från { $file }: { $created } nya, { $updated } ändrade
operations-kpi-definition-create = lade upp nyckeltalet { $name }
operations-kpi-definition-update = ändrade nyckeltalet { $name }
operations-kpi-definition-archive = arkiverade nyckeltalet { $name }
operations-kpi-definition-unarchive = tog fram nyckeltalet { $name } ur arkivet
operations-kpi-value-update = fyllde i { $name } för { $period }
operations-kpi-values-update = { $count ->
    [one] fyllde i ett utfall
   *[other] fyllde i { $count } utfall
}
operations-kpi-values-count = räknade { $name } för { $count ->
    [one] en period
   *[other] { $count } perioder
}
operations-kpi-targets-update = { $count ->
    [one] satte ett mål för { $name }
   *[other] satte { $count } mål för { $name }
}
operations-kpi-period-lock = låste nyckeltalsperioden { $period }
operations-kpi-period-unlock = låste upp nyckeltalsperioden { $period }: { $reason }
operations-export-accounts = { $outcome ->
    [whole] exporterade { $rows } organisationer ({ $format })
    [cut] exporterade organisationer ({ $format }), avbrutet efter { $rows }
   *[running] exporterar organisationer ({ $format })
}. Kolumner: { $columns }. Lista: { $filter }
operations-export-contacts = { $outcome ->
    [whole] exporterade { $rows } kontakter ({ $format })
    [cut] exporterade kontakter ({ $format }), avbrutet efter { $rows }
   *[running] exporterar kontakter ({ $format })
}. Kolumner: { $columns }. Lista: { $filter }
operations-tag-create = skapade etiketten { $tag }
operations-tag-update = ändrade etiketten { $tag }
operations-tag-merge = slog ihop etiketten { $tag } med { $into }
operations-tag-delete = tog bort etiketten { $tag }

# Sparade vyer
operations-view-create = sparade vyn { $name }
operations-view-update = ändrade vyn { $name }
operations-view-delete = tog bort vyn { $name }
operations-view-pin = lade vyn { $name } i menyn
operations-view-unpin = tog vyn { $name } ur menyn

# Många på en gång
operations-account-bulk-update = { $what ->
    [owner] gjorde { $value } ansvarig för { $count ->
        [one] en organisation
       *[other] { $count } organisationer
    }
    [no_owner] tog bort ansvarig för { $count ->
        [one] en organisation
       *[other] { $count } organisationer
    }
    [add_tag] satte etiketten { $value } på { $count ->
        [one] en organisation
       *[other] { $count } organisationer
    }
    [remove_tag] tog bort etiketten { $value } från { $count ->
        [one] en organisation
       *[other] { $count } organisationer
    }
   *[status] satte status för { $count ->
        [one] en organisation
       *[other] { $count } organisationer
    } till { $value ->
        [prospect] möjlig
        [active] aktiv
        [former] tidigare
       *[other] { $value }
    }
}
operations-account-bulk-delete = tog bort { $count ->
    [one] en organisation
   *[other] { $count } organisationer
}
operations-contact-bulk-update = { $what ->
    [owner] gjorde { $value } ansvarig för { $count ->
        [one] en kontakt
       *[other] { $count } kontakter
    }
    [no_owner] tog bort ansvarig för { $count ->
        [one] en kontakt
       *[other] { $count } kontakter
    }
    [add_tag] satte etiketten { $value } på { $count ->
        [one] en kontakt
       *[other] { $count } kontakter
    }
    [remove_tag] tog bort etiketten { $value } från { $count ->
        [one] en kontakt
       *[other] { $count } kontakter
    }
   *[status] satte status för { $count ->
        [one] en kontakt
       *[other] { $count } kontakter
    } till { $value ->
        [prospect] möjlig
        [active] aktiv
        [former] tidigare
       *[other] { $value }
    }
}
operations-contact-bulk-delete = tog bort { $count ->
    [one] en kontakt
   *[other] { $count } kontakter
}
operations-dashboard-update = { $whose ->
    [role] ordnade startsidan för { $role }
   *[own] ordnade sin startsida
}
operations-dashboard-reset = { $whose ->
    [role] återställde startsidan för { $role }
   *[own] återställde sin startsida
}
