//! Row identities as distinct types, so that a round's number can never pass for a seat's.

use serde::{Deserialize, Serialize};

macro_rules! row_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0)
            }
        }
    )+};
}

row_id!(
    /// An agreement's row.
    AgreementId,
    /// A partner's row.
    PartnerId,
    /// A person's row.
    PersonId,
    /// A seat's row.
    SeatId,
    /// One stored version of a survey.
    SurveyVersionId,
    /// A round's row.
    RoundId,
    /// An invitation's row.
    InvitationId,
    /// A message in the outbox.
    MessageId,
    /// A seat's passing on.
    HandOverId,
    /// What somebody asked for.
    RequestId,
    /// A link to a page of the whole agreement.
    ShareLinkId,
    /// Somebody who may sign in.
    AccountId,
    /// An attempt to sign in.
    SignInId,
    /// A signed-in browser.
    SessionId,
    /// A conversation, planned or held.
    ConversationId,
    /// An adjustment, from proposal to review.
    AdjustmentId,
    /// A line of the learning agenda or of the lessons register.
    LearningId,
    /// A meeting of the steering group.
    MeetingId,
    /// A link to one's own data.
    DataLinkId,
    /// A change that waits for a second pair of eyes.
    ApprovalId,
    /// A program's key to the API.
    ApiTokenId,
    /// An address that is told of events.
    WebhookId,
);
