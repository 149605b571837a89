# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

## Signalen
signals-title = Signalen om te bespreken
signals-lead = Stand na meting { $round }. Een signaal is een aanleiding voor een gesprek, geen oordeel.
signals-no-round = Er is nog geen meting gesloten. Zodra dat zo is, staan hier de signalen.
signals-none = Niets valt op.
signals-filter = Welke signalen
signals-open = Nu open
signals-past = Voorbij
signals-dismissed = Afgehandeld
signals-back = Naar alle signalen
signal-conversations = { $n ->
    [one] 1 gesprek
   *[other] { $n } gesprekken
}
signal-rounds = Gezien in metingen
signal-state = Stand
signal-is-dismissed = afgehandeld
signal-is-open = open
signal-is-past = voorbij
signal-ask = Vragen om mee te beginnen
signal-articles = Afspraken die dit raakt
signal-do = Wat doet u ermee?
signal-note = Notitie
signal-note-send = Bewaar notitie
signal-reason = Er hoeft niets te gebeuren, omdat …
signal-reason-hint = Het signaal gaat van de lijst. U kunt het altijd terugzetten.
signal-dismiss = Handel af
signal-reopen = Zet terug op de lijst
signal-history = Wat er gebeurde
signal-history-none = Nog niets.
work-noted = Notitie
work-dismissed = Afgehandeld
work-reopened = Teruggezet op de lijst

## Respons
response-page-title = Respons
response-no-round = Er is nog geen meting geweest.
response-open = Meting { $round } is open tot en met { $day }: { $answered } van de { $invited } mensen antwoordden.
response-closed = Meting { $round } sloot op { $day }: { $answered } van de { $invited } mensen antwoordden.
response-promise = Wie antwoordde, weet niemand. U ziet aantallen, vanaf drie mensen per partner. Bellen of mailen mag altijd.
response-caption = Antwoorden per partner, op alfabet
response-partner = Partner
response-answered = Antwoordden
response-people = Mensen met een plek
response-count = { $answered } van { $invited }
response-too-few-invited = te weinig mensen om te tonen
