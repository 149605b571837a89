//! Messages leave: claimed durably, handed over outside any transaction, settled durably.

use chrono::{DateTime, Duration, Utc};

use crate::app::messages::compose_message::{compose_mail, compose_notice};
use crate::app::{AppError, Service};
use crate::delivery::chat_hook::ChatHooks;
use crate::delivery::{MailTransport, Outcome};
use crate::domain::audit::Act;
use crate::domain::message::{MessageState, backoff_seconds};
use crate::store::outbox::{Channel, Message, Recipient};
use crate::store::{StoreError, audit, outbox, setting};
use crate::words::{self, Phrase};

/// What one look at the outbox came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// Nothing is due, or sending is paused.
    Nothing,
    /// One message was dealt with.
    One(MessageState),
}

/// Settles what a process that is gone had claimed: a way out that remembers says what happened; otherwise the
/// message is ambiguous, listed, and not repeated. Call once, before sending.
pub async fn recover(
    service: &Service,
    transport: &MailTransport,
    now: DateTime<Utc>,
) -> Result<usize, AppError> {
    let claimed = service.store.read("list claimed messages", outbox::list_claimed).await?;
    let n = claimed.len();
    for message in claimed {
        let known = match message.recipient {
            Recipient::Person(_) | Recipient::Account(_) => transport.was_accepted(&message.name),
            Recipient::Hook(_) => None,
        };
        service
            .store
            .write("settle a claimed message", move |connection| match known {
                Some(true) => outbox::settle(connection, message.id, MessageState::Sent, None, now),
                Some(false) => {
                    outbox::requeue(connection, message.id, now, "the program stopped before it was sent")
                }
                None => {
                    let problem =
                        "the program stopped while it was being sent: it may or may not have arrived";
                    outbox::settle(connection, message.id, MessageState::Ambiguous, Some(problem), now)
                }
            })
            .await?;
    }
    if n > 0 {
        tracing::warn!(n, "messages had been claimed by a process that is gone: see polsslag status");
    }
    Ok(n)
}

/// Sends the next due mail, if any.
pub async fn send_next_mail(
    service: &Service,
    transport: &mut MailTransport,
    now: DateTime<Utc>,
) -> Result<Sent, AppError> {
    let Some(message) = claim(service, Channel::Mail, now).await? else { return Ok(Sent::Nothing) };
    let (key, config, job) = (service.key.clone(), service.config.clone(), message.clone());
    let composed = service
        .store
        .read("compose a mail", move |connection| compose_mail(connection, &key, &config, &job, now))
        .await;
    let outcome = match composed {
        Ok(Some(mail)) => transport.send(&mail).await,
        Err(error) => Outcome::NotNow(format!("it could not be composed: {error}")),
        Ok(None) => Outcome::Refused("what it is about is no longer there".to_owned()),
    };
    settle(service, &message, outcome, now).await
}

/// Sends the next due chat notice, if any.
pub async fn send_next_notice(
    service: &Service,
    hooks: &ChatHooks,
    now: DateTime<Utc>,
) -> Result<Sent, AppError> {
    let Some(message) = claim(service, Channel::Hook, now).await? else { return Ok(Sent::Nothing) };
    let (key, config, job) = (service.key.clone(), service.config.clone(), message.clone());
    let notice = service
        .store
        .read("compose a notice", move |connection| compose_notice(connection, &key, &config, &job))
        .await;
    let outcome = match (notice, &message.recipient) {
        (Ok(Some(notice)), Recipient::Hook(name)) => hooks.send(name, &notice).await,
        (Err(error), _) => Outcome::NotNow(format!("it could not be composed: {error}")),
        _ => Outcome::Refused("what it is about is no longer there".to_owned()),
    };
    settle(service, &message, outcome, now).await
}

async fn claim(service: &Service, channel: Channel, now: DateTime<Utc>) -> Result<Option<Message>, AppError> {
    let claimed = service
        .store
        .write("claim a message", move |connection| {
            outbox::claim(connection, channel, setting::is_sending_paused(connection)?, now)
        })
        .await?;
    Ok(claimed)
}

/// How often a result is written again when the store is busy: what is known may not be lost while we live.
const SETTLE_TRIES: u32 = 50;

async fn settle(
    service: &Service,
    message: &Message,
    outcome: Outcome,
    now: DateTime<Utc>,
) -> Result<Sent, AppError> {
    let kind = message.kind;
    let id = message.id;
    let attempts = message.attempts;
    let mut tries = 0;
    let state = loop {
        match write_outcome(service, message, outcome.clone(), now).await {
            Ok(state) => break state,
            Err(error) if tries >= SETTLE_TRIES => return Err(error.into()),
            Err(error) => {
                tries += 1;
                tracing::warn!(message = %id, %error, "what became of a message could not be written; trying again");
                tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            }
        }
    };
    match state {
        MessageState::Sent => tracing::debug!(message = %id, kind = kind.code(), "sent"),
        _ => tracing::warn!(message = %id, kind = kind.code(), state = state.code(), attempts, "not sent"),
    }
    Ok(Sent::One(state))
}

async fn write_outcome(
    service: &Service,
    message: &Message,
    outcome: Outcome,
    now: DateTime<Utc>,
) -> Result<MessageState, StoreError> {
    let (id, attempts, not_after_at) = (message.id, message.attempts, message.not_after_at);
    service
        .store
        .write("settle a message", move |connection| {
            let (state, problem) = match outcome {
                Outcome::Accepted => (MessageState::Sent, None),
                Outcome::Refused(problem) => (MessageState::Refused, Some(problem)),
                Outcome::Unknown(problem) => (MessageState::Ambiguous, Some(problem)),
                Outcome::NotNow(problem) => {
                    let again_at = now + Duration::seconds(backoff_seconds(attempts));
                    if again_at > not_after_at {
                        (MessageState::Expired, Some(problem))
                    } else {
                        outbox::requeue(connection, id, again_at, &problem)?;
                        return Ok(MessageState::Queued);
                    }
                }
            };
            outbox::settle(connection, id, state, problem.as_deref(), now)?;
            Ok(state)
        })
        .await
}

/// Why nothing is decided about a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such message.
    NoMessage {
        /// The message.
        number: i64,
    },
    /// It does not wait for a decision.
    NothingToDecide {
        /// The message.
        number: i64,
        /// Where it stands.
        state: MessageState,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::NoMessage { number } => Phrase::RefusalNoMessage { number: (*number).into() },
            Refusal::NothingToDecide { number, state } => Phrase::RefusalNothingToDecide {
                number: (*number).into(),
                state: words::message_state_word(*state).into(),
            },
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        matches!(self, Refusal::NoMessage { .. })
    }
}

/// An operator's word on an ambiguous or refused message: send it again, or leave it.
pub async fn decide(service: &Service, id: i64, again: bool, now: DateTime<Utc>) -> Result<(), AppError> {
    let id = crate::domain::ids::MessageId(id);
    let found = service
        .store
        .write("decide on a message", move |connection| {
            let Some(message) = outbox::find(connection, id)? else { return Ok(None) };
            let is_open = message.state.is_undecided();
            if is_open && again {
                outbox::extend(connection, id, now + Duration::hours(24))?;
                outbox::requeue(connection, id, now, "repeated by the operator")?;
            } else if is_open {
                outbox::settle(connection, id, MessageState::Dropped, Some("left by the operator"), now)?;
            }
            if is_open {
                let what = if again { Act::MessageRepeated } else { Act::MessageDropped };
                audit::note_command(connection, what, &format!("message {id}"), now)?;
            }
            Ok(Some((message.state, is_open)))
        })
        .await?;
    match found {
        None => Err(Refusal::NoMessage { number: id.0 }.into()),
        Some((state, false)) => Err(Refusal::NothingToDecide { number: id.0, state }.into()),
        Some(_) => {
            service.outbox_bell.notify_waiters();
            Ok(())
        }
    }
}

/// Stops or resumes all sending.
pub async fn pause_sending(service: &Service, paused: bool, now: DateTime<Utc>) -> Result<(), AppError> {
    let value = if paused { "yes" } else { "no" };
    service
        .store
        .write("pause or resume sending", move |connection| {
            let what = if paused { Act::SendingPaused } else { Act::SendingResumed };
            audit::note_command(connection, what, "", now)?;
            setting::set(connection, setting::SENDING_PAUSED, value)
        })
        .await?;
    service.outbox_bell.notify_waiters();
    Ok(())
}
