# Words in English: short sentences, no jargon.

## Privacy
privacy-title = Who sees what
privacy-asks = { $agreement } asks you how the collaboration is going. Taking part is voluntary. Those who do not take part are not named anywhere.
privacy-who-heading = Who sees what?
privacy-who-comment = What you write in the open field is read by the facilitator if enough people wrote something. They may then show it, shuffled and without your name or organisation, to everybody who takes part.
privacy-who-facilitator = The facilitator sees how many people of an organisation answered, not who. Only for organisations with at least 4 people invited, as of last night, and not the exact number when hardly anybody or almost everybody answered.
privacy-who-nobody = Nobody gets to see a list of who answered what, not even the operator.
privacy-not-promised-heading = What we cannot promise
privacy-not-promised = Whoever has the file with all data can read it: that is whoever runs the computer. People talk. And three people of one organisation know each other: if two of them tell what they answered, you know more about the third.
privacy-kept-heading = What do we keep?
privacy-kept = We keep your answers with a code instead of your name, and only the day on which you answered. We keep no IP address and do not measure whether you open mail.
privacy-rights-heading = Your rights
privacy-rights = You may ask for your data or have them erased. Do you disagree with something? Mail us, or complain to the Dutch data protection authority (Autoriteit Persoonsgegevens).
privacy-contact-heading = Contact

## Privacy and accessibility
privacy-general = Polsslag asks people in a collaboration how it goes. Every collaboration has a page of its own that says who sees what; the link to it stands in every mail and on every page of that collaboration.
privacy-who-open = While a round is open nobody sees results: only how many people were asked and how many had answered by last night.
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
