# KPIs: definitions, values, targets
nav-kpis = KPIs
kpis-title = KPIs
kpis-count = { $n ->
    [one] { $n } KPI
   *[other] { $n } KPIs
}
kpis-new = New KPI
kpis-tab-list = All KPIs
kpis-tab-values = Enter values
kpis-tab-archived = Archived
kpis-tab-import = Import
kpis-none-title = No KPIs yet
kpis-none = Define what you want to follow: members, income, response times. Then enter a value per period.
kpis-none-reader = A manager can define what you follow here.
kpis-none-archived-title = Nothing is archived
kpis-none-archived = KPIs that you no longer follow can be archived; their values stay.
kpis-no-value = No value
kpis-archived-named = { $name } is archived
kpis-unarchived-named = { $name } is followed again
kpis-archive = Archive
kpis-archive-question = Archive { $name }? It leaves lists and takes no more values. What has been entered stays.
kpis-unarchive = Follow again
kpis-is-archived = Archived

kpis-column-period = Period
kpis-column-value = Value
kpis-column-target = Target
kpis-column-standing = Status
kpis-column-missing = Missing

kpis-field-name = Name
kpis-field-meaning = Meaning
kpis-field-unit = Unit
kpis-field-unit_before = The unit stands before the number
kpis-field-decimals = Decimals shown
kpis-field-cadence = Period length
kpis-field-direction = Which way is good
kpis-field-amber_limit = Amber limit
kpis-field-red_limit = Red limit
kpis-field-owner_id = Responsible
kpis-field-scope = Scope
kpis-field-totalling = How periods add up
kpis-field-first_period = First period
kpis-field-staff_enters = Staff may enter values
kpis-field-archived = Archived
kpis-field-value = Value
kpis-field-note = Note
kpis-field-target = Target
kpis-field-is_locked = Locked

kpis-hint-meaning = What is counted, and from where, so that everybody counts the same.
kpis-hint-cadence = How often there is a value. It cannot be changed once values or targets exist.
kpis-hint-first_period = From when values are expected: 2026, 2026-Q3, 2026-09, 2026-W05 or 2026-09-30. Empty: from the beginning of this year.
kpis-hint-unit = Such as %, SEK, members or h.
kpis-hint-decimals = 0 to 6. All decimals that are entered are kept.
kpis-hint-totalling = How the values of a year make one number.
kpis-hint-amber_limit = In percent of the target. Empty: 100 %.
kpis-hint-red_limit = In percent of the target. Empty: 90 % where more is better, 110 % where less is better.
kpis-hint-owner_id = May always enter values.

kpis-cadence-day = Day
kpis-cadence-week = Week
kpis-cadence-month = Month
kpis-cadence-quarter = Quarter
kpis-cadence-year = Year
kpis-direction-up = More is better
kpis-direction-down = Less is better
kpis-scope-organisation = The organisation
kpis-scope-account = Per account
kpis-totalling-sum = Sum
kpis-totalling-mean = Mean
kpis-totalling-last = Last value
kpis-standing-green = On target
kpis-standing-amber = Just off target
kpis-standing-red = Off target

kpis-name-taken = There is a KPI with this name
kpis-cadence-fixed = Values or targets have been entered, and they belong to periods of this length. Define a new KPI for another length
kpis-decimals-range = Choose 0 to { $max } decimals
kpis-period-form = Write a period such as { $example }
kpis-limit-range = Write a percentage from 0 to 1,000
kpis-limits-up = More is better, so red begins below amber: write at most the amber limit
kpis-limits-down = Less is better, so red begins above amber: write at least the amber limit
kpis-number-form = Write a number, such as 1,234.5 or 1 234,5
kpis-number-decimals = Write at most { $max } decimals
kpis-number-large = The number is too large
kpis-number-ambiguous = A point before three digits can mean two things: write 1234 or 1,234
kpis-may-not-enter = You may not enter values of this KPI. Ask who is responsible for it, or a manager.
kpis-period-locked = The period is locked
kpis-targets-all-kept = Every period of the year is over and keeps its target
kpis-targets-no-shape = Last year lacks values, so its shape is not known: spread evenly, or enter the targets one by one

kpis-from = From
kpis-to = To
kpis-show = Show
kpis-earlier = Earlier periods
kpis-later = Later periods
kpis-period-before = The period before
kpis-period-after = The period after
kpis-year-before = The year before
kpis-year-after = The year after
kpis-grid-caption = Values by KPI and period
kpis-none-of-cadence-title = No KPIs of this period length
kpis-none-of-cadence = Choose another period length above.
kpis-missing = { $n ->
    [one] { $n } value missing for { $period }
   *[other] { $n } values missing for { $period }
}
kpis-none-missing = Nothing missing for { $period }
kpis-empty-cell = empty
kpis-in-progress = In progress
kpis-locked = Locked
kpis-save-all = Save all
kpis-grid-help = Arrows, Tab and Enter move between cells, Esc brings the saved value back. Rows and columns can be pasted from a spreadsheet.
kpis-values-saved = { $n ->
    [0] Nothing was changed
    [one] { $n } value saved
   *[other] { $n } values saved
}
kpis-cells-wrong = { $n ->
    [one] One cell was not taken. Nothing has been saved yet
   *[other] { $n } cells were not taken. Nothing has been saved yet
}
kpis-cell-saved = Saved: { $cell }
kpis-cell-conflict = Somebody else wrote { $value } here at { $when }. Save again to replace it
kpis-value-saved = The value is saved
kpis-hint-value = Empty takes the value out.
kpis-hint-note = Shown beside the value.
kpis-reason = Reason
kpis-hint-reason = Why the value is corrected. Kept in the history; may be left empty.
kpis-cell-history = What stood here before
kpis-cell-no-history = Nothing has been entered here.
kpis-before = Before
kpis-after = After
kpis-taken-out = Taken out
kpis-enter = Enter value
kpis-edit = Definition

kpis-lock = Lock
kpis-unlock = Unlock
kpis-lock-named = Lock { $period }
kpis-unlock-named = Unlock { $period }
kpis-lock-text = No value of a KPI of this period length can be entered or changed in the period after that. A manager can unlock it.
kpis-unlock-text = Values can be changed again. The reason is kept in the history.
kpis-period-locked-named = { $period } is locked
kpis-period-unlocked-named = { $period } is unlocked

kpis-targets = Targets
kpis-targets-of = Targets of { $name }, { $year }
kpis-targets-set = { $n ->
    [0] No target was changed
    [one] { $n } target set
   *[other] { $n } targets set
}
kpis-spread-title = One number for the year
kpis-spread-text = Spread over the periods that are not over, and those that have no target yet.
kpis-spread-number = The year's target
kpis-spread-how = How it is spread
kpis-spread-even = Evenly
kpis-spread-shape = As last year's values were spread
kpis-spread = Spread over the year
kpis-targets-typed = A target per period
kpis-target-kept = Kept: the period is over
kpis-targets-kept-text = A period that is over keeps the target it was judged against. If it never had one, it can be given one once.
kpis-last-year = Last year

kpis-to-previous = Change
kpis-to-last-year = Change in a year
kpis-year-so-far = { $year } so far
kpis-year-target = Target for the year: { $target }
kpis-pace = Pace
kpis-on-pace = On pace
kpis-behind = Behind by { $by }
kpis-pace-of = { $reached } of { $expected } so far
kpis-year-missing = { $n ->
    [one] { $n } value is missing in { $year }: totals leave it out.
   *[other] { $n } values are missing in { $year }: totals leave them out.
}
kpis-finding-judged = { $name }, { $period }: { $value } against { $target }. { $standing }
kpis-finding-plain = { $name }, { $period }: { $value }
kpis-finding-none = { $name }, { $period }: no value
kpis-as-table = The same as a table
kpis-csv = Download as CSV
kpis-chart-none = There is nothing to draw yet.

kpis-import = Import values
kpis-import-text = A CSV file with one row per KPI and period: the KPI's name, its unit, the period and the value. Numbers may be written in Swedish or English. Nothing is written before you have seen what the file would do.
kpis-import-file = File
kpis-import-hint = Columns: KPI, unit, period (2026-09, 2026-Q3, 2026-W05 …), value and, if you like, note. At most 1 MB.
kpis-import-check = Check the file
kpis-import-checked = What the file would do
kpis-import-choose = Choose a file
kpis-import-too-large = The file is larger than 1 MB. Split it, or use the command: minimata import kpi-values
kpis-import-column-name = No column holds the KPI's name. Call it KPI or Nyckeltal
kpis-import-column-period = No column holds the period. Call it Period
kpis-import-column-value = No column holds the value. Call it Value or Värde
kpis-import-summary = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}: { $created } new, { $updated } changed, { $unchanged } unchanged, { $wrong } wrong
kpis-import-unused = Not read: { $columns }
kpis-import-new = KPIs that do not exist yet
kpis-import-create = Define these KPIs and enter their values
kpis-import-values = Values
kpis-import-confirm = Import
kpis-import-wrong = Rows that are left out
kpis-import-line = Line
kpis-import-text-there = What it says
kpis-import-reason = Why
kpis-import-no-value = No value
kpis-import-archived = The KPI is archived
kpis-import-cadence = The KPI has another period length
kpis-import-twice = The same KPI and period stand on line { $line } too
kpis-import-done = Imported: { $created } new values, { $updated } changed
kpis-import-left-out = { $n ->
    [one] { $n } KPI of the file does not exist and was left out; --create defines it
   *[other] { $n } KPIs of the file do not exist and were left out; --create defines them
}

kpis-all = All { $n } KPIs
kpis-owed = { $n ->
    [one] { $n } value is missing that you are responsible for
   *[other] { $n } values are missing that you are responsible for
}

kpis-source-entered = Entered by hand
kpis-source-count = Number of records
kpis-source-new = New records in the period
kpis-source-share = Share of records, in percent
kpis-field-source = Where values come from
kpis-field-counted = Records that are counted
kpis-field-counted_of = Records they are a share of
kpis-hint-scope = Per account: each account of the register has values of its own.
kpis-hint-source = What is counted is written down when a period ends, and stays as it was.
kpis-hint-counted = Filter the list of accounts or contacts, or open a saved view, and paste its address here: /accounts?status=active.
kpis-hint-counted_of = Only for a share: the address of the whole, of the same list.
kpis-source-fixed = Values or targets exist, and they came from somewhere else. Define a new KPI
kpis-scope-fixed = Values or targets exist, and they are about something else. Define a new KPI
kpis-counted-list = Paste the address of the list of accounts or of contacts, such as /accounts?status=active
kpis-counted-lost = The list knows no such filter: { $names }
kpis-counted-me = “My own” is different for each reader. Choose a person by name
kpis-counted-long = The address is longer than { $max } characters
kpis-counted-other-list = Both must be addresses of the same list
kpis-counted-twice = Both addresses filter on the same field, differently
kpis-counted-created = The period says when records were added: take the filter on that day away
kpis-counted-scope = What is counted is about the whole organisation
kpis-live = Counted now
kpis-rows-live = The period is not over. Counted just now from:
kpis-rows-new = Counted when the period was over. Added in the period and still there:
kpis-rows-then = Counted when the period was over. The same list today:
kpis-rows-counted = the records counted
kpis-rows-whole = the records they are a share of
kpis-import-counted = The KPI is counted from records
kpis-import-accounts = The KPI has values per account, and the file says none
kpis-nobody = Nobody responsible
kpis-all-there = Every value is there.
kpis-all-there-title = Nothing is missing
kpis-lacking = { $n ->
    [one] { $n } value missing
   *[other] { $n } values missing
}
kpis-lacking-more = The first { $n } are shown.
kpis-lacking-all = All { $n } missing values
