//! Empirical-Bayes cells: partner means drawn towards the agreement's, for ranking and dots only. The agreement's
//! mean is never made from them: shrinking mutes small partners.

use super::sample::{mean, sorted, variance};

/// How partners differ in one round on one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Shrinkage {
    /// Variance between partners; 0 means no demonstrable differences. Units: points².
    pub tau2: f64,
    /// Variance within partners, pooled.
    pub within: f64,
    /// Per partner, in the order given: shrunken mean and its standard error.
    pub cells: Vec<(f64, f64)>,
}

/// Variance within groups, pooled over their degrees of freedom. `None` when no group has two scores.
pub fn pooled_within(groups: &[Vec<f64>]) -> Option<f64> {
    let (mut squares, mut df) = (0.0, 0usize);
    for scores in groups.iter().filter(|scores| scores.len() > 1) {
        squares += variance(scores)? * (scores.len() - 1) as f64;
        df += scores.len() - 1;
    }
    (df > 0).then(|| squares / df as f64)
}

/// Shrinks partner means towards the mean of partners.
///
/// Shape: ascending scores per partner. Empty: `None` below two partners or without any partner of two people. All
/// scores equal within partners: nothing is shrunk. Source: DerSimonian & Laird 1986; Efron & Morris 1975.
pub fn shrink(groups: &[Vec<f64>]) -> Option<Shrinkage> {
    let within = pooled_within(groups)?;
    let means: Vec<f64> = groups.iter().filter_map(|scores| mean(scores)).collect();
    if means.len() < 2 || means.len() != groups.len() {
        return None;
    }
    let target = mean(&sorted(means.iter().copied()))?;
    if within == 0.0 {
        let tau2 = variance(&sorted(means.iter().copied()))?;
        return Some(Shrinkage { tau2, within, cells: means.iter().map(|m| (*m, 0.0)).collect() });
    }
    let variances: Vec<f64> = groups.iter().map(|scores| within / scores.len() as f64).collect();
    let weights: Vec<f64> = variances.iter().map(|v| 1.0 / v).collect();
    let total = sorted(weights.iter().copied()).iter().sum::<f64>();
    let weighted = |values: &mut dyn Iterator<Item = f64>| sorted(values).iter().sum::<f64>();
    let centre = weighted(&mut weights.iter().zip(&means).map(|(w, m)| w * m)) / total;
    let q = weighted(&mut weights.iter().zip(&means).map(|(w, m)| w * (m - centre).powi(2)));
    let squares = weighted(&mut weights.iter().map(|w| w * w));
    let tau2 = ((q - (means.len() - 1) as f64) / (total - squares / total)).max(0.0);
    let cells = means
        .iter()
        .zip(&variances)
        .map(|(m, v)| {
            let reliability = tau2 / (tau2 + v);
            (target + reliability * (m - target), (reliability * v).sqrt())
        })
        .collect();
    Some(Shrinkage { tau2, within, cells })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_that_do_not_differ_fall_together() {
        let same = shrink(&[vec![2.0, 4.0], vec![2.5, 3.5], vec![3.0, 3.0]]).expect("three");
        assert_eq!(same.tau2, 0.0);
        assert!(same.cells.iter().all(|(m, se)| *m == 3.0 && *se == 0.0));
    }

    #[test]
    fn small_partners_are_drawn_further_and_the_target_is_unweighted() {
        let groups = [vec![1.0, 1.2, 1.4, 1.6], vec![4.8], vec![3.0, 3.2]];
        let shrunk = shrink(&groups).expect("three");
        let target = (1.3 + 4.8 + 3.1) / 3.0;
        let pull = |i: usize, m: f64| (shrunk.cells[i].0 - target) / (m - target);
        assert!(pull(1, 4.8) < pull(0, 1.3) && pull(0, 1.3) < 1.0);
        assert_eq!(shrink(&[vec![1.0], vec![2.0]]), None);
    }
}
