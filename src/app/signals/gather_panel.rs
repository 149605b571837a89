//! Answers are gathered into a panel for the statistics: from plain files, or from the store.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::HEXLOWER;
use rusqlite::Connection;

use crate::app::local_day;
use crate::catalogue::answers_file::ImportedRounds;
use crate::domain::confidentiality::Confidentiality;
use crate::domain::edition::signal_dimensions;
use crate::domain::ids::AgreementId;
use crate::domain::key::Key;
use crate::domain::survey::{Block, Statement, Survey};
use crate::insight::panel::{Invited, Panel, PanelRound, PanelSheet};
use crate::insight::score::SheetAnswers;
use crate::store::round::Round;
use crate::store::{agreement, invitation, round, sheet, survey};

/// People by (partner, name within it), numbered as they are met in their own order.
#[derive(Debug, Default)]
struct People(BTreeMap<(usize, String), usize>);

impl People {
    fn number(&mut self, partner: usize, name: &str) -> usize {
        let next = self.0.len();
        *self.0.entry((partner, name.to_owned())).or_insert(next)
    }
}

/// The panel of an answers file and its roster.
pub fn of_files(survey: &Survey, rounds: &ImportedRounds) -> Panel {
    let names: BTreeSet<&String> = rounds
        .values()
        .flat_map(|round| {
            let invited = round.invited.iter().flat_map(|invited| invited.keys());
            round.sheets.keys().map(|(partner, _)| partner).chain(invited)
        })
        .collect();
    let partners: Vec<String> = names.into_iter().cloned().collect();
    let find = |name: &String| partners.binary_search(name).unwrap_or(0);
    let mut people = People::default();
    let mut by_date: Vec<_> = rounds.iter().collect();
    by_date.sort_by_key(|(number, round)| (round.date, **number));
    let rounds = by_date
        .into_iter()
        .map(|(number, round)| {
            let mut asked = survey.clone();
            asked.statements.retain(|statement| round.asked.contains(&statement.id));
            // Who left everything empty did not answer.
            let sheets = round
                .sheets
                .iter()
                .filter(|(_, sheet)| !sheet.answers.is_empty())
                .map(|((partner, respondent), sheet)| PanelSheet {
                    partner: find(partner),
                    person: people.number(find(partner), respondent),
                    answers: SheetAnswers {
                        partner: partner.clone(),
                        role: sheet.role,
                        answers: sheet.answers.clone(),
                    },
                })
                .collect();
            let invited = round.invited.as_ref().map(|invited| {
                invited
                    .iter()
                    .flat_map(|(partner, respondents)| respondents.iter().map(move |r| (partner, r)))
                    .map(|(partner, respondent)| Invited {
                        partner: find(partner),
                        person: people.number(find(partner), respondent),
                    })
                    .collect()
            });
            PanelRound { number: *number, date: round.date, survey: asked, sheets, invited }
        })
        .collect();
    let detectors = signal_dimensions(survey);
    Panel { survey: survey.clone(), partners, n_people: people.0.len(), detectors, rounds }
}

/// The panels of an agreement's closed rounds. People are told apart by their pseudonyms. `None` when no round closed.
pub fn of_store(connection: &Connection, key: &Key, id: AgreementId) -> rusqlite::Result<Option<Gathered>> {
    let agreement = agreement::get(connection, id)?;
    let generation = agreement::pseudonym_generation(connection, id)?;
    let mut rounds: Vec<(Round, Survey)> = Vec::new();
    for round in round::list(connection, id)? {
        if round.state.has_figures() {
            let survey = survey::get(connection, round.survey_version)?.survey;
            if survey.id == agreement.survey {
                rounds.push((round, survey));
            }
        }
    }
    rounds.sort_by_key(|(round, _)| (round.plan.opens_at, round.number));
    let Some((_, newest)) = rounds.last().cloned() else { return Ok(None) };
    let mut partners: Vec<String> = agreement::partner_ids(connection, id)?.into_keys().collect();
    partners.sort();
    let find = |name: &String| partners.binary_search(name).unwrap_or(0);
    let mut people = People::default();
    let versions: Vec<Survey> = rounds.iter().map(|(_, survey)| survey.clone()).collect();
    let (mut panel_rounds, mut confidentiality) = (Vec::new(), BTreeMap::new());
    for (round, mut survey) in rounds {
        let number = round.number.unwrap_or(0);
        confidentiality.insert(number, round.confidentiality);
        if !round.is_imported {
            let asked: BTreeSet<String> =
                survey.statements_in(round.turn()).into_iter().map(|s| s.id.clone()).collect();
            survey.statements.retain(|statement| asked.contains(&statement.id));
        }
        let mut sheets: Vec<PanelSheet> = Vec::new();
        for sheet in sheet::list_round(connection, round.id)? {
            let partner = find(&sheet.partner);
            let person = people.number(partner, &HEXLOWER.encode(&sheet.pseudonym));
            let answers = SheetAnswers { partner: sheet.partner, role: sheet.role, answers: sheet.answers };
            sheets.push(PanelSheet { partner, person, answers });
        }
        let invited = if round.is_imported {
            let counts = invitation::count_invited(connection, round.id)?;
            counts.map(|counts| {
                let answered: Vec<(usize, usize)> = sheets.iter().map(|s| (s.partner, s.person)).collect();
                guess_invited(counts.iter().map(|(name, n)| (find(name), *n)), &answered, &mut people)
            })
        } else {
            let seats = invitation::list_seats_of_round(connection, round.id)?;
            let invited = seats.into_iter().map(|(partner, seat, version)| {
                let partner = find(&partner);
                let pseudonym = key.pseudonym(id, generation, seat, version);
                Invited { partner, person: people.number(partner, &HEXLOWER.encode(&pseudonym)) }
            });
            Some(invited.collect())
        };
        let date = local_day(round.plan.opens_at, &agreement.time_zone);
        panel_rounds.push(PanelRound { number, date, survey, sheets, invited });
    }
    let (n_people, detectors) = (people.0.len(), signal_dimensions(&newest));
    let changes = Panel { survey: newest, partners, n_people, detectors, rounds: panel_rounds };
    Ok(Some(Gathered { signals: compared_alike(&changes, &versions), changes, confidentiality }))
}

/// The rounds that signals compare: from the first on in which every theme that they take kept at least half of its
/// statements, and of those themes only what was asked alike in all of them.
///
/// Shape: `versions` are the rounds' whole surveys. Source: truth, §5.
fn compared_alike(all: &Panel, versions: &[Survey]) -> Panel {
    let newest = &all.survey;
    // What is common to all of the later rounds can only become less towards the first.
    let mut common: BTreeMap<&String, BTreeSet<String>> =
        all.detectors.iter().map(|id| (id, core_ids(newest, id))).collect();
    let mut first = versions.len();
    for survey in versions.iter().rev() {
        let is_alike = |statement: &&String| survey.asks_alike(newest, statement);
        let kept: BTreeMap<&String, BTreeSet<String>> = common
            .iter()
            .map(|(id, statements)| (*id, statements.iter().filter(is_alike).cloned().collect()))
            .collect();
        let most = |id: &String| core_ids(newest, id).len().max(core_ids(survey, id).len());
        if all.detectors.iter().any(|id| 2 * kept[id].len() < most(id)) {
            break;
        }
        (common, first) = (kept, first - 1);
    }
    let is_compared = |statement: &Statement| match common.get(&statement.dimension) {
        Some(statements) => statement.block != Block::Core || statements.contains(&statement.id),
        None => true,
    };
    let mut panel = Panel { rounds: all.rounds[first..].to_vec(), ..all.clone() };
    panel.survey.statements.retain(is_compared);
    for round in &mut panel.rounds {
        round.survey.statements.retain(is_compared);
    }
    panel
}

/// Ids of a dimension's core statements.
fn core_ids(survey: &Survey, dimension: &str) -> BTreeSet<String> {
    survey.core_statements(dimension).map(|statement| statement.id.clone()).collect()
}

/// Panels from the store, and what their rounds promised.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// All rounds, for changes between any two.
    pub changes: Panel,
    /// Those that signals compare, with the statements that they compare.
    pub signals: Panel,
    /// Mode and threshold by round number.
    pub confidentiality: BTreeMap<u32, Confidentiality>,
}

/// Who was invited, where an import kept only how many: those who answered, then people of the same partner who
/// answered before, then people nobody heard of.
fn guess_invited(
    counts: impl Iterator<Item = (usize, usize)>,
    answered: &[(usize, usize)],
    people: &mut People,
) -> Vec<Invited> {
    let mut invited = Vec::new();
    for (partner, n) in counts {
        let mut persons: Vec<usize> =
            answered.iter().filter(|(of, _)| *of == partner).map(|(_, person)| *person).collect();
        let mut known: Vec<usize> =
            people.0.iter().filter(|((of, _), _)| *of == partner).map(|(_, person)| *person).collect();
        // The latest to appear are the likeliest to be there still.
        known.sort_unstable_by(|a, b| b.cmp(a));
        persons.extend(known.into_iter().filter(|person| !answered.contains(&(partner, *person))));
        while persons.len() < n {
            let name = format!("unheard-{}", persons.len());
            persons.push(people.number(partner, &name));
        }
        invited.extend(persons.into_iter().take(n).map(|person| Invited { partner, person }));
    }
    invited
}
