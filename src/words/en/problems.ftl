# Words in English: short sentences, no jargon.

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
