//! One mail: its headers, and plain text and HTML from the same blocks.

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use lettre::Message;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use sha2::{Digest, Sha256};

use crate::domain::language::Language;

/// A name and an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Shown name.
    pub name: String,
    /// Mail address.
    pub address: String,
}

/// One piece of a mail's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailPart {
    /// A paragraph.
    Paragraph(String),
    /// The one thing to do, with its address in full.
    Action {
        /// What the button says.
        label: String,
        /// Where it leads.
        url: String,
    },
    /// Small print with an address at its end.
    Small {
        /// What it says.
        text: String,
        /// Where it leads.
        url: Option<String>,
    },
}

/// A file that travels with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its file name: letters, digits, hyphens and a dot.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A mail, ready for any way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Unique name: the left half of its Message-ID, and its file name.
    pub name: String,
    /// Right half of every Message-ID: fingerprint and the sender's domain.
    pub message_id_suffix: String,
    /// Name of the message that this one follows up.
    pub in_reply_to: Option<String>,
    /// Who sends; its name is the agreement's.
    pub from: Party,
    /// The human who reads replies.
    pub reply_to: Option<Party>,
    /// The one recipient.
    pub to: Party,
    /// Calm, at most 70 characters.
    pub subject: String,
    /// Language of the body.
    pub language: Language,
    /// The body.
    pub blocks: Vec<MailPart>,
    /// Address that takes the one-click unsubscribe; missing on mail that is not bulk.
    pub unsubscribe_url: Option<String>,
    /// The agreement as a mailing list: its `List-Id` without brackets; missing on mail that is not bulk.
    pub list_id: Option<String>,
    /// Where what cannot be delivered comes back to; the sender's address unless it says otherwise.
    pub return_path: Option<String>,
    /// When it was written.
    pub date: DateTime<Utc>,
    /// Files that travel with it.
    pub attachments: Vec<Attachment>,
}

/// Longest subject. Source: experience rule E2.
pub const MAX_SUBJECT_CHARACTERS: usize = 70;

impl Mail {
    /// The Message-ID with its brackets.
    pub fn message_id(&self) -> String {
        self.id_of(&self.name)
    }

    fn id_of(&self, name: &str) -> String {
        format!("<{name}.{}>", self.message_id_suffix)
    }

    /// Headers beyond From, To, Reply-To, Subject, Date and Message-ID, in order.
    pub fn extra_headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = vec![
            ("Auto-Submitted", "auto-generated".to_owned()),
            ("X-Auto-Response-Suppress", "OOF, AutoReply".to_owned()),
            ("Content-Language", self.language.code().to_owned()),
        ];
        if let Some(list_id) = &self.list_id {
            headers.push(("List-Id", format!("<{list_id}>")));
        }
        if let Some(url) = &self.unsubscribe_url {
            headers.push(("List-Unsubscribe", format!("<{url}>")));
            headers.push(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
        }
        if let Some(first) = &self.in_reply_to {
            headers.push(("In-Reply-To", self.id_of(first)));
            headers.push(("References", self.id_of(first)));
        }
        headers
    }

    /// The plain text part.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            match block {
                MailPart::Paragraph(text) => out.push_str(text),
                MailPart::Action { label, url } => out.push_str(&format!("{label}:\n{url}")),
                MailPart::Small { text, url: Some(url) } => out.push_str(&format!("{text}\n{url}")),
                MailPart::Small { text, url: None } => out.push_str(text),
            }
            out.push_str("\n\n");
        }
        out.trim_end().to_owned() + "\n"
    }

    /// The HTML part: the same words and addresses, no image, no script, dark-mode-safe.
    pub fn html(&self) -> String {
        maud::html! {
            (maud::DOCTYPE)
            html lang=(self.language) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.subject) }
                    style { (maud::PreEscaped(include_str!("mail.css"))) }
                }
                body {
                    main {
                        @for block in &self.blocks {
                            @match block {
                                MailPart::Paragraph(text) => p { (text) },
                                MailPart::Action { label, url } => {
                                    p { a class="button" href=(url) { (label) } }
                                    p class="address" { (url) }
                                },
                                MailPart::Small { text, url: Some(url) } => {
                                    p class="small" { (text) br; a href=(url) { (url) } }
                                },
                                MailPart::Small { text, url: None } => p class="small" { (text) },
                            }
                        }
                    }
                }
            }
        }
        .into_string()
    }

    /// The whole message as bytes with CRLF line ends. The same mail gives the same bytes.
    ///
    /// Errors: a sentence, for an address or header that cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, String> {
        self.to_message().map(|message| message.formatted())
    }

    /// The whole message for SMTP, with its envelope.
    pub fn to_message(&self) -> Result<Message, String> {
        let mut builder = Message::builder()
            .from(mailbox(&self.from)?)
            .to(mailbox(&self.to)?)
            .subject(one_line(&self.subject))
            .date(self.date.into())
            .message_id(Some(self.message_id()));
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(mailbox(reply_to)?);
        }
        if let Some(address) = &self.return_path {
            let parsed = |text: &str| text.parse().map_err(|_| "the return address is not valid".to_owned());
            let envelope = Envelope::new(Some(parsed(address)?), vec![parsed(&self.to.address)?]);
            builder = builder.envelope(envelope.map_err(|error| error.to_string())?);
        }
        for (name, value) in self.extra_headers() {
            if value.contains(['\r', '\n']) {
                return Err(format!("header {name} has a line break"));
            }
            let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|error| error.to_string())?;
            builder = builder.raw_header(HeaderValue::new(name, value));
        }
        // Nobody whose words are in the body can know what separates its parts.
        let content = Sha256::digest(format!("{}\0{}\0{}", self.name, self.text(), self.html()));
        let body = MultiPart::alternative().boundary(HEXLOWER.encode(&content[..16]));
        let part = |kind: ContentType, text: String| SinglePart::builder().header(kind).body(text);
        let body = body
            .singlepart(part(ContentType::TEXT_PLAIN, self.text()))
            .singlepart(part(ContentType::TEXT_HTML, self.html()));
        if self.attachments.is_empty() {
            return builder.multipart(body).map_err(|error| error.to_string());
        }
        let mut all = MultiPart::mixed().boundary(HEXLOWER.encode(&content[16..])).multipart(body);
        for one in &self.attachments {
            let kind = ContentType::parse(one.media_type).map_err(|error| error.to_string())?;
            all = all
                .singlepart(lettre::message::Attachment::new(one.name.clone()).body(one.bytes.clone(), kind));
        }
        builder.multipart(all).map_err(|error| error.to_string())
    }
}

fn mailbox(party: &Party) -> Result<Mailbox, String> {
    // Nothing that could start another header leaves here, whatever came in.
    let name = one_line(&party.name);
    let address = party.address.parse().map_err(|_| "the address is not valid".to_owned())?;
    Ok(Mailbox::new(Some(name), address))
}

/// A text without anything that ends a line.
fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// Cuts a subject at a word, so that it stays within [`MAX_SUBJECT_CHARACTERS`].
pub fn fit_subject(subject: &str) -> String {
    if subject.chars().count() <= MAX_SUBJECT_CHARACTERS {
        return subject.to_owned();
    }
    let cut: String = subject.chars().take(MAX_SUBJECT_CHARACTERS - 1).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{cut}…")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn sample() -> Mail {
        Mail {
            name: "reminder-1-r2-s3-v1".into(),
            message_id_suffix: "abcd@polsslag.example".into(),
            in_reply_to: Some("invitation-r2-s3-v1".into()),
            from: Party { name: "Lindewaard Samen".into(), address: "polsslag@polsslag.example".into() },
            reply_to: Some(Party { name: "Mirjam".into(), address: "mirjam@x.example".into() }),
            to: Party { name: "Zoë Évers".into(), address: "zoe@x.example".into() },
            subject: "Herinnering: hoe gaat het?".into(),
            language: Language::Nl,
            blocks: vec![
                MailPart::Paragraph("Beste Zoë <b>,".into()),
                MailPart::Action { label: "Antwoord".into(), url: "https://x.example/a/t".into() },
                MailPart::Small { text: "Geen mail meer?".into(), url: Some("https://x.example/u/t".into()) },
            ],
            unsubscribe_url: Some("https://x.example/u/t".into()),
            list_id: Some("city.polsslag.example".into()),
            return_path: None,
            date: DateTime::UNIX_EPOCH,
            attachments: Vec::new(),
        }
    }

    #[test]
    fn a_mail_is_the_same_bytes_every_time_and_carries_its_headers() {
        let bytes = sample().to_bytes().expect("a good mail");
        assert_eq!(bytes, sample().to_bytes().expect("a good mail"));
        let text = String::from_utf8(bytes).expect("ascii");
        for line in [
            "Message-ID: <reminder-1-r2-s3-v1.abcd@polsslag.example>\r\n",
            "In-Reply-To: <invitation-r2-s3-v1.abcd@polsslag.example>\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "List-Unsubscribe: <https://x.example/u/t>\r\n",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
            "Content-Language: nl\r\n",
            "Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n",
        ] {
            assert!(text.contains(line), "{line} not in {text}");
        }
    }

    #[test]
    fn both_parts_say_the_same_and_html_is_escaped() {
        let (text, html) = (sample().text(), sample().html());
        assert_eq!(
            text,
            "Beste Zoë <b>,\n\nAntwoord:\nhttps://x.example/a/t\n\nGeen mail meer?\nhttps://x.example/u/t\n"
        );
        assert!(html.contains("Beste Zoë &lt;b&gt;,"));
    }

    #[test]
    fn nobody_can_smuggle_a_header_in_a_name() {
        let mut mail = sample();
        mail.to.name = "x\r\nBcc: everyone@x.example".into();
        mail.subject = "y\r\nBcc: everyone@x.example".into();
        let text = String::from_utf8(mail.to_bytes().expect("written")).expect("ascii");
        let headers = text.split("\r\n\r\n").next().expect("headers").to_lowercase();
        assert!(!headers.contains("\nbcc:"), "{headers}");
        assert!(headers.contains("subject: ybcc: everyone@x.example"), "{headers}");
    }

    #[test]
    fn a_file_travels_beside_the_words_on_every_way_out() {
        let file =
            Attachment { name: "a.pdf".into(), media_type: "application/pdf", bytes: b"%PDF-1.7".to_vec() };
        let mail = Mail { attachments: vec![file], ..sample() };
        let text = String::from_utf8(mail.to_bytes().expect("written")).expect("ascii");
        assert!(text.contains("multipart/mixed") && text.contains("multipart/alternative"), "{text}");
        assert!(text.contains("Content-Disposition: attachment; filename=\"a.pdf\""), "{text}");
        assert_eq!(mail.to_bytes(), mail.to_bytes());
    }

    #[test]
    fn long_subjects_are_cut_at_a_word() {
        let cut = fit_subject(&"samen ".repeat(20));
        assert!(cut.chars().count() <= 70 && cut.ends_with("samen…"), "{cut}");
    }
}
