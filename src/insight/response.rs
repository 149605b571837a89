//! Who took part: shares and their intervals. Whether a partner fell silent is `signal::silence`'s business.

use statrs::distribution::{ContinuousCDF, Normal};

/// Wilson's 95 % interval of a share, cut to 0..1. Empty: `None` for n = 0.
/// Source: Wilson 1927 (JASA 22); statistics specification §7.
pub fn wilson95(n_answered: usize, n: usize) -> Option<(f64, f64)> {
    if n == 0 {
        return None;
    }
    let z = Normal::standard().inverse_cdf(0.975);
    let (is_none, is_all) = (n_answered == 0, n_answered == n);
    let (n, share) = (n as f64, n_answered as f64 / n as f64);
    let centre = share + z * z / (2.0 * n);
    let half = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    // At the ends the bound is exact, and rounding would leave it a hair inside.
    let low = if is_none { 0.0 } else { ((centre - half) / scale).max(0.0) };
    let high = if is_all { 1.0 } else { ((centre + half) / scale).min(1.0) };
    Some((low, high))
}

/// Mean of the partners' shares, every partner weighing the same.
///
/// Shape: (answered, invited) per partner; partners without anybody invited do not count. Empty: `None`.
pub fn partner_equal_share(partners: &[(usize, usize)]) -> Option<f64> {
    let shares: Vec<f64> = partners
        .iter()
        .filter(|(_, n_invited)| *n_invited > 0)
        .map(|(n, of)| *n as f64 / *of as f64)
        .collect();
    super::sample::mean(&super::sample::sorted(shares))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_stays_within_the_possible() {
        assert_eq!(wilson95(0, 0), None);
        assert_eq!(wilson95(0, 5).expect("five").0, 0.0);
        assert_eq!(wilson95(7, 7).expect("seven").1, 1.0);
    }

    #[test]
    fn small_partners_weigh_as_much_as_large_ones() {
        assert_eq!(partner_equal_share(&[(1, 2), (8, 8), (0, 0)]), Some(0.75));
        assert_eq!(partner_equal_share(&[(0, 0)]), None);
    }
}
