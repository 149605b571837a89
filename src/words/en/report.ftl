# Words in English: short sentences, no jargon.

## Trend report
report-heading = Trend report, { $period }
in-short = In short
report-forms = Other forms of this report
draft-mark = DRAFT
edition-draft = As it stands on { $day }. Not released yet: something may change.
edition-released = Released on { $day }.
edition-corrected = , correction { $number }
correction-whole-period = The earlier report came out before the period was over. This one is about the whole period.
correction-line = Correction { $number } ({ $day }): { $what }
not-released = not released yet
page-word = Page
of-word = of
against-before = Against the round before
against-higher = demonstrably higher (was { $before })
against-lower = demonstrably lower (was { $before })
against-none = no demonstrable change
against-too-few = too few to compare
open-adjustment = { $title }: { $state }, look back on { $day }
open-adjustments-none = No adjustment is open.
next-date = Next date: { $day }, { $what }.
next-review = looking back at “{ $title }”
next-conversation = a conversation
next-round = the next round opens
readings-heading = All rounds
readings-caption = Mean of every theme in every round
too-few-short = too few
resident-heading = The resident
resident-article = The agreement says: “{ $text }”
resident-not-asked = This survey has no statement about the resident.
done-heading = What we did with earlier results
outcome-round = Round { $round }, { $day }
adjustments-heading = Adjustments
adjustments-caption = Adjustments of the agreement
adjusted-none = The agreement has not been adjusted yet.
adjusted-article = Article on { $kind }
adjusted-text = It said: “{ $old }” It now says: “{ $new }” Why: { $why }
reviewed-line = Looked back on { $day }: { $choice }.
reviewed-line-said = Looked back on { $day }: { $choice }. { $said }
adjustment-head = Adjustment
adjustment-since = Since
adjustment-standing = Standing
adjustment-expects = Expected
adjustment-look-back = Look back
method-items = The statements of the latest round:
deck-next = What next
external-heading = Account, { $period }
external-lead = This page shows how the collaboration is doing and what it learns. It says nothing about a single partner.
external-purpose = { $purpose } { $partners } partners take part.
external-learned = What we learned
external-learned-none = No lessons have been written down yet.
external-adjusted = What we adjusted
external-adjustment = { $title }, since { $day }.
external-review-to-come = Looking back on { $day }.
external-since-higher = { $theme } is demonstrably higher since then.
external-since-lower = { $theme } is demonstrably lower since then.
external-since-none = { $theme }: no demonstrable change since then.
external-since-too-few = { $theme }: too few answers to compare.
external-method = The figures come from a short survey among people of all partners. Every partner counts equally.
shown-from = A figure stands here only if it comes from { $threshold } or more people of { $partners } or more partners together.
codebook-edition = Edition
codebook-correction = Correction
codebook-too-few = There were too few answers to show this without somebody being recognised. It is not a zero.
codebook-bounds = At most or at least this: near the end of the scale we show no more precise figure.
codebook-dash = There is nothing to show, for instance because it was not asked.
standing-first = This is how the themes stand
standing-none = No theme has demonstrably changed
standing-some = Demonstrably higher: { $higher }, lower: { $lower }; the rest has not demonstrably changed
done-none = Nothing yet: no result has been discussed.
standing-subtitle-first = Round of { $day }: dot and band are mean and 95% interval
standing-subtitle = Round of { $day }: dot and band are mean and 95% interval, the open dot is the round before
matters-nothing = No article asks for attention now.
participation = { $answered } of { $invited } people answered ({ $percent }%), from { $partners } of { $all } partners.
participation-without-roster = { $answered } people answered, from { $partners } partners.
summary-caption = Mean per theme in the round of { $day }, on a scale from { $min } to { $max }. Every partner weighs the same.
theme = Theme
mean = Mean
interval-95 = 95% interval
interval = { $low } to { $high }
people = People
partners = Partners
mean-with-n = { $mean } ({ $respondents ->
    [one] 1 person
   *[other] { $respondents } people
} from { $partners ->
    [one] 1 partner
   *[other] { $partners } partners
})
too-few = too few answers
hatched-is-too-few = hatched: too few answers
event = event
questions-mark = round
adjustment = adjustment
themes-over-time = The themes over time
how-to-read-trend = The line is the mean of the partners; the band is the 95% interval. Look at the course of it: a small difference between two rounds is often chance.
trend-title = { $dimension } stands at { $mean } of { $max }
trend-title-too-few = { $dimension }: too few answers
trend-subtitle = Mean of the partners, scale { $min } to { $max }, { $rounds ->
    [one] 1 round
   *[other] { $rounds } rounds
}, with 95% interval
show-table = Show as a table: { $figure }
all-rounds = all rounds
round = Round
rounds = Rounds
date = Date
new-wording = new wording
spread-heading = How the answers lie
spread-title = How the answers to each theme lie
spread-subtitle = All answers of rounds { $rounds }, in shares of 10%
spread-almost-all = Almost all answers: { $value } of { $max }
spread-high = { $max }, high is good
mean-per-statement = Mean per statement
neutral = Neutral
reversed = reverse worded
statement = Statement
who-took-part = Who took part
response-title = { $answered } of { $invited } people took part
response-title-without-roster = { $answered } people took part
response-subtitle = Filled: answered. Outlined: invited. { $rounds ->
    [one] 1 round
   *[other] { $rounds } rounds
}
answered = Answered
invited = Invited
unknown = unknown
figure-scrolls = Figure; scroll sideways if it does not fit
table-scrolls = Table; scroll sideways if it does not fit
how-we-count = How we count
method-in-short = For each person we take the mean of a theme's core statements, if at least half of them were answered. Of these we take the mean per partner, and then the mean of the partners. “Cannot judge” does not count. The interval follows from how many people answered and from earlier surveys.
method-link = Read the whole method
survey = Survey
version = version { $version }
program = Program
data-hash = Fingerprint of the data
decimal-mark = .
questions-changed = From round { $round } on we ask other questions.
questions-anew = The line begins anew for: { $themes }.
questions-in-part = The line goes on, with a gap, for: { $themes }.
questions-end = The line ends for: { $themes }.
state-other-questions = Round { $round } asks other questions than the one before: the two cannot be compared.
state-not-compared = Round { $round } has not been compared with the one before yet.
