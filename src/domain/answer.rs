//! What a respondent may send, page by page, and how a form is checked against the survey.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::survey::{EXAMPLE, Statement, Survey};

/// Most characters in an open answer. Source: experience rules A9.
pub const MAX_COMMENT_CHARACTERS: usize = 500;

/// Most statements on one page. Source: experience rules A5 (three to six, one below the other).
pub const MAX_STATEMENTS_PER_PAGE: usize = 6;

/// One answer to one statement. A skipped statement has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// A value on the survey's scale.
    Value(i64),
    /// Somebody looked at it and could not say: outside the scale, in no average.
    CannotJudge,
}

/// The form word for *cannot judge*, also used in answer files.
pub const CANNOT_JUDGE: &str = "CJ";

impl Answer {
    /// Reads a form or file value: `None` for a value outside the scale or any other text.
    pub fn parse(text: &str, survey: &Survey) -> Option<Answer> {
        if text == CANNOT_JUDGE {
            return Some(Answer::CannotJudge);
        }
        let value: i64 = text.parse().ok()?;
        survey.scale.values().contains(&value).then_some(Answer::Value(value))
    }
}

/// Statements in the order in which they are asked, cut into pages of nearly equal length. A page has one scale.
/// Empty: no statements, no pages.
pub fn cut_into_pages<'s>(asked: &[&'s Statement]) -> Vec<Vec<&'s Statement>> {
    asked
        .chunk_by(|a, b| a.scale == b.scale)
        .flat_map(|alike| {
            let n_pages = alike.len().div_ceil(MAX_STATEMENTS_PER_PAGE).max(1);
            let (base, longer) = (alike.len() / n_pages, alike.len() % n_pages);
            let mut rest = alike.iter().copied();
            let page = move |page| rest.by_ref().take(base + usize::from(page < longer)).collect();
            (0..n_pages).map(page).collect::<Vec<Vec<&'s Statement>>>()
        })
        .collect()
}

/// What one page of the form says, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageAnswers {
    /// Every statement of the page with its answer; `None` where it was left open.
    pub answers: Vec<(String, Option<Answer>)>,
    /// Every open field of the page by its name with what was written; `None` where it was left open.
    pub remarks: Vec<(String, Option<String>)>,
    /// Names of examples that nothing asks for any more: their statement's answer is not low.
    pub withdrawn: Vec<String>,
}

impl PageAnswers {
    /// Whether nothing at all was filled in.
    pub fn is_empty(&self) -> bool {
        self.answers.iter().all(|(_, answer)| answer.is_none())
            && self.remarks.iter().all(|(_, text)| text.is_none())
    }
}

/// One thing wrong with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormProblem {
    /// A field that this page does not have: a made-up or outdated form.
    UnknownField(String),
    /// A value that the scale does not have.
    ValueOutsideScale(String),
    /// The same field twice.
    RepeatedField(String),
    /// An open answer that is too long.
    RemarkTooLong {
        /// Its field.
        field: String,
        /// Its characters.
        length: usize,
    },
}

/// Form field that says which survey version, page and revision the form was made for.
pub const FORM_FIELD: &str = "form";

/// The open fields under a page: those of its open questions, then one for an example under each of its statements,
/// where the survey asks for examples.
pub fn open_fields(survey: &Survey, page: &[&Statement], questions: &[&str]) -> Vec<String> {
    let examples =
        survey.example.iter().flat_map(|_| page.iter().map(|statement| example_field(&statement.id)));
    questions.iter().map(|name| (*name).to_owned()).chain(examples).collect()
}

/// The form field of an example under a statement.
pub fn example_field(statement: &str) -> String {
    format!("{EXAMPLE}{statement}")
}

/// Checks the fields of a page. `page` are its statements; `questions` the names of its open questions. An example
/// counts under a low answer only.
///
/// Errors: every problem at once; nothing of such a form may be stored.
pub fn check_page(
    survey: &Survey,
    page: &[&Statement],
    questions: &[&str],
    fields: &[(String, String)],
) -> Result<PageAnswers, Vec<FormProblem>> {
    let mut problems = Vec::new();
    let mut given: BTreeMap<&str, Answer> = BTreeMap::new();
    let open = open_fields(survey, page, questions);
    let mut written: BTreeMap<&str, String> = BTreeMap::new();
    for (name, value) in fields.iter().filter(|(name, _)| name != FORM_FIELD) {
        if open.contains(name) {
            let text = value.replace("\r\n", "\n").trim().to_owned();
            let length = text.chars().count();
            if length > MAX_COMMENT_CHARACTERS {
                problems.push(FormProblem::RemarkTooLong { field: name.clone(), length });
            } else if written.insert(name, text).is_some() {
                problems.push(FormProblem::RepeatedField(name.clone()));
            }
            continue;
        }
        let Some(statement) = page.iter().find(|statement| statement.id == *name) else {
            problems.push(FormProblem::UnknownField(name.clone()));
            continue;
        };
        match Answer::parse(value, survey) {
            None => problems.push(FormProblem::ValueOutsideScale(name.clone())),
            Some(answer) => {
                if given.insert(&statement.id, answer).is_some() {
                    problems.push(FormProblem::RepeatedField(name.clone()));
                }
            }
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let answers = page.iter().map(|s| (s.id.clone(), given.get(s.id.as_str()).copied())).collect();
    // An example without a low answer above it: it was written before the answer changed.
    let is_void = |name: &String| {
        let of = name.strip_prefix(EXAMPLE).and_then(|id| page.iter().find(|statement| statement.id == id));
        of.is_some_and(|statement| match given.get(statement.id.as_str()) {
            Some(Answer::Value(value)) => !survey.is_low(statement, *value),
            Some(Answer::CannotJudge) => true,
            None => false,
        })
    };
    let (withdrawn, open): (Vec<String>, Vec<String>) = open.iter().cloned().partition(is_void);
    let text = |name: &String| written.get(name.as_str()).filter(|text| !text.is_empty()).cloned();
    let remarks = open.into_iter().map(|name| (name.clone(), text(&name))).collect();
    Ok(PageAnswers { answers, remarks, withdrawn })
}

#[cfg(test)]
mod tests {
    use super::super::survey::{
        Block, COMMENT,
        tests::{statement, survey},
    };
    use super::super::turn::Turn;
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    fn check(pairs: &[(&str, &str)]) -> Result<PageAnswers, Vec<FormProblem>> {
        let mut survey =
            survey(vec![statement("A", "trust", Block::Core), statement("B", "trust", Block::Core)]);
        survey.example = Some(crate::domain::language::Text::new("Een voorbeeld?", "An example?"));
        let page = survey.statements_in(Turn::short(1));
        check_page(&survey, &page, &[COMMENT], &fields(pairs))
    }

    #[test]
    fn a_page_takes_values_cannot_judge_and_gaps() {
        let page = check(&[("A", "5"), ("form", "x"), ("comment", " goed \r\n zo ")]).expect("a good form");
        assert_eq!(page.answers, [("A".into(), Some(Answer::Value(5))), ("B".into(), None)]);
        assert_eq!(page.remarks[0], (COMMENT.into(), Some("goed \n zo".into())));
        assert_eq!(check(&[("A", "CJ")]).expect("good").answers[0].1, Some(Answer::CannotJudge));
        assert!(check(&[]).expect("good").is_empty());
    }

    #[test]
    fn every_problem_is_named_at_once() {
        let long = "é".repeat(501);
        let problems =
            check(&[("A", "6"), ("Z", "1"), ("B", "1"), ("B", "2"), ("comment", &long)]).expect_err("bad");
        assert_eq!(
            problems,
            [
                FormProblem::ValueOutsideScale("A".into()),
                FormProblem::UnknownField("Z".into()),
                FormProblem::RepeatedField("B".into()),
                FormProblem::RemarkTooLong { field: "comment".into(), length: 501 },
            ]
        );
    }

    #[test]
    fn an_example_counts_under_a_low_answer_only() {
        let of = |answer: &str| {
            let page = check(&[("A", answer), ("example:A", "zo"), ("B", "4")]).expect("a good form");
            (page.remarks, page.withdrawn)
        };
        let remarks =
            |text: Option<&str>| vec![(COMMENT.into(), None), ("example:A".into(), text.map(String::from))];
        for low in ["1", "2"] {
            assert_eq!(of(low), (remarks(Some("zo")), vec!["example:B".into()]), "{low}");
        }
        for other in ["3", "5", "CJ"] {
            let (remarks, withdrawn) = of(other);
            assert_eq!(remarks, [(COMMENT.into(), None)], "{other}");
            assert_eq!(withdrawn, ["example:A", "example:B"], "{other}");
        }
        let only = check(&[("example:B", "zo")]).expect("a good form");
        assert!(!only.is_empty(), "an example without an answer is not lost");
    }

    #[test]
    fn pages_are_even_and_never_longer_than_six() {
        let n_per_page = |n: usize| -> Vec<usize> {
            let survey = survey((0..n).map(|i| statement(&format!("S{i}"), "trust", Block::Core)).collect());
            cut_into_pages(&survey.statements_in(Turn::short(1))).iter().map(Vec::len).collect()
        };
        assert_eq!(n_per_page(14), [5, 5, 4]);
        assert_eq!(n_per_page(6), [6]);
        assert_eq!(n_per_page(8), [4, 4]);
        assert_eq!(n_per_page(16), [6, 5, 5]);
    }

    #[test]
    fn a_page_never_mixes_scales() {
        let mut survey = survey((0..9).map(|i| statement(&format!("S{i}"), "trust", Block::Core)).collect());
        survey.scales.insert("how_many".into(), survey.scale.clone());
        for statement in &mut survey.statements[..2] {
            statement.scale = Some("how_many".into());
        }
        let asked = survey.statements_in(Turn::short(1));
        let pages = cut_into_pages(&asked);
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [2, 4, 3]);
        assert!(pages.iter().all(|page| page.iter().all(|s| s.scale == page[0].scale)));
    }
}
