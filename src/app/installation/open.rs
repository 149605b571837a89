//! Opening an installation, and finding an agreement in it.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the data directory is made and locked here"
)]

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::installation::key_file;
use crate::app::{AppError, Service};
use crate::config::Config;
use crate::domain::ids::AgreementId;
use crate::store::{Store, agreement, setting};
use crate::words::Phrase;

/// Why there is nothing to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The database belongs to another key file.
    OtherKey {
        /// The key file.
        key_file: PathBuf,
        /// The database.
        database: PathBuf,
    },
    /// A mistyped name must not become an empty installation.
    NoDatabase {
        /// Where it should lie.
        path: PathBuf,
    },
    /// Another service runs on it.
    OtherService {
        /// The data directory.
        folder: PathBuf,
    },
    /// There is no agreement of that name.
    NoAgreement {
        /// The short name that was given.
        slug: String,
        /// Those that exist.
        known: Vec<String>,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::OtherKey { key_file, database } => Phrase::RefusalOtherDatabase {
                key_file: key_file.display().to_string().into(),
                database: database.display().to_string().into(),
            },
            Refusal::NoDatabase { path } => {
                Phrase::RefusalNoDatabase { path: path.display().to_string().into() }
            }
            Refusal::OtherService { folder } => {
                Phrase::RefusalOtherService { folder: folder.display().to_string().into() }
            }
            Refusal::NoAgreement { slug, known } if known.is_empty() => {
                Phrase::RefusalNoAgreementYet { slug: slug.as_str().into() }
            }
            Refusal::NoAgreement { slug, known } => {
                Phrase::RefusalNoAgreement { slug: slug.as_str().into(), known: known.join(", ").into() }
            }
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        matches!(self, Refusal::NoAgreement { .. })
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
            return Err(Refusal::OtherKey { key_file: config.key_file(), database }.into());
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
            return Err(Refusal::NoDatabase { path: database }.into());
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
        Ok(found.ok_or_else(|| Refusal::NoAgreement {
            slug: slug.to_owned(),
            known: all.into_iter().map(|(_, slug)| slug).collect(),
        })?)
    }
}

/// Keeps a second service off a data directory for as long as it is held.
pub struct Lock(std::fs::File);

impl Drop for Lock {
    fn drop(&mut self) {
        // A child process may hold the same file open for a moment; it shall not keep the lock.
        if let Err(error) = self.0.unlock() {
            tracing::warn!(%error, "the data directory could not be unlocked");
        }
    }
}

/// Locks the data directory.
///
/// Errors: a refusal when another service runs on it.
pub fn lock(config: &Config) -> Result<Lock, AppError> {
    let path = config.data_dir.join("polsslag.lock");
    let failed = |source| AppError::File { path: path.clone(), source };
    let file = std::fs::File::create(&path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(std::fs::TryLockError::WouldBlock) => {
            Err(Refusal::OtherService { folder: config.data_dir.clone() }.into())
        }
        Err(std::fs::TryLockError::Error(source)) => Err(failed(source)),
    }
}
