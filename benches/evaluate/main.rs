//! How well the signals do: simulated agreements with known friction, false alarms and delays counted.
//!
//! `cargo run --release --no-default-features --example evaluate -- [--replicates N] [--seed N] [--rosters N]`

#![allow(missing_docs)]

mod scenario;
mod score;

use polsslag::insight::signal::calibrate::{REPLICATES, Thresholds, calibrate, horizon};
use polsslag::insight::signal::episode::{Level, episodes};
use polsslag::insight::signal::simulate::{Parameters, Roster};
use polsslag::insight::signal::{Channel, Tracks};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use scenario::{Scenario, Setting, simulate};
use score::{Tally, judge};
use std::time::Instant;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let get = |name: &str, default: usize| {
        args.iter()
            .position(|a| a == name)
            .and_then(|i| args.get(i + 1))
            .and_then(|v| v.parse().ok())
            .unwrap_or(default)
    };
    let replicates = get("--replicates", 400);
    let n_rosters = get("--rosters", 40);
    let seed = get("--seed", 1) as u64;
    let partners = get("--partners", 15);
    let per_year = get("--per-year", 12);
    let setting = Setting { n_partners: partners, seats: (2, 8), per_year };
    let mut parameters = Parameters::default();
    parameters.response.0 = get("--response", 72) as f64 / 100.0;
    let started = Instant::now();
    let rosters: Vec<(Roster, Thresholds)> = (0..n_rosters)
        .map(|i| {
            let mut rng = ChaCha8Rng::seed_from_u64(seed * 1_000 + i as u64);
            let seats = (0..setting.n_partners)
                .map(|_| rng.random_range(setting.seats.0..=setting.seats.1))
                .collect();
            let roster =
                Roster { seats, n_rounds: horizon(per_year as f64), statements: vec![3; 3], n_points: 5 };
            let thresholds = calibrate(&roster, per_year as f64, REPLICATES);
            (roster, thresholds)
        })
        .collect();
    println!("calibrated {n_rosters} rosters in {:.1?}", started.elapsed());
    let started = Instant::now();
    for scenario in Scenario::ALL {
        let one = |replicate: usize| {
            let (roster, thresholds) = &rosters[replicate % n_rosters];
            let mut rng = ChaCha8Rng::seed_from_u64(
                seed.wrapping_mul(0x9e37_79b9).wrapping_add((replicate as u64) << 8 | scenario as u64),
            );
            let (seen, truth) = simulate(scenario, roster, &setting, &parameters, &mut rng);
            let tracks = Tracks::of(&seen);
            let limits = vec![*thresholds; roster.n_rounds];
            let rows = episodes(&tracks, &limits);
            if scenario == Scenario::Stable && std::env::var("HAZ").is_ok() {
                let mut seen_ep = std::collections::BTreeSet::new();
                for row in rows.iter().filter(|r| r.level == Level::Alert) {
                    if seen_ep.insert((row.episode, row.partner)) {
                        println!(
                            "HAZ {:?} {} {}",
                            row.kind,
                            row.round + 1,
                            row.partner.map_or(0, |p| roster.seats[p])
                        );
                    }
                }
            }
            let mut out = Vec::new();
            for level in [Level::Alert, Level::Watch] {
                let rows: Vec<_> = rows.iter().filter(|row| row.level >= level).copied().collect();
                out.push(judge(&truth, &rows, roster.n_rounds));
            }
            for channel in Channel::ALL {
                let kind: Vec<_> = episodes_of(&rows, channel);
                out.push(judge(&truth, &kind, roster.n_rounds));
            }
            out
        };
        let all: Vec<_> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..2)
                .map(|w| scope.spawn(move || (w..replicates).step_by(2).map(one).collect::<Vec<_>>()))
                .collect();
            workers.into_iter().flat_map(|w| w.join().unwrap()).collect()
        });
        let tally = |i: usize| Tally::of(all.iter().map(|r| &r[i]), per_year as f64);
        print!("{:14} alert {}", format!("{scenario:?}"), tally(0));
        println!("   watch {}", tally(1));
        println!(
            "                  channels: {}",
            Channel::ALL
                .iter()
                .enumerate()
                .map(|(i, c)| format!("{c:?} {:.2}", tally(i + 2).false_rate))
                .collect::<Vec<_>>()
                .join("  ")
        );
    }
    println!("{:.1?}", started.elapsed());
}

fn episodes_of(
    rows: &[polsslag::insight::signal::episode::Row],
    channel: Channel,
) -> Vec<polsslag::insight::signal::episode::Row> {
    use polsslag::insight::signal::episode::Kind;
    rows.iter()
        .filter(|row| {
            row.level == Level::Alert
                && match channel {
                    Channel::Drop => matches!(row.kind, Kind::Drop | Kind::Conflict),
                    Channel::Erosion => row.kind == Kind::Erosion,
                    Channel::Polarisation => row.kind == Kind::Polarisation,
                    Channel::Silence => row.kind == Kind::Silence,
                    _ => false,
                }
        })
        .copied()
        .collect()
}
