//! Every kind of figure as a named snapshot, in the states that are easy to forget: too few answers, a break, three
//! rounds, no names. With `POLSSLAG_FIGURES=DIR` the pictures are written there, to be looked at.

use polsslag::domain::answer::Answer;
use polsslag::insight::disclosure::frozen::thaw_signal;
use polsslag::insight::disclosure::{Disclosed, Figure, Tenths, guard};
use polsslag::insight::score::SheetAnswers;
use polsslag::plot::dots::{self, Dots, dots};
use polsslag::plot::gap::{self, Gap, gap};
use polsslag::plot::multiples::{Multiples, Panel, multiples};
use polsslag::plot::sparkline::{Course, Sparkline, sparkline};
use polsslag::plot::standing::{self, Standing};
use polsslag::plot::trend::{Mark, MarkKind, Point, Trend, trend};
use polsslag::plot::{Caption, png};
use serde_json::json;

use crate::support::core_pulse;

/// A figure that the guard let through: of ten partners of four people, as many of whom answered the next whole number
/// as there are tenths.
fn shown(tenths: i64) -> Disclosed<Figure> {
    let survey = core_pulse();
    let asked: Vec<String> = survey.core_statements("trust").map(|one| one.id.clone()).collect();
    let sheet = |partner: i64| SheetAnswers {
        partner: format!("P{partner}"),
        role: None,
        answers: asked
            .iter()
            .map(|id| (id.clone(), Answer::Value(tenths / 10 + i64::from(partner < tenths % 10))))
            .collect(),
    };
    let sheets: Vec<SheetAnswers> = (0..40).map(|person| sheet(person % 10)).collect();
    let figures = guard(&survey, &asked, survey.confidentiality, &sheets, None, &[]);
    let figure = figures.find_dimension("trust").unwrap().clone();
    assert_eq!(figure.get().unwrap().mean(), Tenths::from_parts(tenths / 10, tenths % 10));
    figure
}

fn too_few<T>() -> Disclosed<T> {
    Disclosed::too_few()
}

fn figure(tenths: i64) -> Figure {
    shown(tenths).get().unwrap().clone()
}

fn caption(id: &str, title: &str) -> Caption {
    Caption {
        id: id.into(),
        title: title.into(),
        subtitle: "3 november 2026, schaal 1 tot 5".into(),
        description: "Wat er te zien is.".into(),
    }
}

fn check(name: &str, svg: &str) {
    if let Some(folder) = std::env::var_os("POLSSLAG_FIGURES") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), png::render(svg).unwrap())
            .unwrap();
    }
    assert!(svg.contains("role=\"img\"") && svg.contains("<title"), "{name}");
    insta::assert_snapshot!(name, svg);
}

fn trend_of(points: Vec<Disclosed<Figure>>, limits: Option<(f64, f64)>) -> Trend {
    let last =
        points.last().and_then(|point| point.get()).map(|f| f.mean().value().to_string().replace('.', ","));
    Trend {
        caption: caption("trend", "Vertrouwen staat op 3,6 van 5"),
        scale: (1, 5),
        points: points
            .into_iter()
            .enumerate()
            .map(|(i, figure)| Point {
                at_day: 30.0 * i as f64,
                figure,
                tick: if i % 3 == 0 { format!("m {i}\nn=41") } else { String::new() },
                is_break: i == 6,
            })
            .collect(),
        marks: vec![Mark { at_day: 75.0, kind: MarkKind::Adjustment, label: "Samen begroten".into() }],
        end_label: last.unwrap_or_default(),
        too_few: "gearceerd: te weinig antwoorden".into(),
        period_from_day: 300.0,
        period_label: "2026-Q3".into(),
        limits,
        limits_label: "grenzen van het toeval".into(),
    }
}

#[test]
fn a_trend_of_three_rounds_has_points_and_no_limits() {
    check("trend_three_rounds", &trend(&trend_of(vec![shown(36), shown(38), shown(35)], None)).unwrap());
}

#[test]
fn a_long_trend_breaks_hatches_and_has_limits() {
    let mut points: Vec<Disclosed<Figure>> = (0..14).map(|i| shown(36 + i % 4)).collect();
    points[9] = too_few();
    check("trend_long", &trend(&trend_of(points, Some((3.2, 4.3)))).unwrap());
}

#[test]
fn all_dimensions_stand_beside_each_other() {
    let panel = |label: &str, start: i64, gap: Option<usize>| Panel {
        label: label.into(),
        last: "3,6".into(),
        points: (0..10)
            .map(|i| {
                let figure = if gap == Some(i) { too_few() } else { shown(start + (i as i64 * 7) % 5) };
                Point {
                    at_day: 30.0 * i as f64,
                    figure,
                    tick: if i % 3 == 0 { format!("m {i}\nn=41") } else { String::new() },
                    is_break: i == 5 && gap.is_none(),
                }
            })
            .collect(),
    };
    let figure = Multiples {
        caption: caption("multiples", "Hoogst: De inwoner (3,9); laagst: Openheid (3,3)"),
        scale: (1, 5),
        days: 270.0,
        marks: vec![
            Mark { at_day: 100.0, kind: MarkKind::Event, label: "a".into() },
            // So close that its letter steps aside.
            Mark { at_day: 104.0, kind: MarkKind::Adjustment, label: "b".into() },
        ],
        panels: vec![
            panel("Vertrouwen", 34, None),
            panel("Openheid", 31, Some(4)),
            panel("Betrokkenheid", 38, Some(0)),
            panel("De inwoner", 40, None),
        ],
    };
    check("multiples", &multiples(&figure).unwrap());
}

#[test]
fn every_dimension_stands_on_one_scale_beside_the_round_before() {
    let row = |label: &str, figure: Disclosed<Figure>, before| standing::Row {
        label: label.into(),
        number: figure.get().map_or_else(String::new, |_| "3,6".into()),
        figure,
        before,
    };
    let drawn = standing::standing(&Standing {
        caption: caption("standing", "Geen thema is aantoonbaar veranderd"),
        scale: (1, 5),
        rows: vec![
            row("Vertrouwen", shown(36), Some(figure(33))),
            row("Openheid", shown(31), None),
            row("Betrokkenheid", too_few(), None),
        ],
        too_few: "te weinig antwoorden".into(),
    });
    check("standing", &drawn.unwrap());
}

#[test]
fn partners_are_dots_without_names_and_names_where_they_agreed_to_it() {
    let row = |label: &str, names: bool, means: &[i64]| dots::Row {
        label: label.into(),
        mean: Some(figure(36)),
        partners: means
            .iter()
            .enumerate()
            .map(|(i, mean)| (names.then(|| format!("P{i}")), figure(*mean)))
            .collect(),
    };
    let figure = |names| Dots {
        caption: caption("partners", "Partners liggen op Openheid het verst uiteen: 2,6 tot 4,2"),
        scale: (1, 5),
        rows: vec![
            row("Vertrouwen", names, &[31, 36, 36, 36, 41]),
            row("Openheid", names, &[26, 33, 42]),
            row("Betrokkenheid", names, &[]),
        ],
        too_few: "te weinig antwoorden".into(),
    };
    check("dots_without_names", &dots(&figure(false)).unwrap());
    check("dots_with_names", &dots(&figure(true)).unwrap());
}

#[test]
fn roles_stand_side_by_side_or_are_hatched() {
    let row = |label: &str, roles: Disclosed<(Figure, Figure)>| gap::Row {
        label: label.into(),
        roles,
        numbers: ("3,4".into(), "3,9".into()),
    };
    let both = shown(34).beside(&shown(39));
    let figure = Gap {
        caption: caption("roles", "Grootste verschil: Vertrouwen, bestuurders 3,4, uitvoerders 3,9"),
        scale: (1, 5),
        roles: ("Bestuurders".into(), "Uitvoerders".into()),
        rows: vec![row("Vertrouwen", both), row("Openheid", too_few())],
        too_few: "te weinig antwoorden".into(),
    };
    check("gap", &gap(&figure).unwrap());
}

#[test]
fn a_small_line_shows_means_or_a_shift_or_only_that_something_moved() {
    let tenths = |n: i64| Tenths::from_parts(n / 10, n % 10);
    let small = |id: &str, course| {
        let figure = Sparkline { caption: caption(id, "Wat opvalt"), course, rounds: (8, 5) };
        sparkline(&figure).unwrap()
    };
    let means = [38, 37, 38, 39, 38, 34, 33, 32].map(|n| Some(tenths(n)));
    let mut with_gap = means.to_vec();
    with_gap[2] = None;
    check("sparkline_means", &small("a", Course::Means(with_gap)));
    let said = json!({
        "round": 8, "partner": "P1", "is_about_partner": true, "dimension": "trust", "kind": "drop",
        "level": "alert", "since_round": 5, "size": -10, "n_people": 6, "score": 4.5, "certainty": "strong",
        "episode": 1
    });
    let said = thaw_signal(said).unwrap();
    check("sparkline_shift", &small("b", Course::Shift(said.size().clone())));
    check("sparkline_too_few", &small("c", Course::Shift(too_few())));
}
