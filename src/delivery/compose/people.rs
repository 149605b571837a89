//! Mails about people's own wishes: which mail they get, a seat that passes on, what they ask for.

use super::{Envelope, Letterhead, finish, greeting};
use crate::delivery::mail::{Block, Mail, Party};
use crate::domain::language::Language;
use crate::domain::message::OptOut;
use crate::words::{choice, tr};

/// What a hand-over's mails say.
#[derive(Debug, Clone)]
pub struct HandedOver {
    /// Who passes the seat on.
    pub from: Party,
    /// The colleague.
    pub to: Party,
}

impl HandedOver {
    fn sentence(&self, language: Language, key: &str) -> String {
        tr(
            language,
            key,
            &[
                ("from", self.from.name.clone().into()),
                ("name", self.to.name.clone().into()),
                ("mail", self.to.address.clone().into()),
            ],
        )
    }
}

fn subject(head: &Letterhead, language: Language, key: &str) -> String {
    tr(language, key, &[("agreement", head.title.get(language).to_owned().into())])
}

/// Which mail somebody chose to get: the last one, if they chose none.
pub fn choice_noted(head: &Letterhead, envelope: Envelope, chosen: OptOut) -> Mail {
    let language = envelope.language;
    let t = |key: &str| tr(language, key, &[]);
    let blocks = vec![
        Block::Paragraph(greeting(&envelope)),
        Block::Paragraph(tr(language, "mail-choice-noted", &[("choice", choice(language, chosen).into())])),
        Block::Paragraph(t("mail-choice-noted-wrong")),
        Block::Action { label: t("mail-choice-noted-button"), url: envelope.unsubscribe_url.clone() },
    ];
    let subject = subject(head, language, "mail-choice-noted-subject");
    finish(head, envelope, subject, blocks, None)
}

/// To who passed a seat on.
pub fn seat_passed_on(head: &Letterhead, envelope: Envelope, about: &HandedOver) -> Mail {
    let language = envelope.language;
    let blocks = vec![
        Block::Paragraph(greeting(&envelope)),
        Block::Paragraph(about.sentence(language, "mail-seat-passed-on")),
        Block::Paragraph(tr(language, "mail-seat-passed-on-wrong", &[])),
    ];
    let subject = subject(head, language, "mail-seat-passed-on-subject");
    finish(head, envelope, subject, blocks, None)
}

/// To who got a seat while no round is open.
pub fn seat_received(head: &Letterhead, envelope: Envelope, about: &HandedOver) -> Mail {
    let language = envelope.language;
    let blocks = vec![
        Block::Paragraph(greeting(&envelope)),
        Block::Paragraph(about.sentence(language, "mail-introduced")),
        Block::Paragraph(subject(head, language, "mail-seat-received")),
        Block::Small {
            text: tr(language, "mail-seat-received-privacy", &[]),
            url: Some(head.privacy_url(language)),
        },
    ];
    let subject = subject(head, language, "mail-seat-received-subject");
    finish(head, envelope, subject, blocks, None)
}

/// To a facilitator: a seat passed on.
pub fn seat_told(head: &Letterhead, envelope: Envelope, about: &HandedOver) -> Mail {
    let language = envelope.language;
    let blocks = vec![
        Block::Paragraph(greeting(&envelope)),
        Block::Paragraph(about.sentence(language, "mail-seat-told")),
        Block::Paragraph(tr(language, "mail-seat-told-file", &[])),
    ];
    let subject = subject(head, language, "mail-seat-told-subject");
    finish(head, envelope, subject, blocks, None)
}

/// To a facilitator: may a seat pass on?
pub fn seat_to_confirm(head: &Letterhead, envelope: Envelope, about: &HandedOver, url: &str) -> Mail {
    let language = envelope.language;
    let t = |key: &str| tr(language, key, &[]);
    let blocks = vec![
        Block::Paragraph(greeting(&envelope)),
        Block::Paragraph(about.sentence(language, "mail-seat-to-confirm")),
        Block::Action { label: t("mail-seat-to-confirm-button"), url: url.to_owned() },
        Block::Paragraph(t("mail-seat-to-confirm-wait")),
    ];
    let subject = subject(head, language, "mail-seat-to-confirm-subject");
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
    /// Who asks for what, as a key says it.
    pub fn sentence(&self, language: Language, key: &str) -> String {
        tr(
            language,
            key,
            &[
                ("name", self.by.name.clone().into()),
                ("partner", self.partner.clone().into()),
                ("mail", self.by.address.clone().into()),
                ("request", self.request.clone().into()),
            ],
        )
    }
}

/// What somebody asked for, as a receipt.
pub fn request_noted(head: &Letterhead, envelope: Envelope, about: &Requested) -> Mail {
    let language = envelope.language;
    let mut blocks = vec![
        Block::Paragraph(greeting(&envelope)),
        Block::Paragraph(tr(language, "mail-request-noted", &[("request", about.request.clone().into())])),
    ];
    quote(&mut blocks, about);
    blocks.push(Block::Paragraph(tr(language, "mail-request-noted-apart", &[])));
    let subject = subject(head, language, "mail-request-noted-subject");
    finish(head, envelope, subject, blocks, None)
}

/// To a facilitator: what somebody asked for.
pub fn request_told(head: &Letterhead, envelope: Envelope, about: &Requested) -> Mail {
    let language = envelope.language;
    let mut blocks = vec![
        Block::Paragraph(greeting(&envelope)),
        Block::Paragraph(about.sentence(language, "mail-request-told")),
    ];
    quote(&mut blocks, about);
    blocks.push(Block::Paragraph(tr(language, "mail-request-told-apart", &[])));
    let subject = subject(head, language, "mail-request-told-subject");
    // An answer goes to who asked.
    let head = Letterhead { reply_to: Some(about.by.clone()), ..head.clone() };
    finish(&head, envelope, subject, blocks, None)
}

/// To somebody whose wish to visit found another's; `about` is the other's.
pub fn visit_matched(head: &Letterhead, envelope: Envelope, about: &Requested) -> Mail {
    let language = envelope.language;
    // Without their own words: those were for the facilitator.
    let blocks = vec![
        Block::Paragraph(greeting(&envelope)),
        Block::Paragraph(about.sentence(language, "mail-visit-matched")),
        Block::Paragraph(tr(language, "mail-visit-matched-next", &[])),
    ];
    let subject = subject(head, language, "mail-visit-matched-subject");
    finish(head, envelope, subject, blocks, None)
}

fn quote(blocks: &mut Vec<Block>, about: &Requested) {
    if !about.text.is_empty() {
        blocks.push(Block::Paragraph(format!("“{}”", about.text)));
    }
}

/// The way to one's own data.
pub fn data_ready(head: &Letterhead, envelope: Envelope, url: &str) -> Mail {
    let language = envelope.language;
    let t = |key: &str| tr(language, key, &[]);
    let blocks = vec![
        Block::Paragraph(greeting(&envelope)),
        Block::Paragraph(t("mail-data-opening")),
        Block::Action { label: t("mail-data-button"), url: url.to_owned() },
        Block::Paragraph(t("mail-data-only-you")),
    ];
    let subject = subject(head, language, "mail-data-subject");
    finish(head, envelope, subject, blocks, None)
}
