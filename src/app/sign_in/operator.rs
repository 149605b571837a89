//! Operators, from the command line: invited, ended, helped when they lost their second factor.

use crate::app::sign_in::session::log;
use crate::app::{AppError, Service};
use crate::domain::audit::Act;
use crate::store::audit::{Log, Who};
use crate::store::{account, audit};
use crate::words::Phrase;
use chrono::{DateTime, Utc};

/// Why nobody becomes an operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is no mail address.
    NoMailAddress {
        /// What was given.
        mail: String,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::NoMailAddress { mail } => Phrase::RefusalNoMailAddress { mail: mail.as_str().into() },
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        false
    }
}

/// Makes an address an operator's, from the command line; whether it was none before. A mail with a link would need a
/// browser that asked: they begin at the sign-in page.
pub async fn invite_operator(service: &Service, mail: &str, now: DateTime<Utc>) -> Result<bool, AppError> {
    let mail = mail.trim().to_lowercase();
    if !crate::catalogue::agreement_file::is_mail_address(&mail) {
        return Err(Refusal::NoMailAddress { mail }.into());
    }
    let is_new = service
        .store
        .write("make an operator", move |connection| {
            let (account, is_new) = account::make_operator(connection, &mail, Default::default())?;
            if is_new {
                let about = format!("account {}", account.id);
                let what = Act::OperatorInvited;
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
                log(connection, Who::Command, Act::OperatorEnded, "", now)?;
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
            let what = Act::FactorReset;
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
