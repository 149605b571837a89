//! Changes that wait for a second pair of eyes.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::row::{instant, named, seconds};
use crate::domain::code::coded;
use crate::domain::ids::{AccountId, AgreementId, ApprovalId};

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum ApprovalKind {
    /// Another mode or threshold.
    Confidentiality,
    /// Everything of an agreement goes.
    Deletion,
}

coded!(ApprovalKind);

/// A change as asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Its row.
    pub id: ApprovalId,
    /// Whose.
    pub agreement: AgreementId,
    /// What is wanted.
    pub kind: ApprovalKind,
    /// The value that is wanted, as JSON.
    pub wanted: String,
    /// Why.
    pub why: String,
    /// Who asked; `None` for the command line.
    pub asked_by: Option<AccountId>,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Whether somebody still has to decide.
    pub is_waiting: bool,
    /// Whether it was approved.
    pub is_approved: bool,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Approval> {
    let state: String = row.get("state")?;
    Ok(Approval {
        id: ApprovalId(row.get("id")?),
        agreement: AgreementId(row.get("agreement_id")?),
        kind: named(row, "kind", ApprovalKind::find)?,
        wanted: row.get("wanted")?,
        why: row.get("why")?,
        asked_by: row.get::<_, Option<i64>>("asked_by")?.map(AccountId),
        asked_at: instant(row, "asked_at")?,
        is_waiting: state == "waiting",
        is_approved: state == "approved",
    })
}

/// Asks, unless the same waits already; the row.
pub fn ask(
    connection: &Connection,
    agreement: AgreementId,
    kind: ApprovalKind,
    wanted: &str,
    why: &str,
    asked_by: Option<AccountId>,
    now: DateTime<Utc>,
) -> rusqlite::Result<ApprovalId> {
    let same = connection
        .prepare_cached(
            "SELECT id FROM approval WHERE agreement_id = ?1 AND kind = ?2 AND wanted = ?3 AND state = 'waiting'",
        )?
        .query_row(params![agreement.0, kind.code(), wanted], |row| row.get(0).map(ApprovalId))
        .optional()?;
    if let Some(same) = same {
        return Ok(same);
    }
    connection
        .prepare_cached(
            "INSERT INTO approval (agreement_id, kind, wanted, why, asked_by, asked_at, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting')",
        )?
        .execute(params![agreement.0, kind.code(), wanted, why, asked_by.map(|id| id.0), seconds(now)])?;
    Ok(ApprovalId(connection.last_insert_rowid()))
}

/// An agreement's changes, newest first.
pub fn list(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<Approval>> {
    connection
        .prepare_cached("SELECT * FROM approval WHERE agreement_id = ?1 ORDER BY id DESC")?
        .query_map([agreement.0], read)?
        .collect()
}

/// An agreement's change of a row, or `None`.
pub fn find(
    connection: &Connection,
    agreement: AgreementId,
    id: ApprovalId,
) -> rusqlite::Result<Option<Approval>> {
    connection
        .prepare_cached("SELECT * FROM approval WHERE agreement_id = ?1 AND id = ?2")?
        .query_row([agreement.0, id.0], read)
        .optional()
}

/// Settles a waiting change; whether it waited.
pub fn settle(
    connection: &Connection,
    id: ApprovalId,
    is_approved: bool,
    by: Option<AccountId>,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let state = if is_approved { "approved" } else { "refused" };
    let n = connection
        .prepare_cached(
            "UPDATE approval SET state = ?2, settled_by = ?3, settled_at = ?4 WHERE id = ?1 AND state = 'waiting'",
        )?
        .execute(params![id.0, state, by.map(|id| id.0), seconds(now)])?;
    Ok(n == 1)
}
