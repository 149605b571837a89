//! Earlier measurements come along: all or nothing.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::Serialize;

use crate::app::agreement::import_agreement::effective_survey;
use crate::app::installation::random;
use crate::app::round::advance_rounds::freeze_figures;
use crate::app::{AppError, Service, local_day};
use crate::catalogue::answers_file::ImportedRounds;
use crate::domain::agreement::{Partner, PartnerKind};
use crate::domain::calendar::{find_zone, resolve};
use crate::domain::ids::AgreementId;
use crate::domain::round::Plan;
use crate::domain::survey::Survey;
use crate::domain::turn::{Asked, Turn};
use crate::store::round::NewRound;
use crate::store::sheet::NewSheet;
use crate::store::{JobError, agreement, invitation, round, sheet, survey};
use crate::words::Phrase;

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

/// Why earlier measurements are not taken in; then nothing of the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Partners of the file are not in the agreement.
    UnknownPartners {
        /// How many.
        n: usize,
        /// Short name of the agreement.
        agreement: String,
        /// Some of them.
        names: Vec<String>,
    },
    /// A round is dated in the future.
    StillToCome {
        /// The round.
        number: u32,
        /// Its date.
        day: NaiveDate,
    },
    /// The round is there already.
    RoundThere {
        /// Short name of the agreement.
        agreement: String,
        /// The round.
        number: u32,
        /// Its date.
        day: NaiveDate,
        /// Short name of the survey.
        survey: String,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::UnknownPartners { n, agreement, names } => Phrase::RefusalUnknownPartners {
                n: (*n).into(),
                agreement: agreement.as_str().into(),
                names: names.join(", ").into(),
            },
            Refusal::StillToCome { number, day } => {
                Phrase::RefusalStillToCome { number: (*number).into(), day: (*day).into() }
            }
            Refusal::RoundThere { agreement, number, day, survey } => Phrase::RefusalRoundThere {
                agreement: agreement.as_str().into(),
                number: (*number).into(),
                day: (*day).into(),
                survey: survey.as_str().into(),
            },
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        false
    }
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
    random::fill(&mut keys)?;
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
                let names: Vec<String> = unknown.iter().take(5).map(|name| (*name).clone()).collect();
                return Err(JobError::Refused(Refusal::UnknownPartners {
                    n: unknown.len(),
                    agreement: agreement.id.clone(),
                    names,
                }));
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
            let (version, _) = survey::insert(
                connection,
                id,
                &effective_survey(&agreement, &base_survey, local_day(now, &agreement.time_zone)),
            )?;
            let mut imported = ImportedAnswers { n_rounds: 0, n_sheets: 0, n_answers: 0, n_partners_added };
            let mut keys = keys.chunks_exact(16);
            for (number, file) in &rounds {
                let opens_at = resolve(zone, file.date.and_time(NaiveTime::MIN)).to_utc();
                if opens_at > now {
                    return Err(JobError::Refused(Refusal::StillToCome { number: *number, day: file.date }));
                }
                let plan =
                    Plan { opens_at, not_after_at: opens_at, reminders_at: Vec::new(), closes_at: opens_at };
                let new = NewRound {
                    agreement: id,
                    survey_version: version.id,
                    survey_slug: &base_survey.id,
                    confidentiality: version.survey.confidentiality,
                    plan: &plan,
                };
                // A file says by its answers whether a round was a full pulse.
                let is_of_full_pulse = |id: &String| {
                    let found = version.survey.find_statement(id);
                    found.is_some_and(|statement| statement.asked > Asked::Monthly)
                };
                let is_full = file.sheets.values().any(|sheet| sheet.answers.keys().any(is_of_full_pulse));
                let turn = if is_full { Turn::full(*number, file.date) } else { Turn::short(*number) };
                let Some(round_id) = round::insert_imported(connection, &new, turn)? else {
                    return Err(JobError::Refused(Refusal::RoundThere {
                        agreement: agreement.id.clone(),
                        number: *number,
                        day: file.date,
                        survey: base_survey.id.clone(),
                    }));
                };
                imported.n_rounds += 1;
                for ((partner, respondent), given) in &file.sheets {
                    let (Some(partner_id), Some(sheet_key)) = (partners.get(partner), keys.next()) else {
                        continue;
                    };
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
                        &sheet::Forms::default(),
                    )?;
                    let answers =
                        given.answers.iter().map(|(statement, answer)| (statement.as_str(), Some(*answer)));
                    sheet::put_answers(connection, &sheet_id, answers)?;
                    imported.n_sheets += 1;
                    imported.n_answers += given.answers.len();
                }
                match &file.invited {
                    Some(invited) => {
                        for (partner, people) in invited {
                            if let Some(partner) = partners.get(partner) {
                                invitation::put_invited_count(
                                    connection,
                                    round_id,
                                    *partner,
                                    Some(people.len()),
                                )?;
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
    Ok(imported??)
}
