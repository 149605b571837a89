//! The key file beside the database: 64 hexadecimal characters, readable by its owner only.

use std::io::Write;
use std::path::Path;

use crate::app::AppError;
use crate::domain::invitation::Key;

/// Reads the key.
///
/// Errors: a refusal when the file is missing or is not a key.
pub fn read(path: &Path) -> Result<Key, AppError> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        AppError::Refused(format!(
            "could not read the key file {}: {error}. Without it links and answers cannot be matched; put the key file of this database there",
            path.display()
        ))
    })?;
    Key::from_hex(&text).ok_or_else(|| {
        AppError::Refused(format!("{} is not a key file: expected 64 hexadecimal characters", path.display()))
    })
}

/// Reads the key, or makes one if there is no file.
pub fn read_or_create(path: &Path) -> Result<Key, AppError> {
    if path.exists() {
        return read(path);
    }
    let mut bytes = [0; 32];
    random(&mut bytes)?;
    create(path, &Key::new(bytes))
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

/// Fills bytes from the system's random source.
pub fn random(bytes: &mut [u8]) -> Result<(), AppError> {
    getrandom::fill(bytes).map_err(|error| AppError::File {
        path: "the system's random source".into(),
        source: std::io::Error::other(error.to_string()),
    })
}
