# Texts of: operations
operations-import-accounts = importerade { $file }: { $created } nya, { $updated } ändrade
operations-import-contacts = importerade { $file }: { $created } nya, { $updated } ändrade
operations-demo-fill = lade in exempeldata: { $accounts } organisationer, { $contacts } kontakter
operations-demo-remove = tog bort exempeldata: { $accounts } organisationer, { $contacts } kontakter
