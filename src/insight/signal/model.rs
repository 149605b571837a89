//! The model behind the level signals. A score is a partner's level, a person's own deviation, the round's common
//! effect, the partner's wander and the noise of the moment:
//!
//! y = μ_p + b_i + g_t + u_pt + e_it, with u an AR(1) over rounds.
//!
//! Here: the common effects, and the variances, both from earlier rounds only.

use super::observations::Observations;

/// Working autocorrelation of a partner's wander. Source: statistics specification §14 (a design choice).
pub const WANDER_CORRELATION: f64 = 0.5;

/// Variances of one coordinate. Units: points².
#[derive(Debug, Clone, PartialEq)]
pub struct Components {
    /// Between people of a partner, σ_b².
    pub person: f64,
    /// A partner's wander, σ_u².
    pub wander: f64,
    /// Noise of the moment, σ_e².
    pub occasion: f64,
    /// Each partner's own factor on wander and noise.
    pub factor: Vec<f64>,
}

/// What the variances are thought to be before any data, and their floors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    person: f64,
    wander: f64,
    occasion: f64,
}

/// Prior of a composite. Source: statistics specification §14 (a design choice).
pub const COMPOSITE: Prior = Prior { person: 0.25, wander: 0.015, occasion: 0.12 };
/// Prior of a dimension, for intervals of readings. Source: the same.
pub const DIMENSION: Prior = Prior { person: 0.30, wander: 0.02, occasion: 0.22 };
/// Prior of a contrast between dimensions: what a dimension has beyond what it shares with the others.
/// Source: the difference of the two above, with the composite's share of it taken off.
pub const CONTRAST: Prior = Prior { person: 0.075, wander: 0.0075, occasion: 0.15 };

/// Weights of the priors in pseudo-observations, and floors. Source: statistics specification §14.
const WEIGHT_PERSON: f64 = 10.0;
const WEIGHT_WANDER: f64 = 40.0;
const WEIGHT_OCCASION: f64 = 20.0;
const WEIGHT_FACTOR: f64 = 20.0;
const FLOOR_PERSON: f64 = 0.03;
const FLOOR_WANDER: f64 = 0.002;
const FLOOR_OCCASION: f64 = 0.02;
const FACTOR_RANGE: (f64, f64) = (0.4, 2.5);

/// The common effect of each round in one coordinate.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundEffects {
    /// ĝ per round, relative to what the same people said before; the first is 0.
    pub common: Vec<f64>,
    /// Per round and partner: the common effect without that partner's own part in it.
    pub without: Vec<Vec<f64>>,
    /// Per round and partner: that partner's part; NaN when it has none.
    pub part: Vec<Vec<f64>>,
}

/// Common effects, one round after the other, each from that round and those before it.
/// Source: statistics specification §14 (round effect, composition-adjusted, partners equal).
pub fn round_effects(seen: &Observations, coordinate: usize) -> RoundEffects {
    let n_people = seen.partner_of.len();
    let (mut sum, mut count) = (vec![0.0; n_people], vec![0.0; n_people]);
    let (mut common, mut without, mut part) = (Vec::new(), Vec::new(), Vec::new());
    for t in 0..seen.rounds.len() {
        let (mut total, mut n) = (vec![0.0; seen.n_partners], vec![0.0; seen.n_partners]);
        for (person, values) in seen.entries(t) {
            if values[coordinate].is_finite() && count[person] > 0.0 {
                total[seen.partner_of[person]] += values[coordinate] - sum[person] / count[person];
                n[seen.partner_of[person]] += 1.0;
            }
        }
        let parts: Vec<f64> =
            total.iter().zip(&n).map(|(total, n)| if *n > 0.0 { total / n } else { f64::NAN }).collect();
        let present: Vec<f64> = parts.iter().copied().filter(|part| part.is_finite()).collect();
        let k = present.len() as f64;
        let effect = if present.is_empty() { 0.0 } else { present.iter().sum::<f64>() / k };
        let others = parts
            .iter()
            .map(|part| if part.is_finite() && k > 1.0 { (effect * k - part) / (k - 1.0) } else { effect })
            .collect();
        for (person, values) in seen.entries(t) {
            if values[coordinate].is_finite() {
                sum[person] += values[coordinate] - effect;
                count[person] += 1.0;
            }
        }
        common.push(effect);
        without.push(others);
        part.push(parts);
    }
    RoundEffects { common, without, part }
}

/// Sums over rounds before `until` from which the variances of one coordinate follow.
#[derive(Debug, Clone, Default)]
struct Moments {
    half_squares: f64,
    n_differences: f64,
    products: f64,
    product_weight: f64,
    between: f64,
    between_df: f64,
    /// Σ (people − 1) · mean(1 / answers) per partner: what noise adds to `between`.
    noise_in_between: f64,
    by_partner: Vec<(f64, f64)>,
}

fn moments(seen: &Observations, coordinate: usize, effects: &RoundEffects, until: usize) -> Moments {
    let n_people = seen.partner_of.len();
    let mut last: Vec<Option<(usize, f64)>> = vec![None; n_people];
    let (mut sum, mut count) = (vec![0.0; n_people], vec![0.0; n_people]);
    let mut found = Moments { by_partner: vec![(0.0, 0.0); seen.n_partners], ..Moments::default() };
    // Differences of one partner between the same two rounds share its wander.
    let mut differences: Vec<(usize, usize, f64)> = Vec::new();
    for t in 0..until {
        differences.clear();
        for (person, values) in seen.entries(t) {
            if !values[coordinate].is_finite() {
                continue;
            }
            let value = values[coordinate] - effects.common[t];
            if let Some((before, earlier)) = last[person] {
                differences.push((seen.partner_of[person], before, value - earlier));
            }
            last[person] = Some((t, value));
            sum[person] += value;
            count[person] += 1.0;
        }
        differences.sort_by_key(|(partner, before, _)| (*partner, *before));
        for group in differences.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let n = group.len() as f64;
            let total: f64 = group.iter().map(|(_, _, d)| d).sum();
            let squares: f64 = group.iter().map(|(_, _, d)| d * d).sum();
            let partner = &mut found.by_partner[group[0].0];
            found.half_squares += squares / 2.0;
            found.n_differences += n;
            *partner = (partner.0 + squares / 2.0, partner.1 + n);
            let gap = (t - group[0].1) as i32;
            found.products += (total * total - squares) / 4.0;
            found.product_weight += (1.0 - WANDER_CORRELATION.powi(gap)) * n * (n - 1.0) / 2.0;
        }
    }
    let mut people: Vec<Vec<(f64, f64)>> = vec![Vec::new(); seen.n_partners];
    for person in 0..n_people {
        if count[person] > 0.0 {
            people[seen.partner_of[person]].push((sum[person] / count[person], 1.0 / count[person]));
        }
    }
    for means in people.iter().filter(|means| means.len() > 1) {
        let n = means.len() as f64;
        let centre = means.iter().map(|(mean, _)| mean).sum::<f64>() / n;
        found.between += means.iter().map(|(mean, _)| (mean - centre).powi(2)).sum::<f64>();
        found.between_df += n - 1.0;
        found.noise_in_between += (n - 1.0) * means.iter().map(|(_, share)| share).sum::<f64>() / n;
    }
    found
}

impl Moments {
    fn components(&self, prior: Prior) -> Components {
        let wander = ((WEIGHT_WANDER * prior.wander + self.products) / (WEIGHT_WANDER + self.product_weight))
            .max(FLOOR_WANDER);
        let both = (WEIGHT_OCCASION * (prior.occasion + prior.wander / 2.0) + self.half_squares)
            / (WEIGHT_OCCASION + self.n_differences);
        let occasion = (both - wander / 2.0).max(FLOOR_OCCASION);
        let person = ((WEIGHT_PERSON * prior.person + self.between - occasion * self.noise_in_between)
            / (WEIGHT_PERSON + self.between_df))
            .max(FLOOR_PERSON);
        let (low, high) = FACTOR_RANGE;
        let factor = self
            .by_partner
            .iter()
            .map(|(squares, n)| {
                ((WEIGHT_FACTOR * both + squares) / (WEIGHT_FACTOR + n) / both).clamp(low, high)
            })
            .collect();
        Components { person, wander, occasion, factor }
    }
}

/// Variances of coordinates that share them, averaged, from rounds before `until`.
/// Source: moments of consecutive differences within people, statistics specification §14.
pub fn components(
    seen: &Observations,
    coordinates: std::ops::Range<usize>,
    effects: &[RoundEffects],
    until: usize,
    prior: Prior,
) -> Components {
    let each: Vec<Components> = coordinates
        .map(|coordinate| moments(seen, coordinate, &effects[coordinate], until).components(prior))
        .collect();
    let n = each.len().max(1) as f64;
    let average = |part: fn(&Components) -> f64| each.iter().map(part).sum::<f64>() / n;
    Components {
        person: average(|c| c.person),
        wander: average(|c| c.wander),
        occasion: average(|c| c.occasion),
        factor: (0..seen.n_partners).map(|p| each.iter().map(|c| c.factor[p]).sum::<f64>() / n).collect(),
    }
}
