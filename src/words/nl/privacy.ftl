# Woorden in het Nederlands: taalniveau B1, u-vorm, korte zinnen.

## Privacy
privacy-title = Wie ziet wat
privacy-asks = { $agreement } vraagt u hoe de samenwerking gaat. Meedoen is vrijwillig. Wie niet meedoet, wordt nergens bij naam genoemd.
privacy-who-heading = Wie ziet wat?
privacy-who-comment = Wat u in het open veld schrijft, leest de begeleider als genoeg mensen iets schreven. Die kan het daarna door elkaar, zonder uw naam of organisatie, laten zien aan iedereen die meedoet.
privacy-who-facilitator = De begeleider ziet hoeveel mensen per organisatie antwoordden, niet wie. Dat gebeurt alleen bij organisaties met ten minste 4 genodigden, met de stand van gisteren, en niet precies als bijna niemand of bijna iedereen antwoordde.
privacy-who-nobody = Niemand krijgt een lijst te zien van wie wat antwoordde, ook de beheerder niet.
privacy-not-promised-heading = Wat wij niet kunnen beloven
privacy-not-promised = Wie het bestand met alle gegevens heeft, kan het lezen: dat is wie de computer beheert. Mensen praten met elkaar. En drie mensen bij één organisatie kennen elkaar: vertellen twee wat zij antwoordden, dan weet u meer over de derde.
privacy-kept-heading = Wat bewaren wij?
privacy-kept = Wij bewaren uw antwoorden met een code in plaats van uw naam, en alleen de dag waarop u antwoordde. Wij bewaren geen IP-adres en meten niet of u mail opent.
privacy-rights-heading = Uw rechten
privacy-rights = U mag uw gegevens opvragen of laten wissen. Bent u het ergens niet mee eens? Mail ons, of dien een klacht in bij de Autoriteit Persoonsgegevens.
privacy-contact-heading = Contact

## Privacy en toegankelijkheid
privacy-general = Polsslag vraagt mensen in een samenwerking hoe het gaat. Elke samenwerking heeft een eigen pagina die zegt wie wat ziet; de link daarheen staat in elke mail en op elke pagina van die samenwerking.
privacy-who-open = Zolang een meting open is, ziet niemand uitkomsten: alleen hoeveel mensen gevraagd zijn en tot en met gisteren antwoordden.
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
