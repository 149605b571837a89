//! Who may do what: one table of capacities and actions. Routes name an action; nothing else decides.
//!
//! A person acts in the capacities that the agreement gives them. An operator runs the installation and sees neither
//! answers nor readings. Source: privacy rules, "who sees what"; product description, "who uses it".

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::code::coded;

/// In what capacity somebody acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Capacity {
    /// Reads signals, plans conversations.
    Facilitator,
    /// Chairs the steering group: releases its reports.
    Chair,
    /// Reads reports, decides on adjustments.
    Steering,
    /// Speaks for one partner.
    Contact,
    /// Runs the installation, for every agreement in it.
    Operator,
}

coded!(Capacity);

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident: $($who:ident)+;)+) => {
        /// Something that a page or a form does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $($(#[$doc])* $name,)+
        }

        impl Action {
            /// Every action, in the order of the table.
            pub const ALL: &[Action] = &[$(Action::$name),+];

            /// The capacities that may do it: the whole table.
            pub fn capacities(self) -> &'static [Capacity] {
                match self {
                    $(Action::$name => &[$(Capacity::$who),+],)+
                }
            }
        }
    };
}

actions! {
    /// The agreement's text, today's and earlier.
    ReadAgreement: Facilitator Steering Contact Operator;
    /// Readings of the whole agreement, partners as dots, and its reports.
    ReadResults: Facilitator Steering;
    /// A report's draft, its release and its corrections, and links to its external summary.
    ReleaseReport: Facilitator Chair;
    /// What every respondent sees of rounds that were shared.
    ReadShared: Facilitator Steering Contact;
    /// The steering group's page.
    ReadSteering: Facilitator Steering;
    /// Signals as facilitators see them, and what was done with them.
    WorkSignals: Facilitator;
    /// Response per partner, and whom to phone.
    ReadResponse: Facilitator;
    /// What respondents ask for in their own name.
    WorkRequests: Facilitator;
    /// Conversations, planned and held.
    ReadConversations: Facilitator Steering;
    /// Planning and logging conversations.
    WorkConversations: Facilitator;
    /// Adjustments from proposal to review.
    ReadAdjustments: Facilitator Steering Contact;
    /// Proposing, deciding and reviewing them, recording events and lessons, holding the meeting.
    Adjust: Facilitator Steering;
    /// An extra round after a shock.
    PulseExtra: Facilitator Steering;
    /// One's own partner: people, participation, consent.
    ReadOwnPartner: Contact;
    /// People, seats and rounds of an agreement.
    Administer: Operator;
    /// A second pair of eyes on a change.
    Approve: Operator Facilitator;
    /// The whole installation: agreements, mail, audit log.
    Operate: Operator;
}

/// Whether any of these capacities may do it. Nobody: no.
pub fn may(capacities: &[Capacity], action: Action) -> bool {
    action.capacities().iter().any(|who| capacities.contains(who))
}

/// The table as text, a line an action: what a test prints and a reviewer reads.
pub fn table() -> String {
    let mut out = format!("{:<18}", "action");
    for capacity in Capacity::ALL {
        out += &format!(" {:<11}", capacity.code());
    }
    for action in Action::ALL {
        out = out.trim_end().to_owned() + "\n";
        out += &format!("{:<18}", format!("{action:?}"));
        for capacity in Capacity::ALL {
            out += &format!(" {:<11}", if may(&[capacity], *action) { "yes" } else { "-" });
        }
    }
    out.trim_end().to_owned() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operator_reads_no_answers_and_no_readings() {
        use Action::{
            Adjust, PulseExtra, ReadConversations, ReadResponse, ReadResults, ReadSteering, WorkRequests,
            WorkSignals,
        };
        for action in [
            ReadResults,
            ReadSteering,
            WorkSignals,
            ReadResponse,
            WorkRequests,
            ReadConversations,
            Adjust,
            PulseExtra,
        ] {
            assert!(!may(&[Capacity::Operator], action), "{action:?}");
        }
    }

    #[test]
    fn only_facilitators_see_who_a_signal_is_about_and_nobody_without_a_capacity_sees_anything() {
        assert_eq!(Action::WorkSignals.capacities(), [Capacity::Facilitator]);
        assert_eq!(Action::ReadResponse.capacities(), [Capacity::Facilitator]);
        assert!(Action::ALL.iter().all(|action| !may(&[], *action)));
    }
}
