# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

## Trendrapport
report-heading = Trendrapport { $period }
in-short = In het kort
report-forms = Andere vormen van dit rapport
draft-mark = CONCEPT
edition-draft = Stand van { $day }. Nog niet vastgesteld: er kan iets veranderen.
edition-released = Vastgesteld op { $day }.
edition-corrected = , correctie { $number }
correction-whole-period = Het eerdere rapport kwam uit voordat de periode voorbij was. Dit rapport gaat over de hele periode.
correction-line = Correctie { $number } ({ $day }): { $what }
not-released = nog niet vastgesteld
page-word = Pagina
of-word = van
against-before = Tegen de vorige meting
against-higher = aantoonbaar hoger (was { $before })
against-lower = aantoonbaar lager (was { $before })
against-none = geen aantoonbare verandering
against-too-few = te weinig om te vergelijken
open-adjustment = { $title }: { $state }, terugkijken op { $day }
open-adjustments-none = Er staat geen bijstelling open.
next-date = Volgende datum: { $day }, { $what }.
next-review = terugkijken op “{ $title }”
next-conversation = gesprek
next-round = de volgende meting begint
readings-heading = Alle metingen
readings-caption = Gemiddelde per thema in elke meting
too-few-short = te weinig
resident-heading = De inwoner
resident-article = In de afspraken staat: “{ $text }”
resident-not-asked = In deze vragenlijst staat geen stelling over de inwoner.
done-heading = Wat wij met de vorige uitkomsten deden
outcome-round = Meting { $round }, { $day }
adjustments-heading = Bijstellingen
adjustments-caption = Bijstellingen van de afspraken
adjusted-none = De afspraken zijn nog niet bijgesteld.
adjusted-article = Afspraak over { $kind }
adjusted-text = Er stond: “{ $old }” Nu staat er: “{ $new }” Waarom: { $why }
reviewed-line = Teruggekeken op { $day }: { $choice }.
reviewed-line-said = Teruggekeken op { $day }: { $choice }. { $said }
adjustment-head = Bijstelling
adjustment-since = Sinds
adjustment-standing = Stand
adjustment-expects = Verwacht
adjustment-look-back = Terugkijken
method-items = De stellingen van de laatste meting:
deck-next = Wat nu
external-heading = Verantwoording { $period }
external-lead = Deze pagina laat zien hoe de samenwerking ervoor staat en wat zij leert. Zij zegt niets over één partner.
external-purpose = { $purpose } Er doen { $partners } partners mee.
external-learned = Wat wij leerden
external-learned-none = Er zijn nog geen lessen opgeschreven.
external-adjusted = Wat wij bijstelden
external-adjustment = { $title }, sinds { $day }.
external-review-to-come = Terugkijken op { $day }.
external-since-higher = { $theme } is sindsdien aantoonbaar hoger.
external-since-lower = { $theme } is sindsdien aantoonbaar lager.
external-since-none = { $theme }: geen aantoonbare verandering sindsdien.
external-since-too-few = { $theme }: te weinig antwoorden om te vergelijken.
external-method = De cijfers komen uit een korte vragenlijst aan mensen van alle partners. Elke partner telt even zwaar.
shown-from = Een cijfer staat hier alleen als het van minstens { $threshold } mensen van minstens { $partners } partners samen komt.
codebook-edition = Uitgave
codebook-correction = Correctie
codebook-too-few = Er waren te weinig antwoorden om dit te tonen zonder dat iemand te herkennen is. Het is geen nul.
codebook-bounds = Hoogstens of minstens dit: vlak bij het eind van de schaal tonen wij geen preciezer cijfer.
codebook-dash = Er is niets om te tonen, bijvoorbeeld omdat er niet naar gevraagd is.
standing-first = Zo staan de thema's ervoor
standing-none = Geen thema is aantoonbaar veranderd
standing-some = Aantoonbaar hoger: { $higher }, lager: { $lower }; de rest is niet aantoonbaar veranderd
done-none = Nog niets: er is nog geen uitkomst besproken.
standing-subtitle-first = Meting van { $day }: stip en band zijn gemiddelde en 95%-interval
standing-subtitle = Meting van { $day }: stip en band zijn gemiddelde en 95%-interval, open stip is de vorige meting
matters-nothing = Nu vraagt geen afspraak om aandacht.
participation = { $answered } van de { $invited } mensen antwoordden ({ $percent } %), van { $partners } van de { $all } partners.
participation-without-roster = { $answered } mensen antwoordden, van { $partners } partners.
summary-caption = Gemiddelde per thema in de meting van { $day }, op een schaal van { $min } tot { $max }. Elke partner telt even zwaar.
theme = Thema
mean = Gemiddelde
interval-95 = 95%-interval
interval = { $low } tot { $high }
people = Mensen
partners = Partners
mean-with-n = { $mean } ({ $respondents ->
    [one] 1 mens
   *[other] { $respondents } mensen
} van { $partners ->
    [one] 1 partner
   *[other] { $partners } partners
})
too-few = te weinig antwoorden
hatched-is-too-few = gearceerd: te weinig antwoorden
event = gebeurtenis
questions-mark = meting
adjustment = bijstelling
themes-over-time = De thema's door de tijd
how-to-read-trend = De lijn is het gemiddelde van de partners; de band is het 95%-interval. Kijk naar het verloop: een klein verschil tussen twee metingen is vaak toeval.
trend-title = { $dimension } staat op { $mean } van { $max }
trend-title-too-few = { $dimension }: te weinig antwoorden
trend-subtitle = Gemiddelde van de partners, schaal { $min } tot { $max }, { $rounds ->
    [one] 1 meting
   *[other] { $rounds } metingen
}, met 95%-interval
show-table = Toon als tabel: { $figure }
all-rounds = alle metingen
round = Meting
rounds = Metingen
date = Datum
new-wording = nieuwe vraagstelling
spread-heading = Hoe de antwoorden liggen
spread-title = Zo liggen de antwoorden per thema
spread-subtitle = Alle antwoorden van de metingen { $rounds }, in delen van 10%
spread-almost-all = Bijna alle antwoorden: { $value } van { $max }
spread-high = { $max }, hoog is goed
mean-per-statement = Gemiddelde per stelling
neutral = Neutraal
reversed = omgekeerd gesteld
statement = Stelling
who-took-part = Wie deed mee
response-title = { $answered } van de { $invited } mensen deden mee
response-title-without-roster = { $answered } mensen deden mee
response-subtitle = Vol: antwoordde. Omlijnd: uitgenodigd. { $rounds ->
    [one] 1 meting
   *[other] { $rounds } metingen
}
answered = Antwoordden
invited = Uitgenodigd
unknown = onbekend
figure-scrolls = Figuur; schuif opzij als hij niet past
table-scrolls = Tabel; schuif opzij als hij niet past
how-we-count = Hoe wij tellen
method-in-short = Per mens nemen wij het gemiddelde van de vaste stellingen van een thema, als ten minste de helft is beantwoord. Daarvan nemen wij het gemiddelde per partner, en dan het gemiddelde van de partners. “Kan ik niet beoordelen” telt niet mee. Het interval volgt uit hoeveel mensen antwoordden en uit eerdere metingen.
method-link = Lees de hele methode
survey = Vragenlijst
version = versie { $version }
program = Programma
data-hash = Kenmerk van de gegevens
decimal-mark = ,
questions-changed = Vanaf meting { $round } stellen wij andere vragen.
questions-anew = De lijn begint opnieuw bij: { $themes }.
questions-in-part = De lijn loopt door, met een onderbreking, bij: { $themes }.
questions-end = De lijn houdt op bij: { $themes }.
state-other-questions = Meting { $round } stelt andere vragen dan die ervoor: die twee zijn niet te vergelijken.
state-not-compared = Meting { $round } is nog niet met de vorige vergeleken.
