//! Conversations: planned or held because of a signal or a request, and what facilitators wrote about a signal.

use serde::{Deserialize, Serialize};

/// How people meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConversationKind {
    /// By phone.
    Phone,
    /// At a table.
    Table,
    /// In each other's kitchen.
    KitchenVisit,
    /// A step of mediation, as the agreement's own article says.
    Mediation,
}

impl ConversationKind {
    /// Every kind, the lightest first.
    pub const ALL: [ConversationKind; 4] = [
        ConversationKind::Phone,
        ConversationKind::Table,
        ConversationKind::KitchenVisit,
        ConversationKind::Mediation,
    ];

    /// The name in forms and in the database.
    pub fn code(self) -> &'static str {
        match self {
            ConversationKind::Phone => "phone",
            ConversationKind::Table => "table",
            ConversationKind::KitchenVisit => "kitchen-visit",
            ConversationKind::Mediation => "mediation",
        }
    }

    /// The kind of a name, or `None`.
    pub fn find(code: &str) -> Option<ConversationKind> {
        ConversationKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Where a conversation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ConversationState {
    /// It is to come.
    Planned,
    /// It took place.
    Held,
    /// It was called off.
    Cancelled,
}

impl ConversationState {
    /// Every state.
    pub const ALL: [ConversationState; 3] =
        [ConversationState::Planned, ConversationState::Held, ConversationState::Cancelled];

    /// The name in the database.
    pub fn code(self) -> &'static str {
        match self {
            ConversationState::Planned => "planned",
            ConversationState::Held => "held",
            ConversationState::Cancelled => "cancelled",
        }
    }

    /// The state of a name, or `None`.
    pub fn find(code: &str) -> Option<ConversationState> {
        ConversationState::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What a facilitator did with a signal, apart from conversations. Nothing is removed: taking back is an entry too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignalWork {
    /// Wrote something down.
    Noted,
    /// Nothing needs to be done, for a reason.
    Dismissed,
    /// It is to be discussed after all.
    Reopened,
}

impl SignalWork {
    /// The name in forms and in the database.
    pub fn code(self) -> &'static str {
        match self {
            SignalWork::Noted => "noted",
            SignalWork::Dismissed => "dismissed",
            SignalWork::Reopened => "reopened",
        }
    }

    /// The work of a name, or `None`.
    pub fn find(code: &str) -> Option<SignalWork> {
        [SignalWork::Noted, SignalWork::Dismissed, SignalWork::Reopened]
            .into_iter()
            .find(|work| work.code() == code)
    }
}

/// Whether a signal is dismissed after these entries, oldest first.
pub fn is_dismissed(entries: impl IntoIterator<Item = SignalWork>) -> bool {
    entries.into_iter().fold(false, |before, entry| match entry {
        SignalWork::Noted => before,
        SignalWork::Dismissed => true,
        SignalWork::Reopened => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_counts_and_a_note_is_none() {
        use SignalWork::{Dismissed, Noted, Reopened};
        assert!(!is_dismissed([]));
        assert!(is_dismissed([Noted, Dismissed, Noted]));
        assert!(!is_dismissed([Dismissed, Reopened]));
    }
}
