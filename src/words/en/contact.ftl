# Words in English: short sentences, no jargon.

## Contact
partner-response = Answers of your organisation
partner-round = Round { $round }:
partner-people = People of your organisation
partner-people-caption = Who has which role
partner-people-hint = Is something wrong? Whoever has a seat can pass it on; the operator does the rest.
partner-is-contact = (contact)
role-executive = executive
role-practitioner = practitioner
consent-title = Answers in your organisation's name
consent-given = Your organisation consented on { $day }.
consent-none = Your organisation has not consented.
consent-give = Consent for our organisation
consent-take-back = Take the consent back
consent-hint = Only when all partners consent can the collaboration show readings with an organisation's name, and then only after two people decided so. Never with a person's name.
