//! Rounds and their steps.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{from_json, instant, named, seconds, to_json, unreadable};
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::ids::{AgreementId, RoundId, SurveyVersionId};
use crate::domain::round::{Outcome, Plan, RoundState};
use crate::domain::turn::{Quarter, Turn};

/// A stored round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Its row.
    pub id: RoundId,
    /// Whose pulse it takes.
    pub agreement: AgreementId,
    /// What it asks.
    pub survey_version: SurveyVersionId,
    /// 1 for the first that opened; `None` before opening.
    pub number: Option<u32>,
    /// The quarter of which it is the full pulse; `None` for a short one, and before opening.
    pub full: Option<Quarter>,
    /// Where it stands.
    pub state: RoundState,
    /// Whether it came from a file.
    pub is_imported: bool,
    /// Frozen mode and threshold.
    pub confidentiality: Confidentiality,
    /// Its instants.
    pub plan: Plan,
    /// Reminders sent or dropped.
    pub n_reminded: u32,
    /// What came of it, once shared.
    pub outcome: Option<Outcome>,
    /// Whether its comments were read by whoever shared it, and may be shown.
    pub shows_comments: bool,
    /// Why it was skipped or cancelled.
    pub note: Option<String>,
}

impl Round {
    /// Which round it is, as far as that decides what it asks. Before opening: the first.
    pub fn turn(&self) -> Turn {
        Turn { number: self.number.unwrap_or(1), full: self.full }
    }
}

/// A round's columns, its reminders as a list of seconds: one statement reads any number of rounds.
const COLUMNS: &str = "id, agreement_id, survey_version_id, number, full_quarter, state, is_imported, mode, threshold, opens_at, \
     not_after_at, closes_at, n_reminded, note, outcome, shows_comments, \
     (SELECT json_group_array(due_at ORDER BY ordinal) FROM round_reminder WHERE round_id = round.id) AS reminders";

/// The quarter of which a row's round is the full pulse.
pub(super) fn full_quarter(row: &Row<'_>) -> rusqlite::Result<Option<Quarter>> {
    Ok(row.get::<_, Option<u32>>("full_quarter")?.map(Quarter::from_count))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Round> {
    let outcome: Option<String> = row.get("outcome")?;
    let reminders: Vec<i64> = from_json(&row.get::<_, String>("reminders")?)?;
    let reminders_at =
        reminders.into_iter().map(|at| DateTime::from_timestamp(at, 0).ok_or_else(|| unreadable("due_at")));
    Ok(Round {
        id: RoundId(row.get("id")?),
        agreement: AgreementId(row.get("agreement_id")?),
        survey_version: SurveyVersionId(row.get("survey_version_id")?),
        number: row.get("number")?,
        full: full_quarter(row)?,
        state: named(row, "state", RoundState::find)?,
        is_imported: row.get("is_imported")?,
        confidentiality: Confidentiality {
            mode: named(row, "mode", Mode::find)?,
            threshold: row.get("threshold")?,
        },
        plan: Plan {
            opens_at: instant(row, "opens_at")?,
            not_after_at: instant(row, "not_after_at")?,
            reminders_at: reminders_at.collect::<rusqlite::Result<_>>()?,
            closes_at: instant(row, "closes_at")?,
        },
        n_reminded: row.get("n_reminded")?,
        outcome: outcome.map(|json| from_json(&json)).transpose()?,
        shows_comments: row.get("shows_comments")?,
        note: row.get("note")?,
    })
}

fn query(
    connection: &Connection,
    condition: &str,
    values: &[&dyn rusqlite::ToSql],
) -> rusqlite::Result<Vec<Round>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM round WHERE {condition}"))?
        .query_map(values, read)?
        .collect()
}

/// A round with what may be shown of it.
#[derive(Debug, Clone)]
pub struct FiguredRound {
    /// The round.
    pub round: Round,
    /// Its frozen figures as JSON; `None` before it closes.
    pub figures: Option<String>,
}

/// Every round of an agreement with its figures, by opening.
pub fn list_with_figures(
    connection: &Connection,
    agreement: AgreementId,
) -> rusqlite::Result<Vec<FiguredRound>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, figures FROM round WHERE agreement_id = ?1 ORDER BY opens_at, id"
        ))?
        .query_map([agreement.0], |row| Ok(FiguredRound { round: read(row)?, figures: row.get("figures")? }))?
        .collect()
}

/// What came of the round before one, if there was one and somebody said it.
pub fn find_outcome_before(connection: &Connection, id: RoundId) -> rusqlite::Result<Option<Outcome>> {
    let found: Option<Option<String>> = connection
        .prepare_cached(
            "SELECT earlier.outcome FROM round JOIN round earlier
                 ON earlier.agreement_id = round.agreement_id AND earlier.opens_at < round.opens_at
             WHERE round.id = ?1 AND earlier.state IN ('closed', 'shared') ORDER BY earlier.opens_at DESC LIMIT 1",
        )?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    found.flatten().map(|json| from_json(&json)).transpose()
}

/// What a new round needs.
#[derive(Debug, Clone)]
pub struct NewRound<'a> {
    /// Whose pulse it takes.
    pub agreement: AgreementId,
    /// What it asks.
    pub survey_version: SurveyVersionId,
    /// Short name of the survey.
    pub survey_slug: &'a str,
    /// Mode and threshold, frozen from now on.
    pub confidentiality: Confidentiality,
    /// Its instants.
    pub plan: &'a Plan,
}

/// Plans a round unless this agreement has one of this survey at this occurrence; `None` then.
pub fn insert_planned(connection: &Connection, new: &NewRound<'_>) -> rusqlite::Result<Option<RoundId>> {
    let id: Option<i64> = connection
        .prepare_cached(
            "INSERT INTO round (agreement_id, survey_version_id, survey_slug, state, mode, threshold, opens_at, not_after_at, closes_at)
             VALUES (?1, ?2, ?3, 'planned', ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING RETURNING id",
        )?
        .query_row(
            params![
                new.agreement.0,
                new.survey_version.0,
                new.survey_slug,
                new.confidentiality.mode.code(),
                new.confidentiality.threshold,
                seconds(new.plan.opens_at),
                seconds(new.plan.not_after_at),
                seconds(new.plan.closes_at),
            ],
            |row| row.get(0),
        )
        .optional()?;
    let Some(id) = id else { return Ok(None) };
    for (index, due_at) in new.plan.reminders_at.iter().enumerate() {
        connection
            .prepare_cached("INSERT INTO round_reminder (round_id, ordinal, due_at) VALUES (?1, ?2, ?3)")?
            .execute(params![id, index as i64 + 1, seconds(*due_at)])?;
    }
    Ok(Some(RoundId(id)))
}

/// Stores a round from a file: closed, with its place; `None` if the number or the date is taken.
pub fn insert_imported(
    connection: &Connection,
    new: &NewRound<'_>,
    turn: Turn,
) -> rusqlite::Result<Option<RoundId>> {
    let id: Option<i64> = connection
        .prepare_cached(
            "INSERT INTO round (agreement_id, survey_version_id, survey_slug, number, state, is_imported, mode, threshold,
                 opens_at, not_after_at, closes_at, closed_at, full_quarter)
             VALUES (?1, ?2, ?3, ?4, 'closed', 1, ?5, ?6, ?7, ?7, ?8, ?8, ?9) ON CONFLICT DO NOTHING RETURNING id",
        )?
        .query_row(
            params![
                new.agreement.0,
                new.survey_version.0,
                new.survey_slug,
                turn.number,
                new.confidentiality.mode.code(),
                new.confidentiality.threshold,
                seconds(new.plan.opens_at),
                seconds(new.plan.closes_at),
                turn.full.map(Quarter::count),
            ],
            |row| row.get(0),
        )
        .optional()?;
    Ok(id.map(RoundId))
}

/// Removes a planned round that nobody was invited to, so that it can be planned anew.
pub fn delete_planned(connection: &Connection, id: RoundId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM round_reminder WHERE round_id = (SELECT id FROM round WHERE id = ?1 AND state = 'planned')")?
        .execute([id.0])?;
    connection.prepare_cached("DELETE FROM round WHERE id = ?1 AND state = 'planned'")?.execute([id.0])?;
    Ok(())
}

/// The round of a row.
pub fn get(connection: &Connection, id: RoundId) -> rusqlite::Result<Round> {
    query(connection, "id = ?1", &[&id.0])?.pop().ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// The round of a number of the agreement's own survey, or `None`.
pub fn find_by_number(
    connection: &Connection,
    agreement: AgreementId,
    number: u32,
) -> rusqlite::Result<Option<Round>> {
    Ok(query(connection, "agreement_id = ?1 AND number = ?2 AND survey_slug = (SELECT survey_slug FROM agreement WHERE id = ?1)",
        &[&agreement.0, &number],
    )?.pop())
}

/// All rounds of an agreement by opening.
pub fn list(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<Round>> {
    query(connection, "agreement_id = ?1 ORDER BY opens_at, id", &[&agreement.0])
}

/// The newest round that people were invited to and that was not called off: its links lead to its results.
pub fn find_newest(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Option<Round>> {
    let condition = "agreement_id = ?1 AND number IS NOT NULL AND NOT is_imported
        AND state IN ('open', 'closed', 'shared') ORDER BY opens_at DESC, id DESC LIMIT 1";
    Ok(query(connection, condition, &[&agreement.0])?.pop())
}

/// Rounds that may need a step: planned and open ones, of every agreement, by opening.
pub fn list_active(connection: &Connection) -> rusqlite::Result<Vec<Round>> {
    query(connection, "state IN ('planned', 'open') ORDER BY opens_at, id", &[])
}

/// The latest opening that was ever planned for an agreement's survey: occurrences are sought after it.
pub fn find_last_opening(
    connection: &Connection,
    agreement: AgreementId,
    survey: &str,
) -> rusqlite::Result<Option<DateTime<Utc>>> {
    let last: Option<i64> = connection
        .prepare_cached("SELECT max(opens_at) FROM round WHERE agreement_id = ?1 AND survey_slug = ?2 AND NOT is_imported")?
        .query_row(params![agreement.0, survey], |row| row.get(0))?;
    Ok(last.and_then(|seconds| DateTime::from_timestamp(seconds, 0)))
}

/// Opens a planned round under the next free number, which is returned, as the full pulse of a quarter or a short one;
/// `None` if it is not planned any more.
pub fn open(connection: &Connection, id: RoundId, full: Option<Quarter>) -> rusqlite::Result<Option<u32>> {
    connection
        .prepare_cached(
            "UPDATE round SET state = 'open', full_quarter = ?2, number = (SELECT coalesce(max(r.number), 0) + 1 FROM round r
                 WHERE r.agreement_id = round.agreement_id AND r.survey_slug = round.survey_slug)
             WHERE id = ?1 AND state = 'planned' RETURNING number",
        )?
        .query_row(params![id.0, full.map(Quarter::count)], |row| row.get(0))
        .optional()
}

/// Ends a planned or open round without figures; whether it was one.
pub fn call_off(
    connection: &Connection,
    id: RoundId,
    state: RoundState,
    note: &str,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE round SET state = ?2, note = ?3 WHERE id = ?1 AND state IN ('planned', 'open')",
        )?
        .execute(params![id.0, state.code(), note])?;
    Ok(n == 1)
}

/// Notes that reminders up to this ordinal were dealt with; whether that is news.
pub fn mark_reminded(connection: &Connection, id: RoundId, ordinal: u32) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE round SET n_reminded = ?2 WHERE id = ?1 AND state = 'open' AND n_reminded < ?2",
        )?
        .execute(params![id.0, ordinal])?;
    Ok(n == 1)
}

/// Moves the closing of an open round; whether it is open and the new closing is later.
pub fn extend(connection: &Connection, id: RoundId, closes_at: DateTime<Utc>) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE round SET closes_at = ?2 WHERE id = ?1 AND state = 'open' AND closes_at < ?2",
        )?
        .execute(params![id.0, seconds(closes_at)])?;
    Ok(n == 1)
}

/// Closes an open round; whether it was open.
pub fn close(connection: &Connection, id: RoundId, closed_at: DateTime<Utc>) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached("UPDATE round SET state = 'closed', closed_at = ?2 WHERE id = ?1 AND state = 'open'")?
        .execute(params![id.0, seconds(closed_at)])?;
    Ok(n == 1)
}

/// Freezes what may be shown of a round.
pub fn put_figures(connection: &Connection, id: RoundId, figures: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE round SET figures = ?2 WHERE id = ?1")?
        .execute(params![id.0, figures])?;
    Ok(())
}

/// The frozen figures of a round as they were stored; `None` before closing.
pub fn find_figures(connection: &Connection, id: RoundId) -> rusqlite::Result<Option<String>> {
    connection.prepare_cached("SELECT figures FROM round WHERE id = ?1")?.query_row([id.0], |row| row.get(0))
}

/// Whether figures of an agreement were frozen by the rules of version 0.1, which showed more.
pub fn has_older_figures(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM round WHERE agreement_id = ?1 AND figures IS NOT NULL
             AND json_extract(figures, '$.rules') IS NULL)",
        )?
        .query_row([agreement.0], |row| row.get(0))
}

/// Shares a closed round, or says what came of one that was shared without a word; whether it was such a round.
pub fn share(
    connection: &Connection,
    id: RoundId,
    outcome: Option<&Outcome>,
    shows_comments: bool,
    at: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let outcome = outcome.map(to_json).transpose()?;
    let n = connection
        .prepare_cached(
            "UPDATE round SET state = 'shared', outcome = ?2, shows_comments = shows_comments OR ?3,
                 shared_at = coalesce(shared_at, ?4)
             WHERE id = ?1 AND (state = 'closed' OR (state = 'shared' AND outcome IS NULL AND ?2 IS NOT NULL))",
        )?
        .execute(params![id.0, outcome, shows_comments, seconds(at)])?;
    Ok(n == 1)
}

/// Whether an earlier round of the agreement was closed.
pub fn has_previous(connection: &Connection, round: &Round) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM round WHERE agreement_id = ?1 AND opens_at < ?2 AND state IN ('closed', 'shared'))",
        )?
        .query_row(params![round.agreement.0, seconds(round.plan.opens_at)], |row| row.get(0))
}
