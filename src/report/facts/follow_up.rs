//! What the partners did with what they heard: outcomes of rounds, adjustments with their reviews, lessons, and what
//! comes next. Facts only; `compose` puts them into words.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::adjustment::AdjustmentState;
use crate::domain::agreement::Adjustment;
use crate::domain::language::Text;
use crate::insight::disclosure::effect::EffectFigure;

/// What was said and done after a round.
#[derive(Debug, Clone, Serialize)]
pub struct OutcomeFact {
    /// The round's number.
    pub round: u32,
    /// The day it opened.
    pub opened_on: NaiveDate,
    /// What the answers said, in the steering group's words.
    pub said: Text,
    /// What was done with it.
    pub did: Text,
}

/// An adjustment on the day of the report.
#[derive(Debug, Clone, Serialize)]
pub struct AdjustmentFact {
    /// Where it stands.
    pub state: AdjustmentState,
    /// Since when it is in force; `None` while nobody decided.
    pub on: Option<NaiveDate>,
    /// What changes and why.
    pub what: Adjustment,
    /// What the readings said at its review.
    pub effect: Option<EffectFigure>,
}

impl AdjustmentFact {
    /// Whether somebody still has something to do about it.
    pub fn is_open(&self) -> bool {
        match self.state {
            AdjustmentState::Proposed | AdjustmentState::Decided | AdjustmentState::InForce => true,
            AdjustmentState::Reviewed | AdjustmentState::Withdrawn => false,
        }
    }
}

/// What the next date is for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NextKind {
    /// Looking back at an adjustment, by its title.
    Review(String, Option<String>),
    /// A planned conversation.
    Conversation,
    /// A round opens.
    Round,
}

/// Everything around the figures.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FollowUp {
    /// The day on which it is told.
    pub as_of: NaiveDate,
    /// Outcomes of rounds, newest first.
    pub outcomes: Vec<OutcomeFact>,
    /// Adjustments that were not withdrawn, oldest first.
    pub adjustments: Vec<AdjustmentFact>,
    /// Lessons, newest first, as they were written: what leaves the house veils names of partners.
    pub lessons: Vec<String>,
    /// The next day that matters; `None` without any.
    pub next: Option<(NaiveDate, NextKind)>,
    /// Days on which numbered rounds opened.
    pub rounds: BTreeMap<u32, NaiveDate>,
}

impl FollowUp {
    /// Adjustments to be looked back at, on its day.
    pub fn due(&self) -> Vec<&Adjustment> {
        let is_due =
            |one: &&AdjustmentFact| one.state == AdjustmentState::InForce && one.what.review_on <= self.as_of;
        self.adjustments.iter().filter(is_due).map(|one| &one.what).collect()
    }
}
