//! Answer sheets. Nothing here knows a name, a seat or a link: a sheet is found by its pseudonym.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::agreement::Role;
use crate::domain::answer::Answer;
use crate::domain::ids::{PartnerId, RoundId};

/// A sheet's random key: it says nothing about order or person.
pub type SheetKey = [u8; 16];

/// A stored sheet without its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its key.
    pub key: SheetKey,
    /// How often it was saved.
    pub revision: u32,
    /// The open answer.
    pub comment: Option<String>,
}

/// The sheet of a pseudonym in a round, or `None`.
pub fn find(
    connection: &Connection,
    round: RoundId,
    pseudonym: &[u8; 16],
) -> rusqlite::Result<Option<Sheet>> {
    connection
        .prepare_cached("SELECT id, revision, comment FROM sheet WHERE round_id = ?1 AND pseudonym = ?2")?
        .query_row(params![round.0, pseudonym], |row| {
            Ok(Sheet { key: row.get(0)?, revision: row.get(1)?, comment: row.get(2)? })
        })
        .optional()
}

/// What a new sheet belongs to.
#[derive(Debug, Clone)]
pub struct NewSheet<'a> {
    /// A random key.
    pub key: SheetKey,
    /// The round.
    pub round: RoundId,
    /// Who answers, as a pseudonym.
    pub pseudonym: &'a [u8; 16],
    /// The respondent's organisation.
    pub partner: PartnerId,
    /// The respondent's role.
    pub role: Option<Role>,
    /// The day, and no finer.
    pub answered_on: NaiveDate,
}

/// Starts a sheet at revision 0.
pub fn insert(connection: &Connection, new: &NewSheet<'_>) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO sheet (id, round_id, pseudonym, partner_id, role, revision, answered_on) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6)",
        )?
        .execute(params![
            new.key,
            new.round.0,
            new.pseudonym,
            new.partner.0,
            new.role.map(Role::code),
            new.answered_on.to_string(),
        ])?;
    Ok(())
}

/// Writes the answers of one page over what is there; a statement left open loses its earlier answer.
pub fn put_answers<'a>(
    connection: &Connection,
    key: &SheetKey,
    answers: impl IntoIterator<Item = (&'a str, Option<Answer>)>,
) -> rusqlite::Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO answer (sheet_id, statement, value, is_cannot_judge) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET value = ?3, is_cannot_judge = ?4",
    )?;
    let mut delete =
        connection.prepare_cached("DELETE FROM answer WHERE sheet_id = ?1 AND statement = ?2")?;
    for (statement, answer) in answers {
        match answer {
            Some(Answer::Value(value)) => insert.execute(params![key, statement, value, false])?,
            Some(Answer::CannotJudge) => {
                insert.execute(params![key, statement, Option::<i64>::None, true])?
            }
            None => delete.execute(params![key, statement])?,
        };
    }
    Ok(())
}

/// Notes a save: new revision, day, and the open answer if the page asked for it.
pub fn mark_saved(
    connection: &Connection,
    key: &SheetKey,
    day: NaiveDate,
    comment: Option<&str>,
) -> rusqlite::Result<()> {
    match comment {
        None => connection
            .prepare_cached("UPDATE sheet SET revision = revision + 1, answered_on = ?2 WHERE id = ?1")?
            .execute(params![key, day.to_string()])?,
        Some(text) => connection
            .prepare_cached("UPDATE sheet SET revision = revision + 1, answered_on = ?2, comment = nullif(?3, '') WHERE id = ?1")?
            .execute(params![key, day.to_string(), text])?,
    };
    Ok(())
}

/// A form that came before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormSeen {
    /// Never.
    New,
    /// It is the last one taken for its page: a retry.
    Last,
    /// A later one was taken for its page.
    Older,
}

/// Remembers a form; says whether it was taken before.
pub fn insert_form(
    connection: &Connection,
    key: &SheetKey,
    digest: &[u8; 16],
    page: usize,
    revision: u32,
) -> rusqlite::Result<FormSeen> {
    let n = connection
        .prepare_cached("INSERT INTO sheet_form (sheet_id, digest, page, revision) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")?
        .execute(params![key, digest, page as i64, revision])?;
    if n == 1 {
        return Ok(FormSeen::New);
    }
    let is_last: bool = connection
        .prepare_cached(
            "SELECT revision = (SELECT max(revision) FROM sheet_form WHERE sheet_id = ?1 AND page = ?3)
             FROM sheet_form WHERE sheet_id = ?1 AND digest = ?2",
        )?
        .query_row(params![key, digest, page as i64], |row| row.get(0))?;
    Ok(if is_last { FormSeen::Last } else { FormSeen::Older })
}

/// Forgets the forms of a round's sheets.
pub fn delete_forms(connection: &Connection, round: RoundId) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM sheet_form WHERE sheet_id IN (SELECT id FROM sheet WHERE round_id = ?1)",
        )?
        .execute([round.0])?;
    Ok(())
}

/// Discards a sheet with everything on it.
pub fn delete(connection: &Connection, key: &SheetKey) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM sheet WHERE id = ?1")?.execute([key])?;
    Ok(())
}

/// The answers on a sheet.
pub fn list_answers(connection: &Connection, key: &SheetKey) -> rusqlite::Result<Vec<(String, Answer)>> {
    connection
        .prepare_cached("SELECT statement, value FROM answer WHERE sheet_id = ?1 ORDER BY statement")?
        .query_map([key], |row| {
            let value: Option<i64> = row.get(1)?;
            Ok((row.get(0)?, value.map_or(Answer::CannotJudge, Answer::Value)))
        })?
        .collect()
}

/// Every answer of a round: sheet, partner's short name, statement, answer. Sheets without answers do not appear.
pub fn list_round(
    connection: &Connection,
    round: RoundId,
) -> rusqlite::Result<Vec<(SheetKey, String, String, Answer)>> {
    connection
        .prepare_cached(
            "SELECT sheet.id, partner.slug, answer.statement, answer.value FROM sheet
             JOIN partner ON partner.id = sheet.partner_id JOIN answer ON answer.sheet_id = sheet.id
             WHERE sheet.round_id = ?1 ORDER BY sheet.id",
        )?
        .query_map([round.0], |row| {
            let value: Option<i64> = row.get(3)?;
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, value.map_or(Answer::CannotJudge, Answer::Value)))
        })?
        .collect()
}
