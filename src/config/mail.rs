//! How mail leaves, and where it comes back to.

use std::path::{Path, PathBuf};

use strum::{EnumString, IntoStaticStr, VariantArray};
use url::Url;

use super::{Environment, Secret, is_loopback, parsed, secret};
use crate::catalogue::agreement_file::is_mail_address;
use crate::catalogue::reader::{At, Source, Table};
use crate::domain::code::coded;
use crate::domain::ids::MessageId;
use crate::domain::key::Key;

/// How mail leaves.
#[derive(Debug, Clone)]
pub struct MailConfig {
    /// The sender's address.
    pub from: String,
    /// The way out.
    pub transport: TransportConfig,
    /// Messages a minute at most.
    pub max_per_minute: u32,
    /// Where what cannot be delivered comes back to; `None` leaves it to the mail server.
    pub bounces: Option<Bounces>,
    /// The selector under which the mail server signs (DKIM), for `doctor`.
    pub dkim_selector: Option<String>,
}

/// Where undeliverable mail comes back to.
#[derive(Debug, Clone)]
pub struct Bounces {
    /// An address whose local part takes a tag behind a plus.
    pub address: String,
    /// A Maildir that the mail server delivers them to, if we are to look there.
    pub maildir: Option<PathBuf>,
}

impl Bounces {
    /// The return address of a message (VERP): it names the message, and cannot be made up for another.
    pub fn return_path(&self, key: &Key, id: MessageId) -> String {
        let (local, domain) = self.address.split_once('@').unwrap_or((&self.address, "localhost"));
        format!("{local}+{id}-{}@{domain}", key.bounce_tag(id))
    }

    /// The message of a return address, or `None` for any other address.
    pub fn find_message(&self, key: &Key, address: &str) -> Option<MessageId> {
        let (tagged, _) = address.split_once('@')?;
        let (id, tag) = tagged.rsplit_once('+')?.1.split_once('-')?;
        let id = MessageId(id.parse().ok()?);
        (key.bounce_tag(id) == tag.to_lowercase()).then_some(id)
    }
}

/// A way out for mail.
#[derive(Debug, Clone)]
pub enum TransportConfig {
    /// `.eml` files under the data directory.
    Folder,
    /// An SMTP submission server.
    Smtp(SmtpConfig),
    /// A provider's HTTP API.
    HttpApi(HttpApiConfig),
    /// Microsoft Graph.
    Graph(GraphConfig),
}

/// One mailbox of Microsoft Graph.
#[derive(Debug, Clone)]
pub struct GraphConfig {
    /// Where Graph is.
    pub url: Url,
    /// The mailbox that sends: limit the application's right to it.
    pub mailbox: String,
    /// Where its tokens come from.
    pub oauth: OAuthConfig,
}

/// Where access tokens come from.
#[derive(Debug, Clone)]
pub struct OAuthConfig {
    /// The token server's address.
    pub token_url: Url,
    /// Our name there.
    pub client_id: String,
    /// Our secret there.
    pub client_secret: Secret,
    /// What the token is for.
    pub scope: String,
}

/// An SMTP server.
#[derive(Debug, Clone)]
pub struct SmtpConfig {
    /// Its name; certificates are checked against it.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: SmtpSecurity,
    /// How we sign in, if it wants that.
    pub login: Option<Login>,
    /// A certificate to trust besides the public ones.
    pub extra_root_pem: Option<Vec<u8>>,
}

/// How we sign in to an SMTP server.
#[derive(Debug, Clone)]
pub enum Login {
    /// User and password.
    Password(String, Secret),
    /// User and an access token (XOAUTH2).
    OAuth(String, OAuthConfig),
}

/// How an SMTP connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmtpSecurity {
    /// Port 587: plain greeting, then TLS before anything else. No fallback.
    StartTls,
    /// Port 465: TLS from the first byte.
    Tls,
    /// No protection: only for a server on this machine.
    Loopback,
}

/// A provider's HTTP API.
#[derive(Debug, Clone)]
pub struct HttpApiConfig {
    /// Whose format.
    pub provider: Provider,
    /// Where to post; the provider's own address unless the file says otherwise.
    pub url: Url,
    /// Its key.
    pub key: Secret,
}

/// A provider's request format. Its code is what the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Provider {
    /// Postmark.
    Postmark,
    /// Brevo.
    Brevo,
}

coded!(Provider);

impl Provider {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Provider::Postmark => "Postmark",
            Provider::Brevo => "Brevo",
        }
    }

    /// Where it takes mail.
    fn address(self) -> &'static str {
        match self {
            Provider::Postmark => "https://api.postmarkapp.com/email",
            Provider::Brevo => "https://api.brevo.com/v3/smtp/email",
        }
    }
}

/// A way out, as the file names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Folder,
    Smtp,
    Api(Provider),
    Graph,
}

fn ways() -> Vec<(&'static str, Way)> {
    let providers = Provider::ALL.map(|provider| (provider.code(), Way::Api(provider)));
    [("folder", Way::Folder), ("smtp", Way::Smtp)]
        .into_iter()
        .chain(providers)
        .chain([("graph", Way::Graph)])
        .collect()
}

pub(super) fn read_mail(
    table: Table<'_, '_>,
    file: &Path,
    environment: Environment<'_>,
) -> Option<MailConfig> {
    let source = table.source();
    let from = table.take_string("from", "the sender's address");
    if let Some(from) = &from
        && !is_mail_address(&from.value)
    {
        source.error(from.at, format!("\"{}\" is no mail address: expected name@domain", from.value));
    }
    let way = table.take_choice("transport", &ways());
    let rate = table.find_integer("max_per_minute", "a number of messages from 1");
    let max_per_minute = match &rate {
        None => Some(if way == Some(Way::Folder) { 60_000 } else { 60 }),
        Some(n) => {
            let read = u32::try_from(n.value).ok().filter(|n| (1..=60_000).contains(n));
            if read.is_none() {
                source.error(n.at, "max_per_minute: expected 1 to 60000");
            }
            read
        }
    };
    let oauth = match table.find_table("oauth") {
        None => Some(None),
        Some(table) => read_oauth(table, environment).map(Some),
    };
    let oauth = oauth?;
    let graph = table.find_table("graph").map(|table| {
        let mailbox = table.take_string("mailbox", "the mailbox that sends");
        let url = table.find_string("url", "another address for Graph");
        let at = table.at();
        table.finish();
        let own = At { at, value: "https://graph.microsoft.com/v1.0".to_owned() };
        let url = secure_url(source, &url.unwrap_or(own));
        mailbox.zip(url)
    });
    let smtp = table.find_table("smtp").map(|table| read_smtp(table, file, oauth.as_ref(), environment));
    let http = table.find_table("http").map(|table| {
        let key = table.take_string("key_env", "the name of an environment variable");
        let url = table.find_string("url", "another address for the provider's API");
        table.finish();
        (key, url)
    });
    let bounces = table.find_table("bounces").map(|table| {
        let address =
            table.take_string("address", "an address that takes tags, such as \"bounce@polsslag.example\"");
        let maildir = table.find_string("maildir", "a Maildir folder");
        table.finish();
        let address = address.filter(|address| {
            let is_good = is_mail_address(&address.value) && !address.value.contains('+');
            if !is_good {
                source
                    .error(address.at, format!("\"{}\": expected name@domain without a plus", address.value));
            }
            is_good
        });
        let beside =
            |path: String| file.parent().map_or_else(|| PathBuf::from(&path), |folder| folder.join(&path));
        address.map(|address| Bounces {
            address: address.value,
            maildir: maildir.map(|path| beside(path.value)),
        })
    });
    let bounces = match bounces {
        None => Some(None),
        Some(read) => read.map(Some),
    };
    let dkim_selector =
        table.find_string("dkim_selector", "a name such as \"mail2026\"").map(|name| name.value);
    let at = table.at();
    table.finish();
    let transport = match way? {
        Way::Folder => Some(TransportConfig::Folder),
        Way::Smtp => match smtp {
            Some(smtp) => smtp.map(TransportConfig::Smtp),
            None => {
                source.error(at, "transport \"smtp\" needs a table [mail.smtp] with host, port and security");
                None
            }
        },
        Way::Graph => match (graph, oauth) {
            (Some(graph), Some(oauth)) => graph.map(|(mailbox, url)| {
                TransportConfig::Graph(GraphConfig { url, mailbox: mailbox.value, oauth })
            }),
            _ => {
                source.error(at, "transport \"graph\" needs tables [mail.graph] and [mail.oauth]");
                None
            }
        },
        Way::Api(provider) => {
            let Some((key, url)) = http else {
                source.error(at, "this transport needs a table [mail.http] with key_env");
                return None;
            };
            let url = url.unwrap_or(At { at, value: provider.address().to_owned() });
            let parsed_url: Option<Url> = parsed(source, &url, "an https:// address");
            let parsed_url = parsed_url.filter(|parsed| {
                let good = parsed.scheme() == "https" || is_loopback(parsed);
                if !good {
                    source.error(url.at, "the API's address must start with https://");
                }
                good
            });
            let key = key.and_then(|key| secret(source, &key, environment));
            parsed_url
                .zip(key)
                .map(|(url, key)| TransportConfig::HttpApi(HttpApiConfig { provider, url, key }))
        }
    };
    Some(MailConfig {
        from: from?.value,
        transport: transport?,
        max_per_minute: max_per_minute?,
        bounces: bounces?,
        dkim_selector,
    })
}

/// An address that secrets may go to.
fn secure_url(source: &Source<'_>, text: &At<String>) -> Option<Url> {
    let url: Url = parsed(source, text, "an https:// address")?;
    let is_good = url.scheme() == "https" || is_loopback(&url);
    if !is_good {
        source.error(text.at, "expected an address that starts with https://");
    }
    is_good.then_some(url)
}

fn read_oauth(table: Table<'_, '_>, environment: Environment<'_>) -> Option<OAuthConfig> {
    let source = table.source();
    let token_url = table.take_string("token_url", "the token server's address");
    let client_id = table.take_string("client_id", "our name there");
    let variable = table.take_string("client_secret_env", "the name of an environment variable");
    let scope = table.take_string("scope", "what the token is for");
    table.finish();
    let token_url = token_url.and_then(|text| secure_url(source, &text));
    let client_secret = variable.and_then(|variable| secret(source, &variable, environment));
    Some(OAuthConfig {
        token_url: token_url?,
        client_id: client_id?.value,
        client_secret: client_secret?,
        scope: scope?.value,
    })
}

fn read_smtp(
    table: Table<'_, '_>,
    file: &Path,
    oauth: Option<&OAuthConfig>,
    environment: Environment<'_>,
) -> Option<SmtpConfig> {
    let source = table.source();
    let host = table.take_string("host", "the server's name");
    let port = table.take_integer("port", "587 or 465");
    let security = table.take_choice(
        "security",
        &[
            ("starttls", SmtpSecurity::StartTls),
            ("tls", SmtpSecurity::Tls),
            ("loopback", SmtpSecurity::Loopback),
        ],
    );
    let user = table.find_string("username", "a user name");
    let password = table.find_string("password_env", "the name of an environment variable");
    let root = table.find_string("extra_root", "a PEM file");
    let at = table.at();
    table.finish();
    if let (Some(host), Some(SmtpSecurity::Loopback)) = (&host, security)
        && !matches!(host.value.as_str(), "127.0.0.1" | "localhost" | "::1")
    {
        source.error(
            host.at,
            "security = \"loopback\" is only for a server on this machine: use \"starttls\" or \"tls\"",
        );
    }
    let port = port.and_then(|n| {
        let port = u16::try_from(n.value).ok();
        if port.is_none() {
            source.error(n.at, format!("port {}: expected 1 to 65535", n.value));
        }
        port
    });
    let login = match (user, password) {
        (None, None) => Some(None),
        (Some(user), Some(password)) => {
            secret(source, &password, environment).map(|secret| Some(Login::Password(user.value, secret)))
        }
        (Some(user), None) if oauth.is_some() => {
            oauth.map(|oauth| Some(Login::OAuth(user.value, oauth.clone())))
        }
        _ => {
            source.error(at, "username goes with password_env, or with a table [mail.oauth]");
            None
        }
    };
    let extra_root_pem = match root {
        None => Some(None),
        Some(path) => {
            let full =
                file.parent().map_or_else(|| PathBuf::from(&path.value), |folder| folder.join(&path.value));
            match std::fs::read(&full) {
                Ok(pem) => Some(Some(pem)),
                Err(error) => {
                    source.error(path.at, format!("could not read {}: {error}", full.display()));
                    None
                }
            }
        }
    };
    Some(SmtpConfig {
        host: host?.value,
        port: port?,
        security: security?,
        login: login?,
        extra_root_pem: extra_root_pem?,
    })
}
