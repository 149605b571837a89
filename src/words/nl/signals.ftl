# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

## Signalen
signals-title = Signalen om te bespreken
signals-lead = Stand na meting { $round }. Een signaal is een aanleiding voor een gesprek, geen oordeel.
signals-no-round = Er is nog geen meting gesloten. Zodra dat zo is, staan hier de signalen.
signals-none = Niets valt op.
signals-small = Er valt iets kleins op dat wij niet kunnen laten zien: te weinig partners kunnen het zijn.
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
response-open = Meting { $round } is open tot en met { $day }: { $answered } van de { $invited } mensen antwoordden tot en met gisteren.
response-closed = Meting { $round } sloot op { $day }: { $answered } van de { $invited } mensen antwoordden.
response-promise = Of één mens antwoordde, staat hier niet. U ziet aantallen tot en met gisteren, vanaf vier mensen per partner, en niet hoeveel het er precies zijn als bijna niemand of bijna iedereen antwoordde. Bellen of mailen mag altijd.
response-caption = Antwoorden per partner, op alfabet
response-partner = Partner
response-answered = Antwoordden
response-people = Mensen met een plek
response-count = { $answered } van { $invited }
response-at-most-one = hoogstens één van { $invited }
response-all-but-one = alle { $invited }, of op één na
response-too-few-invited = te weinig mensen om te tonen
silent-count = Van de { $small } partners met minder dan vier genodigden zwegen er { $silent } in deze meting en in de vorige.
silent-at-most-one = Van de { $small } partners met minder dan vier genodigden zweeg er hoogstens één in deze meting en in de vorige.
silent-all-but-one = Van de { $small } partners met minder dan vier genodigden zwegen alle, of op één na alle, in deze meting en in de vorige.
response-withheld = { $n ->
    [one] Van de laatste gesloten meting staat één cijfer nergens, hoewel genoeg mensen antwoordden.
   *[other] Van de laatste gesloten meting staan { $n } cijfers nergens, hoewel genoeg mensen antwoordden.
}

## Wat er gevraagd wordt
nav-questions = Vragen
questions-title = De vragen
questions-now = Wat wij nu vragen
edition-heading = Er is een nieuwe vragenlijst
edition-lead = Deze versie van Polsslag heeft een nieuwe, kortere vragenlijst. Dit gebeurt er met de lijnen:
edition-line = { $theme }: { $line }
edition-signals-go-on = Signalen vergelijken gewoon door.
edition-signals-begin = Signalen beginnen opnieuw: zij hebben eerst een paar metingen met de nieuwe vragen nodig.
edition-stays = Wat al gemeten is, blijft zoals het was. De nieuwe vragen gelden vanaf de eerstvolgende meting.
edition-new-statements = Welke stellingen nieuw of anders zijn
edition-move = Stap over op de nieuwe vragenlijst
line-goes-on = de lijn loopt door
line-goes-on-in-part = de lijn loopt door met een onderbreking; wij vergelijken wat gelijk bleef
line-begins-anew = andere vragen, dus een nieuwe lijn
line-begins = krijgt een lijn
line-ends = de lijn stopt
line-none = heeft geen lijn
refusal-nothing-newer = Er is geen nieuwere vragenlijst: deze afspraak gebruikt de nieuwste al, of een eigen.
refusal-misfit = De eigen stelling { $id } past niet bij de vragenlijst die de samenwerking gebruikt: die heeft het id al, of kent het thema of de schaal niet. Geef de stelling een ander id, of een thema dat er is.
