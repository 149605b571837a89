//! Which reports were made, and the generation of their keys.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::seconds;
use crate::domain::ids::AgreementId;

/// Notes that a report was made.
pub fn put(
    connection: &Connection,
    agreement: AgreementId,
    period: &str,
    data_hash: &str,
    at: DateTime<Utc>,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO report (agreement_id, period, made_at, data_hash) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET made_at = ?3, data_hash = ?4",
        )?
        .execute(params![agreement.0, period, seconds(at), data_hash])?;
    Ok(())
}

/// The key generation of a report, or `None` if none was made for the period.
pub fn find_generation(
    connection: &Connection,
    agreement: AgreementId,
    period: &str,
) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached("SELECT key_generation FROM report WHERE agreement_id = ?1 AND period = ?2")?
        .query_row(params![agreement.0, period], |row| row.get(0))
        .optional()
}

/// When a period's report was made last, or `None`.
pub fn find_made_at(
    connection: &Connection,
    agreement: AgreementId,
    period: &str,
) -> rusqlite::Result<Option<DateTime<Utc>>> {
    connection
        .prepare_cached("SELECT made_at FROM report WHERE agreement_id = ?1 AND period = ?2")?
        .query_row(params![agreement.0, period], |row| super::instant(row, "made_at"))
        .optional()
}

/// Kills every key of a report that was given out; whether there is such a report.
pub fn revoke_keys(connection: &Connection, agreement: AgreementId, period: &str) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE report SET key_generation = key_generation + 1 WHERE agreement_id = ?1 AND period = ?2",
        )?
        .execute(params![agreement.0, period])?;
    Ok(n == 1)
}

/// Periods with a report, newest first.
pub fn list(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT period FROM report WHERE agreement_id = ?1 ORDER BY period DESC")?
        .query_map([agreement.0], |row| row.get(0))?
        .collect()
}
