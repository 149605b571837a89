//! Nobody is identified by a figure: made-up agreements go through the real service, and an attacker who shares no code
//! with the guard tries to find somebody out from everything that was frozen of the round.
//!
//! `POLSSLAG_SEED` repeats a run, `POLSSLAG_AGREEMENTS` sets how many agreements are tried, `POLSSLAG_ONLY` shows one.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hash::{BuildHasher, Hasher, RandomState};

use polsslag::app::agreement::import_agreement;
use polsslag::app::answers::import_answers;
use polsslag::catalogue::answers_file;
use polsslag::domain::answer::Answer;
use polsslag::domain::survey::{Block, Survey};
use polsslag::insight::disclosure::{Bound, guard};
use polsslag::insight::score::SheetAnswers;
use polsslag::store::audit::Who;
use polsslag::store::round;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use crate::support::attacker::{Person, Truth};
use crate::support::{Cast, agreement_of, at, core_pulse, first_edition, read_agreement};

const NOW: &str = "2026-06-01T08:00:00Z";

/// What every round asks, by theme.
fn usual(survey: &Survey) -> BTreeMap<String, Vec<String>> {
    let mut themes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for statement in survey.statements.iter().filter(|s| s.block == Block::Core && s.asked.is_usual()) {
        themes.entry(statement.dimension.clone()).or_default().push(statement.id.clone());
    }
    themes
}

/// A round of 3 to 20 partners of 1 to 8 people, as uneven as they come.
fn made_up(rng: &mut ChaCha8Rng) -> Truth {
    let themes = usual(&core_pulse());
    let n_partners = *[3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20].choose(rng).unwrap();
    let most = rng.random_range(1..=8);
    let centre: f64 = rng.random_range(1.0..5.0);
    let spread = *[0.0, 0.6, 1.2, 2.5].choose(rng).unwrap();
    let apart = *[0.0, 0.5, 1.5].choose(rng).unwrap();
    let p_skip = *[0.0, 0.05, 0.2].choose(rng).unwrap();
    let mut people = Vec::new();
    for partner in 0..n_partners {
        let own: f64 = centre + rng.random_range(-1.0..1.0) * apart;
        // Some partners think the very opposite.
        let own = if rng.random_bool(0.08) { 6.0 - own } else { own };
        for _ in 0..rng.random_range(1..=most) {
            let mut answers = BTreeMap::new();
            for id in themes.values().flatten() {
                if !rng.random_bool(p_skip) {
                    let value = own + rng.random_range(-1.0..1.0) * spread;
                    answers.insert(id.clone(), value.round().clamp(1.0, 5.0) as i64);
                }
            }
            if !answers.is_empty() {
                people.push(Person { partner, is_executive: rng.random_bool(0.3), answers });
            }
        }
    }
    Truth { people, themes, threshold: 5 }
}

/// Imports a round's answers into an agreement of its own, and gives what was frozen of it.
async fn frozen(cast: &Cast, name: &str, truth: &Truth, survey: Survey) -> Value {
    let mut text = format!(
        "id = \"{name}\"\ntitle.nl = \"x\"\npurpose.nl = \"x\"\ntime_zone = \"Europe/Amsterdam\"\nsurvey = \"core-pulse\"\n"
    );
    for partner in truth.partners() {
        write!(text, "[[partner]]\nid = \"P{partner}\"\nname = \"P{partner}\"\nkind = \"provider\"\njoined_on = 2020-01-01\n")
            .unwrap();
    }
    import_agreement::import(
        &cast.service,
        read_agreement(&text, &survey),
        survey.clone(),
        false,
        Who::Command,
        at(NOW),
    )
    .await
    .unwrap();
    let mut rows = String::from("round,date,partner,respondent,role,item,value\n");
    let mut roster = String::from("round,date,partner,respondent,role\n");
    for (number, person) in truth.people.iter().enumerate() {
        let role = if person.is_executive { "executive" } else { "practitioner" };
        let head = format!("1,2026-05-05,P{},r{number},{role}", person.partner);
        writeln!(roster, "{head}").unwrap();
        for id in truth.themes.values().flatten() {
            let is_reversed = survey.find_statement(id).unwrap().reversed;
            let value = person
                .answers
                .get(id)
                .map_or("CJ".to_owned(), |value| (if is_reversed { 6 - value } else { *value }).to_string());
            writeln!(rows, "{head},{id},{value}").unwrap();
        }
    }
    import(cast, name, survey, &rows, &roster).await
}

async fn import(cast: &Cast, name: &str, survey: Survey, rows: &str, roster: &str) -> Value {
    let read = answers_file::parse(("a", rows.as_bytes()), Some(("r", roster.as_bytes())), &survey).unwrap();
    let id = cast.service.find_agreement(name).await.unwrap();
    import_answers::import(&cast.service, id, survey, read, false, at(NOW)).await.unwrap();
    let json = cast.service.store.read("figures", move |connection| {
        let found = round::find_by_number(connection, id, 1)?.unwrap();
        round::find_figures(connection, found.id)
    });
    serde_json::from_str(&json.await.unwrap().unwrap()).unwrap()
}

async fn cast() -> Cast {
    Cast::start(agreement_of(3, 1), core_pulse(), at("2025-01-01T00:00:00Z"), |_| {}).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_found_out_by_what_is_frozen_of_a_round() {
    let setting = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let seed =
        setting("POLSSLAG_SEED").unwrap_or_else(|| RandomState::new().build_hasher().finish() % 1_000_000);
    let n_agreements = setting("POLSSLAG_AGREEMENTS").unwrap_or(40);
    let only = setting("POLSSLAG_ONLY");
    println!("seed {seed}");
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let cast = cast().await;
    // By kind of agreement: cells that are told as a number, as a bound, and all of them.
    let mut told: BTreeMap<(&str, &str), [usize; 3]> = BTreeMap::new();
    let (mut found, mut n_undecided) = (Vec::new(), 0);
    for at in 0..n_agreements {
        let truth = made_up(&mut rng);
        if only.is_some_and(|only| only != at) {
            continue;
        }
        let figures = frozen(&cast, &format!("a{at}"), &truth, core_pulse()).await;
        if only.is_some() {
            println!("{truth:#?} {figures:#}");
        }
        let (breaches, undecided) = truth.breaches(&figures);
        n_undecided += undecided;
        found.extend(breaches.into_iter().map(|breach| format!("agreement {at}: {breach}")));
        let size = match (truth.partners().len(), truth.people.len()) {
            (8.., 24..) => "8 partners and 24 people or more",
            (5..=7, _) => "5 to 7 partners",
            _ => "smaller",
        };
        let mut count = |kind, figure: &Value| {
            let cells = told.entry((size, kind)).or_default();
            cells[2] += 1;
            cells[0] += usize::from(figure["bound"] == "exact");
            cells[1] += usize::from(!figure.is_null() && figure["bound"] != "exact");
        };
        for entry in figures["dimensions"].as_array().unwrap() {
            count("themes", &entry[1]);
        }
        for entry in figures["statements"].as_array().unwrap() {
            count("statements", &entry[1]["mean"]);
        }
    }
    println!("{told:#?}, {n_undecided} not decided");
    assert!(found.is_empty(), "seed {seed}, {} breaches: {:#?}", found.len(), &found[..found.len().min(10)]);
}

/// A round of partners with so many people each, who all answer the same but for some.
fn round_of(partners: &[usize], value: impl Fn(usize, usize) -> i64) -> Truth {
    let themes = usual(&core_pulse());
    let mut people = Vec::new();
    for (partner, n) in partners.iter().enumerate() {
        for person in 0..*n {
            let answers = themes.values().flatten().map(|id| (id.clone(), value(partner, person))).collect();
            people.push(Person { partner, is_executive: false, answers });
        }
    }
    Truth { people, themes, threshold: 5 }
}

/// What would be published of trust without one of the rules.
fn published(theme: Value, statement: Value) -> Value {
    json!({ "dimensions": [["trust", theme]], "statements": [["TRU-8", { "mean": statement }]] })
}

fn number(tenths: i64) -> Value {
    json!({ "mean": tenths, "bound": "exact" })
}

#[test]
fn the_attacker_finds_somebody_wherever_a_rule_is_switched_off() {
    let is_found = |truth: &Truth, figures: &Value| !truth.breaches(figures).0.is_empty();

    // R1: the mean of a statement over three partners of one person each, of whom one knows the own answer.
    let three = round_of(&[1, 1, 1], |partner, _| if partner == 0 { 3 } else { 5 });
    assert!(is_found(&three, &published(Value::Null, number(43))), "R1");
    assert!(!is_found(&three, &published(Value::Null, Value::Null)));

    // R2: ten people, of whom one partner's five answered three; the single person of another must have said five.
    let one_alone = round_of(&[5, 4, 1], |partner, _| if partner == 0 { 3 } else { 5 });
    assert!(is_found(&one_alone, &published(number(43), Value::Null)), "R2");

    // R5: a mean within the last tenths, and an interval without width.
    let top = round_of(&[4, 4, 4], |_, _| 5);
    assert!(is_found(&top, &published(number(50), Value::Null)), "R5, the end of the scale");
    let alike = round_of(&[6, 6, 1], |_, _| 4);
    let mut interval = published(number(40), Value::Null);
    assert!(!is_found(&alike, &interval));
    interval["equal"] = json!("trust");
    assert!(is_found(&alike, &interval), "R5, an interval of this round's spread");

    // R6: a histogram where all said the same, and one that a partner takes its own answers out of.
    let twelve = round_of(&[3, 3, 3, 3], |_, _| 4);
    let mut histogram = published(Value::Null, Value::Null);
    histogram["histograms"] = json!({ "TRU-8": [0, 0, 0, 12, 0] });
    assert!(is_found(&twelve, &histogram), "R6");
    let with_own = round_of(&[5, 5, 5], |partner, person| if (partner, person) == (0, 0) { 5 } else { 4 });
    histogram["histograms"] = json!({ "TRU-8": [0, 0, 0, 14, 1] });
    assert!(is_found(&with_own, &histogram), "R6, beside one's own answers");
}

/// The round that an earlier guard gave somebody away in: its answers, and by which partners and people.
async fn old_case(
    name: &str,
    partners: &[usize],
    value: impl Fn(usize, usize, &str) -> i64,
) -> (Truth, Value) {
    let survey = first_edition();
    let mut themes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for statement in survey.statements.iter().filter(|s| s.block == Block::Core) {
        themes.entry(statement.dimension.clone()).or_default().push(statement.id.clone());
    }
    let mut people = Vec::new();
    for (partner, n) in partners.iter().enumerate() {
        for person in 0..*n {
            let answers =
                themes.values().flatten().map(|id| (id.clone(), value(partner, person, id))).collect();
            people.push(Person { partner, is_executive: false, answers });
        }
    }
    let truth = Truth { people, themes, threshold: 5 };
    let cast = cast().await;
    let figures = frozen(&cast, name, &truth, survey).await;
    (truth, figures)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rounds_in_which_somebody_was_given_away_give_nobody_away() {
    let cases = [
        old_case("alike", &[3, 3, 3, 3], |_, _, _| 4).await,
        old_case("own-threes", &[5, 4, 1], |partner, _, _| if partner == 0 { 3 } else { 5 }).await,
        old_case("equal-means", &[6, 6, 6, 6, 1], |_, person, _| 4 + (person % 2) as i64).await,
        old_case(
            "at-the-top",
            &[1, 6, 6, 6, 6, 6],
            |partner, person, _| {
                if partner == 0 || person % 3 == 0 { 5 } else { 4 }
            },
        )
        .await,
    ];
    for (truth, figures) in &cases {
        assert!(truth.breaches(figures).0.is_empty(), "{:#?}", truth.breaches(figures).0);
    }
}

/// How often a guess is within half a point of what somebody answered.
#[derive(Default)]
struct Guesses {
    n: usize,
    from_difference: usize,
    from_mean: usize,
}

/// Somebody is away in the second of two rounds. Who assumes that all others answered the same again takes the two means
/// from each other; somebody else guesses the theme's mean.
#[test]
fn who_assumes_that_nobody_changed_an_answer_guesses_no_better_than_the_mean() {
    let survey = core_pulse();
    let asked: Vec<String> = survey.core_statements("trust").map(|one| one.id.clone()).collect();
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    let mut guesses = Guesses::default();
    for _ in 0..400 {
        let n_partners = rng.random_range(4..=12);
        // What people are like stays; the moment, and rounding to whole answers, differ.
        let people: Vec<(usize, f64)> = (0..n_partners)
            .flat_map(|partner| {
                let own: f64 = 3.6 + rng.random_range(-0.6..0.6);
                let n = rng.random_range(1..=6);
                (0..n).map(|_| (partner, own + rng.random_range(-0.8..0.8))).collect::<Vec<_>>()
            })
            .collect();
        let mut round = || -> Vec<SheetAnswers> {
            let answer = |level: f64, rng: &mut ChaCha8Rng| {
                Answer::Value((level + rng.random_range(-0.9..0.9)).round().clamp(1.0, 5.0) as i64)
            };
            let sheet = |(partner, level): &(usize, f64)| SheetAnswers {
                partner: format!("P{partner:02}"),
                role: None,
                answers: asked.iter().map(|id| (id.clone(), answer(*level, &mut rng))).collect(),
            };
            people.iter().map(sheet).collect()
        };
        let (first, mut second) = (round(), round());
        let away = first.len() / 2;
        let gone = first[away].clone();
        second.remove(away);
        let mean = |sheets: &[SheetAnswers]| {
            let figures = guard(&survey, &asked, survey.confidentiality, sheets, None, &[]);
            let figure = figures.find_dimension("trust")?.get()?.clone();
            (figure.bound() == Bound::Exact).then(|| (figure.mean().value(), figure.n_partners() as f64))
        };
        let (Some((before, n_before)), Some((after, n_after))) = (mean(&first), mean(&second)) else {
            continue;
        };
        let score = |sheet: &SheetAnswers| {
            let values = sheet.answers.values().map(|answer| match answer {
                Answer::Value(value) => *value as f64,
                Answer::CannotJudge => 0.0,
            });
            values.sum::<f64>() / asked.len() as f64
        };
        let n_own = first.iter().filter(|sheet| sheet.partner == gone.partner).count() as f64;
        // The partner's mean with the absent person, less what it would be without: the rest is the theme's mean.
        let guess = if n_own > 1.0 {
            (n_own * (n_before * before - n_after * after) + before).clamp(1.0, 5.0)
        } else {
            (n_before * before - n_after * after).clamp(1.0, 5.0)
        };
        guesses.n += 1;
        guesses.from_difference += usize::from((guess - score(&gone)).abs() <= 0.5);
        guesses.from_mean += usize::from((before - score(&gone)).abs() <= 0.5);
    }
    let Guesses { n, from_difference, from_mean } = guesses;
    println!("{n} absent people: {from_difference} guessed from the difference, {from_mean} from the mean");
    assert!(n > 100 && from_difference <= from_mean, "{from_difference} against {from_mean} of {n}");
}
