//! Files that a person writes, turned into domain types, or every problem in them at once with its place.
//!
//! Deliberately not here: what the values mean (`domain`) and where files lie (`cli`, `app`).
//! Next: [`reader`] walks one TOML file; [`survey_file`], [`agreement_file`], [`outcome_file`] and
//! [`answers_file`] know one format each.

mod advice;
pub mod agreement_file;
pub mod agreement_writer;
pub mod answers_file;
pub mod outcome_file;
pub mod people_file;
pub mod reader;
pub mod survey_file;

pub use reader::{Problem, Severity};

/// The survey that is compiled in, so that the program works from an empty folder.
pub const CORE_PULSE: &str = include_str!("../../surveys/core-pulse.toml");

/// Whether a TOML file describes an agreement; otherwise it is read as a survey.
pub fn is_agreement(text: &str) -> bool {
    let (table, _) = toml::de::DeTable::parse_recoverable(text);
    let table = table.get_ref();
    table.contains_key("partner") || table.contains_key("article") || table.contains_key("survey")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::survey::{Block, Survey};
    use crate::domain::turn::{Quarter, Turn};

    fn core_pulse() -> Survey {
        let (survey, problems) = survey_file::parse("core-pulse.toml", CORE_PULSE);
        assert!(problems.iter().all(|problem| problem.severity == Severity::Warning), "{problems:?}");
        survey.expect("the compiled-in survey is good")
    }

    fn line_of(start: &str) -> usize {
        1 + CORE_PULSE.lines().position(|line| line.starts_with(start)).expect("a line of the shipped survey")
    }

    /// Expects these problems and no others, but for the advice that the core pulse itself gets.
    fn check(text: &str, expected: &[&str]) {
        let message = |problem: &Problem| problem.message.say(crate::domain::language::Language::En);
        let usual: Vec<String> =
            survey_file::parse("core-pulse.toml", CORE_PULSE).1.iter().map(message).collect();
        let problems: Vec<String> = if is_agreement(text) {
            agreement_file::parse("f", text, &|id| (id == "core-pulse").then(core_pulse)).1
        } else {
            survey_file::parse("f", text).1
        }
        .iter()
        .filter(|problem| !usual.contains(&message(problem)))
        .map(ToString::to_string)
        .collect();
        for part in expected {
            assert!(problems.iter().any(|problem| problem.contains(part)), "{part} not in {problems:#?}");
        }
        assert_eq!(problems.len(), expected.len(), "{problems:#?}");
    }

    #[test]
    fn the_core_pulse_asks_six_statements_a_month_and_more_each_quarter_without_anything_to_advise() {
        let (_, problems) = survey_file::parse("core-pulse.toml", CORE_PULSE);
        assert!(problems.is_empty(), "{problems:?}");
        let survey = core_pulse();
        assert_eq!(survey.statements_in(Turn::short(1)).len(), 6);
        let full = |number, count| Turn { number, full: Some(Quarter::from_count(count)) };
        let n_asked: Vec<usize> =
            (1..=5).map(|q| survey.statements_in(full(3 * q, 8000 + q)).len()).collect();
        // The first quarter has no results to have used; the last of a year asks what matters.
        assert_eq!(n_asked, [14, 15, 22, 15, 15]);
    }

    #[test]
    fn no_statement_in_turn_is_asked_before_one_of_the_core_in_two_years() {
        let survey = core_pulse();
        for number in 1..=24 {
            let full = (number % 3 == 0).then(|| Quarter::from_count(8000 + number / 3));
            let asked = survey.statements_in(Turn { number, full });
            let places: Vec<bool> = asked.iter().map(|s| matches!(s.block, Block::Core)).collect();
            assert!(places.is_sorted_by(|a, b| a >= b), "round {number}: {places:?}");
            let monthly: Vec<&str> = asked.iter().take(6).map(|s| s.id.as_str()).collect();
            assert_eq!(monthly, ["TRU-8", "COM-2", "TRU-7", "COM-8", "TRA-1", "TRA-2"], "round {number}");
        }
    }

    #[test]
    fn both_sample_agreements_are_good() {
        for (text, n_partners) in [
            (include_str!("../../surveys/samples/city.toml"), 15),
            (include_str!("../../surveys/samples/coast.toml"), 10),
        ] {
            let (agreement, problems) = agreement_file::parse("f", text, &|_| Some(core_pulse()));
            assert!(problems.iter().all(|problem| problem.severity == Severity::Warning), "{problems:?}");
            assert_eq!(agreement.expect("good").partners.len(), n_partners);
        }
    }

    #[test]
    fn every_problem_of_a_survey_is_told_at_once_with_its_place() {
        let text = CORE_PULSE
            .replacen("threshold = 5", "threshold = 2", 1)
            .replacen("block = \"a\"", "blok = \"a\"", 1)
            .replacen("id = \"TRU-7\"", "id = \"TRU-8\"", 1)
            .replacen(", en = \"Transparency\"", "", 1)
            .replacen("cron = \"30 9 1-7 * TUE\"", "cron = \"30 9 * * 2\"", 1)
            .replacen("[3, 7]", "[3, 12]", 1)
            .replacen("Europe/Amsterdam", "Europe/Amsterdm", 1);
        check(
            &text,
            &[
                &format!("f:{}:13: threshold 2 is outside 3 to 10", line_of("threshold")),
                "unknown key \"blok\" (did you mean \"block\"?)",
                "statement \"TRU-8\" is there twice",
                "missing \"en\": expected the English translation of \"name\"",
                "weekday \"2\" is a number",
                "reminder after 12 working days comes after closing",
                "unknown time zone \"Europe/Amsterdm\"",
            ],
        );
    }

    #[test]
    fn overlapping_windows_are_impossible_and_hasty_ones_are_warned_of() {
        let weekly = CORE_PULSE.replacen("30 9 1-7 * TUE", "30 9 * * TUE", 1);
        check(&weekly, &["impossible window", "answers a person a year"]);
        let hasty = weekly
            .replacen("open_working_days = 10", "open_working_days = 2", 1)
            .replacen("[3, 7]", "[1]", 1);
        check(
            &hasty,
            &["warning: rounds follow each other", "warning: a window under 10", "answers a person a year"],
        );
    }

    #[test]
    fn a_broken_file_still_gives_its_other_problems() {
        check(
            "id = \"x\nbogus = 1\n",
            &[
                "invalid basic string",
                "f:1:1: missing \"title\"",
                "missing \"intro\"",
                "missing \"scale\"",
                "missing [[dimension]]",
                "missing [[statement]]",
                "unknown key \"bogus\"",
            ],
        );
    }

    #[test]
    fn an_adjustment_that_expects_something_of_a_theme_without_a_line_is_advised_against() {
        let text = include_str!("../../surveys/samples/coast.toml");
        let mut survey = core_pulse();
        let told = |survey: &Survey| -> Vec<String> {
            let (_, problems) = agreement_file::parse("f", text, &|_| Some(survey.clone()));
            problems.iter().map(ToString::to_string).filter(|told| told.contains("has no line")).collect()
        };
        assert_eq!(told(&survey), [""; 0]);
        let agreement = agreement_file::parse("f", text, &|_| Some(core_pulse())).0.expect("good");
        let expected = &agreement.adjustments[0].expected_dimension;
        survey.statements.retain(|one| one.dimension != *expected || one.block != Block::Core);
        assert_eq!(told(&survey).len(), 1, "{expected}");
    }

    #[test]
    fn the_problems_of_an_agreement_name_who_and_what() {
        let text = r#"
id = "x"
title.nl = "X"
purpose.nl = "X"
time_zone = "Europe/Amsterdam"
survey = "core-pulse"
confidentiality.mode = "attributed"
[[partner]]
id = "P"
name = "P"
kind = "provider"
joined_on = 2026-01-01
left_on = 2025-01-01
[[partner]]
id = "Q"
name = "Q"
kind = "hospital"
joined_on = 2026-01-01
[[partner]]
id = "R"
name = "R"
kind = "other"
joined_on = 2026-01-01
[[person]]
name = "A"
mail = "a@x.example"
seat = "1"
role = "executive"
[[person]]
name = "B"
mail = "A@x.example"
partner = "Z"
seat = "2"
role = "executive"
[[adjustment]]
on = 2026-01-01
title.nl = "t"
article = "none"
old.nl = "o"
new.nl = "n"
why.nl = "w"
expected_dimension = "trusst"
expected_direction = "up"
review_on = 2026-01-01
owner = "o"
"#;
        check(
            text,
            &[
                "left_on 2025-01-01 is before joined_on",
                "\"kind\" is \"hospital\"",
                "a person without partner",
                "mail address \"a@x.example\" is there twice",
                "partner \"Z\" does not exist",
                "article \"none\" does not exist",
                "dimension \"trusst\" does not exist",
                "review_on 2026-01-01 is not after",
                "\"R\" has no consent_attributed_on",
            ],
        );
    }
}
