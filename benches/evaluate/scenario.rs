//! Ten ways in which an agreement can go: four harmless, six with friction at a known round.

use polsslag::insight::signal::observations::Observations;
use polsslag::insight::signal::simulate::{Parameters, Roster, World};
use rand::RngExt;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scenario {
    Stable,
    Turnover,
    Seasonal,
    Ceiling,
    Drop,
    CeilingDrop,
    Conflict,
    Silence,
    Polarisation,
    Erosion,
}

impl Scenario {
    pub const ALL: [Scenario; 10] = [
        Scenario::Stable,
        Scenario::Turnover,
        Scenario::Seasonal,
        Scenario::Ceiling,
        Scenario::Drop,
        Scenario::CeilingDrop,
        Scenario::Conflict,
        Scenario::Silence,
        Scenario::Polarisation,
        Scenario::Erosion,
    ];
}

impl Scenario {
    pub fn name(self) -> &'static str {
        match self {
            Scenario::Stable => "stable",
            Scenario::Turnover => "turnover",
            Scenario::Seasonal => "seasonal",
            Scenario::Ceiling => "ceiling",
            Scenario::Drop => "drop",
            Scenario::CeilingDrop => "ceiling drop",
            Scenario::Conflict => "conflict",
            Scenario::Silence => "silence",
            Scenario::Polarisation => "polarisation",
            Scenario::Erosion => "erosion",
        }
    }
}

/// Whom the simulated agreements have.
#[derive(Debug, Clone)]
pub struct Setting {
    pub n_partners: usize,
    pub seats: (usize, usize),
    pub per_year: usize,
    /// Statements of each theme in a round.
    pub statements: Vec<usize>,
}

impl Setting {
    /// How many months lie between two rounds.
    pub fn months(&self) -> usize {
        (12 / self.per_year).max(1)
    }
}

/// What was done to an agreement.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    /// First affected round; `None` when nothing was done.
    pub onset: Option<usize>,
    /// Partners concerned; empty for the whole agreement.
    pub partners: Vec<usize>,
    /// Only signals of polarisation count as finding it.
    pub is_polarisation: bool,
}

const DROP: [f64; 3] = [1.0, 0.6, 0.3];
const EROSION: f64 = 0.05;
const CAMPS: f64 = 0.8;
const SILENT: f64 = 0.05;
const SEASON: (f64, f64) = (0.35, 0.8);

pub fn simulate(
    scenario: Scenario,
    roster: &Roster,
    setting: &Setting,
    parameters: &Parameters,
    rng: &mut ChaCha8Rng,
) -> (Observations, Truth) {
    let mut parameters = parameters.clone();
    if matches!(scenario, Scenario::Ceiling | Scenario::CeilingDrop) {
        parameters.mean = 4.6;
    }
    let n_rounds = roster.n_rounds;
    let monthly = setting.per_year >= 12;
    let start = if scenario == Scenario::Erosion {
        if n_rounds >= 24 { rng.random_range(6..=9) } else { (n_rounds / 3).max(4) - 1 }
    } else if monthly {
        rng.random_range(8..=14)
    } else {
        rng.random_range(5..=7)
    };
    let mut partners: Vec<usize> = (0..setting.n_partners).collect();
    partners.shuffle(rng);
    let mass: Vec<usize> =
        if scenario == Scenario::Turnover { partners[..5.min(partners.len())].to_vec() } else { Vec::new() };
    let leaves =
        |partner: usize, round: usize| if round == start && mass.contains(&partner) { 0.6 } else { 0.0 };
    let mut world = World::draw(roster, &parameters, &leaves, rng);
    let mut truth = Truth { onset: Some(start), partners: Vec::new(), is_polarisation: false };
    let shift = |world: &mut World, who: &dyn Fn(usize) -> Option<Vec<f64>>| {
        for levels in &mut world.level[start..] {
            for (person, level) in levels.iter_mut().enumerate() {
                if let Some(by) = who(person) {
                    level.iter_mut().zip(by).for_each(|(level, by)| *level += by);
                }
            }
        }
    };
    let partner_of: Vec<usize> = world.people.iter().map(|person| person.partner).collect();
    match scenario {
        Scenario::Stable | Scenario::Turnover | Scenario::Ceiling => truth.onset = None,
        Scenario::Seasonal => {
            truth.onset = None;
            for t in 0..n_rounds {
                let month = t % setting.per_year;
                if (monthly && (month == 7 || month == 11)) || (!monthly && month == 2) {
                    world.level[t].iter_mut().flatten().for_each(|level| *level -= SEASON.0);
                    world.answering[t].iter_mut().for_each(|q| *q *= SEASON.1);
                }
            }
        }
        Scenario::Drop | Scenario::CeilingDrop | Scenario::Conflict => {
            let n = if scenario == Scenario::Conflict { 2 } else { 1 };
            truth.partners = partners[..n].to_vec();
            let mut drop = DROP;
            if n == 1 {
                drop.shuffle(rng);
            }
            let hit = truth.partners.clone();
            shift(&mut world, &|person| {
                hit.contains(&partner_of[person]).then(|| drop.iter().map(|d| -d).collect())
            });
        }
        Scenario::Silence => {
            truth.partners = partners[..1].to_vec();
            for answering in &mut world.answering[start..] {
                for (person, q) in answering.iter_mut().enumerate() {
                    if partner_of[person] == partners[0] {
                        *q *= SILENT;
                    }
                }
            }
        }
        Scenario::Polarisation => {
            truth.is_polarisation = true;
            let mut camp = vec![0.0; partner_of.len()];
            for partner in 0..setting.n_partners {
                let mut people: Vec<usize> =
                    (0..partner_of.len()).filter(|i| partner_of[*i] == partner).collect();
                people.sort_by_key(|i| world.people[*i].stay.0);
                let first = if rng.random::<bool>() { 1.0 } else { -1.0 };
                for (j, person) in people.iter().enumerate() {
                    camp[*person] = if j % 2 == 1 { first } else { -first };
                }
            }
            shift(&mut world, &|person| Some(vec![CAMPS * camp[person]; 3]));
        }
        Scenario::Erosion => {
            for (t, levels) in world.level.iter_mut().enumerate().skip(start) {
                let by = EROSION * ((t - start + 1) * setting.months()) as f64;
                levels.iter_mut().flatten().for_each(|level| *level -= by);
            }
        }
    }
    (world.answer(rng), truth)
}
