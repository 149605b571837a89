//! Readings: person → partner → agreement, every partner weighing the same.
//!
//! These are *not* fit to show: only `disclosure` decides what may leave.

use std::collections::BTreeMap;

use super::change::t_quantile;
use super::sample::{mean, sorted, variance};
use super::score::{SheetAnswers, orient, score_over};
use super::shrinkage::pooled_within;
use crate::domain::answer::Answer;
use crate::domain::survey::{Statement, Survey};

/// A figure with its uncertainty and its n.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Mean of partner means. Units: points of the scale.
    pub mean: f64,
    /// Mean over respondents, as a check on the weighting.
    pub respondent_mean: f64,
    /// Standard error of `mean` with partners seen as exchangeable; `None` for one partner.
    pub se: Option<f64>,
    /// 95 % interval, t with partners − 1 degrees of freedom; `None` for one partner, or when all partner
    /// means are equal: a zero-width interval would claim certainty that nobody has.
    pub ci95: Option<(f64, f64)>,
    /// Respondents with a valid score, by partner; only partners with at least one.
    pub n_by_partner: BTreeMap<String, usize>,
    /// Means of those partners, in the same order.
    pub partner_means: Vec<f64>,
}

impl Reading {
    /// Respondents with a valid score.
    pub fn n_respondents(&self) -> usize {
        self.n_by_partner.values().sum()
    }

    /// Partners with at least one of them.
    pub fn n_partners(&self) -> usize {
        self.n_by_partner.len()
    }
}

/// The agreement's reading of scores that carry their partner.
///
/// Shape: one entry per respondent, in any order (the result is the same to the last bit).
/// Empty: `None`. Source: statistics specification §2, target "process".
pub fn read<'p>(scores: impl IntoIterator<Item = (&'p str, f64)>) -> Option<Reading> {
    let mut scores: Vec<(&str, f64)> = scores.into_iter().collect();
    scores.sort_by_key(|(partner, _)| *partner);
    let (mut means, mut n_by_partner) = (Vec::new(), BTreeMap::new());
    for own in scores.chunk_by(|a, b| a.0 == b.0) {
        means.extend(mean(&sorted(own.iter().map(|(_, score)| *score))));
        n_by_partner.insert(own[0].0.to_owned(), own.len());
    }
    let n_partners = means.len();
    let respondent_mean = mean(&sorted(scores.iter().map(|(_, score)| *score)))?;
    let partner_means = means.clone();
    let means = sorted(means);
    let mean = mean(&means)?;
    let se = variance(&means).map(|variance| (variance / n_partners as f64).sqrt());
    let ci95 = se.filter(|se| *se > 0.0).and_then(|se| {
        let half = t_quantile(n_partners as f64 - 1.0)? * se;
        Some((mean - half, mean + half))
    });
    Some(Reading { mean, respondent_mean, se, ci95, n_by_partner, partner_means })
}

/// Errors of a census: everybody is invited, so partners and people that answered are not a sample of partners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CensusError {
    /// As if answers had no noise: the textbook formula only; `None` when no partner has two scores.
    pub error_free: Option<f64>,
    /// With the noise of the moment, which no coverage takes away; `None` without variances.
    pub se: Option<f64>,
}

/// Standard errors of an agreement's mean as a census with gaps.
///
/// Shape: per partner on the roster how many were invited, and the scores it gave; `variances` are between people and
/// of the moment. Units: points of the scale. Empty: `None` when nobody answered. A partner with one score borrows the
/// pooled variance. Source: two-stage sampling, Cochran 1977 ch. 10 and 11;
/// statistics specification §2.
pub fn census_error(partners: &[(usize, Vec<f64>)], variances: Option<(f64, f64)>) -> Option<CensusError> {
    let all = partners.len() as f64;
    let answered: Vec<(f64, Vec<f64>)> = partners
        .iter()
        .filter(|(_, scores)| !scores.is_empty())
        .map(|(n_invited, scores)| ((*n_invited).max(scores.len()) as f64, sorted(scores.iter().copied())))
        .collect();
    let n = answered.len() as f64;
    if answered.is_empty() {
        return None;
    }
    let means = sorted(answered.iter().filter_map(|(_, scores)| mean(scores)));
    let between =
        if answered.len() == partners.len() { 0.0 } else { (1.0 - n / all) * variance(&means)? / n };
    let groups: Vec<Vec<f64>> = answered.iter().map(|(_, scores)| scores.clone()).collect();
    let pooled = pooled_within(&groups);
    let within = |of: &dyn Fn(f64, &[f64]) -> Option<f64>| -> Option<f64> {
        let terms: Option<Vec<f64>> =
            answered.iter().map(|(n_invited, scores)| of(*n_invited, scores)).collect();
        Some(sorted(terms?).iter().sum::<f64>() / (n * all))
    };
    let error_free = within(&|n_invited, scores| {
        let n = scores.len() as f64;
        let own = if scores.len() > 1 { variance(scores) } else { pooled };
        Some((1.0 - n / n_invited) * own? / n)
    });
    let noisy = variances.and_then(|(person, occasion)| {
        within(&|n_invited, scores| {
            let n = scores.len() as f64;
            Some(((1.0 - n / n_invited) * person + occasion) / n)
        })
    });
    Some(CensusError {
        error_free: error_free.map(|error_free| (between + error_free).sqrt()),
        se: noisy.map(|noisy| (between + noisy).sqrt()),
    })
}

/// The reading of a dimension over its core statements; `None` when nobody has a valid score.
pub fn dimension_reading(sheets: &[SheetAnswers], survey: &Survey, dimension: &str) -> Option<Reading> {
    let core: Vec<&Statement> = survey.core_statements(dimension).collect();
    read(sheets.iter().filter_map(|sheet| {
        score_over(sheet, &core, &survey.scale).map(|(score, _)| (sheet.partner.as_str(), score))
    }))
}

/// What respondents answered to one statement.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementReading {
    /// Reading of its scores (reversed statements turned); `None` when nobody gave a value.
    pub reading: Option<Reading>,
    /// Raw answers as given, before turning, by value; every value of the scale is there.
    pub counts: BTreeMap<i64, usize>,
    /// Answers *cannot judge*.
    pub n_cannot_judge: usize,
}

/// The reading of one statement.
pub fn statement_reading(
    sheets: &[SheetAnswers],
    survey: &Survey,
    statement: &Statement,
) -> StatementReading {
    let mut counts: BTreeMap<i64, usize> = survey.scale.values().map(|value| (value, 0)).collect();
    let mut n_cannot_judge = 0;
    let mut scores = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        match sheet.answers.get(&statement.id) {
            Some(Answer::Value(value)) => {
                *counts.entry(*value).or_default() += 1;
                scores.push((sheet.partner.as_str(), orient(*value, statement, &survey.scale) as f64));
            }
            Some(Answer::CannotJudge) => n_cannot_judge += 1,
            None => {}
        }
    }
    let reading = read(scores);
    StatementReading { reading, counts, n_cannot_judge }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_partner_weighs_the_same_however_many_answered() {
        let reading = read([("A", 5.0), ("A", 5.0), ("A", 5.0), ("B", 1.0)]).expect("scores");
        assert_eq!(reading.mean, 3.0);
        assert_eq!(reading.respondent_mean, 4.0);
        assert_eq!((reading.n_partners(), reading.n_respondents()), (2, 4));
    }

    #[test]
    fn the_interval_is_students_t_over_partner_means() {
        // Means 1, 2, 3: se = 1/√3; t(0.975, 2) = 4.302652729911275 (R: qt).
        let reading = read([("A", 1.0), ("B", 2.0), ("C", 3.0)]).expect("scores");
        let se = reading.se.expect("three partners");
        let (low, high) = reading.ci95.expect("three partners");
        assert!((se - 0.577_350_269_189_625_7).abs() < 1e-12);
        assert!((high - 2.0 - 4.302_652_729_911_275 * se).abs() < 1e-8);
        assert!((2.0 - low - (high - 2.0)).abs() < 1e-12);
    }

    #[test]
    fn no_answers_one_partner_and_equal_partners_have_no_interval() {
        assert_eq!(read([]), None);
        assert_eq!(read([("A", 2.0)]).expect("one").ci95, None);
        assert_eq!(read([("A", 2.0), ("B", 2.0)]).expect("two").ci95, None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn order_never_matters_and_readings_stay_on_the_scale(
            scores in prop::collection::vec((prop::sample::select(vec!["A", "B", "C", "D"]), 1u8..=5), 1..40),
            seed in any::<u64>(),
        ) {
            let scores: Vec<(&str, f64)> = scores.into_iter().map(|(p, s)| (p, f64::from(s))).collect();
            let mut shuffled = scores.clone();
            let n = shuffled.len();
            for i in 0..n {
                shuffled.swap(i, (seed as usize).wrapping_mul(i + 7) % n);
            }
            let reading = read(scores).expect("not empty");
            prop_assert_eq!(&reading, &read(shuffled).expect("not empty"));
            prop_assert!((1.0..=5.0).contains(&reading.mean));
        }

        #[test]
        fn shifting_every_score_shifts_the_mean_and_nothing_else(
            scores in prop::collection::vec((prop::sample::select(vec!["A", "B", "C"]), 1u8..=5), 2..30),
        ) {
            let at = |shift: f64| read(scores.iter().map(|(p, s)| (*p, f64::from(*s) + shift))).expect("not empty");
            let (here, there) = (at(0.0), at(10.0));
            prop_assert!((there.mean - here.mean - 10.0).abs() < 1e-9);
            prop_assert!((there.se.unwrap_or(0.0) - here.se.unwrap_or(0.0)).abs() < 1e-9);
        }
    }
}
