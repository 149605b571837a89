# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

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
