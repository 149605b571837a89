# Words in English: short sentences, no jargon.

## Everywhere
this-language = English
language = Language
skip-to-content = Skip to content
weekday-name = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
month-name = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month-short = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
quarter = { $quarter ->
    [1] first
    [2] second
    [3] third
   *[4] fourth
} quarter of { $year }
who-sees-confidential = Your answers are confidential. We only show results of { $threshold } or more people from 3 or more organisations.
who-sees-attributed = You answer on behalf of your organisation. The steering group sees your organisation's result by name, never your own name.
you-said = You said:
we-did = We did:
nothing-yet = nothing yet

## Home page
home-title = Polsslag
home-lead = Polsslag measures how things are going between organisations that made an agreement together.
home-use-link = Did you get a mail? Then use the link in that mail.
