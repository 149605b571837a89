//! What a report costs, and how that grows with partners, rounds and people: the page alone, and the complete set of
//! forms in one language. Median of several runs after one to warm up; memory is the most that the process held until
//! then. `cargo bench --bench report`

#![allow(clippy::disallowed_methods, missing_docs)]

use std::collections::BTreeMap;
use std::time::Instant;

use chrono::{Days, NaiveDate};
use polsslag::app::report::render_report::render;
use polsslag::catalogue::{CORE_PULSE, agreement_file, survey_file};
use polsslag::domain::agreement::Agreement;
use polsslag::domain::answer::Answer;
use polsslag::domain::language::Language;
use polsslag::domain::role::Role;
use polsslag::domain::survey::Survey;
use polsslag::domain::turn::Turn;
use polsslag::insight::disclosure::guard;
use polsslag::insight::score::SheetAnswers;
use polsslag::report::document::compose::{Edition, compose};
use polsslag::report::facts::follow_up::FollowUp;
use polsslag::report::facts::{Compared, Facts, RoundInput};
use polsslag::report::figures::Figures;
use polsslag::report::forms::page;
use polsslag::report::look::Look;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A shape of agreement: partners, rounds, people of a partner.
type Shape = (usize, usize, usize);

fn agreement(n_partners: usize, survey: &Survey) -> Agreement {
    let mut text = String::from(
        "id = \"bench\"\ntitle.nl = \"Proeftuin\"\npurpose.nl = \"Samen.\"\nlanguages = [\"nl\"]\n\
         time_zone = \"Europe/Amsterdam\"\nsurvey = \"core-pulse\"\n",
    );
    for p in 0..n_partners {
        text += &format!(
            "[[partner]]\nid = \"P{p}\"\nname = \"Partner {p}\"\nkind = \"provider\"\njoined_on = 2020-01-01\n\
             [[person]]\nname = \"Persoon {p}\"\nmail = \"persoon@p{p}.example\"\npartner = \"P{p}\"\n\
             role = \"executive\"\nseat = \"P{p}-1\"\n"
        );
    }
    let (agreement, problems) = agreement_file::parse("bench", &text, &|_| Some(survey.clone()));
    agreement.unwrap_or_else(|| panic!("{problems:?}"))
}

fn facts((n_partners, n_rounds, n_people): Shape, survey: &Survey) -> Facts {
    let asked: Vec<String> =
        survey.statements_in(Turn::short(1)).iter().map(|statement| statement.id.clone()).collect();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    // So close to each other that the trend's window holds them all.
    let last: NaiveDate = "2026-09-28".parse().expect("a date");
    let rounds: Vec<RoundInput> = (0..n_rounds)
        .map(|round| {
            let sheets: Vec<SheetAnswers> = (0..n_partners * n_people)
                .map(|person| SheetAnswers {
                    partner: format!("P{}", person / n_people),
                    role: Some(if person % 3 == 0 { Role::Executive } else { Role::Practitioner }),
                    answers: asked
                        .iter()
                        .map(|id| (id.clone(), Answer::Value(rng.random_range(2..=5))))
                        .collect::<BTreeMap<_, _>>(),
                })
                .collect();
            RoundInput {
                number: round as u32 + 1,
                date: last - Days::new(20 * (n_rounds - 1 - round) as u64),
                survey: survey.clone(),
                survey_version: 1,
                figures: guard(survey, &asked, survey.confidentiality, &sheets, None, &[]),
            }
        })
        .collect();
    let agreement = agreement(n_partners, survey);
    let period = "2026-Q3".parse().expect("a period");
    let follow_up = FollowUp { as_of: last, ..FollowUp::default() };
    Facts::gather(&agreement, period, &rounds, Compared::default(), follow_up, "bench")
}

fn median_ms<T>(runs: usize, mut run: impl FnMut() -> T) -> f64 {
    std::hint::black_box(run());
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let started = Instant::now();
            std::hint::black_box(run());
            started.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

/// The most memory that this process ever held, in MB; `None` where the system does not tell.
fn peak_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kb: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kb / 1024.0)
}

fn main() {
    let survey = survey_file::parse("core-pulse.toml", CORE_PULSE).0.expect("the shipped survey");
    let (edition, look) = (Edition::default(), Look::default());
    println!("partners  rounds  people a partner   page alone   all forms   memory at most");
    println!("aims, at 30 x 40:                         50 ms     2,000 ms          150 MB");
    let shapes: [Shape; 8] = [
        (5, 10, 4),
        (15, 10, 4),
        (30, 10, 4),
        (15, 20, 4),
        (15, 40, 4),
        (30, 40, 2),
        (30, 40, 4),
        (30, 40, 16),
    ];
    for shape in shapes {
        let facts = facts(shape, &survey);
        let page = median_ms(11, || {
            let figures = Figures::draw(&facts, Language::Nl).expect("drawn");
            let document = compose(&facts, &figures, &edition, Language::Nl);
            page::content(&document, &figures, &look).into_string()
        });
        let all = median_ms(5, || render(&facts, &edition, &look, Language::Nl).expect("rendered"));
        let memory = peak_mb().map_or_else(|| "unknown".to_owned(), |mb| format!("{mb:.0} MB"));
        let (partners, rounds, people) = shape;
        println!("{partners:8}  {rounds:6}  {people:16}  {page:8.1} ms  {all:7.0} ms  {memory:>15}");
    }
}
