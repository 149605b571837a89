# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

## Wat er aan een bestand ontbreekt
file-place = Regel { $line }, teken { $column }: { $problem }
file-syntax = dit is geen geldige TOML: kijk hier naar aanhalingstekens, haken en =
file-missing = "{ $key }" ontbreekt: verwacht { $expected }
file-wrong = "{ $key }" is { $found }: verwacht { $expected }
file-empty = "{ $key }" is leeg: verwacht { $expected }
file-unknown-key = onbekende sleutel "{ $key }"{ $hint }: verwacht een van { $known }
file-hint = { "" } (bedoelt u "{ $word }"?)
file-not-a-choice = "{ $key }" is "{ $found }": verwacht { $choices }{ $hint }
file-no-id = "{ $id }" kan geen korte naam zijn: verwacht letters, cijfers, - _ en ., hoogstens 40, met een letter of cijfer voorop
file-twice = { $what } "{ $id }" staat er twee keer: geef elk een eigen naam

## Wat er verwacht werd
expect-flag = true of false
expect-date = een datum zoals 2026-03-01
expect-text = een tekst per taal: {"{"} nl = "…", en = "…" {"}"}
expect-dutch = de Nederlandse tekst van "{ $key }"
expect-english = de Engelse vertaling van "{ $key }"
expect-table = een tabel
expect-table-named = een tabel [{ $key }]
expect-tables = een of meer keer [[{ $key }]]
expect-short-name = een korte naam zoals "{ $example }"
expect-threshold = een heel getal van 3 tot en met 10
expect-lowest = de laagste waarde, een heel getal
expect-highest = de hoogste waarde, een heel getal
expect-labels = een lijst van teksten, een per waarde
expect-dimension = de id van een [[dimension]]
expect-survey-dimension = de id van een thema uit de vragenlijst
expect-mirror = de id van de stelling die hetzelfde over de anderen vraagt
expect-block = "core", "beside" naast een lijn, "importance" van een thema, of de naam van een wisselend blok
expect-round = het nummer van een meting, vanaf 1
expect-cron = een cron-regel zoals "30 9 * * TUE"
expect-zone = een IANA-naam zoals "Europe/Amsterdam"
expect-working-days = een aantal werkdagen
expect-reminders = hoogstens twee aantallen werkdagen, zoals [3, 7]
expect-hours = een aantal uren
expect-survey = de id van een vragenlijst zoals "core-pulse"
expect-languages = een lijst van talen, ["nl", "en"]
expect-who-agreed = wie ermee instemde
expect-organisation = de naam van de organisatie
expect-person-name = de naam van de persoon
expect-mail = een mailadres
expect-phone = een telefoonnummer
expect-partner = de id van een [[partner]]
expect-seat = de id van de plek van deze persoon, zoals "P01-1"
expect-article = de id van een [[article]]
expect-scale = de naam van een [scales.…]
expect-owner = wie erop let
expect-said = wat de mensen aan tafel zeiden

## Vragenlijsten
file-threshold = drempel { $threshold } ligt niet tussen 3 en 10: minder dan 3 antwoorden zouden een persoon laten zien
file-scale = een schaal van { $min } tot { $max } heeft { $points } punten: verwacht 2 tot en met 11
file-scale-twice = [scale] en [scales.…] naast elkaar: geef elke schaal een naam
file-scales-differ = schaal "{ $name }" heeft andere waarden dan de eerste: een cijfer zou ze door elkaar halen
file-scale-unknown = schaal "{ $name }" bestaat niet: verwacht een van { $known }
file-labels = { $n } woorden bij de schaal in "{ $language }": verwacht { $expected }, een per waarde
file-labels-missing = vertaling ontbreekt: { $n } woorden bij de schaal in "{ $language }": verwacht { $expected }, een per waarde
file-no-dimension = [[dimension]] ontbreekt: een vragenlijst heeft er minstens een nodig
file-no-statement = [[statement]] ontbreekt: een vragenlijst heeft er minstens een nodig
file-mirror = mirror van "{ $id }" is "{ $mirror }": verwacht de id van een andere stelling
file-dimension-empty = thema "{ $id }" heeft geen stelling: voeg er een toe of haal het thema weg
file-dimension-unknown = thema "{ $id }" bestaat niet: verwacht een van { $known }
file-form-word = "{ $id }" is een woord van het antwoordformulier: kies een andere id
file-pin = pin_from_round is { $n }: verwacht het nummer van een meting, vanaf 1
file-pin-core = een kernstelling staat al in elke meting: haal pin_from_round weg of geef de stelling een blok
file-too-many-reminders = meer dan twee herinneringen: per meting krijgt niemand meer dan drie mails
file-reminder-order = herinnering na { $n } werkdagen: verwacht meer dan { $last }, elke later dan die ervoor
file-reminder-late = herinnering na { $n } werkdagen komt na het sluiten: de meting is { $window } werkdagen open
file-window = dit past niet: de meting van { $first } is nog open als de volgende begint op { $next }
file-hasty = metingen volgen elkaar binnen vier weken: vaker vragen maakt mensen moe
file-short-window = een meting van minder dan 10 werkdagen mist mensen met verlof
file-calm = uitnodigingen gaan het best op dinsdag tot en met donderdag, tussen 09:30 en 11:00
advice-reversed = omgekeerde stelling: die maakt fouten bij het antwoorden en geneest niets (Van Sonderen en anderen, 2013); draai de zin om
advice-and-or = "en/of" in een stelling: dan is niet te zeggen waarop iemand antwoordt; maak er één vraag van
advice-long = { $n } woorden in een stelling: hoogstens { $most } leest op een telefoon in één keer
advice-span = de inleiding vraagt naar { $span } dagen en er zitten { $between } tussen twee metingen: dezelfde tijd wordt dan twee keer gevraagd
advice-burden = { $n } antwoorden per persoon per jaar: meer dan { $most } vragen we niemand; vraag minder, of minder vaak
advice-how-many = { $n ->
    [one] een partner
   *[other] { $n } partners
}: "hoeveel van de andere partners" zegt pas iets vanaf vijf; vraag die stellingen hier op de schaal van eens en oneens
advice-no-line = thema "{ $id }" heeft geen lijn: of de bijstelling werkte, is dan niet te zien; verwacht iets van een thema met vaste stellingen
advice-behaviour = afspraak "{ $id }" gaat over gedrag en heeft geen eigen stelling: met een [[statement]] met article = "behaviour" is te zien of die leeft
file-value = "{ $found }": { $problem }
file-range = { $key } is { $n }: verwacht { $least } tot en met { $most }
schedule-field-count = een cron-regel heeft 5 velden (minuut uur dag maand weekdag) of 6 (seconden voorop); deze heeft er { $n }
schedule-weekday = weekdag "{ $weekday }" is een getal, en programma's verschillen over welke dag dat is: schrijf MON, TUE, WED, THU, FRI, SAT, SUN
schedule-syntax = geen cron-regel: { $said }
schedule-never = deze cron-regel noemt een datum die nooit komt
schedule-zone = onbekende tijdzone "{ $zone }": schrijf een IANA-naam zoals Europe/Amsterdam

## Samenwerkingen
file-survey-not-found = vragenlijst "{ $id }" is er niet: leg { $id }.toml naast dit bestand of in de map erboven, en controleer die
file-consent = antwoorden met naam kan alleen als elke partner dat vooraf goedvindt: "{ $id }" heeft geen consent_attributed_on
file-language = taal "{ $code }": verwacht "nl" of "en"
file-version = since { $day }: verwacht een dag voor wat de afspraak nu zegt, en elke dag maar een keer
file-left-early = left_on { $left } ligt voor joined_on { $joined }
file-no-partner = [[partner]] ontbreekt: een samenwerking heeft er minstens een nodig
file-mail = "{ $mail }" is geen mailadres: verwacht naam@domein
file-partner-unknown = partner "{ $id }" bestaat niet: voeg een [[partner]] met deze id toe
file-partnerless = een persoon zonder partner: voeg partner = "…" toe; alleen begeleiders en de stuurgroep kunnen zonder
file-seat-role = een persoon met een plek heeft role = "executive" of "practitioner" nodig
file-idle = een persoon zonder taak: geef een plek, of facilitator, steering of contact = true
file-too-many-own = hoogstens twee eigen stellingen: meer maakt de minuut van wie antwoordt te lang
file-statement-taken = stelling "{ $id }" staat al in de vragenlijst: kies een andere id
file-by-round = expected_by_round { $n }: verwacht een getal vanaf 1
file-article-unknown = afspraak "{ $id }" bestaat niet: voeg een [[article]] met deze id toe
file-review-early = review_on { $review } ligt niet na de aanpassing van { $on }
thing-article = afspraak
thing-partner = partner
thing-statement = stelling
thing-question = open vraag
thing-dimension = thema
thing-mail = mailadres
thing-seat = plek

## Mensen in een rekenblad
csv-broken = dit is geen CSV
csv-line-broken = deze regel is geen CSV
csv-column-missing = kolom "{ $column }" ontbreekt: verwacht een eerste regel met een of meer van { $columns }
csv-column-unknown = kolom "{ $column }" is onbekend: verwacht een of meer van { $columns }
csv-nobody = er staat niemand in dit bestand: verwacht onder de eerste regel een regel per persoon
csv-flag = { $column } "{ $found }": verwacht x of niets
csv-no-name = de naam ontbreekt
csv-mail = mail "{ $mail }": verwacht naam@domein
csv-mail-twice = mail "{ $mail }" staat al in een eerdere regel
csv-language = language "{ $code }": verwacht nl of en
csv-role = role "{ $code }": verwacht executive of practitioner
csv-seat = seat "{ $seat }": verwacht letters, cijfers en streepjes
csv-seat-needs = een persoon met een plek heeft een partner en een rol nodig
csv-seat-twice = plek "{ $seat }" staat al in een eerdere regel
csv-idle = een persoon zonder taak: geef een plek, of een x onder facilitator, steering of contact
csv-contact-needs = een contactpersoon heeft een partner nodig
csv-partner = partner "{ $found }" is onbekend: verwacht een van { $known }

## Wat inlezen verandert
change-added = nieuw: { $thing } { $id }
change-changed = anders: { $thing } { $id }
change-kept = blijft: { $thing } { $id }, niet meer in het bestand: { $reason }
thing-agreement = samenwerking
thing-confidentiality = vertrouwelijkheid
thing-person = persoon
thing-event = gebeurtenis
thing-adjustment = aanpassing
thing-erased = gewiste persoon
kept-confidentiality = wie wat ziet, verandert alleen als een tweede persoon dat goedkeurt
kept-partner = geef left_on om het te beëindigen
kept-person = zet iemand anders op de plek
kept-statement = de metingen houden haar; nieuwe metingen vragen haar ook
kept-event = strepen op de tijdlijn blijven staan
kept-adjustment = leg een volgende aanpassing vast
kept-article = leg een aanpassing vast
kept-adjusted = deze is sindsdien aangepast; begin met polsslag agreement export
kept-passed-on = wie hier zat, gaf de plek door; zet de collega in het bestand
kept-erased = iemand is op eigen wens gewist en komt niet terug; haal die persoon uit het bestand
no-seat = zonder plek
