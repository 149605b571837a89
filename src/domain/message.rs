//! The kinds of message and the states of one in the outbox.

use serde::{Deserialize, Serialize};

/// What a message is for. At most one of a kind per round and seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// The personal link of a round.
    Invitation,
    /// First reminder, same link.
    FirstReminder,
    /// Second and last reminder, same link.
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

impl MessageKind {
    /// Every kind.
    pub const ALL: [MessageKind; 21] = [
        MessageKind::Invitation,
        MessageKind::FirstReminder,
        MessageKind::SecondReminder,
        MessageKind::Finish,
        MessageKind::Results,
        MessageKind::ChoiceNoted,
        MessageKind::SeatPassedOn,
        MessageKind::SeatReceived,
        MessageKind::SeatTold,
        MessageKind::SeatToConfirm,
        MessageKind::RequestNoted,
        MessageKind::RequestTold,
        MessageKind::VisitMatched,
        MessageKind::ReportReady,
        MessageKind::ReportDrafted,
        MessageKind::DataReady,
        MessageKind::SignIn,
        MessageKind::TestMail,
        MessageKind::Digest,
        MessageKind::RoundOpened,
        MessageKind::RoundClosed,
    ];

    /// The name in the database, in Message-IDs and in counts.
    pub fn code(self) -> &'static str {
        match self {
            MessageKind::Invitation => "invitation",
            MessageKind::FirstReminder => "reminder-1",
            MessageKind::SecondReminder => "reminder-2",
            MessageKind::Finish => "finish",
            MessageKind::Results => "results",
            MessageKind::ChoiceNoted => "choice-noted",
            MessageKind::SeatPassedOn => "seat-passed-on",
            MessageKind::SeatReceived => "seat-received",
            MessageKind::SeatTold => "seat-told",
            MessageKind::SeatToConfirm => "seat-to-confirm",
            MessageKind::RequestNoted => "request-noted",
            MessageKind::RequestTold => "request-told",
            MessageKind::VisitMatched => "visit-matched",
            MessageKind::ReportReady => "report-ready",
            MessageKind::ReportDrafted => "report-drafted",
            MessageKind::DataReady => "data-ready",
            MessageKind::SignIn => "sign-in",
            MessageKind::TestMail => "test-mail",
            MessageKind::Digest => "digest",
            MessageKind::RoundOpened => "round-opened",
            MessageKind::RoundClosed => "round-closed",
        }
    }

    /// The kind of a name, or `None`.
    pub fn find(code: &str) -> Option<MessageKind> {
        MessageKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

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
        matches!(self, MessageKind::FirstReminder | MessageKind::SecondReminder | MessageKind::Finish)
    }

    /// Whether it asks for answers: of these a person gets at most [`MAX_ASKING_MAILS`] a round.
    pub fn is_asking(self) -> bool {
        self == MessageKind::Invitation || self.is_reminder()
    }
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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

impl MessageState {
    /// Every state.
    pub const ALL: [MessageState; 7] = [
        MessageState::Queued,
        MessageState::Claimed,
        MessageState::Sent,
        MessageState::Refused,
        MessageState::Expired,
        MessageState::Dropped,
        MessageState::Ambiguous,
    ];

    /// The name in the database.
    pub fn code(self) -> &'static str {
        match self {
            MessageState::Queued => "queued",
            MessageState::Claimed => "claimed",
            MessageState::Sent => "sent",
            MessageState::Refused => "refused",
            MessageState::Expired => "expired",
            MessageState::Dropped => "dropped",
            MessageState::Ambiguous => "ambiguous",
        }
    }

    /// The state of a name, or `None`.
    pub fn find(code: &str) -> Option<MessageState> {
        MessageState::ALL.into_iter().find(|state| state.code() == code)
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

impl OptOut {
    /// Every choice.
    pub const ALL: [OptOut; 4] = [OptOut::Nothing, OptOut::ThisRound, OptOut::Reminders, OptOut::All];

    /// The name in forms and in the database.
    pub fn code(self) -> &'static str {
        match self {
            OptOut::Nothing => "nothing",
            OptOut::ThisRound => "this-round",
            OptOut::Reminders => "reminders",
            OptOut::All => "all",
        }
    }

    /// The choice of a name, or `None`.
    pub fn find(code: &str) -> Option<OptOut> {
        OptOut::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_from_a_minute_to_four_hours() {
        assert_eq!([1, 2, 3, 20].map(backoff_seconds), [60, 120, 240, 14_400]);
    }

    #[test]
    fn names_lead_back_to_their_kind_and_state() {
        for kind in MessageKind::ALL {
            assert_eq!(MessageKind::find(kind.code()), Some(kind));
        }
        for state in MessageState::ALL {
            assert_eq!(MessageState::find(state.code()), Some(state));
        }
    }
}
