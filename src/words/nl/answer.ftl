# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

## Antwoordpagina
page-of = Stap { $page } van { $pages }
answer-intro = { $agreement } vraagt hoe de samenwerking gaat. Dat duurt ongeveer { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}. Antwoorden kan tot en met { $day }.
span-lately = de laatste tijd
span-week = de afgelopen week
span-month = de afgelopen maand
span-two-months = de afgelopen twee maanden
span-quarter = de afgelopen drie maanden
span-half-year = het afgelopen halfjaar
span-year = het afgelopen jaar
answer-privacy-link = Wie ziet wat?
answer-or = of
answer-comment-hint = U mag dit leeg laten. Wat u schrijft, kan zonder uw naam worden gedeeld. Noem geen namen van personen of cliënten. Hoogstens 500 tekens.
answer-next = Bewaar en ga verder
answer-send = Verstuur mijn antwoorden
answer-previous-outcome = Na de vorige meting
answer-started = U bent al begonnen. Wat u eerder invulde, is bewaard.
answer-change-first = Bekijk of wijzig de eerdere antwoorden
answered-title = U hebt geantwoord
answered-on = U hebt geantwoord op { $day }. Dank u wel.
answered-can-change = Tot en met { $day } kunt u uw antwoorden nog bekijken en wijzigen.
answered-change = Bekijk of wijzig mijn antwoorden
thanks-title = Dank u wel
thanks-saved = Uw antwoorden zijn bewaard.
thanks-next = Wat gebeurt er nu?
thanks-closing = De meting sluit op { $day }. Daarna bespreekt de stuurgroep de uitkomsten. U krijgt bericht zodra er een uitkomst is.
thanks-contact = Vragen? Mail { $name }:
error-prefix = Fout:
error-summary-title = Er klopt iets niet
error-empty = Kies bij ten minste één stelling een antwoord. Weet u het niet? Kies dan “Kan ik niet beoordelen”.
error-empty-statement = Kies een antwoord
error-comment-too-long = Uw tekst is { $length } tekens lang. Maak hem korter: hoogstens 500 tekens.

## Uitkomsten voor wie antwoordde
results-title = De uitkomsten
results-opening = Dit kwam er uit de meting van { $day }.
results-caption = Gemiddelde per thema in de meting van { $day }, op een schaal van { $min } tot { $max }
results-until = Deze link laat de uitkomsten zien tot de volgende meting.

## Uitkomsten, nieuwkomers
results-outcome-heading = U zei, wij deden
results-no-outcome = De stuurgroep bespreekt deze uitkomsten nog. U hoort wat ermee gebeurt.
results-figures-heading = Wat de antwoorden zeggen
results-adjustments-heading = Wat wij ermee doen
results-no-adjustments = Er zijn nu geen bijstellingen van de afspraken.
results-comments-heading = Wat mensen schreven
results-comments-how = Door elkaar gehusseld, zonder naam, organisatie of datum. De begeleider kan iets weglaten, niet veranderen.
results-next-heading = Verder praten
adjustment-owner = Zorgt ervoor: { $owner }. Wij kijken ernaar terug op { $day }.
newcomer-title = Welkom bij { $agreement }
newcomer-partners = Wie doen er mee?
newcomer-stepping-in = Wat instappen betekent
newcomer-pulse = { $rhythm } vragen wij iedereen die meedoet hoe het gaat. Dat kost { $minutes ->
    [one] ongeveer 1 minuut
   *[other] ongeveer { $minutes } minuten
}.
newcomer-pulse-full = Eens per kwartaal is de vragenlijst langer: ongeveer { $minutes } minuten.
newcomer-pulse-use = Met de uitkomsten stellen wij de afspraken bij.
rhythm-none = Af en toe
rhythm-week = Elke week
rhythm-month = Elke maand
rhythm-two-months = Elke twee maanden
rhythm-quarter = Elk kwartaal
rhythm-half-year = Elk halfjaar
rhythm-year = Elk jaar
newcomer-articles = Onze afspraken
article-since = Zo afgesproken sinds { $day }
newcomer-no-trend = Er zijn nog geen uitkomsten gedeeld.
newcomer-adjustments = Wat wij al bijstelden
