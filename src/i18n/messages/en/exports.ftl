# Texts of: exports
exports-export = Export
exports-title = Export: { $list }
exports-what = { $count } will be in the file: exactly the rows of the list, in its order.
exports-format = Kind of file
exports-format-csv-semicolon = CSV with semicolons, for Excel in Swedish
exports-format-csv-comma = CSV with commas
exports-format-xlsx = Excel (.xlsx)
exports-fields = Columns, in this order
exports-shown = Those that the list shows
exports-all = All columns
exports-up = Move { $field } up
exports-down = Move { $field } down
exports-download = Download
exports-one-at-a-time = You are exporting something already. Wait until that file is complete, then try again.
exports-file-accounts = accounts
exports-file-contacts = contacts

# Headings of columns
exports-created = Created in Minimata
exports-updated = Changed in Minimata
exports-other-fact = Other fact
