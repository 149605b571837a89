//! Drop and breakthrough of a partner: has its level shifted? The evidence is a likelihood ratio averaged over onsets,
//! sizes and the ways in which a shift can lie over the dimensions, so that dimensions lend each other strength.

use super::model::{COMPOSITE, CONTRAST, Components, RoundEffects, components, round_effects};
use super::observations::{Observations, furthest, to_coordinates, to_dimensions};
use super::shift::{Shift, ShiftFilter, WINDOW};
use super::{Evidence, Sight, Track};

/// Rounds from which the variances are estimated anew, from the rounds before; then every eighth.
/// Source: statistics specification §14, reference design.
const EPOCHS: [usize; 4] = [3, 6, 11, 17];
/// Main sizes of shift that the evidence is averaged over. Units: points of a 1 to 5 scale. Source: the change that
/// steering groups call large and half as much again; tried against other sizes on simulated agreements.
const SIZES: [f64; 2] = [0.7, 1.1];
/// What a shift of one dimension is worth in the others, when one is in front. Source: tried like the sizes.
const SPILL: f64 = 0.4;
/// What a shift of all dimensions alike is worth in each. Source: about the mean of the other patterns.
const EVEN: f64 = 0.75;

/// Rounds at which a new set of variances begins.
pub fn epochs(n_rounds: usize) -> Vec<usize> {
    let later = (1..).map(|i| EPOCHS[3] + 8 * i);
    EPOCHS.into_iter().chain(later).take_while(|start| *start < n_rounds).collect()
}

/// Unit shifts in coordinates: all dimensions alike, or one in front.
fn patterns(n_dimensions: usize) -> Vec<Vec<f64>> {
    let mut shapes = vec![vec![EVEN; n_dimensions]];
    if n_dimensions > 1 {
        shapes.extend((0..n_dimensions).map(|front| {
            (0..n_dimensions).map(|d| if d == front { 1.0 } else { SPILL }).collect::<Vec<f64>>()
        }));
    }
    shapes.iter().map(|shape| to_coordinates(shape)).collect()
}

/// What a partner's shift at one onset looks like in all coordinates.
#[derive(Debug, Clone)]
pub struct JointShift {
    /// The first round after it.
    pub onset: usize,
    /// Sizes by coordinate; `information` 0 where a coordinate says nothing.
    pub sizes: Vec<f64>,
    /// One over the variance, by coordinate.
    pub information: Vec<f64>,
}

impl JointShift {
    fn of(composite: &Shift, contrasts: &[Shift], n_dimensions: usize) -> JointShift {
        let (mut sizes, mut information) = (vec![0.0; n_dimensions], vec![0.0; n_dimensions]);
        sizes[0] = composite.sizes[0];
        information[0] = composite.information;
        if let Some(contrast) = contrasts.iter().find(|shift| shift.onset == composite.onset) {
            sizes[1..].copy_from_slice(&contrast.sizes);
            information[1..].fill(contrast.information);
        }
        JointShift { onset: composite.onset, sizes, information }
    }

    /// Log likelihood ratio of a shift of `size` against none.
    fn evidence(&self, size: impl Iterator<Item = f64>) -> f64 {
        self.sizes
            .iter()
            .zip(&self.information)
            .zip(size)
            .map(|((found, information), size)| information * size * (found - size / 2.0))
            .sum()
    }
}

/// A round of one partner: its people with their coordinates, the common effect taken off.
type Adjusted = (usize, Vec<(usize, Vec<f64>)>);

/// Every partner's shifts as known at each round: `[round][partner]`, newest onset last.
pub fn joint_shifts(seen: &Observations, effects: &[RoundEffects]) -> Vec<Vec<Vec<JointShift>>> {
    let n_rounds = seen.rounds.len();
    let n = seen.n_dimensions;
    let mut known = vec![vec![Vec::new(); seen.n_partners]; n_rounds];
    if n == 0 {
        return known;
    }
    let starts = epochs(n_rounds);
    // Scores by partner and round, the common effect taken off.
    let mut entries: Vec<Vec<Adjusted>> = vec![Vec::new(); seen.n_partners];
    for t in 0..n_rounds {
        for (person, values) in seen.entries(t) {
            let partner = seen.partner_of[person];
            let rounds = &mut entries[partner];
            if rounds.last().is_none_or(|(round, _)| *round != t) {
                rounds.push((t, Vec::new()));
            }
            let adjusted =
                values.iter().enumerate().map(|(c, y)| y - effects[c].without[t][partner]).collect();
            if let Some((_, people)) = rounds.last_mut() {
                people.push((person, adjusted));
            }
        }
    }
    for (i, start) in starts.iter().enumerate() {
        let end = starts.get(i + 1).copied().unwrap_or(n_rounds);
        let composite = components(seen, 0..1, effects, *start, COMPOSITE);
        let contrast = (n > 1).then(|| components(seen, 1..n, effects, *start, CONTRAST));
        let filter = |c: &Components, partner: usize, n_series| {
            let factor = c.factor[partner];
            ShiftFilter::new(c.person, factor * c.wander, factor * c.occasion, n_series)
        };
        for (partner, rounds) in entries.iter().enumerate() {
            let mut first = filter(&composite, partner, 1);
            let mut rest = contrast.as_ref().map(|c| filter(c, partner, n - 1));
            for (t, people) in rounds.iter().take_while(|(t, _)| *t < end) {
                first.enter(*t);
                people
                    .iter()
                    .for_each(|(person, values)| first.observe(*person, values[..1].iter().copied()));
                if let Some(rest) = &mut rest {
                    let complete = || people.iter().filter(|(_, values)| values[1].is_finite());
                    if complete().next().is_some() {
                        rest.enter(*t);
                    }
                    complete()
                        .for_each(|(person, values)| rest.observe(*person, values[1..].iter().copied()));
                }
                if t >= start {
                    let contrasts = rest.as_ref().map_or_else(Vec::new, ShiftFilter::shifts);
                    known[*t][partner] =
                        first.shifts().iter().map(|shift| JointShift::of(shift, &contrasts, n)).collect();
                }
            }
        }
    }
    known
}

/// Common effects of every coordinate.
pub fn all_effects(seen: &Observations) -> Vec<RoundEffects> {
    (0..seen.n_dimensions).map(|coordinate| round_effects(seen, coordinate)).collect()
}

/// The evidence of a shift down (`sign` −1) or up (+1) per round and partner.
///
/// Units of the score: natural logarithm of the averaged likelihood ratio.
pub fn level(shifts: &[Vec<Vec<JointShift>>], n_dimensions: usize, sign: f64) -> Track {
    let patterns = patterns(n_dimensions.max(1));
    let n_weights = (WINDOW * patterns.len() * SIZES.len()) as f64;
    shifts
        .iter()
        .map(|partners| {
            partners
                .iter()
                .map(|shifts| {
                    let mut total = 0.0;
                    let mut best: Option<(f64, &JointShift)> = None;
                    for shift in shifts {
                        let at_onset: f64 = patterns
                            .iter()
                            .flat_map(|pattern| SIZES.map(|size| (pattern, size)))
                            .map(|(pattern, size)| {
                                shift.evidence(pattern.iter().map(|part| sign * size * part)).min(500.0).exp()
                            })
                            .sum();
                        total += at_onset;
                        if best.is_none_or(|(most, _)| at_onset > most) {
                            best = Some((at_onset, shift));
                        }
                    }
                    let furthest = best
                        .and_then(|(_, shift)| Some((shift, furthest(&to_dimensions(&shift.sizes), sign)?)));
                    let Some((shift, (dimension, size))) = furthest else { return Sight::Blind };
                    let variance = variance_of_dimension(&shift.information);
                    Sight::Evidence(Evidence {
                        score: (total / n_weights).ln(),
                        onset: shift.onset,
                        size: damp(size, variance),
                        dimension: Some(dimension),
                    })
                })
                .collect()
        })
        .collect()
}

/// Variance of a shift in one dimension: the composite's, and the contrasts' share in it.
fn variance_of_dimension(information: &[f64]) -> f64 {
    let n = information.len() as f64;
    let of = |information: f64| if information > 0.0 { 1.0 / information } else { 1.0 };
    let contrasts = if information.len() > 1 { of(information[1]) * (n - 1.0) / n } else { 0.0 };
    of(information[0]) + contrasts
}

/// A shift drawn towards zero, since those that were found are the ones that chance made large.
/// Source: statistics specification §14 ("winner's curse"), a design choice measured there.
pub fn damp(size: f64, variance: f64) -> f64 {
    size * 0.5 / (0.5 + variance)
}
