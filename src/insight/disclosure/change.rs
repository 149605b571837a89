//! Whether a dimension went up or down since the round before, as a verdict: the numbers are those of the two rounds,
//! which are shown already, so a verdict adds no equation. It rests on people who answered in both rounds, so that
//! other people answering is no change.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{is_enough, strictest};
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::survey::Alike;
use crate::insight::change::change;
use crate::insight::multiplicity::{FALSE_DISCOVERY_RATE, benjamini_hochberg};
use crate::insight::panel::{Panel, PanelRound};
use crate::insight::sample::{mean, sorted};
use crate::insight::score::dimension_score;

/// What may be said of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeFigure {
    /// Demonstrably higher.
    Higher,
    /// Demonstrably lower.
    Lower,
    /// No demonstrable change.
    NotDemonstrable,
    /// Too few people answered in both rounds.
    TooFew,
}

impl ChangeFigure {
    /// Whether there demonstrably is one.
    pub fn is_change(self) -> bool {
        match self {
            ChangeFigure::Higher | ChangeFigure::Lower => true,
            ChangeFigure::NotDemonstrable | ChangeFigure::TooFew => false,
        }
    }
}

/// The verdict per dimension that a round asked, between it and the last one before it that asked the same; empty where
/// there is none before.
///
/// Shape: `at` is the round's index.
///
/// Source: paired change over partners, statistics specification §3; over dimensions Benjamini and Hochberg, §10.
pub fn guard_changes(
    panel: &Panel,
    at: usize,
    rule: &dyn Fn(u32) -> Confidentiality,
) -> Vec<(String, ChangeFigure)> {
    let (now, earlier) = (&panel.rounds[at], &panel.rounds[..at]);
    let tests: Vec<(String, Option<(f64, f64)>)> = now
        .survey
        .dimensions
        .iter()
        .filter_map(|dimension| {
            let id = &dimension.id;
            let before = earlier.iter().rev().find(|round| round.survey.has_line(id))?;
            let has_line = now.survey.has_line(id);
            // Both rounds' promises hold.
            let rule = strictest([rule(before.number), rule(now.number)].into_iter())?;
            has_line.then(|| (id.clone(), compare(before, now, id, rule)))
        })
        .collect();
    let p: Vec<f64> = tests.iter().filter_map(|(_, test)| test.map(|(_, p)| p)).collect();
    let mut adjusted = benjamini_hochberg(&p).into_iter();
    tests
        .into_iter()
        .map(|(dimension, test)| {
            let figure = match test {
                None => ChangeFigure::TooFew,
                Some((mean, _)) => {
                    let is_demonstrable = adjusted.next().is_some_and(|p| p <= FALSE_DISCOVERY_RATE);
                    match is_demonstrable {
                        true if mean > 0.0 => ChangeFigure::Higher,
                        true => ChangeFigure::Lower,
                        false => ChangeFigure::NotDemonstrable,
                    }
                }
            };
            (dimension, figure)
        })
        .collect()
}

/// The same over the statements that both rounds asked alike; `None` where that is less than half of the line.
fn compare(
    before: &PanelRound,
    now: &PanelRound,
    dimension: &str,
    rule: Confidentiality,
) -> Option<(f64, f64)> {
    match before.survey.alike_in(&now.survey, dimension) {
        Alike::All => test(before, now, dimension, rule),
        Alike::Little => None,
        Alike::Half(common) => {
            let of = |round: &PanelRound| PanelRound {
                survey: round.survey.restricted_to(&common),
                ..round.clone()
            };
            test(&of(before), &of(now), dimension, rule)
        }
    }
}

/// Differences of people who answered in both rounds, by partner.
pub(super) fn paired_differences(
    before: &PanelRound,
    now: &PanelRound,
    dimension: &str,
) -> BTreeMap<usize, Vec<f64>> {
    let scores = |round: &PanelRound| -> BTreeMap<(usize, usize), f64> {
        let score = |sheet: &crate::insight::panel::PanelSheet| {
            let score = dimension_score(&sheet.answers, &round.survey, dimension)?;
            Some(((sheet.partner, sheet.person), score))
        };
        round.sheets.iter().filter_map(score).collect()
    };
    let (then, since) = (scores(before), scores(now));
    let mut by_partner: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for ((partner, person), score) in &since {
        if let Some(earlier) = then.get(&(*partner, *person)) {
            by_partner.entry(*partner).or_default().push(score - earlier);
        }
    }
    by_partner
}

/// Mean change and its p over people who answered in both rounds; `None` when they are too few to be shown.
fn test(before: &PanelRound, now: &PanelRound, dimension: &str, rule: Confidentiality) -> Option<(f64, f64)> {
    let by_partner = paired_differences(before, now, dimension);
    let may_show = is_enough(by_partner.values().map(Vec::len), rule.threshold as usize);
    if !may_show && rule.mode == Mode::Confidential {
        return None;
    }
    let differences: Vec<f64> =
        by_partner.into_values().filter_map(|differences| mean(&sorted(differences))).collect();
    let found = change(&differences)?;
    // Without a spread between partners the sign-flip test alone speaks.
    let p = found.t_test.map(|test| test.p).or(found.p_sign_flip)?;
    Some((found.mean, p))
}
