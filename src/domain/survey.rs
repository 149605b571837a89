//! A survey's definition: scale, dimensions, statements, rotation, confidentiality and schedule.
//!
//! Once a round used it, a definition never changes: the store keeps it under its digest and a changed
//! file becomes a new version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::article::ArticleKind;
use super::calendar::Schedule;
use super::code::coded;
use super::language::{Language, Text};

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
    /// Asked last, if at all.
    pub open_question: Option<Text>,
    /// Who may see what, from how many answers.
    pub confidentiality: Confidentiality,
    /// When rounds go out; a survey without one is only for imports.
    pub schedule: Option<Schedule>,
}

impl Survey {
    /// The statements of a round: core and the agreement's own every time, one rotating block in turn, and
    /// pinned ones from their round on. `round_number` counts from 1.
    pub fn statements_in_round(&self, round_number: u32) -> Vec<&Statement> {
        let blocks = self.rotating_blocks();
        let turn = round_number.saturating_sub(1) as usize;
        let current = (!blocks.is_empty()).then(|| blocks[turn % blocks.len()]);
        self.statements
            .iter()
            .filter(|statement| match &statement.block {
                Block::Core | Block::Own => true,
                Block::Rotating(name) => {
                    Some(name.as_str()) == current
                        || statement.pin_from_round.is_some_and(|from| round_number >= from)
                }
            })
            .collect()
    }

    /// Names of the rotating blocks, in order of first appearance. Empty when everything is core.
    pub fn rotating_blocks(&self) -> Vec<&str> {
        let mut blocks: Vec<&str> = Vec::new();
        for statement in &self.statements {
            if let Block::Rotating(name) = &statement.block
                && !blocks.contains(&name.as_str())
            {
                blocks.push(name);
            }
        }
        blocks
    }

    /// The core statements of a dimension: the only ones that its trend line uses.
    pub fn core_statements<'a>(&'a self, dimension: &'a str) -> impl Iterator<Item = &'a Statement> {
        self.statements.iter().filter(move |s| s.dimension == dimension && s.block == Block::Core)
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

    /// The dimension with this id, or `None`.
    pub fn find_dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// The statement with this id, or `None`.
    pub fn find_statement(&self, id: &str) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// Whether a dimension's core statements and the scale read the same in another version, so that one
    /// trend line may run through both.
    pub fn is_comparable(&self, other: &Survey, dimension: &str) -> bool {
        let core = |survey: &Survey| -> Vec<String> {
            let mut ids: Vec<String> = survey.core_statements(dimension).map(|s| s.id.clone()).collect();
            ids.sort();
            ids
        };
        let ids = core(self);
        ids == core(other) && ids.iter().all(|id| self.asks_alike(other, id))
    }

    /// Whether both surveys ask a statement, in the same words and on a scale of the same values and name. Where one
    /// does not have it: no.
    pub fn asks_alike(&self, other: &Survey, statement: &str) -> bool {
        let (Some(here), Some(there)) = (self.find_statement(statement), other.find_statement(statement))
        else {
            return false;
        };
        (self.scale.min, self.scale.max) == (other.scale.min, other.scale.max)
            && (&here.text, here.reversed, &here.scale) == (&there.text, there.reversed, &there.scale)
    }
}

/// The integers a respondent chooses from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// Lowest value.
    pub min: i64,
    /// Highest value.
    pub max: i64,
    /// A label per value in Dutch, lowest first.
    pub labels_nl: Vec<String>,
    /// A label per value in English, lowest first.
    pub labels_en: Vec<String>,
    /// How *cannot judge* is worded.
    pub cannot_judge: Text,
}

/// Fewest and most points that a scale may have. Source: issue decision, 2 to 11 points.
pub const SCALE_POINTS: std::ops::RangeInclusive<i64> = 2..=11;

impl Scale {
    /// All values, lowest first.
    pub fn values(&self) -> std::ops::RangeInclusive<i64> {
        self.min..=self.max
    }

    /// How many values there are.
    pub fn n_points(&self) -> usize {
        usize::try_from(self.max - self.min + 1).unwrap_or(0)
    }

    /// The label of a value; its number where the file gives no label.
    pub fn label(&self, value: i64, language: Language) -> String {
        let labels = match language {
            Language::En => &self.labels_en,
            // As all that people write: Dutch where there is no other.
            _ => &self.labels_nl,
        };
        usize::try_from(value - self.min)
            .ok()
            .and_then(|index| labels.get(index).cloned())
            .unwrap_or_else(|| value.to_string())
    }
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
    /// In turn with the other rotating blocks.
    Rotating(String),
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
    /// When it is asked.
    pub block: Block,
    /// From this round on it is asked every time.
    pub pin_from_round: Option<u32>,
    /// Agreement means a low score.
    pub reversed: bool,
    /// Id of the statement that asks the same of the others; this one is about the respondent's own organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mirror: Option<String>,
}

/// Whether answers are confidential or given in an organisation's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Mode {
    /// Nobody sees who answered what; figures need enough answers.
    Confidential,
    /// People answer for their organisation, which is shown by name; persons are not.
    Attributed,
}

coded!(Mode);

/// Mode and threshold, frozen per round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confidentiality {
    /// Who may see what.
    pub mode: Mode,
    /// Fewest respondents behind a shown figure.
    pub threshold: u32,
}

/// A threshold lies between these. Source: privacy rules, promise 2 ("3 to 10, never below 3").
pub const THRESHOLDS: std::ops::RangeInclusive<u32> = 3..=10;

/// What an agreement changes about the survey's confidentiality. Both missing: nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct ConfidentialityOverride {
    /// Another mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// Another threshold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<u32>,
}

impl ConfidentialityOverride {
    /// The survey's confidentiality with this agreement's changes.
    pub fn apply(&self, base: Confidentiality) -> Confidentiality {
        Confidentiality {
            mode: self.mode.unwrap_or(base.mode),
            threshold: self.threshold.unwrap_or(base.threshold),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn statement(id: &str, dimension: &str, block: Block) -> Statement {
        Statement {
            id: id.into(),
            dimension: dimension.into(),
            text: Text::new(format!("{id} nl"), format!("{id} en")),
            scale: None,
            article: None,
            block,
            pin_from_round: None,
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
            survey.statements_in_round(round).iter().map(|s| s.id.as_str()).collect()
        };
        assert_eq!(ids(1), ["K", "A"]);
        assert_eq!(ids(2), ["K", "B", "P"]);
        assert_eq!(ids(3), ["K", "P"]);
        assert_eq!(ids(4), ["K", "A", "P"]);
    }

    #[test]
    fn a_changed_wording_of_a_core_statement_breaks_comparability_of_its_dimension_only() {
        let before = survey(vec![statement("K", "trust", Block::Core)]);
        let mut after = before.clone();
        after.statements.push(statement("R", "trust", Block::Rotating("a".into())));
        assert!(before.is_comparable(&after, "trust"));
        after.statements[0].text.nl.push('!');
        assert!(!before.is_comparable(&after, "trust"));
    }
}
