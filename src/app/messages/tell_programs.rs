//! Programs outside are told of events: signed, retried, to public addresses only. An event carries states and numbers
//! of rows, never a reading, a name or an answer: whoever wants more asks the API.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration as Wait;

use chrono::{DateTime, Duration, Utc};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use rusqlite::Connection;
use serde::Serialize;
use serde_json::{Value, json};
use url::{Host, Url};
use utoipa::ToSchema;

use crate::app::{AppError, Service};
use crate::config::WebhookConfig;
use crate::domain::audit::Act;
use crate::domain::ids::AgreementId;
use crate::domain::language::Language;
use crate::domain::message::backoff_seconds;
use crate::store::program::{self, Delivery};
use crate::store::{agreement, setting};
use crate::words::{Phrase, Word, tr};

/// Tries before an event is given up: with the outbox's backoff about a day and a half.
const MAX_TRIES: u32 = 16;
/// How long a receiver is waited for.
const PATIENCE: Wait = Wait::from_secs(10);

/// What a webhook is posted: an act of the audit log that other programs plan by.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WebhookEvent {
    /// Its name: the same event posted twice has the same.
    pub id: String,
    /// What was done: the act's code in the audit log.
    pub event: &'static str,
    /// The agreement's short name.
    pub agreement: String,
    /// Which round, adjustment, conversation or report: the rest of its name.
    pub about: String,
    /// When (RFC 3339, UTC).
    #[schema(format = "date-time")]
    pub at: String,
    /// What else there is to know, by event. No figure and nothing about a person.
    #[schema(value_type = Object)]
    pub detail: Value,
}

/// Queues an event for an agreement's webhooks, in the transaction of what it is about. `about` makes its name unique.
pub fn announce(
    connection: &Connection,
    id: AgreementId,
    event: Act,
    about: &str,
    detail: &Value,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    if !event.is_event() || program::list_webhooks(connection, id)?.is_empty() {
        return Ok(());
    }
    let slug = agreement::outline(connection, id)?.slug;
    let code = event.code();
    let name = format!("{code}-{about}");
    let event = WebhookEvent {
        id: name.clone(),
        event: code,
        agreement: slug,
        about: about.to_owned(),
        at: now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        detail: detail.clone(),
    };
    program::queue_event(connection, id, &name, &json!(event).to_string(), now)
}

/// Whether an address of the network is anybody's to reach. Source: IANA special-purpose registries (RFC 6890).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(inner) => is_public_v4(inner),
            None => is_public_v6(address),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_multicast()
        || address.is_documentation();
    let is_shared = a == 100 && (64..128).contains(&b);
    let is_odd = a == 0 || a >= 240 || (a, b, c) == (192, 0, 0) || (a, b, c) == (192, 88, 99);
    !(is_special || is_shared || is_odd || (a == 198 && (18..20).contains(&b)))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    // Only what is given out: not local, not mapped, not translated.
    let is_given_out = first & 0xe000 == 0x2000;
    let is_special = (first == 0x2001 && (second < 0x200 || second == 0xdb8))
        || first == 0x2002
        || (first == 0x3fff && second < 0x1000);
    is_given_out && !is_special
}

/// Why nothing may be posted to an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrongAddress {
    /// It is none.
    Unreadable {
        /// What was given.
        text: String,
        /// What the reader of addresses said.
        said: String,
    },
    /// It has line breaks, or is longer than anybody's.
    TooLong,
    /// It carries a user or a password.
    Credentials,
    /// It leads neither to a public host nor to one that the configuration names.
    NotPublic,
}

impl WrongAddress {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            WrongAddress::Unreadable { text, said } => {
                Phrase::RefusalNoAddress { text: text.as_str().into(), said: said.as_str().into() }
            }
            WrongAddress::TooLong => Word::RefusalAddressTooLong.into(),
            WrongAddress::Credentials => Word::RefusalAddressCredentials.into(),
            WrongAddress::NotPublic => Word::RefusalAddressNotPublic.into(),
        }
    }
}

/// Checks an address that somebody wants events at.
///
/// Errors: anything but https on a public host, or a host that the configuration names.
pub fn check_address(text: &str, config: &WebhookConfig) -> Result<Url, WrongAddress> {
    let url = Url::parse(text)
        .map_err(|error| WrongAddress::Unreadable { text: text.to_owned(), said: error.to_string() })?;
    if text.chars().any(char::is_control) || text.len() > 500 {
        return Err(WrongAddress::TooLong);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(WrongAddress::Credentials);
    }
    if is_named(&url, config) && ["https", "http"].contains(&url.scheme()) {
        return Ok(url);
    }
    let is_good = url.scheme() == "https"
        && match url.host() {
            Some(Host::Domain(name)) => !name.is_empty() && name.contains('.'),
            Some(Host::Ipv4(address)) => is_public(address.into()),
            Some(Host::Ipv6(address)) => is_public(address.into()),
            None => false,
        };
    if is_good { Ok(url) } else { Err(WrongAddress::NotPublic) }
}

fn is_named(url: &Url, config: &WebhookConfig) -> bool {
    let host = url.host_str().unwrap_or_default();
    let with_port = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    config.private_hosts.contains(&with_port)
}

/// Resolves names to public addresses only: a name that leads inside is refused, also when it did not yesterday.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let all: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            if all.is_empty() || !all.iter().all(|address| is_public(address.ip())) {
                return Err("the name leads to an address that is not public".into());
            }
            Ok(Box::new(all.into_iter()) as Addrs)
        })
    }
}

/// The two ways out: to the world, and to hosts that the configuration names.
pub struct Teller {
    world: reqwest::Client,
    inside: reqwest::Client,
}

impl Teller {
    /// Sets the ways out up.
    pub fn new() -> Result<Teller, AppError> {
        let setup = || {
            reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .no_proxy()
                .timeout(PATIENCE)
        };
        let failed = |error: reqwest::Error| AppError::Setup(crate::delivery::SetupError(error.to_string()));
        Ok(Teller {
            world: setup().dns_resolver(Arc::new(PublicOnly)).https_only(true).build().map_err(failed)?,
            inside: setup().build().map_err(failed)?,
        })
    }

    /// Posts one event; a sentence when it was not taken.
    async fn post(&self, service: &Service, delivery: &Delivery, now: DateTime<Utc>) -> Result<(), String> {
        let config = &service.config.webhooks;
        // Checked again: the configuration may have changed since it was set up.
        let url = check_address(&delivery.url, config).map_err(|wrong| tr(Language::En, wrong.phrase()))?;
        let client = if is_named(&url, config) { &self.inside } else { &self.world };
        let at = now.timestamp();
        let signature = service.key.sign_event(delivery.webhook, &format!("{at}.{}", delivery.body));
        let reply = client
            .post(url)
            .header("content-type", "application/json")
            .header("polsslag-event", &delivery.event)
            .header("polsslag-signature", format!("t={at},v1={signature}"))
            .body(delivery.body.clone())
            .send()
            .await
            .map_err(|error| {
                if error.is_timeout() { "no answer in time".to_owned() } else { "no connection".to_owned() }
            })?;
        if reply.status().is_success() {
            Ok(())
        } else {
            Err(format!("the receiver answered {}", reply.status().as_u16()))
        }
    }
}

/// Tells the next due event, if there is one; whether there was.
pub async fn tell_next(service: &Service, teller: &Teller, now: DateTime<Utc>) -> Result<bool, AppError> {
    let taken = service
        .store
        .write("take an event", move |connection| {
            if setting::is_sending_paused(connection)? {
                return Ok(None);
            }
            program::take_delivery(connection, now, now + Duration::seconds(backoff_seconds(1)))
        })
        .await?;
    let Some(delivery) = taken else { return Ok(false) };
    let told = teller.post(service, &delivery, now).await;
    service
        .store
        .write("settle an event", move |connection| match told {
            Ok(()) => program::settle_delivery(connection, delivery.id, None),
            Err(problem) if delivery.attempts >= MAX_TRIES => {
                program::settle_delivery(connection, delivery.id, Some(&problem))
            }
            Err(problem) => {
                let again_at = now + Duration::seconds(backoff_seconds(delivery.attempts));
                program::postpone_delivery(connection, delivery.id, again_at, &problem)
            }
        })
        .await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_go_to_public_https_addresses_and_to_hosts_that_the_configuration_names() {
        let config = WebhookConfig { private_hosts: vec!["127.0.0.1:9000".into()] };
        for good in
            ["https://board.example/hook?x=1", "https://board.example:8443/", "http://127.0.0.1:9000/hook"]
        {
            assert!(check_address(good, &config).is_ok(), "{good}");
        }
        for bad in [
            "http://board.example/",
            "https://localhost/",
            "https://127.0.0.1/",
            "http://127.0.0.1:9001/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://169.254.169.254/latest/meta-data/",
            "https://100.64.1.1/",
            "https://[fd00::1]/",
            "https://user:secret@board.example/",
            "ftp://board.example/",
            "nonsense",
        ] {
            assert!(check_address(bad, &config).is_err(), "{bad}");
        }
    }
}
