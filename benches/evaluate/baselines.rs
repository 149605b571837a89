//! What people use instead, and what was tried on the way: the same answers, simpler rules.

use polsslag::insight::change::t_quantile;
use polsslag::insight::signal::level::{all_effects, joint_shifts};
use polsslag::insight::signal::model::round_effects;
use polsslag::insight::signal::observations::{Observations, to_dimensions};
use polsslag::insight::signal::{Evidence, Sight, Track};

/// One partner's scores on one dimension in one round; the last unit is everybody together.
fn cells(seen: &Observations) -> Vec<Vec<Vec<Vec<f64>>>> {
    let n = seen.n_dimensions;
    (0..seen.rounds.len())
        .map(|t| {
            let mut cells = vec![vec![Vec::new(); n]; seen.n_partners + 1];
            for (person, values) in seen.entries(t).filter(|(_, values)| values.iter().all(|v| v.is_finite()))
            {
                for (d, score) in to_dimensions(values).into_iter().enumerate() {
                    cells[seen.partner_of[person]][d].push(score);
                    cells[seen.n_partners][d].push(score);
                }
            }
            cells
        })
        .collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn variance(values: &[f64]) -> f64 {
    let centre = mean(values);
    values.iter().map(|v| (v - centre).powi(2)).sum::<f64>() / (values.len() - 1) as f64
}

/// A rule of thumb: the partner's (or everybody's) mean against its earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naive {
    /// Half a point lower than last time.
    HalfPoint,
    /// A standard error lower than last time.
    OneStandardError,
    /// Below the lower three-sigma limit of an individuals chart of six rounds or more.
    ThreeSigma,
    /// Welch's t test against last time, p < 0.05.
    WelchT,
}

impl Naive {
    pub const ALL: [Naive; 4] = [Naive::HalfPoint, Naive::OneStandardError, Naive::ThreeSigma, Naive::WelchT];

    pub fn name(self) -> &'static str {
        match self {
            Naive::HalfPoint => "drop > 0.5",
            Naive::OneStandardError => "drop > 1 SE",
            Naive::ThreeSigma => "individuals chart, 3 sigma",
            Naive::WelchT => "Welch t against last round",
        }
    }

    /// Scores of partners, and of everybody as the last unit; a signal above 1.
    pub fn track(self, seen: &Observations) -> Track {
        let cells = cells(seen);
        let n_units = seen.n_partners + 1;
        (0..seen.rounds.len())
            .map(|t| {
                (0..n_units)
                    .map(|unit| {
                        let score = (0..seen.n_dimensions)
                            .filter_map(|d| {
                                let now = &cells[t][unit][d];
                                let earlier: Vec<&Vec<f64>> = cells[..t]
                                    .iter()
                                    .map(|round| &round[unit][d])
                                    .filter(|cell| !cell.is_empty())
                                    .collect();
                                (!now.is_empty() && !earlier.is_empty()).then(|| self.score(now, &earlier))
                            })
                            .fold(f64::NEG_INFINITY, f64::max);
                        sight(score.is_finite().then_some(score))
                    })
                    .collect()
            })
            .collect()
    }

    fn score(self, now: &[f64], earlier: &[&Vec<f64>]) -> f64 {
        let last = earlier[earlier.len() - 1];
        let drop = mean(last) - mean(now);
        match self {
            Naive::HalfPoint => drop / 0.5,
            Naive::OneStandardError if now.len() > 1 => {
                drop / (variance(now) / now.len() as f64).sqrt().max(1e-9)
            }
            Naive::ThreeSigma if earlier.len() >= 6 => {
                let means: Vec<f64> = earlier.iter().map(|cell| mean(cell)).collect();
                let range = means.windows(2).map(|pair| (pair[1] - pair[0]).abs()).sum::<f64>()
                    / (means.len() - 1) as f64;
                (mean(&means) - mean(now)) / (3.0 * range / 1.128).max(1e-9)
            }
            Naive::WelchT if now.len() > 1 && last.len() > 1 => {
                let (a, b) = (variance(now) / now.len() as f64, variance(last) / last.len() as f64);
                if a + b == 0.0 {
                    return if drop > 0.0 { 9.0 } else { 0.0 };
                }
                let df = (a + b).powi(2) / (a * a / (now.len() - 1) as f64 + b * b / (last.len() - 1) as f64);
                drop / (a + b).sqrt() / t_quantile(df).unwrap_or(f64::INFINITY)
            }
            _ => f64::NEG_INFINITY,
        }
    }
}

/// A score of which nothing else is known; blind without one.
fn sight(score: Option<f64>) -> Sight {
    score.map(|score| Evidence { score, onset: 0, size: 0.0, dimension: None }).into()
}

/// The design that was improved on: the largest of the dimensions' and the composite's z, shifts of a quarter point or
/// more. Source: statistics specification §14.
pub fn largest_z(seen: &Observations) -> Track {
    let shifts = joint_shifts(seen, &all_effects(seen));
    shifts
        .iter()
        .map(|partners| {
            partners
                .iter()
                .map(|shifts| {
                    let n = seen.n_dimensions as f64;
                    let z =
                        |size: f64, variance: f64| if size <= -0.25 { -size / variance.sqrt() } else { 0.0 };
                    let score = shifts
                        .iter()
                        .flat_map(|shift| {
                            let composite = 1.0 / shift.information[0];
                            let contrast =
                                if shift.information[1] > 0.0 { 1.0 / shift.information[1] } else { 9.0 };
                            let of_dimension = composite + contrast * (n - 1.0) / n;
                            let dimensions = to_dimensions(&shift.sizes);
                            let own = z(shift.sizes[0], composite);
                            dimensions.into_iter().map(move |size| z(size, of_dimension)).chain([own])
                        })
                        .reduce(f64::max);
                    sight(score)
                })
                .collect()
        })
        .collect()
}

/// Silence as counts of a partner with overdispersion, without knowing who usually answers.
/// Source: statistics specification §11.
pub fn silence_by_counts(seen: &Observations) -> Track {
    use statrs::function::gamma::ln_gamma;
    const DISPERSION: f64 = (1.0 - 0.15) / 0.15;
    let beta_binomial = |x: f64, n: f64, p: f64| {
        let (a, b) = (p * DISPERSION, (1.0 - p) * DISPERSION);
        ln_gamma(x + a) + ln_gamma(n - x + b) - ln_gamma(n + a + b) - ln_gamma(a) - ln_gamma(b)
            + ln_gamma(a + b)
    };
    let n_rounds = seen.rounds.len();
    let mut counts = vec![vec![(0.0, 0.0); seen.n_partners]; n_rounds];
    for (t, round) in seen.rounds.iter().enumerate() {
        for (person, has_answered) in round.invited.iter().flatten() {
            let count = &mut counts[t][seen.partner_of[*person]];
            count.0 += f64::from(u8::from(*has_answered));
            count.1 += 1.0;
        }
    }
    (0..n_rounds)
        .map(|t| {
            (0..seen.n_partners)
                .map(|partner| {
                    let score = (3.max((t + 1).saturating_sub(4))..=t)
                        .map(|onset| {
                            let before = counts[..onset].iter().map(|round| round[partner]);
                            let (x, n) = before.fold((0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1));
                            let p = ((0.72 * 6.0 + x) / (6.0 + n)).clamp(0.05, 0.98);
                            let odds = p / (1.0 - p) / 6.0;
                            let silent = odds / (1.0 + odds);
                            counts[onset..=t]
                                .iter()
                                .map(|round| round[partner])
                                .filter(|(_, n)| *n > 0.0)
                                .map(|(x, n)| beta_binomial(x, n, silent) - beta_binomial(x, n, p))
                                .sum::<f64>()
                        })
                        .reduce(f64::max);
                    sight(score)
                })
                .collect()
        })
        .collect()
}

/// Erosion as the last three common effects against all before: a plain window.
pub fn erosion_by_window(seen: &Observations) -> Track {
    let effects = round_effects(seen, 0);
    (0..seen.rounds.len())
        .map(|t| {
            let score = (t >= 5).then(|| {
                let (before, now) = effects.common[..=t].split_at(t - 2);
                mean(before) - mean(now)
            });
            vec![sight(score)]
        })
        .collect()
}
