//! Use cases, one file each, named as events. Each takes `now`, owns its transactions, and talks to the network
//! outside them.
//!
//! Reading order follows the loop: [`import_agreement`], [`advance_rounds`], [`send_messages`], [`collect_answers`],
//! [`find_signals`], [`share_round`], [`show_results`], [`ask_conversation`], [`make_report`], [`release_report`], [`work_signals`],
//! [`adjust_article`], [`learn`], [`start_pulse`]. Beside it who comes in ([`sign_in`], [`sign_in_elsewhere`]), what one
//! person decides ([`choose_mail`], [`hand_over`], [`answer_person`]), what operators do ([`change_agreement`],
//! [`import_answers`], [`take_bounces`], [`rehearse`], [`manage_programs`]), and what goes by itself ([`tell_digest`],
//! [`tell_programs`], [`keep_retention`], [`watch`]).

pub mod adjust_article;
pub mod advance_rounds;
pub mod answer_person;
pub mod ask_conversation;
pub mod change_agreement;
pub mod choose_mail;
pub mod collect_answers;
pub mod compose_message;
pub mod find_signals;
pub mod gather_panel;
pub mod hand_over;
pub mod import_agreement;
pub mod import_answers;
pub mod keep_retention;
pub mod key_file;
pub mod learn;
pub mod make_report;
pub mod manage_programs;
pub mod offer_link;
pub mod pass_seat;
pub mod queue_message;
pub mod rehearse;
pub mod release_report;
pub mod render_report;
pub mod restore;
pub mod screen_comments;
pub mod seed_conversations;
pub mod seed_demo;
pub mod send_messages;
pub mod share_round;
pub mod show_results;
pub mod sign_in;
pub mod sign_in_elsewhere;
pub mod start_pulse;
pub mod take_bounces;
pub mod tell_digest;
pub mod tell_programs;
pub mod watch;
pub mod work_signals;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::config::Config;
use crate::domain::calendar::find_zone;
use crate::domain::ids::AgreementId;
use crate::domain::invitation::Key;
use crate::store::{Store, StoreError, agreement, setting};

/// What every use case needs: the store, the key, the settings.
#[derive(Clone)]
pub struct Service {
    /// The database.
    pub store: Store,
    /// The secret that links and pseudonyms derive from.
    pub key: Key,
    /// What the operator decided.
    pub config: Arc<Config>,
    /// Rings when the outbox got something new.
    pub outbox_bell: Arc<tokio::sync::Notify>,
}

/// Why a use case could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The request is at fault; the sentence says what to do.
    #[error("{0}")]
    Refused(String),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Sending could not be set up.
    #[error(transparent)]
    Setup(#[from] crate::delivery::SetupError),
    /// A file could not be read or written.
    #[error("could not use {path}: {source}")]
    File {
        /// Which file.
        path: std::path::PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Another server did not answer as it should.
    #[error("the other server did not answer as it should: {0}")]
    Elsewhere(String),
    /// A figure could not be drawn.
    #[error("could not draw a figure: {0}")]
    Drawing(String),
}

impl AppError {
    /// Whether the request is at fault rather than the program or the machine.
    pub fn is_refusal(&self) -> bool {
        matches!(self, AppError::Refused(_))
    }
}

impl Service {
    /// Opens the data directory: makes it, its key and its database if they are not there.
    ///
    /// Errors: a database without its key file, or with another one's, is refused: its links would all be wrong.
    pub async fn open(config: Config) -> Result<Service, AppError> {
        let folder = &config.data_dir;
        std::fs::create_dir_all(folder).map_err(|source| AppError::File { path: folder.clone(), source })?;
        let database = config.database();
        let key = if database.exists() {
            key_file::read(&config.key_file())?
        } else {
            key_file::read_or_create(&config.key_file())?
        };
        let store = Store::open(&database)?;
        let fingerprint = key.fingerprint();
        let stored = store
            .write("check the key", move |connection| {
                match setting::find(connection, setting::KEY_FINGERPRINT)? {
                    Some(stored) => Ok(stored),
                    None => {
                        setting::set(connection, setting::KEY_FINGERPRINT, &fingerprint)?;
                        Ok(fingerprint)
                    }
                }
            })
            .await?;
        if stored != key.fingerprint() {
            return Err(AppError::Refused(format!(
                "{} belongs to another database: put the key file that goes with {} there",
                config.key_file().display(),
                database.display()
            )));
        }
        Ok(Service {
            store,
            key,
            config: Arc::new(config),
            outbox_bell: Arc::new(tokio::sync::Notify::new()),
        })
    }

    /// Opens a data directory that is there already.
    ///
    /// Errors: a refusal when it is not: a mistyped name must not become an empty installation.
    pub async fn open_existing(config: Config) -> Result<Service, AppError> {
        let database = config.database();
        if !database.exists() {
            return Err(AppError::Refused(format!(
                "there is no database {}: import an agreement first, or name the right folder",
                database.display()
            )));
        }
        Service::open(config).await
    }

    /// The row of an agreement's short name.
    ///
    /// Errors: a refusal that names the agreements that exist.
    pub async fn find_agreement(&self, slug: &str) -> Result<AgreementId, AppError> {
        let wanted = slug.to_owned();
        let (found, all) = self
            .store
            .read("find the agreement", move |connection| {
                Ok((agreement::find_id(connection, &wanted)?, agreement::list(connection)?))
            })
            .await?;
        found.ok_or_else(|| {
            let names: Vec<String> = all.into_iter().map(|(_, slug)| slug).collect();
            let hint = if names.is_empty() {
                "none was imported yet".to_owned()
            } else {
                format!("expected one of {}", names.join(", "))
            };
            AppError::Refused(format!("there is no agreement \"{slug}\": {hint}"))
        })
    }
}

/// Random bytes from the system.
///
/// Errors: a system without randomness cannot make secrets, and says so.
pub fn random<const N: usize>() -> Result<[u8; N], AppError> {
    let mut bytes = [0; N];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Ok(bytes),
        Err(error) => Err(AppError::Setup(crate::delivery::SetupError(format!("no randomness: {error}")))),
    }
}

/// The civil day of an instant in a zone that was checked when it was stored; UTC should the name be unknown now.
pub fn local_day(at: DateTime<Utc>, time_zone: &str) -> NaiveDate {
    at.with_timezone(&find_zone(time_zone).unwrap_or(Tz::UTC)).date_naive()
}
