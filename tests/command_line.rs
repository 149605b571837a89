//! The program as a person types it: exit codes, sentences, JSON, and nothing half-done.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        std::fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_polsslag"))
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    /// Runs and expects an exit code; gives both outputs together.
    fn check(&self, arguments: &[&str], code: i32) -> String {
        let output = self.run(arguments);
        let text =
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
        text
    }
}

fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("surveys").join(name).display().to_string()
}

#[test]
fn the_shipped_files_are_good_and_a_broken_one_is_told_with_its_place() {
    let desk = Desk::new();
    let told = desk.check(&["check", &sample("")], 0);
    assert!(told.contains("3 files can be used"), "{told}");
    assert!(!told.contains("core-pulse.toml"), "nothing to advise on the shipped survey: {told}");
    let text = std::fs::read_to_string(sample("core-pulse.toml")).unwrap();
    desk.write("broken.toml", &text.replace("threshold = 5", "threshold = 2").replace("mode =", "mood ="));
    let told = desk.check(&["check", "broken.toml"], 1);
    let line_of = |start: &str| 1 + text.lines().position(|line| line.starts_with(start)).unwrap();
    let threshold = format!("broken.toml:{}:13: threshold 2 is outside 3 to 10", line_of("threshold"));
    assert!(told.contains(&threshold), "{told}");
    let mode = format!("broken.toml:{}:1: unknown key \"mood\" (did you mean \"mode\"?)", line_of("mode"));
    assert!(told.contains(&mode), "{told}");
    let json = desk.run(&["check", "broken.toml", "--format", "json"]);
    let problems: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    let errors = problems.as_array().unwrap().iter().filter(|problem| problem["severity"] == "error");
    assert_eq!(errors.count(), 3, "{problems}");
}

#[test]
fn a_survey_with_another_scale_says_which_lines_go_on() {
    let desk = Desk::new();
    let text = std::fs::read_to_string(sample("core-pulse.toml")).unwrap();
    let named = text.replacen("id = \"GOA-2\"", "id = \"GOA-2\"\nscale = \"how_many\"", 1);
    desk.write("new.toml", &named);
    let same = desk.check(&["survey", "compare", "core-pulse", "core-pulse"], 0);
    assert!(same.contains("trust: its line goes on") && same.contains("signals go on"), "{same}");
    let other = desk.check(&["survey", "compare", "core-pulse", "new.toml"], 0);
    assert!(other.contains("goal: its line breaks off and begins anew"), "{other}");
    assert!(other.contains("GOA-2: asked in other words or on another scale"), "{other}");

    desk.write("wrong.toml", &named.replace("scale = \"how_many\"", "scale = \"how_much\""));
    let told = desk.check(&["check", "wrong.toml"], 1);
    assert!(told.contains("scale \"how_much\" does not exist: expected one of agree, how_many"), "{told}");
    desk.write(
        "ranges.toml",
        &named.replacen("[scales.how_many]\nmin = 1\nmax = 5", "[scales.how_many]\nmin = 1\nmax = 6", 1),
    );
    let told = desk.check(&["check", "ranges.toml"], 1);
    assert!(told.contains("scale \"how_many\" has other values than the first"), "{told}");
}

#[test]
fn a_script_for_thinking_aloud_is_a_page_and_a_pdf_with_every_statement() {
    let desk = Desk::new();
    desk.check(&["survey", "think-aloud", "core-pulse", "--out", "talks", "--lang", "en"], 0);
    let page = std::fs::read_to_string(desk.path("talks/think-aloud.html")).unwrap();
    let pdf = pdf_extract::extract_text(desk.path("talks/think-aloud.pdf")).unwrap();
    for form in [&page, &pdf] {
        for words in ["Thinking aloud", "LEA-2", "TRU-8", "At each statement you ask", "Cannot judge"] {
            assert!(form.contains(words), "{words}");
        }
        assert!(!form.contains("? ?"), "a letter that the typeface lacks: {form}");
    }
}

#[test]
fn a_schedule_is_one_json_value_with_the_keys_that_others_rely_on() {
    let desk = Desk::new();
    let output = desk.run(&[
        "schedule",
        &sample("core-pulse.toml"),
        "--next",
        "2",
        "--from",
        "2026-03-20T00:00:00Z",
        "--format",
        "json",
    ]);
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = serde_json::json!([
        { "local": "2026-04-07T09:30:00+02:00", "utc": "2026-04-07T07:30:00Z", "closes_utc": "2026-04-21T21:59:59Z",
          "reminders_utc": ["2026-04-10T07:30:00Z", "2026-04-16T07:30:00Z"] },
        { "local": "2026-05-05T09:30:00+02:00", "utc": "2026-05-05T07:30:00Z", "closes_utc": "2026-05-21T21:59:59Z",
          "reminders_utc": ["2026-05-08T07:30:00Z", "2026-05-18T07:30:00Z"] },
    ]);
    assert_eq!(value, expected);
}

#[test]
fn importing_an_agreement_twice_changes_nothing_the_second_time_and_a_dry_run_never() {
    let desk = Desk::new();
    let city = sample("samples/city.toml");
    assert!(desk.check(&["agreement", "import", &city, "--dry-run"], 0).contains("would add partner P01"));
    assert_eq!(desk.check(&["agreement", "list"], 0), "");
    assert!(desk.check(&["agreement", "import", &city], 0).contains("put survey version 1 in force"));
    let again = desk.check(&["agreement", "import", &city], 0);
    assert_eq!(again, "nothing changed: agreement city is as the file has it\n");
    // A partner that the file forgets stays, and that is said.
    let text = std::fs::read_to_string(&city).unwrap();
    let without = text
        .replace("id = \"P15\"\nname = \"Gehandicaptenzorg Horizon\"", "id = \"P16\"\nname = \"Nieuw\"")
        .replace("\"P15\"", "\"P16\"");
    std::fs::copy(sample("core-pulse.toml"), desk.path("core-pulse.toml")).unwrap();
    desk.write("city.toml", &without);
    let told = desk.check(&["agreement", "import", "city.toml"], 0);
    assert!(told.contains("keep partner P15, which the file no longer has: give it left_on"), "{told}");
    assert!(told.contains("add partner P16"), "{told}");
    // A changed wording is a new version of the survey.
    let survey = std::fs::read_to_string(sample("core-pulse.toml")).unwrap();
    desk.write(
        "core-pulse.toml",
        &survey.replace(
            "Hoeveel van de andere partners doen wat zij beloven?",
            "Hoeveel partners doen wat ze zeggen?",
        ),
    );
    assert!(desk.check(&["agreement", "import", "city.toml"], 0).contains("put survey version 2 in force"));
    // The survey that came with the program does not take the place of another edition of itself by the way.
    desk.write("core-pulse.toml", &survey);
    let told = desk.check(&["agreement", "import", "city.toml"], 0);
    assert!(told.contains("\"polsslag survey move city\" brings it to this one"), "{told}");
    let told = desk.check(&["survey", "move", "city"], 0);
    assert!(told.contains("asked in other words or on another scale"), "{told}");
    // A wording that was asked before is the same version again.
    let told = desk.check(&["agreement", "import", "city.toml"], 0);
    assert!(told.ends_with("nothing changed: agreement city is as the file has it\n"), "{told}");
}

const SURVEY: &str = r#"
id = "small"
title = { nl = "Klein", en = "Small" }
intro = { nl = "Denk na.", en = "Think." }
[scale]
min = 1
max = 4
labels = { nl = ["a", "b", "c", "d"], en = ["a", "b", "c", "d"] }
cannot_judge = { nl = "Weet niet", en = "Cannot judge" }
[[dimension]]
id = "calm"
name = { nl = "Rust", en = "Calm" }
[[statement]]
id = "calm.1"
dimension = "calm"
text = { nl = "Ik ben rustig.", en = "I am calm." }
[[statement]]
id = "tense.1"
dimension = "calm"
text = { nl = "=Ik ben gespannen.", en = "I am tense." }
reversed = true
"#;

const AGREEMENT: &str = "id = \"small\"\ntitle.nl = \"Klein\"\npurpose.nl = \"Klein\"\ntime_zone = \"Europe/Amsterdam\"\nsurvey = \"small\"\n\
    [[partner]]\nid = \"A\"\nname = \"A\"\nkind = \"other\"\njoined_on = 2020-01-01\n";

/// Two rounds of partners A to D with three people each, in the second round one answer lower.
fn answers() -> String {
    let mut text = "round,date,partner,respondent,role,item,value\n".to_owned();
    for (round, date, calm) in [(1, "2024-01-15", 3), (2, "2024-02-15", 2)] {
        for partner in ["A", "B", "C", "D"] {
            for person in 1..=3 {
                let who = format!("{round},{date},{partner},{partner}{person},");
                text +=
                    &format!("{who},calm.1,{calm}\n{who},tense.1,{}\n", if person == 1 { "CJ" } else { "2" });
            }
        }
    }
    text
}

#[test]
fn earlier_measurements_come_along_all_or_nothing_and_make_a_report() {
    let desk = Desk::new();
    desk.write("small.toml", SURVEY);
    desk.write("agreement.toml", AGREEMENT);
    desk.write("answers.csv", &answers());
    desk.check(&["agreement", "import", "agreement.toml"], 0);
    let import = ["import", "answers", "answers.csv", "--agreement", "small", "--survey", "small.toml"];
    let told = desk.check(&import, 1);
    assert!(
        told.contains("3 partners of the file are not in agreement \"small\", such as B, C, D"),
        "{told}"
    );
    desk.write("bad.csv", &(answers() + "2,2024-02-15,A,A9,,calm.1,7\n2,2024-02-15,A,A9,boss,calm.1,1\n"));
    let mut bad = import;
    bad[2] = "bad.csv";
    let told = desk.check(&[&bad[..], &["--add-partners"]].concat(), 1);
    assert!(told.contains("bad.csv:50:1: value is \"7\": expected a whole number from 1 to 4"), "{told}");
    assert!(told.contains("bad.csv:51:1: role is \"boss\""), "{told}");
    assert_eq!(desk.check(&["round", "list", "small"], 0), "");
    let told = desk.check(&[&import[..], &["--add-partners"]].concat(), 0);
    assert_eq!(told, "imported 2 rounds, 24 sheets, 48 answers; added 3 partners\n");
    assert!(desk.check(&import, 1).contains("nothing was imported"));

    desk.check(&["report", "--agreement", "small", "--period", "2024-Q1", "--lang", "en", "--out", "out"], 0);
    let csv = std::fs::read_to_string(desk.path("out/data.csv")).unwrap();
    // Round 1: person 1 scores 3, the others (3 + (5 − 2)) / 2 = 3. Round 2: person 1 scores 2, the others 2.5; the
    // partner's mean is 2.33. All partners are alike, and the interval is as wide as if they were not.
    assert!(csv.contains("small,2024-Q1,1,2024-01-15,dimension,calm,Rust,3.0,,2.8,3.2,12,4,"), "{csv}");
    assert!(csv.contains("small,2024-Q1,2,2024-02-15,dimension,calm,Rust,2.3,,2.1,2.5,12,4,"), "{csv}");
    // Statements have no figure of four partners, and nothing says how many answered one.
    assert!(csv.contains("statement,tense.1,'=Ik ben gespannen.,too few,,,,,,"), "{csv}");
    assert!(csv.contains(",spread,calm,Rust,,,,,,,too few"), "{csv}");
    let page = std::fs::read_to_string(desk.path("out/report.html")).unwrap();
    assert!(
        page.contains("Calm stands at 2.3 of 4") && page.contains("12 people answered, from 4 partners.")
    );
    for figure in ["trend-calm", "spread", "response"] {
        assert!(desk.path(&format!("out/figures/{figure}.svg")).exists());
        assert!(
            std::fs::read(desk.path(&format!("out/figures/{figure}.png"))).unwrap().starts_with(b"\x89PNG")
        );
    }
}

#[test]
fn a_backup_comes_back_with_sending_paused_and_only_with_its_key() {
    let desk = Desk::new();
    desk.check(&["agreement", "import", &sample("samples/coast.toml"), "--data", "one"], 0);
    desk.check(&["backup", "copy.db", "--data", "one"], 0);
    assert!(desk.check(&["backup", "copy.db", "--data", "one"], 1).contains("exists already"));
    let told = desk.check(&["restore", "copy.db", "--data", "two"], 1);
    assert!(told.contains("could not read the key file"), "{told}");
    std::fs::create_dir_all(desk.path("two")).unwrap();
    desk.write("two/polsslag.key", &"ab".repeat(32));
    assert!(
        desk.check(&["restore", "copy.db", "--data", "two"], 1).contains("does not belong to this backup")
    );
    std::fs::copy(desk.path("one/polsslag.key"), desk.path("two/polsslag.key")).unwrap();
    desk.check(&["restore", "copy.db", "--data", "two"], 0);
    assert!(desk.check(&["status", "--data", "two"], 0).contains("sending is PAUSED"));
    desk.check(&["outbox", "resume", "--data", "two"], 0);
    assert!(!desk.check(&["status", "--data", "two"], 0).contains("PAUSED"));
    assert_eq!(desk.check(&["agreement", "list", "--data", "two"], 0), "coast\n");
    assert!(desk.check(&["restore", "copy.db", "--data", "two"], 1).contains("exists already"));
}

#[test]
#[cfg(unix)]
fn the_key_file_is_its_owners_only_and_a_database_without_it_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    assert!(desk.check(&["status"], 1).contains("there is no database"));
    desk.check(&["agreement", "import", &sample("samples/coast.toml")], 0);
    let key = desk.path("polsslag-data/polsslag.key");
    for file in [&key, &desk.path("polsslag-data/polsslag.db")] {
        assert_eq!(std::fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    std::fs::remove_file(&key).unwrap();
    assert!(desk.check(&["status"], 1).contains("put the key file of this database there"));
}

#[test]
fn mistakes_are_the_callers_and_say_what_to_do() {
    let desk = Desk::new();
    assert!(desk.check(&["check", "nowhere.toml"], 1).contains("could not read nowhere.toml"));
    assert!(
        desk.check(&["report", "--agreement", "x", "--period", "2026-Q5"], 1).contains("is not a period")
    );
    desk.check(&["agreement", "import", &sample("samples/coast.toml")], 0);
    assert!(
        desk.check(&["report", "--agreement", "x", "--period", "2026-Q1"], 1)
            .contains("there is no agreement \"x\"")
    );
    desk.check(&["nonsense"], 1);
    desk.check(&["--help"], 0);
    desk.write("polsslag.toml", "data_dir = \"d\"\nlisten = \"nowhere\"\n");
    let told = desk.check(&["status"], 1);
    assert!(told.contains("polsslag.toml:2:10: \"nowhere\": expected an address"), "{told}");
    assert!(told.contains("missing \"mail\""), "{told}");
}
