//! The interval beside a mean: made of how many answered, and of variances that earlier rounds showed. It tells nothing
//! of this round's answers: an interval made of them says how far partners lie apart, and with few people that is what
//! somebody answered. Source: privacy rule R5; statistics specification §2, *census, noisy answers*.

use std::collections::BTreeMap;

use super::sample::{mean, sorted, variance};

/// Variances of a score. Units: points² of a scale of 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Variances {
    /// Between people of a partner.
    pub person: f64,
    /// Of the moment.
    pub occasion: f64,
    /// Between partners.
    pub partner: f64,
}

/// Earlier rounds that variances are taken from, at most: what people are like changes slowly. Source: decision.
pub const MAX_EARLIER: usize = 6;
/// Weight of what is thought before any data, in degrees of freedom: within partners, and between them. Source: the
/// weights of the statistics specification §14, rounded.
const WEIGHTS: (f64, f64) = (30.0, 10.0);
/// 95 % of a normal distribution. Source: statistics specification §2.
const NORMAL_95: f64 = 1.96;

impl Variances {
    /// What is thought before any data, of a score of so many statements.
    ///
    /// Source: the scenario generator of the statistics specification §15: people .45² and .20², a statement's own .30²,
    /// the mood of the day .25², an answer's noise .65², partners .35² and .15²; rounding to whole points adds 1/12,
    /// and the ends of the scale take 15 % off what people differ in (measured on that generator).
    pub fn prior(n_statements: usize) -> Variances {
        let n = n_statements.max(1) as f64;
        Variances {
            person: 0.85 * (0.2425 + 0.09 / n),
            occasion: 0.0625 + (0.4225 + 1.0 / 12.0) / n,
            partner: 0.145,
        }
    }

    /// With what earlier rounds showed. `rounds` are scores by partner, each of a round before this one. The split of what
    /// people of a partner differ in between person and moment stays as it is thought: one round does not show it.
    /// `unit` is how many points of their scale make one of a scale of 1 to 5.
    pub fn after<P: Ord>(self, rounds: &[BTreeMap<P, Vec<f64>>], unit: f64) -> Variances {
        let variance = |scores: &[f64]| variance(scores).map(|found| found / (unit * unit));
        let thought = self.person + self.occasion;
        let (mut squares, mut df) = (WEIGHTS.0 * thought, WEIGHTS.0);
        for scores in rounds.iter().flat_map(BTreeMap::values) {
            if let Some(own) = variance(&sorted(scores.iter().copied())) {
                squares += own * (scores.len() - 1) as f64;
                df += (scores.len() - 1) as f64;
            }
        }
        let within = squares / df;
        let (mut between, mut between_df) = (WEIGHTS.1 * self.partner, WEIGHTS.1);
        for round in rounds.iter().filter(|round| round.len() > 1) {
            let means = sorted(round.values().filter_map(|scores| mean(&sorted(scores.iter().copied()))));
            let noise =
                round.values().map(|scores| within / scores.len() as f64).sum::<f64>() / round.len() as f64;
            if let Some(found) = variance(&means) {
                between += (found - noise).max(0.0) * (means.len() - 1) as f64;
                between_df += (means.len() - 1) as f64;
            }
        }
        let share = within / thought;
        Variances {
            person: self.person * share,
            occasion: self.occasion * share,
            partner: between / between_df,
        }
    }
}

/// Half the width of a 95 % interval.
///
/// Shape: of every partner that answered how many did and how many were invited; `n_partners` of them on the roster.
/// Units: points of a scale of 1 to 5. Empty: `None` when nobody answered.
pub fn half_width(answered: &[(usize, usize)], n_partners: usize, variances: Variances) -> Option<f64> {
    if answered.is_empty() {
        return None;
    }
    let n = answered.len() as f64;
    let all = n_partners.max(answered.len()) as f64;
    let missing = (1.0 - n / all) * variances.partner / n;
    let within: f64 = answered
        .iter()
        .map(|(n_answered, n_invited)| {
            let answered = *n_answered as f64;
            let covered = answered / (*n_invited).max(*n_answered) as f64;
            ((1.0 - covered) * variances.person + variances.occasion) / answered
        })
        .sum();
    Some(NORMAL_95 * (missing + within / (n * all)).sqrt())
}

/// Half the width of the 95 % interval of a change, over people who answered twice: what they are like cancels out, and
/// each of the two moments has its noise.
///
/// Shape: how many people of each partner answered twice; partners weigh the same. Units: points of a scale of 1 to 5.
/// Empty: `None`. Source: statistics specification §2, *census, noisy answers*, of a difference.
pub fn change_half_width(n_by_partner: &[usize], variances: Variances) -> Option<f64> {
    if n_by_partner.is_empty() {
        return None;
    }
    let noise: f64 = n_by_partner.iter().map(|n| 2.0 * variances.occasion / (*n).max(1) as f64).sum();
    Some(NORMAL_95 * noise.sqrt() / n_by_partner.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::signal::observations::{Observations, to_dimensions};
    use crate::insight::signal::simulate::{Parameters, Roster, World};
    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    #[test]
    fn the_width_depends_on_counts_and_earlier_rounds_alone() {
        let prior = Variances::prior(2);
        let width = |answered: &[(usize, usize)], all| half_width(answered, all, prior).unwrap_or(f64::NAN);
        assert!(width(&[(4, 4); 5], 5) < width(&[(3, 4); 5], 5), "more people");
        assert!(width(&[(4, 4); 5], 5) < width(&[(4, 4); 5], 6), "a partner is missing");
        assert_eq!(half_width(&[], 4, prior), None);
        let alike: BTreeMap<&str, Vec<f64>> = [("P", vec![3.0; 40]), ("Q", vec![3.0; 40])].into();
        let learned = prior.after(&[alike.clone(), alike], 1.0);
        assert!(learned.person < prior.person && learned.partner < prior.partner);
        assert_eq!(prior.after::<&str>(&[], 1.0), prior);
        let moved = |counts: &[usize]| change_half_width(counts, prior).unwrap_or(f64::NAN);
        assert!(moved(&[4; 5]) < moved(&[3; 5]) && moved(&[4; 6]) < moved(&[4; 5]));
        assert_eq!(change_half_width(&[], prior), None);
    }

    /// Scores of the first theme by partner.
    fn scores(seen: &Observations, t: usize) -> BTreeMap<usize, Vec<f64>> {
        let mut scores: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for (person, values) in seen.entries(t) {
            let first = to_dimensions(values)[0];
            if first.is_finite() {
                scores.entry(seen.partner_of[person]).or_default().push(first);
            }
        }
        scores
    }

    fn mean_of(scores: &BTreeMap<usize, Vec<f64>>) -> f64 {
        scores.values().filter_map(|own| mean(own)).sum::<f64>() / scores.len() as f64
    }

    /// What everybody on the roster would say in a round, were they asked again and again.
    fn expected(mut world: World, t: usize, rng: &mut ChaCha8Rng) -> f64 {
        const TIMES: usize = 25;
        world.level = vec![world.level[t].clone()];
        world.answering = vec![vec![1.0; world.people.len()]];
        for person in &mut world.people {
            let is_there = (person.stay.0..person.stay.1).contains(&t);
            person.stay = (0, usize::from(is_there));
        }
        (0..TIMES).map(|_| mean_of(&scores(&world.answer(rng), 0))).sum::<f64>() / TIMES as f64
    }

    /// How often the interval holds what everybody on the roster would have said, in rounds of a simulated agreement.
    fn coverage(n_partners: usize, n_earlier: usize, n_worlds: u64) -> f64 {
        let n_statements = 2;
        let mut held = 0;
        for seed in 0..n_worlds {
            let mut rng = ChaCha8Rng::seed_from_u64(1_000 * n_partners as u64 + seed);
            let seats: Vec<usize> = (0..n_partners).map(|_| rng.random_range(2..=8)).collect();
            let roster = Roster {
                seats: seats.clone(),
                n_rounds: n_earlier + 1,
                statements: vec![n_statements; 3],
                shares: Vec::new(),
                n_points: 5,
            };
            // A mood of the day is noise of the moment here, so that it is no part of what the roster would have said.
            let parameters = Parameters {
                person_round: 0.0,
                answer: (0.65_f64.powi(2) + n_statements as f64 * 0.25_f64.powi(2)).sqrt(),
                ..Parameters::default()
            };
            let world = World::draw(&roster, &parameters, &|_, _| 0.0, &mut rng);
            let seen = world.answer(&mut rng);
            let scores = |t: usize| scores(&seen, t);
            let names: Vec<String> = (0..n_partners).map(|p| p.to_string()).collect();
            let earlier: Vec<BTreeMap<&str, Vec<f64>>> = (0..n_earlier)
                .map(|t| scores(t).into_iter().map(|(p, own)| (names[p].as_str(), own)).collect())
                .collect();
            let variances = Variances::prior(n_statements).after(&earlier, 1.0);
            let now = scores(n_earlier);
            let answered: Vec<(usize, usize)> = now.iter().map(|(p, own)| (own.len(), seats[*p])).collect();
            let told = mean_of(&now);
            let truth = expected(world, n_earlier, &mut rng);
            let half = half_width(&answered, n_partners, variances).unwrap_or(f64::NAN);
            held += usize::from((told - truth).abs() <= half);
        }
        held as f64 / n_worlds as f64
    }

    #[test]
    fn nineteen_of_twenty_intervals_hold_what_the_roster_would_have_said_first_round_included() {
        for n_partners in [5, 10, 15, 30] {
            for n_earlier in [0, 4] {
                let found = coverage(n_partners, n_earlier, 150);
                println!("{n_partners} partners, {n_earlier} earlier rounds: {found:.3}");
                // 150 worlds: a standard error of .018; 500 by hand gave .93 to .96.
                assert!((found - 0.95).abs() <= 0.015 + 2.5 * 0.018, "{n_partners} {n_earlier}: {found}");
            }
        }
    }
}
