//! Calibrated thresholds, kept so that a simulation runs once.

use rusqlite::{Connection, params};

/// All that are known: roster and thresholds, as JSON each.
pub fn list(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare_cached("SELECT roster, thresholds FROM calibration")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Keeps one; the first stays.
pub fn put(connection: &Connection, roster: &str, thresholds: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO calibration (roster, thresholds) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        )?
        .execute(params![roster, thresholds])
        .map(|_| ())
}
