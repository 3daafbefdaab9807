# The organisation's settings.
settings-title = Organisation
settings-organisation-name = Name of the organisation
settings-organisation-name-hint = Shown at the top of every page and in letters.
settings-default-language = Language of new users
settings-default-language-hint = Everybody can choose their own under My settings.
settings-default-time-zone = Time zone of new users
settings-trash-days = Days in the trash and for undo
settings-trash-days-range = Enter a number of days from 1 to { $max }.
settings-zone-unknown = Choose a time zone from the list.
settings-language-unknown = Choose a language from the list.
settings-saved = The settings were saved

# Fields, as history names them
settings-field-organisation_name = Name of the organisation
settings-field-locale = Language of new users
settings-field-time_zone = Time zone of new users
settings-field-trash_days = Days in the trash and for undo
