//! A message to a seat's occupant is queued, in the transaction of the step that causes it.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::domain::ids::{AgreementId, RoundId, SeatId};
use crate::domain::message::MessageKind;
use crate::store::invitation::OpenInvitation;
use crate::store::outbox::{self, NewMessage, Recipient};

/// The unique name of a message to a seat's occupant.
pub fn message_name(kind: MessageKind, round: RoundId, seat: SeatId, occupant_version: i64) -> String {
    format!("{}-r{round}-s{seat}-v{occupant_version}", kind.code())
}

/// Queues a message about an invitation, due at once, unless this one was queued before; whether it is new.
pub fn queue(
    connection: &Connection,
    kind: MessageKind,
    agreement: AgreementId,
    invited: &OpenInvitation,
    now: DateTime<Utc>,
    not_after_at: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    outbox::insert(
        connection,
        &NewMessage {
            name: message_name(kind, invited.round, invited.seat, invited.occupant_version),
            kind,
            agreement,
            round: Some(invited.round),
            invitation: Some(invited.invitation),
            recipient: Recipient::Person(invited.person),
            period: None,
            due_at: now,
            not_after_at,
        },
    )
}
