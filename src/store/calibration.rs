//! Calibrated thresholds, kept so that a simulation runs once for each design of the detectors.

use rusqlite::{Connection, params};

/// All that are known for a design: roster and thresholds, as JSON each.
pub fn list(connection: &Connection, design: &str) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare_cached("SELECT roster, thresholds FROM calibration WHERE design = ?1")?
        .query_map([design], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Keeps one; the first stays.
pub fn put(connection: &Connection, design: &str, roster: &str, thresholds: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO calibration (design, roster, thresholds) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        )?
        .execute(params![design, roster, thresholds])
        .map(|_| ())
}
