//! Conversations, and what facilitators did with signals.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{instant, named, seconds};
use crate::domain::conversation::{ConversationKind, ConversationState, SignalWork};
use crate::domain::ids::{AccountId, AgreementId, ConversationId, RequestId};

/// A conversation as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Its row.
    pub id: ConversationId,
    /// Whose.
    pub agreement: AgreementId,
    /// How people meet.
    pub kind: ConversationKind,
    /// Name of the signal that it is about.
    pub signal: Option<String>,
    /// The request that it is about.
    pub request: Option<RequestId>,
    /// Who is there, in the facilitator's words.
    pub with_whom: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// Where.
    pub place: String,
    /// What it is for.
    pub purpose: String,
    /// Where it stands.
    pub state: ConversationState,
    /// What came of it; empty before.
    pub outcome: String,
    /// When it was planned.
    pub made_at: DateTime<Utc>,
    /// How often it was changed; a calendar knows a newer version by it.
    pub revision: u32,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Conversation> {
    Ok(Conversation {
        id: ConversationId(row.get("id")?),
        agreement: AgreementId(row.get("agreement_id")?),
        kind: named(row, "kind", ConversationKind::find)?,
        signal: row.get("signal")?,
        request: row.get::<_, Option<i64>>("request_id")?.map(RequestId),
        with_whom: row.get("with_whom")?,
        starts_at: instant(row, "starts_at")?,
        place: row.get("place")?,
        purpose: row.get("purpose")?,
        state: named(row, "state", ConversationState::find)?,
        outcome: row.get("outcome")?,
        made_at: instant(row, "made_at")?,
        revision: row.get("revision")?,
    })
}

/// Plans one; its `id`, `state` and `outcome` are given here.
pub fn insert(connection: &Connection, new: &Conversation) -> rusqlite::Result<ConversationId> {
    connection
        .prepare_cached(
            "INSERT INTO conversation (agreement_id, kind, signal, request_id, with_whom, starts_at, place, purpose, state, made_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'planned', ?9)",
        )?
        .execute(params![
            new.agreement.0,
            new.kind.code(),
            new.signal,
            new.request.map(|id| id.0),
            new.with_whom,
            seconds(new.starts_at),
            new.place,
            new.purpose,
            seconds(new.made_at),
        ])?;
    Ok(ConversationId(connection.last_insert_rowid()))
}

/// An agreement's conversation of a row, or `None`.
pub fn find(
    connection: &Connection,
    agreement: AgreementId,
    id: ConversationId,
) -> rusqlite::Result<Option<Conversation>> {
    connection
        .prepare_cached("SELECT * FROM conversation WHERE id = ?2 AND agreement_id = ?1")?
        .query_row([agreement.0, id.0], read)
        .optional()
}

/// An agreement's conversations by their beginning.
pub fn list(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<Conversation>> {
    connection
        .prepare_cached("SELECT * FROM conversation WHERE agreement_id = ?1 ORDER BY starts_at, id")?
        .query_map([agreement.0], read)?
        .collect()
}

/// Moves a conversation on, or back: everything is reversible. Its outcome is replaced; whether nobody changed it since
/// the revision that was looked at.
pub fn put_state(
    connection: &Connection,
    id: ConversationId,
    revision: u32,
    state: ConversationState,
    outcome: &str,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE conversation SET state = ?2, outcome = ?3, revision = revision + 1 WHERE id = ?1 AND revision = ?4",
        )?
        .execute(params![id.0, state.code(), outcome, revision])?;
    Ok(n == 1)
}

/// What somebody did with a signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worked {
    /// Name of the signal.
    pub signal: String,
    /// What.
    pub kind: SignalWork,
    /// In whose words.
    pub text: String,
    /// Who; `None` for the demo's history.
    pub by: Option<AccountId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Writes it down.
pub fn insert_work(connection: &Connection, agreement: AgreementId, work: &Worked) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO signal_work (agreement_id, signal, kind, text, account_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            agreement.0,
            work.signal,
            work.kind.code(),
            work.text,
            work.by.map(|id| id.0),
            seconds(work.at)
        ])
        .map(|_| ())
}

/// All that was done with an agreement's signals, oldest first.
pub fn list_work(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<Worked>> {
    connection
        .prepare_cached("SELECT * FROM signal_work WHERE agreement_id = ?1 ORDER BY id")?
        .query_map([agreement.0], |row| {
            Ok(Worked {
                signal: row.get("signal")?,
                kind: named(row, "kind", SignalWork::find)?,
                text: row.get("text")?,
                by: row.get::<_, Option<i64>>("account_id")?.map(AccountId),
                at: instant(row, "at")?,
            })
        })?
        .collect()
}
