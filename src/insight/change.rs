//! Change between two rounds, over the partners that answered in both.

use std::sync::LazyLock;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use statrs::distribution::{ContinuousCDF, StudentsT};

use super::sample::{mean, sorted, variance};

/// Fewest partners for a test. Source: statistics specification §3.
pub const MIN_PARTNERS_FOR_TEST: usize = 5;
/// Up to this many partners every combination of signs is tried; beyond, a seeded sample of them.
/// Source: statistics specification §3.
pub const MAX_PARTNERS_FOR_ENUMERATION: usize = 16;
/// How large that sample is. Source: statistics specification §3.
pub const N_FLIPS: usize = 20_000;

/// A mean change of partners.
#[derive(Debug, Clone, PartialEq)]
pub struct MeanChange {
    /// Partners that answered in both rounds.
    pub n_partners: usize,
    /// Mean of their changes. Units: points of the scale.
    pub mean: f64,
    /// Its standard error; `None` for one partner.
    pub se: Option<f64>,
    /// Student's t with `n_partners − 1` degrees of freedom, its two-sided p, and the 95 % interval; `None` below
    /// [`MIN_PARTNERS_FOR_TEST`] partners, or when all changes are equal.
    pub t_test: Option<TTest>,
    /// Two-sided p of the sign-flip test; `None` below [`MIN_PARTNERS_FOR_TEST`] partners.
    pub p_sign_flip: Option<f64>,
}

/// A one-sample t test against no change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TTest {
    /// mean / se.
    pub t: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Two-sided p.
    pub p: f64,
    /// 95 % interval. Units: points of the scale.
    pub ci95: (f64, f64),
}

/// Half the width of a 95 % interval in standard errors: Student's t with `df` degrees of freedom. `None` for df < 1.
pub fn t_quantile(df: f64) -> Option<f64> {
    // Every reading asks for one, by its number of partners, and a quantile is found by trying.
    static WHOLE: LazyLock<Vec<Option<f64>>> =
        LazyLock::new(|| (0..64).map(|df| search_t_quantile(f64::from(df))).collect());
    let known = WHOLE.get(df as usize).filter(|_| df.fract() == 0.0);
    known.copied().unwrap_or_else(|| search_t_quantile(df))
}

fn search_t_quantile(df: f64) -> Option<f64> {
    StudentsT::new(0.0, 1.0, df).ok().filter(|_| df >= 1.0).map(|t| t.inverse_cdf(0.975))
}

/// The change of a set of partners.
///
/// Shape: one difference per partner, in any order. Empty: `None`.
/// Source: paired comparison, statistics specification §3.
pub fn change(differences: &[f64]) -> Option<MeanChange> {
    let differences = sorted(differences.iter().copied());
    let n = differences.len();
    let centre = mean(&differences)?;
    let se = variance(&differences).map(|variance| (variance / n as f64).sqrt());
    let is_testable = n >= MIN_PARTNERS_FOR_TEST;
    let t_test = se.filter(|se| is_testable && *se > 0.0).and_then(|se| {
        let df = (n - 1) as f64;
        let t = centre / se;
        let half = t_quantile(df)? * se;
        let p = 2.0 * StudentsT::new(0.0, 1.0, df).ok()?.cdf(-t.abs());
        Some(TTest { t, df, p, ci95: (centre - half, centre + half) })
    });
    let p_sign_flip = is_testable.then(|| sign_flip(&differences));
    Some(MeanChange { n_partners: n, mean: centre, se, t_test, p_sign_flip })
}

/// Two-sided p of the sign-flip test: the share of sign patterns whose sum lies at least as far from zero.
fn sign_flip(differences: &[f64]) -> f64 {
    let observed = differences.iter().sum::<f64>().abs() - 1e-12;
    let n = differences.len();
    let sum = |signs: u64| -> f64 {
        differences.iter().enumerate().map(|(i, d)| if signs >> i & 1 == 1 { -d } else { *d }).sum()
    };
    if n <= MAX_PARTNERS_FOR_ENUMERATION {
        let n_patterns = 1u64 << n;
        let n_far = (0..n_patterns).filter(|signs| sum(*signs).abs() >= observed).count();
        return n_far as f64 / n_patterns as f64;
    }
    let mut rng = ChaCha8Rng::seed_from_u64(n as u64);
    let n_far = (0..N_FLIPS)
        .filter(|_| {
            let total: f64 = differences
                .chunks(64)
                .map(|chunk| {
                    let signs = rng.next_u64();
                    chunk
                        .iter()
                        .enumerate()
                        .map(|(i, d)| if signs >> i & 1 == 1 { -d } else { *d })
                        .sum::<f64>()
                })
                .sum();
            total.abs() >= observed
        })
        .count();
    // The observed pattern counts as one of those tried: p is never 0.
    (n_far + 1) as f64 / (N_FLIPS + 1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(differences: &[f64], p_t: Option<f64>, p_sign_flip: Option<f64>) {
        let change = change(differences).expect("not empty");
        let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() < 1e-9,
            (None, None) => true,
            _ => false,
        };
        assert!(close(change.t_test.map(|test| test.p), p_t), "{change:?}");
        assert!(close(change.p_sign_flip, p_sign_flip), "{change:?}");
    }

    #[test]
    fn few_partners_give_a_mean_and_no_test() {
        check(&[0.5, -0.2, 0.1, 0.3], None, None);
        assert_eq!(change(&[]), None);
    }

    #[test]
    fn equal_changes_have_no_interval_and_the_smallest_sign_flip_p() {
        check(&[-0.5; 6], None, Some(2.0 / 64.0));
    }

    #[test]
    fn sign_flips_count_every_pattern() {
        // |1+2+3+4+5| = 15 is reached by two of 32 patterns; R: t.test(1:5)$p.value.
        check(&[1.0, 2.0, 3.0, 4.0, 5.0], Some(0.013_235_599_569_2), Some(2.0 / 32.0));
    }

    #[test]
    fn many_partners_are_sampled_and_agree_with_the_t_test() {
        let differences: Vec<f64> = (0..24).map(|i| f64::from(i % 7) / 5.0 - 0.45).collect();
        let change = change(&differences).expect("not empty");
        let (t, flip) = (change.t_test.expect("24").p, change.p_sign_flip.expect("24"));
        assert!((t - flip).abs() < 0.02, "{t} {flip}");
    }
}
