//! What time it is: the one thing that tests, the demo and the service see differently.

#![expect(clippy::disallowed_methods, reason = "what time it is comes in here")]

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

use chrono::{DateTime, Duration, Utc};

/// A source of the present.
#[derive(Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Starts at a given instant and runs on from there: the demo's.
    Shifted {
        /// What it showed at the start.
        from: DateTime<Utc>,
        /// When it started.
        started: Instant,
    },
    /// Stands still until it is set: the tests'.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that starts at an instant and runs on.
    pub fn starting_at(from: DateTime<Utc>) -> Clock {
        Clock::Shifted { from, started: Instant::now() }
    }

    /// A clock that stands still.
    pub fn manual(at: DateTime<Utc>) -> Clock {
        Clock::Manual(Arc::new(AtomicI64::new(at.timestamp())))
    }

    /// The present, in whole seconds for a manual clock.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Clock::System => Utc::now(),
            Clock::Shifted { from, started } => {
                *from + Duration::from_std(started.elapsed()).unwrap_or_default()
            }
            Clock::Manual(seconds) => {
                DateTime::from_timestamp(seconds.load(Ordering::SeqCst), 0).unwrap_or_default()
            }
        }
    }

    /// Sets a manual clock; the others go their own way.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Clock::Manual(seconds) = self {
            seconds.store(at.timestamp(), Ordering::SeqCst);
        }
    }
}
