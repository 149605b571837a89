//! A backup is taken while the service runs, and put back with sending paused.

#![expect(clippy::disallowed_methods, reason = "a backup is a file that takes its place by its name")]

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::app::installation::key_file;
use crate::app::{AppError, Service};
use crate::config::Config;
use crate::domain::audit::Act;
use crate::store::{Store, StoreError, account, audit, backup, setting};
use crate::words::Phrase;

/// Why a backup is not taken or not put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A database is there already.
    DatabaseThere {
        /// The database.
        path: PathBuf,
    },
    /// There is no such file.
    NoFile {
        /// What was named.
        path: PathBuf,
    },
    /// It is no copy of our database.
    NoBackup {
        /// The file.
        path: PathBuf,
    },
    /// The key file is of another database.
    OtherKey {
        /// The key file.
        path: PathBuf,
    },
    /// A copy never takes the place of a file.
    Exists {
        /// Where the copy would go.
        path: PathBuf,
    },
    /// The copy does not hold together.
    Damaged {
        /// The copy.
        path: PathBuf,
        /// What SQLite found.
        said: String,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::DatabaseThere { path } => {
                Phrase::RefusalDatabaseThere { path: path.display().to_string().into() }
            }
            Refusal::NoFile { path } => Phrase::RefusalNoFile { path: path.display().to_string().into() },
            Refusal::NoBackup { path } => Phrase::RefusalNoBackup { path: path.display().to_string().into() },
            Refusal::OtherKey { path } => {
                Phrase::RefusalKeyOfOther { path: path.display().to_string().into() }
            }
            Refusal::Exists { path } => Phrase::RefusalCopyExists { path: path.display().to_string().into() },
            Refusal::Damaged { path, said } => {
                Phrase::RefusalDamaged { path: path.display().to_string().into(), said: said.as_str().into() }
            }
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        false
    }
}

/// Copies the database to a new file. The key file is not part of it.
pub async fn back_up(service: &Service, destination: &Path) -> Result<(), AppError> {
    let (source, destination) = (service.store.path().to_owned(), destination.to_owned());
    tokio::task::spawn_blocking(move || {
        let connection = backup::open_read_only(&source)?;
        backup::copy(&connection, &destination)
    })
    .await
    .map_err(|_| AppError::Interrupted("the backup"))?
    .map_err(refuse_unusable)
}

/// Puts a backup into an empty data directory. Sending stays paused until an operator resumes it: messages that are
/// queued in the backup may have left after it was taken.
///
/// Errors: a refusal when there is a database already, or when the key file is missing or another one's.
pub async fn restore(config: &Config, source: &Path, now: DateTime<Utc>) -> Result<(), AppError> {
    let database = config.database();
    if database.exists() {
        return Err(Refusal::DatabaseThere { path: database }.into());
    }
    if !source.exists() {
        return Err(Refusal::NoFile { path: source.to_owned() }.into());
    }
    let key = key_file::read(&config.key_file())?;
    let copy = backup::open_read_only(source)?;
    let fingerprint = setting::find(&copy, setting::KEY_FINGERPRINT)
        .map_err(|_| Refusal::NoBackup { path: source.to_owned() })?;
    if fingerprint.as_deref() != Some(key.fingerprint().as_str()) {
        return Err(Refusal::OtherKey { path: config.key_file() }.into());
    }
    // Paused before it has its name: a stop half-way leaves nothing that would send.
    let draft = database.with_extension("restoring");
    let failed = |source| AppError::File { path: draft.clone(), source };
    if draft.exists() {
        std::fs::remove_file(&draft).map_err(failed)?;
    }
    backup::copy(&copy, &draft).map_err(refuse_unusable)?;
    {
        let store = Store::open(&draft)?;
        store
            .write("pause sending", move |connection| {
                // Whoever was signed out since the copy stays out.
                account::end_everything(connection, now)?;
                audit::note_command(connection, Act::DatabaseRestored, "", now)?;
                setting::set(connection, setting::SENDING_PAUSED, "yes")
            })
            .await?;
    }
    std::fs::rename(&draft, &database).map_err(failed)?;
    Ok(())
}

fn refuse_unusable(error: StoreError) -> AppError {
    match error {
        StoreError::Exists(path) => Refusal::Exists { path }.into(),
        StoreError::Damaged { path, verdict } => Refusal::Damaged { path, said: verdict }.into(),
        other => other.into(),
    }
}
