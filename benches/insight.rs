//! How long statistics and guard take: run with `cargo bench --bench insight`. Times are for this machine; the lines
//! beside them say what they are to be compared with.

#![allow(clippy::disallowed_methods, missing_docs)]

use std::collections::BTreeMap;
use std::time::Instant;

use polsslag::catalogue::{CORE_PULSE, survey_file};
use polsslag::domain::answer::Answer;
use polsslag::domain::role::Role;
use polsslag::domain::turn::Turn;
use polsslag::insight::disclosure::guard;
use polsslag::insight::score::SheetAnswers;
use polsslag::insight::signal::Tracks;
use polsslag::insight::signal::calibrate::{REPLICATES, calibrate};
use polsslag::insight::signal::simulate::{Parameters, Roster, World};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

fn time<T>(name: &str, runs: u32, mut run: impl FnMut() -> T) {
    run();
    let started = Instant::now();
    for _ in 0..runs {
        std::hint::black_box(run());
    }
    println!("{name:62} {:9.2} ms", started.elapsed().as_secs_f64() * 1e3 / f64::from(runs));
}

fn main() {
    let survey = survey_file::parse("core-pulse.toml", CORE_PULSE).0.expect("the shipped survey");
    // What a month asks.
    let asked: Vec<String> =
        survey.statements_in(Turn::short(1)).iter().map(|statement| statement.id.clone()).collect();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut rounds = |n_partners: usize, n_rounds: usize| -> Vec<Vec<SheetAnswers>> {
        (0..n_rounds)
            .map(|_| {
                (0..n_partners)
                    .flat_map(|partner| {
                        let n = rng.random_range(2..=9);
                        (0..n)
                            .map(|person| SheetAnswers {
                                partner: format!("P{partner:02}"),
                                role: Some(if person % 3 == 0 {
                                    Role::Executive
                                } else {
                                    Role::Practitioner
                                }),
                                answers: survey
                                    .statements
                                    .iter()
                                    .filter(|statement| asked.contains(&statement.id))
                                    .filter_map(|statement| {
                                        let is_given = rng.random_bool(0.95);
                                        let answer = Answer::Value(rng.random_range(2..=5));
                                        is_given.then(|| (statement.id.clone(), answer))
                                    })
                                    .collect::<BTreeMap<_, _>>(),
                            })
                            .collect::<Vec<_>>()
                    })
                    .collect()
            })
            .collect()
    };
    for (n_partners, n_rounds) in [(15, 1), (60, 1), (15, 20), (30, 20), (30, 40)] {
        let rounds = rounds(n_partners, n_rounds);
        time(
            &format!("guard {n_partners} partners x {n_rounds} rounds (aim for 30 x 40: 50 ms)"),
            20,
            || {
                rounds
                    .iter()
                    .map(|sheets| guard(&survey, &asked, survey.confidentiality, sheets, None, &[]))
                    .collect::<Vec<_>>()
            },
        );
    }
    let roster = |n_partners: usize, n_rounds| Roster {
        seats: (0..n_partners).map(|i| 2 + i % 7).collect(),
        n_rounds,
        statements: vec![2; 3],
        shares: vec![1, 0, 1],
        n_points: 5,
    };
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    let worlds: Vec<_> = (0..200)
        .map(|_| World::draw(&roster(15, 24), &Parameters::default(), &|_, _| 0.0, &mut rng).answer(&mut rng))
        .collect();
    time("signals of 200 agreements x 24 rounds (aim: 60,000 ms)", 1, || {
        worlds.iter().map(Tracks::of).count()
    });
    for n_partners in [6, 15, 30] {
        let name = format!("calibration of {n_partners} partners (aim: 5,000 ms)");
        time(&name, 1, || calibrate(&roster(n_partners, 24), 12.0, REPLICATES));
    }
}
