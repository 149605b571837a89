# Words in English: short sentences, no jargon.

## Answer page
page-of = Step { $page } of { $pages }
answer-intro = { $agreement } asks how the collaboration is going. About { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}. You can answer until { $day }.
span-lately = the time just past
span-week = the past week
span-month = the past month
span-two-months = the past two months
span-quarter = the past three months
span-half-year = the past half year
span-year = the past year
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
newcomer-pulse = { $rhythm } we ask everybody who takes part how it is going. It takes { $minutes ->
    [one] about 1 minute
   *[other] about { $minutes } minutes
}.
newcomer-pulse-full = Once a quarter there are more questions: about { $minutes } minutes.
newcomer-pulse-use = With the results we adjust the agreement.
rhythm-none = Now and then
rhythm-week = Every week
rhythm-month = Every month
rhythm-two-months = Every two months
rhythm-quarter = Every quarter
rhythm-half-year = Every half year
rhythm-year = Every year
newcomer-articles = Our arrangements
article-since = Agreed like this since { $day }
newcomer-no-trend = No results have been shared yet.
newcomer-adjustments = What we have adjusted so far
