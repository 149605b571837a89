# Words in English: short sentences, no jargon.

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
