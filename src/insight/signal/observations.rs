//! What the detectors look at: every person's scores on a 1 to 5 scale, round by round, in coordinates that carry
//! independent noise.

use crate::domain::role::Role;
use crate::domain::scale::Scale;
use crate::insight::panel::Panel;
use crate::insight::sample::mean;
use crate::insight::score::{composite_score, dimension_score, statement_score};

/// One round.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ObservedRound {
    /// People with a composite, by index.
    pub people: Vec<usize>,
    /// Their coordinates, [`Observations::n_dimensions`] each: the composite, then contrasts between dimensions (NaN
    /// where a dimension is missing). Units: points of a 1 to 5 scale.
    pub values: Vec<f64>,
    /// Whether each of [`ObservedRound::people`] was an executive in this round; `None` when nobody knows.
    pub is_executive: Vec<Option<bool>>,
    /// People who judged both a statement about their own organisation and its mirror about the others, and by how much
    /// the own one was higher. Units: points of a 1 to 5 scale.
    pub own_minus_seen: Vec<(usize, f64)>,
    /// Everybody invited, and whether they answered; `None` when nobody knows.
    pub invited: Option<Vec<(usize, bool)>>,
}

/// All rounds of an agreement.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Observations {
    /// How many dimensions have a place in the coordinates; 0 when the survey has none with two core statements.
    pub n_dimensions: usize,
    /// How many partners there are.
    pub n_partners: usize,
    /// The partner of each person.
    pub partner_of: Vec<usize>,
    /// Rounds in time order.
    pub rounds: Vec<ObservedRound>,
}

/// Row `k` of the orthonormal contrasts between `n` dimensions (Helmert's): dimension `k` against those before it.
fn contrast(k: usize, dimension: usize) -> f64 {
    let length = ((k * (k + 1)) as f64).sqrt();
    match dimension.cmp(&k) {
        std::cmp::Ordering::Less => 1.0 / length,
        std::cmp::Ordering::Equal => -(k as f64) / length,
        std::cmp::Ordering::Greater => 0.0,
    }
}

/// Dimension scores in coordinates: their mean, then the contrasts. Noise shared by a person's dimensions goes into
/// the mean and the rest into the contrasts, so that the coordinates are independent.
pub fn to_coordinates(dimensions: &[f64]) -> Vec<f64> {
    let n = dimensions.len();
    let mean = dimensions.iter().sum::<f64>() / n as f64;
    std::iter::once(mean)
        .chain((1..n).map(|k| dimensions.iter().enumerate().map(|(d, y)| contrast(k, d) * y).sum()))
        .collect()
}

/// Dimension scores back from coordinates.
pub fn to_dimensions(coordinates: &[f64]) -> Vec<f64> {
    let n = coordinates.len();
    (0..n).map(|d| coordinates[0] + (1..n).map(|k| contrast(k, d) * coordinates[k]).sum::<f64>()).collect()
}

/// The dimension that lies furthest down (`sign` −1) or up (+1), the first of equals, and where it lies. Empty: `None`.
pub fn furthest(dimensions: &[f64], sign: f64) -> Option<(usize, f64)> {
    let further =
        |a: &(usize, f64), b: &(usize, f64)| (sign * a.1).total_cmp(&(sign * b.1)).then(b.0.cmp(&a.0));
    dimensions.iter().copied().enumerate().max_by(further)
}

/// A score of a survey's own scale on a 1 to 5 scale.
fn to_unit(score: f64, scale: &Scale) -> f64 {
    1.0 + 4.0 * (score - scale.min as f64) / (scale.max - scale.min) as f64
}

impl Observations {
    /// The panel as the detectors see it.
    pub fn of(panel: &Panel) -> Observations {
        let dimensions = panel.detector_dimensions();
        let scale = &panel.survey.scale;
        let unit = |score| to_unit(score, scale);
        let mut seen = Observations {
            n_dimensions: dimensions.len(),
            n_partners: panel.partners.len(),
            partner_of: vec![0; panel.n_people],
            rounds: Vec::new(),
        };
        for round in &panel.rounds {
            let mut entries: Vec<(usize, Option<bool>, Vec<f64>)> = Vec::new();
            for sheet in &round.sheets {
                seen.partner_of[sheet.person] = sheet.partner;
                let Some(composite) = composite_score(&sheet.answers, &round.survey, &dimensions) else {
                    continue;
                };
                let scores: Option<Vec<f64>> = dimensions
                    .iter()
                    .map(|d| dimension_score(&sheet.answers, &round.survey, d).map(unit))
                    .collect();
                let mut values =
                    scores.map_or_else(|| vec![f64::NAN; dimensions.len()], |scores| to_coordinates(&scores));
                values[0] = unit(composite);
                let is_executive = sheet.answers.role.map(|role| role == Role::Executive);
                entries.push((sheet.person, is_executive, values));
            }
            // People in their own order: the order of rows never shows.
            entries.sort_by_key(|(person, ..)| *person);
            let mut own_minus_seen: Vec<(usize, f64)> = round
                .sheets
                .iter()
                .filter_map(|sheet| {
                    let gaps: Vec<f64> = round
                        .survey
                        .mirrors()
                        .filter_map(|(own, others)| {
                            let score = |s| statement_score(&sheet.answers, s, scale).map(unit);
                            Some(score(own)? - score(others)?)
                        })
                        .collect();
                    mean(&gaps).map(|gap| (sheet.person, gap))
                })
                .collect();
            own_minus_seen.sort_by_key(|(person, _)| *person);
            let invited = round.invited.as_ref().map(|all| {
                let mut answered: Vec<usize> = round.sheets.iter().map(|sheet| sheet.person).collect();
                answered.sort_unstable();
                let mut all: Vec<(usize, bool)> = all
                    .iter()
                    .map(|invited| {
                        seen.partner_of[invited.person] = invited.partner;
                        (invited.person, answered.binary_search(&invited.person).is_ok())
                    })
                    .collect();
                all.sort_unstable();
                all
            });
            seen.rounds.push(ObservedRound {
                people: entries.iter().map(|(person, ..)| *person).collect(),
                is_executive: entries.iter().map(|(_, is_executive, _)| *is_executive).collect(),
                values: entries.into_iter().flat_map(|(.., values)| values).collect(),
                own_minus_seen,
                invited,
            });
        }
        seen
    }

    /// The panel with dimensions themselves as coordinates, for the variances behind intervals of readings.
    pub fn of_dimensions(panel: &Panel) -> Observations {
        let mut seen = Observations::of(panel);
        let dimensions = panel.detector_dimensions();
        let scale = &panel.survey.scale;
        for (round, from) in seen.rounds.iter_mut().zip(&panel.rounds) {
            let mut entries: Vec<(usize, Vec<f64>)> = from
                .sheets
                .iter()
                .map(|sheet| {
                    let score = |d: &&str| dimension_score(&sheet.answers, &from.survey, d);
                    let score = |d: &&str| score(d).map(|score| to_unit(score, scale));
                    (sheet.person, dimensions.iter().map(|d| score(d).unwrap_or(f64::NAN)).collect())
                })
                .collect();
            entries.sort_by_key(|(person, _)| *person);
            round.people = entries.iter().map(|(person, _)| *person).collect();
            round.values = entries.into_iter().flat_map(|(_, values)| values).collect();
        }
        seen
    }

    /// People and coordinates of a round.
    pub fn entries(&self, round: usize) -> impl Iterator<Item = (usize, &[f64])> {
        let round = &self.rounds[round];
        round.people.iter().copied().zip(round.values.chunks_exact(self.n_dimensions.max(1)))
    }

    /// Seats per partner known at a round: people invited, or, without a roster, everybody seen until then.
    pub fn seats(&self, round: usize) -> Vec<usize> {
        let mut seats = vec![0; self.n_partners];
        match &self.rounds[round].invited {
            Some(invited) => invited.iter().for_each(|(person, _)| seats[self.partner_of[*person]] += 1),
            None => {
                let mut people: Vec<usize> =
                    self.rounds[..=round].iter().flat_map(|r| r.people.iter().copied()).collect();
                people.sort_unstable();
                people.dedup();
                people.iter().for_each(|person| seats[self.partner_of[*person]] += 1);
            }
        }
        seats
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_lead_back_to_the_dimensions() {
        for scores in [vec![3.0], vec![1.0, 4.0], vec![2.5, 3.0, 4.75], vec![1.0, 2.0, 3.0, 5.0]] {
            let back = to_dimensions(&to_coordinates(&scores));
            assert!(back.iter().zip(&scores).all(|(a, b)| (a - b).abs() < 1e-12), "{scores:?} {back:?}");
        }
    }
}
