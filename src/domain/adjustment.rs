//! An adjustment's life: proposed → decided → in force → reviewed. States never go back; a proposal may be withdrawn.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where an adjustment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AdjustmentState {
    /// Somebody proposes it.
    Proposed,
    /// The steering group decided; its day has not come.
    Decided,
    /// The article reads as it says.
    InForce,
    /// Its expectation was held against the readings.
    Reviewed,
    /// It will not be.
    Withdrawn,
}

impl AdjustmentState {
    /// Every state.
    pub const ALL: [AdjustmentState; 5] = [
        AdjustmentState::Proposed,
        AdjustmentState::Decided,
        AdjustmentState::InForce,
        AdjustmentState::Reviewed,
        AdjustmentState::Withdrawn,
    ];

    /// The name in the database and in the API.
    pub fn code(self) -> &'static str {
        match self {
            AdjustmentState::Proposed => "proposed",
            AdjustmentState::Decided => "decided",
            AdjustmentState::InForce => "in-force",
            AdjustmentState::Reviewed => "reviewed",
            AdjustmentState::Withdrawn => "withdrawn",
        }
    }

    /// The state of a name, or `None`.
    pub fn find(code: &str) -> Option<AdjustmentState> {
        AdjustmentState::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether its article reads as it says.
    pub fn holds(self) -> bool {
        matches!(self, AdjustmentState::InForce | AdjustmentState::Reviewed)
    }

    /// The state after a step, or `None` when the step is not open to it.
    pub fn after(self, step: Step) -> Option<AdjustmentState> {
        use AdjustmentState::{Decided, InForce, Proposed, Reviewed, Withdrawn};
        match (self, step) {
            (Proposed, Step::Decide) => Some(Decided),
            (Proposed | Decided, Step::Withdraw) => Some(Withdrawn),
            (Decided, Step::EnterIntoForce) => Some(InForce),
            (InForce, Step::Review) => Some(Reviewed),
            _ => None,
        }
    }
}

/// A step in an adjustment's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The steering group says yes.
    Decide,
    /// It will not be.
    Withdraw,
    /// Its day has come.
    EnterIntoForce,
    /// It was looked back at.
    Review,
}

/// What is done after looking back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewChoice {
    /// The article stays as it is.
    Keep,
    /// It is adjusted once more.
    AdjustAgain,
    /// The article goes back to what it said.
    TakeBack,
}

impl ReviewChoice {
    /// Every choice.
    pub const ALL: [ReviewChoice; 3] =
        [ReviewChoice::Keep, ReviewChoice::AdjustAgain, ReviewChoice::TakeBack];

    /// The name in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            ReviewChoice::Keep => "keep",
            ReviewChoice::AdjustAgain => "adjust-again",
            ReviewChoice::TakeBack => "take-back",
        }
    }

    /// The choice of a name, or `None`.
    pub fn find(code: &str) -> Option<ReviewChoice> {
        ReviewChoice::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

/// What came of looking back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The day.
    pub on: NaiveDate,
    /// What was done with it.
    pub choice: ReviewChoice,
    /// What those at the table said.
    pub said: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_never_go_back() {
        for state in AdjustmentState::ALL {
            for step in [Step::Decide, Step::Withdraw, Step::EnterIntoForce, Step::Review] {
                if let Some(next) = state.after(step) {
                    assert!(next > state, "{state:?} {step:?}");
                }
            }
            assert_eq!(AdjustmentState::find(state.code()), Some(state));
        }
    }

    #[test]
    fn only_what_was_decided_enters_into_force_and_only_what_is_in_force_is_reviewed() {
        assert_eq!(AdjustmentState::Proposed.after(Step::EnterIntoForce), None);
        assert_eq!(AdjustmentState::Decided.after(Step::Review), None);
        assert_eq!(AdjustmentState::InForce.after(Step::Withdraw), None);
    }
}
