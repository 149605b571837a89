//! What was answered to each statement of a round.

use std::collections::BTreeMap;

use serde::Serialize;

use super::panel::PanelRound;
use super::reading::statement_reading;
use super::sample::{mean, sorted};
use super::score::{SheetAnswers, statement_score};
use super::spread::van_der_eijk_a;

/// A statement that more people than this cannot judge is flagged. Source: statistics specification §1.
pub const CANNOT_JUDGE_FLAG: f64 = 0.30;
/// A statement in a round.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ItemAnalysis {
    pub(crate) counts: BTreeMap<String, usize>,
    pub(crate) n: usize,
    pub(crate) n_cannot_judge: usize,
    pub(crate) n_skipped: usize,
    /// Of scores: reversed statements turned.
    pub(crate) mean: Option<f64>,
    pub(crate) mean_raw: Option<f64>,
    pub(crate) top2_share: Option<f64>,
    pub(crate) bottom2_share: Option<f64>,
    pub(crate) van_der_eijk_a: Option<f64>,
    pub(crate) polarisation: Option<f64>,
    pub(crate) is_often_not_judged: bool,
}

/// The statements that a round asked.
pub fn analyse_items(round: &PanelRound) -> BTreeMap<String, ItemAnalysis> {
    let sheets: Vec<SheetAnswers> = round.sheets.iter().map(|sheet| sheet.answers.clone()).collect();
    round
        .survey
        .statements
        .iter()
        .map(|statement| {
            let found = statement_reading(&sheets, &round.survey, statement);
            let counts: Vec<usize> = found.counts.values().copied().collect();
            let n: usize = counts.iter().sum();
            let scored = sorted(
                sheets.iter().filter_map(|sheet| statement_score(sheet, statement, &round.survey.scale)),
            );
            let raw: i64 = found.counts.iter().map(|(value, n)| value * *n as i64).sum();
            let share = |of: &[usize]| (n > 0).then(|| of.iter().sum::<usize>() as f64 / n as f64);
            let ends = counts.len().min(2);
            let (low, high) = (&counts[..ends], &counts[counts.len() - ends..]);
            let (top, bottom) = if statement.reversed { (low, high) } else { (high, low) };
            let a = van_der_eijk_a(&counts);
            let n_given = n + found.n_cannot_judge;
            let item = ItemAnalysis {
                n,
                n_cannot_judge: found.n_cannot_judge,
                n_skipped: round.sheets.len() - n_given,
                mean: mean(&scored),
                mean_raw: (n > 0).then(|| raw as f64 / n as f64),
                top2_share: share(top),
                bottom2_share: share(bottom),
                van_der_eijk_a: a,
                polarisation: a.map(|a| (1.0 - a) / 2.0),
                is_often_not_judged: found.n_cannot_judge as f64 > CANNOT_JUDGE_FLAG * n_given as f64,
                counts: found.counts.into_iter().map(|(value, n)| (value.to_string(), n)).collect(),
            };
            (statement.id.clone(), item)
        })
        .collect()
}
