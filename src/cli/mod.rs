//! The command line: one file per command. Exit code 0 is good, 1 means the input is at fault, 2 the program or the
//! machine. With `--format json` one JSON value goes to standard output and nothing else.

#![expect(clippy::disallowed_methods, reason = "commands read what they are given, and the environment")]

/// Prints a line. A reader that went away, such as `head`, is no reason to fail.
macro_rules! say {
    ($($argument:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($argument)*);
    }};
}

mod agreement;
mod analyse;
mod audit;
mod backup;
mod bounce;
mod check;
mod comment;
mod demo;
mod doctor;
mod import;
mod link;
mod operator;
mod outbox;
mod person;
mod program;
mod report;
mod request;
mod round;
mod schedule;
mod serve;
mod signals;
mod status;
mod survey;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand, ValueEnum};

use crate::app::{AppError, Service};
use crate::catalogue::{CORE_PULSE, Problem, Severity, survey_file};
use crate::clock::Clock;
use crate::config::{self, Config};
use crate::domain::language::Language;
use crate::domain::survey::Survey;

/// Takes the pulse of a living agreement.
///
/// Organisations that work together on trust write plain-language agreements. Polsslag asks the people in them how it
/// goes, at regular times; keeps their answers confidential; and turns them into trend reports.
///
/// Start with `polsslag demo`. A real installation: write a configuration file (see polsslag.example.toml), check and
/// import an agreement (`polsslag check`, `polsslag agreement import`), then `polsslag serve`.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
pub struct Cli {
    /// Configuration file [default: polsslag.toml, if it is there]
    #[arg(long, global = true, value_name = "FILE", env = "POLSSLAG_CONFIG")]
    config: Option<PathBuf>,
    /// Data directory, instead of a configuration file [default: polsslag-data]
    #[arg(long, global = true, value_name = "DIR", env = "POLSSLAG_DATA")]
    data: Option<PathBuf>,
    /// How results are printed
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(subcommand)]
    command: Command,
}

/// How results are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lines for people
    Text,
    /// One JSON value
    Json,
}

#[derive(Subcommand)]
enum Command {
    /// Show the whole loop with invented agreements; nothing to install, nothing leaves the machine
    Demo(demo::Demo),
    /// Run the service: rounds by the calendar, mails, answer pages, reports
    Serve,
    /// Check survey, agreement and outcome files; prints file:line:column: message per problem
    Check(check::Check),
    /// Compare two editions of a survey, or make a script for trying one out
    #[command(subcommand)]
    Survey(survey::Survey),
    /// Show when a survey's next rounds open, remind and close
    Schedule(schedule::Schedule),
    /// Import, list or show agreements
    #[command(subcommand)]
    Agreement(agreement::Agreement),
    /// Bring earlier measurements along
    #[command(subcommand)]
    Import(import::Import),
    /// Compute all statistics of a plain answers file, without a database
    Analyse(analyse::Analyse),
    /// Make a trend report into a folder; or publish it: shared with respondents, mailed to the steering group; or revoke
    /// its links
    Report(report::Report),
    /// Show what stands out, as far as it may be shown
    Signals(signals::Signals),
    /// List, share, extend, cancel, pause or resume rounds
    #[command(subcommand)]
    Round(round::Round),
    /// Read a round's comments before they are shared; mask what must not be seen
    #[command(subcommand)]
    Comment(comment::Comment),
    /// Show what people asked for in their own name
    #[command(subcommand)]
    Request(request::Request),
    /// Make, list or revoke links to the newcomer's page
    #[command(subcommand)]
    Link(link::Link),
    /// Decide on messages that may or may not have arrived; pause or resume all sending
    #[command(subcommand)]
    Outbox(outbox::Outbox),
    /// Say who runs the installation
    #[command(subcommand)]
    Operator(operator::Operator),
    /// Send somebody the way to their own data, or erase them
    #[command(subcommand)]
    Person(person::Person),
    /// Let programs read an agreement
    #[command(subcommand)]
    Program(program::Program),
    /// Check or print the audit log
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Take in a message that came back (a delivery status report)
    Bounce(bounce::Bounce),
    /// See what receivers learn about the sender's domain
    Doctor(doctor::Doctor),
    /// Show rounds, response and messages as counts
    Status,
    /// Copy the database while the service runs; keep the key file apart
    Backup(backup::Backup),
    /// Put a backup into an empty data directory; sending stays paused
    Restore(backup::Restore),
}

/// Why a command ended badly.
#[derive(Debug)]
pub enum Failure {
    /// The input is at fault: exit code 1.
    Input(String),
    /// Problems were printed already: exit code 1.
    Reported,
    /// The program or the machine: exit code 2.
    Machine(anyhow::Error),
}

/// The present: commands live in the machine's time.
fn now() -> DateTime<Utc> {
    Clock::System.now()
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Failure {
        if error.is_refusal() { Failure::Input(error.to_string()) } else { Failure::Machine(error.into()) }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Failure {
        Failure::Machine(error)
    }
}

type Outcome = Result<(), Failure>;

/// Parses the arguments, runs the command, and gives the exit code.
pub fn run() -> u8 {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are answers; anything else is the caller's mistake.
            let _ = error.print();
            return u8::from(error.use_stderr());
        }
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(Failure::Machine(error.into())),
    };
    let done = runtime.block_on(cli.dispatch());
    match done {
        Ok(()) => 0,
        Err(failure) => fail(failure),
    }
}

fn fail(failure: Failure) -> u8 {
    match failure {
        Failure::Input(sentence) => {
            eprintln!("polsslag: {sentence}");
            1
        }
        Failure::Reported => 1,
        Failure::Machine(error) => {
            eprintln!("polsslag: {error:#}");
            2
        }
    }
}

impl Cli {
    async fn dispatch(self) -> Outcome {
        let Cli { config, data, format, command } = self;
        let place = Place { config, data };
        match command {
            Command::Demo(demo) => demo.run().await,
            Command::Serve => serve::run(&place).await,
            Command::Check(check) => check.run(format),
            Command::Survey(survey) => survey.run(&place, format).await,
            Command::Schedule(schedule) => schedule.run(format),
            Command::Agreement(agreement) => agreement.run(&place, format).await,
            Command::Import(import) => import.run(&place, format).await,
            Command::Analyse(analyse) => analyse.run(format),
            Command::Report(report) => report.run(&place, format).await,
            Command::Signals(signals) => signals.run(&place, format).await,
            Command::Round(round) => round.run(&place, format).await,
            Command::Comment(comment) => comment.run(&place, format).await,
            Command::Request(request) => request.run(&place, format).await,
            Command::Link(link) => link.run(&place, format).await,
            Command::Outbox(outbox) => outbox.run(&place, format).await,
            Command::Operator(operator) => operator.run(&place, format).await,
            Command::Person(person) => person.run(&place, format).await,
            Command::Program(program) => program.run(&place, format).await,
            Command::Audit(audit) => audit.run(&place, format).await,
            Command::Bounce(bounce) => bounce.run(&place, format).await,
            Command::Doctor(doctor) => doctor.run(&place, format).await,
            Command::Status => status::run(&place, format).await,
            Command::Backup(backup) => backup.run(&place).await,
            Command::Restore(restore) => restore.run(&place).await,
        }
    }
}

/// Where the installation is, as the caller said.
pub struct Place {
    config: Option<PathBuf>,
    data: Option<PathBuf>,
}

impl Place {
    /// The settings: a named file, a named folder, `polsslag.toml` here, or the default folder.
    fn config(&self) -> Result<Config, Failure> {
        let here = Path::new("polsslag.toml");
        match (&self.config, &self.data) {
            (Some(_), Some(_)) => Err(Failure::Input(
                "--config and --data exclude each other: the file names its folder".to_owned(),
            )),
            (Some(file), None) => read_config(file),
            (None, Some(folder)) => Ok(Config::for_folder(folder, 8080)),
            (None, None) if here.exists() => read_config(here),
            (None, None) => Ok(Config::for_folder(Path::new("polsslag-data"), 8080)),
        }
    }

    async fn service(&self) -> Result<Service, Failure> {
        Ok(Service::open_existing(self.config()?).await?)
    }

    /// As [`Place::service`], for the commands that may begin an installation.
    async fn new_service(&self) -> Result<Service, Failure> {
        Ok(Service::open(self.config()?).await?)
    }
}

fn read_config(file: &Path) -> Result<Config, Failure> {
    let text = read_text(file)?;
    config::parse(file, &text, &|name| std::env::var(name).ok()).map_err(|problems| {
        report_problems(&problems);
        Failure::Reported
    })
}

fn read_text(file: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(file)
        .map_err(|error| Failure::Input(format!("could not read {}: {error}", file.display())))
}

/// Prints problems for people, errors and warnings alike.
fn report_problems(problems: &[Problem]) {
    for problem in problems {
        eprintln!("{problem}");
    }
}

fn has_errors(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}

/// Prints one JSON value.
fn print_json<T: serde::Serialize>(value: &T) -> Outcome {
    let text = serde_json::to_string_pretty(value).map_err(anyhow::Error::from)?;
    say!("{text}");
    Ok(())
}

/// The survey that an agreement names: beside its file, in the folder above, or compiled in.
fn find_survey(agreement_file: &Path, id: &str) -> Option<Survey> {
    let folder = agreement_file.parent()?;
    let name = format!("{id}.toml");
    let candidates = [folder.join(&name), folder.join("..").join(&name)];
    for path in candidates {
        if let Ok(text) = std::fs::read_to_string(&path) {
            return survey_file::parse(&path.display().to_string(), &text).0.filter(|survey| survey.id == id);
        }
    }
    survey_file::parse("core-pulse.toml", CORE_PULSE).0.filter(|survey| survey.id == id)
}

/// A survey from a file, or by its id when it is compiled in.
fn read_survey(named: &Path) -> Result<Survey, Failure> {
    if !named.exists() && named.to_str() == Some("core-pulse") {
        return survey_file::parse("core-pulse.toml", CORE_PULSE)
            .0
            .ok_or_else(|| Failure::Input("the compiled-in survey cannot be used".to_owned()));
    }
    let text = read_text(named)?;
    let (survey, problems) = survey_file::parse(&named.display().to_string(), &text);
    survey.ok_or_else(|| {
        report_problems(&problems);
        Failure::Reported
    })
}

fn parse_language(code: &str) -> Result<Language, String> {
    Language::find(code).ok_or_else(|| "expected nl or en".to_owned())
}

/// Logs to standard error: lines for people at a terminal, JSON lines for a service.
fn start_logging(as_json: bool, default: &str) {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_env("POLSSLAG_LOG").unwrap_or_else(|_| EnvFilter::new(default));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start, as in tests, keeps the first.
    let _ = if as_json { builder.json().try_init() } else { builder.try_init() };
}

/// TLS needs one provider for the whole process before the first client is made.
fn install_tls() {
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// Listens for Ctrl-C and SIGTERM from now on; the future ends at the first.
#[cfg(unix)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
    })
}

/// Waits for Ctrl-C.
#[cfg(not(unix))]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
