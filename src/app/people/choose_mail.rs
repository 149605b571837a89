//! A person chooses which mail to get, and in which language.

use chrono::{DateTime, Utc};

use crate::app::messages::queue_message::queue_about;
use crate::app::{AppError, Service};
use crate::domain::agreement::Agreement;
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::domain::message::{MessageKind, OptOut};
use crate::store::{agreement, invitation};

/// Who holds a personal link, as far as a page needs to know.
#[derive(Debug, Clone)]
pub struct Subscriber {
    /// Their language.
    pub language: Language,
    /// The agreement whose mail it is.
    pub agreement: Agreement,
    /// Which mail they get now.
    pub choice: OptOut,
    /// Whether they hold a seat, which they may pass on.
    pub has_seat: bool,
}

/// The holder of a personal link, or `None`.
pub async fn find(service: &Service, token: &Token) -> Result<Option<Subscriber>, AppError> {
    let digest = token.digest();
    let found = service
        .store
        .read("find the subscriber", move |connection| {
            let Some(holder) = invitation::find_holder(connection, &digest)? else { return Ok(None) };
            Ok(Some(Subscriber {
                language: holder.language,
                agreement: agreement::get(connection, holder.agreement)?,
                choice: holder.choice,
                has_seat: holder.seat.is_some(),
            }))
        })
        .await?;
    Ok(found)
}

/// Takes a choice, effective at once: queued messages look at it when they are claimed. Gives what holds from now on;
/// `None` for an unknown link.
///
/// Whoever wants less mail from now on gets one last mail that says so, at most one an hour: a click that a machine
/// made is seen, and can be taken back.
pub async fn choose(
    service: &Service,
    token: &Token,
    choice: OptOut,
    now: DateTime<Utc>,
) -> Result<Option<OptOut>, AppError> {
    let digest = token.digest();
    let known = service
        .store
        .write("take the choice", move |connection| {
            let Some(holder) = invitation::find_holder(connection, &digest)? else { return Ok(None) };
            invitation::opt_out(connection, holder.person, choice)?;
            if choice != OptOut::Nothing && choice != holder.choice {
                let hour = format!("t{}", now.timestamp() / 3600);
                let kind = MessageKind::ChoiceNoted;
                queue_about(connection, kind, holder.agreement, holder.person, &hour, None, now)?;
            }
            Ok(invitation::find_holder(connection, &digest)?.map(|holder| holder.choice))
        })
        .await?;
    service.outbox_bell.notify_waiters();
    Ok(known)
}

/// Remembers the language of a person's mails and pages. Whether the link is known.
pub async fn choose_language(service: &Service, token: &Token, language: Language) -> Result<bool, AppError> {
    let digest = token.digest();
    let known = service
        .store
        .write("take the language", move |connection| {
            let Some(holder) = invitation::find_holder(connection, &digest)? else { return Ok(false) };
            invitation::choose_language(connection, holder.person, language)?;
            Ok(true)
        })
        .await?;
    Ok(known)
}
