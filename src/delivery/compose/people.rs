//! Mails about people's own wishes: which mail they get, a seat that passes on, what they ask for.

use super::{Addressing, Letterhead, finish, greeting};
use crate::delivery::mail::{Mail, MailPart, Party};
use crate::domain::language::Language;
use crate::domain::message::OptOut;
use crate::words::{Phrase, Word, choice, tr};

/// What a hand-over's mails say.
#[derive(Debug, Clone)]
pub struct HandedOver {
    /// Who passes the seat on.
    pub from: Party,
    /// The colleague.
    pub to: Party,
}

/// Which mail somebody chose to get: the last one, if they chose none.
pub fn choice_noted(head: &Letterhead, envelope: Addressing, chosen: OptOut) -> Mail {
    let language = envelope.language;
    let t = |word: Word| tr(language, word);
    let blocks = vec![
        MailPart::Paragraph(greeting(&envelope)),
        MailPart::Paragraph(tr(
            language,
            Phrase::MailChoiceNoted { choice: choice(language, chosen).into() },
        )),
        MailPart::Paragraph(t(Word::MailChoiceNotedWrong)),
        MailPart::Action { label: t(Word::MailChoiceNotedButton), url: envelope.unsubscribe_url.clone() },
    ];
    let subject = tr(language, Phrase::MailChoiceNotedSubject { agreement: head.title.get(language).into() });
    finish(head, envelope, subject, blocks, None)
}

/// To who passed a seat on.
pub fn seat_passed_on(head: &Letterhead, envelope: Addressing, about: &HandedOver) -> Mail {
    let language = envelope.language;
    let blocks = vec![
        MailPart::Paragraph(greeting(&envelope)),
        MailPart::Paragraph(tr(
            language,
            Phrase::MailSeatPassedOn {
                name: about.to.name.as_str().into(),
                mail: about.to.address.as_str().into(),
            },
        )),
        MailPart::Paragraph(tr(language, Word::MailSeatPassedOnWrong)),
    ];
    let subject =
        tr(language, Phrase::MailSeatPassedOnSubject { agreement: head.title.get(language).into() });
    finish(head, envelope, subject, blocks, None)
}

/// To who got a seat while no round is open.
pub fn seat_received(head: &Letterhead, envelope: Addressing, about: &HandedOver) -> Mail {
    let language = envelope.language;
    let blocks = vec![
        MailPart::Paragraph(greeting(&envelope)),
        MailPart::Paragraph(tr(language, Phrase::MailIntroduced { from: about.from.name.as_str().into() })),
        MailPart::Paragraph(tr(
            language,
            Phrase::MailSeatReceived { agreement: head.title.get(language).into() },
        )),
        MailPart::Small {
            text: tr(language, Word::MailSeatReceivedPrivacy),
            url: Some(head.privacy_url(language)),
        },
    ];
    let subject =
        tr(language, Phrase::MailSeatReceivedSubject { agreement: head.title.get(language).into() });
    finish(head, envelope, subject, blocks, None)
}

/// To a facilitator: a seat passed on.
pub fn seat_told(head: &Letterhead, envelope: Addressing, about: &HandedOver) -> Mail {
    let language = envelope.language;
    let blocks = vec![
        MailPart::Paragraph(greeting(&envelope)),
        MailPart::Paragraph(tr(
            language,
            Phrase::MailSeatTold {
                from: about.from.name.as_str().into(),
                name: about.to.name.as_str().into(),
                mail: about.to.address.as_str().into(),
            },
        )),
        MailPart::Paragraph(tr(language, Word::MailSeatToldFile)),
    ];
    let subject = tr(language, Phrase::MailSeatToldSubject { agreement: head.title.get(language).into() });
    finish(head, envelope, subject, blocks, None)
}

/// To a facilitator: may a seat pass on?
pub fn seat_to_confirm(head: &Letterhead, envelope: Addressing, about: &HandedOver, url: &str) -> Mail {
    let language = envelope.language;
    let t = |word: Word| tr(language, word);
    let blocks = vec![
        MailPart::Paragraph(greeting(&envelope)),
        MailPart::Paragraph(tr(
            language,
            Phrase::MailSeatToConfirm {
                from: about.from.name.as_str().into(),
                name: about.to.name.as_str().into(),
                mail: about.to.address.as_str().into(),
            },
        )),
        MailPart::Action { label: t(Word::MailSeatToConfirmButton), url: url.to_owned() },
        MailPart::Paragraph(t(Word::MailSeatToConfirmWait)),
    ];
    let subject =
        tr(language, Phrase::MailSeatToConfirmSubject { agreement: head.title.get(language).into() });
    finish(head, envelope, subject, blocks, None)
}

/// What a request's mails say.
#[derive(Debug, Clone)]
pub struct Requested {
    /// What was asked for, as [`crate::words::request`] says it.
    pub request: String,
    /// In the asker's own words; may be empty.
    pub text: String,
    /// Who asks.
    pub by: Party,
    /// Their organisation.
    pub partner: String,
}

impl Requested {
    /// Who asks for what, as a facilitator hears it.
    pub fn told(&self, language: Language) -> String {
        tr(
            language,
            Phrase::MailRequestTold {
                name: self.by.name.as_str().into(),
                partner: self.partner.as_str().into(),
                mail: self.by.address.as_str().into(),
                request: self.request.as_str().into(),
            },
        )
    }

    /// Who asks for what, as somebody hears it whose own wish it fits.
    pub fn matched(&self, language: Language) -> String {
        tr(
            language,
            Phrase::MailVisitMatched {
                name: self.by.name.as_str().into(),
                partner: self.partner.as_str().into(),
                mail: self.by.address.as_str().into(),
                request: self.request.as_str().into(),
            },
        )
    }
}

/// What somebody asked for, as a receipt.
pub fn request_noted(head: &Letterhead, envelope: Addressing, about: &Requested) -> Mail {
    let language = envelope.language;
    let mut blocks = vec![
        MailPart::Paragraph(greeting(&envelope)),
        MailPart::Paragraph(tr(language, Phrase::MailRequestNoted { request: about.request.clone().into() })),
    ];
    quote(&mut blocks, about);
    blocks.push(MailPart::Paragraph(tr(language, Word::MailRequestNotedApart)));
    let subject =
        tr(language, Phrase::MailRequestNotedSubject { agreement: head.title.get(language).into() });
    finish(head, envelope, subject, blocks, None)
}

/// To a facilitator: what somebody asked for.
pub fn request_told(head: &Letterhead, envelope: Addressing, about: &Requested) -> Mail {
    let language = envelope.language;
    let mut blocks =
        vec![MailPart::Paragraph(greeting(&envelope)), MailPart::Paragraph(about.told(language))];
    quote(&mut blocks, about);
    blocks.push(MailPart::Paragraph(tr(language, Word::MailRequestToldApart)));
    let subject = tr(language, Phrase::MailRequestToldSubject { agreement: head.title.get(language).into() });
    // An answer goes to who asked.
    let head = Letterhead { reply_to: Some(about.by.clone()), ..head.clone() };
    finish(&head, envelope, subject, blocks, None)
}

/// To somebody whose wish to visit found another's; `about` is the other's.
pub fn visit_matched(head: &Letterhead, envelope: Addressing, about: &Requested) -> Mail {
    let language = envelope.language;
    // Without their own words: those were for the facilitator.
    let blocks = vec![
        MailPart::Paragraph(greeting(&envelope)),
        MailPart::Paragraph(about.matched(language)),
        MailPart::Paragraph(tr(language, Word::MailVisitMatchedNext)),
    ];
    let subject =
        tr(language, Phrase::MailVisitMatchedSubject { agreement: head.title.get(language).into() });
    finish(head, envelope, subject, blocks, None)
}

fn quote(blocks: &mut Vec<MailPart>, about: &Requested) {
    if !about.text.is_empty() {
        blocks.push(MailPart::Paragraph(format!("“{}”", about.text)));
    }
}

/// The way to one's own data.
pub fn data_ready(head: &Letterhead, envelope: Addressing, url: &str) -> Mail {
    let language = envelope.language;
    let t = |word: Word| tr(language, word);
    let blocks = vec![
        MailPart::Paragraph(greeting(&envelope)),
        MailPart::Paragraph(t(Word::MailDataOpening)),
        MailPart::Action { label: t(Word::MailDataButton), url: url.to_owned() },
        MailPart::Paragraph(t(Word::MailDataOnlyYou)),
    ];
    let subject = tr(language, Phrase::MailDataSubject { agreement: head.title.get(language).into() });
    finish(head, envelope, subject, blocks, None)
}
