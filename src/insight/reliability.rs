//! How consistently a dimension's statements measure one thing: Cronbach's alpha and McDonald's omega. For the whole
//! agreement only, on one complete answer set per person.

use std::collections::BTreeMap;

use nalgebra::{DMatrix, DVector, SymmetricEigen};
use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF, FisherSnedecor};

use super::panel::{Panel, PanelRound};
use super::score::statement_score;

/// Fewest people for alpha. Source: statistics specification §6.
pub const MIN_FOR_ALPHA: usize = 30;
/// Fewest people for omega. Source: statistics specification §6.
pub const MIN_FOR_OMEGA: usize = 50;

/// Fewest rounds and people before the consistency of a line is told outside the appendix. Source: item bank, *Before
/// real use*.
pub const MIN_FOR_CONSISTENCY: (usize, usize) = (3, 100);

/// How consistently the statements of every round measure one thing, of the whole agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consistency {
    /// Omega in hundredths.
    pub omega: i64,
    /// People whose latest complete answers it takes.
    pub n_people: usize,
    /// Rounds in which they were given.
    pub n_rounds: usize,
    /// Statements.
    pub n_statements: usize,
}

/// Alpha of a dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Alpha {
    /// Raw alpha; below 0 means: check which statements are reversed.
    pub raw: f64,
    /// Standardised: from the mean correlation.
    pub standardised: f64,
    /// Feldt's 95 % interval.
    pub feldt95: (f64, f64),
    /// Statements left out because everybody answered the same.
    pub excluded: Vec<usize>,
}

/// Omega of a dimension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Omega {
    /// (Σλ)² / ((Σλ)² + Σθ) of one factor.
    pub total: f64,
    /// A unique variance would have gone below zero and was held there.
    pub is_heywood: bool,
}

/// Covariances of complete answer sets, without statements that do not vary.
fn covariance(rows: &[Vec<f64>]) -> Option<(DMatrix<f64>, Vec<usize>)> {
    let n = rows.len();
    let n_statements = rows.first()?.len();
    if n < 2 {
        return None;
    }
    let mean = |j: usize| rows.iter().map(|row| row[j]).sum::<f64>() / n as f64;
    let means: Vec<f64> = (0..n_statements).map(mean).collect();
    let full = DMatrix::from_fn(n_statements, n_statements, |i, j| {
        rows.iter().map(|row| (row[i] - means[i]) * (row[j] - means[j])).sum::<f64>() / (n - 1) as f64
    });
    let (kept, excluded): (Vec<usize>, Vec<usize>) = (0..n_statements).partition(|j| full[(*j, *j)] > 1e-12);
    if kept.len() < 2 {
        return None;
    }
    Some((full.select_rows(&kept).select_columns(&kept), excluded))
}

/// Rows in an order of their own, so that nothing shows the order in which they came.
fn in_order(rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut rows = rows.to_vec();
    rows.sort_by(|a, b| {
        a.iter().zip(b).map(|(x, y)| x.total_cmp(y)).find(|o| o.is_ne()).unwrap_or(a.len().cmp(&b.len()))
    });
    rows
}

/// Cronbach's alpha.
///
/// Shape: a row per person with a score for every statement, reversed ones turned. Empty: `None` below
/// [`MIN_FOR_ALPHA`] people or two statements that vary. With two statements the standardised form is
/// Spearman-Brown's. Source: Cronbach 1951; interval: Feldt 1965 (Psychometrika 30).
pub fn alpha(rows: &[Vec<f64>]) -> Option<Alpha> {
    if rows.len() < MIN_FOR_ALPHA {
        return None;
    }
    let (covariance, excluded) = covariance(&in_order(rows))?;
    let j = covariance.nrows() as f64;
    let total = covariance.sum();
    if total <= 0.0 {
        return None;
    }
    let raw = j / (j - 1.0) * (1.0 - covariance.trace() / total);
    let correlation =
        |a: usize, b: usize| covariance[(a, b)] / (covariance[(a, a)] * covariance[(b, b)]).sqrt();
    let k = covariance.nrows();
    let sum: f64 = (0..k).flat_map(|a| (0..a).map(move |b| (a, b))).map(|(a, b)| correlation(a, b)).sum();
    let r = sum / (j * (j - 1.0) / 2.0);
    let df = rows.len() as f64 - 1.0;
    let f = FisherSnedecor::new(df, df * (j - 1.0)).ok()?;
    let feldt95 = (1.0 - (1.0 - raw) * f.inverse_cdf(0.975), 1.0 - (1.0 - raw) * f.inverse_cdf(0.025));
    Some(Alpha { raw, standardised: j * r / (1.0 + (j - 1.0) * r), feldt95, excluded })
}

/// McDonald's omega from a one-factor maximum-likelihood fit.
///
/// Shape: as for [`alpha`]. Empty: `None` below [`MIN_FOR_OMEGA`] people or three statements that vary, where one
/// factor is not identified. Source: McDonald 1999; fit: Lawley & Maxwell 1971.
pub fn omega(rows: &[Vec<f64>]) -> Option<Omega> {
    if rows.len() < MIN_FOR_OMEGA {
        return None;
    }
    let (covariance, _) = covariance(&in_order(rows))?;
    if covariance.nrows() < 3 {
        return None;
    }
    let scale = covariance.diagonal().map(f64::sqrt);
    let correlation =
        DMatrix::from_fn(scale.len(), scale.len(), |i, j| covariance[(i, j)] / (scale[i] * scale[j]));
    let unique = one_factor(&correlation);
    let loadings = loadings(&correlation, &unique);
    let sum: f64 = loadings.iter().zip(scale.iter()).map(|(l, s)| l * s).sum();
    let rest: f64 = unique.iter().zip(scale.iter()).map(|(u, s)| u * s * s).sum();
    let is_heywood = unique.iter().any(|u| *u <= FLOOR * 1.000_001);
    Some(Omega { total: sum * sum / (sum * sum + rest), is_heywood })
}

/// Omega over the statements that every round asks, from the rounds up to one that asked the same.
///
/// Empty: `None` below [`MIN_FOR_CONSISTENCY`], or where [`omega`] is.
pub fn consistency(panel: &Panel, t: usize) -> Option<Consistency> {
    let ids = |round: &PanelRound| -> Vec<String> {
        panel.detector_dimensions().iter().flat_map(|dimension| round.core_ids(dimension)).collect()
    };
    let latest_round = panel.rounds.get(t)?;
    let asked = ids(latest_round);
    let is_alike = |round: &&PanelRound| {
        ids(round) == asked && asked.iter().all(|id| round.survey.asks_alike(&latest_round.survey, id))
    };
    let alike: Vec<&PanelRound> = panel.rounds[..=t].iter().filter(is_alike).collect();
    let mut latest: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for round in &alike {
        for sheet in &round.sheets {
            let row = asked.iter().map(|id| {
                let statement = round.survey.find_statement(id)?;
                statement_score(&sheet.answers, statement, &round.survey.scale)
            });
            if let Some(row) = row.collect() {
                latest.insert(sheet.person, row);
            }
        }
    }
    if alike.len() < MIN_FOR_CONSISTENCY.0 || latest.len() < MIN_FOR_CONSISTENCY.1 {
        return None;
    }
    let rows: Vec<Vec<f64>> = latest.into_values().collect();
    let found = omega(&rows)?;
    Some(Consistency {
        omega: (found.total * 100.0).round() as i64,
        n_people: rows.len(),
        n_rounds: alike.len(),
        n_statements: asked.len(),
    })
}

/// Least unique variance of a standardised statement. Source: the usual bound of maximum-likelihood fits.
const FLOOR: f64 = 0.005;

/// Loadings that fit best, given the unique variances.
fn loadings(correlation: &DMatrix<f64>, unique: &DVector<f64>) -> DVector<f64> {
    let root = unique.map(f64::sqrt);
    let scaled = DMatrix::from_fn(root.len(), root.len(), |i, j| correlation[(i, j)] / (root[i] * root[j]));
    let eigen = SymmetricEigen::new(scaled);
    let top = eigen.eigenvalues.imax();
    let length = (eigen.eigenvalues[top] - 1.0).max(0.0).sqrt();
    let vector = eigen.eigenvectors.column(top);
    root.component_mul(&vector) * length
}

/// Unique variances of the best one-factor fit: residual variances until they no longer move, with Aitken's
/// extrapolation, since plain steps are slow near the end.
fn one_factor(correlation: &DMatrix<f64>) -> DVector<f64> {
    let n = correlation.nrows();
    let step = |unique: &DVector<f64>| {
        let l = loadings(correlation, unique);
        DVector::from_fn(n, |i, _| (1.0 - l[i] * l[i]).clamp(FLOOR, 1.0))
    };
    let mut unique = DVector::from_element(n, 0.5);
    for _ in 0..2_000 {
        let (one, two) = {
            let one = step(&unique);
            let two = step(&one);
            (one, two)
        };
        let moved = (&two - &one).amax();
        if moved < 1e-13 {
            return two;
        }
        let first = &one - &unique;
        let second = &two - &one;
        let bend = &second - &first;
        let length = (first.norm() / bend.norm().max(1e-300)).clamp(1.0, 50.0);
        let leap = DVector::from_fn(n, |i, _| {
            (unique[i] + 2.0 * length * first[i] + length * length * bend[i]).clamp(FLOOR, 1.0)
        });
        // A leap is kept only if it does not take the fit further from rest than two plain steps.
        let after = step(&leap);
        unique = if (&after - &leap).amax() <= moved { after } else { two };
    }
    unique
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::Answer;
    use crate::domain::survey::Block;
    use crate::domain::survey::tests::{statement, survey};
    use crate::insight::panel::PanelSheet;
    use crate::insight::score::SheetAnswers;

    fn rows(n: usize, make: impl Fn(usize) -> Vec<f64>) -> Vec<Vec<f64>> {
        (0..n).map(make).collect()
    }

    #[test]
    fn few_people_give_nothing() {
        assert_eq!(alpha(&rows(29, |i| vec![i as f64, i as f64])), None);
        assert_eq!(omega(&rows(49, |i| vec![i as f64, (i * i % 7) as f64, (i % 3) as f64])), None);
    }

    #[test]
    fn the_same_answers_to_every_statement_are_perfectly_consistent() {
        let found = alpha(&rows(30, |i| vec![(i % 5) as f64; 3])).expect("thirty");
        assert!((found.raw - 1.0).abs() < 1e-12 && (found.standardised - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_statement_that_nobody_varies_on_is_left_out_and_named() {
        let found = alpha(&rows(40, |i| vec![(i % 5) as f64, 3.0, (i % 4) as f64])).expect("forty");
        assert_eq!(found.excluded, [1]);
    }

    #[test]
    fn the_consistency_of_a_line_is_told_from_three_rounds_and_a_hundred_people_on() {
        let survey = survey(["A", "B", "C"].map(|id| statement(id, "trust", Block::Core)).to_vec());
        let panel = |n_rounds: u32, n_people: usize| {
            let sheet = |person: usize| {
                let value = |k: usize| Answer::Value(1 + ((person + k * (person % 2)) % 5) as i64);
                let answers = ["A", "B", "C"].iter().enumerate();
                let answers = answers.map(|(k, id)| ((*id).to_owned(), value(k))).collect();
                let answers = SheetAnswers { partner: format!("P{}", person % 4), role: None, answers };
                PanelSheet { partner: person % 4, person, answers }
            };
            let rounds = (1..=n_rounds).map(|number| PanelRound {
                number,
                date: chrono::NaiveDate::from_ymd_opt(2026, number, 1).unwrap_or_default(),
                survey: survey.clone(),
                // Not everybody answers every time.
                sheets: (0..n_people).filter(|person| person % 3 != number as usize % 3).map(sheet).collect(),
                invited: None,
            });
            Panel {
                survey: survey.clone(),
                partners: (0..4).map(|p| format!("P{p}")).collect(),
                n_people,
                detectors: vec!["trust".into()],
                rounds: rounds.collect(),
            }
        };
        assert_eq!(consistency(&panel(2, 300), 1), None, "two rounds");
        assert_eq!(consistency(&panel(3, 99), 2), None, "ninety-nine people");
        let found = consistency(&panel(3, 100), 2).expect("enough of both");
        assert_eq!((found.n_people, found.n_rounds, found.n_statements), (100, 3, 3));
        assert!((50..100).contains(&found.omega), "{found:?}");
    }

    #[test]
    fn omega_finds_the_loadings_that_made_the_correlations() {
        let truth = [0.8, 0.7, 0.6, 0.5];
        let correlation = DMatrix::from_fn(4, 4, |i, j| if i == j { 1.0 } else { truth[i] * truth[j] });
        let unique = one_factor(&correlation);
        for (u, l) in unique.iter().zip(truth) {
            assert!((u - (1.0 - l * l)).abs() < 1e-9, "{unique}");
        }
    }
}
