//! Copies of the database while it is in use.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::StoreError;

/// Pages copied between two looks at who else wants the database.
const PAGES_PER_STEP: i32 = 256;

/// Copies a database to a file that does not exist yet, consistent as of the moment it ends.
pub fn copy(source: &Connection, destination: &Path) -> Result<(), StoreError> {
    if destination.exists() {
        return Err(StoreError::Exists(destination.to_owned()));
    }
    let failed = |source| StoreError::Sqlite { operation: "copy the database", source };
    super::create_private(destination)?;
    let mut target = Connection::open(destination).map_err(failed)?;
    Backup::new(source, &mut target)
        .and_then(|backup| backup.run_to_completion(PAGES_PER_STEP, Duration::ZERO, None))
        .map_err(failed)?;
    let verdict: String =
        target.pragma_query_value(None, "integrity_check", |row| row.get(0)).map_err(failed)?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged { path: destination.to_owned(), verdict }) }
}

/// Opens a file as a database that is only read.
pub fn open_read_only(path: &Path) -> Result<Connection, StoreError> {
    Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)
        .map_err(|source| StoreError::Sqlite { operation: "open the file", source })
}
