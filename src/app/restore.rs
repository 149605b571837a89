//! A backup is taken while the service runs, and put back with sending paused.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::{AppError, Service, key_file};
use crate::config::Config;
use crate::store::{Store, account, audit, backup, setting};

/// Copies the database to a new file. The key file is not part of it.
pub async fn back_up(service: &Service, destination: &Path) -> Result<(), AppError> {
    let (source, destination) = (service.store.path().to_owned(), destination.to_owned());
    tokio::task::spawn_blocking(move || {
        let connection = backup::open_read_only(&source)?;
        backup::copy(&connection, &destination)
    })
    .await
    .map_err(|_| AppError::Refused("the backup was interrupted".to_owned()))?
    .map_err(refuse_unusable)
}

/// Puts a backup into an empty data directory. Sending stays paused until an operator resumes it: messages that are
/// queued in the backup may have left after it was taken.
///
/// Errors: a refusal when there is a database already, or when the key file is missing or another one's.
pub async fn restore(config: &Config, source: &Path, now: DateTime<Utc>) -> Result<(), AppError> {
    let database = config.database();
    if database.exists() {
        return Err(AppError::Refused(format!(
            "{} exists already: move it away before a backup takes its place",
            database.display()
        )));
    }
    if !source.exists() {
        return Err(AppError::Refused(format!("there is no file {}", source.display())));
    }
    let key = key_file::read(&config.key_file())?;
    let copy = backup::open_read_only(source)?;
    let fingerprint = setting::find(&copy, setting::KEY_FINGERPRINT).map_err(|_| {
        AppError::Refused(format!("{} is not a backup of this program's database", source.display()))
    })?;
    if fingerprint.as_deref() != Some(key.fingerprint().as_str()) {
        return Err(AppError::Refused(format!(
            "{} does not belong to this backup: links and answers could not be matched",
            config.key_file().display()
        )));
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
                audit::note_command(connection, "database.restored", "", now)?;
                setting::set(connection, setting::SENDING_PAUSED, "yes")
            })
            .await?;
    }
    std::fs::rename(&draft, &database).map_err(failed)?;
    Ok(())
}

fn refuse_unusable(error: crate::store::StoreError) -> AppError {
    match error {
        crate::store::StoreError::Unusable(sentence) => AppError::Refused(sentence),
        other => other.into(),
    }
}
