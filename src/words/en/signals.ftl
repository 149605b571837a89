# Words in English: short sentences, no jargon.

## Signals
signals-title = Signals to discuss
signals-lead = As of round { $round }. A signal is a reason to talk, not a verdict.
signals-no-round = No round has closed yet. Once one has, signals stand here.
signals-none = Nothing stands out.
signals-small = Something small stands out that we cannot show: too few partners could be the one.
signals-filter = Which signals
signals-open = Open now
signals-past = Past
signals-dismissed = Dealt with
signals-back = To all signals
signal-conversations = { $n ->
    [one] 1 conversation
   *[other] { $n } conversations
}
signal-rounds = Seen in rounds
signal-state = State
signal-is-dismissed = dealt with
signal-is-open = open
signal-is-past = past
signal-ask = Questions to begin with
signal-articles = Arrangements that this touches
signal-do = What will you do with it?
signal-note = Note
signal-note-send = Keep the note
signal-reason = Nothing needs to be done, because …
signal-reason-hint = The signal leaves the list. You can always put it back.
signal-dismiss = Deal with it
signal-reopen = Put back on the list
signal-history = What happened
signal-history-none = Nothing yet.
work-noted = Note
work-dismissed = Dealt with
work-reopened = Put back on the list

## Response
response-page-title = Response
response-no-round = There has been no round yet.
response-open = Round { $round } is open until { $day }: { $answered } of { $invited } people had answered by last night.
response-closed = Round { $round } closed on { $day }: { $answered } of { $invited } people answered.
response-promise = Whether one person answered is not told here. You see counts up to yesterday, from four people a partner, and not the exact one when hardly anybody or almost everybody answered. You can always phone or mail.
response-caption = Answers by partner, in alphabetical order
response-partner = Partner
response-answered = Answered
response-people = People with a seat
response-count = { $answered } of { $invited }
response-at-most-one = at most one of { $invited }
response-all-but-one = all { $invited }, or all but one
response-too-few-invited = too few people to show
silent-count = Of the { $small } partners with fewer than four people invited, { $silent } were silent in this round and in the one before.
silent-at-most-one = Of the { $small } partners with fewer than four people invited, at most one was silent in this round and in the one before.
silent-all-but-one = Of the { $small } partners with fewer than four people invited, all or all but one were silent in this round and in the one before.
response-withheld = { $n ->
    [one] One figure of the last closed round is shown nowhere, although enough people answered.
   *[other] { $n } figures of the last closed round are shown nowhere, although enough people answered.
}

## What is asked
nav-questions = Questions
questions-title = The questions
questions-now = What we ask now
edition-heading = There is a new questionnaire
edition-lead = This version of Polsslag brings a new, shorter questionnaire. This is what becomes of the lines:
edition-line = { $theme }: { $line }
edition-signals-go-on = Signals go on comparing.
edition-signals-begin = Signals begin anew: they need a few rounds with the new questions first.
edition-stays = What was measured stays as it was. The new questions count from the next round on.
edition-new-statements = Which statements are new or different
edition-move = Move to the new questionnaire
line-goes-on = the line goes on
line-goes-on-in-part = the line goes on with a gap; we compare what stayed the same
line-begins-anew = other questions, so a new line
line-begins = gets a line
line-ends = the line ends
line-none = has no line
refusal-nothing-newer = There is no newer questionnaire: this agreement asks the newest one already, or one of its own.
refusal-misfit = The agreement’s own statement { $id } does not fit the questionnaire that it asks: the id is taken there, or the theme or scale is not there. Give the statement another id, or a theme that is there.
