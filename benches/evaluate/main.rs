//! How well the signals do: simulated agreements with known friction; false alarms and delays counted; the same for
//! what people use instead, for what was tried on the way, and for other agreements than the usual one.
//!
//! `cargo run --release --no-default-features --example evaluate [-- --replicates N --seed N --write FILE]`
//!
//! Thresholds are calibrated on other chance than the evaluation's, for every roster by itself.

#![allow(clippy::disallowed_methods, missing_docs)]

mod baselines;
mod rhythm;
mod scenario;
mod score;

use std::time::Instant;

use baselines::{Naive, erosion_by_window, largest_z, silence_by_counts};
use clap::Parser;
use polsslag::insight::signal::calibrate::{REPLICATES, Thresholds, calibrate, horizon, lowest};
use polsslag::insight::signal::episode::{EpisodeRound, Level, episodes};
use polsslag::insight::signal::kind::{Detector, Kind};
use polsslag::insight::signal::observations::Observations;
use polsslag::insight::signal::simulate::{Parameters, Roster, World};
use polsslag::insight::signal::{Track, Tracks};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use scenario::{Scenario, Setting, simulate};
use score::{Tally, judge};
use serde::Serialize;

#[derive(Parser)]
struct Arguments {
    /// Simulated agreements per scenario
    #[arg(long, default_value_t = 400)]
    replicates: usize,
    /// Different rosters that they are spread over, each calibrated by itself
    #[arg(long, default_value_t = 40)]
    rosters: usize,
    /// Where chance begins
    #[arg(long, default_value_t = 2026)]
    seed: u64,
    /// Only the ten scenarios, without baselines, trials and other settings
    #[arg(long)]
    short: bool,
    /// Also the rhythms that the shipped survey was chosen from
    #[arg(long)]
    rhythm: bool,
    /// Write the results as JSON, for the method page
    #[arg(long, value_name = "FILE")]
    write: Option<std::path::PathBuf>,
}

#[derive(Serialize)]
struct Results {
    replicates: usize,
    rosters: usize,
    seed: u64,
    scenarios: Vec<Line>,
    settings: Vec<Line>,
    baselines: Vec<Baseline>,
    trials: Vec<Trial>,
    rhythms: Vec<rhythm::Rhythm>,
}

/// One scenario or setting, at the level of alerts and of watches.
#[derive(Serialize)]
struct Line {
    name: String,
    alert: Tally,
    watch: Tally,
}

/// One rule of thumb: false episodes a year in each harmless scenario, and what it finds within three rounds.
#[derive(Serialize)]
struct Baseline {
    name: &'static str,
    harmless: Vec<(String, f64, f64)>,
    found: Vec<(String, f64)>,
}

/// One improvement against what it replaced, at the same number of false episodes.
#[derive(Serialize)]
struct Trial {
    name: &'static str,
    scenario: String,
    before: Tally,
    after: Tally,
}

/// How many statements of each theme ask how many of the other partners, as the shipped survey does.
const SHARES: [usize; 3] = [1, 0, 1];

/// An agreement's setting with its rosters, each with its own thresholds.
struct Bench {
    setting: Setting,
    parameters: Parameters,
    rosters: Vec<(Roster, Thresholds)>,
    seed: u64,
}

impl Bench {
    fn new(setting: Setting, parameters: Parameters, n_rosters: usize, seed: u64) -> Bench {
        let rosters = (0..n_rosters)
            .map(|i| {
                let mut rng = ChaCha8Rng::seed_from_u64(seed.wrapping_mul(1_000).wrapping_add(i as u64));
                let (least, most) = setting.seats;
                let seats = (0..setting.n_partners).map(|_| rng.random_range(least..=most)).collect();
                let n_rounds = horizon(setting.per_year as f64);
                let roster = Roster {
                    seats,
                    n_rounds,
                    statements: setting.statements.clone(),
                    shares: SHARES.to_vec(),
                    n_points: 5,
                };
                let thresholds = calibrate(&roster, setting.per_year as f64, REPLICATES);
                (roster, thresholds)
            })
            .collect();
        Bench { setting, parameters, rosters, seed }
    }

    /// Runs something on every replicate of a scenario, on all processors.
    fn each<T: Send>(
        &self,
        scenario: Scenario,
        replicates: usize,
        run: impl Fn(&Observations, &scenario::Truth, &Roster, &Thresholds) -> T + Sync,
    ) -> Vec<T> {
        let n_threads = std::thread::available_parallelism().map_or(1, usize::from);
        let one = |replicate: usize| {
            let (roster, thresholds) = &self.rosters[replicate % self.rosters.len()];
            let salt = (replicate as u64) << 8 | scenario as u64;
            let mut rng = ChaCha8Rng::seed_from_u64(self.seed.wrapping_mul(0x9e37_79b9).wrapping_add(salt));
            let (seen, truth) = simulate(scenario, roster, &self.setting, &self.parameters, &mut rng);
            run(&seen, &truth, roster, thresholds)
        };
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..n_threads)
                .map(|worker| {
                    let one = &one;
                    scope.spawn(move || (worker..replicates).step_by(n_threads).map(one).collect::<Vec<T>>())
                })
                .collect();
            workers.into_iter().flat_map(|worker| worker.join().expect("no panics")).collect()
        })
    }

    fn line(&self, name: String, scenario: Scenario, replicates: usize) -> Line {
        let outcomes = self.each(scenario, replicates, |seen, truth, roster, thresholds| {
            let rows = episodes(&Tracks::of(seen), &vec![*thresholds; roster.n_rounds]);
            [Level::Alert, Level::Watch].map(|level| {
                let rows: Vec<EpisodeRound> = rows.iter().filter(|row| row.level >= level).copied().collect();
                judge(truth, &rows, roster.n_rounds)
            })
        });
        let per_year = self.setting.per_year as f64;
        let tally = |level: usize| Tally::of(outcomes.iter().map(|both| &both[level]), per_year);
        Line { name, alert: tally(0), watch: tally(1) }
    }
}

/// Rows of a track above a threshold; its last unit speaks of everybody when there is one more than partners.
fn rows_of(track: &Track, threshold: f64, kind: Kind, n_partners: usize) -> Vec<EpisodeRound> {
    let mut rows = Vec::new();
    for (round, units) in track.iter().enumerate() {
        for (unit, found) in units.iter().enumerate() {
            if let Some(found) = found.evidence().filter(|found| found.score > threshold) {
                let partner = (units.len() >= n_partners && unit < n_partners).then_some(unit);
                rows.push(EpisodeRound {
                    round,
                    partner,
                    kind,
                    level: Level::Alert,
                    found,
                    excess: 0.0,
                    episode: 0,
                });
            }
        }
    }
    rows
}

const HARMLESS: [Scenario; 4] = [Scenario::Stable, Scenario::Turnover, Scenario::Seasonal, Scenario::Ceiling];
const FRICTION: [Scenario; 6] = [
    Scenario::Drop,
    Scenario::CeilingDrop,
    Scenario::Conflict,
    Scenario::Silence,
    Scenario::Polarisation,
    Scenario::Erosion,
];

fn baseline(bench: &Bench, naive: Naive, replicates: usize) -> Baseline {
    let tally = |scenario| {
        let outcomes = bench.each(scenario, replicates, |seen, truth, roster, _| {
            let rows = rows_of(&naive.track(seen), 1.0, Kind::Drop, seen.n_partners);
            judge(truth, &rows, roster.n_rounds)
        });
        Tally::of(outcomes.iter(), bench.setting.per_year as f64)
    };
    Baseline {
        name: naive.name(),
        harmless: HARMLESS
            .iter()
            .map(|scenario| {
                let tally = tally(*scenario);
                (scenario.name().to_owned(), tally.false_rate, tally.false_se)
            })
            .collect(),
        found: FRICTION
            .iter()
            .map(|scenario| {
                (scenario.name().to_owned(), tally(*scenario).found.map_or(0.0, |found| found.within[2]))
            })
            .collect(),
    }
}

/// One detector by itself at its budget, against what it replaced at the same budget.
fn trial(
    bench: &Bench,
    name: &'static str,
    scenario: Scenario,
    (detector, kind): (Detector, Kind),
    before: fn(&Observations) -> Track,
    replicates: usize,
) -> Trial {
    let per_year = bench.setting.per_year as f64;
    let allowed = detector.false_alerts();
    // Both are calibrated in the same way: on quiet agreements of the same rosters, other chance.
    let quiet: Vec<(Track, Track)> = (0..REPLICATES)
        .map(|i| {
            let (roster, _) = &bench.rosters[i % bench.rosters.len()];
            let mut rng = ChaCha8Rng::seed_from_u64(0x7261_6365 + i as u64);
            let world = World::draw(roster, &bench.parameters, &|_, _| 0.0, &mut rng);
            let seen = world.answer(&mut rng);
            (before(&seen), Tracks::of(&seen).get(detector).clone())
        })
        .collect();
    let n_rounds = bench.rosters[0].0.n_rounds;
    let years = REPLICATES as f64 * (n_rounds - 3) as f64 / per_year;
    let limit = |tracks: Vec<&Track>| lowest(&tracks, allowed * years, |open| open);
    let limits =
        (limit(quiet.iter().map(|(a, _)| a).collect()), limit(quiet.iter().map(|(_, b)| b).collect()));
    let outcomes = bench.each(scenario, replicates, |seen, truth, roster, _| {
        let judged = |track: &Track, limit: f64| {
            judge(truth, &rows_of(track, limit, kind, seen.n_partners), roster.n_rounds)
        };
        (judged(&before(seen), limits.0), judged(Tracks::of(seen).get(detector), limits.1))
    });
    Trial {
        name,
        scenario: scenario.name().to_owned(),
        before: Tally::of(outcomes.iter().map(|(before, _)| before), per_year),
        after: Tally::of(outcomes.iter().map(|(_, after)| after), per_year),
    }
}

fn main() {
    let arguments = Arguments::parse();
    let Arguments { replicates, rosters, seed, .. } = arguments;
    let usual = Setting { n_partners: 15, seats: (2, 8), per_year: 12, statements: vec![2; 3] };
    let started = Instant::now();
    let bench = Bench::new(usual.clone(), Parameters::default(), rosters, seed);
    println!(
        "Calibrated {rosters} rosters of 15 partners in {:.1} s, {REPLICATES} simulated agreements each.\n",
        started.elapsed().as_secs_f64()
    );
    let started = Instant::now();
    let scenarios: Vec<Line> = Scenario::ALL
        .into_iter()
        .map(|scenario| {
            let line = bench.line(scenario.name().to_owned(), scenario, replicates);
            println!("{:18} alert {}\n{:18} watch {}", line.name, line.alert, "", line.watch);
            line
        })
        .collect();
    let n_agreements = (replicates * Scenario::ALL.len()) as f64;
    println!(
        "\n{n_agreements} agreements x {} rounds in {:.1} s: 200 take {:.2} s.\n",
        bench.rosters[0].0.n_rounds,
        started.elapsed().as_secs_f64(),
        started.elapsed().as_secs_f64() / n_agreements * 200.0
    );
    let mut results = Results {
        replicates,
        rosters,
        seed,
        scenarios,
        settings: Vec::new(),
        baselines: Vec::new(),
        trials: Vec::new(),
        rhythms: Vec::new(),
    };
    if arguments.rhythm {
        results.rhythms = rhythm::compare(&usual, &arguments);
    }
    if !arguments.short {
        others(&bench, &usual, &arguments, &mut results);
    }
    if let Some(file) = arguments.write {
        let json = serde_json::to_string_pretty(&results).expect("plain data");
        std::fs::write(&file, json + "\n").expect("the file can be written");
    }
}

fn others(bench: &Bench, usual: &Setting, arguments: &Arguments, results: &mut Results) {
    let Arguments { replicates, seed, .. } = *arguments;
    for naive in Naive::ALL {
        let line = baseline(bench, naive, replicates);
        println!("{:28} false a year: {:?}  found within 3: {:?}", line.name, line.harmless, line.found);
        results.baselines.push(line);
    }
    println!();
    let largest: fn(&Observations) -> Track = largest_z;
    for (name, scenario, detector, before) in [
        (
            "evidence averaged over dimensions, not the largest z",
            Scenario::Drop,
            (Detector::Drop, Kind::Drop),
            largest,
        ),
        (
            "evidence averaged over dimensions, not the largest z",
            Scenario::Conflict,
            (Detector::Drop, Kind::Drop),
            largest,
        ),
        (
            "who usually answers, not how many",
            Scenario::Silence,
            (Detector::Silence, Kind::Silence),
            silence_by_counts,
        ),
        (
            "slopes and steps against the noise, not a window",
            Scenario::Erosion,
            (Detector::Erosion, Kind::Erosion),
            erosion_by_window,
        ),
    ] {
        let line = trial(bench, name, scenario, detector, before, replicates);
        println!("{name} ({})\n  before {}\n  after  {}", line.scenario, line.before, line.after);
        results.trials.push(line);
    }
    println!();
    let with = |change: fn(&mut Parameters)| {
        let mut parameters = Parameters::default();
        change(&mut parameters);
        parameters
    };
    let same = || usual.clone();
    for (name, setting, parameters) in [
        ("6 partners", Setting { n_partners: 6, ..same() }, with(|_| ())),
        ("30 partners", Setting { n_partners: 30, ..same() }, with(|_| ())),
        ("quarterly rounds", Setting { per_year: 4, ..same() }, with(|_| ())),
        ("50 % response", same(), with(|p| p.response.0 = 0.5)),
        ("90 % response", same(), with(|p| p.response.0 = 0.9)),
        ("turnover 6 % a round", same(), with(|p| p.turnover = 0.06)),
        ("2 to 4 seats", Setting { seats: (2, 4), ..same() }, with(|_| ())),
        ("noisier answers", same(), with(|p| (p.answer, p.person_round) = (0.9, 0.4))),
        ("strong wander of partners", same(), with(|p| p.partner_round = (0.2, 0.7, 0.06))),
    ] {
        let other = Bench::new(setting, parameters, 10, seed + 1);
        for scenario in [Scenario::Stable, Scenario::Drop] {
            let line = other.line(format!("{name}, {}", scenario.name()), scenario, replicates);
            println!("{:34} alert {}", line.name, line.alert);
            results.settings.push(line);
        }
    }
}
