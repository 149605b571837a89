//! Articles: the written arrangements of an agreement, and the kinds that statements point at.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::code::coded;
use super::language::Text;

/// What an article is about; statements point at these kinds, files name them by their codes. In the order A1 to A11.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
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

coded!(ArticleKind);

/// What an article said from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleVersion {
    /// The arrangement, in plain language.
    pub text: Text,
    /// Since when it read like this.
    pub since: NaiveDate,
    /// Who agreed to it; missing when nobody wrote it down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_by: Option<String>,
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
    /// Who agreed to it; missing when nobody wrote it down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_by: Option<String>,
    /// What it said before, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<ArticleVersion>,
}

impl Article {
    /// Everything that it said, oldest first, what it says now last.
    pub fn versions(&self) -> Vec<ArticleVersion> {
        let now =
            ArticleVersion { text: self.text.clone(), since: self.since, agreed_by: self.agreed_by.clone() };
        self.earlier.iter().cloned().chain([now]).collect()
    }

    /// What it said on a day; `None` before its first.
    pub fn on(&self, day: NaiveDate) -> Option<ArticleVersion> {
        self.versions().into_iter().rfind(|version| version.since <= day)
    }

    /// The article with versions in order of their days, the newest as what it says now. The first of one day counts.
    ///
    /// Empty: without versions the article stays as it is.
    pub fn with_versions(&self, mut versions: Vec<ArticleVersion>) -> Article {
        versions.sort_by_key(|version| version.since);
        versions.dedup_by_key(|version| version.since);
        let Some(now) = versions.pop() else { return self.clone() };
        Article {
            text: now.text,
            since: now.since,
            agreed_by: now.agreed_by,
            earlier: versions,
            ..self.clone()
        }
    }
}
