//! Small facts about the installation.

use rusqlite::{Connection, OptionalExtension, params};

/// Whether sending waits for an operator, as after a restore.
pub const SENDING_PAUSED: &str = "sending_paused";
/// Fingerprint of the key that this database belongs to.
pub const KEY_FINGERPRINT: &str = "key_fingerprint";
/// When this installation looked for due reports first: earlier occurrences are nobody's report.
pub const REPORTS_SINCE: &str = "reports_since";

/// Number of the last audit entry that was pruned.
pub const AUDIT_ANCHOR_ID: &str = "audit_anchor_id";
/// Its digest, from which verification starts.
pub const AUDIT_ANCHOR_DIGEST: &str = "audit_anchor_digest";
/// The signature under both.
pub const AUDIT_ANCHOR_SIGNATURE: &str = "audit_anchor_signature";

/// The value of a setting, or `None`.
pub fn find(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()
}

/// Sets a value.
pub fn set(connection: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
        )?
        .execute(params![name, value])
        .map(|_| ())
}

/// Whether sending is paused.
pub fn is_sending_paused(connection: &Connection) -> rusqlite::Result<bool> {
    Ok(find(connection, SENDING_PAUSED)?.is_some_and(|value| value == "yes"))
}
