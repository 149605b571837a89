//! Invented answers of an agreement in which nothing happens, or to which something was done: what thresholds are
//! calibrated on and detectors are evaluated with. All chance comes from the generator that is passed in.

use rand::RngExt;
use rand_distr::{Beta, Binomial, Distribution, StandardNormal};
use serde::{Deserialize, Serialize};

use super::observations::{Observations, ObservedRound, to_coordinates};

/// Whom an agreement asks, how often and what: what a calibration depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Roster {
    /// Seats per partner.
    pub seats: Vec<usize>,
    /// How many rounds are simulated.
    pub n_rounds: usize,
    /// Core statements per dimension.
    pub statements: Vec<usize>,
    /// How many of these ask for a share of the other partners; none where a dimension is missing.
    #[serde(default)]
    pub shares: Vec<usize>,
    /// Points of the scale.
    pub n_points: usize,
}

/// How people are thought to answer. Units: points of a 1 to 5 scale; shares.
///
/// Source: the scenario generator that the statistics specification §15 quotes; its defaults.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameters {
    /// Mean of all answers.
    pub mean: f64,
    /// Standard deviation between partners, and what a dimension adds to it.
    pub partner: (f64, f64),
    /// Between people within a partner; what a dimension adds; what a statement adds.
    pub person: (f64, f64, f64),
    /// A person's mood of the day.
    pub person_round: f64,
    /// Noise of a single answer.
    pub answer: f64,
    /// How statements differ.
    pub statement: f64,
    /// What moves everybody in one round.
    pub common_round: f64,
    /// A partner's wander, its autocorrelation, and what a dimension adds in a round.
    pub partner_round: (f64, f64, f64),
    /// Mean share of people who answer, and how alike people of one partner are in it (precision).
    pub response: (f64, f64),
    /// Share of rounds in which a whole partner is away.
    pub away: f64,
    /// Share of answers *cannot judge* or skipped.
    pub missing: f64,
    /// Share of seats that change hands per round.
    pub turnover: f64,
}

impl Default for Parameters {
    fn default() -> Parameters {
        Parameters {
            mean: 3.7,
            partner: (0.35, 0.15),
            person: (0.45, 0.20, 0.30),
            person_round: 0.25,
            answer: 0.65,
            statement: 0.10,
            common_round: 0.05,
            partner_round: (0.10, 0.4, 0.06),
            response: (0.72, 6.0),
            away: 0.02,
            missing: 0.05,
            turnover: 0.02,
        }
    }
}

/// Someone who sat in a seat for some rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Index of the partner.
    pub partner: usize,
    /// Executive or practitioner.
    pub is_executive: bool,
    /// First round, and the round before which they left.
    pub stay: (usize, usize),
}

/// An agreement's hidden state: what everybody would answer but for the noise of the moment.
#[derive(Debug, Clone)]
pub struct World {
    /// Everybody who ever sat in a seat.
    pub people: Vec<Person>,
    /// Expected answer: per round and person, by dimension.
    pub level: Vec<Vec<Vec<f64>>>,
    /// Chance of answering, per round and person.
    pub answering: Vec<Vec<f64>>,
    n_partners: usize,
    statements: Vec<usize>,
    shares: Vec<usize>,
    n_points: usize,
    /// Per person and statement: what is peculiar to that pair.
    peculiar: Vec<Vec<f64>>,
    of_statement: Vec<f64>,
    answer: f64,
    missing: f64,
}

/// How seats change hands besides the usual turnover: seat's partner and round → leaves now.
pub type Leaves<'l> = &'l dyn Fn(usize, usize) -> f64;

fn beta(rng: &mut impl RngExt, mean: f64, precision: f64) -> f64 {
    let mean = mean.clamp(0.01, 0.99);
    Beta::new(mean * precision, (1.0 - mean) * precision).map_or(mean, |beta| beta.sample(rng))
}

impl World {
    /// Draws an agreement. `leaves` gives the chance, on top of the usual, that a seat of a partner changes hands
    /// before a round.
    pub fn draw(
        roster: &Roster,
        parameters: &Parameters,
        leaves: Leaves<'_>,
        rng: &mut impl RngExt,
    ) -> World {
        let p = parameters;
        let (n_rounds, n_partners, n_dimensions) =
            (roster.n_rounds, roster.seats.len(), roster.statements.len());
        let normal = |rng: &mut _, sd: f64| -> f64 {
            let draw: f64 = StandardNormal.sample(rng);
            sd * draw
        };
        let mut people = Vec::new();
        for (partner, seats) in roster.seats.iter().enumerate() {
            for seat in 0..*seats {
                let is_executive = seat < (((seats + 1) / 3).max(1));
                let mut since = 0;
                for round in 1..n_rounds {
                    if rng.random::<f64>() < p.turnover || rng.random::<f64>() < leaves(partner, round) {
                        people.push(Person { partner, is_executive, stay: (since, round) });
                        since = round;
                    }
                }
                people.push(Person { partner, is_executive, stay: (since, n_rounds) });
            }
        }
        let n_statements: usize = roster.statements.iter().sum();
        let of_partner: Vec<Vec<f64>> = (0..n_partners)
            .map(|_| {
                let own = normal(rng, p.partner.0);
                (0..n_dimensions).map(|_| p.mean + own + normal(rng, p.partner.1)).collect()
            })
            .collect();
        let of_person: Vec<Vec<f64>> = people
            .iter()
            .map(|person| {
                let own = normal(rng, p.person.0);
                (0..n_dimensions)
                    .map(|d| of_partner[person.partner][d] + own + normal(rng, p.person.1))
                    .collect()
            })
            .collect();
        let peculiar =
            people.iter().map(|_| (0..n_statements).map(|_| normal(rng, p.person.2)).collect()).collect();
        let of_statement = (0..n_statements).map(|_| normal(rng, p.statement)).collect();
        let (wander_sd, keep, wander_dimension) = p.partner_round;
        let mut wander: Vec<f64> = (0..n_partners).map(|_| normal(rng, wander_sd)).collect();
        let of_response: Vec<f64> =
            (0..n_partners).map(|_| beta(rng, p.response.0, 12.0).clamp(0.25, 0.97)).collect();
        let willing: Vec<f64> = people
            .iter()
            .map(|person| beta(rng, of_response[person.partner], p.response.1).clamp(0.05, 0.98))
            .collect();
        let (mut level, mut answering) = (Vec::new(), Vec::new());
        for round in 0..n_rounds {
            if round > 0 {
                for u in &mut wander {
                    *u = keep * *u + normal(rng, wander_sd * (1.0 - keep * keep).sqrt());
                }
            }
            let common = normal(rng, p.common_round);
            let partners: Vec<Vec<f64>> = wander
                .iter()
                .map(|u| (0..n_dimensions).map(|_| common + u + normal(rng, wander_dimension)).collect())
                .collect();
            let away: Vec<bool> = (0..n_partners).map(|_| rng.random::<f64>() < p.away).collect();
            level.push(
                people
                    .iter()
                    .zip(&of_person)
                    .map(|(person, own)| {
                        let mood = normal(rng, p.person_round);
                        own.iter().zip(&partners[person.partner]).map(|(a, b)| a + b + mood).collect()
                    })
                    .collect(),
            );
            answering.push(
                people
                    .iter()
                    .zip(&willing)
                    .map(|(person, willing)| if away[person.partner] { 0.0 } else { *willing })
                    .collect(),
            );
        }
        World {
            people,
            level,
            answering,
            n_partners,
            statements: roster.statements.clone(),
            shares: roster.shares.clone(),
            n_points: roster.n_points,
            peculiar,
            of_statement,
            answer: p.answer,
            missing: p.missing,
        }
    }

    /// An answer to *how many of the other partners*, on a scale of 1 to 5: each of them is one with a chance that grows
    /// with what the person expects of all, and the words none, a few, about half, most and all cover what is found.
    /// Source: decision; item bank, *Rhythm*, asks for a share of partners and leaves its form open.
    fn share(&self, expected: f64, rng: &mut impl RngExt) -> f64 {
        let n_others = self.n_partners.saturating_sub(1).max(1) as u64;
        let chance = ((expected - 1.0) / 4.0).clamp(0.0, 1.0);
        let n_found = Binomial::new(n_others, chance).map_or(0, |binomial| binomial.sample(rng));
        match n_found as f64 / n_others as f64 {
            0.0 => 1.0,
            1.0 => 5.0,
            share if share < 0.4 => 2.0,
            share if share <= 0.6 => 3.0,
            _ => 4.0,
        }
    }

    /// What people answer: whole points, with gaps.
    pub fn answer(&self, rng: &mut impl RngExt) -> Observations {
        let n = self.statements.len();
        let step = 4.0 / (self.n_points - 1) as f64;
        let mut seen = Observations {
            n_dimensions: n,
            n_partners: self.n_partners,
            partner_of: self.people.iter().map(|person| person.partner).collect(),
            rounds: Vec::new(),
        };
        for (t, (levels, answering)) in self.level.iter().zip(&self.answering).enumerate() {
            let mut round = ObservedRound { invited: Some(Vec::new()), ..ObservedRound::default() };
            for (person, stay) in self.people.iter().map(|person| person.stay).enumerate() {
                if !(stay.0..stay.1).contains(&t) {
                    continue;
                }
                let has_answered = rng.random::<f64>() < answering[person];
                if let Some(invited) = &mut round.invited {
                    invited.push((person, has_answered));
                }
                if !has_answered {
                    continue;
                }
                let (mut scores, mut statement) = (Vec::with_capacity(n), 0);
                for (dimension, n_statements) in self.statements.iter().enumerate() {
                    let (mut sum, mut n_valid) = (0.0, 0);
                    let n_shares = self.shares.get(dimension).copied().unwrap_or(0);
                    for place in 0..*n_statements {
                        let expected = levels[person][dimension]
                            + self.peculiar[person][statement]
                            + self.of_statement[statement];
                        let value = if place < n_shares {
                            self.share(expected, rng)
                        } else {
                            let noise: f64 = StandardNormal.sample(rng);
                            let exact = expected + self.answer * noise;
                            (((exact - 1.0) / step).round() * step + 1.0).clamp(1.0, 5.0)
                        };
                        statement += 1;
                        if rng.random::<f64>() >= self.missing {
                            sum += value;
                            n_valid += 1;
                        }
                    }
                    let is_valid = n_valid > 0 && n_valid >= n_statements.div_ceil(2);
                    scores.push(if is_valid { sum / n_valid as f64 } else { f64::NAN });
                }
                let valid: Vec<f64> = scores.iter().copied().filter(|score| score.is_finite()).collect();
                if valid.is_empty() || valid.len() < (2 * n).div_ceil(3) {
                    continue;
                }
                let mut values = to_coordinates(&scores);
                values[0] = valid.iter().sum::<f64>() / valid.len() as f64;
                round.people.push(person);
                round.is_executive.push(Some(self.people[person].is_executive));
                round.values.extend(values);
            }
            seen.rounds.push(round);
        }
        seen
    }
}
