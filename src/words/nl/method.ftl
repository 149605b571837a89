# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

## Methode
method-title = Zo meet Polsslag
method-statements-heading = De stellingen
method-statements = De stellingen zijn onze eigen woorden, gebouwd op bekende begrippen uit onderzoek naar vertrouwen tussen organisaties. Ze zijn niet wetenschappelijk gevalideerd.
method-scores-heading = Van antwoord naar cijfer
method-scores = Een omgekeerde stelling draaien wij om, zodat hoog altijd goed is. Iemand telt mee voor een thema als ten minste de helft van de vaste stellingen een antwoord op de schaal kreeg. “Kan ik niet beoordelen” en overslaan tellen niet mee.
method-equal-heading = Elke partner telt even zwaar
method-equal = Eerst nemen wij het gemiddelde per partner, dan het gewone gemiddelde van de partners. Een grote organisatie weegt dus niet zwaarder dan een kleine.
method-interval-heading = Hoe zeker is het?
method-interval = Het 95%-interval volgt uit de verschillen tussen partners, met de t-verdeling (aantal partners min één vrijheidsgraden). Bij één partner of bij gelijke partners is er geen interval.
method-hidden-heading = Wat wij niet laten zien
method-hidden = Een cijfer verschijnt alleen bij ten minste zoveel mensen als de drempel van de afspraken zegt, van ten minste { $partners } partners. Ook wie de antwoorden van de eigen organisatie kent, moet zoveel anderen overhouden. Cijfers hebben één decimaal. Een verdeling verschijnt vanaf { $answers } antwoorden, en alleen als zij naast het gemiddelde niemand verraadt. Een interval verschijnt vanaf { $interval } partners. Een gemiddelde vlak bij het eind van de schaal staat er als “≤” of “≥”.
method-trend-heading = Door de tijd
method-trend = Alleen de vaste stellingen vormen de lijn. Verandert de tekst van een stelling, dan breekt de lijn zichtbaar af. Na het sluiten van een meting verandert een cijfer niet meer.

# Signalen
no-signals = Er valt nu niets op.
signals-heading = Wat opvalt
signals-intro = Dit zijn punten om over te praten, geen oordelen. Gemiddeld is ongeveer één melding per jaar vals alarm.
and = { $first } en { $last }
all-themes = alle thema’s
signal-drop = { $partner } antwoordt sinds meting { $since } ongeveer { $size } punt lager dan eerst, vooral op { $theme } ({ $people } mensen).
signal-drop-unnamed = Een of meer partners antwoorden sinds meting { $since } lager dan eerst. Wie en hoeveel, blijft hier ongenoemd.
signal-conflict = { $partner } antwoorden sinds meting { $since } tegelijk lager dan eerst, ongeveer { $size } punt, vooral op { $theme } ({ $people } mensen bij de eerste).
signal-conflict-unnamed = Twee partners antwoorden sinds meting { $since } tegelijk lager dan eerst. Wie en hoeveel, blijft hier ongenoemd.
signal-erosion = In de hele samenwerking antwoorden mensen sinds meting { $since } ongeveer { $size } punt lager dan eerst op { $theme } ({ $people } mensen).
signal-polarisation = Sinds meting { $since } antwoorden mensen binnen partners verder uit elkaar dan eerst ({ $people } mensen).
signal-silence = Bij { $partner } antwoordt sinds meting { $since } ongeveer { $percent } procentpunt minder van de gevraagde mensen dan eerst ({ $people } { $people ->
    [one] mens antwoordde
   *[other] mensen antwoordden
}).
signal-silence-unnamed = Bij een of meer partners antwoorden sinds meting { $since } minder mensen dan eerst.
signal-gap-executives-higher = Bestuurders antwoorden op { $theme } gemiddeld { $size } punt hoger dan uitvoerders bij dezelfde partner ({ $people } mensen).
signal-gap-executives-lower = Bestuurders antwoorden op { $theme } gemiddeld { $size } punt lager dan uitvoerders bij dezelfde partner ({ $people } mensen).
signal-gap-mirror = Mensen geven de inzet van hun eigen organisatie gemiddeld { $size } punt meer dan die van de andere partners ({ $people } mensen).
signal-breakthrough = { $partner } antwoordt sinds meting { $since } ongeveer { $size } punt hoger dan eerst, vooral op { $theme } ({ $people } mensen).
signal-breakthrough-unnamed = Een of meer partners antwoorden sinds meting { $since } hoger dan eerst. Wie en hoeveel, blijft hier ongenoemd.
signal-breakthrough-all = In de hele samenwerking antwoorden mensen sinds meting { $since } ongeveer { $size } punt hoger dan eerst op { $theme } ({ $people } mensen).
signal-touches = Raakt de afspraken over: { $kinds }.
certainty-strong = Zekerheid: sterk
certainty-possible = Zekerheid: mogelijk
certainty-too-few = Zekerheid: te weinig gegevens
article-goal = doel en kompas
article-behaviour = gedrag
article-contact = contact bij onenigheid
article-decisions = besluiten
article-openness = openheid
article-stepping-in = instappen en blijven
article-daily-practice = dagelijks werk
article-changing-circumstances = veranderende omstandigheden
article-residents-voice = de stem van inwoners
article-learning = leren
article-accountability = verantwoording
prompt-general-1 = Wat is er in deze periode anders gegaan dan u hoopte?
prompt-general-2 = Welke afspraak helpt nu niet, en wat zou wel helpen?
prompt-silence-1 = Hoe gaat het bij u, los van de vragenlijst?
prompt-silence-2 = Wat zou antwoorden voor u de moeite waard maken?
prompt-conflict-1 = Wat ziet de ander niet van uw kant, en u niet van die van de ander?
prompt-conflict-2 = Bij wie gaat u deze maand in de keuken kijken?
prompt-polarisation-1 = Over welk onderwerp denken collega’s binnen één organisatie nu verschillend?
prompt-polarisation-2 = Wie hebben wij nog niet gehoord?
prompt-gap-1 = Wat ziet de een dat de ander nog niet ziet?
prompt-gap-2 = Welk voorbeeld uit het dagelijks werk laat het verschil zien?
prompt-breakthrough-1 = Wat ging er anders, en wie deed dat?
prompt-breakthrough-2 = Wat daarvan kunnen anderen overnemen?
change-higher = { $theme }: van { $before } naar { $now } ({ $people } mensen van { $partners } partners). Wie beide keren antwoordde, antwoordt aantoonbaar hoger.
change-lower = { $theme }: van { $before } naar { $now } ({ $people } mensen van { $partners } partners). Wie beide keren antwoordde, antwoordt aantoonbaar lager.
change-none = { $theme }: van { $before } naar { $now } ({ $people } mensen van { $partners } partners), geen aantoonbare verandering.
change-too-few = { $theme }: te weinig antwoorden om met de vorige meting te vergelijken.
multiples-title = Hoogst: { $high } ({ $highest }); laagst: { $low } ({ $lowest })
multiples-title-level = Alle { $themes } thema’s op één schaal
dots-title = Partners liggen op { $theme } het verst uiteen: { $low } tot { $high }
dots-title-few = { $partners } partners, elk een stip
dots-subtitle = { $day }, zonder namen; streep: alle partners samen; { $hidden } partners niet getoond
gap-title = Grootste verschil: { $theme }, bestuurders { $executives }, uitvoerders { $practitioners }
gap-title-none = Bestuurders en uitvoerders antwoorden gelijk
gap-subtitle = { $day }, n = { $executives } bestuurders en { $practitioners } uitvoerders, partners tellen even zwaar
groups-heading = Rollen en partners
executives = Bestuurders
practitioners = Uitvoerders
limits-label = grenzen van het toeval
method-groups-heading = Rollen en partners
method-groups = Bestuurders en uitvoerders staan naast elkaar als elke rol genoeg mensen van ten minste { $partners } partners heeft. Een partner is voor de stuurgroep een stip zonder naam, en alleen als niemand de verborgen partners kan terugrekenen: ook niet wie gemiddelde, verdeling en rollen combineert en de eigen antwoorden kent. Hoeveel mensen van een partner antwoordden, zien alleen facilitators, vanaf { $invited } gevraagde mensen.
method-change-heading = Wanneer is het anders?
method-change = Wij vergelijken mensen die in beide metingen antwoordden, per partner, met een gepaarde toets; over de thema’s samen mag { $percent } % van de gevonden verschillen toeval zijn. Anders staat er “geen aantoonbare verandering”. Een trend over jaren krijgt een p-waarde vanaf { $rounds } metingen.
method-signals-heading = Signalen
method-signals = Vanaf meting { $first } zoekt Polsslag naar wat opvalt tegenover het eigen verleden. Een model houdt rekening met wie er antwoordde, met het gewone op en neer van een partner en met wat iedereen tegelijk beweegt. Daaruit volgt een score; hoe hoog die moet zijn, bepalen { $replicates } gesimuleerde samenwerkingen met dezelfde partners, zetels en frequentie waarin niets gebeurt. Samen geven de meldingen zo ongeveer { $budget } vals alarm per jaar. Een verhaal is één episode: die sluit als het herstelt, of als het { $window } metingen zo is gebleven; dan volgt pas weer een signaal als het herstelt en terugkomt, of erger wordt.
method-kinds-heading = Soorten
method-kinds = Daling en doorbraak: het niveau van een partner verschuift. Conflict: twee partners dalen tegelijk. Erosie: iedereen zakt. Polarisatie: mensen binnen partners gaan uiteen, ook als het gemiddelde stilstaat. Stilte: mensen van een partner antwoorden minder dan zij zelf gewoon zijn. Kloof: bestuurders en uitvoerders antwoorden verschillend, of mensen zien de eigen inzet groter dan die van anderen. Doorbraak en kloof zijn nooit een melding, alleen een aandachtspunt.
method-named-heading = Zekerheid en namen
method-named = “Sterk” betekent dat de score ten minste { $excess } boven de drempel van een melding ligt, “mogelijk” dat het ook toeval kan zijn. Een partner wordt alleen aan een facilitator genoemd, met genoeg verschillende mensen voor en sinds het begin, en de grootte in stappen van { $step } punt. Anders staat er “een of meer partners”.
method-limits-heading = Wat niemand kan zien
method-limits = Een half punt verschil bij één kleine partner is niet snel te vinden, door niemand. Wie anders denkt en daarom zwijgt, is alleen zichtbaar als minder antwoorden. De simulaties lijken op echte samenwerkingen, maar zijn het niet.
method-reliability-heading = Meten de stellingen hetzelfde?
method-reliability = Alfa rekenen wij vanaf { $alpha } mensen, omega vanaf { $omega }, met van ieder het laatste volledige antwoord.
method-budget-heading = Hoeveel vals alarm mag
method-budget-caption = Valse episodes per samenwerking per jaar waarop de drempels zijn geijkt
signal = Signaal
level-alert = Melding
level-watch = Met aandachtspunten
kind-drop = Daling van een partner
kind-breakthrough = Doorbraak van een partner
kind-erosion = Erosie
kind-breakthrough-all = Doorbraak van iedereen
kind-polarisation = Polarisatie
kind-silence = Stilte
kind-gap = Kloof tussen rollen
kind-gap-mirror = Kloof tussen eigen en gezien
method-evaluation-heading = Hoe goed het werkt
method-evaluation = In elke rij { $replicates } gesimuleerde samenwerkingen van 15 partners met 2 tot 8 zetels, 24 maandelijkse metingen, tenzij anders vermeld. De Monte-Carlo-fout staat tussen haakjes.
method-evaluation-caption = Meldingen: vals alarm, en hoe vaak en hoe snel wrijving is gevonden
scenario = Scenario
false-a-year = Vals per jaar
found-within = Gevonden binnen { $rounds } { $rounds ->
    [one] meting
   *[other] metingen
}
median-delay = Mediaan van de vertraging
method-baselines = Ter vergelijking de vuistregels die vaak worden gebruikt, op dezelfde antwoorden.
method-baselines-caption = Vuistregels: valse episodes per jaar, en gevonden binnen drie metingen
rule = Regel
level-is-alert = Melding
level-is-watch = Aandachtspunt
