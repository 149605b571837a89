//! Keys for programs and addresses that are told of events: made, listed, ended. A secret is shown once.

use chrono::{DateTime, Utc};

use crate::app::installation::random::random;
use crate::app::messages::tell_programs::{WrongAddress, check_address};
use crate::app::{AppError, Service};
use crate::domain::audit::Act;
use crate::domain::ids::{AgreementId, ApiTokenId, WebhookId};
use crate::domain::key::Token;
use crate::store::audit::{self, Who};
use crate::store::program::{self, ApiToken, Told, Webhook};
use crate::words::Phrase;

/// Webhooks that an agreement may have. Source: product decision; each is a post per event.
pub const MAX_WEBHOOKS: usize = 10;

/// Why a webhook is not set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing may be posted there.
    Address(WrongAddress),
    /// The agreement has as many as it may have.
    TooMany,
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::Address(wrong) => wrong.phrase(),
            Refusal::TooMany => Phrase::RefusalTooManyWebhooks { most: MAX_WEBHOOKS.into() },
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        false
    }
}

/// A secret that was just made.
#[derive(Debug, Clone)]
pub enum Made {
    /// A program's key.
    Token(Token),
    /// What an address checks signatures with.
    Webhook(Token),
}

/// An agreement's programs.
#[derive(Debug, Clone)]
pub struct Programs {
    /// Keys, oldest first.
    pub tokens: Vec<ApiToken>,
    /// Addresses with what became of the newest events.
    pub webhooks: Vec<(Webhook, Vec<Told>)>,
}

/// Lists them.
pub async fn list(service: &Service, id: AgreementId) -> Result<Programs, AppError> {
    let found = service
        .store
        .read("list programs", move |connection| {
            let mut webhooks = Vec::new();
            for one in program::list_webhooks(connection, id)? {
                let told = program::list_deliveries(connection, one.id)?;
                webhooks.push((one, told));
            }
            Ok(Programs { tokens: program::list_tokens(connection, id)?, webhooks })
        })
        .await?;
    Ok(found)
}

/// Makes a key for one agreement.
pub async fn make_token(
    service: &Service,
    id: AgreementId,
    label: &str,
    may_write: bool,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(ApiTokenId, Token), AppError> {
    let secret = Token::from_random(&random()?);
    let (digest, label) = (secret.digest(), label.to_owned());
    let number = service
        .store
        .write("make a program's key", move |connection| {
            let number = program::insert_token(connection, id, &label, may_write, &digest, now)?;
            audit::note(connection, id, who, Act::ProgramAdmitted, &format!("program {number}"), now)?;
            Ok(number)
        })
        .await?;
    Ok((number, secret))
}

/// The key of a request, or `None`.
pub async fn find_token(service: &Service, secret: &Token) -> Result<Option<ApiToken>, AppError> {
    let digest = secret.digest();
    Ok(service
        .store
        .look_up("find a program's key", |connection| program::find_token(connection, &digest))
        .await?)
}

/// Takes a key back; whether the agreement had it.
pub async fn revoke(
    service: &Service,
    id: AgreementId,
    number: ApiTokenId,
    who: Who,
    now: DateTime<Utc>,
) -> Result<bool, AppError> {
    let done = service
        .store
        .write("take a program's key back", move |connection| {
            let done = program::revoke_token(connection, id, number)?;
            if done {
                audit::note(connection, id, who, Act::ProgramRevoked, &format!("program {number}"), now)?;
            }
            Ok(done)
        })
        .await?;
    Ok(done)
}

/// Sets an address up for events.
///
/// Errors: a refusal with a sentence for an address where nothing may go, or one too many.
pub async fn make_webhook(
    service: &Service,
    id: AgreementId,
    url: &str,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(WebhookId, Token), AppError> {
    let url = check_address(url, &service.config.webhooks).map_err(Refusal::Address)?;
    let made = service
        .store
        .write("set up a webhook", move |connection| {
            if program::list_webhooks(connection, id)?.len() >= MAX_WEBHOOKS {
                return Ok(None);
            }
            let number = program::insert_webhook(connection, id, url.as_str(), now)?;
            audit::note(connection, id, who, Act::WebhookSetUp, &format!("webhook {number}"), now)?;
            Ok(Some(number))
        })
        .await?;
    match made {
        Some(number) => Ok((number, service.key.webhook_secret(number))),
        None => Err(Refusal::TooMany.into()),
    }
}

/// Ends an address; whether the agreement had it.
pub async fn end(
    service: &Service,
    id: AgreementId,
    number: WebhookId,
    who: Who,
    now: DateTime<Utc>,
) -> Result<bool, AppError> {
    let done = service
        .store
        .write("end a webhook", move |connection| {
            let done = program::end_webhook(connection, id, number)?;
            if done {
                audit::note(connection, id, who, Act::WebhookEnded, &format!("webhook {number}"), now)?;
            }
            Ok(done)
        })
        .await?;
    Ok(done)
}
