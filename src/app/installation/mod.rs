//! What keeps an installation running: its key, its programs, its retention, its backups, its health.
//!
//! [`open`] finds and opens it; [`key_file`], [`manage_programs`], [`keep_retention`], [`restore`], [`watch`]. Next: [`crate::app::demo`].

pub mod keep_retention;
pub mod key_file;
pub mod manage_programs;
pub mod open;
pub mod random;
pub mod restore;
pub mod watch;
