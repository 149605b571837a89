//! All SQL. One SQLite file; one thread writes, several connections read.
//!
//! Every function here takes a connection inside the caller's transaction and says nothing about rules: those are
//! in `domain`. Next: [`writer`] (how commits are grouped), then one file per aggregate.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "all SQL stands here, and so does the file that it lies in"
)]

pub mod account;
pub mod adjustment;
pub mod agreement;
pub mod approval;
pub mod audit;
pub mod backup;
pub mod bounce;
pub mod calibration;
pub mod comment;
pub mod conversation;
pub mod data_link;
pub mod erase;
pub mod erased;
pub mod finding;
pub mod hand_over;
pub mod invitation;
pub mod learning;
pub mod meter;
pub mod outbox;
pub mod person;
pub mod program;
pub mod report;
pub mod request;
pub mod round;
mod row;
pub mod setting;
pub mod share_link;
pub mod sheet;
pub mod survey;
mod writer;

use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};

pub(crate) use row::{as_read, from_json, to_json};
use writer::Writer;

/// Connections that read at the same time. Source: two cores and a second of each for slow pages.
const N_READERS: usize = 4;

/// How long a statement waits for another process (the command line beside the service).
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// Why the store could not do something.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite said no.
    #[error("could not {operation}: {source}")]
    Sqlite {
        /// What was being done.
        operation: &'static str,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The database is newer or older in a way that this program cannot handle.
    #[error("could not bring the database {path} up to date: {source}")]
    Migration {
        /// Which file.
        path: PathBuf,
        /// What went wrong.
        source: rusqlite_migration::Error,
    },
    /// Too much at once; the caller may try again.
    #[error("too many writes are waiting: try again in a moment")]
    Overloaded,
    /// The store is shutting down.
    #[error("the store is closed")]
    Closed,
    /// A file could not be read or written.
    #[error("could not use {path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A copy never takes the place of a file.
    #[error("{0} exists already: a copy never takes the place of a file")]
    Exists(PathBuf),
    /// The copy does not hold together.
    #[error("{path} is damaged: {verdict}")]
    Damaged {
        /// The copy.
        path: PathBuf,
        /// What SQLite found.
        verdict: String,
    },
}

/// Why a job gives up; either way all that it did is undone.
#[derive(Debug)]
pub enum JobError<R> {
    /// SQLite said no.
    Sqlite(rusqlite::Error),
    /// The request is at fault; how, the caller's type tells.
    Refused(R),
}

impl<R> From<rusqlite::Error> for JobError<R> {
    fn from(error: rusqlite::Error) -> JobError<R> {
        JobError::Sqlite(error)
    }
}

/// The store: cheap to clone, closed when the last clone is dropped.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    path: PathBuf,
    writer: Writer,
    readers: Arc<Readers>,
}

struct Readers {
    idle: Mutex<Vec<Connection>>,
    permits: Arc<tokio::sync::Semaphore>,
}

fn migrations() -> Migrations<'static> {
    Migrations::new(vec![
        M::up(include_str!("migrations/0001_initial.sql")),
        M::up(include_str!("migrations/0002_turns_and_remarks.sql")),
    ])
}

impl Store {
    /// Opens or creates the database. A migration of an existing one is preceded by a copy beside it.
    pub fn open(path: &Path) -> Result<Store, StoreError> {
        let mut connection = connect(path, OpenFlags::default())?;
        let migrations = migrations();
        let failed = |source| StoreError::Migration { path: path.to_owned(), source };
        let version: i64 = connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .map_err(|source| StoreError::Sqlite { operation: "read the schema version", source })?;
        let pending = migrations.pending_migrations(&connection).map_err(failed)?;
        if version > 0 && pending > 0 {
            let copy = path.with_extension(format!("before-v{}.db", version + pending as i64));
            backup::copy(&connection, &copy)?;
        }
        migrations.to_latest(&mut connection).map_err(failed)?;
        let checkpoints = connect(path, OpenFlags::default())?;
        connection.pragma_update(None, "wal_autocheckpoint", 0).map_err(|source| StoreError::Sqlite {
            operation: "leave checkpoints to their thread",
            source,
        })?;
        let mut idle = Vec::with_capacity(N_READERS);
        for _ in 0..N_READERS {
            let reader = connect(path, OpenFlags::default())?;
            reader
                .pragma_update(None, "query_only", true)
                .map_err(|source| StoreError::Sqlite { operation: "open a reader", source })?;
            idle.push(reader);
        }
        let readers = Arc::new(Readers {
            idle: Mutex::new(idle),
            permits: Arc::new(tokio::sync::Semaphore::new(N_READERS)),
        });
        Ok(Store(Arc::new(Inner {
            path: path.to_owned(),
            writer: Writer::start(connection, checkpoints),
            readers,
        })))
    }

    /// Where the database lies.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// Runs a job inside a transaction of its own and returns once it is on disk. Jobs that arrive together
    /// share one commit. A job that fails changes nothing and disturbs no other.
    pub async fn write<T: Send + 'static>(
        &self,
        operation: &'static str,
        job: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let run =
            self.0.writer.run(operation, move |connection| Ok::<_, JobError<Infallible>>(job(connection)?));
        run.await.map(|done| done.unwrap_or_else(|never| match never {}))
    }

    /// As [`Store::write`], for a job that may refuse half-way: then nothing of it stays.
    pub async fn write_or_refuse<T: Send + 'static, R: Send + 'static>(
        &self,
        operation: &'static str,
        job: impl FnOnce(&Connection) -> Result<T, JobError<R>> + Send + 'static,
    ) -> Result<Result<T, R>, StoreError> {
        self.0.writer.run(operation, job).await
    }

    /// Finds one row by its key, right here: it takes microseconds, and handing it to another thread costs more than
    /// the look-up itself. Anything that reads more belongs in [`Store::read`].
    pub async fn look_up<T>(
        &self,
        operation: &'static str,
        query: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let readers = Arc::clone(&self.0.readers);
        let _permit = Arc::clone(&readers.permits).acquire_owned().await.map_err(|_| StoreError::Closed)?;
        let lease = Lease::take(readers)?;
        let connection = lease.connection.as_ref().ok_or(StoreError::Closed)?;
        let (found, n) = meter::measure(|| query(connection));
        meter::add(n);
        found.map_err(|source| StoreError::Sqlite { operation, source })
    }

    /// Runs a query on a connection that cannot write.
    pub async fn read<T: Send + 'static>(
        &self,
        operation: &'static str,
        query: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let readers = Arc::clone(&self.0.readers);
        let permit = Arc::clone(&readers.permits).acquire_owned().await.map_err(|_| StoreError::Closed)?;
        // The permit and the connection travel with the work: a dropped request must not leak either.
        let work = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let lease = Lease::take(readers)?;
            let connection = lease.connection.as_ref().ok_or(StoreError::Closed)?;
            // One deferred transaction gives every query inside the same snapshot.
            let snapshot = connection
                .unchecked_transaction()
                .map_err(|source| StoreError::Sqlite { operation, source })?;
            Ok(meter::measure(|| query(&snapshot).map_err(|source| StoreError::Sqlite { operation, source })))
        });
        let (found, n) = work.await.map_err(|_| StoreError::Closed)??;
        meter::add(n);
        found
    }
}

/// Does something and, for a dry run, takes it back: what it gave says what would really happen.
pub(crate) fn try_out<T>(
    connection: &Connection,
    dry_run: bool,
    step: impl FnOnce() -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    connection.execute_batch("SAVEPOINT trial")?;
    let done = step()?;
    connection.execute_batch(if dry_run { "ROLLBACK TO trial; RELEASE trial" } else { "RELEASE trial" })?;
    Ok(done)
}

/// A reader on loan; it goes back even when the query panics.
struct Lease {
    connection: Option<Connection>,
    readers: Arc<Readers>,
}

impl Lease {
    fn take(readers: Arc<Readers>) -> Result<Lease, StoreError> {
        let connection = readers.idle.lock().map_err(|_| StoreError::Closed)?.pop();
        Ok(Lease { connection, readers })
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if let (Some(connection), Ok(mut idle)) = (self.connection.take(), self.readers.idle.lock()) {
            idle.push(connection);
        }
    }
}

/// Makes an empty file that only its owner may read: it will hold names, addresses and answers. SQLite gives its
/// companions the same rights.
pub(crate) fn create_private(path: &Path) -> Result<(), StoreError> {
    if path.exists() {
        return Ok(());
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ()).map_err(|source| StoreError::File { path: path.to_owned(), source })
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let failed = |source| StoreError::Sqlite { operation: "open the database", source };
    create_private(path)?;
    let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
    connection.busy_timeout(BUSY_TIMEOUT).map_err(failed)?;
    connection.set_prepared_statement_cache_capacity(128);
    meter::watch(&connection);
    // FULL: an answer acknowledged is an answer on disk. Grouped commits make it cheap.
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
             PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; PRAGMA trusted_schema = OFF;",
        )
        .map_err(failed)?;
    Ok(connection)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn memory() -> Connection {
        let mut connection = Connection::open_in_memory().expect("memory");
        connection.execute_batch("PRAGMA foreign_keys = ON").expect("pragma");
        migrations().to_latest(&mut connection).expect("schema");
        connection
    }

    #[test]
    fn the_migrations_are_valid() {
        assert!(migrations().validate().is_ok());
    }

    #[test]
    fn every_table_is_strict_and_every_foreign_key_leads_an_index() {
        let connection = memory();
        let mut tables = connection
            .prepare("SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite%'")
            .expect("list");
        let tables: Vec<(String, bool)> = tables
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("query")
            .collect::<Result<_, _>>()
            .expect("rows");
        assert!(tables.len() > 15);
        for (table, strict) in tables {
            assert!(strict, "{table} is not strict");
            let mut keys = connection
                .prepare("SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE seq = 0")
                .expect("keys");
            let columns: Vec<String> = keys
                .query_map([&table], |row| row.get(0))
                .expect("query")
                .collect::<Result<_, _>>()
                .expect("rows");
            for column in columns {
                let n: i64 = connection
                    .query_row(
                        "SELECT count(*) FROM pragma_index_list(?1) AS list, pragma_index_info(list.name) AS info
                         WHERE info.seqno = 0 AND info.name = ?2",
                        [&table, &column],
                        |row| row.get(0),
                    )
                    .expect("count");
                assert!(n > 0, "{table}.{column} refers to another table without an index of its own");
            }
        }
    }

    #[test]
    fn answers_and_identities_share_no_key() {
        let connection = memory();
        for table in ["sheet", "answer"] {
            let mut columns = connection.prepare("SELECT name FROM pragma_table_info(?1)").expect("columns");
            let columns: Vec<String> = columns
                .query_map([table], |row| row.get(0))
                .expect("query")
                .collect::<Result<_, _>>()
                .expect("rows");
            for column in columns {
                assert!(
                    !["person_id", "seat_id", "invitation_id", "token_digest"].contains(&column.as_str()),
                    "{table}.{column}"
                );
            }
        }
    }
}
