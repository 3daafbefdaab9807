# Texts of: operations
operations-import-accounts = imported { $file }: { $created } new, { $updated } changed
operations-import-contacts = imported { $file }: { $created } new, { $updated } changed
operations-demo-fill = filled in the demo data: { $accounts } accounts, { $contacts } contacts
operations-demo-remove = removed the demo data: { $accounts } accounts, { $contacts } contacts
