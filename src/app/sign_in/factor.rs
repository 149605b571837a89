//! The second factor: begun, checked, dropped.

use crate::app::installation::random::random;
use crate::app::sign_in::session::{SignedIn, log};
use crate::app::{AppError, Service};
use crate::domain::audit::Act;
use crate::domain::key::{Key, Token};
use crate::domain::sign_in::{MAX_FACTOR_TRIES, digits};
use crate::store::account;
use crate::store::account::Account;
use crate::store::audit::Who;
use chrono::{DateTime, Utc};
use totp_rs::{Algorithm, Builder, Secret, Totp};

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
                log(connection, Who::Account(account), Act::SessionStrengthened, "", now)?;
                return Ok(None);
            }
            let n_tries = account::count_factor_try(connection, session)?;
            if n_tries >= MAX_FACTOR_TRIES {
                account::end_session(connection, account, session, now)?;
                log(connection, Who::Account(account), Act::SessionEnded, "second factor", now)?;
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
            log(connection, Who::Account(id), Act::FactorDropped, "", now)
        })
        .await?;
    Ok(())
}
