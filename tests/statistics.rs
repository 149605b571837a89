//! The statistics against established packages: the numbers in `tests/statistics/reference.json` were computed in R from
//! the same answers, by the functions that stand beside them.

use std::path::{Path, PathBuf};
use std::process::Command;

use polsslag::insight::reliability::{alpha, omega};
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/statistics")
}

fn analyse(format: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_polsslag"))
        .arg("analyse")
        .arg(folder().join("answers.csv"))
        .args(["--survey", folder().join("survey.toml").to_str().unwrap()])
        .args(["--roster", folder().join("roster.csv").to_str().unwrap()])
        .args(["--format", format])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The value at a path: a JSON pointer, or list, first round, dimension and key.
fn find<'a>(analysis: &'a Value, path: &Value) -> &'a Value {
    if let Some(pointer) = path.as_str() {
        return analysis.pointer(pointer).unwrap_or(&Value::Null);
    }
    let [list, from, dimension, key] = &path.as_array().unwrap()[..] else { panic!("{path}") };
    let rows = analysis[list.as_str().unwrap()].as_array().unwrap();
    let is_it =
        |row: &&Value| row["dimension"] == *dimension && (from.as_u64() == Some(0) || row["from"] == *from);
    &rows.iter().find(is_it).unwrap()[key.as_str().unwrap()]
}

#[test]
fn every_figure_of_the_analysis_is_what_r_gives() {
    let analysis: Value = serde_json::from_str(&analyse("json")).unwrap();
    let reference: Value =
        serde_json::from_str(&std::fs::read_to_string(folder().join("reference.json")).unwrap()).unwrap();
    let mut n = 0;
    let mut check = |path: &Value, found: &Value, expected: &Value, by: &Value| {
        let (Some(found), Some(expected)) = (found.as_f64(), expected.as_f64()) else {
            panic!("{path}: {found} instead of {expected} ({by})");
        };
        let error = (found - expected).abs() / expected.abs().max(1e-3);
        assert!(error < 1e-8, "{path}: {found} instead of {expected} ({by})");
        n += 1;
    };
    for number in reference["numbers"].as_array().unwrap() {
        let (path, expected, by) = (&number[0], &number[1], &number[2]);
        let found = find(&analysis, path);
        match (found.as_array(), expected.as_array()) {
            (Some(found), Some(expected)) => {
                found.iter().zip(expected).for_each(|(found, expected)| check(path, found, expected, by));
            }
            _ => check(path, found, expected, by),
        }
    }
    assert!(n > 800, "{n} numbers compared");
}

#[test]
fn alpha_and_omega_are_those_of_psych_and_factanal() {
    let text = std::fs::read_to_string(folder().join("reliability.csv")).unwrap();
    let rows: Vec<Vec<f64>> =
        text.lines().map(|line| line.split(',').map(|n| n.trim().parse().unwrap()).collect()).collect();
    // R 4.2.2: psych::alpha and alpha.ci 2.2.9; factanal with one factor, loadings back on the scale of the answers.
    let found = alpha(&rows).unwrap();
    assert!((found.raw - 0.776_088_818_204_062).abs() < 1e-12);
    assert!((found.standardised - 0.774_720_245_510_98).abs() < 1e-9, "{found:?}");
    assert!((found.feldt95.0 - 0.675_891_4).abs() < 1e-6 && (found.feldt95.1 - 0.852_384_1).abs() < 1e-6);
    let omega = omega(&rows).unwrap();
    assert!((omega.total - 0.789_554_953_8).abs() < 1e-5 * 0.79, "{omega:?}");
    assert!(!omega.is_heywood);
}

#[test]
fn the_text_reads_like_a_methods_appendix() {
    let text = analyse("text");
    for part in [
        "9 rounds, 8 partners",
        "Reversed statements were turned",
        "Wilson 95 % interval",
        "process 95 %",
        "Mann-Kendall with ties",
        "van der Eijk's agreement",
        "Signals",
    ] {
        assert!(text.contains(part), "{part} not in\n{text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 160));
}

#[test]
fn a_survey_of_ids_only_is_enough_and_a_wrong_file_is_told_by_line() {
    let dir = tempfile::tempdir().unwrap();
    let survey = dir.path().join("s.toml");
    std::fs::write(
        &survey,
        "id = \"s\"\n[scale]\nmin = 0\nmax = 10\n[[dimension]]\nid = \"d\"\n[[statement]]\nid = \"A\"\ndimension = \"d\"\n",
    )
    .unwrap();
    let answers = dir.path().join("a.csv");
    let run = |rows: &str| {
        std::fs::write(&answers, format!("round,date,partner,respondent,role,item,value\n{rows}")).unwrap();
        Command::new(env!("CARGO_BIN_EXE_polsslag"))
            .args([
                "analyse",
                answers.to_str().unwrap(),
                "--survey",
                survey.to_str().unwrap(),
                "--format",
                "json",
            ])
            .output()
            .unwrap()
    };
    let good = run("1,2026-01-05,P,x,,A,10\n1,2026-01-05,P,y,,A,CJ\n1,2026-01-05,Q,z,,A,\n");
    // z left everything empty and did not answer.
    let value: Value = serde_json::from_slice(&good.stdout).unwrap();
    assert_eq!(value["rounds"][0]["agreement"]["d"]["mean"], 10.0);
    assert_eq!(value["rounds"][0]["items"]["A"]["n_cannot_judge"], 1);
    assert_eq!(value["rounds"][0]["items"]["A"]["n_skipped"], 0);
    assert_eq!(value["rounds"][0]["response"]["n_answered"], 2);
    assert_eq!(value["rounds"][0]["response"]["n_invited"], Value::Null);
    assert_eq!(value["signals"].as_array().unwrap().len(), 0);
    let bad = run("1,2026-01-05,P,x,,A,11\n");
    assert_eq!(bad.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&bad.stderr).contains("a.csv:2:"), "{bad:?}");
}
