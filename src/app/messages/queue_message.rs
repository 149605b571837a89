//! A message to a person is queued, in the transaction of the step that causes it.

use chrono::{DateTime, Duration, Utc};
use rusqlite::Connection;

use crate::domain::ids::{AgreementId, PersonId, RoundId, SeatId};
use crate::domain::message::{About, MessageKind};
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
            agreement: Some(agreement),
            round: Some(invited.round),
            invitation: Some(invited.invitation),
            recipient: Recipient::Person(invited.person),
            period: None,
            about: None,
            due_at: now,
            not_after_at,
        },
    )
}

/// How long a message that is no invitation or reminder is worth sending.
const WORTH_DAYS: i64 = 14;

/// Queues a message to a person about a row of its kind, due at once; whether it is new. `event` makes its name
/// unique: the same event tells a person once.
pub fn queue_about(
    connection: &Connection,
    kind: MessageKind,
    agreement: AgreementId,
    person: PersonId,
    event: &str,
    about: Option<About>,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    outbox::insert(
        connection,
        &NewMessage {
            name: format!("{}-{event}-p{person}", kind.code()),
            kind,
            agreement: Some(agreement),
            round: None,
            invitation: None,
            recipient: Recipient::Person(person),
            period: None,
            about,
            due_at: now,
            not_after_at: now + Duration::days(WORTH_DAYS),
        },
    )
}

/// The same to every facilitator of an agreement.
pub fn queue_to_facilitators(
    connection: &Connection,
    kind: MessageKind,
    agreement: AgreementId,
    event: &str,
    about: Option<About>,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    for facilitator in outbox::list_facilitators(connection, agreement)? {
        queue_about(connection, kind, agreement, facilitator, event, about, now)?;
    }
    Ok(())
}
