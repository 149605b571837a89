# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

## Demo
demo-lead = Dit is een proefversie met verzonnen organisaties en mensen. Er gaat geen mail de deur uit.
demo-answer = Antwoord als de volgende deelnemer
demo-mailbox = Bekijk de { $n } nieuwste mails die zijn “verstuurd”
demo-reports = Trendrapporten
demo-open-round = Meting { $round } staat open tot en met { $day }: { $answered } van { $invited } mensen antwoordden.
demo-everyone-answered = Iedereen heeft geantwoord.
mailbox-title = Mails die zijn “verstuurd”
mailbox-caption = Nieuwste eerst
mailbox-each-caption = Van elke soort de nieuwste
gallery-title = Alle onderdelen en pagina’s
gallery-pages = Pagina’s in elke toestand
gallery-parts = Onderdelen
gallery-table = Een tabel met een verborgen cijfer
gallery-row = Vertrouwen
gallery-comment = Voorbeeld { $n }: korter vergaderen zou helpen.
demo-newcomer = De pagina voor wie nieuw is
demo-external = Verantwoording voor buitenstaanders
mailbox-to = Aan
mailbox-subject = Onderwerp
mailbox-date = Datum
mailbox-back = Terug naar de lijst
mailbox-text = Als platte tekst
mailbox-html = Zoals de meeste mensen het zien

## Demonstratie: inloggen
demo-operator = Of als wie de installatie beheert:
demo-sign-in = Log in als
sign-in-way-out = Op weg naar { $name }
sign-in-go-on = Ga verder
error-overtaken = De afspraak is intussen veranderd, of luidt zo al vanaf een latere dag. Kijk eerst naar de afspraak, en doe zo nodig een nieuw voorstel.
adjustment-asked = Dit vroeg een deelnemer. Alleen u ziet het; schrijf hieronder in eigen woorden wat iedereen mag lezen.
data-ask = Mail mij de weg naar mijn gegevens
data-asked = Er is een mail onderweg naar uw eigen adres. De link daarin werkt twee dagen.
nav-results = Uitkomsten
results-shared-title = Gedeelde uitkomsten
results-shared-none = Er zijn nog geen uitkomsten gedeeld.
results-shared-round = Meting { $round } van { $day }
results-shared-caption = Gemiddelde per thema
results-shared-theme = Thema
pulse-too-near = Dat kan nu niet: er is al een meting open of gepland, metingen staan stil, of de vorige meting sloot minder dan { $days } dagen geleden.
pulse-enough = Er waren het afgelopen jaar al { $most } extra metingen. Meer is te veel gevraagd.
