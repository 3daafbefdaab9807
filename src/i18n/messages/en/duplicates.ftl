# Likely duplicates: records that may be one and the same.
duplicates-found = This may be here already
duplicates-open = Open that one instead
duplicates-open-named = Open that one instead: { $name }
duplicates-compare = Compare
duplicates-compare-named = Compare with { $name }
duplicates-stopped = Nothing has been saved yet. Open one of these, or save anyway.
duplicates-save-anyway = Save anyway
duplicates-otherwise-save = If it is none of these, just go on and save.
duplicates-may-be = May be the same as
duplicates-use-person = Add this person instead

duplicates-same-number = same organisation number
duplicates-same-email = same e-mail
duplicates-same-phone = same phone number
duplicates-same-name-account = same name at the same account
duplicates-same-name-city = same name and city
duplicates-alike-city = similar name, same city
duplicates-same-name = same name
duplicates-alike = similar name
