# Words in English: short sentences, no jargon.

## Steering group
steering-title = State of affairs
steering-changed = What changed
steering-matters = Why it matters
steering-talk = What to talk about
steering-adjustments = Open adjustments
steering-next = Next date: { $day }.
steering-report = To the whole report
state-no-round = No round closed in this period yet.
state-first = Round { $round } is the first: there is nothing to compare it with yet.
state-same = In round { $round } no theme has demonstrably changed.
state-higher = In round { $round } { $higher ->
    [one] 1 theme is
   *[other] { $higher } themes are
} demonstrably higher and none lower.
state-lower = In round { $round } { $lower ->
    [one] 1 theme is
   *[other] { $lower } themes are
} demonstrably lower and none higher.
state-both = In round { $round } { $higher ->
    [one] 1 theme is
   *[other] { $higher } themes are
} demonstrably higher and { $lower ->
    [one] 1
   *[other] { $lower }
} lower.
state-signals = { $n ->
    [0] There are no signals to discuss.
    [one] There is 1 signal to discuss.
   *[other] There are { $n } signals to discuss.
}
changed-mark = { $day }: { $title }
changed-nothing = Nothing demonstrable.
matters-article = It touches the arrangement on { $kind }: “{ $text }”
talk-nothing = Nothing urgent. Take time for what goes well.
talk-review = Look back at the adjustment “{ $title }” ({ $day }): keep it, adjust it again, or go back?
meetings-title = Meetings
meetings-lead = The agenda is made from the state of affairs. Decisions are written down during the meeting, on a screen that everybody sees.
meetings-past = Earlier meetings
meeting-on = Day
meeting-begin = Begin a meeting
meeting-title = Meeting of { $day }
meeting-present = Who is here
meeting-keep = Keep
meeting-decision = Decision
meeting-decide = Record
meeting-no-decision = No decision.
meeting-to-adjustment = To the adjustment
meeting-add = One more point
meeting-point = Point
meeting-add-send = Add
meeting-close = Close the record
meeting-reopen = Open the record again
meeting-is-closed = The record is closed.
agenda-review = Look back: { $title }
agenda-review-why = The day of looking back is here.
agenda-proposal = Proposal: { $title }
agenda-quiet = How is it going, and what do we want to keep?
pulse-link = Extra round after a shock
pulse-title = Extra round
pulse-lead = Did something drastic happen? Ask how it goes with at most { $most } statements. The round goes out at once and is open for { $days } working days. It stands apart from the trend.
pulse-is-open = A round is open. Wait until it closes: nobody gets two at a time.
pulse-choose = Which statements?
pulse-reason = Why now?
pulse-reason-hint = Respondents read this above the statements.
pulse-send = Send the extra round
pulse-of = Extra round of { $day }
pulse-open = Open until { $day }.
pulse-figures = Readings by statement
pulse-no-figures = There are no readings.
