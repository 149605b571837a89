# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

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
