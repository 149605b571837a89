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

## Startpagina
home-title = Polsslag
home-lead = Polsslag meet hoe het gaat tussen organisaties die samen afspraken maakten.
home-use-link = Kreeg u een mail? Gebruik dan de link in die mail.
