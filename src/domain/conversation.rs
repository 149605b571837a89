//! Conversations: planned or held because of a signal or a request, and what facilitators wrote about a signal.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::code::coded;

/// How people meet, the lightest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
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

coded!(ConversationKind);

/// Where a conversation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum ConversationState {
    /// It is to come.
    Planned,
    /// It took place.
    Held,
    /// It was called off.
    Cancelled,
}

coded!(ConversationState);

/// What a facilitator did with a signal, apart from conversations. Nothing is removed: taking back is an entry too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum SignalWork {
    /// Wrote something down.
    Noted,
    /// Nothing needs to be done, for a reason.
    Dismissed,
    /// It is to be discussed after all.
    Reopened,
}

coded!(SignalWork);

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
