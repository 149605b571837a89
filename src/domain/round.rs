//! A round: one sending of a survey, from planned to shared, and what is due at an instant.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::calendar::Occurrence;
use super::code::coded;
use super::language::Text;

/// Where a round stands. States never go back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum RoundState {
    /// Its instants are fixed; nobody has been invited.
    Planned,
    /// Answers are taken.
    Open,
    /// Figures are frozen; late answers are refused.
    Closed,
    /// Respondents see what came of it.
    Shared,
    /// Called off before closing.
    Cancelled,
    /// Could not open in time.
    Skipped,
}

coded!(RoundState);

impl RoundState {
    /// Whether its figures may be looked at.
    pub fn has_figures(self) -> bool {
        match self {
            RoundState::Closed | RoundState::Shared => true,
            RoundState::Planned | RoundState::Open | RoundState::Cancelled | RoundState::Skipped => false,
        }
    }

    /// Whether it is to come or takes answers.
    pub fn is_active(self) -> bool {
        match self {
            RoundState::Planned | RoundState::Open => true,
            RoundState::Closed | RoundState::Shared | RoundState::Cancelled | RoundState::Skipped => false,
        }
    }
}

/// What came of a round, shown to every respondent and at the top of the next invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What the answers said, in the steering group's words.
    pub said: Text,
    /// What was done with it; "nothing yet" is an honest outcome.
    pub did: Text,
}

/// The instants of a round, fixed and stored when it is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// When invitations go.
    pub opens_at: DateTime<Utc>,
    /// Opening later than this is not opening at all.
    pub not_after_at: DateTime<Utc>,
    /// When reminders go.
    pub reminders_at: Vec<DateTime<Utc>>,
    /// Last instant at which an answer counts.
    pub closes_at: DateTime<Utc>,
}

impl Plan {
    /// The plan of an occurrence.
    pub fn from_occurrence(occurrence: &Occurrence, not_after_hours: u32) -> Plan {
        Plan {
            opens_at: occurrence.opens_at(),
            not_after_at: occurrence.opens_at() + Duration::hours(i64::from(not_after_hours)),
            reminders_at: occurrence.reminders_at.clone(),
            closes_at: occurrence.closes_at,
        }
    }
}

/// What a planned or open round needs now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Nothing yet.
    Nothing,
    /// Freeze the roster and invite.
    Open,
    /// It is too late to open.
    Skip,
    /// Send this reminder (1-based); earlier ones that were missed are dropped, not stacked.
    Remind(u32),
    /// Close and freeze figures.
    Close,
}

/// What is due at `now`. `n_reminded` counts the reminders already sent or dropped.
pub fn find_due(state: RoundState, plan: &Plan, n_reminded: u32, now: DateTime<Utc>) -> Due {
    match state {
        RoundState::Planned if now < plan.opens_at => Due::Nothing,
        RoundState::Planned if now > plan.not_after_at || now > plan.closes_at => Due::Skip,
        RoundState::Planned => Due::Open,
        RoundState::Open if now > plan.closes_at => Due::Close,
        RoundState::Open => {
            let n_due = plan.reminders_at.iter().filter(|at| **at <= now).count();
            match u32::try_from(n_due) {
                Ok(n_due) if n_due > n_reminded => Due::Remind(n_due),
                _ => Due::Nothing,
            }
        }
        RoundState::Closed | RoundState::Shared | RoundState::Cancelled | RoundState::Skipped => Due::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::hours(hours)
    }

    fn plan() -> Plan {
        Plan {
            opens_at: at(10),
            not_after_at: at(58),
            reminders_at: vec![at(100), at(200)],
            closes_at: at(300),
        }
    }

    fn check(state: RoundState, n_reminded: u32, now: i64, expected: Due) {
        assert_eq!(find_due(state, &plan(), n_reminded, at(now)), expected, "{state:?} at {now}");
    }

    #[test]
    fn a_planned_round_opens_in_its_window_and_is_skipped_after_it() {
        check(RoundState::Planned, 0, 9, Due::Nothing);
        check(RoundState::Planned, 0, 10, Due::Open);
        check(RoundState::Planned, 0, 58, Due::Open);
        check(RoundState::Planned, 0, 59, Due::Skip);
    }

    #[test]
    fn an_open_round_reminds_once_per_step_and_closes_after_its_last_instant() {
        check(RoundState::Open, 0, 99, Due::Nothing);
        check(RoundState::Open, 0, 100, Due::Remind(1));
        check(RoundState::Open, 1, 150, Due::Nothing);
        check(RoundState::Open, 0, 250, Due::Remind(2));
        check(RoundState::Open, 2, 300, Due::Nothing);
        check(RoundState::Open, 0, 301, Due::Close);
    }
}
