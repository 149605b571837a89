# Words in English: short sentences, no jargon.

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
