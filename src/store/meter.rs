//! How many statements a piece of work runs: what a page costs, told in tests and in the demo.

use std::cell::Cell;
use std::future::Future;

use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};

thread_local! {
    /// Statements that this thread ran since it began.
    static RUN: Cell<u64> = const { Cell::new(0) };
}

tokio::task_local! {
    /// Statements that were run for the task within [`scope`].
    static COUNTED: Cell<u64>;
}

fn on_statement(event: TraceEvent<'_>) {
    // Savepoints of the write thread and a reader's snapshot are the store's own business.
    if let TraceEvent::Stmt(_, sql) = event
        && !["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA", "--"]
            .iter()
            .any(|own| sql.starts_with(own))
    {
        RUN.with(|run| run.set(run.get() + 1));
    }
}

/// Lets a connection be counted.
pub(super) fn watch(connection: &Connection) {
    connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(on_statement));
}

/// Runs something on this thread; gives how many statements that took beside what it gave.
pub(super) fn measure<T>(work: impl FnOnce() -> T) -> (T, u64) {
    let before = RUN.with(Cell::get);
    let done = work();
    (done, RUN.with(Cell::get) - before)
}

/// Adds statements to the task that waits for them, if it is counted.
pub(super) fn add(n: u64) {
    let _ = COUNTED.try_with(|counted| counted.set(counted.get() + n));
}

/// Waits for something; gives how many statements were run for it beside what it gave. What it leaves to another task is
/// not in it.
pub async fn scope<T>(work: impl Future<Output = T>) -> (T, u64) {
    COUNTED
        .scope(Cell::new(0), async {
            let done = work.await;
            (done, COUNTED.with(Cell::get))
        })
        .await
}
