//! Answers are gathered into a panel for the statistics: from plain files, or from the store.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::answers_file::ImportedRounds;
use crate::domain::survey::Survey;
use crate::insight::panel::{Invited, Panel, PanelRound, PanelSheet};
use crate::insight::score::SheetAnswers;

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
            let sheets = round
                .sheets
                .iter()
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
    Panel { survey: survey.clone(), partners, n_people: people.0.len(), rounds }
}
