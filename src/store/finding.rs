//! What stood out in each closed round, frozen.

use rusqlite::{Connection, params};

use crate::domain::ids::{AgreementId, RoundId};

/// Findings of an agreement's rounds of one survey, as (round, number, JSON), by round; `None` where none are kept yet.
pub fn list(
    connection: &Connection,
    agreement: AgreementId,
    survey_slug: &str,
    reader: &str,
) -> rusqlite::Result<Vec<(RoundId, u32, Option<String>)>> {
    connection
        .prepare_cached(
            "SELECT round.id, round.number, finding.findings FROM round
             LEFT JOIN finding ON finding.round_id = round.id AND finding.reader = ?3
             WHERE round.agreement_id = ?1 AND round.survey_slug = ?2 AND round.figures IS NOT NULL
             ORDER BY round.opens_at, round.number",
        )?
        .query_map(params![agreement.0, survey_slug, reader], |row| {
            let number: Option<u32> = row.get(1)?;
            Ok((RoundId(row.get(0)?), number.unwrap_or(0), row.get(2)?))
        })?
        .collect()
}

/// What was found in one round, for one reader.
#[derive(Debug, Clone)]
pub struct StoredFindings {
    /// The round.
    pub round: RoundId,
    /// Code of the reader.
    pub reader: String,
    /// As JSON.
    pub findings: String,
}

/// Everything that was found in an agreement's rounds.
pub fn list_all(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<StoredFindings>> {
    connection
        .prepare_cached(
            "SELECT finding.* FROM finding JOIN round ON round.id = finding.round_id WHERE round.agreement_id = ?1",
        )?
        .query_map([agreement.0], |row| {
            Ok(StoredFindings {
                round: RoundId(row.get("round_id")?),
                reader: row.get("reader")?,
                findings: row.get("findings")?,
            })
        })?
        .collect()
}

/// Keeps a round's findings; the first stay.
pub fn put(connection: &Connection, round: RoundId, reader: &str, findings: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO finding (round_id, reader, findings) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        )?
        .execute(params![round.0, reader, findings])
        .map(|_| ())
}
