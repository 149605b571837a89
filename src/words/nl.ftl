# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

## Overal
this-language = Nederlands
language = Taal
skip-to-content = Naar de inhoud
weekday-name = { $n ->
    [1] maandag
    [2] dinsdag
    [3] woensdag
    [4] donderdag
    [5] vrijdag
    [6] zaterdag
   *[7] zondag
}
month-name = { $n ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
month-short = { $n ->
    [1] jan
    [2] feb
    [3] mrt
    [4] apr
    [5] mei
    [6] jun
    [7] jul
    [8] aug
    [9] sep
    [10] okt
    [11] nov
   *[12] dec
}
quarter = { $quarter ->
    [1] eerste
    [2] tweede
    [3] derde
   *[4] vierde
} kwartaal van { $year }
who-sees-confidential = Uw antwoorden zijn vertrouwelijk. Wij tonen alleen uitkomsten van minstens { $threshold } mensen van minstens 3 organisaties samen.
who-sees-attributed = U antwoordt namens uw organisatie. De stuurgroep ziet de uitkomst van uw organisatie met naam, nooit uw eigen naam.
you-said = U zei:
we-did = Wij deden:
nothing-yet = nog niets

## Antwoordpagina
page-of = Vraag { $page } van { $pages }
answer-intro = { $agreement } vraagt hoe de samenwerking gaat. Dat duurt ongeveer { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}. Antwoorden kan tot en met { $day }.
answer-privacy-link = Wie ziet wat?
answer-or = of
answer-comment-hint = U mag dit leeg laten. Noem geen namen van personen of cliënten. Hoogstens 500 tekens.
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

## Afmelden
mail-choice-title = Welke mail wilt u krijgen?
mail-choice-intro = U krijgt mail van { $agreement }. Meedoen is vrijwillig.
mail-choice-legend = Ik wil
mail-choice-this-round = geen mail meer over deze meting
mail-choice-reminders = wel uitnodigingen, geen herinneringen
mail-choice-all = helemaal geen mail meer
mail-choice-send = Bewaar mijn keuze
mail-choice-done-title = Uw keuze is bewaard
mail-choice-done = Uw keuze geldt vanaf nu.
error-no-choice = Kies welke mail u wilt krijgen.

## Foutpagina's
closed-title = Deze meting is gesloten
closed-text = Antwoorden kan niet meer. U krijgt bericht zodra de uitkomsten er zijn.
not-found-title = Deze pagina is er niet
not-found-text = Klopt de link? Gebruik de link uit de laatste mail die u van ons kreeg.
outdated-title = Dit formulier is verouderd
outdated-text = Open de link uit uw mail opnieuw. Wat u eerder bewaarde, is er nog.
superseded-title = Dit formulier is al eerder verstuurd
superseded-text = Uw latere antwoorden blijven staan. Open de link uit uw mail om ze te bekijken of te wijzigen.
bad-form-title = Dit formulier klopt niet
bad-form-text = Er is niets bewaard. Open de link uit uw mail opnieuw en probeer het nog eens.
too-large-title = Dit is te veel tekst
too-large-text = Er is niets bewaard. Maak uw tekst korter en probeer het nog eens.
wrong-type-title = Deze vorm kennen wij niet
wrong-type-text = Er is niets bewaard. Gebruik het formulier op de pagina.
wrong-method-title = Dat kan hier niet
wrong-method-text = Open de pagina met de link uit uw mail.
too-many-title = Te veel pogingen
too-many-text = Wacht een minuut en probeer het nog eens met de link uit uw mail.
busy-title = Het is even te druk
busy-text = Er is niets bewaard. Probeer het over een minuut nog eens.
broken-title = Er ging iets mis bij ons
broken-text = Er is niets bewaard. Probeer het over een minuut nog eens.

## Privacy
privacy-title = Wie ziet wat
privacy-asks = { $agreement } vraagt u hoe de samenwerking gaat. Meedoen is vrijwillig. Wie niet meedoet, wordt nergens bij naam genoemd.
privacy-who-heading = Wie ziet wat?
privacy-who-comment = Wat u in het open veld schrijft, staat niet bij uw naam of organisatie.
privacy-who-facilitator = De begeleider ziet hoeveel mensen per organisatie antwoordden, niet wie. Dat gebeurt alleen bij organisaties met ten minste 3 genodigden.
privacy-who-nobody = Niemand krijgt een lijst te zien van wie wat antwoordde, ook de beheerder niet.
privacy-kept-heading = Wat bewaren wij?
privacy-kept = Wij bewaren uw antwoorden met een code in plaats van uw naam, en alleen de dag waarop u antwoordde. Wij bewaren geen IP-adres en meten niet of u mail opent.
privacy-rights-heading = Uw rechten
privacy-rights = U mag uw gegevens opvragen of laten wissen. Bent u het ergens niet mee eens? Mail ons, of dien een klacht in bij de Autoriteit Persoonsgegevens.
privacy-contact-heading = Contact
privacy-contact = { $name } beantwoordt uw vragen:

## Startpagina
home-title = Polsslag
home-lead = Polsslag meet hoe het gaat tussen organisaties die samen afspraken maakten.
home-use-link = Kreeg u een mail? Gebruik dan de link in die mail.

## Demo
demo-lead = Dit is een proefversie met verzonnen organisaties en mensen. Er gaat geen mail de deur uit.
demo-answer = Antwoord als de volgende deelnemer
demo-mailbox = Bekijk de { $n } nieuwste mails die zijn “verstuurd”
demo-reports = Trendrapporten
demo-open-round = Meting { $round } staat open tot en met { $day }: { $answered } van { $invited } mensen antwoordden.
demo-everyone-answered = Iedereen heeft geantwoord.
mailbox-title = Mails die zijn “verstuurd”
mailbox-caption = Nieuwste eerst
mailbox-to = Aan
mailbox-subject = Onderwerp
mailbox-date = Datum
mailbox-back = Terug naar de lijst
mailbox-text = Als platte tekst
mailbox-html = Zoals de meeste mensen het zien

## Mail
mail-greeting = Beste { $name },
mail-asking-subject = Hoe gaat het met { $agreement }?
mail-reminder-subject = Herinnering: { $subject }
mail-invitation-opening = Wij horen graag van u hoe de samenwerking in { $agreement } gaat.
mail-first-reminder-opening = Vorige week vroegen wij u hoe de samenwerking in { $agreement } gaat. Uw antwoord is nog welkom.
mail-second-reminder-opening = Dit is de laatste keer dat wij het vragen: hoe gaat de samenwerking in { $agreement } volgens u?
mail-previous = Met de uitkomsten van de vorige meting is dit gedaan: { $did }.
mail-effort = Het zijn { $statements ->
    [one] 1 stelling
   *[other] { $statements } stellingen
}. Dat kost u ongeveer { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}. Antwoorden kan tot en met { $day }.
mail-answer-button = Geef uw antwoord
mail-link-is-personal = Deze link is van u alleen. Stuur hem niet door.
mail-questions = Vragen? Antwoord op deze mail, dan leest { $name } hem.
mail-unsubscribe = Minder of geen mail? Kies het hier:
mail-results-subject = De uitkomsten van { $agreement }
mail-results-opening = De uitkomsten van de laatste meting zijn er.
mail-results-button = Bekijk de uitkomsten
mail-report-subject = Trendrapport { $period } van { $agreement }
mail-report-opening = Het trendrapport van { $agreement } over { $period } staat klaar. De eerste pagina vat alles samen.
mail-report-button = Open het rapport
mail-report-link-is-secret = Wie deze link heeft, kan het rapport lezen. Deel hem alleen binnen de stuurgroep.
chat-round-opened = { $agreement }: meting { $round } is open tot en met { $day }. { $invited ->
    [one] 1 mens is
   *[other] { $invited } mensen zijn
} uitgenodigd.
chat-round-closed = { $agreement }: meting { $round } is gesloten. { $answered } van { $invited } mensen antwoordden.
chat-report-ready = { $agreement }: het trendrapport over { $period } staat klaar.
chat-link = Naar Polsslag

## Trendrapport
report-heading = Trendrapport { $period }
in-short = In het kort
no-round-in-period = In deze periode is geen meting afgerond.
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
what-happened = Wat er gebeurde
event = gebeurtenis
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
answers-per-statement = Antwoorden per stelling
distribution-title = Zo liggen de antwoorden op de stellingen
distribution-subtitle = Meting van { $day }, { $answered } mensen. Het getal is het aantal antwoorden.
distribution-description = Gestapelde balken voor { $statements } stellingen: links oneens, rechts eens. De tabel bij deze figuur geeft alle aantallen.
neutral = Neutraal
cannot-judge-short = Kan niet oordelen
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
method-in-short = Per mens nemen wij het gemiddelde van de vaste stellingen van een thema, als ten minste de helft is beantwoord. Daarvan nemen wij het gemiddelde per partner, en dan het gemiddelde van de partners. “Kan ik niet beoordelen” telt niet mee. Het interval gebruikt de t-verdeling over de partners.
method-link = Lees de hele methode
csv-link = Alle cijfers als tabel (CSV)
survey = Vragenlijst
version = versie { $version }
program = Programma
data-hash = Kenmerk van de gegevens

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
prompt-trust-1 = Wanneer voelde u zich hier gesteund? En wanneer niet?
prompt-trust-2 = Welke toezegging ligt stil? Wat is nodig?
prompt-transparency-1 = Welk lastig onderwerp ligt nog niet op tafel?
prompt-transparency-2 = Wat had u graag eerder geweten?
prompt-commitment-1 = Wat betekent “instappen” voor u dit kwartaal?
prompt-commitment-2 = Wat maakt volop meedoen nu moeilijk?
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
changes-heading = Wat veranderde
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
