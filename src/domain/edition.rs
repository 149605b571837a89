//! What stays comparable when one edition of a survey takes the place of another.
//!
//! Lines and signals follow these rules: `report::facts` breaks a theme's line where [`Survey::is_comparable`] says no,
//! and signals begin anew where any theme's does.

use serde::Serialize;

use super::survey::{Statement, Survey};

/// What becomes of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Asked in the same words on the same scale.
    Same,
    /// Asked in other words, or on another scale: another statement under the same id.
    Changed,
    /// No longer asked.
    Gone,
    /// Asked from now on.
    New,
}

/// What becomes of a theme's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// It goes on.
    GoesOn,
    /// It breaks off, and a new one begins.
    BeginsAnew,
    /// It had none, and gets one.
    Begins,
    /// It ends.
    Ends,
    /// It has none in either edition: its statements stand by themselves.
    None,
}

/// A theme in both editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Theme {
    /// Its id.
    pub id: String,
    /// What becomes of its line.
    pub line: Line,
    /// Its statements in either edition: those of the new one in order, then those that are gone.
    pub statements: Vec<(String, Fate)>,
}

/// Two editions beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Themes of the new edition in order, then those that are gone.
    pub themes: Vec<Theme>,
    /// Whether signals go on from the earlier rounds.
    pub signals_go_on: bool,
}

/// Compares two editions.
pub fn compare(old: &Survey, new: &Survey) -> Comparison {
    let gone = old.dimensions.iter().filter(|dimension| new.find_dimension(&dimension.id).is_none());
    let themes = new.dimensions.iter().chain(gone).map(|dimension| theme(old, new, &dimension.id)).collect();
    let signals_go_on = new.dimensions.iter().all(|dimension| old.is_comparable(new, &dimension.id));
    Comparison { themes, signals_go_on }
}

fn theme(old: &Survey, new: &Survey, id: &str) -> Theme {
    let of = |survey: &Survey| -> Vec<String> {
        let is_of = |statement: &&Statement| statement.dimension == id;
        survey.statements.iter().filter(is_of).map(|statement| statement.id.clone()).collect()
    };
    let asked = of(new).into_iter().map(|statement| {
        let fate = match old.find_statement(&statement) {
            None => Fate::New,
            Some(_) if old.asks_alike(new, &statement) => Fate::Same,
            Some(_) => Fate::Changed,
        };
        (statement, fate)
    });
    let gone = of(old).into_iter().filter(|statement| new.find_statement(statement).is_none());
    let statements = asked.chain(gone.map(|statement| (statement, Fate::Gone))).collect();
    let has_line = |survey: &Survey| survey.core_statements(id).next().is_some();
    let line = match (has_line(old), has_line(new)) {
        (true, true) if old.is_comparable(new, id) => Line::GoesOn,
        (true, true) => Line::BeginsAnew,
        (false, true) => Line::Begins,
        (true, false) => Line::Ends,
        (false, false) => Line::None,
    };
    Theme { id: id.to_owned(), line, statements }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::survey::{
        Block,
        tests::{statement, survey},
    };

    #[test]
    fn a_line_goes_on_only_where_every_core_statement_is_asked_alike() {
        let old = survey(vec![
            statement("A", "trust", Block::Core),
            statement("B", "trust", Block::Core),
            statement("R", "trust", Block::Rotating("a".into())),
        ]);
        let alike = compare(&old, &old);
        assert_eq!((alike.themes[0].line, alike.signals_go_on), (Line::GoesOn, true));

        let mut rotating = old.clone();
        rotating.statements[2].text.nl.push('!');
        let found = compare(&old, &rotating);
        assert_eq!((found.themes[0].line, found.signals_go_on), (Line::GoesOn, true));
        assert_eq!(found.themes[0].statements[2], ("R".into(), Fate::Changed));

        let mut scale = old.clone();
        scale.statements[0].scale = Some("how_many".into());
        scale.statements.pop();
        let found = compare(&old, &scale);
        assert_eq!((found.themes[0].line, found.signals_go_on), (Line::BeginsAnew, false));
        assert_eq!(
            found.themes[0].statements,
            [("A".into(), Fate::Changed), ("B".into(), Fate::Same), ("R".into(), Fate::Gone)]
        );
    }

    #[test]
    fn a_theme_that_is_gone_ends_and_one_that_is_new_begins() {
        let old = survey(vec![statement("A", "trust", Block::Core)]);
        let mut new = survey(vec![statement("G", "goal", Block::Core)]);
        new.dimensions[0].id = "goal".into();
        let lines: Vec<(String, Line)> =
            compare(&old, &new).themes.into_iter().map(|theme| (theme.id, theme.line)).collect();
        assert_eq!(lines, [("goal".into(), Line::Begins), ("trust".into(), Line::Ends)]);
    }
}
