//! From one person's answers to scores: reversed statements, missing answers.

use std::collections::BTreeMap;

use crate::domain::answer::Answer;
use crate::domain::role::Role;
use crate::domain::scale::Scale;
use crate::domain::survey::{Statement, Survey};

/// One sheet as the statistics see it: whose organisation, and what was answered. Nobody's name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetAnswers {
    /// The respondent's partner.
    pub partner: String,
    /// The respondent's role; `None` when nobody knows.
    pub role: Option<Role>,
    /// Answers by statement id; a skipped statement is absent.
    pub answers: BTreeMap<String, Answer>,
}

/// A raw value turned so that high means good: `min + max − x` for reversed statements.
/// Source: statistics specification §1.
pub fn orient(value: i64, statement: &Statement, scale: &Scale) -> i64 {
    if statement.reversed { scale.min + scale.max - value } else { value }
}

/// One person's score on one statement. *Cannot judge* and a skip are both missing: `None`.
pub fn statement_score(sheet: &SheetAnswers, statement: &Statement, scale: &Scale) -> Option<f64> {
    match sheet.answers.get(&statement.id)? {
        Answer::Value(value) => Some(orient(*value, statement, scale) as f64),
        Answer::CannotJudge => None,
    }
}

/// One person's score on a dimension: the mean of the valid core statements, if at least half of them
/// (rounded up) are valid; otherwise `None`.
///
/// Units: points of the survey's scale. Empty: a dimension without core statements gives `None`.
/// Source: half rule, Newman 2014 (Organizational Research Methods 17); statistics specification §1.
pub fn dimension_score(sheet: &SheetAnswers, survey: &Survey, dimension: &str) -> Option<f64> {
    let core: Vec<&Statement> = survey.core_statements(dimension).collect();
    score_over(sheet, &core, &survey.scale).map(|(score, _)| score)
}

/// The same over statements that were looked up before, with how many of them were valid.
pub fn score_over(sheet: &SheetAnswers, core: &[&Statement], scale: &Scale) -> Option<(f64, usize)> {
    let (mut n_valid, mut sum) = (0usize, 0.0);
    for score in core.iter().filter_map(|statement| statement_score(sheet, statement, scale)) {
        n_valid += 1;
        sum += score;
    }
    (n_valid > 0 && n_valid >= core.len().div_ceil(2)).then(|| (sum / n_valid as f64, n_valid))
}

/// One person's composite: the mean of the valid scores of these dimensions, if at least two thirds of them (rounded
/// up) are valid; otherwise `None`. Dimensions weigh the same, however many statements they have.
///
/// Units: points of the survey's scale. Empty: without dimensions `None`. Source: statistics specification §1.
pub fn composite_score(sheet: &SheetAnswers, survey: &Survey, dimensions: &[&str]) -> Option<f64> {
    let scores: Vec<f64> =
        dimensions.iter().filter_map(|dimension| dimension_score(sheet, survey, dimension)).collect();
    let is_enough = !scores.is_empty() && scores.len() >= (2 * dimensions.len()).div_ceil(3);
    is_enough.then(|| scores.iter().sum::<f64>() / scores.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::survey::{
        Block,
        tests::{statement, survey},
    };

    fn sheet(pairs: &[(&str, Answer)]) -> SheetAnswers {
        SheetAnswers {
            partner: "P".into(),
            role: None,
            answers: pairs.iter().map(|(id, answer)| ((*id).to_owned(), *answer)).collect(),
        }
    }

    fn check(pairs: &[(&str, Answer)], expected: Option<f64>) {
        let mut reversed = statement("R", "trust", Block::Core);
        reversed.reversed = true;
        let survey = survey(vec![
            statement("A", "trust", Block::Core),
            statement("B", "trust", Block::Core),
            reversed,
            statement("X", "trust", Block::Rotating("a".into())),
        ]);
        assert_eq!(dimension_score(&sheet(pairs), &survey, "trust"), expected, "{pairs:?}");
    }

    #[test]
    fn half_of_the_core_statements_rounded_up_make_a_score() {
        check(&[("A", Answer::Value(4)), ("B", Answer::Value(2)), ("R", Answer::Value(1))], Some(11.0 / 3.0));
        check(&[("A", Answer::Value(4)), ("R", Answer::Value(1))], Some(4.5));
        check(&[("A", Answer::Value(4))], None);
        check(&[("A", Answer::Value(4)), ("B", Answer::CannotJudge)], None);
        check(&[("A", Answer::Value(4)), ("X", Answer::Value(1)), ("B", Answer::Value(4))], Some(4.0));
        check(&[], None);
    }
}
