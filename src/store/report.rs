//! Reports: a draft a period, released versions with their files, and the generation of their keys.

use std::cmp::Reverse;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{date, instant, optional_instant, seconds};
use crate::domain::ids::AgreementId;
use crate::domain::language::{Language, Text};
use crate::domain::period::Period;

/// One version of a period's report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The period's name.
    pub period: String,
    /// 0 for the first version, then corrections.
    pub number: u32,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The day on which it tells how things stand.
    pub as_of: NaiveDate,
    /// SHA-256 over what it states.
    pub data_hash: String,
    /// When it was released; `None` for a draft.
    pub released_at: Option<DateTime<Utc>>,
    /// What a correction says otherwise.
    pub correction: Option<Text>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Report> {
    let nl: Option<String> = row.get("correction_nl")?;
    let en = row.get("correction_en")?;
    Ok(Report {
        period: row.get("period")?,
        number: row.get("number")?,
        made_at: instant(row, "made_at")?,
        as_of: date(row, "as_of")?,
        data_hash: row.get("data_hash")?,
        released_at: optional_instant(row, "released_at")?,
        correction: nl.map(|nl| Text { nl, en }),
    })
}

/// Stores a draft, or puts a newer one in its place; whether it did, which it does not once that version is released. A
/// draft after a release is a correction and says what it corrects.
pub fn put_draft(connection: &Connection, agreement: AgreementId, draft: &Report) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "INSERT INTO report (agreement_id, period, number, made_at, data_hash, correction_nl, correction_en, as_of)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT DO UPDATE SET made_at = ?4, data_hash = ?5, correction_nl = ?6, correction_en = ?7,
                 as_of = ?8
             WHERE released_at IS NULL",
        )?
        .execute(params![
            agreement.0,
            draft.period,
            draft.number,
            seconds(draft.made_at),
            draft.data_hash,
            draft.correction.as_ref().map(|text| &text.nl),
            draft.correction.as_ref().and_then(|text| text.en.as_ref()),
            draft.as_of.to_string(),
        ])?;
    Ok(n == 1)
}

/// Releases a draft; whether it is still the one that was read: same facts, same instant, same words.
pub fn release(
    connection: &Connection,
    agreement: AgreementId,
    draft: &Report,
    at: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE report SET released_at = ?5
             WHERE agreement_id = ?1 AND period = ?2 AND number = ?3 AND data_hash = ?4 AND released_at IS NULL
                 AND made_at = ?6 AND correction_nl IS ?7 AND correction_en IS ?8",
        )?
        .execute(params![
            agreement.0,
            draft.period,
            draft.number,
            draft.data_hash,
            seconds(at),
            seconds(draft.made_at),
            draft.correction.as_ref().map(|text| &text.nl),
            draft.correction.as_ref().and_then(|text| text.en.as_ref()),
        ])?;
    Ok(n == 1)
}

/// A file of a version, in one language.
#[derive(Debug, Clone, Copy)]
pub struct FilePlace<'p> {
    /// Whose.
    pub agreement: AgreementId,
    /// The period's name.
    pub period: &'p str,
    /// The version.
    pub number: u32,
    /// Its language.
    pub language: Language,
}

/// Stores a released file.
pub fn insert_file(
    connection: &Connection,
    place: FilePlace<'_>,
    name: &str,
    bytes: &[u8],
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO report_file (agreement_id, period, number, language, name, bytes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            place.agreement.0,
            place.period,
            place.number,
            place.language.code(),
            name,
            bytes
        ])?;
    Ok(())
}

/// A released file's bytes, or `None`.
pub fn find_file(
    connection: &Connection,
    place: FilePlace<'_>,
    name: &str,
) -> rusqlite::Result<Option<Vec<u8>>> {
    connection
        .prepare_cached(
            "SELECT bytes FROM report_file
             WHERE agreement_id = ?1 AND period = ?2 AND number = ?3 AND language = ?4 AND name = ?5",
        )?
        .query_row(
            params![place.agreement.0, place.period, place.number, place.language.code(), name],
            |row| row.get(0),
        )
        .optional()
}

/// Names and bytes of a version's files in a language.
pub fn list_files(connection: &Connection, place: FilePlace<'_>) -> rusqlite::Result<Vec<(String, Vec<u8>)>> {
    connection
        .prepare_cached(
            "SELECT name, bytes FROM report_file
             WHERE agreement_id = ?1 AND period = ?2 AND number = ?3 AND language = ?4 ORDER BY name",
        )?
        .query_map(params![place.agreement.0, place.period, place.number, place.language.code()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect()
}

/// Every version of an agreement's reports, newest period and version first; a year stands before its last quarter.
pub fn list(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<Report>> {
    let mut all: Vec<Report> = connection
        .prepare_cached("SELECT * FROM report WHERE agreement_id = ?1")?
        .query_map([agreement.0], read)?
        .collect::<rusqlite::Result<_>>()?;
    all.sort_by_key(|one| {
        let period = one.period.parse::<Period>().ok();
        let days = period.map(|period| (period.last_day(), Reverse(period.first_day())));
        Reverse((days, one.number))
    });
    Ok(all)
}

/// Every version of a period's report, oldest first.
pub fn list_of(
    connection: &Connection,
    agreement: AgreementId,
    period: &str,
) -> rusqlite::Result<Vec<Report>> {
    connection
        .prepare_cached("SELECT * FROM report WHERE agreement_id = ?1 AND period = ?2 ORDER BY number")?
        .query_map(params![agreement.0, period], read)?
        .collect()
}

/// The newest released version of the newest period, or `None`.
pub fn find_last_released(
    connection: &Connection,
    agreement: AgreementId,
) -> rusqlite::Result<Option<Report>> {
    Ok(list(connection, agreement)?.into_iter().find(|one| one.released_at.is_some()))
}

/// The generation of a released report's keys, or `None` if none was released for the period.
pub fn find_generation(
    connection: &Connection,
    agreement: AgreementId,
    period: &str,
) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached(
            "SELECT coalesce((SELECT generation FROM report_key WHERE agreement_id = ?1 AND period = ?2), 0)
             FROM report WHERE agreement_id = ?1 AND period = ?2 AND released_at IS NOT NULL LIMIT 1",
        )?
        .query_row(params![agreement.0, period], |row| row.get(0))
        .optional()
}

/// Kills every key of a report that was given out; whether there is such a report.
pub fn revoke_keys(connection: &Connection, agreement: AgreementId, period: &str) -> rusqlite::Result<bool> {
    if find_generation(connection, agreement, period)?.is_none() {
        return Ok(false);
    }
    connection
        .prepare_cached(
            "INSERT INTO report_key (agreement_id, period, generation) VALUES (?1, ?2, 1)
             ON CONFLICT DO UPDATE SET generation = generation + 1",
        )?
        .execute(params![agreement.0, period])?;
    Ok(true)
}
