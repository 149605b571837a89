//! Mails to who signs in: a link and a code, a test. They belong to no agreement and no mailing list.

use chrono::{DateTime, Utc};

use super::{Envelope, Letterhead, finish, greeting};
use crate::delivery::mail::{Block, Mail, Party, fit_subject};
use crate::domain::language::Language;
use crate::domain::sign_in::LINK_MINUTES;
use crate::words::tr;

/// What a mail to an account needs.
#[derive(Debug, Clone)]
pub struct AccountLetter {
    /// Its unique name.
    pub name: String,
    /// The sender's address.
    pub from: String,
    /// Whose address it goes to.
    pub to: String,
    /// Their language.
    pub language: Language,
    /// Tells this installation's Message-IDs from another's.
    pub fingerprint: String,
    /// Now.
    pub date: DateTime<Utc>,
}

impl AccountLetter {
    fn mail(self, subject: &str, blocks: Vec<Block>) -> Mail {
        let domain = self.from.split_once('@').map_or("localhost", |(_, domain)| domain).to_owned();
        Mail {
            name: self.name,
            message_id_suffix: format!("{}@{domain}", self.fingerprint),
            in_reply_to: None,
            from: Party { name: "Polsslag".to_owned(), address: self.from },
            reply_to: None,
            to: Party { name: self.to.clone(), address: self.to },
            subject: fit_subject(subject),
            language: self.language,
            blocks,
            unsubscribe_url: None,
            list_id: None,
            return_path: None,
            date: self.date,
            attachments: Vec::new(),
        }
    }
}

/// A link and a code to sign in with.
pub fn sign_in(letter: AccountLetter, url: &str, code: &str) -> Mail {
    let language = letter.language;
    let t = |key: &str| tr(language, key, &[]);
    let spaced = format!("{} {}", &code[..4.min(code.len())], &code[4.min(code.len())..]);
    let blocks = vec![
        Block::Paragraph(tr(language, "mail-sign-in-opening", &[("minutes", LINK_MINUTES.into())])),
        Block::Action { label: t("mail-sign-in-button"), url: url.to_owned() },
        Block::Paragraph(tr(language, "mail-sign-in-code", &[("code", spaced.into())])),
        Block::Paragraph(t("mail-sign-in-not-you")),
    ];
    letter.mail(&t("mail-sign-in-subject"), blocks)
}

/// To see that mail arrives.
pub fn test_mail(letter: AccountLetter, base_url: &str) -> Mail {
    let language = letter.language;
    let blocks = vec![
        Block::Paragraph(tr(language, "mail-test-opening", &[])),
        Block::Paragraph(tr(language, "mail-test-address", &[("address", base_url.to_owned().into())])),
    ];
    letter.mail(&tr(language, "mail-test-subject", &[]), blocks)
}

/// How much there is for a facilitator to look at. Counts only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Todo {
    /// Signals that were not there the week before, or are louder.
    pub n_signals: usize,
    /// Requests that wait.
    pub n_requests: usize,
    /// Conversations in the coming week.
    pub n_conversations: usize,
    /// Adjustments that are due to be looked back at.
    pub n_reviews: usize,
}

impl Todo {
    /// Whether there is nothing at all.
    pub fn is_empty(self) -> bool {
        self == Todo::default()
    }

    /// The counts in sentences; those that are nought are left out.
    pub fn sentences(self, language: Language) -> Vec<String> {
        let counts = [
            ("digest-signals", self.n_signals),
            ("digest-requests", self.n_requests),
            ("digest-conversations", self.n_conversations),
            ("digest-reviews", self.n_reviews),
        ];
        let said = counts.into_iter().filter(|(_, n)| *n > 0);
        said.map(|(key, n)| tr(language, key, &[("n", n.into())])).collect()
    }
}

/// The week's counts, with a link to where they can be looked at.
pub fn digest(head: &Letterhead, envelope: Envelope, todo: Todo, url: &str) -> Mail {
    let language = envelope.language;
    let title = head.title.get(language).to_owned();
    let mut blocks = vec![
        Block::Paragraph(greeting(&envelope)),
        Block::Paragraph(tr(language, "mail-digest-opening", &[("agreement", title.clone().into())])),
    ];
    blocks.extend(todo.sentences(language).into_iter().map(Block::Paragraph));
    blocks.push(Block::Action { label: tr(language, "mail-digest-button", &[]), url: url.to_owned() });
    let subject = tr(language, "mail-digest-subject", &[("agreement", title.into())]);
    finish(head, envelope, subject, blocks, None)
}
