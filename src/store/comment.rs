//! Open answers of a round, and their masking. A comment goes by a code of its sheet's random key, which says nothing.

use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::HEXLOWER;
use rusqlite::{Connection, params};

use super::row::seconds;
use super::sheet::SheetKey;
use crate::domain::ids::RoundId;

/// An open answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// What commands call it.
    pub code: String,
    /// Short name of the respondent's partner, for the guard only.
    pub partner: String,
    /// What was written.
    pub text: String,
    /// A facilitator took it off every page.
    pub is_masked: bool,
}

fn code(key: &SheetKey) -> String {
    HEXLOWER.encode(&key[..4])
}

/// A round's comments, by code: an order that says nothing.
pub fn list(connection: &Connection, round: RoundId) -> rusqlite::Result<Vec<Comment>> {
    connection
        .prepare_cached(
            "SELECT sheet.id, partner.slug, comment, is_masked FROM sheet JOIN partner ON partner.id = partner_id
             WHERE round_id = ?1 AND comment IS NOT NULL ORDER BY sheet.id",
        )?
        .query_map([round.0], |row| {
            Ok(Comment {
                code: code(&row.get(0)?),
                partner: row.get(1)?,
                text: row.get(2)?,
                is_masked: row.get(3)?,
            })
        })?
        .collect()
}

/// Who masked or unmasked, and why.
#[derive(Debug, Clone)]
pub struct Masking {
    /// Whether it is masked from now on.
    pub is_masked: bool,
    /// Who says so.
    pub who: String,
    /// Why.
    pub reason: String,
}

/// Masks or unmasks a comment and logs it; whether the round has it and it was otherwise before.
pub fn mask(
    connection: &Connection,
    round: RoundId,
    wanted: &str,
    masking: &Masking,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE sheet SET is_masked = ?3 WHERE round_id = ?1 AND comment IS NOT NULL AND is_masked <> ?3
                 AND lower(hex(substr(id, 1, 4))) = ?2",
        )?
        .execute(params![round.0, wanted, masking.is_masked])?;
    if n == 0 {
        return Ok(false);
    }
    connection
        .prepare_cached(
            "INSERT INTO comment_masking (round_id, code, is_masked, who, reason, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![round.0, wanted, masking.is_masked, masking.who, masking.reason, seconds(now)])?;
    Ok(true)
}

/// Forgets comments that were given before a day; how many.
pub fn delete_before(connection: &Connection, day: NaiveDate) -> rusqlite::Result<usize> {
    connection
        .prepare_cached("UPDATE sheet SET comment = NULL WHERE comment IS NOT NULL AND answered_on < ?1")?
        .execute([day.to_string()])
}
