//! Answer sheets. Nothing here knows a name, a seat or a link: a sheet is found by its pseudonym.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use crate::domain::answer::Answer;
use crate::domain::ids::{PartnerId, RoundId};
use crate::domain::role::Role;
use crate::domain::survey::COMMENT;

/// A sheet's random key: it says nothing about order or person.
pub type SheetKey = [u8; 16];

/// A stored sheet without its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its key.
    pub key: SheetKey,
    /// How often it was saved.
    pub revision: u32,
    /// Forms taken so far.
    pub forms: Forms,
}

/// The sheet of a pseudonym in a round, or `None`.
pub fn find(
    connection: &Connection,
    round: RoundId,
    pseudonym: &[u8; 16],
) -> rusqlite::Result<Option<Sheet>> {
    connection
        .prepare_cached("SELECT id, revision, forms FROM sheet WHERE round_id = ?1 AND pseudonym = ?2")?
        .query_row(params![round.0, pseudonym], |row| {
            Ok(Sheet { key: row.get(0)?, revision: row.get(1)?, forms: Forms(row.get(2)?) })
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

/// Stores a sheet as its first save leaves it, unless its pseudonym has one in this round; whether it is new.
pub fn insert(connection: &Connection, new: &NewSheet<'_>, forms: &Forms) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "INSERT INTO sheet (id, round_id, pseudonym, partner_id, role, revision, answered_on, forms)
             VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7) ON CONFLICT (round_id, pseudonym) DO NOTHING",
        )?
        .execute(params![
            new.key,
            new.round.0,
            new.pseudonym,
            new.partner.0,
            new.role.map(Role::code),
            new.answered_on.to_string(),
            forms.0,
        ])?;
    Ok(n == 1)
}

/// Writes the answers of one page over what is there; a statement left open loses its earlier answer.
pub fn put_answers<'a>(
    connection: &Connection,
    key: &SheetKey,
    answers: impl IntoIterator<Item = (&'a str, Option<Answer>)>,
) -> rusqlite::Result<()> {
    let (mut rows, mut values): (Vec<String>, Vec<Value>) = (Vec::new(), vec![Value::Blob(key.to_vec())]);
    for (statement, answer) in answers {
        let Some(answer) = answer else {
            connection
                .prepare_cached("DELETE FROM answer WHERE sheet_id = ?1 AND statement = ?2")?
                .execute(params![key, statement])?;
            continue;
        };
        let n = values.len();
        rows.push(format!("(?1, ?{}, ?{}, ?{})", n + 1, n + 2, n + 3));
        let (value, is_cannot_judge) = match answer {
            Answer::Value(value) => (Value::Integer(value), 0),
            Answer::CannotJudge => (Value::Null, 1),
        };
        values.extend([Value::Text(statement.to_owned()), value, Value::Integer(is_cannot_judge)]);
    }
    if rows.is_empty() {
        return Ok(());
    }
    // One statement for a page: it is cached by its text, and pages have few lengths.
    let sql = format!(
        "INSERT INTO answer (sheet_id, statement, value, is_cannot_judge) VALUES {}
         ON CONFLICT DO UPDATE SET value = excluded.value, is_cannot_judge = excluded.is_cannot_judge",
        rows.join(", ")
    );
    connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

/// Writes open answers by the name of what they answer; without a text an earlier one is taken away.
pub fn put_remarks<'a>(
    connection: &Connection,
    key: &SheetKey,
    remarks: impl IntoIterator<Item = (&'a str, Option<&'a str>)>,
) -> rusqlite::Result<()> {
    for (name, text) in remarks {
        if name == COMMENT {
            connection
                .prepare_cached("UPDATE sheet SET comment = ?2 WHERE id = ?1")?
                .execute(params![key, text])?;
            continue;
        }
        match text {
            Some(text) => connection
                .prepare_cached(
                    "INSERT INTO remark (sheet_id, question, text) VALUES (?1, ?2, ?3)
                     ON CONFLICT DO UPDATE SET text = excluded.text",
                )?
                .execute(params![key, name, text])?,
            None => connection
                .prepare_cached("DELETE FROM remark WHERE sheet_id = ?1 AND question = ?2")?
                .execute(params![key, name])?,
        };
    }
    Ok(())
}

/// The open answers on a sheet with the name of what each answers.
pub fn list_remarks(connection: &Connection, key: &SheetKey) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare_cached(
            "SELECT ?2 AS question, comment AS text FROM sheet WHERE id = ?1 AND comment IS NOT NULL
             UNION ALL SELECT question, text FROM remark WHERE sheet_id = ?1 ORDER BY question",
        )?
        .query_map(params![key, COMMENT], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Notes a save: new revision, day and the form.
pub fn mark_saved(
    connection: &Connection,
    key: &SheetKey,
    day: NaiveDate,
    forms: &Forms,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE sheet SET revision = revision + 1, answered_on = ?2, forms = ?3 WHERE id = ?1",
        )?
        .execute(params![key, day.to_string(), forms.0])?;
    Ok(())
}

/// The forms that a sheet took: their keyed digests and pages, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forms(Vec<u8>);

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

impl Forms {
    /// Bytes of one entry: a digest and a page number.
    const ENTRY: usize = 17;

    /// Whether a form was taken before.
    pub fn find(&self, digest: &[u8; 16], page: u8) -> FormSeen {
        let mut seen = FormSeen::New;
        for entry in self.0.chunks_exact(Forms::ENTRY).filter(|entry| entry[16] == page) {
            if entry[..16] == digest[..] {
                seen = FormSeen::Last;
            } else if seen == FormSeen::Last {
                seen = FormSeen::Older;
            }
        }
        seen
    }

    /// Forms remembered at most: nobody changes their mind more often, and a sheet stays small.
    const MOST: usize = 64;

    /// Adds a form; past [`Forms::MOST`] the oldest is forgotten.
    pub fn push(&mut self, digest: &[u8; 16], page: u8) {
        if self.0.len() >= Forms::MOST * Forms::ENTRY {
            self.0.drain(..Forms::ENTRY);
        }
        self.0.extend_from_slice(digest);
        self.0.push(page);
    }
}

/// Forgets the forms of a round's sheets.
pub fn delete_forms(connection: &Connection, round: RoundId) -> rusqlite::Result<()> {
    connection.prepare_cached("UPDATE sheet SET forms = x'' WHERE round_id = ?1")?.execute([round.0])?;
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

/// A sheet that carries answers.
#[derive(Debug, Clone)]
pub struct AnsweredSheet {
    /// The respondent's pseudonym: the same in every round.
    pub pseudonym: [u8; 16],
    /// Short name of the respondent's partner.
    pub partner: String,
    /// The respondent's role; `None` when nobody knows.
    pub role: Option<Role>,
    /// Answers by statement.
    pub answers: BTreeMap<String, Answer>,
}

/// The sheets of a round that carry answers, in no order that says anything.
pub fn list_round(connection: &Connection, round: RoundId) -> rusqlite::Result<Vec<AnsweredSheet>> {
    let mut statement = connection.prepare_cached(
        "SELECT sheet.id, sheet.pseudonym, partner.slug, sheet.role, answer.statement, answer.value FROM sheet
         JOIN partner ON partner.id = sheet.partner_id JOIN answer ON answer.sheet_id = sheet.id
         WHERE sheet.round_id = ?1 ORDER BY sheet.id",
    )?;
    let mut rows = statement.query([round.0])?;
    let mut sheets: Vec<(SheetKey, AnsweredSheet)> = Vec::new();
    while let Some(row) = rows.next()? {
        let key: SheetKey = row.get(0)?;
        if sheets.last().is_none_or(|(last, _)| *last != key) {
            let role: Option<String> = row.get(3)?;
            let sheet = AnsweredSheet {
                pseudonym: row.get(1)?,
                partner: row.get(2)?,
                role: role.as_deref().and_then(Role::find),
                answers: BTreeMap::new(),
            };
            sheets.push((key, sheet));
        }
        let value: Option<i64> = row.get(5)?;
        if let Some((_, sheet)) = sheets.last_mut() {
            sheet.answers.insert(row.get(4)?, value.map_or(Answer::CannotJudge, Answer::Value));
        }
    }
    Ok(sheets.into_iter().map(|(_, sheet)| sheet).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_new_then_last_then_older_on_its_own_page_only() {
        let (a, b) = ([1; 16], [2; 16]);
        let mut forms = Forms::default();
        assert_eq!(forms.find(&a, 0), FormSeen::New);
        forms.push(&a, 0);
        assert_eq!(forms.find(&a, 0), FormSeen::Last);
        forms.push(&b, 1);
        assert_eq!(forms.find(&a, 0), FormSeen::Last);
        forms.push(&b, 0);
        assert_eq!((forms.find(&a, 0), forms.find(&b, 0)), (FormSeen::Older, FormSeen::Last));
    }
}
