//! The audit log's entries and the chain that holds them: each carries the digest of the one before, so that nothing
//! can be changed or taken out unseen. Entries hold no answers, no tokens, no addresses.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// What somebody does that is kept, told to programs, or both: one list for the log and the webhooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
pub enum Act {
    /// An agreement came in from a file.
    #[strum(serialize = "agreement.imported")]
    AgreementImported,
    /// An agreement moved to a newer edition of its survey.
    #[strum(serialize = "edition.moved")]
    EditionMoved,
    /// People were added or changed.
    #[strum(serialize = "people.changed")]
    PeopleChanged,
    /// Somebody got or lost a part.
    #[strum(serialize = "person.parts")]
    PersonParts,
    /// Somebody was sent the way to their own data.
    #[strum(serialize = "person.data-sent")]
    PersonDataSent,
    /// Somebody took their own data.
    #[strum(serialize = "person.data-taken")]
    PersonDataTaken,
    /// Somebody was erased at their wish.
    #[strum(serialize = "person.erased")]
    PersonErased,
    /// A seat passed on.
    #[strum(serialize = "seat.passed")]
    SeatPassed,
    /// A hand-over was refused.
    #[strum(serialize = "seat.refused")]
    SeatRefused,
    /// A partner consented to answers by name.
    #[strum(serialize = "consent.given")]
    ConsentGiven,
    /// A partner took that consent back.
    #[strum(serialize = "consent.taken-back")]
    ConsentTakenBack,
    /// A second person was asked to agree.
    #[strum(serialize = "approval.asked")]
    ApprovalAsked,
    /// A second person agreed.
    #[strum(serialize = "approval.approved")]
    ApprovalApproved,
    /// A second person did not agree.
    #[strum(serialize = "approval.refused")]
    ApprovalRefused,
    /// An adjustment was proposed.
    #[strum(serialize = "adjustment.proposed")]
    AdjustmentProposed,
    /// An adjustment was decided.
    #[strum(serialize = "adjustment.decided")]
    AdjustmentDecided,
    /// An adjustment came into force.
    #[strum(serialize = "adjustment.in-force")]
    AdjustmentInForce,
    /// An adjustment was looked back at.
    #[strum(serialize = "adjustment.reviewed")]
    AdjustmentReviewed,
    /// An adjustment was withdrawn.
    #[strum(serialize = "adjustment.withdrawn")]
    AdjustmentWithdrawn,
    /// An event was noted on the time axis.
    #[strum(serialize = "event.noted")]
    EventNoted,
    /// A lesson was written down.
    #[strum(serialize = "lesson.noted")]
    LessonNoted,
    /// A question for the learning agenda was written down.
    #[strum(serialize = "question.noted")]
    QuestionNoted,
    /// A lesson or question was struck.
    #[strum(serialize = "learning.struck")]
    LearningStruck,
    /// A struck lesson or question came back.
    #[strum(serialize = "learning.restored")]
    LearningRestored,
    /// A meeting began.
    #[strum(serialize = "meeting.begun")]
    MeetingBegun,
    /// Something was decided in a meeting.
    #[strum(serialize = "meeting.decided")]
    MeetingDecided,
    /// A point was put on a meeting’s agenda.
    #[strum(serialize = "meeting.point-added")]
    MeetingPointAdded,
    /// Who was at a meeting was noted.
    #[strum(serialize = "meeting.present-noted")]
    MeetingPresentNoted,
    /// A meeting was closed.
    #[strum(serialize = "meeting.closed")]
    MeetingClosed,
    /// A closed meeting was opened again.
    #[strum(serialize = "meeting.reopened")]
    MeetingReopened,
    /// A round opened. Only told to programs: the round itself keeps it.
    #[strum(serialize = "round.opened")]
    RoundOpened,
    /// A round closed. Only told to programs: the round itself keeps it.
    #[strum(serialize = "round.closed")]
    RoundClosed,
    /// A round’s results were shared.
    #[strum(serialize = "round.shared")]
    RoundShared,
    /// A round got a later last day.
    #[strum(serialize = "round.extended")]
    RoundExtended,
    /// A round was called off.
    #[strum(serialize = "round.cancelled")]
    RoundCancelled,
    /// The next planned round was skipped.
    #[strum(serialize = "round.skipped")]
    RoundSkipped,
    /// Rounds were paused.
    #[strum(serialize = "rounds.paused")]
    RoundsPaused,
    /// Rounds go on.
    #[strum(serialize = "rounds.resumed")]
    RoundsResumed,
    /// An extra pulse was started.
    #[strum(serialize = "pulse.started")]
    PulseStarted,
    /// A comment was masked.
    #[strum(serialize = "comment.masked")]
    CommentMasked,
    /// A comment’s mask was taken off.
    #[strum(serialize = "comment.unmasked")]
    CommentUnmasked,
    /// Something was noted with a signal.
    #[strum(serialize = "signal.noted")]
    SignalNoted,
    /// A signal was dismissed.
    #[strum(serialize = "signal.dismissed")]
    SignalDismissed,
    /// A dismissed signal was taken up again.
    #[strum(serialize = "signal.reopened")]
    SignalReopened,
    /// A conversation was planned.
    #[strum(serialize = "conversation.planned")]
    ConversationPlanned,
    /// A conversation was held.
    #[strum(serialize = "conversation.held")]
    ConversationHeld,
    /// A conversation was called off.
    #[strum(serialize = "conversation.cancelled")]
    ConversationCancelled,
    /// A conversation is planned again.
    #[strum(serialize = "conversation.reopened")]
    ConversationReopened,
    /// A request was dealt with.
    #[strum(serialize = "request.finished")]
    RequestFinished,
    /// A report was drafted.
    #[strum(serialize = "report.drafted")]
    ReportDrafted,
    /// A report was released.
    #[strum(serialize = "report.released")]
    ReportReleased,
    /// A report was released. As programs are told it.
    #[strum(serialize = "report.published")]
    ReportPublished,
    /// Links to a report were revoked.
    #[strum(serialize = "report.links-revoked")]
    ReportLinksRevoked,
    /// A link for outsiders was made.
    #[strum(serialize = "link.made")]
    LinkMade,
    /// A link for outsiders was revoked.
    #[strum(serialize = "link.revoked")]
    LinkRevoked,
    /// A program got a key.
    #[strum(serialize = "program.admitted")]
    ProgramAdmitted,
    /// A program’s key was taken back.
    #[strum(serialize = "program.revoked")]
    ProgramRevoked,
    /// An address is told of events.
    #[strum(serialize = "webhook.set-up")]
    WebhookSetUp,
    /// An address is told of no more events.
    #[strum(serialize = "webhook.ended")]
    WebhookEnded,
    /// A mail came back: the address is not mailed any more.
    #[strum(serialize = "bounce.noted")]
    BounceNoted,
    /// An address was said to be good again.
    #[strum(serialize = "bounce.cleared")]
    BounceCleared,
    /// A message was sent again.
    #[strum(serialize = "message.repeated")]
    MessageRepeated,
    /// A message was left.
    #[strum(serialize = "message.dropped")]
    MessageDropped,
    /// All sending was paused.
    #[strum(serialize = "sending.paused")]
    SendingPaused,
    /// Sending goes on.
    #[strum(serialize = "sending.resumed")]
    SendingResumed,
    /// Somebody signed in.
    #[strum(serialize = "session.started")]
    SessionStarted,
    /// Somebody gave their second factor.
    #[strum(serialize = "session.strengthened")]
    SessionStrengthened,
    /// Somebody signed out.
    #[strum(serialize = "session.ended")]
    SessionEnded,
    /// An account was tied to another server’s.
    #[strum(serialize = "identity.tied")]
    IdentityTied,
    /// Somebody dropped their second factor.
    #[strum(serialize = "factor.dropped")]
    FactorDropped,
    /// Somebody’s second factor was taken away for them.
    #[strum(serialize = "factor.reset")]
    FactorReset,
    /// Somebody became an operator.
    #[strum(serialize = "operator.invited")]
    OperatorInvited,
    /// Somebody is an operator no more.
    #[strum(serialize = "operator.ended")]
    OperatorEnded,
    /// A backup was put back.
    #[strum(serialize = "database.restored")]
    DatabaseRestored,
    /// The demo’s story was played.
    #[strum(serialize = "demo.seeded")]
    DemoSeeded,
}

impl Act {
    /// Its code in the log and in events: `adjustment.decided`.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The act of a code; `None` for one that this version does not know.
    pub fn find(code: &str) -> Option<Act> {
        code.parse().ok()
    }

    /// Whether an agreement's webhooks are told: what other programs plan by, and nothing about one person.
    pub fn is_event(self) -> bool {
        match self {
            Act::AdjustmentProposed
            | Act::AdjustmentDecided
            | Act::AdjustmentInForce
            | Act::AdjustmentReviewed
            | Act::AdjustmentWithdrawn
            | Act::RoundOpened
            | Act::RoundClosed
            | Act::ConversationHeld
            | Act::ReportPublished => true,
            Act::AgreementImported
            | Act::EditionMoved
            | Act::PeopleChanged
            | Act::PersonParts
            | Act::PersonDataSent
            | Act::PersonDataTaken
            | Act::PersonErased
            | Act::SeatPassed
            | Act::SeatRefused
            | Act::ConsentGiven
            | Act::ConsentTakenBack
            | Act::ApprovalAsked
            | Act::ApprovalApproved
            | Act::ApprovalRefused
            | Act::EventNoted
            | Act::LessonNoted
            | Act::QuestionNoted
            | Act::LearningStruck
            | Act::LearningRestored
            | Act::MeetingBegun
            | Act::MeetingDecided
            | Act::MeetingPointAdded
            | Act::MeetingPresentNoted
            | Act::MeetingClosed
            | Act::MeetingReopened
            | Act::RoundShared
            | Act::RoundExtended
            | Act::RoundCancelled
            | Act::RoundSkipped
            | Act::RoundsPaused
            | Act::RoundsResumed
            | Act::PulseStarted
            | Act::CommentMasked
            | Act::CommentUnmasked
            | Act::SignalNoted
            | Act::SignalDismissed
            | Act::SignalReopened
            | Act::ConversationPlanned
            | Act::ConversationCancelled
            | Act::ConversationReopened
            | Act::RequestFinished
            | Act::ReportDrafted
            | Act::ReportReleased
            | Act::ReportLinksRevoked
            | Act::LinkMade
            | Act::LinkRevoked
            | Act::ProgramAdmitted
            | Act::ProgramRevoked
            | Act::WebhookSetUp
            | Act::WebhookEnded
            | Act::BounceNoted
            | Act::BounceCleared
            | Act::MessageRepeated
            | Act::MessageDropped
            | Act::SendingPaused
            | Act::SendingResumed
            | Act::SessionStarted
            | Act::SessionStrengthened
            | Act::SessionEnded
            | Act::IdentityTied
            | Act::FactorDropped
            | Act::FactorReset
            | Act::OperatorInvited
            | Act::OperatorEnded
            | Act::DatabaseRestored
            | Act::DemoSeeded => false,
        }
    }
}

/// What was done, as it is logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Seconds since 1970 (UTC).
    pub at: i64,
    /// Who: `account 3`, `command`, `service`.
    pub who: String,
    /// Short name of the agreement; empty for the installation.
    pub agreement: String,
    /// What: `adjustment.decided`.
    pub what: String,
    /// To which: `adjustment 4`.
    pub about: String,
    /// What a reader needs besides: `in-force 2026-11-10`.
    pub detail: String,
}

/// The digest before the first entry.
pub const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl Entry {
    /// The digest of this entry behind another, in hexadecimal.
    ///
    /// Shape: SHA-256 over the previous digest and every field, each with its length, so that no two entries read alike.
    pub fn digest(&self, previous: &str) -> String {
        let mut hash = Sha256::new();
        let at = self.at.to_string();
        for part in [previous, &at, &self.who, &self.agreement, &self.what, &self.about, &self.detail] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        HEXLOWER.encode(&hash.finalize())
    }
}

/// The first place where a chain is broken, counted from 0; `None` when it holds.
///
/// Shape: entries in order with the digest that was stored with each; `previous` is the digest before the first.
pub fn find_break<'e>(
    previous: &str,
    entries: impl IntoIterator<Item = (&'e Entry, &'e str)>,
) -> Option<usize> {
    let mut previous = previous.to_owned();
    for (place, (entry, stored)) in entries.into_iter().enumerate() {
        previous = entry.digest(&previous);
        if previous != stored {
            return Some(place);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(n: i64) -> Vec<(Entry, String)> {
        let mut previous = START.to_owned();
        (0..n)
            .map(|at| {
                let text = |word: &str| format!("{word} {at}");
                let entry = Entry {
                    at,
                    who: text("account"),
                    agreement: "city".into(),
                    what: text("did"),
                    about: text("it"),
                    detail: String::new(),
                };
                previous = entry.digest(&previous);
                (entry, previous.clone())
            })
            .collect()
    }

    fn check(chain: &[(Entry, String)]) -> Option<usize> {
        find_break(START, chain.iter().map(|(entry, digest)| (entry, digest.as_str())))
    }

    #[test]
    fn a_chain_holds_until_something_is_changed_moved_or_taken_out() {
        let good = chain(5);
        assert_eq!(check(&good), None);
        let mut changed = good.clone();
        changed[2].0.detail = "else".into();
        assert_eq!(check(&changed), Some(2));
        let mut shorter = good.clone();
        shorter.remove(1);
        assert_eq!(check(&shorter), Some(1));
        let mut moved = good.clone();
        moved.swap(3, 4);
        assert_eq!(check(&moved), Some(3));
        let mut shifted = good;
        shifted[0].0.what = "did 0i".into();
        shifted[0].0.about = "t 0".into();
        assert_eq!(check(&shifted), Some(0), "fields do not run into each other");
    }
}
