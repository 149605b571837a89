//! Trend over rounds: Mann-Kendall's test with ties and the Theil-Sen slope. For reports; alarms do not rest on them,
//! since the test takes rounds for independent.

use statrs::distribution::{ContinuousCDF, Normal};

use super::sample::{median, sorted};

/// Fewest rounds for a p; with fewer only the slope is given. Source: statistics specification §4.
pub const MIN_ROUNDS_FOR_P: usize = 8;

/// A trend.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendTest {
    /// Rounds with a reading.
    pub n: usize,
    /// Kendall's S.
    pub s: i64,
    /// Its variance, corrected for ties.
    pub var_s: f64,
    /// Standardised S with continuity correction, and its two-sided p; `None` below [`MIN_ROUNDS_FOR_P`].
    pub z_and_p: Option<(f64, f64)>,
    /// Kendall's τ_b; `None` when all readings are equal.
    pub tau_b: Option<f64>,
    /// Median slope. Units: points a year.
    pub slope_per_year: f64,
    /// 95 % interval of the slope; `None` below [`MIN_ROUNDS_FOR_P`].
    pub ci95: Option<(f64, f64)>,
}

/// The trend of readings at their dates.
///
/// Shape: (years since some day, reading), by date; rounds without a reading are left out, not filled in.
/// Empty: fewer than two readings give `None`. Source: Mann 1945, Kendall 1975, Sen 1968 (JASA 63).
pub fn trend(points: &[(f64, f64)]) -> Option<TrendTest> {
    let n = points.len();
    if n < 2 {
        return None;
    }
    let (mut s, mut slopes) = (0i64, Vec::with_capacity(n * (n - 1) / 2));
    for (i, (at, value)) in points.iter().enumerate() {
        for (later_at, later) in &points[i + 1..] {
            s += match later.partial_cmp(value) {
                Some(std::cmp::Ordering::Greater) => 1,
                Some(std::cmp::Ordering::Less) => -1,
                _ => 0,
            };
            if later_at > at {
                slopes.push((later - value) / (later_at - at));
            }
        }
    }
    let slopes = sorted(slopes);
    let n_f = n as f64;
    let ties = tie_sizes(points.iter().map(|(_, value)| *value));
    let tied = |term: fn(f64) -> f64| ties.iter().map(|t| term(*t as f64)).sum::<f64>();
    let var_s = (n_f * (n_f - 1.0) * (2.0 * n_f + 5.0) - tied(|t| t * (t - 1.0) * (2.0 * t + 5.0))) / 18.0;
    let n_pairs = n_f * (n_f - 1.0) / 2.0;
    let n_untied = n_pairs - tied(|t| t * (t - 1.0) / 2.0);
    let tau_b = (n_untied > 0.0).then(|| s as f64 / (n_pairs * n_untied).sqrt());
    let normal = Normal::standard();
    let z_and_p = (n >= MIN_ROUNDS_FOR_P).then(|| {
        let z = if var_s > 0.0 { (s - s.signum()) as f64 / var_s.sqrt() } else { 0.0 };
        (z, (2.0 * normal.cdf(-z.abs())).min(1.0))
    });
    let slope_per_year = median(&slopes)?;
    let ci95 = (n >= MIN_ROUNDS_FOR_P).then(|| {
        let c = normal.inverse_cdf(0.975) * var_s.sqrt();
        let n_slopes = slopes.len() as f64;
        let at = |rank: f64| slopes[(rank.round().clamp(1.0, n_slopes)) as usize - 1];
        (at((n_slopes - c) / 2.0), at((n_slopes + c) / 2.0 + 1.0))
    });
    Some(TrendTest { n, s, var_s, z_and_p, tau_b, slope_per_year, ci95 })
}

fn tie_sizes(values: impl Iterator<Item = f64>) -> Vec<usize> {
    let values = sorted(values);
    values.chunk_by(|a, b| a == b).map(<[f64]>::len).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(values: &[f64]) -> Vec<(f64, f64)> {
        values.iter().enumerate().map(|(i, v)| (i as f64 / 12.0, *v)).collect()
    }

    #[test]
    fn equal_readings_have_no_trend() {
        let trend = trend(&points(&[3.0; 9])).expect("nine");
        assert_eq!((trend.s, trend.z_and_p, trend.tau_b), (0, Some((0.0, 1.0)), None));
        assert_eq!((trend.slope_per_year, trend.ci95), (0.0, Some((0.0, 0.0))));
    }

    #[test]
    fn few_rounds_have_a_slope_and_no_p() {
        let trend = trend(&points(&[3.0, 3.1, 3.3])).expect("three");
        assert_eq!((trend.s, trend.z_and_p, trend.ci95), (3, None, None));
        assert!((trend.slope_per_year - 1.8).abs() < 1e-9);
        assert_eq!(super::trend(&points(&[3.0])), None);
    }

    #[test]
    fn a_steady_rise_is_found_with_its_slope() {
        let rise: Vec<f64> = (0..10).map(|i| 3.0 + 0.05 * f64::from(i)).collect();
        let trend = trend(&points(&rise)).expect("ten");
        assert_eq!((trend.s, trend.var_s), (45, 125.0));
        // Kendall: z = 44 / √125.
        assert!((trend.z_and_p.expect("ten").0 - 44.0 / 125f64.sqrt()).abs() < 1e-12);
        assert!((trend.slope_per_year - 0.6).abs() < 1e-9);
    }
}
