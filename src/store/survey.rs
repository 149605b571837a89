//! Survey versions: written once, found by digest.

use data_encoding::HEXLOWER;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::row::{from_json, to_json};
use crate::domain::ids::{AgreementId, RoundId, SurveyVersionId};
use crate::domain::survey::Survey;

/// One stored version.
#[derive(Debug, Clone)]
pub struct SurveyVersion {
    /// Its row.
    pub id: SurveyVersionId,
    /// 1 for the first, rising.
    pub version: i64,
    /// What it asks.
    pub survey: Survey,
    /// Whether the agreement's next rounds ask it.
    pub is_in_force: bool,
}

const COLUMNS: &str = "v.id, v.version, v.definition, v.id IS a.survey_version_id AS is_in_force
     FROM survey_version v JOIN agreement a ON a.id = v.agreement_id";

/// The version with exactly this definition, if it is stored.
pub fn find(
    connection: &Connection,
    agreement: AgreementId,
    survey: &Survey,
) -> rusqlite::Result<Option<SurveyVersion>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} WHERE v.agreement_id = ?1 AND v.slug = ?2 AND v.digest = ?3"
        ))?
        .query_row(params![agreement.0, survey.id, digest(&to_json(survey)?)], read)
        .optional()
}

/// Stores a definition unless it is there; gives it and whether it is new.
pub fn insert(
    connection: &Connection,
    agreement: AgreementId,
    survey: &Survey,
) -> rusqlite::Result<(SurveyVersion, bool)> {
    if let Some(found) = find(connection, agreement, survey)? {
        return Ok((found, false));
    }
    let definition = to_json(survey)?;
    connection.prepare_cached(
        "INSERT INTO survey_version (agreement_id, slug, version, digest, definition)
         SELECT ?1, ?2, coalesce(max(version), 0) + 1, ?3, ?4 FROM survey_version WHERE agreement_id = ?1 AND slug = ?2",
    )?
    .execute(params![agreement.0, survey.id, digest(&definition), definition])?;
    let id = SurveyVersionId(connection.last_insert_rowid());
    Ok((get(connection, id)?, true))
}

/// Every version that an agreement's rounds ever used.
pub fn list(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<SurveyVersion>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} WHERE v.agreement_id = ?1 ORDER BY v.id"))?
        .query_map([agreement.0], read)?
        .collect()
}

/// The version of a row.
pub fn get(connection: &Connection, id: SurveyVersionId) -> rusqlite::Result<SurveyVersion> {
    connection.prepare_cached(&format!("SELECT {COLUMNS} WHERE v.id = ?1"))?.query_row([id.0], read)
}

/// The version that an agreement's next rounds use, or `None` before its first import.
pub fn find_in_force(
    connection: &Connection,
    agreement: AgreementId,
) -> rusqlite::Result<Option<SurveyVersion>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} WHERE v.id = a.survey_version_id AND a.id = ?1"))?
        .query_row([agreement.0], read)
        .optional()
}

/// The version that a round asks.
pub fn find_asked(connection: &Connection, round: RoundId) -> rusqlite::Result<Option<SurveyVersion>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} JOIN round ON round.survey_version_id = v.id WHERE round.id = ?1"
        ))?
        .query_row([round.0], read)
        .optional()
}

/// Puts a version in force for an agreement's next rounds.
pub fn put_in_force(
    connection: &Connection,
    agreement: AgreementId,
    id: SurveyVersionId,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE agreement SET survey_version_id = ?2 WHERE id = ?1")?
        .execute(params![agreement.0, id.0])?;
    Ok(())
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<SurveyVersion> {
    let definition: String = row.get("definition")?;
    Ok(SurveyVersion {
        id: SurveyVersionId(row.get("id")?),
        version: row.get("version")?,
        survey: from_json(&definition)?,
        is_in_force: row.get("is_in_force")?,
    })
}

fn digest(definition: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(definition.as_bytes()))
}
