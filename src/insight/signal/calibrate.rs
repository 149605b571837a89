//! How high a score must be: thresholds at which an agreement in which nothing happens has as many false episodes a
//! year as its budget allows, found by simulating it on its own roster and cadence.

use std::collections::HashMap;

use enum_map::EnumMap;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use serde::{Deserialize, Serialize};

use super::kind::{Detector, Limit};
use super::simulate::{Parameters, Roster, World};
use super::{Sight, Track, Tracks};

/// Rounds before a first signal. Source: statistics specification §15.
pub const WARM_UP: usize = 3;
/// How far below the watch threshold a score must fall before its episode closes, so that none flickers.
/// Units: of the score. Source: product decision; thresholds are calibrated with it.
pub const RECOVERY: f64 = 0.5;
/// Simulated agreements per calibration. Source: the rates below are then known to about a tenth.
pub const REPLICATES: usize = 300;
/// Where the simulation's chance begins. Source: any number does; this one is none that an evaluation uses.
const SEED: u64 = 0x706f_6c73;

/// Raised by hand whenever a score, the simulation or the rules of episodes change, so that thresholds found for others
/// are not used.
const DESIGN: u32 = 1;

/// What thresholds depend on besides the roster, as a name to keep them under.
pub fn design() -> String {
    let budgets: Vec<String> = Detector::ALL
        .iter()
        .map(|detector| match detector.limit() {
            Limit::Budget { alerts, all } => format!("{}/{all}", alerts.unwrap_or(0.0)),
            Limit::Score(_) => "0/0".to_owned(),
        })
        .collect();
    format!("{DESIGN} x{REPLICATES} {}", budgets.join(" "))
}

/// Score above which a detector speaks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Threshold {
    /// For an alert; infinite for detectors that only watch.
    #[serde(with = "maybe_infinite")]
    pub alert: f64,
    /// For a watch; also what an open episode must fall to before it closes.
    #[serde(with = "maybe_infinite")]
    pub watch: f64,
}

/// JSON knows no infinity: it is null there.
mod maybe_infinite {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        value.is_finite().then_some(*value).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or(f64::INFINITY))
    }
}

/// Thresholds of all detectors. JSON has them as a list, in the detectors' order.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(from = "Listed", into = "Listed")]
pub struct Thresholds(EnumMap<Detector, Threshold>);

type Listed = [Threshold; Detector::ALL.len()];

impl From<Listed> for Thresholds {
    fn from(listed: Listed) -> Thresholds {
        Thresholds(EnumMap::from_array(listed))
    }
}

impl From<Thresholds> for Listed {
    fn from(thresholds: Thresholds) -> Listed {
        thresholds.0.into_array()
    }
}

impl Thresholds {
    /// The threshold of one detector.
    pub fn get(&self, detector: Detector) -> Threshold {
        self.0[detector]
    }
}

/// How many rounds a year has, from a cadence: rounds are simulated for two years, between 12 and 24 of them.
pub fn horizon(per_year: f64) -> usize {
    ((2.0 * per_year).round() as usize).clamp(12, 24)
}

/// Finds the thresholds of a roster. The same arguments give the same thresholds.
///
/// Shape: `per_year` rounds a year. Takes about a second of one processor for 15 partners.
pub fn calibrate(roster: &Roster, per_year: f64, replicates: usize) -> Thresholds {
    let parameters = Parameters::default();
    let run = |replicate: usize| {
        let mut rng = ChaCha8Rng::seed_from_u64(SEED.wrapping_add(replicate as u64));
        let world = World::draw(roster, &parameters, &|_, _| 0.0, &mut rng);
        Tracks::of(&world.answer(&mut rng))
    };
    let n_threads = std::thread::available_parallelism().map_or(1, usize::from).min(replicates.max(1));
    let all: Vec<Tracks> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..n_threads)
            .map(|worker| {
                scope.spawn(move || (worker..replicates).step_by(n_threads).map(run).collect::<Vec<_>>())
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    let n_years = all.len() as f64 * (roster.n_rounds.saturating_sub(WARM_UP)) as f64 / per_year;
    Thresholds(EnumMap::from_fn(|detector: Detector| {
        let (alerts, all_of_them) = match detector.limit() {
            Limit::Budget { alerts, all } => (alerts, all),
            Limit::Score(watch) => return Threshold { alert: f64::INFINITY, watch },
        };
        let tracks: Vec<&Track> = all.iter().map(|tracks| tracks.get(detector)).collect();
        let watch = lowest(&tracks, all_of_them * n_years, |open| open - RECOVERY);
        let alert =
            alerts.map_or(f64::INFINITY, |budget| lowest(&tracks, budget * n_years, |_| watch - RECOVERY));
        Threshold { alert, watch }
    }))
}

/// The lowest threshold that opens at most `allowed` episodes. An episode closes below `close`, or below the
/// threshold itself.
pub fn lowest(tracks: &[&Track], allowed: f64, close: impl Fn(f64) -> f64) -> f64 {
    let mut scores: Vec<f64> = tracks
        .iter()
        .flat_map(|track| track.iter().skip(WARM_UP).flatten())
        .filter_map(|sight| sight.evidence().map(|evidence| evidence.score))
        .collect();
    scores.sort_by(f64::total_cmp);
    scores.dedup();
    let (mut low, mut high) = (0, scores.len());
    while low < high {
        let middle = (low + high) / 2;
        let threshold = scores[middle];
        let n: usize = tracks.iter().map(|track| n_episodes(track, threshold, close(threshold))).sum();
        if n as f64 <= allowed { high = middle } else { low = middle + 1 }
    }
    scores.get(low).copied().unwrap_or(f64::INFINITY)
}

/// How many episodes a track opens after the warm-up: above `open`, until at or below `close`.
pub fn n_episodes(track: &Track, open: f64, close: f64) -> usize {
    let n_units = track.first().map_or(0, Vec::len);
    let mut n = 0;
    for unit in 0..n_units {
        let mut is_open = false;
        for round in track.iter().skip(WARM_UP) {
            match round[unit] {
                Sight::Blind => {}
                Sight::Nothing => is_open = false,
                Sight::Evidence(evidence) if is_open => is_open = evidence.score > close,
                Sight::Evidence(evidence) => {
                    is_open = evidence.score > open;
                    n += usize::from(is_open);
                }
            }
        }
    }
    n
}

/// Thresholds by roster and rounds a year, each found once.
#[derive(Debug, Clone, Default)]
pub struct Cache(HashMap<(Roster, u32), Thresholds>);

impl Cache {
    /// A cache that knows these already.
    pub fn with(known: impl IntoIterator<Item = ((Roster, u32), Thresholds)>) -> Cache {
        Cache(known.into_iter().collect())
    }

    /// The thresholds of a roster, from the cache or calibrated now.
    pub fn get(&mut self, roster: &Roster, per_year: u32) -> Thresholds {
        *self
            .0
            .entry((roster.clone(), per_year))
            .or_insert_with(|| calibrate(roster, f64::from(per_year), REPLICATES))
    }

    /// Everything that is known.
    pub fn entries(&self) -> impl Iterator<Item = (&(Roster, u32), &Thresholds)> {
        self.0.iter()
    }
}
