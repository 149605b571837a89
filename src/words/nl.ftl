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

## Afmelden
mail-choice-title = Welke mail wilt u krijgen?
mail-choice-intro = U krijgt mail van { $agreement }. Meedoen is vrijwillig.
mail-choice-legend = Ik wil
mail-choice-this-round = geen mail meer over deze meting
mail-choice-reminders = wel uitnodigingen, geen herinneringen
mail-choice-all = helemaal geen mail meer
mail-choice-send = Bewaar mijn keuze
mail-choice-done-title = Uw keuze is bewaard
error-no-choice = Kies welke mail u wilt krijgen.

## Foutpagina's
closed-title = Deze meting is gesloten
closed-text = Antwoorden kan niet meer. Over de uitkomsten krijgt u een aparte mail.
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
privacy-who-comment = Wat u in het open veld schrijft, leest de begeleider als genoeg mensen iets schreven. Die kan het daarna door elkaar, zonder uw naam of organisatie, laten zien aan iedereen die meedoet.
privacy-who-facilitator = De begeleider ziet hoeveel mensen per organisatie antwoordden, niet wie. Dat gebeurt alleen bij organisaties met ten minste 3 genodigden.
privacy-who-nobody = Niemand krijgt een lijst te zien van wie wat antwoordde, ook de beheerder niet.
privacy-kept-heading = Wat bewaren wij?
privacy-kept = Wij bewaren uw antwoorden met een code in plaats van uw naam, en alleen de dag waarop u antwoordde. Wij bewaren geen IP-adres en meten niet of u mail opent.
privacy-rights-heading = Uw rechten
privacy-rights = U mag uw gegevens opvragen of laten wissen. Bent u het ergens niet mee eens? Mail ons, of dien een klacht in bij de Autoriteit Persoonsgegevens.
privacy-contact-heading = Contact

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
mail-report-corrected = Dit is een correctie. Wat er anders is: { $what }
mail-report-attached = Het rapport zit als PDF bij deze mail.
mail-draft-subject = Concept van het trendrapport { $period } van { $agreement }
mail-draft-opening = Het concept van het trendrapport van { $agreement } over { $period } staat klaar. Kijk of alles klopt en stel het dan vast.
mail-draft-button = Bekijk het concept
mail-draft-next = Na het vaststellen krijgt de stuurgroep het rapport. De mensen die antwoordden zien op hetzelfde moment hun uitkomsten.
mail-report-link-is-secret = Wie deze link heeft, kan het rapport lezen. Deel hem alleen binnen de stuurgroep.
chat-round-opened = { $agreement }: meting { $round } is open tot en met { $day }. { $invited ->
    [one] 1 mens is
   *[other] { $invited } mensen zijn
} uitgenodigd.
chat-round-closed = { $agreement }: meting { $round } is gesloten. { $answered } van { $invited } mensen antwoordden.
chat-report-ready = { $agreement }: het trendrapport over { $period } staat klaar.
chat-link = Naar Polsslag

## Uw eigen pagina: keuzes, plaats doorgeven, gesprek vragen
answer-other-choices = Niet deze keer, minder mail, of niet de juiste persoon?
accessibility-link = Toegankelijkheid
thanks-more = Wilt u meer kwijt?
mail-choice-now = Nu geldt: { $choice }.
mail-choice-everything = gewoon alle mail
mail-choice-back = Naar uw keuzes
mail-choice-noted = Vanaf nu geldt: { $choice }.
language-choice-heading = Taal
language-choice-send = Voortaan in het Nederlands
language-choice-done = Voortaan krijgt u mail en pagina’s in het Nederlands.
hand-over-heading = Bent u niet de juiste persoon?
hand-over-link = Geef uw plaats door aan een collega
hand-over-title = Geef uw plaats door
hand-over-intro = Is een collega nu de juiste persoon? Dan gaat uw plaats over.
hand-over-link-dies = Uw eigen link om te antwoorden werkt daarna niet meer. Uw collega krijgt een nieuwe.
hand-over-facilitator = De begeleider krijgt bericht.
hand-over-other-domain = Heeft uw collega een ander mailadres dan uw organisatie gebruikt? Dan beslist eerst de begeleider.
hand-over-sheet = U hebt in deze meting al geantwoord. Als u uw plaats doorgeeft, worden die antwoorden gewist.
hand-over-name = Naam van uw collega
hand-over-mail = Mailadres van uw collega
hand-over-language = Taal van uw collega
hand-over-send = Geef mijn plaats door
hand-over-done-title = Uw plaats is doorgegeven
hand-over-done = { $name } krijgt nu de mail. Dank u wel voor uw bijdrage.
hand-over-waits-title = De begeleider kijkt mee
hand-over-waits = Wij vragen eerst de begeleider of { $name } uw plaats mag overnemen. Tot dan verandert er niets. Antwoordt u intussen nog, dan worden die antwoorden gewist zodra uw plaats overgaat.
error-hand-over-name = Vul de naam van uw collega in.
error-hand-over-mail = Vul een mailadres in, zoals naam@organisatie.nl.
error-hand-over-own = Dit is uw eigen mailadres. Vul dat van uw collega in.
error-hand-over-there = Deze collega doet al mee. Kies iemand anders.
error-hand-over-sheet = U hebt intussen geantwoord. Lees hieronder wat er met die antwoorden gebeurt en verstuur opnieuw.
confirm-title = Een plaats doorgeven
confirm-yes = Goed, geef de plaats door
confirm-no = Nee, niet doorgeven
confirm-done = De plaats van { $from } is doorgegeven aan { $name } ({ $mail }).
confirm-refused = De plaats van { $from } is niet doorgegeven aan { $name } ({ $mail }).
confirm-replaced = { $from } vroeg intussen iets anders dan doorgeven aan { $name } ({ $mail }). U hoeft niets te doen.
request-heading = Wilt u erover praten?
request-link = Vraag een gesprek of bezoek, of doe een voorstel
request-title = Waar wilt u over praten?
request-intro = Vraag een gesprek, kijk bij elkaar in de keuken, of doe een voorstel. Dat kan altijd, ook buiten een meting om.
request-not-confidential = Dit formulier is niet vertrouwelijk: de begeleider ziet uw naam en wat u schrijft. Past uw wens voor een bezoek bij die van een ander, dan krijgt u elkaars naam en mailadres. Uw antwoorden op stellingen blijven apart en vertrouwelijk.
request-kind = Wat wilt u?
request-kind-talk = Ik wil hierover praten
request-kind-visit-us = Kom bij ons in de keuken kijken
request-kind-visit-them = Wij willen graag op bezoek
request-kind-proposal = Ik heb een voorstel
request-with = Met wie?
request-with-facilitator = De begeleider, of wie maar wil
request-theme = Over welk thema?
request-theme-none = Geen vast thema
request-text = Wilt u iets toelichten?
request-text-hint = Bij een voorstel: wat merkt een inwoner ervan? Hoogstens 1000 tekens. Noem geen cliënten.
request-send = Verstuur
request-done-title = Wij gaan ermee aan de slag
request-done = De begeleider heeft uw vraag gekregen en neemt contact met u op.
request-matched = Iemand anders wil dit ook. U krijgt allebei een mail met elkaars naam en adres.
request-done-mail = U krijgt een mail ter bevestiging.
error-request-kind = Kies wat u wilt.
error-request-with = Kies bij welke partner u op bezoek wilt.
error-request-proposal = Schrijf in een paar zinnen wat u voorstelt.
error-request-too-long = Maak uw tekst korter: hoogstens 1000 tekens.
request-talk-facilitator = een gesprek met de begeleider
request-talk-partner = een gesprek met { $partner }
request-visit-us-anyone = de eigen keuken laten zien, aan wie maar wil
request-visit-us-partner = { $partner } ontvangen in de eigen keuken
request-visit-them = op bezoek bij { $partner }
request-proposal = een voorstel bespreken
request-about = { $request }, over { $theme }
too-often-title = Dit is vandaag al vaak gevraagd
too-often-text = Er is niets bewaard. Probeer het morgen nog eens, of mail de begeleider.

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
newcomer-pulse = Een paar keer per jaar vragen wij iedereen die meedoet hoe het gaat. Dat kost een paar minuten. Met de uitkomsten stellen wij de afspraken bij.
newcomer-articles = Onze afspraken
article-since = Zo afgesproken sinds { $day }
newcomer-no-trend = Er zijn nog geen uitkomsten gedeeld.
newcomer-adjustments = Wat wij al bijstelden

## Privacy en toegankelijkheid
privacy-general = Polsslag vraagt mensen in een samenwerking hoe het gaat. Elke samenwerking heeft een eigen pagina die zegt wie wat ziet; de link daarheen staat in elke mail en op elke pagina van die samenwerking.
privacy-who-open = Zolang een meting open is, ziet niemand uitkomsten: alleen hoeveel mensen gevraagd zijn en antwoordden.
privacy-who-request = Vraagt u om een gesprek of bezoek, of doet u een voorstel, dan ziet de begeleider uw naam. Wil iemand anders met u op bezoek, dan krijgt u elkaars naam en mailadres. Dat staat los van uw antwoorden.
privacy-why-heading = Waarom mag dit?
privacy-why = Wij meten om de samenwerking en de afspraken te verbeteren. Voor een gemeente hoort dat bij haar publieke taak (AVG artikel 6 lid 1 onder e), voor andere partners is het een gerechtvaardigd belang (onder f). Wij maken geen profiel van u en er wordt niets automatisch over u besloten.
privacy-responsible-heading = Wie is verantwoordelijk?
privacy-responsible = De partners samen (AVG artikel 26):
privacy-operator = { $name } voert de metingen voor hen uit en bewaart de gegevens.
privacy-operator-unknown = Wie de gegevens voor hen bewaart, zegt de begeleider u.
privacy-mail = Mail gaat via { $carrier }. Die ziet dat u mail krijgt, nooit wat u antwoordt.
privacy-mail-folder = Mail verlaat deze computer niet.
privacy-hook = Een chatprogramma krijgt alleen aantallen en een link, nooit een naam of een antwoord.
privacy-kept-answers = Antwoorden en uitkomsten: zolang de afspraken lopen.
privacy-kept-comments = Wat u in het open veld of bij een verzoek schreef: { $months } maanden.
privacy-kept-mail = Welke mail aan wie ging: { $days } dagen.
privacy-kept-people = Naam en mailadres van wie niet meer meedoet: { $days } dagen.
privacy-kept-nothing-else = Er zijn geen cookies en geen metingen van wat u aanklikt.
privacy-contact-general = Gebruik de link in uw mail, of schrijf naar de beheerder.
accessibility-title = Toegankelijkheid
accessibility-aim = Iedereen moet deze pagina’s kunnen gebruiken: met een toetsenbord, een schermlezer, een klein scherm, grote letters of zonder scripts. Wij volgen WCAG 2.2, niveau AA, en daarmee EN 301 549.
accessibility-state-heading = Hoe staat het ervoor?
accessibility-state = Bij elke wijziging controleert een programma alle pagina’s in een echte browser, en doorloopt het de vragenlijst met alleen een toetsenbord.
accessibility-checked = Mensen onderzochten de pagina’s voor het laatst op { $day }.
accessibility-unchecked = Een onderzoek met mensen is nog niet gedaan.
accessibility-known-heading = Wat nog niet goed is
accessibility-known = Figuren zijn tekeningen met een tabel eronder. Op een smal scherm schuift u een figuur opzij.
accessibility-report-heading = Werkt iets niet?
accessibility-report = Schrijf ons. Binnen twee weken krijgt u antwoord:
accessibility-report-reply = Antwoord op de mail die u van ons kreeg. Binnen twee weken krijgt u antwoord.

## Mail over uw eigen keuzes
mail-privacy = Wie ziet wat?
mail-finish-subject = Nog even afmaken: { $subject }
mail-finish-opening = U begon met antwoorden over { $agreement }. Wat u invulde, is bewaard. De rest kost nog even tijd.
mail-finish-effort = Antwoorden kan tot en met { $day }.
mail-finish-button = Maak uw antwoorden af
mail-introduced = { $from } gaf ons uw naam en droeg de plaats in de samenwerking aan u over.
mail-choice-noted-subject = Uw keuze voor mail van { $agreement }
mail-choice-noted-wrong = Was dit niet uw bedoeling? Dan kunt u hier anders kiezen.
mail-choice-noted-button = Kies opnieuw
mail-seat-passed-on-subject = U gaf uw plaats in { $agreement } door
mail-seat-passed-on = { $name } ({ $mail }) neemt uw plaats over. Uw link om te antwoorden werkt niet meer. Wat u in een open meting antwoordde, is gewist.
mail-seat-passed-on-wrong = Klopt dit niet? Antwoord dan meteen op deze mail.
mail-seat-received-subject = U neemt een plaats over in { $agreement }
mail-seat-received = Een paar keer per jaar vragen wij u hoe de samenwerking in { $agreement } gaat. Voor de volgende meting krijgt u een mail met een eigen link.
mail-seat-received-privacy = Uw antwoorden zijn vertrouwelijk. Lees wie wat ziet:
mail-seat-told-subject = { $agreement }: een plaats is doorgegeven
mail-seat-told = { $from } gaf de plaats door aan { $name } ({ $mail }).
mail-seat-told-file = U hoeft niets te doen. Schrijf de nieuwe naam bij de volgende wijziging ook in het bestand van de afspraken.
mail-seat-to-confirm-subject = { $agreement }: mag deze plaats worden doorgegeven?
mail-seat-to-confirm = { $from } wil de plaats doorgeven aan { $name } ({ $mail }). De organisatie gebruikt dat mailadres nog niet. Daarom vragen wij het u.
mail-seat-to-confirm-button = Bekijk en beslis
mail-seat-to-confirm-wait = Tot u beslist, verandert er niets.
mail-request-noted-subject = Uw vraag aan { $agreement }
mail-request-noted = U vroeg: { $request }. De begeleider heeft dit gekregen en neemt contact met u op.
mail-request-noted-apart = Dit staat los van uw antwoorden op de stellingen. Die blijven vertrouwelijk.
mail-request-told-subject = { $agreement }: iemand vraagt om een gesprek
mail-request-told = { $name } van { $partner } ({ $mail }) vraagt: { $request }.
mail-request-told-apart = Dit staat los van de antwoorden op stellingen; die ziet u niet.
mail-visit-matched-subject = { $agreement }: uw wens voor een bezoek past bij die van een ander
mail-visit-matched = { $name } van { $partner } ({ $mail }) wil dit: { $request }. Dat past bij wat u vroeg.
mail-visit-matched-next = Spreek samen een dag af. De begeleider denkt graag mee.

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
distribution-title = { $n ->
    [0] Bij geen van de { $statements } stellingen is de meerderheid het eens
   *[other] Bij { $n } van de { $statements } stellingen is de meerderheid het eens
}
distribution-subtitle = Meting van { $day }, { $answered } mensen. Het getal is het aantal antwoorden.
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

## Inloggen
sign-in-title = Inloggen
sign-in-lead = Voor begeleiders, stuurgroepleden, contactpersonen en beheerders. Vul uw mailadres in; u krijgt een mail met een link en een code.
sign-in-mail = Uw mailadres
sign-in-send = Stuur mij een mail
sign-in-elsewhere = Of met uw organisatie
sign-in-with = Inloggen met { $name }
sign-in-respondents = Vult u een meting in? Dan hebt u geen account nodig: gebruik de link uit uw uitnodiging.
sign-in-new-elsewhere = Wij kennen dit account van uw organisatie nog niet. Bevestig één keer met uw mailadres wie u bent; daarna logt u met één klik in.
sign-in-wait-title = Kijk in uw mail
sign-in-wait = Kennen wij dit adres, dan is er een mail onderweg. De link en de code daarin werken { $minutes } minuten. Leest u mail op een ander apparaat? Typ dan hier de code over.
sign-in-code = Code uit de mail
sign-in-code-hint = 8 cijfers
sign-in-code-send = Log in met deze code
sign-in-code-wrong = Deze code klopt niet of werkt niet meer. Kijk of u de nieuwste mail hebt.
sign-in-again = Vraag een nieuwe mail
sign-in-ready = Druk op de knop om in te loggen.
sign-in-now = Log in
sign-in-other-browser = Deze link is gevraagd in een andere browser. Open hem daar, of typ daar de code uit de mail.
sign-in-dead = Deze link werkt niet meer. Hij werkt één keer, en hoogstens { $minutes } minuten.
sign-out = Log uit
mail-sign-in-subject = Inloggen bij Polsslag
mail-sign-in-opening = U vroeg om in te loggen. Open deze link in dezelfde browser. Hij werkt één keer, en hoogstens { $minutes } minuten.
mail-sign-in-button = Log in
mail-sign-in-code = Leest u dit op een ander apparaat? Typ dan deze code op de pagina waar u om deze mail vroeg: { $code }
mail-sign-in-not-you = Vroeg u hier niet om? Dan hoeft u niets te doen.
mail-test-subject = Proefmail van Polsslag
mail-test-opening = Dit is een proefmail. Komt hij aan, dan werkt het versturen.
mail-test-address = Hij komt van { $address }.
mail-digest-subject = Deze week: { $agreement }
mail-digest-opening = Voor { $agreement } ligt er iets om naar te kijken.
mail-digest-button = Bekijk het
digest-signals = { $n ->
    [one] Er is 1 signaal dat er vorige week niet was.
   *[other] Er zijn { $n } signalen die er vorige week niet waren.
}
digest-requests = { $n ->
    [one] 1 verzoek wacht.
   *[other] { $n } verzoeken wachten.
}
digest-conversations = { $n ->
    [one] Komende week is er 1 gesprek.
   *[other] Komende week zijn er { $n } gesprekken.
}
digest-reviews = { $n ->
    [one] 1 bijstelling is toe aan terugkijken.
   *[other] { $n } bijstellingen zijn toe aan terugkijken.
}
forged-title = Dit formulier komt niet van ons
forged-text = Ga terug, laad de pagina opnieuw en probeer het nog eens.
not-yours-title = Deze pagina is niet voor u
not-yours-text = U hebt in deze samenwerking een andere rol. Klopt dat niet? Vraag het de beheerder.
elsewhere-title = Inloggen bij uw organisatie lukte niet
elsewhere-text = Probeer het opnieuw, of log in met uw mailadres.

## Eigen account
capacity-facilitator = begeleider
capacity-steering = stuurgroep
capacity-chair = voorzitter van de stuurgroep
capacity-contact = contactpersoon
capacity-operator = beheerder
desk-home-title = Uw samenwerkingen
desk-home-empty = Er zijn nog geen samenwerkingen.
account-title = Uw account
account-language-send = Toon pagina's in het Nederlands
sessions-title = Waar u bent ingelogd
sessions-caption = Open sessies
session-started = Begonnen
session-used = Laatst gebruikt
session-method = Hoe
session-action = Beëindigen
session-this = Dit is deze
session-end = Beëindig
session-factor = met tweede stap
session-by-link = link uit mail
session-by-code = code uit mail
session-by-oidc = via uw organisatie
session-by-demo = demonstratie
factor-title = Tweede stap bij inloggen
factor-on = Bij inloggen vragen wij een code uit uw app.
factor-off = U logt nu alleen met uw mail in. Met een app op uw telefoon is het veiliger.
factor-begin = Zet de tweede stap aan
factor-drop = Zet de tweede stap uit
factor-enrol-title = Tweede stap aanzetten
factor-enrol = Scan deze code met een app voor inlogcodes, of typ het geheim over. Vul daarna de code uit de app in.
factor-qr = Code om te scannen
factor-secret = Geheim om over te typen:
factor-give-title = Tweede stap
factor-give = Vul de code uit uw app in.
factor-code = Code uit de app (6 cijfers)
factor-send = Ga verder
factor-wrong = Deze code klopt niet. Elke code werkt één keer; wacht zo nodig op de volgende.
identities-title = Inloggen via uw organisatie
identity-drop = Maak los
nav-label = Onderdelen
nav-home = Samenwerkingen
nav-steering = Stand van zaken
nav-signals = Signalen
nav-response = Respons
nav-requests = Verzoeken
nav-conversations = Gesprekken
nav-adjustments = Bijstellingen
nav-meetings = Overleg
nav-agreement = Afspraken
nav-learning = Leren
nav-reports = Rapporten
nav-partner = Uw organisatie
nav-rounds = Metingen
nav-people = Mensen
nav-programs = Programma's
nav-approvals = Vier ogen
nav-operator = Beheer
nav-account = Uw account

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

## Bijstellingen
adjustments-title = Bijstellingen
adjustments-none = Er zijn geen bijstellingen.
adjustments-due = Nu terugkijken
adjustments-proposed = Voorstellen
adjustments-decided = Besloten, nog niet ingegaan
adjustments-in-force = Van kracht
adjustments-reviewed = Teruggekeken
adjustments-withdrawn = Ingetrokken
adjustments-back = Naar alle bijstellingen
adjustment-is-proposed = voorgesteld
adjustment-is-decided = besloten
adjustment-is-in-force = van kracht
adjustment-is-reviewed = teruggekeken
adjustment-is-withdrawn = ingetrokken
adjustment-propose = Stel een bijstelling voor
adjustment-lead = Zeg vooraf wat u ervan verwacht. Later houden we dat naast de uitkomsten.
adjustment-article = Welke afspraak verandert?
adjustment-title = Korte naam
adjustment-title-hint = Staat als merkje bij elke trend.
adjustment-new = Nieuwe tekst
adjustment-new-hint = De oude tekst staat er al; pas hem aan. Gewone taal, korte zinnen.
adjustment-why = Waarom
adjustment-dimension = Welk thema moet bewegen?
adjustment-expected-hint = Eén thema: waar u het eerst iets van merkt.
adjustment-direction = Welke kant op?
adjustment-by-round = Vóór welke meting?
adjustment-by-round-hint = Een nummer. Leeg: vóór de dag van terugkijken.
adjustment-review-on = Dag van terugkijken
adjustment-owner-label = Wie let erop?
adjustment-propose-send = Stel voor
adjustment-state = Stand
adjustment-proposed-on = Voorgesteld op
adjustment-decided-on = Besloten op
adjustment-in-force-on = Gaat in op
adjustment-agreed-by = Wie stemden in?
adjustment-agreed-by-hint = Bijvoorbeeld: alle partners, stuurgroep van vandaag.
adjustment-texts = Oude en nieuwe tekst
adjustment-to-article = Naar de afspraak
adjustment-to-signal = Naar het signaal
adjustment-expected-title = Wat we verwachten
adjustment-expected = { $theme }: { $direction }.
adjustment-expected-by = Vóór meting { $round }.
adjustment-decide-title = Besluit
adjustment-decide = Leg het besluit vast
adjustment-withdraw = Trek in
direction-up = hoger
direction-same = blijft gelijk
direction-down = lager
review-title = Terugkijken
review-early = De dag van terugkijken is nog niet geweest. Eerder mag ook.
review-choose = Wat doen we met de afspraak?
review-keep = houden zoals hij nu is
review-adjust-again = nog eens bijstellen
review-take-back = terugdraaien naar de oude tekst
review-said = Wat zeiden jullie erover?
review-send = Rond het terugkijken af
effect-title = Wat de metingen zeggen
effect-waits = Op { $day } zetten we de metingen naast de verwachting.
effect-no-round = Sinds deze bijstelling is er nog geen meting gesloten.
effect-higher = { $theme } is in meting { $to } aantoonbaar hoger dan in meting { $from }, de laatste ervóór.
effect-lower = { $theme } is in meting { $to } aantoonbaar lager dan in meting { $from }, de laatste ervóór.
effect-none = { $theme }: geen aantoonbare verandering tussen meting { $from } en meting { $to }.
effect-too-few = { $theme }: te weinig mensen antwoordden in meting { $from } én meting { $to } om iets te zeggen.
effect-size = Verschil: { $size } punt, bij { $people } mensen van { $partners } partners die beide keren antwoordden.
effect-size-interval = Verschil: { $size } punt (95%-interval { $low } tot { $high }), bij { $people } mensen van { $partners } partners die beide keren antwoordden.
effect-no-size = Hoeveel precies tonen we niet: dat zou te veel zeggen over te weinig mensen.
effect-as-expected = Dat past bij wat we vooraf verwachtten.
effect-not-as-expected = Dat is niet wat we vooraf verwachtten.
effect-caution = Dat kan door de bijstelling komen, maar ook door iets anders in dezelfde tijd.
effect-caution-named = Dat kan door de bijstelling komen, maar ook door wat er in dezelfde tijd gebeurde: { $what }.
events-title = Gebeurtenissen buiten de afspraken
events-none = Er zijn nog geen gebeurtenissen.
event-what = Wat gebeurde er?
event-hint = Bijvoorbeeld: nieuwe wethouder, subsidie stopt. Het staat als merkje bij elke trend.
event-on = Wanneer
event-send = Voeg toe

## De afspraken zelf
agreement-title = Onze afspraken
agreement-as-of = Zoals ze luiden op { $day }.
agreement-empty = Op die dag waren er nog geen afspraken.
agreement-partners = Wie doen mee
agreement-other-day = Een andere dag
agreement-day = Dag
agreement-show = Toon
agreement-changes = Wat is er veranderd?
agreement-file = Als bestand (TOML)
agreement-print = Afdrukken kan met uw browser: dan blijft alleen de tekst over.
article-since-by = Sinds { $day }. Ingestemd: { $who }.
article-more = Meer over { $id }
article-readings = Wat mensen ervan merken
article-readings-caption = Stellingen over deze afspraak
article-statement = Stelling
article-mean = Gemiddelde
article-round = Meting
article-not-asked = nog niet gevraagd
article-no-statements = Er zijn geen stellingen over deze afspraak.
article-signals = Signalen
article-no-signals = Geen signalen.
article-conversations = Gesprekken
article-adjustments = Bijstellingen
article-no-adjustments = Deze afspraak is nog niet bijgesteld.
article-versions = Hoe deze afspraak luidde
changes-title = Wat er veranderde
changes-between = Tussen { $from } en { $to }.
changes-none = Er veranderde niets.
changes-from = Van
changes-to = Tot
text-before = Eerst
text-after = Daarna
text-nothing = (niets)
reports-title = Rapporten
reports-archive = Archief
reports-drafts = Concepten
reports-no-draft = Er ligt geen concept klaar.
reports-make = Maak een concept van
reports-make-button = Maak het concept
report-correct = Corrigeer of trek links in
report-correct-nl = Wat is er anders? (Nederlands)
report-correct-en = Wat is er anders? (Engels, mag leeg blijven)
report-correct-button = Maak een correctie
report-revoke-why = Wie de link uit een mail heeft, kan dit rapport lezen. Trek alle links in als er een in verkeerde handen kwam; wie inlogt, kan het rapport blijven lezen.
report-revoke-button = Trek de links in
report-newer = Van dit rapport is een nieuwere versie. Lees die.
form-report = Rapport (PDF)
form-deck = Voor op het scherm (PDF)
form-external = Verantwoording (PDF)
form-workbook = Cijfers (Excel)
form-csv = Cijfers (CSV)
links-title = Verantwoording voor buitenstaanders
links-lead = Met een link leest een toezichthouder, financier of nieuw bestuurslid één pagina: het laatste vastgestelde rapport in het kort, zonder iets over één partner.
link-until = Link { $number }, werkt tot en met { $day }
link-revoke = Trek deze link in
link-make-until = Maak een link die werkt tot en met
link-make-button = Maak de link
link-made = De link is gemaakt. Hij staat hier één keer: kopieer hem nu.
draft-title = Concept: { $period }
draft-lead = Zo leest de stuurgroep het rapport. Na het vaststellen verandert het niet meer. De stuurgroep krijgt een mail en de mensen die antwoordden zien hun uitkomsten.
draft-stale = Sinds dit concept is er iets veranderd. Maak het opnieuw en kijk nog eens.
draft-release = Stel het rapport vast
draft-again = Maak het concept opnieuw
error-period = Kies een periode.
error-draft = Van deze periode is al een rapport vastgesteld. Maak in het archief een correctie.
error-no-report = Van deze periode is nog geen rapport vastgesteld: er is niets te corrigeren.
error-release = Het rapport is niet vastgesteld: de gegevens veranderden sinds u keek. Maak het concept opnieuw.
error-no-draft = Er is geen concept meer: iemand anders stelde het rapport net vast.
error-correction = Schrijf in het Nederlands wat er in de correctie anders is.
error-link-until = Kies een dag die nog komt.
reports-none = Er zijn nog geen rapporten.

## Leren
learning-title = Leren
learning-agenda = Leeragenda
learning-agenda-hint = Wat we te weten willen komen.
learning-no-questions = Er staan nog geen vragen.
learning-register = Lessen
learning-no-lessons = Er staan nog geen lessen.
learning-export = Lessen als bestand, zonder namen (CSV)
learning-add = Schrijf iets op
learning-kind = Wat is het?
learning-question = Een vraag om uit te zoeken
learning-lesson = Een les, ook als iets mislukte
learning-text = In gewone woorden
learning-text-hint = Zonder namen van mensen: dit kan buiten de samenwerking gelezen worden.
learning-article = Bij welke afspraak?
learning-no-article = Geen in het bijzonder
learning-send = Bewaar
learning-strike = Streep door
learning-restore = Zet terug
a-partner = een partner
error-names = Noem geen namen van mensen. Gevonden: { $names }.

## Stuurgroep
steering-title = Stand van zaken
steering-changed = Wat veranderde
steering-matters = Waarom het telt
steering-talk = Waarover praten
steering-adjustments = Lopende bijstellingen
steering-next = Volgende datum: { $day }.
steering-report = Naar het hele rapport
state-no-round = In deze periode sloot nog geen meting.
state-first = Meting { $round } is de eerste: er is nog niets om mee te vergelijken.
state-same = In meting { $round } is geen thema aantoonbaar veranderd.
state-higher = In meting { $round } { $higher ->
    [one] is 1 thema
   *[other] zijn { $higher } thema's
} aantoonbaar hoger en geen lager.
state-lower = In meting { $round } { $lower ->
    [one] is 1 thema
   *[other] zijn { $lower } thema's
} aantoonbaar lager en geen hoger.
state-both = In meting { $round } { $higher ->
    [one] is 1 thema
   *[other] zijn { $higher } thema's
} aantoonbaar hoger en { $lower ->
    [one] 1
   *[other] { $lower }
} lager.
state-signals = { $n ->
    [0] Er zijn geen signalen om te bespreken.
    [one] Er is 1 signaal om te bespreken.
   *[other] Er zijn { $n } signalen om te bespreken.
}
changed-mark = { $day }: { $title }
changed-nothing = Niets aantoonbaars.
matters-article = Het raakt de afspraak over { $kind }: “{ $text }”
talk-nothing = Niets dringends. Neem de tijd voor wat goed gaat.
talk-review = Terugkijken op de bijstelling “{ $title }” ({ $day }): houden, nog eens bijstellen of terugdraaien?
meetings-title = Overleg
meetings-lead = De agenda wordt gemaakt van de stand van zaken. Besluiten schrijft u tijdens het overleg op, op een scherm dat iedereen ziet.
meetings-past = Eerdere overleggen
meeting-on = Dag
meeting-begin = Begin een overleg
meeting-title = Overleg van { $day }
meeting-present = Wie zijn er
meeting-keep = Bewaar
meeting-decision = Besluit
meeting-decide = Leg vast
meeting-no-decision = Geen besluit.
meeting-to-adjustment = Naar de bijstelling
meeting-add = Nog een punt
meeting-point = Punt
meeting-add-send = Voeg toe
meeting-close = Sluit het verslag
meeting-reopen = Open het verslag weer
meeting-is-closed = Het verslag is gesloten.
agenda-review = Terugkijken: { $title }
agenda-review-why = De dag van terugkijken is er.
agenda-proposal = Voorstel: { $title }
agenda-quiet = Hoe gaat het, en wat willen we vasthouden?
pulse-link = Extra meting na een schok
pulse-title = Extra meting
pulse-lead = Gebeurt er iets ingrijpends? Vraag dan met hoogstens { $most } stellingen hoe het gaat. De meting gaat meteen uit en is { $days } werkdagen open. Ze staat los van de trend.
pulse-is-open = Er is een meting open. Wacht tot die sluit: niemand krijgt er twee tegelijk.
pulse-choose = Welke stellingen?
pulse-reason = Waarom nu?
pulse-reason-hint = Deelnemers lezen dit boven de stellingen.
pulse-send = Verstuur de extra meting
pulse-of = Extra meting van { $day }
pulse-open = Open tot en met { $day }.
pulse-figures = Uitkomsten per stelling
pulse-no-figures = Er zijn geen uitkomsten.

## Contactpersoon
partner-response = Antwoorden van uw organisatie
partner-round = Meting { $round }:
partner-people = Mensen van uw organisatie
partner-people-caption = Wie heeft welke rol
partner-people-hint = Klopt er iets niet? Wie een plek heeft, kan hem zelf overdragen; de rest regelt de beheerder.
partner-is-contact = (contactpersoon)
role-executive = bestuur en management
role-practitioner = uitvoering
consent-title = Antwoorden op naam van uw organisatie
consent-given = Uw organisatie stemde in op { $day }.
consent-none = Uw organisatie stemde niet in.
consent-give = Stem in namens onze organisatie
consent-take-back = Trek de instemming in
consent-hint = Alleen als alle partners instemmen, kan de samenwerking uitkomsten met de naam van een organisatie tonen, en dan nog pas na een besluit van twee mensen. Nooit met de naam van een mens.

## Beheer
back = Terug
choose = Kies …
operator-title = Beheer
operator-paused = versturen staat stil
operator-undecided = { $n ->
    [one] 1 bericht wacht op een besluit: zie polsslag outbox.
   *[other] { $n } berichten wachten op een besluit: zie polsslag outbox.
}
operator-agreements = Samenwerkingen
operator-agreement = Samenwerking
operator-partners = Partners
operator-seats = Plekken
operator-open-round = Open meting
operator-next-round = Volgende meting
operator-no-round = geen
operator-mail = Mail
operator-audit = Logboek
operator-import = Samenwerking inlezen
operator-file = Afsprakenbestand (TOML)
operator-file-hint = Wat er al is, blijft; wat het bestand anders zegt, verandert.
operator-try = Probeer eerst
operator-import-send = Lees in
operator-file-wrong = Het bestand klopt niet; er is niets veranderd
operator-nothing-changed = Er verandert niets
operator-would-change = Dit zou er veranderen
operator-changed = Dit is veranderd
people-title = Mensen
people-caption = Iedereen met een rol
people-name = Naam
people-mail = Mailadres
people-partner = Partner
people-parts = Rollen en plek
people-role = Rol
people-language = Taal
people-import = Lijst inlezen
people-import-lead = Een CSV-bestand met komma's of puntkomma's, in UTF-8 of zoals Excel het bewaart. Kolommen: { $columns }. Wie er niet in staat, blijft.
people-file = CSV-bestand
people-import-send = Lees in
people-file-wrong = Het bestand klopt niet; er is niemand ingelezen
people-line = Regel { $line }: { $problem }
people-sheets = Wat een voorganger in een open meting antwoordde, vervalt.
people-replace = Iemand anders op een plek
people-replace-hint = De oude link vervalt. Is er een meting open, dan krijgt de opvolger een uitnodiging.
people-seat = Plek
people-replace-send = Vervang
bounces-title = Mail die terugkwam
bounces-lead = Deze adressen bestaan niet meer. Zij krijgen geen mail tot u het adres verbetert of weer goed noemt.
bounce-clear = Dit adres is weer goed
person-access = Eigen gegevens
person-access-lead = Vraagt deze persoon om de eigen gegevens? Na deze knop krijgt die een mail met de weg erheen. U ziet de antwoorden niet.
person-access-send = Stuur de mail
person-access-sent = De mail is onderweg.
person-erase = Gegevens wissen
person-erase-lead = Naam, adres, antwoorden en verzoeken verdwijnen. Uitkomsten die al vastliggen, blijven. Dit kan niet terug.
person-erase-again = Typ het mailadres nog eens
person-erase-send = Wis alles van deze persoon
person-erased = De gegevens zijn gewist.
error-again = Dit is niet hetzelfde mailadres.
rounds-title = Metingen
rounds-next = De volgende metingen
rounds-no-next = Er is niets gepland.
rounds-paused = De metingen staan stil.
rounds-rehearsal = Wat er wanneer verstuurd wordt
rounds-rehearsal-hint = Aantallen per soort, hoogstens. Wie wanneer mail krijgt, ziet niemand.
rehearsal-when = Wanneer
rehearsal-kind = Wat
rehearsal-n = Hoogstens
rounds-pause = Zet metingen stil
rounds-resume = Laat metingen weer gaan
rounds-skip = Sla de volgende over
rounds-open = Open meting: { $round }
rounds-until = Open tot en met
rounds-extend = Verleng
rounds-cancel = Zeg deze meting af
rounds-caption = Laatste metingen
round-number = Nummer
round-state = Stand
round-opens = Opent
round-closes = Sluit
round-is-planned = gepland
round-is-open = open
round-is-closed = gesloten
round-is-shared = gedeeld
round-is-cancelled = afgezegd
round-is-skipped = overgeslagen
approvals-title = Vier ogen
approvals-lead = Wie wat ziet, en of alles weg mag, verandert pas als een tweede mens het goedkeurt.
approvals-none = Er wacht niets.
approval-confidential = Vertrouwelijk, vanaf { $threshold } antwoorden
approval-attributed = Op naam van organisaties, vanaf { $threshold } antwoorden
approval-deletion = Deze samenwerking met alles erin verwijderen
approval-own = U vroeg dit zelf: iemand anders moet het goedkeuren.
approval-yes = Keur goed
approval-no = Wijs af
approval-take-back = Trek in
approval-approved = Goedgekeurd.
approval-refused = Afgewezen.
approval-ask = Vraag een verandering aan
approval-mode = Wie ziet wat
mode-confidential = vertrouwelijk
mode-attributed = op naam van organisaties
approval-threshold = Vanaf hoeveel antwoorden
approval-why = Waarom
approval-send = Vraag aan
approval-ask-deletion = Vraag verwijdering aan
approval-deletion-hint = Maak eerst een reservekopie. Alles verdwijnt, ook antwoorden en rapporten.
approval-deletion-send = Vraag verwijdering aan
programs-title = Programma's
programs-lead = Programma's lezen uitkomsten en bijstellingen van deze ene samenwerking. De beschrijving staat op
program-tokens = Sleutels
program-label = Waarvoor
program-may = Mag
program-reads = lezen
program-reads-and-writes = lezen en adressen voor gebeurtenissen instellen
program-is-revoked = ingetrokken
program-revoke = Trek in
program-make = Nieuwe sleutel
program-may-write = Mag ook adressen voor gebeurtenissen instellen
program-make-send = Maak een sleutel
program-made = Bewaar deze sleutel nu: wij tonen hem één keer.
webhooks-title = Adressen voor gebeurtenissen
webhook-make = Nieuw adres
webhook-address = Adres
webhook-hint = Begint met https:// en is openbaar bereikbaar.
webhook-events = Laatste gebeurtenissen
webhook-end = Stop
webhook-make-send = Stel in
webhook-made = Met dit geheim zijn gebeurtenissen ondertekend. Bewaar het nu: wij tonen het één keer.
audit-title = Logboek
audit-holds = { $n ->
    [one] De keten van 1 regel klopt.
   *[other] De keten van { $n } regels klopt.
}
audit-broken = De keten breekt bij regel { $id }: daar is iets veranderd of weggehaald.
audit-bad-anchor = Het begin van het logboek is niet met onze sleutel ondertekend.
audit-export = Als bestand (CSV)
audit-caption = Laatste regels
audit-number = Nummer
audit-at = Wanneer
audit-who = Wie
audit-agreement = Samenwerking
audit-what = Wat
audit-about = Waarover
mail-counts = Berichten per soort
mail-kind = Soort
mail-state = Stand
mail-n = Aantal
mail-test = Proefmail
mail-test-send = Stuur mij een proefmail
mail-test-sent = De proefmail is onderweg.
doctor-title = Gegevens van het maildomein
doctor-lead = Kijkt wat ontvangers over ons domein te weten komen.
doctor-send = Kijk nu
doctor-caption = Gevonden
doctor-record = Gegeven
doctor-verdict = Oordeel
doctor-found = Wat er staat
doctor-advice = Wat te doen
doctor-good = goed
doctor-weak = te zwak
doctor-missing = ontbreekt
doctor-unknown = onbekend
kind-invitation = uitnodiging
kind-first-reminder = eerste herinnering
kind-second-reminder = tweede herinnering
kind-finish = verzoek om af te maken
kind-results = uitkomsten
kind-choice = bevestiging van mailkeuze
kind-seat = overdracht van een plek
kind-request = verzoek
kind-report = rapport
kind-data = eigen gegevens
kind-sign-in = inloggen
kind-test = proefmail
kind-digest = weekbericht
kind-chat = chatbericht
state-queued = wacht
state-claimed = onderweg
state-sent = verstuurd
state-refused = geweigerd
state-expired = te laat
state-dropped = niet meer nodig
state-ambiguous = onzeker

## Eigen gegevens
data-title = Uw eigen gegevens
data-link = Bekijk of bewaar wat wij van u hebben
data-lead = Hier staat alles wat wij van u bewaren in deze samenwerking, ook uw antwoorden. Alleen u krijgt dit te zien.
data-json = Bewaar als JSON
data-csv = Bewaar als CSV
data-gone = Alles laten wissen
data-gone-lead = Dat kan. Vraag het aan uw contact:
mail-data-subject = Uw gegevens bij { $agreement }
mail-data-opening = U vroeg om uw eigen gegevens. Achter deze link kunt u ze bewaren. Hij werkt twee dagen.
mail-data-button = Naar mijn gegevens
mail-data-only-you = Alleen u krijgt ze te zien. Stuur deze link niet door.

## Fouten in formulieren
error-text = Vul dit in, niet langer dan het veld toelaat.
error-when = Vul een dag en tijd in, zoals 2026-11-05 en 10:00.
error-kind = Kies een vorm.
error-article = Kies een afspraak.
error-dimension = Kies een thema.
error-direction = Kies een richting.
error-round = Vul een nummer in, of laat het leeg.
error-later-day = Vul een dag in die nog komt.
error-review-choice = Kies wat u met de afspraak doet.
error-seat = Kies een plek.
error-has-seat = Deze persoon heeft al een plek.
error-statements = Kies één tot zes stellingen.

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
pulse-too-near = Dat kan nu niet: er is al een meting open of gepland, metingen staan stil, of de vorige extra meting was minder dan vier weken geleden.
