# Texts of: operations

# People
operations-user-setup = set up this installation as { $name }, its first admin
operations-user-create = created the user { $name } ({ $email }) from the command line
operations-user-register = { $outcome ->
    [known] tried to register again with the address of { $name }
   *[new] registered as { $name } ({ $email })
}
operations-user-approve = approved { $name } as { $role }
operations-user-reject = rejected the registration of { $name }
operations-user-invite = invited { $name } ({ $email }) as { $role }
operations-user-reset-link = made a link for { $name } to choose a new password
operations-user-role = changed the role of { $name } from { $before } to { $role }
operations-user-disable = disabled { $name }
operations-user-enable = let { $name } in again
operations-user-update = changed the settings of { $name }
operations-user-password = set a new password for { $name }
operations-session-sign-in = signed in
operations-session-failure = failed to sign in as { $email }
operations-session-sign-out = signed out
operations-session-end = { $count ->
    [one] ended one session of { $name }
   *[other] ended { $count } sessions of { $name }
}
operations-settings-update = changed the organisation's settings
operations-api-key-create = made the API key { $name }
operations-api-key-revoke = revoked the API key { $name }
operations-backup-prove = proved that the backup { $name } can be restored: { $rows } rows

operations-trash-restore = restored { $count } from the trash
operations-trash-purge = removed { $count } from the trash for good
operations-operation-undo = undid: { $what }
operations-operation-redo = redid: { $what }

# Records: who did it stands before the sentence
operations-account-create = created the account { $name }
operations-account-update = changed the account { $name }
operations-account-delete = deleted the account { $name }
operations-contact-create = created the contact { $name }
operations-contact-update = changed the contact { $name }
operations-contact-delete = deleted the contact { $name }
operations-account-merge = merged { $gone } into { $name }
operations-account-distinct = found that { $name } and { $other } are two accounts
operations-contact-merge = merged { $gone } into { $name }
operations-contact-distinct = found that { $name } and { $other } are two people
operations-affiliation-create = gave { $name } a role at { $account }
operations-affiliation-update = changed the role of { $name } at { $account }
operations-affiliation-delete = removed the role of { $name } at { $account }
operations-tag-add = put the tag { $tag } on { $name }
operations-tag-remove = took the tag { $tag } off { $name }

# Files and the demo
operations-import-accounts = imported { $file }: { $created } new, { $updated } changed
operations-import-contacts = imported { $file }: { $created } new, { $updated } changed
operations-api-batch = wrote through the API: { $created } new, { $updated } changed
operations-demo-fill = filled in the demo data: { $accounts } accounts, { $contacts } contacts
operations-demo-generate = generated a fictional data set: { $accounts } accounts, { $contacts } contacts
operations-demo-remove = removed the demo data: { $accounts } accounts, { $contacts } contacts

# KPIs
operations-import-kpi-values = imported KPI values from { $file }: { $created } new, { $updated } changed
operations-kpi-definition-create = defined the KPI { $name }
operations-kpi-definition-update = changed the KPI { $name }
operations-kpi-definition-archive = archived the KPI { $name }
operations-kpi-definition-unarchive = took the KPI { $name } out of the archive
operations-kpi-value-update = entered { $name } for { $period }
operations-kpi-values-update = { $count ->
    [one] entered one KPI value
   *[other] entered { $count } KPI values
}
operations-kpi-values-count = counted { $name } for { $count ->
    [one] one period
   *[other] { $count } periods
}
operations-kpi-targets-update = { $count ->
    [one] set one target of { $name }
   *[other] set { $count } targets of { $name }
}
operations-kpi-period-lock = locked the KPI period { $period }
operations-kpi-period-unlock = unlocked the KPI period { $period }: { $reason }
operations-export-accounts = { $outcome ->
    [whole] exported { $rows } accounts ({ $format })
    [cut] exported accounts ({ $format }), cut off after { $rows }
   *[running] is exporting accounts ({ $format })
}. Columns: { $columns }. List: { $filter }
operations-export-contacts = { $outcome ->
    [whole] exported { $rows } contacts ({ $format })
    [cut] exported contacts ({ $format }), cut off after { $rows }
   *[running] is exporting contacts ({ $format })
}. Columns: { $columns }. List: { $filter }
operations-tag-create = made the tag { $tag }
operations-tag-update = changed the tag { $tag }
operations-tag-merge = merged the tag { $tag } into { $into }
operations-tag-delete = deleted the tag { $tag }

# Saved views
operations-view-create = saved the view { $name }
operations-view-update = changed the view { $name }
operations-view-delete = deleted the view { $name }
operations-view-pin = put the view { $name } into the menu
operations-view-unpin = took the view { $name } out of the menu

# Many at once
operations-account-bulk-update = { $what ->
    [owner] made { $value } the owner of { $count ->
        [one] one account
       *[other] { $count } accounts
    }
    [no_owner] took the owner off { $count ->
        [one] one account
       *[other] { $count } accounts
    }
    [add_tag] put the tag { $value } on { $count ->
        [one] one account
       *[other] { $count } accounts
    }
    [remove_tag] took the tag { $value } off { $count ->
        [one] one account
       *[other] { $count } accounts
    }
   *[status] set the status of { $count ->
        [one] one account
       *[other] { $count } accounts
    } to { $value ->
        [prospect] prospect
        [active] active
        [former] former
       *[other] { $value }
    }
}
operations-account-bulk-delete = deleted { $count ->
    [one] one account
   *[other] { $count } accounts
}
operations-contact-bulk-update = { $what ->
    [owner] made { $value } the owner of { $count ->
        [one] one contact
       *[other] { $count } contacts
    }
    [no_owner] took the owner off { $count ->
        [one] one contact
       *[other] { $count } contacts
    }
    [add_tag] put the tag { $value } on { $count ->
        [one] one contact
       *[other] { $count } contacts
    }
    [remove_tag] took the tag { $value } off { $count ->
        [one] one contact
       *[other] { $count } contacts
    }
   *[status] set the status of { $count ->
        [one] one contact
       *[other] { $count } contacts
    } to { $value ->
        [prospect] prospect
        [active] active
        [former] former
       *[other] { $value }
    }
}
operations-contact-bulk-delete = deleted { $count ->
    [one] one contact
   *[other] { $count } contacts
}
operations-dashboard-update = { $whose ->
    [role] arranged the start page of { $role }
   *[own] arranged the start page
}
operations-dashboard-reset = { $whose ->
    [role] put the start page of { $role } back as it was at first
   *[own] put the start page back as it was at first
}
