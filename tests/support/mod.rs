//! A standing cast for journeys: a small agreement, a service in a folder of its own, a real server on a free port,
//! a real SMTP sink. The clock stands still until a test moves it.

pub mod attacker;
pub mod demo;
pub mod desk;
pub mod visitor;

use std::collections::BTreeMap;
use std::sync::mpsc;

use chrono::{DateTime, Utc};
use polsslag::app::Service;
use polsslag::app::agreement::import_agreement;
use polsslag::app::report::{make_report, release_report};
use polsslag::catalogue::{CORE_PULSE, agreement_file, survey_file};
use polsslag::clock::Clock;
use polsslag::config::{Config, SmtpConfig, SmtpSecurity, TransportConfig};
use polsslag::domain::agreement::Agreement;
use polsslag::domain::survey::Survey;
use polsslag::report::facts::Facts;
use polsslag::store::audit::Who;
use polsslag::store::report::Report;
use polsslag::web::{Site, server};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

pub fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

pub fn core_pulse() -> Survey {
    survey_file::parse("core-pulse.toml", CORE_PULSE).0.unwrap()
}

pub fn read_agreement(text: &str, survey: &Survey) -> Agreement {
    let (agreement, problems) = agreement_file::parse("test", text, &|_| Some(survey.clone()));
    agreement.unwrap_or_else(|| panic!("{problems:?}"))
}

pub fn city() -> Agreement {
    read_agreement(include_str!("../../surveys/samples/city.toml"), &core_pulse())
}

/// The first edition of the core pulse, as agreements of version 0.1 ask it.
pub fn first_edition() -> Survey {
    survey_file::parse("core-pulse.toml", include_str!("core-pulse-1.toml")).0.unwrap()
}

/// The core pulse with a full pulse in every round: one a quarter.
pub fn quarterly_pulse() -> Survey {
    let mut survey = core_pulse();
    survey.schedule.as_mut().unwrap().cron = "30 9 1-7 1,4,7,10 TUE".into();
    survey
}

/// An agreement of `n_partners` partners with `n_seats` seats each.
pub fn agreement_of(n_partners: usize, n_seats: usize) -> Agreement {
    let mut text = String::from(
        "id = \"test\"\ntitle = { nl = \"Proeftuin\", en = \"Test Garden\" }\npurpose.nl = \"Samen.\"\n\
         languages = [\"nl\", \"en\"]\ntime_zone = \"Europe/Amsterdam\"\nsurvey = \"core-pulse\"\n\
         [[person]]\nname = \"Fenna Facilitator\"\nmail = \"fenna@begeleiding.example\"\nfacilitator = true\n",
    );
    for p in 1..=n_partners {
        text += &format!(
            "[[partner]]\nid = \"P{p}\"\nname = \"Partner {p}\"\nkind = \"provider\"\njoined_on = 2020-01-01\n"
        );
        for s in 1..=n_seats {
            text += &format!(
                "[[person]]\nname = \"Persoon {p} {s}\"\nmail = \"persoon{s}@p{p}.example\"\nlanguage = \"{}\"\n\
                 partner = \"P{p}\"\nrole = \"{}\"\nseat = \"P{p}-{s}\"\n{}",
                if s == 2 { "en" } else { "nl" },
                if s == 1 { "executive" } else { "practitioner" },
                if s == 1 { "steering = true\ncontact = true\n" } else { "" },
            );
        }
    }
    read_agreement(&text, &core_pulse())
}

pub struct Cast {
    pub service: Service,
    pub clock: Clock,
    pub base: String,
    pub folder: tempfile::TempDir,
}

impl Cast {
    /// How many messages are in which state.
    pub async fn message_states(&self) -> Vec<(&'static str, usize)> {
        let counts = self.service.store.read("count", polsslag::store::outbox::count).await.unwrap();
        counts.into_iter().map(|(_, state, n)| (state.code(), n)).collect()
    }

    /// Imports an agreement file with the core pulse.
    pub async fn import(&self, file: Agreement, now: DateTime<Utc>) -> import_agreement::Imported {
        import_agreement::import(&self.service, file, core_pulse(), false, Who::Command, now).await.unwrap()
    }

    /// A service with an agreement, imported and planned at an instant, served on a free port.
    pub async fn start(
        agreement: Agreement,
        survey: Survey,
        now: DateTime<Utc>,
        change: impl FnOnce(&mut Config),
    ) -> Cast {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = tempfile::tempdir().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let mut config = Config::for_folder(folder.path(), port);
        change(&mut config);
        let service = Service::open(config).await.unwrap();
        import_agreement::import(&service, agreement, survey, false, Who::Command, now).await.unwrap();
        polsslag::app::round::advance_rounds::advance(&service, now).await.unwrap();
        let clock = Clock::manual(now);
        let site = Site::new(service.clone(), clock.clone(), false);
        tokio::spawn(server::serve(listener, site, std::future::pending()));
        Cast { service, clock, base: format!("http://127.0.0.1:{port}"), folder }
    }

    /// Moves the clock and lets rounds move on.
    pub async fn advance_to(&self, now: DateTime<Utc>) -> polsslag::app::round::advance_rounds::Advanced {
        self.clock.set(now);
        polsslag::app::round::advance_rounds::advance(&self.service, now).await.unwrap()
    }

    /// The facts of a period's report, today.
    pub async fn gather(&self, period: &str) -> Facts {
        let id = self.service.find_agreement("test").await.unwrap();
        let today = self.clock.now().date_naive();
        make_report::gather(&self.service, id, period.parse().unwrap(), today).await.unwrap()
    }

    /// Drafts and releases a period's report.
    pub async fn release(&self, period: &str) -> Report {
        let (id, now) = (self.service.find_agreement("test").await.unwrap(), self.clock.now());
        let period = period.parse().unwrap();
        let draft =
            release_report::make_draft(&self.service, id, period, None, Who::Command, now).await.unwrap();
        let seen = draft.seen();
        release_report::release(&self.service, id, period, &seen, Who::Command, now).await.unwrap()
    }

    /// Sends everything that is due.
    pub async fn send_all(&self) -> usize {
        use polsslag::app::messages::send_messages::{Sent, send_next_mail};
        let mut transport =
            polsslag::delivery::MailTransport::new(&self.service.config.mail, self.service.config.mail_dir())
                .unwrap();
        let mut n = 0;
        while send_next_mail(&self.service, &mut transport, self.clock.now()).await.unwrap() != Sent::Nothing
        {
            n += 1;
        }
        n
    }

    /// Every mail in the folder, by name.
    pub fn mails(&self) -> BTreeMap<String, String> {
        let mut mails = BTreeMap::new();
        for entry in std::fs::read_dir(self.service.config.mail_dir()).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            mails.insert(name, unfold(&std::fs::read_to_string(path).unwrap()));
        }
        mails
    }
}

/// A client that follows nothing by itself.
pub fn browser() -> reqwest::Client {
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap()
}

/// Undoes quoted-printable soft breaks, so that links can be read.
pub fn unfold(mail: &str) -> String {
    mail.replace("=\r\n", "").replace("=3D", "=")
}

/// The personal link in a mail.
pub fn answer_path(mail: &str) -> String {
    let start = mail.find("/a/").unwrap_or_else(|| panic!("no link in {mail}"));
    mail[start..].chars().take(3 + 27).collect()
}

/// The hidden field of a form.
pub fn form_mark(page: &str) -> String {
    let start = page.find("name=\"form\" value=\"").unwrap_or_else(|| panic!("no form in {page}")) + 19;
    page[start..].chars().take_while(|c| *c != '"').collect()
}

/// The names of a form's radio groups, in order.
pub fn radio_names(page: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in page.split("type=\"radio\"").skip(1) {
        let name: String = part.split("name=\"").nth(1).unwrap().chars().take_while(|c| *c != '"').collect();
        if names.last() != Some(&name) {
            names.push(name);
        }
    }
    names
}

/// A form body with one value for every radio group of a page.
pub fn fill(page: &str, value: &str) -> String {
    let mut body = format!("form={}", form_mark(page));
    for name in radio_names(page) {
        body += &format!("&{name}={value}");
    }
    body
}

/// Answers every page behind a link with one value; gives how many pages there were.
pub async fn answer_all(client: &reqwest::Client, base: &str, path: &str, value: &str) -> usize {
    let mut next = path.to_owned();
    for n in 1.. {
        let page = client.get(format!("{base}{next}")).send().await.unwrap().text().await.unwrap();
        let post = client.post(format!("{base}{path}")).header(FORM.0, FORM.1).body(fill(&page, value));
        let reply = post.send().await.unwrap();
        assert_eq!(reply.status(), 303, "{path}");
        next = reply.headers()["location"].to_str().unwrap().to_owned();
        if next.contains("/thanks") {
            return n;
        }
    }
    unreachable!()
}

pub const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

fn base64(text: &str) -> String {
    data_encoding::BASE64.encode(text.as_bytes())
}

/// A real SMTP server that keeps what it gets and tells of each message it accepts.
pub struct SmtpSink {
    pub port: u16,
    pub accepted: mpsc::Receiver<String>,
    senders: std::sync::Arc<std::sync::Mutex<Vec<String>>>,
}

impl SmtpSink {
    /// Starts on a thread of its own, so that it outlives any runtime of a test.
    pub fn start() -> SmtpSink {
        SmtpSink::start_with(|_| "250 kept\r\n")
    }

    /// As [`SmtpSink::start`]; `verdict` says what is answered after a message's final dot.
    pub fn start_with(verdict: fn(&str) -> &'static str) -> SmtpSink {
        let (tell, accepted) = mpsc::channel();
        let (tell_port, port) = mpsc::channel();
        let senders = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
        let kept = std::sync::Arc::clone(&senders);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
                tell_port.send(listener.local_addr().unwrap().port()).unwrap();
                loop {
                    let Ok((stream, _)) = listener.accept().await else { continue };
                    tokio::spawn(converse(stream, tell.clone(), verdict, std::sync::Arc::clone(&kept)));
                }
            });
        });
        SmtpSink { port: port.recv().unwrap(), accepted, senders }
    }

    pub fn transport(&self) -> TransportConfig {
        TransportConfig::Smtp(SmtpConfig {
            host: "127.0.0.1".into(),
            port: self.port,
            security: SmtpSecurity::Loopback,
            login: None,
            extra_root_pem: None,
        })
    }

    /// The sender of every envelope so far.
    pub fn senders(&self) -> Vec<String> {
        self.senders.lock().unwrap().clone()
    }

    /// Everything accepted so far.
    pub fn take(&self) -> Vec<String> {
        self.accepted.try_iter().collect()
    }
}

async fn converse(
    stream: tokio::net::TcpStream,
    tell: mpsc::Sender<String>,
    verdict: fn(&str) -> &'static str,
    senders: std::sync::Arc<std::sync::Mutex<Vec<String>>>,
) {
    stream.set_nodelay(true).unwrap();
    let mut stream = BufReader::new(stream);
    if stream.write_all(b"220 sink.test ESMTP\r\n").await.is_err() {
        return;
    }
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
            return;
        }
        let word: String = line.chars().take(4).collect::<String>().to_uppercase();
        if word == "MAIL" {
            let sender = line.split(['<', '>']).nth(1).unwrap_or_default();
            senders.lock().unwrap().push(sender.to_owned());
        }
        let reply = match word.as_str() {
            "EHLO" => "250-sink.test\r\n250-AUTH XOAUTH2\r\n250 SIZE 1000000\r\n",
            // A token that holds says so; any other is refused as Exchange does, with a challenge first.
            "AUTH" if line.contains(&base64("user=u\u{1}auth=Bearer good\u{1}\u{1}")) => "235 welcome\r\n",
            "AUTH" => "334 eyJzdGF0dXMiOiI0MDEifQ==\r\n",
            "" | "\r\n" => "535 5.7.3 no\r\n",
            "RCPT" if line.contains("refused@") => "550 no such mailbox\r\n",
            "RCPT" if line.contains("later@") => "451 try again\r\n",
            "DATA" => {
                if stream.write_all(b"354 go on\r\n").await.is_err() {
                    return;
                }
                let mut message = Vec::new();
                while !message.ends_with(b"\r\n.\r\n") {
                    let mut byte = [0; 1];
                    if stream.read_exact(&mut byte).await.is_err() {
                        return;
                    }
                    message.push(byte[0]);
                }
                message.truncate(message.len() - 3);
                let text = String::from_utf8_lossy(&message).into_owned();
                let reply = verdict(&text);
                if reply.starts_with("250") {
                    let _ = tell.send(text);
                }
                reply
            }
            "QUIT" => {
                let _ = stream.write_all(b"221 bye\r\n").await;
                return;
            }
            _ => "250 fine\r\n",
        };
        if reply.is_empty() || stream.write_all(reply.as_bytes()).await.is_err() {
            return;
        }
    }
}

/// A header of a raw mail.
pub fn header<'m>(mail: &'m str, name: &str) -> &'m str {
    mail.lines()
        .take_while(|line| !line.is_empty())
        .find_map(|line| line.strip_prefix(name).and_then(|rest| rest.strip_prefix(": ")))
        .unwrap_or_else(|| panic!("no {name} in {mail}"))
}
