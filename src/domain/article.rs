//! Articles: the written arrangements of an agreement, and the kinds that statements point at.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::language::Text;

/// What an article is about; statements point at these kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ArticleKind {
    /// A1 goal and compass.
    Goal,
    /// A2 behaviour that helps, and that does not.
    Behaviour,
    /// A3 contact when we disagree.
    Contact,
    /// A4 decisions.
    Decisions,
    /// A5 openness.
    Openness,
    /// A6 stepping in, and staying.
    SteppingIn,
    /// A7 daily practice.
    DailyPractice,
    /// A8 changing circumstances.
    ChangingCircumstances,
    /// A9 the resident's voice.
    ResidentsVoice,
    /// A10 learning.
    Learning,
    /// A11 accountability.
    Accountability,
}

impl ArticleKind {
    /// All kinds, in the order A1 to A11.
    pub const ALL: [ArticleKind; 11] = [
        ArticleKind::Goal,
        ArticleKind::Behaviour,
        ArticleKind::Contact,
        ArticleKind::Decisions,
        ArticleKind::Openness,
        ArticleKind::SteppingIn,
        ArticleKind::DailyPractice,
        ArticleKind::ChangingCircumstances,
        ArticleKind::ResidentsVoice,
        ArticleKind::Learning,
        ArticleKind::Accountability,
    ];

    /// The name in files, for example `stepping-in`.
    pub fn code(self) -> &'static str {
        match self {
            ArticleKind::Goal => "goal",
            ArticleKind::Behaviour => "behaviour",
            ArticleKind::Contact => "contact",
            ArticleKind::Decisions => "decisions",
            ArticleKind::Openness => "openness",
            ArticleKind::SteppingIn => "stepping-in",
            ArticleKind::DailyPractice => "daily-practice",
            ArticleKind::ChangingCircumstances => "changing-circumstances",
            ArticleKind::ResidentsVoice => "residents-voice",
            ArticleKind::Learning => "learning",
            ArticleKind::Accountability => "accountability",
        }
    }
}

/// One written arrangement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Unique in the agreement.
    pub id: String,
    /// What it is about.
    pub kind: ArticleKind,
    /// The arrangement, in plain language.
    pub text: Text,
    /// Since when it reads like this.
    pub since: NaiveDate,
}
