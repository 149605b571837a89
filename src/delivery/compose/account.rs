//! Mails to who signs in: a link and a code, a test. They belong to no agreement and no mailing list.

use chrono::{DateTime, Utc};

use super::{Addressing, Letterhead, finish, greeting};
use crate::delivery::mail::{Mail, MailPart, Party, fit_subject};
use crate::domain::language::Language;
use crate::domain::sign_in::LINK_MINUTES;
use crate::words::{Phrase, Word, tr};

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
    fn mail(self, subject: &str, blocks: Vec<MailPart>) -> Mail {
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
    let t = |word: Word| tr(language, word);
    let spaced = format!("{} {}", &code[..4.min(code.len())], &code[4.min(code.len())..]);
    let blocks = vec![
        MailPart::Paragraph(tr(language, Phrase::MailSignInOpening { minutes: LINK_MINUTES.into() })),
        MailPart::Action { label: t(Word::MailSignInButton), url: url.to_owned() },
        MailPart::Paragraph(tr(language, Phrase::MailSignInCode { code: spaced.into() })),
        MailPart::Paragraph(t(Word::MailSignInNotYou)),
    ];
    letter.mail(&t(Word::MailSignInSubject), blocks)
}

/// To see that mail arrives.
pub fn test_mail(letter: AccountLetter, base_url: &str) -> Mail {
    let language = letter.language;
    let blocks = vec![
        MailPart::Paragraph(tr(language, Word::MailTestOpening)),
        MailPart::Paragraph(tr(language, Phrase::MailTestAddress { address: base_url.to_owned().into() })),
    ];
    letter.mail(&tr(language, Word::MailTestSubject), blocks)
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
            (self.n_signals, Phrase::DigestSignals { n: self.n_signals.into() }),
            (self.n_requests, Phrase::DigestRequests { n: self.n_requests.into() }),
            (self.n_conversations, Phrase::DigestConversations { n: self.n_conversations.into() }),
            (self.n_reviews, Phrase::DigestReviews { n: self.n_reviews.into() }),
        ];
        counts.into_iter().filter(|(n, _)| *n > 0).map(|(_, said)| tr(language, said)).collect()
    }
}

/// The week's counts, with a link to where they can be looked at.
pub fn digest(head: &Letterhead, envelope: Addressing, todo: Todo, url: &str) -> Mail {
    let language = envelope.language;
    let title = head.title.get(language).to_owned();
    let mut blocks = vec![
        MailPart::Paragraph(greeting(&envelope)),
        MailPart::Paragraph(tr(language, Phrase::MailDigestOpening { agreement: title.clone().into() })),
    ];
    blocks.extend(todo.sentences(language).into_iter().map(MailPart::Paragraph));
    blocks.push(MailPart::Action { label: tr(language, Word::MailDigestButton), url: url.to_owned() });
    let subject = tr(language, Phrase::MailDigestSubject { agreement: title.into() });
    finish(head, envelope, subject, blocks, None)
}
