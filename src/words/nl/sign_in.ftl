# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

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
capacity-seat = plek in de meting
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
