//! What stays comparable when one edition of a survey takes the place of another.
//!
//! Lines and signals follow these rules: `report::facts` breaks a theme's line where [`Survey::alike_in`] does not say
//! all, and signals compare over what is alike, or begin anew where that is less than half of a theme.

use serde::Serialize;

use super::survey::{Alike, Statement, Survey};

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
    /// It goes on behind a gap: at least half of its statements are the same, and changes are computed over those.
    GoesOnInPart,
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

/// The dimensions that composites and signals take: those with two core statements or more that every round asks.
/// Source: statistics specification, constants; item bank, *Core*.
pub fn signal_dimensions(survey: &Survey) -> Vec<String> {
    let n_monthly =
        |id: &str| survey.core_statements(id).filter(|statement| statement.asked.is_usual()).count();
    let all = survey.dimensions.iter().map(|dimension| dimension.id.as_str());
    all.filter(|id| n_monthly(id) >= 2).map(str::to_owned).collect()
}

/// Compares two editions.
pub fn compare(old: &Survey, new: &Survey) -> Comparison {
    let gone = old.dimensions.iter().filter(|dimension| new.find_dimension(&dimension.id).is_none());
    let themes = new.dimensions.iter().chain(gone).map(|dimension| theme(old, new, &dimension.id)).collect();
    let signals_go_on = signal_dimensions(new).iter().all(|id| old.alike_in(new, id) != Alike::Little);
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
        (true, true) => match old.alike_in(new, id) {
            Alike::All => Line::GoesOn,
            Alike::Half(_) => Line::GoesOnInPart,
            Alike::Little => Line::BeginsAnew,
        },
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
        let mut how_many = scale.scale.clone();
        how_many.labels_nl.push("iedereen".into());
        scale.scales.insert("how_many".into(), how_many);
        scale.statements.pop();
        let found = compare(&old, &scale);
        assert_eq!((found.themes[0].line, found.signals_go_on), (Line::GoesOnInPart, true));
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
