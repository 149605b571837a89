//! Open answers of a round, and their masking. Each goes by a code made of its sheet's random key, which says nothing:
//! neither whose it is, nor which other answer is the same person's.

use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::HEXLOWER;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::row::seconds;
use super::sheet::SheetKey;
use crate::domain::ids::RoundId;
use crate::domain::survey::COMMENT;

/// An open answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// What commands call it.
    pub code: String,
    /// Whose sheet it stands on, for the guard only: it counts people.
    pub sheet: SheetKey,
    /// Name of what it answers.
    pub question: String,
    /// Short name of the respondent's partner, for the guard only.
    pub partner: String,
    /// What was written.
    pub text: String,
    /// A facilitator took it off every page.
    pub is_masked: bool,
}

fn code(key: &SheetKey, question: &str) -> String {
    if question == COMMENT {
        return HEXLOWER.encode(&key[..4]);
    }
    HEXLOWER.encode(&Sha256::new().chain_update(key).chain_update(question).finalize()[..4])
}

/// A round's open answers, by code: an order that says nothing.
pub fn list(connection: &Connection, round: RoundId) -> rusqlite::Result<Vec<Comment>> {
    let mut comments: Vec<Comment> = connection
        .prepare_cached(
            "SELECT sheet.id, ?2, partner.slug, comment, sheet.is_masked
                 FROM sheet JOIN partner ON partner.id = partner_id WHERE round_id = ?1 AND comment IS NOT NULL
             UNION ALL SELECT sheet.id, remark.question, partner.slug, remark.text, remark.is_masked FROM remark
                 JOIN sheet ON sheet.id = sheet_id JOIN partner ON partner.id = partner_id WHERE round_id = ?1",
        )?
        .query_map(params![round.0, COMMENT], |row| {
            let (sheet, question): (SheetKey, String) = (row.get(0)?, row.get(1)?);
            Ok(Comment {
                code: code(&sheet, &question),
                sheet,
                question,
                partner: row.get(2)?,
                text: row.get(3)?,
                is_masked: row.get(4)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    comments.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(comments)
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
    let all = list(connection, round)?;
    let is_meant = |comment: &&Comment| comment.code == wanted && comment.is_masked != masking.is_masked;
    let Some(comment) = all.iter().find(is_meant) else { return Ok(false) };
    if comment.question == COMMENT {
        connection
            .prepare_cached("UPDATE sheet SET is_masked = ?2 WHERE id = ?1")?
            .execute(params![comment.sheet, masking.is_masked])?;
    } else {
        connection
            .prepare_cached("UPDATE remark SET is_masked = ?3 WHERE sheet_id = ?1 AND question = ?2")?
            .execute(params![comment.sheet, comment.question, masking.is_masked])?;
    }
    connection
        .prepare_cached(
            "INSERT INTO comment_masking (round_id, code, is_masked, who, reason, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![round.0, wanted, masking.is_masked, masking.who, masking.reason, seconds(now)])?;
    Ok(true)
}

/// Forgets open answers that were given before a day; how many.
pub fn delete_before(connection: &Connection, day: NaiveDate) -> rusqlite::Result<usize> {
    let day = day.to_string();
    let n = connection
        .prepare_cached("UPDATE sheet SET comment = NULL WHERE comment IS NOT NULL AND answered_on < ?1")?
        .execute([&day])?;
    let more = connection
        .prepare_cached("DELETE FROM remark WHERE sheet_id IN (SELECT id FROM sheet WHERE answered_on < ?1)")?
        .execute([&day])?;
    Ok(n + more)
}
