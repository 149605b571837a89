//! Addresses that mail came back from for good.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::row::seconds;
use crate::domain::ids::{AgreementId, PersonId};

/// Whether mail to a person's address came back for good.
pub fn has_bounced(connection: &Connection, person: PersonId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT bounced_at IS NOT NULL FROM person WHERE id = ?1")?
        .query_row([person.0], |row| row.get(0))
}

/// Notes that mail came back for good, with its status code (RFC 3463); whether that is news.
pub fn mark(
    connection: &Connection,
    person: PersonId,
    status: &str,
    at: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE person SET bounced_at = ?2, bounce_status = ?3 WHERE id = ?1 AND bounced_at IS NULL",
        )?
        .execute(params![person.0, seconds(at), status])?;
    Ok(n == 1)
}

/// The address is good again; whether the agreement has such a person and it had bounced.
pub fn clear(connection: &Connection, agreement: AgreementId, mail: &str) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE person SET bounced_at = NULL, bounce_status = NULL
             WHERE agreement_id = ?1 AND mail = ?2 AND bounced_at IS NOT NULL",
        )?
        .execute(params![agreement.0, mail])?;
    Ok(n == 1)
}

/// People of an agreement whose mail came back, as (name, address, status), by name.
pub fn list(
    connection: &Connection,
    agreement: AgreementId,
) -> rusqlite::Result<Vec<(String, String, String)>> {
    connection
        .prepare_cached(
            "SELECT name, mail, bounce_status FROM person
             WHERE agreement_id = ?1 AND bounced_at IS NOT NULL AND name <> '' ORDER BY name, id",
        )?
        .query_map([agreement.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect()
}
