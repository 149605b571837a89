//! How far people within a group agree: r_wg(j) and van der Eijk's A.

use super::sample::{mean, variance};

/// Variance that answers would have with slight skew, on a 1 to 5 scale: partnership answers lean to one side.
/// Source: LeBreton & Senter 2008 (Organizational Research Methods 11), table of null distributions.
pub const SLIGHT_SKEW_VARIANCE: f64 = 1.34;

/// Agreement within one group over the statements of a dimension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithinGroup {
    /// r_wg(j) against uniform answers, variance truncated.
    pub r_wg_j: f64,
    /// r*_wg(j), untruncated: may be negative. Source: Lindell 1999.
    pub r_wg_j_star: f64,
    /// r_wg(j) against slightly skewed answers.
    pub slight_skew: f64,
}

/// Agreement of one group.
///
/// Shape: per statement the values that the group gave. Statements with fewer than two values are left out.
/// Empty: `None` when none is left (so for one person). All equal: 1. Source: James, Demaree & Wolf 1984.
pub fn within_group(values_by_statement: &[Vec<f64>], n_points: usize) -> Option<WithinGroup> {
    let variances: Vec<f64> = values_by_statement.iter().filter_map(|values| variance(values)).collect();
    let average = mean(&variances)?;
    let n_statements = variances.len() as f64;
    let uniform = ((n_points * n_points) as f64 - 1.0) / 12.0;
    let r_wg_j = |null: f64| {
        let ratio = (average / null).min(1.0);
        n_statements * (1.0 - ratio) / (n_statements * (1.0 - ratio) + ratio)
    };
    Some(WithinGroup {
        r_wg_j: r_wg_j(uniform),
        r_wg_j_star: 1.0 - average / uniform,
        slight_skew: r_wg_j(SLIGHT_SKEW_VARIANCE * ((n_points - 1) as f64 / 4.0).powi(2)),
    })
}

/// Van der Eijk's A: 1 for consensus, 0 for even spread, −1 for two camps at the ends.
///
/// Shape: answers per value of the scale, lowest first. Empty: `None` for no answers, and for fewer than three
/// values, where the triples that A counts do not exist. Source: van der Eijk 2001 (Quality & Quantity 35).
pub fn van_der_eijk_a(counts: &[usize]) -> Option<f64> {
    let n_values = counts.len();
    let total: usize = counts.iter().sum();
    if total == 0 || n_values < 3 {
        return None;
    }
    let mut left = counts.to_vec();
    let mut agreement = 0.0;
    while let Some(layer) = left.iter().copied().filter(|n| *n > 0).min() {
        let pattern: Vec<bool> = left.iter().map(|n| *n > 0).collect();
        let n_ones = pattern.iter().filter(|is_in| **is_in).count();
        agreement += (layer * n_ones) as f64 / total as f64 * layer_agreement(&pattern, n_ones);
        for n in &mut left {
            *n = n.saturating_sub(layer);
        }
    }
    Some(agreement)
}

fn layer_agreement(pattern: &[bool], n_ones: usize) -> f64 {
    let k = pattern.len();
    let (mut unimodal, mut bimodal) = (0usize, 0usize);
    for i in 0..k {
        for j in i + 1..k {
            for l in j + 1..k {
                match (pattern[i], pattern[j], pattern[l]) {
                    (true, true, false) | (false, true, true) => unimodal += 1,
                    (true, false, true) => bimodal += 1,
                    _ => {}
                }
            }
        }
    }
    let u = if unimodal + bimodal == 0 {
        1.0
    } else {
        ((k - 2) as f64 * unimodal as f64 - (k - 1) as f64 * bimodal as f64)
            / ((k - 2) as f64 * (unimodal + bimodal) as f64)
    };
    u * (1.0 - (n_ones as f64 - 1.0) / (k as f64 - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_a(counts: &[usize], expected: Option<f64>) {
        let a = van_der_eijk_a(counts);
        assert!(
            match (a, expected) {
                (Some(a), Some(b)) => (a - b).abs() < 1e-12,
                (a, b) => a == b,
            },
            "{counts:?}: {a:?}"
        );
    }

    #[test]
    fn a_runs_from_camps_to_consensus() {
        check_a(&[1, 0, 0, 0, 1], Some(-1.0));
        check_a(&[2, 0, 0, 0, 1], Some(-1.0 / 3.0));
        check_a(&[3, 3, 3, 3, 3], Some(0.0));
        check_a(&[0, 7, 0, 0, 0], Some(1.0));
        check_a(&[0, 0, 0], None);
        check_a(&[4, 1], None);
    }

    #[test]
    fn r_wg_is_one_for_equal_answers_and_nothing_for_one_person() {
        let equal = within_group(&[vec![4.0, 4.0], vec![2.0, 2.0]], 5).expect("two people");
        assert_eq!((equal.r_wg_j, equal.r_wg_j_star, equal.slight_skew), (1.0, 1.0, 1.0));
        assert_eq!(within_group(&[vec![4.0], vec![2.0]], 5), None);
    }

    #[test]
    fn wide_spread_is_cut_at_zero_in_one_and_negative_in_the_other() {
        let camps = within_group(&[vec![1.0, 5.0]], 5).expect("two people");
        assert_eq!((camps.r_wg_j, camps.r_wg_j_star), (0.0, 1.0 - 8.0 / 2.0));
    }
}
