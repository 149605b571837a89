//! How much is asked, how often: which rhythm sees friction how soon, and what it asks of a person.

use polsslag::insight::signal::Tracks;
use polsslag::insight::signal::episode::{EpisodeRound, Level, episodes};
use polsslag::insight::signal::simulate::Parameters;
use serde::Serialize;

use crate::scenario::{Scenario, Setting};
use crate::score::{Tally, judge};
use crate::{Arguments, Bench};

/// Statements that the full pulse of a quarter asks beside those of the three themes, and once a year one a theme.
const BESIDE: usize = 9;
const ONCE: usize = 7;
/// Months within which friction is to be found.
const MONTHS: [usize; 4] = [1, 2, 3, 6];
const FRICTION: [Scenario; 4] = [Scenario::Drop, Scenario::Conflict, Scenario::Erosion, Scenario::Silence];

/// One rhythm.
#[derive(Serialize)]
pub struct Rhythm {
    /// Statements of the three themes in a round.
    pub statements: usize,
    /// Rounds a year.
    pub per_year: usize,
    /// Answers that a person is asked for in a year, with the full pulse of each quarter.
    pub answers: usize,
    /// False episodes a year where nothing happens, and the Monte-Carlo standard error.
    pub false_rate: f64,
    pub false_se: f64,
    pub found: Vec<Found>,
}

/// How soon one kind of friction is found.
#[derive(Serialize)]
pub struct Found {
    pub scenario: &'static str,
    /// Share found within one, two, three and six months.
    pub within: [f64; 4],
    /// Standard error of the third.
    pub se: f64,
    /// Median in months; `None` when fewer than half were found.
    pub median: Option<usize>,
}

/// Compares rhythms, each with thresholds of its own at the program's budget of false alarms.
pub fn compare(usual: &Setting, arguments: &Arguments) -> Vec<Rhythm> {
    let candidates: [(Vec<usize>, usize); 5] = [
        (vec![1, 1, 1], 12),
        (vec![2, 1, 1], 12),
        (vec![2, 2, 2], 12),
        (vec![4, 3, 3], 12),
        (vec![4, 3, 3], 4),
    ];
    candidates
        .into_iter()
        .map(|(statements, per_year)| {
            let rhythm = one(Setting { statements, per_year, ..usual.clone() }, arguments);
            println!(
                "{} statements, {} rounds, {} answers a year: false {:.2} ({:.2})",
                rhythm.statements, per_year, rhythm.answers, rhythm.false_rate, rhythm.false_se
            );
            for found in &rhythm.found {
                println!(
                    "  {:10} {:?} ({:.3}), median {:?} months",
                    found.scenario, found.within, found.se, found.median
                );
            }
            rhythm
        })
        .collect()
}

fn one(setting: Setting, arguments: &Arguments) -> Rhythm {
    let (months, per_year) = (setting.months(), setting.per_year);
    let statements: usize = setting.statements.iter().sum();
    // Between two rounds of a quarter three months of moods and departures go by.
    let mut parameters = Parameters::default();
    parameters.turnover = 1.0 - (1.0 - parameters.turnover).powi(months as i32);
    parameters.partner_round.1 = parameters.partner_round.1.powi(months as i32);
    let bench = Bench::new(setting, parameters, arguments.rosters, arguments.seed + 2);
    let outcomes = |scenario| {
        bench.each(scenario, arguments.replicates, |seen, truth, roster, thresholds| {
            let rows: Vec<EpisodeRound> = episodes(&Tracks::of(seen), &vec![*thresholds; roster.n_rounds])
                .into_iter()
                .filter(|row| row.level >= Level::Alert)
                .collect();
            judge(truth, &rows, roster.n_rounds)
        })
    };
    let quiet = Tally::of(outcomes(Scenario::Stable).iter(), per_year as f64);
    let found = FRICTION
        .into_iter()
        .map(|scenario| {
            // Friction begins in any month up to the round that could see it first.
            let delays: Vec<Option<usize>> = outcomes(scenario)
                .iter()
                .filter_map(|outcome| outcome.delay)
                .flat_map(|delay| (1..=months).map(move |first| delay.map(|rounds| months * rounds + first)))
                .collect();
            let n = delays.len() as f64;
            let within = MONTHS.map(|limit| {
                delays.iter().filter(|delay| delay.is_some_and(|months| months <= limit)).count() as f64 / n
            });
            let mut sorted: Vec<usize> = delays.iter().map(|delay| delay.unwrap_or(usize::MAX)).collect();
            sorted.sort_unstable();
            let median = Some(sorted[(sorted.len() - 1) / 2]).filter(|months| *months < usize::MAX);
            let se = (within[2] * (1.0 - within[2]) / arguments.replicates as f64).sqrt();
            Found { scenario: scenario.name(), within, se, median }
        })
        .collect();
    Rhythm {
        statements,
        per_year,
        answers: statements * per_year + 4 * BESIDE + ONCE,
        false_rate: quiet.false_rate,
        false_se: quiet.false_se,
        found,
    }
}
