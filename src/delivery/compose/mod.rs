//! What each message says, from facts to blocks; the words are in `words`.

pub mod account;
pub mod people;

use chrono::{DateTime, NaiveDate, Utc};

use super::chat_hook::Notice;
use super::mail::{Attachment, Mail, MailPart, Party, fit_subject};
use crate::domain::confidentiality::Confidentiality;
use crate::domain::language::{Language, Text};
use crate::domain::message::MessageKind;
use crate::words::{Phrase, Word, day, tr, weekday, who_sees_what};

/// Everything that the mails of one agreement share.
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// What people call the agreement.
    pub title: Text,
    /// Its short name.
    pub agreement: String,
    /// The sender's address.
    pub from: String,
    /// The human who reads replies.
    pub reply_to: Option<Party>,
    /// Start of every link.
    pub base_url: String,
    /// Tells this installation's Message-IDs from another's.
    pub fingerprint: String,
}

impl Letterhead {
    fn domain(&self) -> &str {
        self.from.split_once('@').map_or("localhost", |(_, domain)| domain)
    }

    fn privacy_url(&self, language: Language) -> String {
        format!("{}/privacy/{}?lang={language}", self.base_url, self.agreement)
    }
}

/// One mail's own facts.
#[derive(Debug, Clone)]
pub struct Addressing {
    /// Its unique name.
    pub name: String,
    /// Who gets it.
    pub to: Party,
    /// Their language.
    pub language: Language,
    /// Unsubscribe address.
    pub unsubscribe_url: String,
    /// Now.
    pub date: DateTime<Utc>,
}

/// What an invitation or reminder is about.
#[derive(Debug, Clone)]
pub struct Asking {
    /// Invitation or which reminder.
    pub kind: MessageKind,
    /// Name of the invitation that a reminder follows.
    pub invitation_name: String,
    /// The personal link.
    pub answer_url: String,
    /// Statements to answer.
    pub n_statements: usize,
    /// Last day.
    pub closes_on: NaiveDate,
    /// Who sees what.
    pub confidentiality: Confidentiality,
    /// What was done with the previous round: `None` on the first round.
    pub previous: Option<Text>,
    /// Who gave us the person's name, on their first invitation after a hand-over.
    pub introduced_by: Option<String>,
}

/// Minutes that a survey takes, rounded up: four words a second over the page plus two and a half seconds a choice
/// comes to about eight seconds a statement. Source: experience rule A3.
pub fn minutes_to_answer(n_statements: usize) -> usize {
    (n_statements * 8 + 10).div_ceil(60)
}

/// An invitation or a reminder.
pub fn asking(head: &Letterhead, envelope: Addressing, asking: &Asking) -> Mail {
    let language = envelope.language;
    let title = head.title.get(language).to_owned();
    let question = tr(language, Phrase::MailAskingSubject { agreement: title.clone().into() });
    let (subject, opening) = match asking.kind {
        MessageKind::FirstReminder => (
            tr(language, Phrase::MailReminderSubject { subject: question.into() }),
            tr(language, Phrase::MailFirstReminderOpening { agreement: title.into() }),
        ),
        MessageKind::SecondReminder => (
            tr(language, Phrase::MailReminderSubject { subject: question.into() }),
            tr(language, Phrase::MailSecondReminderOpening { agreement: title.into() }),
        ),
        MessageKind::Finish => (
            tr(language, Phrase::MailFinishSubject { subject: question.into() }),
            tr(language, Phrase::MailFinishOpening { agreement: title.into() }),
        ),
        _ => (question, tr(language, Phrase::MailInvitationOpening { agreement: title.into() })),
    };
    let mut blocks = vec![MailPart::Paragraph(greeting(&envelope))];
    if let Some(from) = &asking.introduced_by {
        blocks.push(MailPart::Paragraph(tr(language, Phrase::MailIntroduced { from: from.clone().into() })));
    }
    if let Some(did) = &asking.previous {
        let did = did.get(language).trim_end_matches('.').to_owned();
        blocks.push(MailPart::Paragraph(tr(language, Phrase::MailPrevious { did: did.into() })));
    }
    blocks.push(MailPart::Paragraph(opening));
    let day = weekday(language, asking.closes_on).into();
    let effort = if asking.kind == MessageKind::Finish {
        Phrase::MailFinishEffort { day }
    } else {
        Phrase::MailEffort {
            statements: asking.n_statements.into(),
            minutes: minutes_to_answer(asking.n_statements).into(),
            day,
        }
    };
    blocks.push(MailPart::Paragraph(tr(language, effort)));
    let button =
        if asking.kind == MessageKind::Finish { Word::MailFinishButton } else { Word::MailAnswerButton };
    blocks.push(MailPart::Action { label: tr(language, button), url: asking.answer_url.clone() });
    blocks.push(MailPart::Paragraph(tr(language, Word::MailLinkIsPersonal)));
    blocks.push(MailPart::Small {
        text: who_sees_what(language, asking.confidentiality),
        url: Some(head.privacy_url(language)),
    });
    let in_reply_to = asking.kind.is_reminder().then(|| asking.invitation_name.clone());
    finish(head, envelope, subject, blocks, in_reply_to)
}

/// The results of a round, to everybody who was invited.
pub fn results(
    head: &Letterhead,
    envelope: Addressing,
    results_url: &str,
    outcome: Option<&crate::domain::round::Outcome>,
) -> Mail {
    let language = envelope.language;
    let title = head.title.get(language).to_owned();
    let subject = tr(language, Phrase::MailResultsSubject { agreement: title.into() });
    let t = |word: Word| tr(language, word);
    let mut blocks =
        vec![MailPart::Paragraph(greeting(&envelope)), MailPart::Paragraph(t(Word::MailResultsOpening))];
    match outcome {
        Some(outcome) => {
            blocks.push(MailPart::Paragraph(format!("{} {}", t(Word::YouSaid), outcome.said.get(language))));
            blocks.push(MailPart::Paragraph(format!("{} {}", t(Word::WeDid), outcome.did.get(language))));
        }
        None => blocks.push(MailPart::Paragraph(t(Word::ResultsNoOutcome))),
    }
    blocks.push(MailPart::Action { label: t(Word::MailResultsButton), url: results_url.to_owned() });
    finish(head, envelope, subject, blocks, None)
}

/// A report was released, to the steering group; with its PDF where the operator wants that.
///
/// Shape: `period` is its short name, for the file, and its name in words; `correction` says what a later version has
/// otherwise.
pub fn report_ready(
    head: &Letterhead,
    envelope: Addressing,
    period: &str,
    named: &str,
    report_url: &str,
    correction: Option<&Text>,
    pdf: Option<Vec<u8>>,
) -> Mail {
    let language = envelope.language;
    let title = head.title.get(language).to_owned();
    let subject = tr(
        language,
        Phrase::MailReportSubject { agreement: title.clone().into(), period: named.to_owned().into() },
    );
    let mut blocks = vec![
        MailPart::Paragraph(greeting(&envelope)),
        MailPart::Paragraph(tr(
            language,
            Phrase::MailReportOpening { agreement: title.into(), period: named.to_owned().into() },
        )),
    ];
    if let Some(what) = correction {
        let corrected = Phrase::MailReportCorrected { what: what.get(language).into() };
        blocks.push(MailPart::Paragraph(tr(language, corrected)));
    }
    if pdf.is_some() {
        blocks.push(MailPart::Paragraph(tr(language, Word::MailReportAttached)));
    }
    blocks.push(MailPart::Action { label: tr(language, Word::MailReportButton), url: report_url.to_owned() });
    blocks.push(MailPart::Paragraph(tr(language, Word::MailReportLinkIsSecret)));
    let name = format!("{}-{period}.pdf", head.agreement);
    let files = pdf.map(|bytes| Attachment { name, media_type: "application/pdf", bytes });
    Mail { attachments: files.into_iter().collect(), ..finish(head, envelope, subject, blocks, None) }
}

/// A report's draft waits for release, to a facilitator or the chair.
pub fn report_drafted(head: &Letterhead, envelope: Addressing, named: &str, draft_url: &str) -> Mail {
    let language = envelope.language;
    let (agreement, period) = (head.title.get(language), named);
    let subject =
        tr(language, Phrase::MailDraftSubject { agreement: agreement.into(), period: period.into() });
    let opening =
        tr(language, Phrase::MailDraftOpening { agreement: agreement.into(), period: period.into() });
    let blocks = vec![
        MailPart::Paragraph(greeting(&envelope)),
        MailPart::Paragraph(opening),
        MailPart::Action { label: tr(language, Word::MailDraftButton), url: draft_url.to_owned() },
        MailPart::Paragraph(tr(language, Word::MailDraftNext)),
    ];
    finish(head, envelope, subject, blocks, None)
}

fn greeting(envelope: &Addressing) -> String {
    tr(envelope.language, Phrase::MailGreeting { name: envelope.to.name.clone().into() })
}

fn finish(
    head: &Letterhead,
    envelope: Addressing,
    subject: String,
    mut blocks: Vec<MailPart>,
    in_reply_to: Option<String>,
) -> Mail {
    let language = envelope.language;
    // Nobody is told to ask themselves.
    if let Some(human) = head.reply_to.as_ref().filter(|human| **human != envelope.to) {
        blocks.push(MailPart::Paragraph(tr(
            language,
            Phrase::MailQuestions { name: human.name.clone().into() },
        )));
    }
    let privacy = head.privacy_url(language);
    let has_privacy =
        |block: &MailPart| matches!(block, MailPart::Small { url: Some(url), .. } if *url == privacy);
    if !blocks.iter().any(has_privacy) {
        blocks.push(MailPart::Small { text: tr(language, Word::MailPrivacy), url: Some(privacy) });
    }
    blocks.push(MailPart::Small {
        text: tr(language, Word::MailUnsubscribe),
        url: Some(envelope.unsubscribe_url.clone()),
    });
    let title = head.title.get(language).to_owned();
    Mail {
        name: envelope.name,
        message_id_suffix: format!("{}@{}", head.fingerprint, head.domain()),
        in_reply_to,
        from: Party { name: title, address: head.from.clone() },
        reply_to: head.reply_to.clone(),
        to: envelope.to,
        subject: fit_subject(&subject),
        language,
        blocks,
        unsubscribe_url: Some(envelope.unsubscribe_url),
        list_id: Some(format!("{}.{}", head.agreement, head.domain())),
        return_path: None,
        date: envelope.date,
        attachments: Vec::new(),
    }
}

/// A chat notice that a round opened or closed: counts only.
pub fn round_notice(
    language: Language,
    head: &Letterhead,
    opened: bool,
    number: u32,
    n_invited: usize,
    n_answered: usize,
    closes_on: NaiveDate,
) -> Notice {
    let title = head.title.get(language).to_owned();
    let text = if opened {
        tr(
            language,
            Phrase::ChatRoundOpened {
                agreement: title.into(),
                round: number.into(),
                invited: n_invited.into(),
                day: day(language, closes_on).into(),
            },
        )
    } else {
        tr(
            language,
            Phrase::ChatRoundClosed {
                agreement: title.into(),
                round: number.into(),
                invited: n_invited.into(),
                answered: n_answered.into(),
            },
        )
    };
    Notice { text, label: tr(language, Word::ChatLink), url: format!("{}/", head.base_url) }
}

/// A chat notice that a report is ready.
pub fn report_notice(language: Language, head: &Letterhead, period: &str) -> Notice {
    let title = head.title.get(language).to_owned();
    let text =
        tr(language, Phrase::ChatReportReady { agreement: title.into(), period: period.to_owned().into() });
    Notice { text, label: tr(language, Word::ChatLink), url: format!("{}/", head.base_url) }
}

/// A chat notice of the week's counts.
pub fn digest_notice(language: Language, head: &Letterhead, todo: account::Todo) -> Notice {
    let title = head.title.get(language).to_owned();
    let opening = tr(language, Phrase::MailDigestOpening { agreement: title.into() });
    let text = [vec![opening], todo.sentences(language)].concat().join(" ");
    let url = format!("{}/app/{}/signals", head.base_url, head.agreement);
    Notice { text, label: tr(language, Word::ChatLink), url }
}
