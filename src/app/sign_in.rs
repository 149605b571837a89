//! Somebody signs in: by a link or a code from a mail, with a second factor where it is asked for; and out again.
//!
//! Deliberately not here: another server's sign-in (`sign_in_elsewhere`) and cookies (`web::session`).

use chrono::{DateTime, Duration, Utc};
use rusqlite::Connection;
use totp_rs::{Algorithm, Builder, Secret, Totp};

use super::{AppError, Service, random};
use crate::config::{Config, OidcProvider};
use crate::domain::access::Capacity;
use crate::domain::ids::{AccountId, AgreementId, SessionId};
use crate::domain::invitation::{Key, Token};
use crate::domain::message::MessageKind;
use crate::domain::sign_in::{
    ASK_WINDOW_MINUTES, LINK_MINUTES, MAX_ASKED, MAX_CODE_TRIES, MAX_FACTOR_TRIES, Method, TOUCH_SECONDS,
    digits, is_session_alive, is_sign_in_alive,
};
use crate::store::account::{Account, NewSignIn, Session, SignIn};
use crate::store::audit::{Log, Who};
use crate::store::outbox::{NewMessage, Recipient};
use crate::store::{account, agreement, audit, outbox};

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
                queue_to_account(connection, MessageKind::SignIn, account, (id.0, Some(id.0)), now)?;
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
    (event, about): (i64, Option<i64>),
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

/// A session that began: its secret for the cookie.
#[derive(Debug, Clone)]
pub struct Started {
    /// The secret.
    pub token: Token,
    /// Whose session it is.
    pub account: AccountId,
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
        log(connection, Who::Account(id), "identity.tied", issuer, now)?;
    }
    start(connection, id, method, has_factor, session, now)?;
    Ok(Some(id))
}

/// Begins a session.
pub(super) fn start(
    connection: &Connection,
    id: AccountId,
    method: Method,
    has_factor: bool,
    digest: &[u8; 32],
    now: DateTime<Utc>,
) -> rusqlite::Result<SessionId> {
    // A secret that was shown and not confirmed is worth nothing in another session.
    account::renew_unconfirmed_factor(connection, id)?;
    let session = account::start_session(connection, id, digest, (method, has_factor), now)?;
    log(connection, Who::Account(id), "session.started", method.code(), now)?;
    Ok(session)
}

fn log(
    connection: &Connection,
    who: Who,
    what: &str,
    detail: &str,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    audit::append(connection, &Log { who, agreement: "", what, about: "", detail }, now)
}

/// Who is behind a session's secret, with what they may do.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The account.
    pub account: Account,
    /// The session.
    pub session: Session,
    /// In what capacities, by agreement.
    pub capacities: Vec<(AgreementId, Vec<Capacity>)>,
}

impl SignedIn {
    /// In what capacities somebody acts in an agreement; for `None` in the installation. Nobody special: none.
    pub fn capacities_in(&self, agreement: Option<AgreementId>) -> Vec<Capacity> {
        let own = self.capacities.iter().find(|(id, _)| Some(*id) == agreement);
        let mut all = own.map_or_else(Vec::new, |(_, held)| held.clone());
        if self.account.is_operator {
            all.push(Capacity::Operator);
        }
        all
    }

    /// Whether a second factor is still to be given before anything else.
    pub fn lacks_factor(&self, required: &[Capacity]) -> bool {
        let holds = |capacity: &Capacity| match capacity {
            Capacity::Operator => self.account.is_operator,
            other => self.capacities.iter().any(|(_, held)| held.contains(other)),
        };
        !self.session.has_factor && (self.account.totp_confirmed || required.iter().any(holds))
    }
}

/// The holder of a session's secret, or `None` when it ended, rests too long, or was never given out.
pub async fn find(
    service: &Service,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<Option<SignedIn>, AppError> {
    let digest = token.digest();
    let found = service
        .store
        .look_up("find a session", |connection| {
            let Some(session) = account::find_session(connection, &digest)? else { return Ok(None) };
            if session.is_ended || !is_session_alive(session.started_at, session.last_used_at, now) {
                return Ok(None);
            }
            let capacities = account::list_capacities(connection, session.account)?;
            let account = account::get(connection, session.account)?;
            // Who lost the last capacity is signed out by it.
            let may = account.is_operator || !capacities.is_empty();
            Ok(may.then_some(SignedIn { account, session, capacities }))
        })
        .await?;
    if let Some(found) = &found
        && now - found.session.last_used_at >= Duration::seconds(TOUCH_SECONDS)
    {
        let id = found.session.id;
        service
            .store
            .write("note that a session is used", move |connection| {
                account::touch_session(connection, id, now)
            })
            .await?;
    }
    Ok(found)
}

/// Ends one of somebody's own sessions.
pub async fn end(
    service: &Service,
    own: &SignedIn,
    session: SessionId,
    now: DateTime<Utc>,
) -> Result<bool, AppError> {
    let account = own.account.id;
    let done = service
        .store
        .write("end a session", move |connection| {
            let done = account::end_session(connection, account, session, now)?;
            if done {
                log(connection, Who::Account(account), "session.ended", "", now)?;
            }
            Ok(done)
        })
        .await?;
    Ok(done)
}

/// The demo's button: a session of an address, without a mail.
pub async fn start_in_demo(
    service: &Service,
    mail: &str,
    now: DateTime<Utc>,
) -> Result<Option<Started>, AppError> {
    let secret = Token::from_random(&random()?);
    let (digest, mail) = (secret.digest(), mail.to_owned());
    let started = service
        .store
        .write("sign in to the demo", move |connection| {
            let Some(found) = account::find_or_make(connection, &mail)? else { return Ok(None) };
            start(connection, found.id, Method::Demo, true, &digest, now)?;
            Ok(Some(found.id))
        })
        .await?;
    Ok(started.map(|account| Started { token: secret, account }))
}

/// The second factor of an account's secret. Source: RFC 6238 with the values every authenticator app takes.
fn factor(key: &Key, account: &Account) -> Option<Totp> {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(Secret::new_stack(key.factor_secret(account.id, account.totp_generation)))
        .with_issuer(Some("Polsslag"))
        .with_account_name(account.mail.as_str())
        .build()
        .ok()
}

/// What an authenticator app needs to begin.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// `otpauth://` address, for a code to scan.
    pub url: String,
    /// The same secret to type.
    pub secret: String,
}

/// Begins a second factor, or begins it anew while it is not confirmed.
pub async fn enrol(service: &Service, own: &SignedIn) -> Result<Option<Enrolment>, AppError> {
    let mut account = own.account.clone();
    if account.totp_confirmed {
        return Ok(None);
    }
    if account.totp_generation == 0 {
        let id = account.id;
        account.totp_generation = service
            .store
            .write("begin a second factor", move |connection| account::renew_factor(connection, id))
            .await?;
    }
    let Some(factor) = factor(&service.key, &account) else { return Ok(None) };
    let Ok(url) = factor.to_url() else { return Ok(None) };
    Ok(Some(Enrolment { url: url.to_string(), secret: factor.secret().to_base32() }))
}

/// What became of a second factor.
#[derive(Debug, Clone)]
pub enum Factored {
    /// It is good; the session goes on under this secret.
    Good(Token),
    /// It is wrong; try again.
    Wrong,
    /// Too often wrong: the session ended.
    Ended,
}

/// Checks a code of the second factor. Each works once.
pub async fn give_factor(
    service: &Service,
    own: &SignedIn,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<Factored, AppError> {
    let typed = digits(typed);
    let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
    let step = factor(&service.key, &own.account).and_then(|factor| factor.check(&typed, seconds));
    let secret = Token::from_random(&random()?);
    let (account, session, digest) = (own.account.id, own.session.id, secret.digest());
    let n_tries = service
        .store
        .write("check a second factor", move |connection| {
            let step = step.and_then(|step| i64::try_from(step).ok());
            if let Some(step) = step
                && account::use_factor(connection, account, step)?
            {
                account::strengthen_session(connection, session, &digest)?;
                log(connection, Who::Account(account), "session.strengthened", "", now)?;
                return Ok(None);
            }
            let n_tries = account::count_factor_try(connection, session)?;
            if n_tries >= MAX_FACTOR_TRIES {
                account::end_session(connection, account, session, now)?;
                log(connection, Who::Account(account), "session.ended", "second factor", now)?;
            }
            Ok(Some(n_tries))
        })
        .await?;
    Ok(match n_tries {
        None => Factored::Good(secret),
        Some(n) if n >= MAX_FACTOR_TRIES => Factored::Ended,
        Some(_) => Factored::Wrong,
    })
}

/// Takes one's own second factor away.
pub async fn drop_factor(service: &Service, own: &SignedIn, now: DateTime<Utc>) -> Result<(), AppError> {
    let id = own.account.id;
    service
        .store
        .write("take a second factor away", move |connection| {
            account::drop_factor(connection, id)?;
            log(connection, Who::Account(id), "factor.dropped", "", now)
        })
        .await?;
    Ok(())
}

/// Makes an address an operator's, from the command line; whether it was none before. A mail with a link would need a
/// browser that asked: they begin at the sign-in page.
pub async fn invite_operator(service: &Service, mail: &str, now: DateTime<Utc>) -> Result<bool, AppError> {
    let mail = mail.trim().to_lowercase();
    if !crate::catalogue::agreement_file::is_mail_address(&mail) {
        return Err(AppError::Refused(format!("\"{mail}\" is no mail address: expected name@domain")));
    }
    let is_new = service
        .store
        .write("make an operator", move |connection| {
            let (account, is_new) = account::make_operator(connection, &mail, Default::default())?;
            if is_new {
                let about = format!("account {}", account.id);
                let what = "operator.invited";
                audit::append(
                    connection,
                    &Log { who: Who::Command, agreement: "", what, about: &about, detail: "" },
                    now,
                )?;
            }
            Ok(is_new)
        })
        .await?;
    Ok(is_new)
}

/// Takes an operator's right away, from the command line, and their second factor with it if asked.
pub async fn end_operator(service: &Service, mail: &str, now: DateTime<Utc>) -> Result<bool, AppError> {
    let mail = mail.trim().to_lowercase();
    let done = service
        .store
        .write("end an operator", move |connection| {
            let done = account::end_operator(connection, &mail, now)?;
            if done {
                log(connection, Who::Command, "operator.ended", "", now)?;
            }
            Ok(done)
        })
        .await?;
    Ok(done)
}

/// Takes somebody's second factor away, for whoever lost their phone.
pub async fn reset_factor(service: &Service, mail: &str, now: DateTime<Utc>) -> Result<bool, AppError> {
    let mail = mail.trim().to_lowercase();
    let done = service
        .store
        .write("reset a second factor", move |connection| {
            let Some(found) = account::find_or_make(connection, &mail)? else { return Ok(false) };
            account::drop_factor(connection, found.id)?;
            account::end_all_sessions(connection, found.id, now)?;
            let about = format!("account {}", found.id);
            let what = "factor.reset";
            audit::append(
                connection,
                &Log { who: Who::Command, agreement: "", what, about: &about, detail: "" },
                now,
            )?;
            Ok(true)
        })
        .await?;
    Ok(done)
}

/// What the page about one's own account shows.
#[derive(Debug, Clone)]
pub struct Overview {
    /// Sessions that still hold, newest first.
    pub sessions: Vec<Session>,
    /// Servers whose word is enough.
    pub issuers: Vec<String>,
    /// Agreements with a part, and every agreement for an operator, as (row, short name, title, capacities).
    pub agreements: Vec<(AgreementId, String, crate::domain::language::Text, Vec<Capacity>)>,
}

/// Gathers it.
pub async fn overview(service: &Service, own: &SignedIn, now: DateTime<Utc>) -> Result<Overview, AppError> {
    let own = own.clone();
    let overview = service
        .store
        .read("read an account", move |connection| {
            let mut sessions = account::list_sessions(connection, own.account.id)?;
            sessions.retain(|one| !one.is_ended && is_session_alive(one.started_at, one.last_used_at, now));
            let mut agreements = Vec::new();
            for (id, slug) in agreement::list(connection)? {
                let capacities = own.capacities_in(Some(id));
                if !capacities.is_empty() {
                    let title = agreement::get(connection, id)?.title;
                    agreements.push((id, slug, title, capacities));
                }
            }
            let issuers = account::list_identities(connection, own.account.id)?;
            Ok(Overview { sessions, issuers, agreements })
        })
        .await?;
    Ok(overview)
}

/// Another language from now on, on pages and in sign-in mails.
pub async fn choose_language(
    service: &Service,
    own: &SignedIn,
    language: crate::domain::language::Language,
) -> Result<(), AppError> {
    let id = own.account.id;
    service
        .store
        .write("choose a language", move |connection| account::put_language(connection, id, language))
        .await?;
    Ok(())
}

/// The attempt of a browser at another server, used up; `None` when there is none that still can be.
pub(super) fn take_elsewhere(
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
