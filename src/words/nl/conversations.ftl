# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

## Verzoeken
requests-title = Verzoeken
requests-lead = Wat deelnemers op eigen naam vroegen. Het staat los van hun antwoorden.
requests-none = Er wacht niets.
requests-done = Gedaan
request-card = { $name } vraagt om { $request }
request-is-done = Gedaan.
request-is-matched = Twee wensen vonden elkaar; beiden kregen een mail.
request-finish = Dit is gedaan

## Gesprekken
conversations-title = Gesprekken
conversations-none = Er zijn nog geen gesprekken.
conversations-planned = Gepland
conversations-held = Gevoerd
conversations-cancelled = Afgezegd
conversations-back = Naar alle gesprekken
conversation-plan = Plan een gesprek
conversation-plan-send = Zet in de planning
conversation-calendar = Agendabestand (iCalendar)
conversation-article = Zo hebben we afgesproken elkaar te spreken:
conversation-kind = Vorm
conversation-phone = bellen
conversation-table = tafelgesprek
conversation-kitchen-visit = keukenbezoek
conversation-mediation = bemiddeling volgens de afspraak
conversation-when = Wanneer
conversation-day = Dag
conversation-time = Tijd
conversation-with = Met wie
conversation-with-hint = Bijvoorbeeld namen van organisaties. Alleen begeleiders en stuurgroep zien dit.
conversation-place = Waar
conversation-purpose = Waarvoor
conversation-state = Stand
conversation-is-planned = gepland
conversation-is-held = gevoerd
conversation-is-cancelled = afgezegd
conversation-signal = Naar het signaal
conversation-outcome = Wat kwam eruit?
conversation-outcome-hint = Wat spraken jullie af? Geen verslag, geen namen die er niet toe doen.
conversation-held = Gesprek is gevoerd
conversation-cancel = Zeg af
conversation-reopen = Zet terug naar gepland
calendar-review = Terugkijken: { $title }
