//! Seats passed on by whoever sat in them.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{named, seconds};
use crate::domain::hand_over::{HandOverState, PassedOn};
use crate::domain::ids::{AgreementId, HandOverId, PersonId, SeatId};
use crate::domain::key::Key;
use crate::domain::language::Language;

/// A hand-over as stored.
#[derive(Debug, Clone)]
pub struct HandOver {
    /// Its row.
    pub id: HandOverId,
    /// The agreement.
    pub agreement: AgreementId,
    /// The seat.
    pub seat: SeatId,
    /// Who passes it on.
    pub from: PersonId,
    /// The colleague's name.
    pub name: String,
    /// The colleague's address.
    pub mail: String,
    /// The colleague's language.
    pub language: Language,
    /// Where it stands.
    pub state: HandOverState,
    /// When it was done or refused.
    pub settled_at: Option<DateTime<Utc>>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<HandOver> {
    Ok(HandOver {
        id: HandOverId(row.get("id")?),
        agreement: AgreementId(row.get("agreement_id")?),
        seat: SeatId(row.get("seat_id")?),
        from: PersonId(row.get("from_person_id")?),
        name: row.get("name")?,
        mail: row.get("mail")?,
        language: named(row, "language", Language::find)?,
        state: named(row, "state", HandOverState::find)?,
        settled_at: row.get::<_, Option<i64>>("settled_at")?.and_then(|at| DateTime::from_timestamp(at, 0)),
    })
}

/// What a new hand-over says.
#[derive(Debug, Clone)]
pub struct NewHandOver<'a> {
    /// The agreement.
    pub agreement: AgreementId,
    /// The seat.
    pub seat: SeatId,
    /// Who passes it on.
    pub from: PersonId,
    /// Their address.
    pub from_mail: &'a str,
    /// The colleague's name.
    pub name: &'a str,
    /// The colleague's address.
    pub mail: &'a str,
    /// The colleague's language.
    pub language: Language,
}

/// Stores a hand-over that waits, in place of earlier ones of the seat that still waited.
pub fn insert(
    connection: &Connection,
    key: &Key,
    new: &NewHandOver<'_>,
    now: DateTime<Utc>,
) -> rusqlite::Result<HandOverId> {
    connection
        .prepare_cached("UPDATE hand_over SET state = 'replaced' WHERE seat_id = ?1 AND state = 'waiting'")?
        .execute([new.seat.0])?;
    connection
        .prepare_cached(
            "INSERT INTO hand_over (agreement_id, seat_id, from_person_id, name, mail, language, state, asked_at, from_digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting', ?7, ?8)",
        )?
        .execute(params![
            new.agreement.0,
            new.seat.0,
            new.from.0,
            new.name,
            new.mail,
            new.language.code(),
            seconds(now),
            key.address_digest(new.from_mail)
        ])?;
    let id = HandOverId(connection.last_insert_rowid());
    connection
        .prepare_cached("UPDATE hand_over SET token_digest = ?2 WHERE id = ?1")?
        .execute(params![id.0, key.hand_over_token(id).digest()])?;
    Ok(id)
}

/// The hand-over of a row, or `None`.
pub fn find(connection: &Connection, id: HandOverId) -> rusqlite::Result<Option<HandOver>> {
    connection.prepare_cached("SELECT * FROM hand_over WHERE id = ?1")?.query_row([id.0], read).optional()
}

/// The hand-over behind a facilitator's link, or `None`.
pub fn find_by_link(connection: &Connection, digest: &[u8; 32]) -> rusqlite::Result<Option<HandOver>> {
    connection
        .prepare_cached("SELECT * FROM hand_over WHERE token_digest = ?1")?
        .query_row([digest], read)
        .optional()
}

/// Ends the waiting of a hand-over; whether it waited.
pub fn settle(
    connection: &Connection,
    id: HandOverId,
    state: HandOverState,
    to: Option<PersonId>,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE hand_over SET state = ?2, to_person_id = ?3, settled_at = ?4 WHERE id = ?1 AND state = 'waiting'",
        )?
        .execute(params![id.0, state.code(), to.map(|to| to.0), seconds(now)])?;
    Ok(n == 1)
}

/// Hand-overs of a seat that were asked for since an instant.
pub fn count_since(connection: &Connection, seat: SeatId, since: DateTime<Utc>) -> rusqlite::Result<usize> {
    let n: i64 = connection
        .prepare_cached("SELECT count(*) FROM hand_over WHERE seat_id = ?1 AND asked_at >= ?2")?
        .query_row(params![seat.0, seconds(since)], |row| row.get(0))?;
    Ok(n.unsigned_abs() as usize)
}

/// The last hand-over that put a person into a seat, or `None`: a colleague's first mail says who gave their name.
pub fn find_to(connection: &Connection, to: PersonId) -> rusqlite::Result<Option<HandOver>> {
    connection
        .prepare_cached(
            "SELECT * FROM hand_over WHERE to_person_id = ?1 AND state IN ('done', 'followed') ORDER BY id DESC LIMIT 1",
        )?
        .query_row([to.0], read)
        .optional()
}

/// Seats of an agreement that passed on by their occupants' word and that no file knows of yet, in order.
pub fn list_done(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<PassedOn>> {
    connection
        .prepare_cached(
            "SELECT seat.slug, from_digest FROM hand_over h JOIN seat ON seat.id = h.seat_id
             WHERE h.agreement_id = ?1 AND h.state = 'done' ORDER BY h.id",
        )?
        .query_map([agreement.0], |row| Ok(PassedOn { seat: row.get(0)?, from: row.get(1)? }))?
        .collect()
}

/// A file knows who sits in a seat now: from here on it decides again.
pub fn mark_followed(connection: &Connection, agreement: AgreementId, seat: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE hand_over SET state = 'followed' WHERE agreement_id = ?1 AND state = 'done'
                 AND seat_id = (SELECT id FROM seat WHERE agreement_id = ?1 AND slug = ?2)",
        )?
        .execute(params![agreement.0, seat])?;
    Ok(())
}

/// Forgets whom seats were to pass to that did not, asked for before an instant; how many.
pub fn forget_unused(connection: &Connection, before: DateTime<Utc>) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(
            "UPDATE hand_over SET name = '', mail = '', token_digest = NULL,
                 state = CASE state WHEN 'waiting' THEN 'replaced' ELSE state END
             WHERE state IN ('waiting', 'refused', 'replaced') AND asked_at < ?1 AND mail <> ''",
        )?
        .execute([seconds(before)])
}
