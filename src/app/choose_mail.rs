//! A person chooses which mail to get.

use super::{AppError, Service};
use crate::domain::agreement::Agreement;
use crate::domain::invitation::Token;
use crate::domain::language::Language;
use crate::domain::message::OptOut;
use crate::store::{agreement, invitation};

/// Who holds an unsubscribe link, as far as a page needs to know.
#[derive(Debug, Clone)]
pub struct Subscriber {
    /// Their language.
    pub language: Language,
    /// The agreement whose mail it is.
    pub agreement: Agreement,
}

/// The holder of an unsubscribe link, or `None`.
pub async fn find(service: &Service, token: &Token) -> Result<Option<Subscriber>, AppError> {
    let digest = token.digest();
    let found = service
        .store
        .read("find the subscriber", move |connection| {
            let Some((_, language, id)) = invitation::find_subscriber(connection, &digest)? else {
                return Ok(None);
            };
            Ok(Some(Subscriber { language, agreement: agreement::get(connection, id)? }))
        })
        .await?;
    Ok(found)
}

/// Takes a choice, effective at once: queued messages look at it when they are claimed. Whether the link is known.
pub async fn choose(service: &Service, token: &Token, choice: OptOut) -> Result<bool, AppError> {
    let digest = token.digest();
    let known = service
        .store
        .write("take the choice", move |connection| {
            let Some((person, ..)) = invitation::find_subscriber(connection, &digest)? else {
                return Ok(false);
            };
            invitation::opt_out(connection, person, choice)?;
            Ok(true)
        })
        .await?;
    Ok(known)
}
