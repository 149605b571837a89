//! The key file beside the database: 64 hexadecimal characters, readable by its owner only.

#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "the key is a file")]

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::app::AppError;
use crate::app::installation::random::random;
use crate::domain::key::Key;
use crate::words::Phrase;

/// Why a key file is of no use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        said: String,
    },
    /// It is no key.
    NoKey {
        /// The file.
        path: PathBuf,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::Unreadable { path, said } => Phrase::RefusalKeyUnreadable {
                path: path.display().to_string().into(),
                said: said.as_str().into(),
            },
            Refusal::NoKey { path } => Phrase::RefusalNoKey { path: path.display().to_string().into() },
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        false
    }
}

/// Reads the key.
///
/// Errors: a refusal when the file is missing or is not a key.
pub fn read(path: &Path) -> Result<Key, AppError> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Refusal::Unreadable { path: path.to_owned(), said: error.to_string() })?;
    Ok(Key::from_hex(&text).ok_or_else(|| Refusal::NoKey { path: path.to_owned() })?)
}

/// Reads the key, or makes one if there is no file.
pub fn read_or_create(path: &Path) -> Result<Key, AppError> {
    if path.exists() {
        return read(path);
    }
    create(path, &Key::new(random()?))
}

/// Writes a key to a file that does not exist yet.
pub fn create(path: &Path, key: &Key) -> Result<Key, AppError> {
    let failed = |source| AppError::File { path: path.to_owned(), source };
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(failed)?;
    file.write_all(format!("{}\n", key.to_hex()).as_bytes()).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    Ok(key.clone())
}
