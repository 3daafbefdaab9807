# Texts of: imports
imports-summary = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}: { $created } created, { $updated } updated, { $unchanged } unchanged, { $rejected } not taken, { $incomplete } without some values
imports-see = ; see { $file }
imports-report-elsewhere = The directory of the file cannot be written to, so the report is in the current directory.
imports-dry-run = This was a dry run: nothing was written but the report.
imports-nobody = No active manager or admin has that e-mail address.
imports-taken-yes = yes
imports-taken-no = no

# Why a file is not imported, or not further
imports-no-account-name = No column is the organisation's name. Call one “Name” or “Namn”. Columns found: { $found }
imports-no-contact-name = No column is the person's name. Call them “First name” and “Last name”, or “Full name”. Columns found: { $found }
imports-report-unwritable = The report cannot be written: { $reason }
imports-database = The database failed, so the import stopped. What was imported before stays; run the same file again. { $reason }
imports-interrupted = The import was stopped. What was imported before stays; run the same file again to go on.

# Why a row, or a value of it, is not taken
imports-said-otherwise = Line { $line } of this file says something else about the same record, and came first.
imports-facts-full = There is no room for this: other facts hold { $max } bytes in all.
imports-row-refused = The database refused the row: { $reason }
imports-account-several = { $n } accounts have this name. The person was put at the oldest one.
imports-account-unknown = No account has this number, and the row gives no name to make one with.
imports-role-nowhere = The row names no account to have this role at.
