# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

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
