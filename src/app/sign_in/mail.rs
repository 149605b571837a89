//! A link and a code by mail: asked for, looked at, used up once, in the browser that asked.

use crate::app::installation::random::random;
use crate::app::sign_in::session::{Started, log, start};
use crate::app::{AppError, Service};
use crate::config::{Config, OidcProvider};
use crate::domain::audit::Act;
use crate::domain::ids::AccountId;
use crate::domain::key::Token;
use crate::domain::message::{About, MessageKind};
use crate::domain::sign_in::{
    ASK_WINDOW_MINUTES, LINK_MINUTES, MAX_ASKED, MAX_CODE_TRIES, Method, digits, is_sign_in_alive,
};
use crate::store::account::{NewSignIn, SignIn};
use crate::store::audit::Who;
use crate::store::outbox::{NewMessage, Recipient};
use crate::store::{account, outbox};
use chrono::{DateTime, Duration, Utc};
use rusqlite::Connection;

/// Whether a sign-in also ties what another server just said of this browser's user to the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ties {
    /// They came from there as somebody new, and know that this is asked.
    Identity,
    /// They signed in by mail.
    Nothing,
}

/// Asks for a mail with a link and a code. Whether anybody has the address, and whether it was asked for too often,
/// shows nowhere. Who came back from another server in this browser as somebody new is tied to the account once the mail
/// proves the address.
pub async fn ask(
    service: &Service,
    mail: &str,
    browser: &Token,
    ties: Ties,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let (key, nonce) = (service.key.clone(), random()?);
    let (mail, browser_digest) = (mail.trim().to_lowercase(), browser.digest());
    service
        .store
        .write("ask for a sign-in", move |connection| {
            let address_digest = key.address_digest(&mail);
            let since = now - Duration::minutes(ASK_WINDOW_MINUTES);
            let is_too_often = account::count_sign_ins(connection, &address_digest, since)? >= MAX_ASKED;
            let found = account::find_or_make(connection, &mail)?;
            let account = found.map(|account| account.id);
            if is_too_often {
                return Ok(());
            }
            let identity = match ties {
                Ties::Identity => {
                    account::take_claim(connection, &browser_digest, now - Duration::minutes(LINK_MINUTES))?
                }
                Ties::Nothing => None,
            };
            // An attempt is stored for everybody, so that all take as long.
            let new = NewSignIn { account, address_digest, browser_digest, nonce, provider: None, identity };
            let id = account::insert_sign_in(connection, &new, now)?;
            account::put_token(connection, id, &key.sign_in_token(id, &nonce).digest())?;
            if let Some(account) = account {
                queue_to_account(
                    connection,
                    MessageKind::SignIn,
                    account,
                    id.0,
                    Some(About::SignIn(id)),
                    now,
                )?;
            }
            Ok(())
        })
        .await?;
    service.outbox_bell.notify_waiters();
    Ok(())
}

/// Queues a mail to an account; `event` makes its name unique.
pub fn queue_to_account(
    connection: &Connection,
    kind: MessageKind,
    account: AccountId,
    event: i64,
    about: Option<About>,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    outbox::insert(
        connection,
        &NewMessage {
            name: format!("{}-{event}-u{account}", kind.code()),
            kind,
            agreement: None,
            round: None,
            invitation: None,
            recipient: Recipient::Account(account),
            period: None,
            about,
            due_at: now,
            not_after_at: now + Duration::minutes(LINK_MINUTES),
        },
    )
}

/// What a link from a mail leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// It works, in this browser.
    Good,
    /// It works, but another browser asked for it: the code is for that one.
    OtherBrowser,
    /// Used, too old, or never given out.
    Dead,
}

/// Looks at a link. Changes nothing.
pub async fn look(
    service: &Service,
    token: &Token,
    browser: Option<&Token>,
    now: DateTime<Utc>,
) -> Result<LinkState, AppError> {
    let (digest, browser) = (token.digest(), browser.map_or([0; 32], Token::digest));
    let found = service
        .store
        .read("look at a sign-in", move |connection| account::find_by_token(connection, &digest, &browser))
        .await?;
    Ok(match found {
        Some((found, is_own)) if is_usable(&found, now) => {
            if is_own {
                LinkState::Good
            } else {
                LinkState::OtherBrowser
            }
        }
        _ => LinkState::Dead,
    })
}

fn is_usable(found: &SignIn, now: DateTime<Utc>) -> bool {
    !found.is_used && found.account.is_some() && is_sign_in_alive(found.asked_at, now)
}

/// Uses a link up, in the browser that asked for it. `None`: it does not work.
pub async fn use_link(
    service: &Service,
    token: &Token,
    browser: &Token,
    now: DateTime<Utc>,
) -> Result<Option<Started>, AppError> {
    let (digest, browser, config) = (token.digest(), browser.digest(), service.config.clone());
    let secret = Token::from_random(&random()?);
    let session = secret.digest();
    let started = service
        .store
        .write("use a sign-in link", move |connection| {
            let found = account::find_by_token(connection, &digest, &browser)?;
            let Some((found, true)) = found else { return Ok(None) };
            begin(connection, &config, &found, Method::Link, &session, now)
        })
        .await?;
    Ok(started.map(|account| Started { token: secret, account }))
}

/// Uses a code up, in the browser that asked for it. `None`: it is wrong, too old, or was tried too often.
pub async fn use_code(
    service: &Service,
    typed: &str,
    browser: &Token,
    now: DateTime<Utc>,
) -> Result<Option<Started>, AppError> {
    let (key, browser, typed) = (service.key.clone(), browser.digest(), digits(typed));
    let config = service.config.clone();
    let secret = Token::from_random(&random()?);
    let session = secret.digest();
    let started = service
        .store
        .write("use a sign-in code", move |connection| {
            let Some(found) = account::find_by_browser(connection, &browser, true)? else { return Ok(None) };
            if found.n_tries >= MAX_CODE_TRIES {
                return Ok(None);
            }
            let expected = key.sign_in_code(found.id, &found.nonce);
            // Compared as digests, so that time tells nothing.
            if Token::from_text(&expected).digest() != Token::from_text(&typed).digest() {
                account::count_try(connection, found.id)?;
                return Ok(None);
            }
            begin(connection, &config, &found, Method::Code, &session, now)
        })
        .await?;
    Ok(started.map(|account| Started { token: secret, account }))
}

/// Uses an attempt up and begins a session, if it can still be used by somebody who may sign in.
fn begin(
    connection: &Connection,
    config: &Config,
    found: &SignIn,
    method: Method,
    session: &[u8; 32],
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<AccountId>> {
    let Some(id) = found.account.filter(|_| is_usable(found, now)) else { return Ok(None) };
    if !account::use_sign_in(connection, found.id, now)? {
        return Ok(None);
    }
    let mut has_factor = false;
    if let Some((issuer, subject)) = &found.identity {
        // The mail proved the address, the other server the person: from now on its word is enough.
        let asks_twice = |one: &OidcProvider| one.issuer == *issuer && one.has_second_factor;
        has_factor = account::put_identity(connection, issuer, subject, id)?
            && config.sign_in.providers.iter().any(asks_twice);
        log(connection, Who::Account(id), Act::IdentityTied, issuer, now)?;
    }
    start(connection, id, method, has_factor, session, now)?;
    Ok(Some(id))
}

/// The attempt of a browser at another server, used up; `None` when there is none that still can be.
pub(in crate::app) fn take_elsewhere(
    connection: &Connection,
    browser: &[u8; 32],
    provider: &str,
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<SignIn>> {
    let found = account::find_by_browser(connection, browser, false)?;
    let good = found.filter(|found| {
        !found.is_used && is_sign_in_alive(found.asked_at, now) && found.provider.as_deref() == Some(provider)
    });
    let Some(good) = good else { return Ok(None) };
    Ok(account::use_sign_in(connection, good.id, now)?.then_some(good))
}
