# Words in English: short sentences, no jargon.

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
pulse-too-near = That is not possible now: a round is open or planned, rounds are paused, or the last round closed less than { $days } days ago.
pulse-enough = There were { $most } extra rounds in the past year. More is too much to ask of people.
