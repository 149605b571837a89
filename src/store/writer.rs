//! One thread writes. Jobs that wait together are committed together, each in a savepoint of its own, and
//! nobody hears "done" before the commit is on disk.
//!
//! The idea of one write thread per database is datasette's; grouping commits makes `synchronous = FULL`
//! cost one disk flush for many answers.

use std::panic::AssertUnwindSafe;
use std::thread::JoinHandle;

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use super::{JobError, StoreError, meter};

/// Jobs waiting at most; beyond it callers are told to come back. Source: back-pressure, about 50 ms of work.
const QUEUE: usize = 1024;
/// Jobs in one commit at most, so that the first one does not wait for ever.
const BATCH: usize = 256;

type Finish = Box<dyn FnOnce(Result<(), rusqlite::Error>) + Send>;
type Job = Box<dyn FnOnce(&Connection) -> Finish + Send>;

/// Jobs between two checkpoints: an answer touches about five pages of 4 kB, so the log stays near 20 MB.
const JOBS_PER_CHECKPOINT: usize = 1000;

/// Handle on the write thread; dropping it finishes the queue and joins the thread.
pub(super) struct Writer {
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts writing on one connection; `checkpoints` moves the log into the database beside it.
    pub(super) fn start(connection: Connection, checkpoints: Connection) -> Writer {
        let (jobs, queue) = mpsc::channel(QUEUE);
        let thread = std::thread::spawn(move || {
            let (bell, rings) = std::sync::mpsc::sync_channel(1);
            let keeper = std::thread::spawn(move || keep_log_short(&checkpoints, &rings));
            write_all(connection, queue, &bell);
            drop(bell);
            let _ = keeper.join();
        });
        Writer { jobs: Some(jobs), thread: Some(thread) }
    }

    pub(super) async fn run<T: Send + 'static, R: Send + 'static>(
        &self,
        operation: &'static str,
        job: impl FnOnce(&Connection) -> Result<T, JobError<R>> + Send + 'static,
    ) -> Result<Result<T, R>, StoreError> {
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            let (result, n) = meter::measure(|| in_savepoint(connection, job));
            Box::new(move |committed: Result<(), rusqlite::Error>| {
                let result = match (result, committed) {
                    (Ok(value), Ok(())) => Ok(Ok(value)),
                    (Err(JobError::Refused(refusal)), _) => Ok(Err(refusal)),
                    (Err(JobError::Sqlite(source)), _) | (Ok(_), Err(source)) => {
                        Err(StoreError::Sqlite { operation, source })
                    }
                };
                // The caller may be gone (a closed connection); the work stands all the same.
                let _ = reply.send((result, n));
            })
        });
        let jobs = self.jobs.as_ref().ok_or(StoreError::Closed)?;
        jobs.try_send(job).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => StoreError::Overloaded,
            mpsc::error::TrySendError::Closed(_) => StoreError::Closed,
        })?;
        let (result, n) = answer.await.map_err(|_| StoreError::Closed)?;
        meter::add(n);
        result
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.jobs.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Moves the write-ahead log into the database whenever the bell rings. On the write thread itself every few busy
/// commits would wait for two more flushes; here they go on meanwhile.
fn keep_log_short(connection: &Connection, rings: &std::sync::mpsc::Receiver<()>) {
    while rings.recv().is_ok() {
        let moved = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        if let Err(error) = moved {
            tracing::warn!(%error, "the log could not be moved into the database yet");
        }
    }
}

fn write_all(connection: Connection, mut queue: mpsc::Receiver<Job>, bell: &std::sync::mpsc::SyncSender<()>) {
    let mut n_since = 0;
    while let Some(first) = queue.blocking_recv() {
        let mut finishes = Vec::new();
        let begun = execute(&connection, "BEGIN IMMEDIATE");
        let committed = match begun {
            Err(error) => Err(error),
            Ok(()) => {
                finishes.push(first(&connection));
                while finishes.len() < BATCH {
                    let Ok(next) = queue.try_recv() else { break };
                    finishes.push(next(&connection));
                }
                execute(&connection, "COMMIT").inspect_err(|_| {
                    let _ = execute(&connection, "ROLLBACK");
                })
            }
        };
        n_since += finishes.len();
        if n_since >= JOBS_PER_CHECKPOINT {
            n_since = 0;
            // Full means that one is under way; the next ring covers this too.
            let _ = bell.try_send(());
        }
        match committed {
            Ok(()) => finishes.into_iter().for_each(|finish| finish(Ok(()))),
            Err(error) => {
                tracing::error!(%error, jobs = finishes.len(), "a commit failed");
                for finish in finishes {
                    finish(Err(copy(&error)));
                }
            }
        }
    }
}

/// Runs a job so that its failure, a panic included, undoes only its own changes.
fn in_savepoint<T, R>(
    connection: &Connection,
    job: impl FnOnce(&Connection) -> Result<T, JobError<R>>,
) -> Result<T, JobError<R>> {
    execute(connection, "SAVEPOINT job")?;
    let result = std::panic::catch_unwind(AssertUnwindSafe(|| job(connection)));
    match result {
        Ok(Ok(value)) => Ok(execute(connection, "RELEASE job").map(|()| value)?),
        failed => {
            execute(connection, "ROLLBACK TO job")?;
            execute(connection, "RELEASE job")?;
            match failed {
                Ok(result) => result,
                Err(_) => Err(rusqlite::Error::ToSqlConversionFailure("the job panicked".into()).into()),
            }
        }
    }
}

fn execute(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.execute([]).map(|_| ())
}

/// The same failure for every job of a batch.
fn copy(error: &rusqlite::Error) -> rusqlite::Error {
    match error {
        rusqlite::Error::SqliteFailure(code, text) => rusqlite::Error::SqliteFailure(*code, text.clone()),
        other => rusqlite::Error::ToSqlConversionFailure(other.to_string().into()),
    }
}
