//! Many tests at once: Benjamini and Hochberg's step-up, for the watch table within a round. Alarms have calibrated
//! thresholds instead.

/// False discovery rate of the watch table. Source: statistics specification §10.
pub const FALSE_DISCOVERY_RATE: f64 = 0.10;

/// Adjusted p values, in the order given: whoever lies at or below [`FALSE_DISCOVERY_RATE`] stands out.
///
/// Empty: empty. Source: Benjamini & Hochberg 1995 (JRSS B 57).
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*b].total_cmp(&p[*a]));
    let mut adjusted = vec![1.0; p.len()];
    let mut least = 1.0f64;
    for (i, index) in order.iter().enumerate() {
        let rank = p.len() - i;
        least = least.min(p[*index] * p.len() as f64 / rank as f64);
        adjusted[*index] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjusted_values_are_those_of_r() {
        // R: p.adjust(p, "BH").
        let p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
        let expected = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105_714_285_714_286, 0.216, 0.216, 0.216];
        for (found, wanted) in benjamini_hochberg(&p).iter().zip(expected) {
            assert!((found - wanted).abs() < 1e-12, "{found} {wanted}");
        }
        assert!(benjamini_hochberg(&[]).is_empty());
    }
}
