//! Links to a page of the whole agreement, for somebody without a seat. They end on a day and can be revoked.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::row::{date, named, seconds};
use crate::domain::code::coded;
use crate::domain::ids::{AgreementId, ShareLinkId};
use crate::domain::key::{Key, Token};

/// Which page a link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum SharePage {
    /// What the collaboration is, for somebody who joins.
    Newcomer,
    /// The external summary of the last report.
    External,
}

coded!(SharePage);

impl SharePage {
    /// The first part of its address.
    pub fn path(self) -> &'static str {
        match self {
            SharePage::Newcomer => "n",
            SharePage::External => "x",
        }
    }
}

/// A link as stored.
#[derive(Debug, Clone)]
pub struct ShareLink {
    /// Its row.
    pub id: ShareLinkId,
    /// Whose page it opens.
    pub agreement: AgreementId,
    /// Which one.
    pub page: SharePage,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Whether somebody ended it earlier.
    pub is_revoked: bool,
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<ShareLink> {
    Ok(ShareLink {
        id: ShareLinkId(row.get("id")?),
        agreement: AgreementId(row.get("agreement_id")?),
        page: named(row, "page", SharePage::find)?,
        ends_on: date(row, "ends_on")?,
        is_revoked: row.get("is_revoked")?,
    })
}

/// Makes a link; only its digest is stored.
pub fn insert(
    connection: &Connection,
    key: &Key,
    agreement: AgreementId,
    page: SharePage,
    ends_on: NaiveDate,
    now: DateTime<Utc>,
) -> rusqlite::Result<(ShareLinkId, Token)> {
    let next: i64 =
        connection.query_row("SELECT coalesce(max(id), 0) + 1 FROM share_link", [], |row| row.get(0))?;
    let id = ShareLinkId(next);
    let token = key.share_token(id);
    connection
        .prepare_cached(
            "INSERT INTO share_link (id, agreement_id, page, token_digest, made_at, ends_on)
             VALUES (?1, ?2, ?6, ?3, ?4, ?5)",
        )?
        .execute(params![
            id.0,
            agreement.0,
            token.digest(),
            seconds(now),
            ends_on.to_string(),
            page.code()
        ])?;
    Ok((id, token))
}

/// The link of a digest, or `None`.
pub fn find(connection: &Connection, digest: &[u8; 32]) -> rusqlite::Result<Option<ShareLink>> {
    connection
        .prepare_cached("SELECT * FROM share_link WHERE token_digest = ?1")?
        .query_row([digest], read)
        .optional()
}

/// An agreement's links, oldest first.
pub fn list(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<ShareLink>> {
    connection
        .prepare_cached("SELECT * FROM share_link WHERE agreement_id = ?1 ORDER BY id")?
        .query_map([agreement.0], read)?
        .collect()
}

/// Ends a link; whether the agreement has it and it was not ended before.
pub fn revoke(connection: &Connection, agreement: AgreementId, id: ShareLinkId) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE share_link SET is_revoked = 1 WHERE id = ?1 AND agreement_id = ?2 AND NOT is_revoked",
        )?
        .execute(params![id.0, agreement.0])?;
    Ok(n == 1)
}
