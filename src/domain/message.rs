//! The kinds of message and the states of one in the outbox.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::code::coded;
use super::ids::{DataLinkId, HandOverId, RequestId, SignInId};

/// What a message is for. At most one of a kind per round and seat. Codes stand in the database, in Message-IDs and in
/// counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum MessageKind {
    /// The personal link of a round.
    Invitation,
    /// First reminder, same link.
    #[strum(serialize = "reminder-1")]
    FirstReminder,
    /// Second and last reminder, same link.
    #[strum(serialize = "reminder-2")]
    SecondReminder,
    /// In place of a reminder, to somebody who answered some pages.
    Finish,
    /// What came of the round.
    Results,
    /// Which mail somebody chose to get, as a receipt.
    ChoiceNoted,
    /// To who passed a seat on.
    SeatPassedOn,
    /// To who got a seat while no round is open; else the invitation says it.
    SeatReceived,
    /// To a facilitator: a seat passed on.
    SeatTold,
    /// To a facilitator: a seat is to pass to an address that the partner does not use.
    SeatToConfirm,
    /// What somebody asked for, as a receipt.
    RequestNoted,
    /// To a facilitator: what somebody asked for.
    RequestTold,
    /// To two people who want to visit each other.
    VisitMatched,
    /// A report is ready, to the steering group.
    ReportReady,
    /// A report's draft waits for release, to who may do that.
    ReportDrafted,
    /// The way to one's own data.
    DataReady,
    /// A link and a code to sign in with.
    SignIn,
    /// To who wants to see that mail arrives.
    TestMail,
    /// To a facilitator, at most once a week: how much there is to look at.
    Digest,
    /// Chat: a round opened, counts only.
    RoundOpened,
    /// Chat: a round closed, counts only.
    RoundClosed,
}

coded!(MessageKind);

/// What else a message is about than its agreement and round. Stored as a number: the kind says whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Somebody's way in.
    SignIn(SignInId),
    /// A version of a period's report: 0 is the first, others correct it.
    Report(u32),
    /// A seat that passes on.
    HandOver(HandOverId),
    /// What somebody asked for.
    Request(RequestId),
    /// The way to one's own data.
    Data(DataLinkId),
}

impl About {
    /// What a stored number of a kind means; `None` for kinds that are about nothing else.
    pub fn of(kind: MessageKind, number: i64) -> Option<About> {
        match kind {
            MessageKind::SignIn => Some(About::SignIn(SignInId(number))),
            MessageKind::ReportReady | MessageKind::ReportDrafted => {
                Some(About::Report(u32::try_from(number).unwrap_or(0)))
            }
            MessageKind::SeatPassedOn
            | MessageKind::SeatReceived
            | MessageKind::SeatTold
            | MessageKind::SeatToConfirm => Some(About::HandOver(HandOverId(number))),
            MessageKind::RequestNoted | MessageKind::RequestTold | MessageKind::VisitMatched => {
                Some(About::Request(RequestId(number)))
            }
            MessageKind::DataReady => Some(About::Data(DataLinkId(number))),
            MessageKind::Invitation
            | MessageKind::FirstReminder
            | MessageKind::SecondReminder
            | MessageKind::Finish
            | MessageKind::Results
            | MessageKind::ChoiceNoted
            | MessageKind::TestMail
            | MessageKind::Digest
            | MessageKind::RoundOpened
            | MessageKind::RoundClosed => None,
        }
    }

    /// The number that is stored.
    pub fn number(self) -> i64 {
        match self {
            About::SignIn(id) => id.0,
            About::Report(number) => i64::from(number),
            About::HandOver(id) => id.0,
            About::Request(id) => id.0,
            About::Data(id) => id.0,
        }
    }
}

impl MessageKind {
    /// The reminder of an ordinal, `None` past the second.
    pub fn reminder(ordinal: u32) -> Option<MessageKind> {
        match ordinal {
            1 => Some(MessageKind::FirstReminder),
            2 => Some(MessageKind::SecondReminder),
            _ => None,
        }
    }

    /// Whether it goes only to people who have not finished answering.
    pub fn is_reminder(self) -> bool {
        match self {
            MessageKind::FirstReminder | MessageKind::SecondReminder | MessageKind::Finish => true,
            MessageKind::Invitation
            | MessageKind::Results
            | MessageKind::ChoiceNoted
            | MessageKind::SeatPassedOn
            | MessageKind::SeatReceived
            | MessageKind::SeatTold
            | MessageKind::SeatToConfirm
            | MessageKind::RequestNoted
            | MessageKind::RequestTold
            | MessageKind::VisitMatched
            | MessageKind::ReportReady
            | MessageKind::ReportDrafted
            | MessageKind::DataReady
            | MessageKind::SignIn
            | MessageKind::TestMail
            | MessageKind::Digest
            | MessageKind::RoundOpened
            | MessageKind::RoundClosed => false,
        }
    }

    /// Whether it asks for answers: of these a person gets at most [`MAX_ASKING_MAILS`] a round.
    pub fn is_asking(self) -> bool {
        self == MessageKind::Invitation || self.is_reminder()
    }
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum MessageState {
    /// Waiting for its time or for another try.
    Queued,
    /// A worker has it; a crash now leaves it ambiguous.
    Claimed,
    /// The next hop accepted it.
    Sent,
    /// The next hop refused it for good.
    Refused,
    /// It was not accepted before its last useful moment.
    Expired,
    /// No longer wanted: answered, replaced, opted out, round cancelled.
    Dropped,
    /// It may or may not have been accepted. Never repeated unless a person says so.
    Ambiguous,
}

coded!(MessageState);

impl MessageState {
    /// Whether an operator is to say what becomes of it.
    pub fn is_undecided(self) -> bool {
        match self {
            MessageState::Refused | MessageState::Expired | MessageState::Ambiguous => true,
            MessageState::Queued | MessageState::Claimed | MessageState::Sent | MessageState::Dropped => {
                false
            }
        }
    }
}

/// Mails that ask for answers, to one person in one round, the invitation included.
/// Source: experience rule E11 (hard cap 3).
pub const MAX_ASKING_MAILS: usize = 3;

/// Seconds to wait before try number `attempts + 1`: one minute, doubling, at most four hours.
/// Source: product decision within experience rule E9 (retries with backoff, at most 72 hours in all).
pub fn backoff_seconds(attempts: u32) -> i64 {
    const FIRST: i64 = 60;
    const MOST: i64 = 4 * 60 * 60;
    FIRST.saturating_mul(1 << attempts.saturating_sub(1).min(10)).min(MOST)
}

/// Which mails a person wants, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum OptOut {
    /// Everything, after all.
    Nothing,
    /// Nothing for the current round any more.
    ThisRound,
    /// Invitations, but no reminders.
    Reminders,
    /// No mail at all.
    All,
}

coded!(OptOut);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_from_a_minute_to_four_hours() {
        assert_eq!([1, 2, 3, 20].map(backoff_seconds), [60, 120, 240, 14_400]);
    }

    #[test]
    fn codes_are_what_mails_and_the_database_have_and_lead_back() {
        let codes = [MessageKind::FirstReminder, MessageKind::SecondReminder, MessageKind::SeatPassedOn];
        assert_eq!(codes.map(MessageKind::code), ["reminder-1", "reminder-2", "seat-passed-on"]);
        for kind in MessageKind::ALL {
            assert_eq!(MessageKind::find(kind.code()), Some(kind));
        }
    }
}
