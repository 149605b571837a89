# Words in English: short sentences, no jargon.

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
capacity-seat = seat in the survey
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
