//! A session: begun, found again by its secret, ended; who is behind it, and what they may do.

use crate::app::installation::random::random;
use crate::app::{AppError, Service};
use crate::domain::access::Capacity;
use crate::domain::audit::Act;
use crate::domain::ids::{AccountId, AgreementId, SessionId};
use crate::domain::key::Token;
use crate::domain::sign_in::{Method, TOUCH_SECONDS, is_session_alive};
use crate::store::account::{Account, Session};
use crate::store::audit::{Log, Who};
use crate::store::{account, agreement, audit};
use chrono::{DateTime, Duration, Utc};
use rusqlite::Connection;

/// A session that began: its secret for the cookie.
#[derive(Debug, Clone)]
pub struct Started {
    /// The secret.
    pub token: Token,
    /// Whose session it is.
    pub account: AccountId,
}

/// Begins a session.
pub(in crate::app) fn start(
    connection: &Connection,
    id: AccountId,
    method: Method,
    has_factor: bool,
    digest: &[u8; 32],
    now: DateTime<Utc>,
) -> rusqlite::Result<SessionId> {
    // A secret that was shown and not confirmed is worth nothing in another session.
    account::renew_unconfirmed_factor(connection, id)?;
    let session = account::start_session(connection, id, digest, method, has_factor, now)?;
    log(connection, Who::Account(id), Act::SessionStarted, method.code(), now)?;
    Ok(session)
}

pub(super) fn log(
    connection: &Connection,
    who: Who,
    what: Act,
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
                log(connection, Who::Account(account), Act::SessionEnded, "", now)?;
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
                    let title = agreement::outline(connection, id)?.title;
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
