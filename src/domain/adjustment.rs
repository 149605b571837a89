//! An adjustment's life: proposed → decided → in force → reviewed. States never go back; a proposal may be withdrawn.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::code::coded;

/// Where an adjustment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
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

coded!(AdjustmentState);

impl AdjustmentState {
    /// Whether its article reads as it says.
    pub fn holds(self) -> bool {
        match self {
            AdjustmentState::InForce | AdjustmentState::Reviewed => true,
            AdjustmentState::Proposed | AdjustmentState::Decided | AdjustmentState::Withdrawn => false,
        }
    }

    /// The state after a step, or `None` when the step is not open to it.
    pub fn after(self, step: Step) -> Option<AdjustmentState> {
        use AdjustmentState::{Decided, InForce, Proposed, Reviewed, Withdrawn};
        match (self, step) {
            (Proposed, Step::Decide) => Some(Decided),
            (Proposed | Decided, Step::Withdraw) => Some(Withdrawn),
            (Decided, Step::EnterIntoForce) => Some(InForce),
            (InForce, Step::Review) => Some(Reviewed),
            (Proposed, Step::EnterIntoForce | Step::Review)
            | (Decided, Step::Decide | Step::Review)
            | (InForce, Step::Decide | Step::Withdraw | Step::EnterIntoForce)
            | (Reviewed | Withdrawn, _) => None,
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
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ReviewChoice {
    /// The article stays as it is.
    Keep,
    /// It is adjusted once more.
    AdjustAgain,
    /// The article goes back to what it said.
    TakeBack,
}

coded!(ReviewChoice);

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
