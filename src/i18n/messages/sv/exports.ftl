# Texter för: exports
exports-export = Exportera
exports-title = Exportera: { $list }
exports-what = { $count } hamnar i filen: exakt listans rader, i listans ordning.
exports-format = Filtyp
exports-format-csv-semicolon = CSV med semikolon, för svenska Excel
exports-format-csv-comma = CSV med kommatecken
exports-format-xlsx = Excel (.xlsx)
exports-fields = Kolumner, i den här ordningen
exports-shown = De som listan visar
exports-all = Alla kolumner
exports-up = Flytta upp { $field }
exports-down = Flytta ner { $field }
exports-download = Ladda ner
exports-one-at-a-time = Du har redan en export i gång. Vänta tills den filen är klar och försök sedan igen.
exports-file-accounts = organisationer
exports-file-contacts = kontakter

# Rubriker i filen
exports-created = Skapad i Minimata
exports-updated = Ändrad i Minimata
exports-other-fact = Övrig uppgift
