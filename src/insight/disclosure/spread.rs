//! How the answers to a theme lie, over a period. Never of one statement in one round: beside a mean, or where everybody
//! answered alike, that is somebody's answer. Source: privacy rule R6.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Disclosed;
use crate::domain::answer::Answer;
use crate::domain::survey::Survey;
use crate::insight::score::{SheetAnswers, orient};

/// Fewest answers over the period, and fewest people and partners in each of its rounds. Source: privacy rule R6.
pub const MIN_FOR_SPREAD: (usize, usize, usize) = (30, 10, 5);
/// Largest share that is told as a number, in tenths: above it almost everybody answered alike. Source: the same.
pub const MOST: u8 = 8;

/// The answers to a theme's statements in one round, turned so that high means good. It is kept with the round and never
/// shown by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoundSpread(pub(super) BTreeMap<i64, usize>);

/// How the answers lie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Spread {
    /// Shares of each value of the scale, lowest first, in tenths that add up to ten.
    Shares(Vec<(i64, u8)>),
    /// More than [`MOST`] tenths are this one answer.
    AlmostAll(i64),
}

/// A round's answers to a theme; too few where [`MIN_FOR_SPREAD`] says so.
pub(super) fn of_round(sheets: &[SheetAnswers], survey: &Survey, dimension: &str) -> Disclosed<RoundSpread> {
    let mut counts: BTreeMap<i64, usize> = survey.scale.values().map(|value| (value, 0)).collect();
    let (mut n_people, mut partners) = (0, BTreeSet::new());
    for sheet in sheets {
        let given: Vec<i64> = survey
            .core_statements(dimension)
            .filter_map(|statement| match sheet.answers.get(&statement.id)? {
                Answer::Value(value) => Some(orient(*value, statement, &survey.scale)),
                Answer::CannotJudge => None,
            })
            .collect();
        if !given.is_empty() {
            n_people += 1;
            partners.insert(sheet.partner.as_str());
        }
        given.into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
    }
    let (_, people, of_partners) = MIN_FOR_SPREAD;
    Disclosed((n_people >= people && partners.len() >= of_partners).then_some(RoundSpread(counts)))
}

/// How the answers of several rounds lie together.
///
/// Empty: too few, also when a round is too small to be counted and what is left is.
pub fn over<'r>(rounds: impl IntoIterator<Item = &'r Disclosed<RoundSpread>>) -> Disclosed<Spread> {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for (value, n) in rounds.into_iter().filter_map(Disclosed::get).flat_map(|spread| &spread.0) {
        *counts.entry(*value).or_default() += n;
    }
    let total: usize = counts.values().sum();
    if total < MIN_FOR_SPREAD.0 {
        return Disclosed(None);
    }
    let almost = counts.iter().find(|(_, n)| **n * 10 > usize::from(MOST) * total);
    Disclosed(Some(match almost {
        Some((value, _)) => Spread::AlmostAll(*value),
        None => Spread::Shares(in_tenths(&counts, total)),
    }))
}

/// Tenths that add up to ten: whole ones first, and the rest to the largest remainders, the lower value first.
fn in_tenths(counts: &BTreeMap<i64, usize>, total: usize) -> Vec<(i64, u8)> {
    let mut shares: Vec<(i64, u8, usize)> =
        counts.iter().map(|(value, n)| (*value, (n * 10 / total) as u8, n * 10 % total)).collect();
    let missing = 10 - shares.iter().map(|(_, tenths, _)| usize::from(*tenths)).sum::<usize>();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(shares[*at].2), *at));
    for at in order.into_iter().take(missing) {
        shares[at].1 += 1;
    }
    shares.into_iter().map(|(value, tenths, _)| (value, tenths)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(counts: &[usize]) -> Disclosed<RoundSpread> {
        Disclosed(Some(RoundSpread((1..).zip(counts.iter().copied()).collect())))
    }

    #[test]
    fn shares_are_tenths_that_add_up_over_the_period_and_never_counts() {
        let told = over([&round(&[1, 2, 3, 10, 4]), &round(&[1, 2, 3, 10, 4])]);
        assert_eq!(told.get(), Some(&Spread::Shares(vec![(1, 1), (2, 1), (3, 1), (4, 5), (5, 2)])));
        assert_eq!(over([&round(&[0, 0, 1, 20, 8])]).get(), None, "twenty-nine answers");
        assert_eq!(over([&round(&[0, 0, 1, 25, 5]), &Disclosed(None)]).get(), Some(&Spread::AlmostAll(4)));
    }

    proptest::proptest! {
        #[test]
        fn tenths_always_add_up_to_ten_and_none_is_a_point_off(
            counts in proptest::collection::vec(0..40usize, 5),
        ) {
            let total: usize = counts.iter().sum();
            proptest::prop_assume!(total >= 30);
            let counts: BTreeMap<i64, usize> = (1..).zip(counts).collect();
            let shares = in_tenths(&counts, total);
            proptest::prop_assert_eq!(shares.iter().map(|(_, tenths)| u32::from(*tenths)).sum::<u32>(), 10);
            for (value, tenths) in shares {
                let exact = counts[&value] as f64 * 10.0 / total as f64;
                proptest::prop_assert!((f64::from(tenths) - exact).abs() < 1.0);
            }
        }
    }
}
