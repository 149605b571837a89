//! Erosion of the whole agreement: do people everywhere answer lower than they did, for more than one round? The same
//! upwards is a breakthrough of the whole agreement.

use super::model::RoundEffects;
use super::observations::{Observations, furthest, to_coordinates, to_dimensions};
use super::{Evidence, Sight, Track};

/// Standard deviation of what moves everybody in a single round and means nothing.
/// Units: points of a 1 to 5 scale. Source: statistics specification §14 (a design choice).
const COMMON_NOISE: f64 = 0.06;
/// How many rounds back erosion may have begun. Source: as for a partner's shift.
const WINDOW: usize = 8;
/// Slopes that the evidence is averaged over. Units: points a round. Source: erosion of half a point in a year of
/// monthly rounds, and twice that.
const SLOPES: [f64; 2] = [0.05, 0.10];
/// Steps that the evidence is averaged over. Units: points. Source: half of what one partner's shift is sought at.
const STEPS: [f64; 2] = [0.2, 0.4];
/// How far the last two rounds must each lie below all before, so that one odd round (a holiday, a budget letter) is
/// no erosion: last, and last but one. Units: points. Source: statistics specification §14 has 0.08 and 0.05, which by
/// themselves keep half of all erosions waiting a round; halved, seasonal dips still stay within their bound.
const PERSISTENCE: (f64, f64) = (0.04, 0.02);
/// How much further than the round before the last round may count, so that one odd round carries little evidence.
/// Units: points. Source: three times the slope that is sought; tried on seasonal dips.
const MOST_IN_A_ROUND: f64 = 0.15;
/// Fewest partners with a comparison. Source: statistics specification §14.
const MIN_PARTNERS: usize = 4;

/// One coordinate's round effects as a series with known noise.
struct Series {
    effects: Vec<f64>,
    variances: Vec<f64>,
}

impl Series {
    /// The series up to a round, the last one held back where it leaps. Noise between partners is pooled over those rounds.
    fn of(effects: &RoundEffects, until: usize, sign: f64) -> Series {
        let (mut squares, mut df) = (0.0, 0.0);
        let mut n_parts = Vec::with_capacity(until + 1);
        for t in 0..=until {
            let parts: Vec<f64> = effects.part[t].iter().copied().filter(|part| part.is_finite()).collect();
            squares += parts.iter().map(|part| (part - effects.common[t]).powi(2)).sum::<f64>();
            df += (parts.len() as f64 - 1.0).max(0.0);
            n_parts.push(parts.len());
        }
        let between = if df > 0.0 { squares / df } else { 0.1 };
        let variances = n_parts
            .iter()
            .enumerate()
            .map(|(t, n)| {
                // The first round is what the others are compared with: it has the noise of one round.
                let n = if t == 0 { n_parts.get(1).copied().unwrap_or(1) } else { *n };
                COMMON_NOISE * COMMON_NOISE + between / n.max(1) as f64
            })
            .collect();
        let mut common = effects.common[..=until].to_vec();
        if let [.., before, last] = &mut common[..] {
            *last = sign * (sign * *last).min(sign * *before + MOST_IN_A_ROUND);
        }
        Series { effects: common, variances }
    }

    /// Least-squares size of a shape that begins at `onset`, beside a constant, and its information.
    fn fit(&self, onset: usize, shape: Shape) -> (f64, f64) {
        let (mut one_one, mut one_x, mut x_x, mut one_y, mut x_y) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (t, (y, variance)) in self.effects.iter().zip(&self.variances).enumerate() {
            let (weight, x) = (1.0 / variance, shape.at(t, onset));
            one_one += weight;
            one_x += weight * x;
            x_x += weight * x * x;
            one_y += weight * y;
            x_y += weight * x * y;
        }
        let information = x_x - one_x * one_x / one_one;
        ((x_y - one_x / one_one * one_y) / information, information)
    }

    /// How a round lies against the mean of all before it.
    fn against_past(&self, t: usize) -> f64 {
        self.effects[t] - self.effects[..t].iter().sum::<f64>() / t as f64
    }
}

#[derive(Clone, Copy)]
enum Shape {
    Slope,
    Step,
}

impl Shape {
    fn at(self, t: usize, onset: usize) -> f64 {
        match self {
            _ if t < onset => 0.0,
            Shape::Slope => (t - onset + 1) as f64,
            Shape::Step => 1.0,
        }
    }
}

/// The evidence of an agreement-wide shift down (`sign` −1) or up (+1), one unit per round.
///
/// Units of the score: natural logarithm of the averaged likelihood ratio.
pub fn erosion(seen: &Observations, effects: &[RoundEffects], sign: f64) -> Track {
    let is_wide = |t: usize| {
        effects.first().is_some_and(|e| e.part[t].iter().filter(|p| p.is_finite()).count() >= MIN_PARTNERS)
    };
    (0..seen.rounds.len())
        .map(|t| vec![if t >= 3 && is_wide(t) { at_round(seen, effects, sign, t) } else { Sight::Blind }])
        .collect()
}

fn at_round(seen: &Observations, effects: &[RoundEffects], sign: f64, t: usize) -> Sight {
    let n = seen.n_dimensions;
    let series: Vec<Series> = effects.iter().map(|effects| Series::of(effects, t, sign)).collect();
    if sign * series[0].against_past(t) < PERSISTENCE.0
        || sign * series[0].against_past(t - 1) < PERSISTENCE.1
    {
        // Nothing to see is something to know: an open episode closes.
        return Sight::Nothing;
    }
    let mut patterns = vec![(0.5, vec![1.0; n])];
    if n > 1 {
        patterns.extend(
            (0..n).map(|d| (0.5 / n as f64, (0..n).map(|e| if e == d { 1.5 } else { 0.5 }).collect())),
        );
    }
    let patterns: Vec<(f64, Vec<f64>)> =
        patterns.into_iter().map(|(weight, shape)| (weight, to_coordinates(&shape))).collect();
    let first = (t + 1).saturating_sub(WINDOW).max(2);
    // Every onset of a full window counts, also those that are not there yet: few rounds are little evidence.
    let n_weights = ((WINDOW - 1) * (SLOPES.len() + STEPS.len())) as f64;
    let mut total = 0.0;
    let mut best: Option<(f64, usize, Vec<f64>)> = None;
    for onset in first..t {
        let mut at_onset = 0.0;
        for (shape, sizes) in [(Shape::Slope, SLOPES), (Shape::Step, STEPS)] {
            let fits: Vec<(f64, f64)> = series.iter().map(|series| series.fit(onset, shape)).collect();
            for size in sizes {
                for (weight, pattern) in &patterns {
                    let evidence: f64 = fits
                        .iter()
                        .zip(pattern)
                        .map(|((found, information), part)| {
                            let size = sign * size * part;
                            information * size * (found - size / 2.0)
                        })
                        .sum();
                    at_onset += weight * evidence.min(500.0).exp();
                }
            }
        }
        total += at_onset;
        if best.as_ref().is_none_or(|(most, _, _)| at_onset > *most) {
            let steps = series.iter().map(|series| series.fit(onset, Shape::Step).0).collect();
            best = Some((at_onset, onset, steps));
        }
    }
    let Some((_, onset, steps)) = best else { return Sight::Blind };
    let dimensions = to_dimensions(&steps);
    // The dimension is named when it moves clearly more than the rest; erosion is mostly of everything.
    let Some((dimension, furthest)) = furthest(&dimensions, sign) else { return Sight::Blind };
    let is_apart = n > 1 && sign * furthest > 2.0 * (sign * steps[0]).max(0.05);
    Sight::Evidence(Evidence {
        score: (total / n_weights).ln(),
        onset,
        size: if is_apart { furthest } else { steps[0] },
        dimension: is_apart.then_some(dimension),
    })
}
