//! Gap between executives and practitioners: within partners that have both, do they answer differently? At the level
//! of the whole agreement only.

use super::observations::{Observations, to_dimensions};
use super::{Evidence, Sight, Track};

/// Rounds that a gap is measured over, so that a few people suffice. Source: product decision, a quarter of months.
pub const ROUNDS: usize = 3;
/// Fewest partners with both roles. Source: as for a test of change, statistics specification §3.
const MIN_PARTNERS: usize = 5;
/// A smaller gap is nothing to talk about. Units: points. Source: product decision, a third of a step on the scale.
const MIN_SIZE: f64 = 0.3;

/// The evidence of a gap, one unit per round. Units of the score: standard normal deviate. The size is executives
/// minus practitioners, in the dimension where it is widest.
pub fn role_gap(seen: &Observations) -> Track {
    (0..seen.rounds.len()).map(|t| vec![at_round(seen, t)]).collect()
}

fn at_round(seen: &Observations, t: usize) -> Sight {
    let n = seen.n_dimensions;
    let first = (t + 1).saturating_sub(ROUNDS);
    // Per partner and role: sums per dimension and how many.
    let mut sums = vec![[(vec![0.0; n], 0.0), (vec![0.0; n], 0.0)]; seen.n_partners];
    for round in first..=t {
        for ((person, values), is_executive) in seen.entries(round).zip(&seen.rounds[round].is_executive) {
            let Some(is_executive) = *is_executive else { continue };
            if values.iter().any(|value| value.is_nan()) {
                continue;
            }
            let (sum, count) = &mut sums[seen.partner_of[person]][usize::from(is_executive)];
            sum.iter_mut().zip(to_dimensions(values)).for_each(|(sum, value)| *sum += value);
            *count += 1.0;
        }
    }
    let both: Vec<Vec<f64>> = sums
        .iter()
        .filter(|roles| roles.iter().all(|(_, count)| *count > 0.0))
        .map(|[(below, n_below), (above, n_above)]| {
            below.iter().zip(above).map(|(b, a)| a / n_above - b / n_below).collect()
        })
        .collect();
    let partners = both.len();
    if partners < MIN_PARTNERS {
        return Sight::Blind;
    }
    let df = (partners - 1) as f64;
    let widest = (0..n)
        .filter_map(|d| {
            let mean = both.iter().map(|gaps| gaps[d]).sum::<f64>() / partners as f64;
            let variance = both.iter().map(|gaps| (gaps[d] - mean).powi(2)).sum::<f64>() / df;
            let t_value = mean.abs() / (variance / partners as f64).sqrt().max(1e-9);
            let evidence =
                Evidence { score: t_to_z(t_value, df), onset: first, size: mean, dimension: Some(d) };
            (mean.abs() >= MIN_SIZE).then_some(evidence)
        })
        .max_by(|a, b| a.score.total_cmp(&b.score));
    widest.map_or(Sight::Nothing, Sight::Evidence)
}

/// How far own and seen must lie apart to be talked about: some pride is common. Units: points of a 1 to 5 scale.
/// Source: product decision, half a step on the scale.
const MIN_MIRROR: f64 = 0.5;

/// The evidence that people rate their own organisation higher than the others on the same thing, one unit per round.
/// Units of the score: standard normal deviate of the distance above half a point. The size is own minus seen.
pub fn mirror_gap(seen: &Observations) -> Track {
    (0..seen.rounds.len())
        .map(|t| {
            let first = (t + 1).saturating_sub(ROUNDS);
            let mut sums = vec![(0.0, 0.0); seen.n_partners];
            for round in &seen.rounds[first..=t] {
                for (person, difference) in &round.own_minus_seen {
                    let (sum, count) = &mut sums[seen.partner_of[*person]];
                    *sum += difference;
                    *count += 1.0;
                }
            }
            let means: Vec<f64> =
                sums.iter().filter(|(_, count)| *count > 0.0).map(|(sum, count)| sum / count).collect();
            let partners = means.len();
            if partners < MIN_PARTNERS {
                return vec![Sight::Blind];
            }
            let df = (partners - 1) as f64;
            let mean = means.iter().sum::<f64>() / partners as f64;
            let variance = means.iter().map(|m| (m - mean).powi(2)).sum::<f64>() / df;
            let t_value = (mean - MIN_MIRROR) / (variance / partners as f64).sqrt().max(1e-9);
            let score = t_to_z(t_value.abs(), df) * t_value.signum();
            vec![Sight::Evidence(Evidence { score, onset: first, size: mean, dimension: None })]
        })
        .collect()
}

/// Wallace's normal approximation of Student's t. Source: Wallace 1959.
fn t_to_z(t: f64, df: f64) -> f64 {
    (8.0 * df + 1.0) / (8.0 * df + 3.0) * (df * (t * t / df).ln_1p()).sqrt()
}
