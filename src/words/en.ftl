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

## Answer page
page-of = Question { $page } of { $pages }
answer-intro = { $agreement } asks how the collaboration is going. About { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}. You can answer until { $day }.
answer-privacy-link = Who sees what?
answer-or = or
answer-comment-hint = You may leave this empty. What you write may be shared without your name. Do not name people or clients. At most 500 characters.
answer-next = Save and continue
answer-send = Send my answers
answer-previous-outcome = After the previous survey
answer-started = You have already started. What you filled in before is saved.
answer-change-first = See or change the earlier answers
answered-title = You have answered
answered-on = You answered on { $day }. Thank you.
answered-can-change = Until { $day } you can still see and change your answers.
answered-change = See or change my answers
thanks-title = Thank you
thanks-saved = Your answers are saved.
thanks-next = What happens next?
thanks-closing = The survey closes on { $day }. The steering group then discusses the results. We will write to you as soon as there is an outcome.
thanks-contact = Questions? Mail { $name }:
error-prefix = Error:
error-summary-title = Something is not right
error-empty = Choose an answer to at least one statement. Not sure? Then choose “Cannot judge”.
error-empty-statement = Choose an answer
error-comment-too-long = Your text is { $length } characters long. Please shorten it to at most 500 characters.

## Results for those who answered
results-title = The results
results-opening = This came out of the survey of { $day }.
results-caption = Mean per theme in the survey of { $day }, on a scale from { $min } to { $max }
results-until = This link shows the results until the next survey.

## Opting out
mail-choice-title = Which mail do you want to get?
mail-choice-intro = You get mail from { $agreement }. Taking part is voluntary.
mail-choice-legend = I want
mail-choice-this-round = no more mail about this survey
mail-choice-reminders = invitations, but no reminders
mail-choice-all = no mail at all
mail-choice-send = Save my choice
mail-choice-done-title = Your choice is saved
error-no-choice = Choose which mail you want to get.

## Error pages
closed-title = This survey is closed
closed-text = Answering is no longer possible. You get a separate mail about the results.
not-found-title = This page does not exist
not-found-text = Is the link right? Use the link in the last mail that we sent you.
outdated-title = This form is out of date
outdated-text = Open the link in your mail again. What you saved before is still there.
superseded-title = This form was sent before
superseded-text = Your later answers stand. Open the link in your mail to see or change them.
bad-form-title = This form is not right
bad-form-text = Nothing was saved. Open the link in your mail again and try once more.
too-large-title = This is too much text
too-large-text = Nothing was saved. Please shorten your text and try once more.
wrong-type-title = We do not know this format
wrong-type-text = Nothing was saved. Use the form on the page.
wrong-method-title = That is not possible here
wrong-method-text = Open the page with the link in your mail.
too-many-title = Too many attempts
too-many-text = Wait a minute and try once more with the link in your mail.
busy-title = It is too busy right now
busy-text = Nothing was saved. Try once more in a minute.
broken-title = Something went wrong on our side
broken-text = Nothing was saved. Try once more in a minute.

## Privacy
privacy-title = Who sees what
privacy-asks = { $agreement } asks you how the collaboration is going. Taking part is voluntary. Those who do not take part are not named anywhere.
privacy-who-heading = Who sees what?
privacy-who-comment = What you write in the open field is read by the facilitator if enough people wrote something. They may then show it, shuffled and without your name or organisation, to everybody who takes part.
privacy-who-facilitator = The facilitator sees how many people of an organisation answered, not who. Only for organisations with at least 3 people invited.
privacy-who-nobody = Nobody gets to see a list of who answered what, not even the operator.
privacy-kept-heading = What do we keep?
privacy-kept = We keep your answers with a code instead of your name, and only the day on which you answered. We keep no IP address and do not measure whether you open mail.
privacy-rights-heading = Your rights
privacy-rights = You may ask for your data or have them erased. Do you disagree with something? Mail us, or complain to the Dutch data protection authority (Autoriteit Persoonsgegevens).
privacy-contact-heading = Contact

## Home page
home-title = Polsslag
home-lead = Polsslag measures how things are going between organisations that made an agreement together.
home-use-link = Did you get a mail? Then use the link in that mail.

## Demo
demo-lead = This is a trial with invented organisations and people. No mail leaves this machine.
demo-answer = Answer as the next respondent
demo-mailbox = See the { $n } newest mails that “went out”
demo-reports = Trend reports
demo-open-round = Round { $round } is open until { $day }: { $answered } of { $invited } people answered.
demo-everyone-answered = Everybody has answered.
mailbox-title = Mails that “went out”
mailbox-caption = Newest first
mailbox-each-caption = The newest of every kind
gallery-title = All parts and pages
gallery-pages = Pages in every state
gallery-parts = Parts
gallery-table = A table with a hidden figure
gallery-row = Trust
gallery-comment = Example { $n }: shorter meetings would help.
demo-newcomer = The page for newcomers
demo-external = Account for outsiders
mailbox-to = To
mailbox-subject = Subject
mailbox-date = Date
mailbox-back = Back to the list
mailbox-text = As plain text
mailbox-html = As most people see it

## Mail
mail-greeting = Dear { $name },
mail-asking-subject = How is { $agreement } going?
mail-reminder-subject = Reminder: { $subject }
mail-invitation-opening = We would like to hear from you how the collaboration in { $agreement } is going.
mail-first-reminder-opening = Last week we asked you how the collaboration in { $agreement } is going. Your answer is still welcome.
mail-second-reminder-opening = This is the last time that we ask: how is the collaboration in { $agreement } going, in your view?
mail-previous = This was done with the results of the previous survey: { $did }.
mail-effort = There are { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
}. It takes about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}. You can answer until { $day }.
mail-answer-button = Give your answer
mail-link-is-personal = This link is yours alone. Do not forward it.
mail-questions = Questions? Reply to this mail and { $name } will read it.
mail-unsubscribe = Less mail or none? Choose it here:
mail-results-subject = The results of { $agreement }
mail-results-opening = The results of the last survey are there.
mail-results-button = See the results
mail-report-subject = Trend report { $period } of { $agreement }
mail-report-opening = The trend report of { $agreement } on { $period } is ready. Its first page says it all in short.
mail-report-button = Open the report
mail-report-corrected = This is a correction. What is different: { $what }
mail-report-attached = The report is attached as a PDF.
mail-draft-subject = Draft of the trend report { $period } of { $agreement }
mail-draft-opening = The draft of the trend report of { $agreement } on { $period } is ready. See whether everything is right, and then release it.
mail-draft-button = Look at the draft
mail-draft-next = After its release the steering group gets the report. The people who answered see their results at the same moment.
mail-report-link-is-secret = Whoever has this link can read the report. Share it within the steering group only.
chat-round-opened = { $agreement }: round { $round } is open until { $day }. { $invited ->
    [one] 1 person is
   *[other] { $invited } people are
} invited.
chat-round-closed = { $agreement }: round { $round } is closed. { $answered } of { $invited } people answered.
chat-report-ready = { $agreement }: the trend report on { $period } is ready.
chat-link = To Polsslag

## Your own page: choices, passing a seat on, asking for a conversation
answer-other-choices = Not this time, less mail, or not the right person?
accessibility-link = Accessibility
thanks-more = More to say?
mail-choice-now = What holds now: { $choice }.
mail-choice-everything = all mail as usual
mail-choice-back = To your choices
mail-choice-noted = From now on: { $choice }.
language-choice-heading = Language
language-choice-send = In English from now on
language-choice-done = From now on you get mail and pages in English.
hand-over-heading = Not the right person?
hand-over-link = Pass your seat on to a colleague
hand-over-title = Pass your seat on
hand-over-intro = Is a colleague the right person now? Then your seat goes to them.
hand-over-link-dies = Your own link for answering stops working. Your colleague gets a new one.
hand-over-facilitator = The facilitator is told.
hand-over-other-domain = Does your colleague have another mail address than your organisation uses? Then the facilitator decides first.
hand-over-sheet = You have already answered in this round. If you pass your seat on, those answers are erased.
hand-over-name = Your colleague’s name
hand-over-mail = Your colleague’s mail address
hand-over-language = Your colleague’s language
hand-over-send = Pass my seat on
hand-over-done-title = Your seat has passed on
hand-over-done = { $name } gets the mail now. Thank you for your part.
hand-over-waits-title = The facilitator takes a look
hand-over-waits = We first ask the facilitator whether { $name } may take over your seat. Until then nothing changes. If you answer in the meantime, those answers are erased when your seat passes on.
error-hand-over-name = Fill in your colleague’s name.
error-hand-over-mail = Fill in a mail address, such as name@organisation.nl.
error-hand-over-own = This is your own mail address. Fill in your colleague’s.
error-hand-over-there = This colleague takes part already. Choose somebody else.
error-hand-over-sheet = You answered in the meantime. Read below what happens to those answers, and send again.
confirm-title = Passing a seat on
confirm-yes = Fine, pass the seat on
confirm-no = No, do not pass it on
confirm-done = The seat of { $from } has passed on to { $name } ({ $mail }).
confirm-refused = The seat of { $from } has not passed on to { $name } ({ $mail }).
confirm-replaced = { $from } has since asked for something other than passing it on to { $name } ({ $mail }). There is nothing for you to do.
request-heading = Would you like to talk about it?
request-link = Ask for a conversation or a visit, or make a proposal
request-title = What would you like to talk about?
request-intro = Ask for a conversation, look in each other’s kitchen, or make a proposal. You can do so at any time, also between rounds.
request-not-confidential = This form is not confidential: the facilitator sees your name and what you write. If your wish to visit fits somebody else’s, you get each other’s name and mail address. Your answers to statements stay apart and confidential.
request-kind = What would you like?
request-kind-talk = I would like to talk about this
request-kind-visit-us = Come and look in our kitchen
request-kind-visit-them = We would like to visit
request-kind-proposal = I have a proposal
request-with = With whom?
request-with-facilitator = The facilitator, or anyone
request-theme = About which theme?
request-theme-none = No particular theme
request-text = Would you like to explain?
request-text-hint = For a proposal: what will a resident notice? At most 1000 characters. Name no clients.
request-send = Send
request-done-title = We will get to work on it
request-done = The facilitator has your request and will contact you.
request-matched = Somebody else wants this too. You both get a mail with each other’s name and address.
request-done-mail = You get a mail to confirm it.
error-request-kind = Choose what you would like.
error-request-with = Choose which partner you would like to visit.
error-request-proposal = Write in a few sentences what you propose.
error-request-too-long = Make your text shorter: at most 1000 characters.
request-talk-facilitator = a conversation with the facilitator
request-talk-partner = a conversation with { $partner }
request-visit-us-anyone = showing their own kitchen to anyone who likes
request-visit-us-partner = receiving { $partner } in their own kitchen
request-visit-them = a visit to { $partner }
request-proposal = discussing a proposal
request-about = { $request }, about { $theme }
too-often-title = This was asked often today
too-often-text = Nothing was saved. Try again tomorrow, or mail the facilitator.

## Results, newcomers
results-outcome-heading = You said, we did
results-no-outcome = The steering group has still to discuss these results. You will hear what is done with them.
results-figures-heading = What the answers say
results-adjustments-heading = What we do about it
results-no-adjustments = There are no adjustments of the agreement now.
results-comments-heading = What people wrote
results-comments-how = Shuffled, without name, organisation or date. The facilitator may leave something out, not change it.
results-next-heading = Keep talking
adjustment-owner = Looked after by: { $owner }. We look back at it on { $day }.
newcomer-title = Welcome to { $agreement }
newcomer-partners = Who takes part?
newcomer-stepping-in = What stepping in means
newcomer-pulse = A few times a year we ask everybody who takes part how it goes. That takes a few minutes. With the results we adjust the agreement.
newcomer-articles = Our arrangements
article-since = Agreed like this since { $day }
newcomer-no-trend = No results have been shared yet.
newcomer-adjustments = What we have adjusted so far

## Privacy and accessibility
privacy-general = Polsslag asks people in a collaboration how it goes. Every collaboration has a page of its own that says who sees what; the link to it stands in every mail and on every page of that collaboration.
privacy-who-open = While a round is open nobody sees results: only how many people were asked and how many answered.
privacy-who-request = If you ask for a conversation or a visit, or make a proposal, the facilitator sees your name. If somebody else’s wish to visit fits yours, you get each other’s name and mail address. That stays apart from your answers.
privacy-why-heading = Why is this allowed?
privacy-why = We measure to improve the collaboration and its agreement. For a municipality that belongs to its public task (GDPR article 6(1)(e)), for other partners it is a legitimate interest (under (f)). We make no profile of you and nothing about you is decided automatically.
privacy-responsible-heading = Who is responsible?
privacy-responsible = The partners together (GDPR article 26):
privacy-operator = { $name } carries out the rounds for them and keeps the data.
privacy-operator-unknown = The facilitator can tell you who keeps the data for them.
privacy-mail = Mail goes through { $carrier }. They see that you get mail, never what you answer.
privacy-mail-folder = Mail does not leave this computer.
privacy-hook = A chat program gets counts and a link only, never a name or an answer.
privacy-kept-answers = Answers and results: as long as the agreement runs.
privacy-kept-comments = What you wrote in the open field or with a request: { $months } months.
privacy-kept-mail = Which mail went to whom: { $days } days.
privacy-kept-people = Name and mail address of those who no longer take part: { $days } days.
privacy-kept-nothing-else = There are no cookies, and nothing measures what you click.
privacy-contact-general = Use the link in your mail, or write to the operator.
accessibility-title = Accessibility
accessibility-aim = Everybody must be able to use these pages: with a keyboard, a screen reader, a small screen, large letters, or without scripts. We follow WCAG 2.2, level AA, and with it EN 301 549.
accessibility-state-heading = How do we stand?
accessibility-state = With every change a program checks all pages in a real browser, and goes through the survey with a keyboard alone.
accessibility-checked = People last examined the pages on { $day }.
accessibility-unchecked = An examination with people has not been done yet.
accessibility-known-heading = What is not right yet
accessibility-known = Figures are drawings with a table below. On a narrow screen you scroll a figure sideways.
accessibility-report-heading = Does something not work?
accessibility-report = Write to us. You get an answer within two weeks:
accessibility-report-reply = Reply to the mail that you got from us. You get an answer within two weeks.

## Mail about your own choices
mail-privacy = Who sees what?
mail-finish-subject = Almost done: { $subject }
mail-finish-opening = You began to answer about { $agreement }. What you filled in is saved. The rest takes a moment.
mail-finish-effort = You can answer up to and including { $day }.
mail-finish-button = Finish your answers
mail-introduced = { $from } gave us your name and passed the seat in the collaboration on to you.
mail-choice-noted-subject = Your choice of mail from { $agreement }
mail-choice-noted-wrong = Not what you meant? Then you can choose otherwise here.
mail-choice-noted-button = Choose again
mail-seat-passed-on-subject = You passed on your seat in { $agreement }
mail-seat-passed-on = { $name } ({ $mail }) takes over your seat. Your link for answering no longer works. What you answered in an open round is erased.
mail-seat-passed-on-wrong = Not right? Then reply to this mail at once.
mail-seat-received-subject = You take over a seat in { $agreement }
mail-seat-received = A few times a year we ask you how the collaboration in { $agreement } goes. For the next round you get a mail with a link of your own.
mail-seat-received-privacy = Your answers are confidential. Read who sees what:
mail-seat-told-subject = { $agreement }: a seat has passed on
mail-seat-told = { $from } passed the seat on to { $name } ({ $mail }).
mail-seat-told-file = There is nothing for you to do. Write the new name in the agreement’s file with the next change.
mail-seat-to-confirm-subject = { $agreement }: may this seat pass on?
mail-seat-to-confirm = { $from } would like to pass the seat on to { $name } ({ $mail }). The organisation does not use that mail address yet. That is why we ask you.
mail-seat-to-confirm-button = Look and decide
mail-seat-to-confirm-wait = Until you decide, nothing changes.
mail-request-noted-subject = Your request to { $agreement }
mail-request-noted = You asked for: { $request }. The facilitator has it and will contact you.
mail-request-noted-apart = This stays apart from your answers to the statements. Those remain confidential.
mail-request-told-subject = { $agreement }: somebody asks for a conversation
mail-request-told = { $name } of { $partner } ({ $mail }) asks for: { $request }.
mail-request-told-apart = This stands apart from answers to statements; you do not see those.
mail-visit-matched-subject = { $agreement }: your wish for a visit fits somebody else’s
mail-visit-matched = { $name } of { $partner } ({ $mail }) would like this: { $request }. That fits what you asked for.
mail-visit-matched-next = Agree on a day together. The facilitator is glad to help.

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
answers-per-statement = Answers per statement
distribution-title = { $n ->
    [0] On none of { $statements } statements do most people agree
   *[other] On { $n } of { $statements } statements, most people agree
}
distribution-subtitle = Round of { $day }, { $answered } people. The number is the number of answers.
neutral = Neutral
cannot-judge-short = Cannot judge
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
method-in-short = For each person we take the mean of a theme's core statements, if at least half of them were answered. Of these we take the mean per partner, and then the mean of the partners. “Cannot judge” does not count. The interval uses the t distribution over partners.
method-link = Read the whole method
survey = Survey
version = version { $version }
program = Program
data-hash = Fingerprint of the data

## Method
method-title = How Polsslag measures
method-statements-heading = The statements
method-statements = The statements are our own words, built on known concepts from research on trust between organisations. They have not been scientifically validated.
method-scores-heading = From answer to figure
method-scores = A reversed statement is turned, so that high always means good. A person counts for a theme if at least half of its core statements got an answer on the scale. “Cannot judge” and skipping do not count.
method-equal-heading = Every partner weighs the same
method-equal = First we take the mean per partner, then the plain mean of the partners. So a large organisation weighs no more than a small one.
method-interval-heading = How sure is it?
method-interval = The 95% interval follows from the differences between partners, with the t distribution (number of partners minus one degrees of freedom). With one partner, or with equal partners, there is no interval.
method-hidden-heading = What we do not show
method-hidden = A figure appears only with at least as many people as the agreement's threshold says, from at least { $partners } partners. Whoever knows the answers of their own organisation must also be left with that many others. Figures have one decimal. A distribution appears from { $answers } answers, and only if beside the mean it gives nobody away. An interval appears from { $interval } partners. A mean close to the end of the scale is shown as “≤” or “≥”.
method-trend-heading = Over time
method-trend = Only core statements make the line. When the wording of a statement changes, the line visibly breaks. After a round has closed, a figure no longer changes.

# Signals
no-signals = Nothing stands out now.
signals-heading = What stands out
signals-intro = These are points to talk about, not verdicts. On average about one a year is a false alarm.
and = { $first } and { $last }
all-themes = all themes
signal-drop = { $partner } answers about { $size } points lower than before since survey { $since }, above all on { $theme } ({ $people } people).
signal-drop-unnamed = One or more partners answer lower than before since survey { $since }. Who and by how much is not told here.
signal-conflict = { $partner } answer lower than before at the same time, by about { $size } points since survey { $since }, above all on { $theme } ({ $people } people at the first).
signal-conflict-unnamed = Two partners answer lower than before at the same time, since survey { $since }. Who and by how much is not told here.
signal-erosion = Across the whole collaboration people answer about { $size } points lower than before on { $theme } since survey { $since } ({ $people } people).
signal-polarisation = Since survey { $since } people within partners answer further apart than before ({ $people } people).
signal-silence = At { $partner } about { $percent } percentage points fewer of the people asked have answered since survey { $since } than before ({ $people } { $people ->
    [one] person answered
   *[other] people answered
}).
signal-silence-unnamed = At one or more partners fewer people answer than before, since survey { $since }.
signal-gap-executives-higher = Executives answer on average { $size } points higher on { $theme } than practitioners at the same partner ({ $people } people).
signal-gap-executives-lower = Executives answer on average { $size } points lower on { $theme } than practitioners at the same partner ({ $people } people).
signal-gap-mirror = People rate the effort of their own organisation { $size } points higher on average than that of the other partners ({ $people } people).
signal-breakthrough = { $partner } answers about { $size } points higher than before since survey { $since }, above all on { $theme } ({ $people } people).
signal-breakthrough-unnamed = One or more partners answer higher than before since survey { $since }. Who and by how much is not told here.
signal-breakthrough-all = Across the whole collaboration people answer about { $size } points higher than before on { $theme } since survey { $since } ({ $people } people).
signal-touches = Touches the articles on: { $kinds }.
certainty-strong = Certainty: strong
certainty-possible = Certainty: possible
certainty-too-few = Certainty: too few answers
article-goal = goal and compass
article-behaviour = behaviour
article-contact = contact when we disagree
article-decisions = decisions
article-openness = openness
article-stepping-in = stepping in and staying
article-daily-practice = daily practice
article-changing-circumstances = changing circumstances
article-residents-voice = the resident’s voice
article-learning = learning
article-accountability = accountability
prompt-trust-1 = When did you feel supported here? When not?
prompt-trust-2 = Which promise has stalled? What is needed?
prompt-transparency-1 = Which difficult topic is not yet on the table?
prompt-transparency-2 = What would you have liked to know sooner?
prompt-commitment-1 = What does “stepping in” mean for you this quarter?
prompt-commitment-2 = What makes taking part fully hard now?
prompt-general-1 = What went differently in this period from what you hoped?
prompt-general-2 = Which article does not help now, and what would?
prompt-silence-1 = How are things with you, apart from the survey?
prompt-silence-2 = What would make answering worth your while?
prompt-conflict-1 = What does the other not see of your side, and you of theirs?
prompt-conflict-2 = Whose kitchen will you visit this month?
prompt-polarisation-1 = On which subject do colleagues within one organisation now think differently?
prompt-polarisation-2 = Who have we not heard yet?
prompt-gap-1 = What does the one see that the other does not see yet?
prompt-gap-2 = Which example from daily work shows the difference?
prompt-breakthrough-1 = What went differently, and who did that?
prompt-breakthrough-2 = What of it can others take over?
change-higher = { $theme }: from { $before } to { $now } ({ $people } people from { $partners } partners). Those who answered both times answer demonstrably higher.
change-lower = { $theme }: from { $before } to { $now } ({ $people } people from { $partners } partners). Those who answered both times answer demonstrably lower.
change-none = { $theme }: from { $before } to { $now } ({ $people } people from { $partners } partners), no demonstrable change.
change-too-few = { $theme }: too few answers to compare with the previous survey.
multiples-title = Highest: { $high } ({ $highest }); lowest: { $low } ({ $lowest })
multiples-title-level = All { $themes } themes on one scale
dots-title = Partners lie furthest apart on { $theme }: { $low } to { $high }
dots-title-few = { $partners } partners, a dot each
dots-subtitle = { $day }, without names; line: all partners together; { $hidden } partners not shown
gap-title = Largest difference: { $theme }, executives { $executives }, practitioners { $practitioners }
gap-title-none = Executives and practitioners answer alike
gap-subtitle = { $day }, n = { $executives } executives and { $practitioners } practitioners, partners weigh the same
groups-heading = Roles and partners
executives = Executives
practitioners = Practitioners
limits-label = limits of chance
method-groups-heading = Roles and partners
method-groups = Executives and practitioners stand side by side when each role has enough people from at least { $partners } partners. To the steering group a partner is a dot without a name, and only when nobody can work out the hidden partners: not even someone who combines mean, distribution and roles and knows their own answers. How many people of a partner answered is for facilitators only, from { $invited } people asked.
method-change-heading = When is it different?
method-change = We compare people who answered in both surveys, per partner, with a paired test; over all themes together { $percent } % of the differences found may be chance. Otherwise it says “no demonstrable change”. A trend over years gets a p value from { $rounds } surveys.
method-signals-heading = Signals
method-signals = From survey { $first } on Polsslag looks for what stands out against the own past. A model accounts for who answered, for a partner’s usual ups and downs and for what moves everybody at once. That gives a score; how high it must be follows from { $replicates } simulated collaborations with the same partners, seats and frequency in which nothing happens. Together the alerts then give about { $budget } false alarms a year. A story is one episode: it closes when it recovers, or when it has stayed so for { $window } surveys; a signal then comes again only if it recovers and returns, or gets worse.
method-kinds-heading = Kinds
method-kinds = Drop and breakthrough: a partner’s level shifts. Conflict: two partners fall together. Erosion: everybody sinks. Polarisation: people within partners move apart, even if the mean stands still. Silence: people of a partner answer less than they themselves used to. Gap: executives and practitioners answer differently, or people see their own effort as larger than that of others. Breakthrough and gap are never an alert, only something to watch.
method-named-heading = Certainty and names
method-named = “Strong” means that the score lies at least { $excess } above the threshold of an alert, “possible” that it may be chance. A partner is named to a facilitator only, with enough different people before and since the beginning, and the size in steps of { $step } points. Otherwise it says “one or more partners”.
method-limits-heading = What nobody can see
method-limits = A change of half a point in one small partner cannot be found quickly, by anyone. Whoever thinks differently and therefore says nothing shows only as fewer answers. The simulations resemble real collaborations, but are not.
method-reliability-heading = Do the statements measure the same?
method-reliability = We compute alpha from { $alpha } people and omega from { $omega }, on everybody’s latest complete answers.
method-budget-heading = How many false alarms there may be
method-budget-caption = False episodes per collaboration and year that the thresholds are calibrated to
signal = Signal
level-alert = Alerts
level-watch = With watches
kind-drop = Drop of a partner
kind-breakthrough = Breakthrough of a partner
kind-erosion = Erosion
kind-breakthrough-all = Breakthrough of everybody
kind-polarisation = Polarisation
kind-silence = Silence
kind-gap = Gap between roles
kind-gap-mirror = Gap between own and seen
method-evaluation-heading = How well it works
method-evaluation = In each row { $replicates } simulated collaborations of 15 partners with 2 to 8 seats, 24 monthly surveys, unless it says otherwise. Monte-Carlo error in brackets.
method-evaluation-caption = Alerts: false alarms, and how often and how soon friction was found
scenario = Scenario
false-a-year = False a year
found-within = Found within { $rounds } { $rounds ->
    [one] survey
   *[other] surveys
}
median-delay = Median delay
method-baselines = For comparison the rules of thumb that are often used, on the same answers.
method-baselines-caption = Rules of thumb: false episodes a year, and found within three surveys
rule = Rule
level-is-alert = Alert
level-is-watch = To watch

## Signing in
sign-in-title = Sign in
sign-in-lead = For facilitators, steering group members, contacts and operators. Give your mail address; you will get a mail with a link and a code.
sign-in-mail = Your mail address
sign-in-send = Send me a mail
sign-in-elsewhere = Or with your organisation
sign-in-with = Sign in with { $name }
sign-in-respondents = Are you answering a survey? Then you need no account: use the link in your invitation.
sign-in-new-elsewhere = We do not know this account of your organisation yet. Confirm once with your mail address who you are; after that you sign in with one click.
sign-in-wait-title = Look in your mail
sign-in-wait = If we know this address, a mail is on its way. Its link and code work for { $minutes } minutes. Do you read mail on another device? Then type the code here.
sign-in-code = Code from the mail
sign-in-code-hint = 8 digits
sign-in-code-send = Sign in with this code
sign-in-code-wrong = This code is wrong or no longer works. See whether you have the newest mail.
sign-in-again = Ask for a new mail
sign-in-ready = Press the button to sign in.
sign-in-now = Sign in
sign-in-other-browser = This link was asked for in another browser. Open it there, or type the code from the mail there.
sign-in-dead = This link no longer works. It works once, and for { $minutes } minutes at most.
sign-out = Sign out
mail-sign-in-subject = Sign in to Polsslag
mail-sign-in-opening = You asked to sign in. Open this link in the same browser. It works once, and for { $minutes } minutes at most.
mail-sign-in-button = Sign in
mail-sign-in-code = Are you reading this on another device? Then type this code on the page where you asked for this mail: { $code }
mail-sign-in-not-you = Did you not ask for this? Then there is nothing to do.
mail-test-subject = Test mail from Polsslag
mail-test-opening = This is a test mail. If it arrives, sending works.
mail-test-address = It comes from { $address }.
mail-digest-subject = This week: { $agreement }
mail-digest-opening = There is something to look at for { $agreement }.
mail-digest-button = Look at it
digest-signals = { $n ->
    [one] There is 1 signal that was not there last week.
   *[other] There are { $n } signals that were not there last week.
}
digest-requests = { $n ->
    [one] 1 request is waiting.
   *[other] { $n } requests are waiting.
}
digest-conversations = { $n ->
    [one] There is 1 conversation in the coming week.
   *[other] There are { $n } conversations in the coming week.
}
digest-reviews = { $n ->
    [one] 1 adjustment is due for its review.
   *[other] { $n } adjustments are due for their review.
}
forged-title = This form did not come from us
forged-text = Go back, load the page again and try once more.
not-yours-title = This page is not for you
not-yours-text = You have another role in this collaboration. Is that wrong? Ask the operator.
elsewhere-title = Signing in with your organisation did not work
elsewhere-text = Try again, or sign in with your mail address.

## One's own account
capacity-facilitator = facilitator
capacity-steering = steering group
capacity-chair = chair of the steering group
capacity-contact = contact
capacity-operator = operator
desk-home-title = Your collaborations
desk-home-empty = There are no collaborations yet.
account-title = Your account
account-language-send = Show pages in English
sessions-title = Where you are signed in
sessions-caption = Open sessions
session-started = Started
session-used = Last used
session-method = How
session-action = End
session-this = This is this one
session-end = End it
session-factor = with a second step
session-by-link = link from a mail
session-by-code = code from a mail
session-by-oidc = through your organisation
session-by-demo = demonstration
factor-title = Second step when signing in
factor-on = When you sign in we ask for a code from your app.
factor-off = You now sign in with your mail only. An app on your phone makes it safer.
factor-begin = Turn the second step on
factor-drop = Turn the second step off
factor-enrol-title = Turn the second step on
factor-enrol = Scan this code with an app for sign-in codes, or type the secret. Then give the code from the app.
factor-qr = Code to scan
factor-secret = Secret to type:
factor-give-title = Second step
factor-give = Give the code from your app.
factor-code = Code from the app (6 digits)
factor-send = Go on
factor-wrong = This code is wrong. Each code works once; wait for the next one if need be.
identities-title = Signing in through your organisation
identity-drop = Untie
nav-label = Parts
nav-home = Collaborations
nav-steering = State of affairs
nav-signals = Signals
nav-response = Response
nav-requests = Requests
nav-conversations = Conversations
nav-adjustments = Adjustments
nav-meetings = Meetings
nav-agreement = Agreement
nav-learning = Learning
nav-reports = Reports
nav-partner = Your organisation
nav-rounds = Rounds
nav-people = People
nav-programs = Programs
nav-approvals = Four eyes
nav-operator = Operation
nav-account = Your account

## Signals
signals-title = Signals to discuss
signals-lead = As of round { $round }. A signal is a reason to talk, not a verdict.
signals-no-round = No round has closed yet. Once one has, signals stand here.
signals-none = Nothing stands out.
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
response-open = Round { $round } is open until { $day }: { $answered } of { $invited } people answered.
response-closed = Round { $round } closed on { $day }: { $answered } of { $invited } people answered.
response-promise = Nobody knows who answered. You see counts, from three people a partner. You can always phone or mail.
response-caption = Answers by partner, in alphabetical order
response-partner = Partner
response-answered = Answered
response-people = People with a seat
response-count = { $answered } of { $invited }
response-too-few-invited = too few people to show

## Requests
requests-title = Requests
requests-lead = What respondents asked for in their own name. It is apart from their answers.
requests-none = Nothing is waiting.
requests-done = Done
request-card = { $name } asks for { $request }
request-is-done = Done.
request-is-matched = Two wishes found each other; both got a mail.
request-finish = This is done

## Conversations
conversations-title = Conversations
conversations-none = There are no conversations yet.
conversations-planned = Planned
conversations-held = Held
conversations-cancelled = Called off
conversations-back = To all conversations
conversation-plan = Plan a conversation
conversation-plan-send = Put it in the planning
conversation-calendar = Calendar file (iCalendar)
conversation-article = This is how we agreed to talk with each other:
conversation-kind = Form
conversation-phone = phone call
conversation-table = table talk
conversation-kitchen-visit = kitchen visit
conversation-mediation = mediation as the arrangement says
conversation-when = When
conversation-day = Day
conversation-time = Time
conversation-with = With whom
conversation-with-hint = For example names of organisations. Only facilitators and the steering group see this.
conversation-place = Where
conversation-purpose = What for
conversation-state = State
conversation-is-planned = planned
conversation-is-held = held
conversation-is-cancelled = called off
conversation-signal = To the signal
conversation-outcome = What came of it?
conversation-outcome-hint = What did you agree? No minutes, no names that do not matter.
conversation-held = It was held
conversation-cancel = Call it off
conversation-reopen = Put back to planned
calendar-review = Look back: { $title }

## Adjustments
adjustments-title = Adjustments
adjustments-none = There are no adjustments.
adjustments-due = Look back now
adjustments-proposed = Proposals
adjustments-decided = Decided, not yet in force
adjustments-in-force = In force
adjustments-reviewed = Looked back at
adjustments-withdrawn = Withdrawn
adjustments-back = To all adjustments
adjustment-is-proposed = proposed
adjustment-is-decided = decided
adjustment-is-in-force = in force
adjustment-is-reviewed = reviewed
adjustment-is-withdrawn = withdrawn
adjustment-propose = Propose an adjustment
adjustment-lead = Say beforehand what you expect of it. Later we hold that beside the readings.
adjustment-article = Which arrangement changes?
adjustment-title = Short name
adjustment-title-hint = Stands as a mark on every trend.
adjustment-new = New text
adjustment-new-hint = The old text is there already; change it. Plain language, short sentences.
adjustment-why = Why
adjustment-dimension = Which theme should move?
adjustment-expected-hint = One theme: where you will notice it first.
adjustment-direction = Which way?
adjustment-by-round = By which round?
adjustment-by-round-hint = A number. Empty: before the day of looking back.
adjustment-review-on = Day of looking back
adjustment-owner-label = Who looks after it?
adjustment-propose-send = Propose it
adjustment-state = State
adjustment-proposed-on = Proposed on
adjustment-decided-on = Decided on
adjustment-in-force-on = In force on
adjustment-agreed-by = Who agreed?
adjustment-agreed-by-hint = For example: all partners, today's steering group.
adjustment-texts = Old and new text
adjustment-to-article = To the arrangement
adjustment-to-signal = To the signal
adjustment-expected-title = What we expect
adjustment-expected = { $theme }: { $direction }.
adjustment-expected-by = By round { $round }.
adjustment-decide-title = Decision
adjustment-decide = Record the decision
adjustment-withdraw = Withdraw
direction-up = higher
direction-same = stays the same
direction-down = lower
review-title = Looking back
review-early = The day of looking back has not come yet. Earlier is allowed.
review-choose = What do we do with the arrangement?
review-keep = keep it as it is now
review-adjust-again = adjust it once more
review-take-back = go back to the old text
review-said = What did you say about it?
review-send = Finish looking back
effect-title = What the rounds say
effect-waits = On { $day } we hold the rounds beside the expectation.
effect-no-round = No round has closed since this adjustment.
effect-higher = { $theme } is demonstrably higher in round { $to } than in round { $from }, the last one before.
effect-lower = { $theme } is demonstrably lower in round { $to } than in round { $from }, the last one before.
effect-none = { $theme }: no demonstrable change between round { $from } and round { $to }.
effect-too-few = { $theme }: too few people answered in both round { $from } and round { $to } to say anything.
effect-size = Difference: { $size } points, over { $people } people of { $partners } partners who answered both times.
effect-size-interval = Difference: { $size } points (95% interval { $low } to { $high }), over { $people } people of { $partners } partners who answered both times.
effect-no-size = By how much exactly we do not show: it would say too much about too few people.
effect-as-expected = That fits what we expected beforehand.
effect-not-as-expected = That is not what we expected beforehand.
effect-caution = The adjustment may have caused it, but so may something else in the same time.
effect-caution-named = The adjustment may have caused it, but so may what happened in the same time: { $what }.
events-title = Events outside the agreement
events-none = There are no events yet.
event-what = What happened?
event-hint = For example: a new alderman, a grant ends. It stands as a mark on every trend.
event-on = When
event-send = Add

## The agreement itself
agreement-title = Our agreement
agreement-as-of = As it reads on { $day }.
agreement-empty = On that day there was no agreement yet.
agreement-partners = Who takes part
agreement-other-day = Another day
agreement-day = Day
agreement-show = Show
agreement-changes = What has changed?
agreement-file = As a file (TOML)
agreement-print = Print it with your browser: only the text remains.
article-since-by = Since { $day }. Agreed: { $who }.
article-more = More about { $id }
article-readings = What people notice of it
article-readings-caption = Statements about this arrangement
article-statement = Statement
article-mean = Mean
article-round = Round
article-not-asked = not asked yet
article-no-statements = There are no statements about this arrangement.
article-signals = Signals
article-no-signals = No signals.
article-conversations = Conversations
article-adjustments = Adjustments
article-no-adjustments = This arrangement was not adjusted yet.
article-versions = How this arrangement read
changes-title = What changed
changes-between = Between { $from } and { $to }.
changes-none = Nothing changed.
changes-from = From
changes-to = To
text-before = Before
text-after = After
text-nothing = (nothing)
reports-title = Reports
reports-archive = Archive
reports-drafts = Drafts
reports-no-draft = No draft is waiting.
reports-make = Make a draft of
reports-make-button = Make the draft
report-correct = Correct, or revoke links
report-correct-nl = What is different? (Dutch)
report-correct-en = What is different? (English, may stay empty)
report-correct-button = Make a correction
report-revoke-why = Whoever has the link from a mail can read this report. Revoke all links if one fell into the wrong hands; those who sign in can still read the report.
report-revoke-button = Revoke the links
report-newer = There is a newer version of this report. Read that one.
form-report = Report (PDF)
form-deck = For the screen (PDF)
form-external = Account (PDF)
form-workbook = Figures (Excel)
form-csv = Figures (CSV)
links-title = Account for outsiders
links-lead = With a link, a supervisor, financier or new board member reads one page: the last released report in short, without anything about a single partner.
link-until = Link { $number }, works until { $day }
link-revoke = Revoke this link
link-make-until = Make a link that works until
link-make-button = Make the link
link-made = The link is made. It stands here once: copy it now.
draft-title = Draft: { $period }
draft-lead = This is how the steering group reads the report. After its release it does not change. The steering group gets a mail and the people who answered see their results.
draft-stale = Something changed since this draft was made. Make it anew and look again.
draft-release = Release the report
draft-again = Make the draft anew
error-period = Choose a period.
error-draft = A report on this period was released already. Make a correction in the archive.
error-no-report = No report on this period was released yet: there is nothing to correct.
error-release = The report was not released: the data changed since you looked. Make the draft anew.
error-no-draft = There is no draft any more: somebody else released the report just now.
error-correction = Write in Dutch what is different in the correction.
error-link-until = Choose a day to come.
reports-none = There are no reports yet.

## Learning
learning-title = Learning
learning-agenda = Learning agenda
learning-agenda-hint = What we want to find out.
learning-no-questions = There are no questions yet.
learning-register = Lessons
learning-no-lessons = There are no lessons yet.
learning-export = Lessons as a file, without names (CSV)
learning-add = Write something down
learning-kind = What is it?
learning-question = A question to find out
learning-lesson = A lesson, also of what failed
learning-text = In plain words
learning-text-hint = Without names of people: this may be read outside the collaboration.
learning-article = Which arrangement is it about?
learning-no-article = None in particular
learning-send = Keep
learning-strike = Strike
learning-restore = Restore
a-partner = a partner
error-names = Name no people. Found: { $names }.

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

## Contact
partner-response = Answers of your organisation
partner-round = Round { $round }:
partner-people = People of your organisation
partner-people-caption = Who has which role
partner-people-hint = Is something wrong? Whoever has a seat can pass it on; the operator does the rest.
partner-is-contact = (contact)
role-executive = executive
role-practitioner = practitioner
consent-title = Answers in your organisation's name
consent-given = Your organisation consented on { $day }.
consent-none = Your organisation has not consented.
consent-give = Consent for our organisation
consent-take-back = Take the consent back
consent-hint = Only when all partners consent can the collaboration show readings with an organisation's name, and then only after two people decided so. Never with a person's name.

## Operation
back = Back
choose = Choose …
operator-title = Operation
operator-paused = sending is paused
operator-undecided = { $n ->
    [one] 1 message waits for a decision: see polsslag outbox.
   *[other] { $n } messages wait for a decision: see polsslag outbox.
}
operator-agreements = Collaborations
operator-agreement = Collaboration
operator-partners = Partners
operator-seats = Seats
operator-open-round = Open round
operator-next-round = Next round
operator-no-round = none
operator-mail = Mail
operator-audit = Audit log
operator-import = Take in an agreement
operator-file = Agreement file (TOML)
operator-file-hint = What is there stays; what the file says differently changes.
operator-try = Try it first
operator-import-send = Take it in
operator-file-wrong = The file is not right; nothing changed
operator-nothing-changed = Nothing changes
operator-would-change = This would change
operator-changed = This changed
people-title = People
people-caption = Everybody with a part
people-name = Name
people-mail = Mail address
people-partner = Partner
people-parts = Parts and seat
people-role = Role
people-language = Language
people-import = Take in a list
people-import-lead = A CSV file with commas or semicolons, in UTF-8 or as Excel keeps it. Columns: { $columns }. Whoever is not in it stays.
people-file = CSV file
people-import-send = Take it in
people-file-wrong = The file is not right; nobody was taken in
people-line = Line { $line }: { $problem }
people-sheets = What a predecessor answered in an open round is discarded.
people-replace = Somebody else in a seat
people-replace-hint = The old link dies. If a round is open, the successor gets an invitation.
people-seat = Seat
people-replace-send = Replace
bounces-title = Mail that came back
bounces-lead = These addresses no longer exist. They get no mail until you correct the address or call it good.
bounce-clear = This address is good again
person-access = Own data
person-access-lead = Does this person ask for their data? After this button they get a mail with the way to it. You do not see the answers.
person-access-send = Send the mail
person-access-sent = The mail is on its way.
person-erase = Erase data
person-erase-lead = Name, address, answers and requests go. Readings that are frozen stay. This cannot be undone.
person-erase-again = Type the mail address again
person-erase-send = Erase everything of this person
person-erased = The data are erased.
error-again = This is not the same mail address.
rounds-title = Rounds
rounds-next = The next rounds
rounds-no-next = Nothing is planned.
rounds-paused = Rounds are paused.
rounds-rehearsal = What is sent when
rounds-rehearsal-hint = Counts per kind, at most. Nobody sees who gets which mail.
rehearsal-when = When
rehearsal-kind = What
rehearsal-n = At most
rounds-pause = Pause rounds
rounds-resume = Resume rounds
rounds-skip = Skip the next one
rounds-open = Open round: { $round }
rounds-until = Open until
rounds-extend = Extend
rounds-cancel = Call this round off
rounds-caption = Last rounds
round-number = Number
round-state = State
round-opens = Opens
round-closes = Closes
round-is-planned = planned
round-is-open = open
round-is-closed = closed
round-is-shared = shared
round-is-cancelled = called off
round-is-skipped = skipped
approvals-title = Four eyes
approvals-lead = Who sees what, and whether it all goes, changes only when a second person approves it.
approvals-none = Nothing is waiting.
approval-confidential = Confidential, from { $threshold } answers
approval-attributed = In organisations' names, from { $threshold } answers
approval-deletion = Remove this collaboration with everything in it
approval-own = You asked for this yourself: somebody else has to approve it.
approval-yes = Approve
approval-no = Refuse
approval-take-back = Take back
approval-approved = Approved.
approval-refused = Refused.
approval-ask = Ask for a change
approval-mode = Who sees what
mode-confidential = confidential
mode-attributed = in organisations' names
approval-threshold = From how many answers
approval-why = Why
approval-send = Ask for it
approval-ask-deletion = Ask for removal
approval-deletion-hint = Make a backup first. Everything goes, answers and reports too.
approval-deletion-send = Ask for removal
programs-title = Programs
programs-lead = Programs read readings and adjustments of this one collaboration. The description is at
program-tokens = Keys
program-label = What for
program-may = May
program-reads = read
program-reads-and-writes = read and set up addresses for events
program-is-revoked = revoked
program-revoke = Revoke
program-make = New key
program-may-write = May also set up addresses for events
program-make-send = Make a key
program-made = Keep this key now: we show it once.
webhooks-title = Addresses for events
webhook-make = New address
webhook-address = Address
webhook-hint = Starts with https:// and can be reached publicly.
webhook-events = Last events
webhook-end = Stop
webhook-make-send = Set it up
webhook-made = Events are signed with this secret. Keep it now: we show it once.
audit-title = Audit log
audit-holds = { $n ->
    [one] The chain of 1 entry holds.
   *[other] The chain of { $n } entries holds.
}
audit-broken = The chain breaks at entry { $id }: something was changed or taken out there.
audit-bad-anchor = The beginning of the log is not signed with our key.
audit-export = As a file (CSV)
audit-caption = Last entries
audit-number = Number
audit-at = When
audit-who = Who
audit-agreement = Collaboration
audit-what = What
audit-about = About
mail-counts = Messages by kind
mail-kind = Kind
mail-state = State
mail-n = Number
mail-test = Test mail
mail-test-send = Send me a test mail
mail-test-sent = The test mail is on its way.
doctor-title = Records of the mail domain
doctor-lead = Looks at what receivers learn about our domain.
doctor-send = Look now
doctor-caption = Found
doctor-record = Record
doctor-verdict = Verdict
doctor-found = What stands there
doctor-advice = What to do
doctor-good = good
doctor-weak = too weak
doctor-missing = missing
doctor-unknown = unknown
kind-invitation = invitation
kind-first-reminder = first reminder
kind-second-reminder = second reminder
kind-finish = request to finish
kind-results = results
kind-choice = receipt of a mail choice
kind-seat = a seat passing on
kind-request = request
kind-report = report
kind-data = own data
kind-sign-in = signing in
kind-test = test mail
kind-digest = weekly digest
kind-chat = chat message
state-queued = waiting
state-claimed = on its way
state-sent = sent
state-refused = refused
state-expired = too late
state-dropped = no longer wanted
state-ambiguous = uncertain

## One's own data
data-title = Your own data
data-link = See or keep what we have of you
data-lead = This is everything that we keep of you in this collaboration, your answers too. Only you get to see it.
data-json = Keep as JSON
data-csv = Keep as CSV
data-gone = Have it all erased
data-gone-lead = You can. Ask your contact:
mail-data-subject = Your data at { $agreement }
mail-data-opening = You asked for your own data. Behind this link you can keep them. It works for two days.
mail-data-button = To my data
mail-data-only-you = Only you get to see them. Do not pass this link on.

## Mistakes in forms
error-text = Fill this in, no longer than the field allows.
error-when = Give a day and a time, such as 2026-11-05 and 10:00.
error-kind = Choose a form.
error-article = Choose an arrangement.
error-dimension = Choose a theme.
error-direction = Choose a direction.
error-round = Give a number, or leave it empty.
error-later-day = Give a day that is still to come.
error-review-choice = Choose what to do with the arrangement.
error-seat = Choose a seat.
error-has-seat = This person has a seat already.
error-statements = Choose one to six statements.

## Demonstration: signing in
demo-operator = Or as whoever runs the installation:
demo-sign-in = Sign in as
sign-in-way-out = On the way to { $name }
sign-in-go-on = Go on
error-overtaken = The arrangement was changed meanwhile, or reads so from a later day on. Look at the arrangement first, and make a new proposal if need be.
adjustment-asked = This is what a respondent asked. Only you see it; write below in your own words what everybody may read.
data-ask = Mail me the way to my data
data-asked = A mail is on its way to your own address. Its link works for two days.
nav-results = Results
results-shared-title = Shared results
results-shared-none = No results were shared yet.
results-shared-round = Round { $round } of { $day }
results-shared-caption = Mean by theme
results-shared-theme = Theme
pulse-too-near = That is not possible now: a round is open or planned, rounds are paused, or the last extra round was less than four weeks ago.
