fields-required = Fill this in.
fields-too-long = Use at most { $max } characters (you have { $count }).
fields-line-break = Write this on one line, without line breaks.
fields-control-character = Remove the invisible control character; type the text again if you cannot find it.
fields-broken-character = Replace the broken character �: the file or program it came from lost the letter.
fields-direction-character = Remove the invisible character that reverses the direction of the text.

fields-email-at = Enter one address with one @, such as anna@example.se.
fields-email-bare = Enter only the address, without a name and without < and >.
fields-email-space = Enter one address, without spaces.
fields-email-local = Use 1 to { $max } characters before the @.
fields-email-dots = Remove the dot first or last before the @, or one of two dots in a row.
fields-email-character = Remove “{ $character }”: it cannot be part of an e-mail address.
fields-email-domain = Check what follows the @: it has a form such as example.se.

fields-phone-digits = Enter a phone number with digits, such as 070-123 45 67.
fields-phone-character = Remove “{ $character }”: it cannot be part of a phone number.

fields-website-scheme = Enter an address that starts with https:// or http://.
fields-website-address = Enter the website's address, such as https://example.se.
fields-website-character = Remove spaces, quotation marks, < > and backslashes from the address.
fields-website-credentials = Enter the address without a user name, password or @.

fields-organisation-number-letters = Enter the number with digits only, as 802481-1237.
fields-organisation-number-length = Enter the number with ten digits, as 802481-1237 (you have { $count }).
fields-organisation-number-kind = Check the number: the third digit of an organisation is 2 or more, and a sole trader's number starts with a date of birth.
fields-organisation-number-check = Check the number: its last digit does not match the others, so one of them is mistyped.

fields-date-form = Enter the date as 2026-03-14.
fields-date-none = Check the date: there is no such day. Enter it as 2026-03-14.
fields-date-year = Enter a year from { $from } to { $to }.

fields-integer-form = Enter a whole number, such as 1383.
fields-integer-negative = Enter 0 or more.
fields-integer-large = Enter at most { $max }.

fields-password-short = Use at least { $min } characters (you have { $count }). A few words in a row are good.
fields-password-long = Use at most { $max } bytes, which is about as many letters.
fields-password-common = Choose another password: this one is among those tried first. A few words in a row are good.
fields-password-pattern = Choose another password: this one repeats itself or follows the keyboard. A few words in a row are good.
fields-password-personal = Choose another password: this one is mostly your name, your e-mail address, the organisation or the product.

fields-file-unreadable = The file could not be read: { $reason }
fields-file-empty = The file is empty. It needs a first line with the names of the columns.
fields-file-no-rows = The file has only the line with the names of the columns, and no rows under it.
fields-file-excel = This is an Excel or ZIP file. Open it in Excel, choose Save As, then “CSV UTF-8”, and use the file you get.
fields-file-binary = This is not a CSV file: it holds something other than text. Save the list as CSV first.
fields-file-markup = This is a web page, not a CSV file. Open it in Excel, choose Save As, then “CSV UTF-8”, and use the file you get.
fields-file-utf-16 = This file is UTF-16 text. Save it as “CSV UTF-8” first.
fields-file-header-unreadable = The line with the names of the columns cannot be read: it is too long, or a quotation mark in it is never closed.
fields-file-duplicate-header = Two columns are called “{ $header }” (columns { $first } and { $second }). Give them different names.
fields-file-row-cells = The row has { $found } cells, but the header has { $expected } columns. Check for a separator or a quotation mark too many or too few.
fields-file-row-open-quote = A quotation mark that starts on this line is never closed.
fields-file-row-rest-unread = A quotation mark that starts on this line is never closed, and the rows from here to the end of the file were not read. Correct it and run the file again.
fields-file-row-too-long = The row is longer than { $max } bytes. Shorten it, or check for a quotation mark that is never closed.
fields-file-row-nul = The row holds NUL characters, which no text has. Save the file as CSV again.
fields-file-row-unreadable = The file could not be read further: { $reason }
fields-file-spreadsheet = This Excel file cannot be read ({ $reason }). Open it in Excel, save it anew as .xlsx or as “CSV UTF-8”, and use that file.
