//! Earlier measurements come along: all or nothing.

use chrono::{DateTime, NaiveTime, Utc};
use serde::Serialize;

use super::advance_rounds::freeze_figures;
use super::import_agreement::effective_survey;
use super::{AppError, Service, key_file};
use crate::catalogue::answers_file::ImportedRounds;
use crate::domain::agreement::{Partner, PartnerKind};
use crate::domain::calendar::{find_zone, resolve};
use crate::domain::ids::AgreementId;
use crate::domain::round::Plan;
use crate::domain::survey::Survey;
use crate::store::round::NewRound;
use crate::store::sheet::NewSheet;
use crate::store::{JobError, StoreError, agreement, invitation, round, sheet, survey};

/// What an import brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportedAnswers {
    /// Rounds.
    pub n_rounds: usize,
    /// Sheets with at least one answer.
    pub n_sheets: usize,
    /// Answers, *cannot judge* included.
    pub n_answers: usize,
    /// Partners that were added for it.
    pub n_partners_added: usize,
}

/// Imports answers of earlier rounds.
///
/// `adds_partners`: partners that the agreement does not have are added, members from the first date of the file.
/// Errors: a refusal, and nothing stored, when a partner is unknown or a round number or date is taken.
pub async fn import(
    service: &Service,
    id: AgreementId,
    base_survey: Survey,
    rounds: ImportedRounds,
    adds_partners: bool,
    now: DateTime<Utc>,
) -> Result<ImportedAnswers, AppError> {
    let n_sheets: usize = rounds.values().map(|round| round.sheets.len()).sum();
    let mut keys = vec![0u8; 16 * n_sheets];
    key_file::random(&mut keys)?;
    let key = service.key.clone();
    let imported = service
        .store
        .write_or_refuse("import answers", move |connection| {
            let agreement = agreement::get(connection, id)?;
            let zone = find_zone(&agreement.time_zone).unwrap_or(chrono_tz::Tz::UTC);
            let mut partners = agreement::partner_ids(connection, id)?;
            let mut unknown: Vec<&String> = rounds
                .values()
                .flat_map(|round| {
                    let invited = round.invited.iter().flat_map(|invited| invited.keys());
                    round.sheets.keys().map(|(partner, _)| partner).chain(invited)
                })
                .filter(|partner| !partners.contains_key(*partner))
                .collect();
            unknown.sort();
            unknown.dedup();
            let n_partners_added = unknown.len();
            if !unknown.is_empty() && !adds_partners {
                let names: Vec<&str> = unknown.iter().take(5).map(|name| name.as_str()).collect();
                return Err(JobError::Refused(format!(
                    "{} partners of the file are not in agreement \"{}\", such as {}: add them to its file, or use --add-partners",
                    unknown.len(),
                    agreement.id,
                    names.join(", ")
                )));
            }
            let first_date = rounds.values().map(|round| round.date).min().unwrap_or_default();
            for slug in unknown {
                let partner = Partner {
                    id: slug.clone(),
                    name: slug.clone(),
                    kind: PartnerKind::Other,
                    joined_on: first_date,
                    left_on: None,
                    consent_attributed_on: None,
                };
                agreement::put_partner(connection, id, &partner)?;
            }
            partners = agreement::partner_ids(connection, id)?;
            let generation = agreement::pseudonym_generation(connection, id)?;
            let (version, _) = survey::insert(connection, id, &effective_survey(&agreement, &base_survey))?;
            let mut imported = ImportedAnswers { n_rounds: 0, n_sheets: 0, n_answers: 0, n_partners_added };
            let mut keys = keys.chunks_exact(16);
            for (number, file) in &rounds {
                let opens_at = resolve(zone, file.date.and_time(NaiveTime::MIN)).to_utc();
                if opens_at > now {
                    return Err(JobError::Refused(format!("round {number} is dated {}, which is still to come", file.date)));
                }
                let plan = Plan { opens_at, not_after_at: opens_at, reminders_at: Vec::new(), closes_at: opens_at };
                let new = NewRound {
                    agreement: id,
                    survey_version: version.id,
                    survey_slug: &base_survey.id,
                    confidentiality: version.survey.confidentiality,
                    plan: &plan,
                };
                let Some(round_id) = round::insert_imported(connection, &new, *number)? else {
                    return Err(JobError::Refused(format!(
                        "agreement \"{}\" has round {number}, or a round on {}, of survey \"{}\" already: nothing was imported",
                        agreement.id, file.date, base_survey.id
                    )));
                };
                imported.n_rounds += 1;
                for ((partner, respondent), given) in &file.sheets {
                    let (Some(partner_id), Some(sheet_key)) = (partners.get(partner), keys.next()) else { continue };
                    if given.answers.is_empty() {
                        continue;
                    }
                    let mut sheet_id = [0; 16];
                    sheet_id.copy_from_slice(sheet_key);
                    let pseudonym = key.imported_pseudonym(id, generation, partner, respondent);
                    sheet::insert(
                        connection,
                        &NewSheet {
                            key: sheet_id,
                            round: round_id,
                            pseudonym: &pseudonym,
                            partner: *partner_id,
                            role: given.role,
                            answered_on: file.date,
                        },
                     None, &sheet::Forms::default())?;
                    let answers = given.answers.iter().map(|(statement, answer)| (statement.as_str(), Some(*answer)));
                    sheet::put_answers(connection, &sheet_id, answers)?;
                    imported.n_sheets += 1;
                    imported.n_answers += given.answers.len();
                }
                match &file.invited {
                    Some(invited) => {
                        for (partner, people) in invited {
                            if let Some(partner) = partners.get(partner) {
                                invitation::put_invited_count(connection, round_id, *partner, Some(people.len()))?;
                            }
                        }
                    }
                    None => {
                        for (partner, _) in file.sheets.keys() {
                            if let Some(partner) = partners.get(partner) {
                                invitation::put_invited_count(connection, round_id, *partner, None)?;
                            }
                        }
                    }
                }
                freeze_figures(connection, round_id)?;
            }
            Ok(imported)
        })
        .await;
    match imported {
        Ok(imported) => Ok(imported),
        Err(StoreError::Refused(sentence)) => Err(AppError::Refused(sentence)),
        Err(error) => Err(error.into()),
    }
}
