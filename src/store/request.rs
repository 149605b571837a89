//! What people ask for in their own name. Never joined with an answer.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{instant, named, seconds};
use crate::domain::ids::{AgreementId, PartnerId, PersonId, RequestId};
use crate::domain::request::{RequestKind, RequestState, VisitWish};

/// A request as stored.
#[derive(Debug, Clone)]
pub struct Request {
    /// Its row.
    pub id: RequestId,
    /// The agreement.
    pub agreement: AgreementId,
    /// Who asks.
    pub person: PersonId,
    /// Their organisation.
    pub partner: Option<PartnerId>,
    /// What for.
    pub kind: RequestKind,
    /// Id of the dimension it is about, if it is about one.
    pub theme: Option<String>,
    /// With which partner; `None`: with a facilitator, or for a visit with anyone.
    pub with: Option<PartnerId>,
    /// In their own words; may be empty.
    pub text: String,
    /// Where it stands.
    pub state: RequestState,
    /// The wish that it found.
    pub matched: Option<RequestId>,
    /// When.
    pub asked_at: DateTime<Utc>,
}

impl Request {
    /// As a wish to visit; `None` for other kinds, and for people without an organisation.
    pub fn visit(&self) -> Option<VisitWish> {
        let from = self.partner?;
        self.kind.is_visit().then_some(VisitWish { kind: self.kind, from, with: self.with })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Request> {
    Ok(Request {
        id: RequestId(row.get("id")?),
        agreement: AgreementId(row.get("agreement_id")?),
        person: PersonId(row.get("person_id")?),
        partner: row.get::<_, Option<i64>>("partner_id")?.map(PartnerId),
        kind: named(row, "kind", RequestKind::find)?,
        theme: row.get("theme")?,
        with: row.get::<_, Option<i64>>("with_partner_id")?.map(PartnerId),
        text: row.get("text")?,
        state: named(row, "state", RequestState::find)?,
        matched: row.get::<_, Option<i64>>("matched_id")?.map(RequestId),
        asked_at: instant(row, "asked_at")?,
    })
}

/// What a new request says.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// The agreement.
    pub agreement: AgreementId,
    /// Who asks.
    pub person: PersonId,
    /// Their organisation.
    pub partner: Option<PartnerId>,
    /// What for.
    pub kind: RequestKind,
    /// Id of the dimension it is about.
    pub theme: Option<String>,
    /// With which partner.
    pub with: Option<PartnerId>,
    /// In their own words.
    pub text: String,
}

/// Stores a request.
pub fn insert(connection: &Connection, new: &NewRequest, now: DateTime<Utc>) -> rusqlite::Result<RequestId> {
    connection
        .prepare_cached(
            "INSERT INTO request (agreement_id, person_id, partner_id, kind, theme, with_partner_id, text, state, asked_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'open', ?8)",
        )?
        .execute(params![
            new.agreement.0,
            new.person.0,
            new.partner.map(|id| id.0),
            new.kind.code(),
            new.theme,
            new.with.map(|id| id.0),
            new.text,
            seconds(now)
        ])?;
    Ok(RequestId(connection.last_insert_rowid()))
}

/// The request of a row, or `None`.
pub fn find(connection: &Connection, id: RequestId) -> rusqlite::Result<Option<Request>> {
    connection.prepare_cached("SELECT * FROM request WHERE id = ?1")?.query_row([id.0], read).optional()
}

/// An agreement's request of a row, or `None`.
pub fn find_of(
    connection: &Connection,
    agreement: AgreementId,
    id: RequestId,
) -> rusqlite::Result<Option<Request>> {
    Ok(find(connection, id)?.filter(|request| request.agreement == agreement))
}

/// An agreement's requests, oldest first.
pub fn list(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<Request>> {
    connection
        .prepare_cached("SELECT * FROM request WHERE agreement_id = ?1 ORDER BY id")?
        .query_map([agreement.0], read)?
        .collect()
}

/// Two wishes found each other.
pub fn join(connection: &Connection, a: RequestId, b: RequestId) -> rusqlite::Result<()> {
    for (one, other) in [(a, b), (b, a)] {
        connection
            .prepare_cached("UPDATE request SET state = 'matched', matched_id = ?2 WHERE id = ?1")?
            .execute(params![one.0, other.0])?;
    }
    Ok(())
}

/// A facilitator is done with a request; whether it was not done before.
pub fn finish(connection: &Connection, id: RequestId) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached("UPDATE request SET state = 'done' WHERE id = ?1 AND state <> 'done'")?
        .execute([id.0])?;
    Ok(n == 1)
}

/// Requests of one person since an instant.
pub fn count_since(
    connection: &Connection,
    person: PersonId,
    since: DateTime<Utc>,
) -> rusqlite::Result<usize> {
    let n: i64 = connection
        .prepare_cached("SELECT count(*) FROM request WHERE person_id = ?1 AND asked_at >= ?2")?
        .query_row(params![person.0, seconds(since)], |row| row.get(0))?;
    Ok(n.unsigned_abs() as usize)
}

/// Ends the open requests of somebody without a part any more: nobody is to be brought together with them.
pub fn finish_without_part(connection: &Connection, person: PersonId) -> rusqlite::Result<()> {
    connection
        .prepare_cached(&format!(
            "UPDATE request SET state = 'done' WHERE person_id = ?1 AND state = 'open'
                 AND NOT (SELECT {} FROM person WHERE person.id = ?1)",
            super::person::HAS_PART
        ))?
        .execute([person.0])?;
    Ok(())
}

/// Removes requests that were asked before an instant and that nobody is to do anything with; how many.
pub fn delete_finished(connection: &Connection, before: DateTime<Utc>) -> rusqlite::Result<usize> {
    const OLD: &str = "(SELECT id FROM request WHERE asked_at < ?1 AND state <> 'open')";
    let before = seconds(before);
    connection
        .prepare_cached(&format!("UPDATE request SET matched_id = NULL WHERE matched_id IN {OLD}"))?
        .execute([before])?;
    connection.prepare_cached(&format!("DELETE FROM request WHERE id IN {OLD}"))?.execute([before])
}
