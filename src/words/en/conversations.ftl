# Words in English: short sentences, no jargon.

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
