//! Laws of the statistics and signals: the order of rows and names never matter, nothing uses the future, an empty round
//! changes nothing before it, a shifted scale shifts readings and nothing else. And what leaves the service.

use std::path::Path;
use std::sync::{LazyLock, Mutex};

use polsslag::app::Service;
use polsslag::app::demo::seed_demo;
use polsslag::app::signals::find_signals;
use polsslag::app::signals::gather_panel::of_files;
use polsslag::catalogue::{answers_file, survey_file};
use polsslag::config::Config;
use polsslag::domain::survey::Survey;
use polsslag::insight::analysis::{Analysis, analyse};
use polsslag::insight::disclosure::signals::Reader;
use polsslag::insight::panel::Panel;
use polsslag::insight::signal::calibrate::Cache;
use polsslag::insight::signal::episode::Level;
use polsslag::insight::signal::find::{Signal, find_signals};
use polsslag::insight::signal::kind::Kind;
use serde_json::Value;

/// Thresholds of the fixture's roster: calibrated once for all tests.
static CACHE: LazyLock<Mutex<Cache>> = LazyLock::new(Mutex::default);

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/statistics");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

fn survey() -> Survey {
    survey_file::parse_without_words("survey.toml", &read("survey.toml")).0.unwrap()
}

/// The fixture's rows, with a partner whose people answer as low as they can from the sixth round on.
fn rows() -> Vec<String> {
    read("answers.csv")
        .lines()
        .skip(1)
        .map(|row| {
            let mut cells: Vec<&str> = row.split(',').collect();
            let round: u32 = cells[0].parse().unwrap();
            if cells[2] == "P03" && round >= 6 && !["", "CJ"].contains(&cells[6]) {
                cells[6] = if cells[5].ends_with('3') { "5" } else { "1" };
            }
            cells.join(",")
        })
        .collect()
}

fn roster() -> Vec<String> {
    read("roster.csv").lines().skip(1).map(str::to_owned).collect()
}

fn panel(rows: &[String], roster: &[String], survey: &Survey) -> Panel {
    let answers = format!("round,date,partner,respondent,role,item,value\n{}\n", rows.join("\n"));
    let roster = format!("round,date,partner,respondent,role\n{}\n", roster.join("\n"));
    let rounds =
        answers_file::parse(("a", answers.as_bytes()), Some(("r", roster.as_bytes())), survey).unwrap();
    of_files(survey, &rounds)
}

fn signals(panel: &Panel) -> Vec<Signal> {
    find_signals(panel, &mut CACHE.lock().unwrap())
}

/// Numbers equal to nine digits, everything else exactly.
fn assert_close(a: &Value, b: &Value, at: &str) {
    match (a, b) {
        (Value::Number(x), Value::Number(y)) => {
            let (x, y) = (x.as_f64().unwrap(), y.as_f64().unwrap());
            assert!((x - y).abs() <= 1e-9 * x.abs().max(1.0), "{at}: {x} {y}");
        }
        (Value::Array(x), Value::Array(y)) => {
            assert_eq!(x.len(), y.len(), "{at}");
            x.iter().zip(y).enumerate().for_each(|(i, (x, y))| assert_close(x, y, &format!("{at}/{i}")));
        }
        (Value::Object(x), Value::Object(y)) => {
            assert_eq!(x.keys().collect::<Vec<_>>(), y.keys().collect::<Vec<_>>(), "{at}");
            x.iter().for_each(|(key, x)| assert_close(x, &y[key], &format!("{at}/{key}")));
        }
        _ => assert_eq!(a, b, "{at}"),
    }
}

fn json<T: serde::Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap()
}

fn whole(panel: &Panel) -> (Analysis, Vec<Signal>) {
    (analyse(panel, "test"), signals(panel))
}

#[test]
fn a_partner_whose_people_all_answer_low_is_found_and_named_in_a_raw_file() {
    let found = signals(&panel(&rows(), &roster(), &survey()));
    let drop =
        found.iter().find(|signal| signal.partner.as_deref() == Some("P03") && signal.level == Level::Alert);
    let drop = drop.unwrap_or_else(|| panic!("{found:#?}"));
    assert!(matches!(drop.kind, Kind::Drop | Kind::Conflict), "{drop:?}");
    assert!((6..=8).contains(&drop.round) && (5..=7).contains(&drop.since_round), "{drop:?}");
    assert!(drop.size < -0.5 && drop.score > 3.0, "{drop:?}");
}

#[test]
fn the_order_of_rows_never_matters() {
    let (mut turned, mut turned_roster) = (rows(), roster());
    turned.reverse();
    let third = turned.len() / 3;
    turned.rotate_left(third);
    turned_roster.reverse();
    let survey = survey();
    let (a, b) =
        (whole(&panel(&rows(), &roster(), &survey)), whole(&panel(&turned, &turned_roster, &survey)));
    assert_eq!(json(&a), json(&b));
}

#[test]
fn names_of_partners_and_people_never_matter() {
    let rename = |row: &String| -> String {
        let mut cells: Vec<String> = row.split(',').map(str::to_owned).collect();
        let n: u32 = cells[2][1..].parse().unwrap();
        cells[2] = format!("Q{:02}", (n * 5) % 17);
        let person: u32 = cells[3][1..].parse().unwrap();
        cells[3] = format!("x{}", (person * 31) % 101);
        cells.join(",")
    };
    let survey = survey();
    let renamed: (Vec<String>, Vec<String>) =
        (rows().iter().map(rename).collect(), roster().iter().map(rename).collect());
    let (a, b) = (whole(&panel(&rows(), &roster(), &survey)), whole(&panel(&renamed.0, &renamed.1, &survey)));
    for (before, after) in a.0.rounds.iter().zip(&b.0.rounds) {
        assert_close(&json(&before.agreement), &json(&after.agreement), "agreement");
        assert_close(&json(&before.response), &json(&after.response), "response");
    }
    assert_close(&json(&a.0.changes), &json(&b.0.changes), "changes");
    let key = |signal: &Signal| {
        (signal.round, format!("{:?} {:?}", signal.kind, signal.level), (signal.score * 1e6).round() as i64)
    };
    let (mut x, mut y): (Vec<_>, Vec<_>) = (a.1.iter().map(key).collect(), b.1.iter().map(key).collect());
    x.sort();
    y.sort();
    assert_eq!(x, y);
}

#[test]
fn no_signal_and_no_figure_uses_the_future() {
    let survey = survey();
    let all = whole(&panel(&rows(), &roster(), &survey));
    for last in [4, 6, 8] {
        let until = |rows: Vec<String>| -> Vec<String> {
            rows.into_iter()
                .filter(|row| row.split(',').next().unwrap().parse::<u32>().unwrap() <= last)
                .collect()
        };
        let then = whole(&panel(&until(rows()), &until(roster()), &survey));
        assert_close(&json(&then.0.rounds), &json(&all.0.rounds[..last as usize].to_vec()), "rounds");
        let known: Vec<&Signal> = all.1.iter().filter(|signal| signal.round <= last).collect();
        assert_close(&json(&then.1), &json(&known), "signals");
    }
}

#[test]
fn an_empty_round_changes_nothing_before_it() {
    let survey = survey();
    let before = whole(&panel(&rows(), &roster(), &survey));
    let mut longer = roster();
    let next: Vec<String> = longer
        .iter()
        .filter_map(|row| row.strip_prefix("9,2024-09-15,"))
        .map(|rest| format!("10,2024-10-15,{rest}"))
        .collect();
    longer.extend(next);
    let after = whole(&panel(&rows(), &longer, &survey));
    assert_eq!(after.0.rounds.len(), before.0.rounds.len() + 1);
    assert_close(&json(&after.0.rounds[..9].to_vec()), &json(&before.0.rounds), "rounds");
    let known: Vec<&Signal> = after.1.iter().filter(|signal| signal.round <= 9).collect();
    assert_close(&json(&known), &json(&before.1), "signals");
}

#[test]
fn shifting_all_values_and_the_scale_shifts_readings_and_nothing_else() {
    let there: Vec<String> = rows()
        .iter()
        .map(|row| match row.rsplit_once(',') {
            Some((rest, value)) => value.parse::<i64>().map_or(row.clone(), |n| format!("{rest},{}", n + 10)),
            None => row.clone(),
        })
        .collect();
    let mut shifted = survey();
    (shifted.scale.min, shifted.scale.max) = (shifted.scale.min + 10, shifted.scale.max + 10);
    let (a, b) = (whole(&panel(&rows(), &roster(), &survey())), whole(&panel(&there, &roster(), &shifted)));
    for (before, after) in a.0.rounds.iter().zip(&b.0.rounds) {
        for (dimension, reading) in &before.agreement {
            let (x, y) = (json(reading), json(&after.agreement[dimension]));
            assert!((y["mean"].as_f64().unwrap() - x["mean"].as_f64().unwrap() - 10.0).abs() < 1e-9);
            for key in ["tau2", "icc1", "icc2", "r_wg_j_mean", "alpha", "omega"] {
                assert_close(&x[key], &y[key], key);
            }
            assert_close(&x["process"]["se"], &y["process"]["se"], "se");
        }
    }
    assert_close(&json(&a.0.changes), &json(&b.0.changes), "changes");
    let without_rounding = |signals: &[Signal]| -> Vec<(u32, u32, String, i64)> {
        let row =
            |s: &Signal| (s.round, s.since_round, format!("{:?}", s.partner), (s.score * 1e6).round() as i64);
        signals.iter().map(row).collect()
    };
    assert_eq!(without_rounding(&a.1), without_rounding(&b.1));
}

#[test]
fn a_core_statement_that_comes_or_goes_begins_everything_anew_and_is_no_change() {
    let survey = survey();
    // The third statement of every dimension is not asked from round five on.
    let shorter: Vec<String> = rows()
        .into_iter()
        .filter(|row| {
            let cells: Vec<&str> = row.split(',').collect();
            cells[0].parse::<u32>().unwrap() < 5 || !cells[5].ends_with('3')
        })
        .collect();
    let (analysis, found) = whole(&panel(&shorter, &roster(), &survey));
    assert_eq!(analysis.rounds.len(), 9);
    assert!(found.iter().all(|signal| signal.round <= 4 || signal.since_round >= 5), "{found:#?}");
    // Over the statements that both rounds asked, nothing changed but chance.
    let full = analyse(&panel(&rows(), &roster(), &survey), "test");
    let at = |analysis: &Analysis| json(&analysis.changes).as_array().unwrap()[12..16].to_vec();
    for (short, long) in at(&analysis).iter().zip(at(&full)) {
        assert_eq!((&short["from"], &short["dimension"]), (&long["from"], &long["dimension"]));
        assert!(
            (short["mean"].as_f64().unwrap() - long["mean"].as_f64().unwrap()).abs() < 0.5,
            "{short} {long}"
        );
    }
}

#[test]
fn a_person_whose_role_changes_is_counted_by_the_role_of_the_round() {
    let survey = survey();
    let with_roles = |last: u32| -> Vec<String> {
        let role = |round: u32, person: &str| {
            let is_first = person.bytes().map(usize::from).sum::<usize>() % 2 == 0;
            if is_first == (round < 7) { "executive" } else { "practitioner" }
        };
        rows()
            .iter()
            .filter_map(|row| {
                let mut cells: Vec<&str> = row.split(',').collect();
                let round: u32 = cells[0].parse().unwrap();
                cells[4] = role(round, cells[3]);
                (round <= last).then(|| cells.join(","))
            })
            .collect()
    };
    let until = |last: u32| -> Vec<String> {
        roster()
            .into_iter()
            .filter(|row| row.split(',').next().unwrap().parse::<u32>().unwrap() <= last)
            .collect()
    };
    let all = signals(&panel(&with_roles(9), &until(9), &survey));
    let then = signals(&panel(&with_roles(6), &until(6), &survey));
    let known: Vec<&Signal> = all.iter().filter(|signal| signal.round <= 6).collect();
    assert_close(&json(&then), &json(&known), "signals");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_service_names_nobody_to_the_steering_group_and_rounds_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let service = Service::open(Config::for_folder(folder.path(), 1)).await.unwrap();
    seed_demo::seed(&service, seed_demo::default_last_day(), 1, &mut |_| {}).await.unwrap();
    for name in ["city", "coast"] {
        let id = service.find_agreement(name).await.unwrap();
        let steering = find_signals::find(&service, id, None, Reader::Steering).await.unwrap();
        assert!(!steering.signals.is_empty(), "{name}");
        assert!(
            steering
                .signals
                .iter()
                .all(|signal| signal.partner().is_none() && signal.level() == Level::Alert)
        );
        let facilitator = find_signals::find(&service, id, None, Reader::Facilitator).await.unwrap();
        for signal in &facilitator.signals {
            assert!(signal.score().is_none_or(|score| (score * 2.0).fract() == 0.0), "in halves: {signal:?}");
            let is_half = |size: f64| (size * 2.0).fract().abs() < 1e-9;
            let is_partner_shift = signal.partner().is_some() && signal.kind() != Kind::Silence;
            assert!(
                !is_partner_shift || signal.size().get().is_none_or(|size| is_half(size.value())),
                "{signal:?}"
            );
            assert!(
                signal.partner().is_some() || !signal.is_about_partner() || signal.size().get().is_none()
            );
        }
        // What was known in an earlier round is what an earlier look gives.
        let earlier = find_signals::find(&service, id, Some(15), Reader::Facilitator).await.unwrap();
        let known: Vec<_> = facilitator.signals.iter().filter(|signal| signal.round() <= 15).collect();
        assert_eq!(json(&earlier.signals), json(&known), "{name}");
    }
    let coast = service.find_agreement("coast").await.unwrap();
    let found = find_signals::find(&service, coast, None, Reader::Steering).await.unwrap();
    assert!(
        found.signals.iter().any(|s| s.kind() == Kind::Erosion && s.level() == Level::Alert),
        "the sample's slump"
    );
}
