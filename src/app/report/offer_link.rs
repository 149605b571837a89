//! A link to the newcomer's page or to the external summary: made, listed, revoked, opened until its last day.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::{AppError, Service, local_day};
use crate::domain::audit::Act;
use crate::domain::ids::{AgreementId, ShareLinkId};
use crate::domain::key::Token;
use crate::store::agreement;
use crate::store::audit::{self, Who};
use crate::store::share_link::{self, ShareLink, SharePage};
use crate::words::Phrase;

/// Why a link is not made or ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The day has passed.
    DayPassed {
        /// The day that was named.
        day: NaiveDate,
    },
    /// There is no such link, or it ended already.
    NoLink {
        /// The link.
        number: i64,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::DayPassed { day } => Phrase::RefusalDayPassed { day: (*day).into() },
            Refusal::NoLink { number } => Phrase::RefusalNoLink { number: (*number).into() },
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        matches!(self, Refusal::NoLink { .. })
    }
}

/// Makes a link that ends on a day. Gives its number and address.
///
/// Errors: a refusal for a day that has passed.
pub async fn make(
    service: &Service,
    id: AgreementId,
    page: SharePage,
    ends_on: NaiveDate,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(ShareLinkId, String), AppError> {
    let key = service.key.clone();
    let made = service
        .store
        .write("make a link", move |connection| {
            let zone = agreement::outline(connection, id)?.time_zone;
            if ends_on < local_day(now, &zone) {
                return Ok(None);
            }
            let (number, token) = share_link::insert(connection, &key, id, page, ends_on, now)?;
            audit::note(connection, id, who, Act::LinkMade, &format!("link {number}, {}", page.code()), now)?;
            Ok(Some((number, token)))
        })
        .await?;
    let (number, token) = made.ok_or(Refusal::DayPassed { day: ends_on })?;
    Ok((number, format!("{}/{}/{}", service.config.base_url, page.path(), token.reveal())))
}

/// An agreement's links.
pub async fn list(service: &Service, id: AgreementId) -> Result<Vec<ShareLink>, AppError> {
    Ok(service.store.read("list links", move |connection| share_link::list(connection, id)).await?)
}

/// Ends a link at once.
pub async fn revoke(
    service: &Service,
    id: AgreementId,
    number: i64,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let done = service
        .store
        .write("revoke a link", move |connection| {
            let done = share_link::revoke(connection, id, ShareLinkId(number))?;
            if done {
                audit::note(connection, id, who, Act::LinkRevoked, &format!("link {number}"), now)?;
            }
            Ok(done)
        })
        .await?;
    if done {
        return Ok(());
    }
    Err(Refusal::NoLink { number }.into())
}

/// The agreement whose page a link opens today; `None` for one to another page, and for unknown, revoked and ended links alike.
pub async fn open(
    service: &Service,
    token: &Token,
    page: SharePage,
    now: DateTime<Utc>,
) -> Result<Option<AgreementId>, AppError> {
    let digest = token.digest();
    let found = service
        .store
        .read("find the link", move |connection| {
            let Some(link) = share_link::find(connection, &digest)? else { return Ok(None) };
            let zone = agreement::outline(connection, link.agreement)?.time_zone;
            let is_good = link.page == page && !link.is_revoked && local_day(now, &zone) <= link.ends_on;
            Ok(is_good.then_some(link.agreement))
        })
        .await?;
    Ok(found)
}
