//! Links to one's own data: random, mailed to oneself, for a short time.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::row::seconds;
use crate::domain::ids::{DataLinkId, PersonId};
use crate::domain::key::Key;

/// Makes a link that works until an instant; only its digest is stored.
pub fn insert(
    connection: &Connection,
    key: &Key,
    person: PersonId,
    ends_at: DateTime<Utc>,
) -> rusqlite::Result<DataLinkId> {
    connection
        .prepare_cached("INSERT INTO data_link (person_id, ends_at) VALUES (?1, ?2)")?
        .execute(params![person.0, seconds(ends_at)])?;
    let id = DataLinkId(connection.last_insert_rowid());
    connection
        .prepare_cached("UPDATE data_link SET token_digest = ?2 WHERE id = ?1")?
        .execute(params![id.0, key.data_token(id).digest()])?;
    Ok(id)
}

/// The personal link's digest of whose data a link leads to at an instant, or `None`.
pub fn find_holder_digest(
    connection: &Connection,
    digest: &[u8; 32],
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<[u8; 32]>> {
    connection
        .prepare_cached(
            "SELECT unsubscribe_digest FROM data_link JOIN person ON person.id = person_id
             WHERE token_digest = ?1 AND ends_at > ?2 AND unsubscribe_digest IS NOT NULL",
        )?
        .query_row(params![digest, seconds(now)], |row| row.get(0))
        .optional()
}

/// Forgets links that no longer work.
pub fn delete_before(connection: &Connection, now: DateTime<Utc>) -> rusqlite::Result<usize> {
    connection.prepare_cached("DELETE FROM data_link WHERE ends_at < ?1")?.execute([seconds(now)])
}

/// Whether somebody has a link that works beyond an instant.
pub fn has_since(connection: &Connection, person: PersonId, until: DateTime<Utc>) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM data_link WHERE person_id = ?1 AND ends_at > ?2)")?
        .query_row(params![person.0, seconds(until)], |row| row.get(0))
}
