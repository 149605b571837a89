# Words in English: short sentences, no jargon.

## What a file lacks
file-place = { $problem } (line { $line }, character { $column })
file-syntax = this is no valid TOML: look at quotes, brackets and = around here
file-missing = missing "{ $key }": expected { $expected }
file-wrong = "{ $key }" is { $found }: expected { $expected }
file-empty = "{ $key }" is empty: expected { $expected }
file-unknown-key = unknown key "{ $key }"{ $hint }: expected one of { $known }
file-hint = { "" } (did you mean "{ $word }"?)
file-not-a-choice = "{ $key }" is "{ $found }": expected { $choices }{ $hint }
file-no-id = "{ $id }" is no id: expected letters, digits, - _ and ., at most 40, a letter or digit first
file-twice = { $what } "{ $id }" is there twice: every { $what } needs its own

## What was expected
expect-flag = true or false
expect-date = a date such as 2026-03-01
expect-text = a text per language: {"{"} nl = "…", en = "…" {"}"}
expect-dutch = the Dutch text of "{ $key }"
expect-english = the English translation of "{ $key }"
expect-table = a table
expect-table-named = a table [{ $key }]
expect-tables = one or more [[{ $key }]]
expect-short-name = a short name such as "{ $example }"
expect-threshold = a whole number from 3 to 10
expect-lowest = the lowest value, a whole number
expect-highest = the highest value, a whole number
expect-labels = a list of texts, one per value
expect-dimension = the id of a [[dimension]]
expect-survey-dimension = the id of a dimension of the survey
expect-mirror = the id of the statement that asks the same of the others
expect-block = "core", "beside" a line, "importance" of a theme, or the name of a rotating block
expect-round = a round number from 1
expect-cron = a cron expression such as "30 9 * * TUE"
expect-zone = an IANA name such as "Europe/Amsterdam"
expect-working-days = a number of working days
expect-reminders = at most two numbers of working days, such as [3, 7]
expect-hours = a number of hours
expect-survey = the id of a survey such as "core-pulse"
expect-languages = a list of languages, ["nl", "en"]
expect-who-agreed = who agreed to it
expect-organisation = the organisation's name
expect-person-name = the person's name
expect-mail = a mail address
expect-phone = a phone number
expect-partner = the id of a [[partner]]
expect-seat = the id of the seat they hold, such as "P01-1"
expect-article = the id of an [[article]]
expect-scale = the name of a [scales.…]
expect-owner = who looks after it
expect-said = what those at the table said

## Surveys
file-threshold = threshold { $threshold } is outside 3 to 10: fewer than 3 answers would show a person
file-scale = a scale from { $min } to { $max } has { $points } points: expected 2 to 11
file-scale-twice = [scale] beside [scales.…]: give every scale a name
file-scales-differ = scale "{ $name }" has other values than the first: a figure would mix them up
file-scale-unknown = scale "{ $name }" does not exist: expected one of { $known }
file-labels = { $n } labels in "{ $language }": expected { $expected }, one per value
file-labels-missing = missing translation: { $n } labels in "{ $language }": expected { $expected }, one per value
file-no-dimension = missing [[dimension]]: a survey needs at least one
file-no-statement = missing [[statement]]: a survey needs at least one
file-mirror = mirror of "{ $id }" is "{ $mirror }": expected the id of another statement
file-dimension-empty = dimension "{ $id }" has no statement: add one or remove the dimension
file-dimension-unknown = dimension "{ $id }" does not exist: expected one of { $known }
file-form-word = "{ $id }" is a word of the answer form: choose another id
file-pin = pin_from_round is { $n }: expected a round number from 1
file-pin-core = a core statement is asked every round already: remove pin_from_round or give it a block
file-too-many-reminders = more than two reminders: at most three mails a round may go to one person
file-reminder-order = reminder after { $n } working days: expected more than { $last }, each later than the one before
file-reminder-late = reminder after { $n } working days comes after closing: the round is open for { $window }
file-window = impossible window: the round of { $first } would still be open when the next one starts on { $next }
file-hasty = rounds follow each other within four weeks: people tire of being asked more often
file-short-window = a window under 10 working days misses people on leave
file-calm = invitations go best on Tuesday to Thursday between 09:30 and 11:00
advice-reversed = reversed statement: it adds mistakes and cures nothing (van Sonderen and others, 2013); turn the sentence round
advice-and-or = "and/or" in a statement: nobody can tell what the answer is to; ask one thing
advice-long = { $n } words in a statement: up to { $most } are read at once on a phone
advice-span = the introduction asks about { $span } days and rounds are { $between } apart: the same time is asked about twice
advice-burden = { $n } answers a person a year: nobody is asked for more than { $most }; ask less, or less often
advice-how-many = { $n ->
    [one] one partner
   *[other] { $n } partners
}: "how many of the other partners" means something from five on; ask those statements on the agreement scale here
advice-no-line = theme "{ $id }" has no line: whether the adjustment worked cannot be seen then; expect something of a theme with core statements
advice-behaviour = article "{ $id }" is about behaviour and has no statement of its own: with a [[statement]] with article = "behaviour" one sees whether it lives
file-value = "{ $found }": { $problem }
file-range = { $key } is { $n }: expected { $least } to { $most }
schedule-field-count = a cron expression has 5 fields (minute hour day month weekday) or 6 (seconds first); this has { $n }
schedule-weekday = weekday "{ $weekday }" is a number, and tools disagree about which day that is: write MON, TUE, WED, THU, FRI, SAT, SUN
schedule-syntax = not a cron expression: { $said }
schedule-never = this cron expression names a date that never comes
schedule-zone = unknown time zone "{ $zone }": write an IANA name such as Europe/Amsterdam

## Agreements
file-survey-not-found = survey "{ $id }" was not found: put { $id }.toml beside this file or in the folder above it, and check it
file-consent = attributed mode needs every partner's consent beforehand: "{ $id }" has no consent_attributed_on
file-language = language "{ $code }": expected "nl" or "en"
file-version = since { $day }: expected a day before what the article says now, and only once
file-left-early = left_on { $left } is before joined_on { $joined }
file-no-partner = missing [[partner]]: an agreement needs at least one
file-mail = "{ $mail }" is no mail address: expected name@domain
file-partner-unknown = partner "{ $id }" does not exist: add a [[partner]] with this id
file-partnerless = a person without partner: add partner = "…"; only facilitators and steering members may belong to none
file-seat-role = a person with a seat needs role = "executive" or "practitioner"
file-idle = a person with nothing to do: give a seat, or facilitator, steering or contact = true
file-too-many-own = at most two statements of your own: more would lengthen the respondent's minute
file-statement-taken = statement "{ $id }" is in the survey already: choose another id
file-by-round = expected_by_round { $n }: expected a number from 1
file-article-unknown = article "{ $id }" does not exist: add an [[article]] with this id
file-review-early = review_on { $review } is not after the adjustment of { $on }
thing-article = article
thing-partner = partner
thing-statement = statement
thing-question = open question
thing-dimension = dimension
thing-mail = mail address
thing-seat = seat

## People in a spreadsheet
csv-broken = this is no CSV
csv-line-broken = this line is no CSV
csv-column-missing = column "{ $column }" is missing: expected a first line with some of { $columns }
csv-column-unknown = column "{ $column }" is unknown: expected some of { $columns }
csv-nobody = there is nobody in this file: expected a line a person below the first
csv-flag = { $column } "{ $found }": expected x or nothing
csv-no-name = the name is missing
csv-mail = mail "{ $mail }": expected name@domain
csv-mail-twice = mail "{ $mail }" stands in an earlier line already
csv-language = language "{ $code }": expected nl or en
csv-role = role "{ $code }": expected executive or practitioner
csv-seat = seat "{ $seat }": expected letters, digits and hyphens
csv-seat-needs = a person with a seat needs a partner and a role
csv-seat-twice = seat "{ $seat }" stands in an earlier line already
csv-idle = a person with nothing to do: give a seat, or an x under facilitator, steering or contact
csv-contact-needs = a contact needs a partner
csv-partner = partner "{ $found }" is unknown: expected one of { $known }

## What an import changes
change-added = add { $thing } { $id }
change-changed = change { $thing } { $id }
change-kept = keep { $thing } { $id }, which the file no longer has: { $reason }
thing-agreement = agreement
thing-confidentiality = confidentiality
thing-person = person
thing-event = event
thing-adjustment = adjustment
thing-erased = erased person
kept-confidentiality = who sees what changes only when a second person approves it
kept-partner = give it left_on
kept-person = replace the person in the seat
kept-statement = its rounds keep it; new rounds ask it while it is stored
kept-event = marks stay on the time axis
kept-adjustment = record a further adjustment
kept-article = record an adjustment instead
kept-adjusted = it was adjusted since; begin with polsslag agreement export
kept-passed-on = its occupant passed it on; write the colleague in the file
kept-erased = somebody was erased at their wish and does not come back; take them out of the file
no-seat = without a seat
