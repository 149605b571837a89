//! Settings, read once from one TOML file and the environment, fully checked before anything starts.
//!
//! Secrets never stand in the file: it names the environment variable that holds one.

#![expect(clippy::disallowed_methods, reason = "settings and what they name are read here, once")]

mod look;
mod mail;
mod operator;
mod sign_in;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use url::Url;

use crate::catalogue::reader::{At, Problem, Severity, Source, Table};
use crate::domain::calendar::{CronExpression, find_zone};
use crate::report::look::Look;
pub use look::LookConfig;
pub use mail::{
    Bounces, GraphConfig, HttpApiConfig, Login, MailConfig, OAuthConfig, Provider, SmtpConfig, SmtpSecurity,
    TransportConfig,
};
pub use operator::{Operator, Retention};
pub use sign_in::{OidcProvider, SignInConfig, WebhookConfig};

/// Everything that an operator decides.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the database, the key file, mails and reports lie.
    pub data_dir: PathBuf,
    /// Address to listen on.
    pub listen: SocketAddr,
    /// What people type; every link starts with it. No slash at the end.
    pub base_url: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// How mail leaves.
    pub mail: MailConfig,
    /// Chat hooks.
    pub hooks: Vec<HookConfig>,
    /// When quarterly reports are drafted, and how they are mailed.
    pub reports: ReportConfig,
    /// Looks of organisations: those of one agreement, and the one for all others.
    pub looks: Vec<LookConfig>,
    /// Who runs the installation.
    pub operator: Operator,
    /// How long things are kept.
    pub retention: Retention,
    /// How people sign in.
    pub sign_in: SignInConfig,
    /// Which addresses events may go to.
    pub webhooks: WebhookConfig,
    /// Whether facilitators get a weekly digest.
    pub weekly_digest: bool,
}

/// A chat hook.
#[derive(Debug, Clone)]
pub struct HookConfig {
    /// Its name in counts and in the outbox.
    pub name: String,
    /// Short name of the agreement it hears about.
    pub agreement: String,
    /// Whose chat it is.
    pub audience: Audience,
    /// Its format.
    pub kind: HookKind,
    /// Where to post; a secret, since whoever has it can post.
    pub url: Secret,
}

/// Whose chat a hook posts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Rounds opening and closing.
    Facilitator,
    /// Reports.
    Steering,
}

/// A hook's format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HookKind {
    /// `{"text": …}`, Slack and Mattermost.
    Text,
    /// An adaptive card for a Teams workflow.
    Teams,
}

/// When reports are drafted, and how they are mailed.
#[derive(Debug, Clone)]
pub struct ReportConfig {
    /// `None` leaves it to people.
    pub schedule: Option<ReportSchedule>,
    /// Whether the steering group's mail carries the PDF; else a link only.
    pub attach_pdf: bool,
}

impl Default for ReportConfig {
    fn default() -> ReportConfig {
        let schedule =
            ReportSchedule { cron: DEFAULT_REPORT_CRON.to_owned(), time_zone: "Europe/Amsterdam".to_owned() };
        ReportConfig { schedule: Some(schedule), attach_pdf: true }
    }
}

/// When reports are drafted.
#[derive(Debug, Clone)]
pub struct ReportSchedule {
    /// Checked cron expression.
    pub cron: String,
    /// IANA zone.
    pub time_zone: String,
}

/// A value that never prints.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Hides a text.
    pub fn new(text: impl Into<String>) -> Secret {
        Secret(text.into())
    }

    /// The text, for the one place that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// The quarterly report: the tenth day of each quarter's first month, 08:00.
pub const DEFAULT_REPORT_CRON: &str = "0 8 10 JAN,APR,JUL,OCT *";

impl Config {
    /// Settings for a data directory alone: local addresses, mail as files.
    pub fn for_folder(data_dir: &Path, port: u16) -> Config {
        Config {
            data_dir: data_dir.to_owned(),
            listen: SocketAddr::from(([127, 0, 0, 1], port)),
            base_url: format!("http://127.0.0.1:{port}"),
            trusted_proxies: Vec::new(),
            mail: MailConfig {
                from: "polsslag@polsslag.example".to_owned(),
                transport: TransportConfig::Folder,
                max_per_minute: 60_000,
                bounces: None,
                dkim_selector: None,
            },
            hooks: Vec::new(),
            reports: ReportConfig::default(),
            looks: Vec::new(),
            operator: Operator::default(),
            retention: Retention::default(),
            sign_in: SignInConfig::default(),
            webhooks: WebhookConfig::default(),
            weekly_digest: true,
        }
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.data_dir.join("polsslag.db")
    }

    /// The key file.
    pub fn key_file(&self) -> PathBuf {
        self.data_dir.join("polsslag.key")
    }

    /// Where the folder transport writes.
    pub fn mail_dir(&self) -> PathBuf {
        self.data_dir.join("mail")
    }

    /// The look of an agreement: its own, or the one for all, or the house's.
    pub fn look_of(&self, agreement: &str) -> &Look {
        let own = self.looks.iter().find(|look| look.agreement.as_deref() == Some(agreement));
        let common = || self.looks.iter().find(|look| look.agreement.is_none());
        own.or_else(common).map_or(&Look::HOUSE, |look| &look.look)
    }

    /// Where reports are kept.
    pub fn report_dir(&self) -> PathBuf {
        self.data_dir.join("reports")
    }
}

/// Reads a configuration file. `environment` gives a variable's value. A relative data directory is taken from
/// the file's own folder.
///
/// Errors: every problem with file, line and column.
pub fn parse(
    file: &Path,
    text: &str,
    environment: &dyn Fn(&str) -> Option<String>,
) -> Result<Config, Vec<Problem>> {
    let name = file.display().to_string();
    let source = Source::new(&name, text);
    let table = source.parse();
    let config = read(Table::root(&source, &table), file, environment);
    let has_errors = source.has_errors();
    let problems: Vec<Problem> =
        source.into_problems().into_iter().filter(|problem| problem.severity == Severity::Error).collect();
    match config {
        Some(config) if !has_errors => Ok(config),
        _ => Err(problems),
    }
}

type Environment<'e> = &'e dyn Fn(&str) -> Option<String>;

fn read(root: Table<'_, '_>, file: &Path, environment: Environment<'_>) -> Option<Config> {
    let source = root.source();
    let data_dir = root.take_string("data_dir", "a folder");
    let listen = root.take_string("listen", "an address such as \"127.0.0.1:8080\"");
    let listen = listen.and_then(|text| parsed(source, &text, "an address such as \"127.0.0.1:8080\""));
    let base_url = root.take_string("base_url", "what people type, such as \"https://polsslag.example\"");
    let base_url = base_url.and_then(|text| check_base_url(source, &text));
    let trusted_proxies = root
        .find_strings("trusted_proxies", "a list of addresses such as [\"127.0.0.1\"]")
        .iter()
        .filter_map(|text| parsed(source, text, "an IP address"))
        .collect();
    let mail = root.take_table("mail").and_then(|table| mail::read_mail(table, file, environment));
    let hooks: Vec<Option<HookConfig>> =
        root.find_tables("hook").into_iter().map(|table| read_hook(table, environment)).collect();
    let reports = match root.find_table("reports") {
        None => Some(ReportConfig::default()),
        Some(table) => read_reports(table),
    };
    let looks: Vec<Option<LookConfig>> =
        root.find_tables("look").into_iter().map(|table| look::read_look(table, file)).collect();
    for (at, look) in looks.iter().enumerate() {
        let same = |other: &Option<LookConfig>| {
            other.as_ref().zip(look.as_ref()).is_some_and(|(a, b)| a.agreement == b.agreement)
        };
        if looks[..at].iter().any(same) {
            source.error(root.at(), "two [[look]] for the same agreement: keep one".to_owned());
        }
    }
    let operator =
        root.find_table("operator").map_or_else(|| Some(Operator::default()), operator::read_operator);
    let retention =
        root.find_table("retention").map_or_else(|| Some(Retention::default()), operator::read_retention);
    let sign_in = root
        .find_table("sign_in")
        .map_or_else(|| Some(SignInConfig::default()), |table| sign_in::read_sign_in(table, environment));
    let webhooks =
        root.find_table("webhooks").map_or_else(|| Some(WebhookConfig::default()), sign_in::read_webhooks);
    let has_no_digest = root.find_flag("no_weekly_digest");
    root.finish();
    let data_dir = PathBuf::from(data_dir?.value);
    let data_dir = file.parent().map_or_else(|| data_dir.clone(), |folder| folder.join(&data_dir));
    Some(Config {
        data_dir,
        listen: listen?,
        base_url: base_url?,
        trusted_proxies,
        mail: mail?,
        hooks: hooks.into_iter().collect::<Option<_>>()?,
        reports: reports?,
        looks: looks.into_iter().collect::<Option<_>>()?,
        operator: operator?,
        retention: retention?,
        sign_in: sign_in?,
        webhooks: webhooks?,
        weekly_digest: !has_no_digest,
    })
}

fn parsed<T: std::str::FromStr>(source: &Source<'_>, text: &At<String>, expected: &str) -> Option<T> {
    let value = text.value.parse().ok();
    if value.is_none() {
        source.error(text.at, format!("\"{}\": expected {expected}", text.value));
    }
    value
}

fn is_loopback(url: &Url) -> bool {
    matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"))
}

fn check_base_url(source: &Source<'_>, text: &At<String>) -> Option<String> {
    let url: Url = parsed(source, text, "an address such as \"https://polsslag.example\"")?;
    if url.scheme() != "https" && !is_loopback(&url) {
        source.error(text.at, "base_url must start with https://: personal links may not travel in the open");
        return None;
    }
    Some(text.value.trim_end_matches('/').to_owned())
}

fn secret(source: &Source<'_>, variable: &At<String>, environment: Environment<'_>) -> Option<Secret> {
    let value = environment(&variable.value).filter(|value| !value.trim().is_empty());
    if value.is_none() {
        source.error(
            variable.at,
            format!("the environment variable {} is not set: put the secret there", variable.value),
        );
    }
    value.map(|value| Secret(value.trim().to_owned()))
}

fn read_hook(table: Table<'_, '_>, environment: Environment<'_>) -> Option<HookConfig> {
    let source = table.source();
    let name = table.take_string("name", "a short name");
    let agreement = table.take_string("agreement", "the id of an agreement");
    let audience = table
        .take_choice("audience", &[("facilitator", Audience::Facilitator), ("steering", Audience::Steering)]);
    let kind = table.take_choice(
        "kind",
        &[("slack", HookKind::Text), ("mattermost", HookKind::Text), ("teams", HookKind::Teams)],
    );
    let hosts: Vec<String> = table
        .find_strings("allowed_hosts", "a list of host names")
        .into_iter()
        .map(|host| host.value)
        .collect();
    let variable = table.take_string("url_env", "the name of an environment variable");
    table.finish();
    let url = variable.as_ref().and_then(|variable| secret(source, variable, environment));
    if let (Some(url), Some(variable)) = (&url, &variable) {
        let good = Url::parse(url.reveal()).ok().filter(|url| {
            let listed = url.host_str().is_some_and(|host| hosts.iter().any(|allowed| allowed == host));
            (url.scheme() == "https" && listed) || is_loopback(url)
        });
        if good.is_none() {
            source.error(
                variable.at,
                format!(
                    "the address in {} must be https:// on a host that allowed_hosts lists",
                    variable.value
                ),
            );
        }
    }
    Some(HookConfig {
        name: name?.value,
        agreement: agreement?.value,
        audience: audience?,
        kind: kind?,
        url: url?,
    })
}

fn read_reports(table: Table<'_, '_>) -> Option<ReportConfig> {
    let source = table.source();
    let cron = table.take_string("cron", "a cron expression such as \"0 8 10 JAN,APR,JUL,OCT *\"");
    let zone = table.take_string("time_zone", "an IANA name such as \"Europe/Amsterdam\"");
    let has_link_only = table.find_flag("link_only");
    table.finish();
    if let Some(cron) = &cron
        && let Err(error) = cron.value.parse::<CronExpression>()
    {
        source.error(cron.at, error.to_string());
    }
    if let Some(zone) = &zone
        && let Err(error) = find_zone(&zone.value)
    {
        source.error(zone.at, error.to_string());
    }
    let schedule = ReportSchedule { cron: cron?.value, time_zone: zone?.value };
    Some(ReportConfig { schedule: Some(schedule), attach_pdf: !has_link_only })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
data_dir = "data"
listen = "127.0.0.1:8080"
base_url = "https://polsslag.example/"
[mail]
from = "polsslag@polsslag.example"
transport = "smtp"
[mail.smtp]
host = "smtp.example"
port = 587
security = "starttls"
username = "u"
password_env = "SMTP_PASSWORD"
[[hook]]
name = "team"
agreement = "city"
audience = "facilitator"
kind = "teams"
allowed_hosts = ["hooks.example"]
url_env = "HOOK"
"#;

    fn check(text: &str) -> Result<Config, Vec<String>> {
        let environment = |name: &str| match name {
            "SMTP_PASSWORD" => Some("secret".to_owned()),
            "HOOK" => Some("https://hooks.example/x".to_owned()),
            "OTHER" => Some("https://other.example/x".to_owned()),
            _ => None,
        };
        parse(Path::new("/etc/polsslag.toml"), text, &environment)
            .map_err(|problems| problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_good_file_gives_settings_and_no_secret_prints() {
        let config = check(GOOD).expect("good");
        assert_eq!(config.data_dir, Path::new("/etc/data"));
        assert_eq!(config.base_url, "https://polsslag.example");
        let shown = format!("{config:?}");
        assert!(!shown.contains("secret") && !shown.contains("hooks.example/x"), "{shown}");
    }

    #[test]
    fn every_problem_has_its_place() {
        let text = GOOD
            .replace("https://polsslag.example/", "http://polsslag.example/")
            .replace("starttls", "loopback")
            .replace("SMTP_PASSWORD", "NOT_SET")
            .replace("\"HOOK\"", "\"OTHER\"")
            .replace("listen", "lissten");
        let problems = check(&text).expect_err("bad").join("\n");
        for part in [
            "missing \"listen\"",
            "unknown key \"lissten\" (did you mean \"listen\"?)",
            ":4:12: base_url must start with https",
            ":9:8: security = \"loopback\"",
            "NOT_SET is not set",
            "the address in OTHER must be https:// on a host",
        ] {
            assert!(problems.contains(part), "{part} not in\n{problems}");
        }
    }
}
