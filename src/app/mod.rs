//! Use cases by stage of the loop, one file each, named as events. Each takes `now`, owns its transactions, and talks
//! to the network outside them.
//!
//! Reading order follows the loop: [`agreement`], [`round`], [`answers`], [`signals`], [`report`], and back to
//! [`agreement`]. Beside it who comes in ([`sign_in`]), what one person decides ([`people`]), what goes out
//! ([`messages`]), what keeps it running ([`installation`]), and the story that the [`demo`] plays.

pub mod agreement;
pub mod answers;
pub mod demo;
pub mod installation;
pub mod messages;
pub mod people;
mod refusal;
pub mod report;
pub mod round;
pub mod sign_in;
pub mod signals;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::config::Config;
use crate::domain::calendar::find_zone;
use crate::domain::key::Key;
use crate::store::{Store, StoreError};

pub use refusal::Refusal;

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
    /// The request is at fault, and what it says tells what to do.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// A task ended before it was done; what it was about.
    #[error("{0} was interrupted")]
    Interrupted(&'static str),
    /// Something of ours cannot be written as it should; what the writer said.
    #[error("it cannot be written: {0}")]
    Unwritable(String),
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

/// The civil day of an instant in a zone that was checked when it was stored; UTC should the name be unknown now.
pub fn local_day(at: DateTime<Utc>, time_zone: &str) -> NaiveDate {
    at.with_timezone(&find_zone(time_zone).unwrap_or(Tz::UTC)).date_naive()
}
