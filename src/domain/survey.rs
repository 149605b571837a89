//! A survey's definition: scale, dimensions, statements, rotation and schedule.
//!
//! Once a round used it, a definition never changes: the store keeps it under its digest and a changed
//! file becomes a new version.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::article::ArticleKind;
use super::calendar::Schedule;
use super::confidentiality::Confidentiality;
use super::language::Text;
use super::role::Role;
use super::scale::Scale;
use super::turn::{Asked, Turn};

/// A survey as its author wrote it, checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    /// Short name: lower-case letters, digits, hyphens.
    pub id: String,
    /// What respondents see above it.
    pub title: Text,
    /// What they are asked to think of.
    pub intro: Text,
    /// The answer scale of statements that name none.
    pub scale: Scale,
    /// Further scales by name. All have the values of [`Survey::scale`], so that a figure may pool them, and their own
    /// words.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scales: BTreeMap<String, Scale>,
    /// Themes, in the order of the report.
    pub dimensions: Vec<Dimension>,
    /// Statements, in the order of the page.
    pub statements: Vec<Statement>,
    /// Asked last in every round, if at all: the one open question of surveys that have no [`Survey::open_questions`].
    pub open_question: Option<Text>,
    /// Open questions with a name each, asked last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open_questions: Vec<OpenQuestion>,
    /// What is asked under a low answer: for an example. `None`: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<Text>,
    /// Whether statements stand in their wording for agreements of few partners.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_for_few: bool,
    /// Who may see what, from how many answers.
    pub confidentiality: Confidentiality,
    /// When rounds go out; a survey without one is only for imports.
    pub schedule: Option<Schedule>,
}

impl Survey {
    /// The statements of a round, in the order in which they are asked: the core first, always in the same order, then
    /// the agreement's own, then those beside a line, then one rotating block and pinned ones. Within each, statements
    /// of one scale stand together.
    pub fn statements_in(&self, turn: Turn) -> Vec<&Statement> {
        let asked: Vec<&Statement> =
            self.statements.iter().filter(|statement| self.is_asked(statement, turn)).collect();
        let place = |statement: &Statement| {
            let is_alike = |one: &&Statement| {
                one.scale == statement.scale && one.block.place() == statement.block.place()
            };
            (statement.block.place(), asked.iter().position(is_alike))
        };
        let mut ordered = asked.clone();
        ordered.sort_by_key(|statement| place(statement));
        ordered
    }

    /// The same for somebody: without statements that are for another role. Who has no known role is asked none of
    /// those.
    pub fn statements_for(&self, turn: Turn, role: Option<Role>) -> Vec<&Statement> {
        let mut asked = self.statements_in(turn);
        asked.retain(|statement| statement.only_for.is_none_or(|only| Some(only) == role));
        asked
    }

    fn is_asked(&self, statement: &Statement, turn: Turn) -> bool {
        statement.asked.is_due(turn)
            && statement.from_round.is_none_or(|from| turn.number >= from)
            && match &statement.block {
                Block::Core | Block::Own | Block::Beside | Block::Importance => true,
                Block::Rotating(name) => {
                    statement.pin_from_round.is_some_and(|from| turn.number >= from)
                        || self.block_in_turn(statement.asked, turn) == Some(name)
                }
            }
    }

    /// The rotating block whose turn it is: from round to round, or, of those asked quarterly, from quarter to quarter,
    /// so that with four of them each returns in the same quarter a year later. `None` when there is none.
    fn block_in_turn(&self, asked: Asked, turn: Turn) -> Option<&str> {
        let mut blocks: Vec<&str> = Vec::new();
        for statement in self.statements.iter().filter(|statement| statement.asked == asked) {
            if let Block::Rotating(name) = &statement.block
                && !blocks.contains(&name.as_str())
            {
                blocks.push(name);
            }
        }
        let at = match asked {
            Asked::Monthly => turn.number.saturating_sub(1),
            Asked::Quarterly => turn.full?.count(),
            Asked::Yearly => turn.full?.count() / 4,
        };
        blocks.get(at as usize % blocks.len().max(1)).copied()
    }

    /// The open questions of a round with the name of each.
    pub fn open_questions_in(&self, turn: Turn) -> Vec<(&str, &Text)> {
        let named = self.open_questions.iter().filter(|question| question.asked.is_due(turn));
        let single = self.open_question.iter().map(|text| (COMMENT, text));
        single.chain(named.map(|question| (question.id.as_str(), &question.text))).collect()
    }

    /// What an open answer was given to: the wording of the question of that name, or of the one for examples. `None`
    /// for a name that this survey does not have.
    pub fn find_question(&self, name: &str) -> Option<&Text> {
        if name == COMMENT {
            return self.open_question.as_ref();
        }
        if name.starts_with(EXAMPLE) {
            return self.example.as_ref();
        }
        self.open_questions.iter().find(|question| question.id == name).map(|question| &question.text)
    }

    /// The statements that a dimension's line is made of: its core, for everybody, asked alike in each of the line's
    /// points. Where some are asked in every round, only those; a line of quarterly ones has a point a quarter.
    pub fn core_statements<'a>(&'a self, dimension: &'a str) -> impl Iterator<Item = &'a Statement> {
        let core = move |statement: &&Statement| {
            statement.dimension == dimension && statement.block == Block::Core && statement.only_for.is_none()
        };
        let rhythm = self.statements.iter().filter(core).map(|statement| statement.asked).min();
        self.statements.iter().filter(core).filter(move |statement| Some(statement.asked) == rhythm)
    }

    /// The dimensions that have a line, in the order of the survey.
    pub fn lines(&self) -> impl Iterator<Item = &Dimension> {
        self.dimensions.iter().filter(|dimension| self.has_line(&dimension.id))
    }

    /// Whether a dimension has a line: then it can be expected of.
    pub fn has_line(&self, dimension: &str) -> bool {
        self.core_statements(dimension).next().is_some()
    }

    /// The survey as agreements of few partners ask it, or as the others do.
    pub fn worded_for(mut self, is_for_few: bool) -> Survey {
        if self.is_for_few != is_for_few {
            self.is_for_few = is_for_few;
            for statement in &mut self.statements {
                if let Some(other) = &mut statement.few_partners {
                    std::mem::swap(&mut other.text, &mut statement.text);
                    std::mem::swap(&mut other.scale, &mut statement.scale);
                }
            }
        }
        self
    }

    /// The survey as one round asked it: other statements are left out.
    pub fn restricted_to(&self, asked: &[String]) -> Survey {
        let mut survey = self.clone();
        survey.statements.retain(|statement| asked.contains(&statement.id));
        survey
    }

    /// Pairs of statements that ask the same: of the respondent's own organisation, and of the others.
    pub fn mirrors(&self) -> impl Iterator<Item = (&Statement, &Statement)> {
        self.statements.iter().filter_map(|own| Some((own, self.find_statement(own.mirror.as_deref()?)?)))
    }

    /// The scale on which a statement is answered.
    pub fn scale_of(&self, statement: &Statement) -> &Scale {
        let named = statement.scale.as_ref().and_then(|name| self.scales.get(name));
        named.unwrap_or(&self.scale)
    }

    /// Whether a statement asks, in the wording in force, how many of the other partners do something.
    pub fn is_how_many(&self, statement: &Statement) -> bool {
        statement.scale.as_deref() == Some(HOW_MANY)
    }

    /// Whether a value on a statement's scale lies on the bad side of its middle.
    ///
    /// That a theme is not important is nobody's fault, so an answer to that never is.
    pub fn is_low(&self, statement: &Statement, value: i64) -> bool {
        if statement.block == Block::Importance {
            return false;
        }
        let middle = self.scale.min + self.scale.max;
        if statement.reversed { 2 * value > middle } else { 2 * value < middle }
    }

    /// The dimension with this id, or `None`.
    pub fn find_dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// The statement with this id, or `None`.
    pub fn find_statement(&self, id: &str) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// How a dimension's line stands in another version of the survey: an unbroken line runs only through the same
    /// questions; where at least half of them are, changes may be computed over those.
    ///
    /// Source: truth, §5.
    pub fn alike_in(&self, other: &Survey, dimension: &str) -> Alike {
        let core = |survey: &Survey| -> BTreeSet<String> {
            survey.core_statements(dimension).map(|statement| statement.id.clone()).collect()
        };
        let (here, there) = (core(self), core(other));
        let common: Vec<String> =
            here.intersection(&there).filter(|id| self.asks_alike(other, id)).cloned().collect();
        let most = here.len().max(there.len());
        if common.len() == most {
            Alike::All
        } else if 2 * common.len() >= most {
            Alike::Half(common)
        } else {
            Alike::Little
        }
    }

    /// The first of an agreement's own statements that cannot be asked with this survey: its id is taken, or its
    /// dimension or scale is not there.
    pub fn find_misfit<'s>(&self, own: &'s [Statement]) -> Option<&'s Statement> {
        own.iter().enumerate().find_map(|(at, statement)| {
            let is_taken = self.find_statement(&statement.id).is_some()
                || own[..at].iter().any(|other| other.id == statement.id)
                || self.open_questions.iter().any(|question| question.id == statement.id);
            let has_dimension = self.dimensions.iter().any(|dimension| dimension.id == statement.dimension);
            let has_scale = statement.scale.as_ref().is_none_or(|name| self.scales.contains_key(name));
            (is_taken || !has_dimension || !has_scale).then_some(statement)
        })
    }

    /// Whether both surveys ask a statement, in the same words and on a scale of the same values and name. Where one
    /// does not have it: no.
    pub fn asks_alike(&self, other: &Survey, statement: &str) -> bool {
        let (Some(here), Some(there)) = (self.find_statement(statement), other.find_statement(statement))
        else {
            return false;
        };
        (self.scale.min, self.scale.max) == (other.scale.min, other.scale.max)
            && (&here.text, here.reversed) == (&there.text, there.reversed)
            && self.scale_of(here).has_words_of(other.scale_of(there))
    }
}

/// What two versions of a survey ask alike of a dimension's line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alike {
    /// All of it.
    All,
    /// At least half of it: these statements.
    Half(Vec<String>),
    /// Less than half: other questions.
    Little,
}

/// Most answers that a person is asked for in a year. Source: item bank, *Rhythm*.
pub const MAX_ANSWERS_A_YEAR: usize = 120;

/// Name of the scale that asks how many of the other partners. Source: item bank, second edition.
pub const HOW_MANY: &str = "how_many";

/// Fewest partners among which "how many of the other partners" means something. Source: item bank, *Core*.
pub const MIN_PARTNERS_FOR_HOW_MANY: usize = 5;

/// Name of the only open question of a survey without named ones; also its form field.
pub const COMMENT: &str = "comment";
/// What the name of an example begins with; its statement's id follows.
pub const EXAMPLE: &str = "example:";

fn is_false(value: &bool) -> bool {
    !value
}

/// A question that is answered in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenQuestion {
    /// Unique in the survey.
    pub id: String,
    /// The wording.
    pub text: Text,
    /// How often it is asked.
    #[serde(default, skip_serializing_if = "Asked::is_usual")]
    pub asked: Asked,
}

/// A theme: trust, transparency, commitment …
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimension {
    /// Unique in the survey.
    pub id: String,
    /// Name on screen.
    pub name: Text,
    /// Questions that a conversation about it may begin with; empty where the general ones do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<Text>,
}

/// When a statement is asked.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Every round, and part of its dimension's score.
    Core,
    /// Every round, but with a reading of its own only: a statement that the agreement added.
    Own,
    /// Beside a line, never in it: shown as the gap to its mirror and not by itself.
    Beside,
    /// How important a theme is: beside the theme's figure, of the whole agreement only.
    Importance,
    /// In turn with the other rotating blocks.
    Rotating(String),
}

impl Block {
    /// Whether its statements have a figure of their own.
    pub fn has_reading(&self) -> bool {
        match self {
            Block::Core | Block::Own | Block::Rotating(_) => true,
            Block::Beside | Block::Importance => false,
        }
    }

    /// Where its statements stand on the page: the core first, since what is asked before it would colour it.
    /// Source: item bank, what was wrong with the first edition, 4.
    fn place(&self) -> u8 {
        match self {
            Block::Core => 0,
            Block::Own => 1,
            Block::Beside => 2,
            Block::Rotating(_) => 3,
            Block::Importance => 4,
        }
    }
}

/// How a statement is worded where the partners are few.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherWording {
    /// The wording.
    pub text: Text,
    /// Name of its scale, as in [`Statement::scale`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
}

/// One thing to agree or disagree with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Unique in the survey.
    pub id: String,
    /// Id of its dimension.
    pub dimension: String,
    /// The wording.
    pub text: Text,
    /// Name of its scale in [`Survey::scales`]; `None` for [`Survey::scale`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// Kind of article it is about.
    pub article: Option<ArticleKind>,
    /// Where it belongs.
    pub block: Block,
    /// How often it is asked.
    #[serde(default, skip_serializing_if = "Asked::is_usual")]
    pub asked: Asked,
    /// Not asked before this round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_round: Option<u32>,
    /// From this round on it is asked every time, whichever block's turn it is.
    pub pin_from_round: Option<u32>,
    /// Asked of people in this role only; in no line then, and shown of the whole agreement only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_for: Option<Role>,
    /// The wording that agreements of few partners get; while they do, the one that the others get.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub few_partners: Option<OtherWording>,
    /// Agreement means a low score.
    pub reversed: bool,
    /// Id of the statement that asks the same of the others; this one is about the respondent's own organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mirror: Option<String>,
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::confidentiality::Mode;

    pub(crate) fn statement(id: &str, dimension: &str, block: Block) -> Statement {
        Statement {
            id: id.into(),
            dimension: dimension.into(),
            text: Text::new(format!("{id} nl"), format!("{id} en")),
            scale: None,
            article: None,
            block,
            asked: Asked::Monthly,
            from_round: None,
            pin_from_round: None,
            only_for: None,
            few_partners: None,
            reversed: false,
            mirror: None,
        }
    }

    pub(crate) fn survey(statements: Vec<Statement>) -> Survey {
        Survey {
            id: "test".into(),
            title: Text::new("Proef", "Test"),
            intro: Text::new("Denk na.", "Think."),
            scale: Scale {
                min: 1,
                max: 5,
                labels_nl: vec![],
                labels_en: vec![],
                cannot_judge: Text::new("Kan ik niet beoordelen", "Cannot judge"),
            },
            scales: BTreeMap::new(),
            dimensions: vec![Dimension {
                id: "trust".into(),
                name: Text::new("Vertrouwen", "Trust"),
                prompts: Vec::new(),
            }],
            statements,
            open_question: None,
            open_questions: Vec::new(),
            example: None,
            is_for_few: false,
            confidentiality: Confidentiality { mode: Mode::Confidential, threshold: 5 },
            schedule: None,
        }
    }

    #[test]
    fn blocks_take_turns_and_pinned_statements_stay() {
        let mut pinned = statement("P", "trust", Block::Rotating("c".into()));
        pinned.pin_from_round = Some(2);
        let survey = survey(vec![
            statement("K", "trust", Block::Core),
            statement("A", "trust", Block::Rotating("a".into())),
            statement("B", "trust", Block::Rotating("b".into())),
            pinned,
        ]);
        let ids = |round| -> Vec<&str> {
            survey.statements_in(Turn::short(round)).iter().map(|s| s.id.as_str()).collect()
        };
        assert_eq!(ids(1), ["K", "A"]);
        assert_eq!(ids(2), ["K", "B", "P"]);
        assert_eq!(ids(3), ["K", "P"]);
        assert_eq!(ids(4), ["K", "A", "P"]);
    }

    /// A full pulse in the quarter of a month of 2026 and later.
    fn full(number: u32, month: u32) -> Turn {
        let day = chrono::NaiveDate::from_ymd_opt(2026 + month as i32 / 12, month % 12 + 1, 3);
        Turn::full(number, day.unwrap_or_default())
    }

    fn quarterly(id: &str, dimension: &str, block: Block) -> Statement {
        Statement { asked: Asked::Quarterly, ..statement(id, dimension, block) }
    }

    #[test]
    fn over_two_years_no_rotating_statement_stands_before_a_core_one_and_blocks_return_after_a_year() {
        let mut own = statement("OWN", "trust", Block::Own);
        own.scale = Some("how_many".into());
        let mut survey = survey(vec![
            quarterly("R1", "trust", Block::Rotating("a".into())),
            statement("K1", "trust", Block::Core),
            quarterly("R2", "trust", Block::Rotating("b".into())),
            quarterly("B", "trust", Block::Beside),
            own,
            quarterly("R3", "trust", Block::Rotating("c".into())),
            quarterly("K2", "trust", Block::Core),
            quarterly("R4", "trust", Block::Rotating("d".into())),
        ]);
        survey.statements[6].from_round = Some(4);
        let ids = |turn| -> Vec<&str> { survey.statements_in(turn).iter().map(|s| s.id.as_str()).collect() };
        let mut rotated = Vec::new();
        for month in 0..24 {
            let turn = if month % 3 == 2 { full(month + 1, month) } else { Turn::short(month + 1) };
            let asked = survey.statements_in(turn);
            let places: Vec<u8> = asked.iter().map(|statement| statement.block.place()).collect();
            assert!(places.is_sorted(), "{month}: {asked:?}");
            if month % 3 == 2 {
                rotated.extend(asked.last().map(|statement| statement.id.clone()));
            } else {
                assert_eq!(ids(turn), ["K1", "OWN"]);
            }
        }
        assert_eq!(rotated[..4], rotated[4..]);
        assert_eq!(rotated.iter().collect::<std::collections::BTreeSet<_>>().len(), 4);
        assert_eq!(ids(full(3, 2)), ["K1", "OWN", "B", rotated[0].as_str()]);
        assert_eq!(ids(full(6, 5)), ["K1", "K2", "OWN", "B", rotated[1].as_str()]);
    }

    #[test]
    fn statements_of_one_scale_stand_together_within_their_block() {
        let mut survey = survey(["A", "B", "C", "D"].map(|id| statement(id, "trust", Block::Core)).to_vec());
        for at in [0, 2] {
            survey.statements[at].scale = Some("how_many".into());
        }
        let ids: Vec<&str> = survey.statements_in(Turn::short(1)).iter().map(|s| s.id.as_str()).collect();
        assert_eq!(ids, ["A", "C", "B", "D"]);
    }

    #[test]
    fn a_line_takes_only_what_each_of_its_points_asks_and_nothing_beside_it_or_for_one_role() {
        let mut for_some = statement("E", "trust", Block::Core);
        for_some.only_for = Some(Role::Executive);
        let mixed = survey(vec![
            statement("M", "trust", Block::Core),
            quarterly("Q", "trust", Block::Core),
            quarterly("B", "trust", Block::Beside),
            for_some,
        ]);
        let line = |survey: &Survey| -> Vec<String> {
            survey.core_statements("trust").map(|statement| statement.id.clone()).collect()
        };
        assert_eq!(line(&mixed), ["M"]);
        assert_eq!(line(&survey(vec![quarterly("Q", "trust", Block::Core)])), ["Q"]);
        assert!(!survey(vec![quarterly("B", "trust", Block::Beside)]).has_line("trust"));
        let asked = |role| mixed.statements_for(Turn::short(1), role).len();
        assert_eq!((asked(Some(Role::Executive)), asked(Some(Role::Practitioner)), asked(None)), (2, 1, 1));
    }

    #[test]
    fn the_wording_for_few_partners_takes_the_place_of_the_other_and_gives_it_back() {
        let mut survey = survey(vec![statement("A", "trust", Block::Core)]);
        survey.statements[0].scale = Some("how_many".into());
        survey.statements[0].few_partners =
            Some(OtherWording { text: Text::new("Anders.", "Other."), scale: None });
        let few = survey.clone().worded_for(true);
        assert_eq!((few.statements[0].text.nl.as_str(), &few.statements[0].scale), ("Anders.", &None));
        assert_eq!(few.clone().worded_for(true), few);
        assert_eq!(few.worded_for(false), survey);
    }

    #[test]
    fn a_changed_wording_of_a_core_statement_breaks_comparability_of_its_dimension_only() {
        let before = survey(vec![statement("K", "trust", Block::Core)]);
        let mut after = before.clone();
        after.statements.push(statement("R", "trust", Block::Rotating("a".into())));
        assert_eq!(before.alike_in(&after, "trust"), Alike::All);
        after.statements[0].text.nl.push('!');
        assert_eq!(before.alike_in(&after, "trust"), Alike::Little);
    }

    #[test]
    fn a_line_that_keeps_half_of_its_statements_is_compared_over_those() {
        let before = survey(["A", "B"].map(|id| statement(id, "trust", Block::Core)).to_vec());
        let mut after = before.clone();
        after.statements[1].text.nl.push('!');
        assert_eq!(before.alike_in(&after, "trust"), Alike::Half(vec!["A".into()]));
        after.statements.push(statement("C", "trust", Block::Core));
        assert_eq!(before.alike_in(&after, "trust"), Alike::Little, "one of three");
    }
}
