# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

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
