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
no-round-in-period = No round was completed in this period.
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
what-happened = What happened
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
distribution-title = How the answers to the statements lie
distribution-subtitle = Round of { $day }, { $answered } people. The number is the number of answers.
distribution-description = Stacked bars for { $statements } statements: disagreement to the left, agreement to the right. The table beside this figure gives all counts.
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
csv-link = All figures as a table (CSV)
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
changes-heading = What changed
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
