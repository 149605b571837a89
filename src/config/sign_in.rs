//! Who may sign in how, and what programs outside may be told.

use url::Url;

use super::{Environment, Secret, is_loopback, parsed, secret};
use crate::catalogue::reader::Table;
use crate::domain::access::Capacity;

/// How people sign in.
#[derive(Debug, Clone, Default)]
pub struct SignInConfig {
    /// Whoever acts in one of these capacities needs a second factor.
    pub second_factor: Vec<Capacity>,
    /// Organisations whose own sign-in is enough.
    pub providers: Vec<OidcProvider>,
}

/// A server that signs people in by OpenID Connect.
#[derive(Debug, Clone)]
pub struct OidcProvider {
    /// Its name in addresses: lower-case letters, digits, hyphens.
    pub id: String,
    /// Its name on the sign-in page.
    pub name: String,
    /// Its issuer, exactly as it names itself.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// Our secret there.
    pub client_secret: Secret,
    /// Whether it asks for a second factor itself, so that ours is not needed.
    pub has_second_factor: bool,
}

/// Which addresses events may go to.
#[derive(Debug, Clone, Default)]
pub struct WebhookConfig {
    /// Hosts (with their port, if it is not 443) inside the own network that may be told of events, over http too.
    pub private_hosts: Vec<String>,
}

pub(super) fn read_sign_in(table: Table<'_, '_>, environment: Environment<'_>) -> Option<SignInConfig> {
    let source = table.source();
    let mut second_factor = Vec::new();
    for name in table.find_strings("second_factor", "a list such as [\"facilitator\", \"operator\"]") {
        match Capacity::ALL.into_iter().find(|capacity| capacity.code() == name.value) {
            Some(capacity) => second_factor.push(capacity),
            None => source.error(
                name.at,
                format!("\"{}\": expected facilitator, chair, steering, contact or operator", name.value),
            ),
        }
    }
    let providers: Vec<Option<OidcProvider>> =
        table.find_tables("provider").into_iter().map(|table| read_provider(table, environment)).collect();
    table.finish();
    Some(SignInConfig { second_factor, providers: providers.into_iter().collect::<Option<_>>()? })
}

fn read_provider(table: Table<'_, '_>, environment: Environment<'_>) -> Option<OidcProvider> {
    let source = table.source();
    let id = table.take_string("id", "a short name such as \"gemeente\"");
    let name = table.take_string("name", "the organisation's name");
    let issuer = table.take_string("issuer", "an address such as \"https://login.example/tenant/v2.0\"");
    let client_id = table.take_string("client_id", "our name at the server");
    let secret_env = table.take_string("client_secret_env", "the name of an environment variable");
    let has_second_factor = table.find_flag("has_second_factor");
    table.finish();
    if let Some(id) = &id {
        crate::catalogue::reader::check_id(source, id);
    }
    if let Some(issuer) = &issuer
        && let Some(url) = parsed::<Url>(source, issuer, "an https:// address")
        && url.scheme() != "https"
        && !is_loopback(&url)
    {
        source.error(issuer.at, "an issuer must start with https://");
    }
    let client_secret = secret_env.and_then(|variable| secret(source, &variable, environment));
    Some(OidcProvider {
        id: id?.value,
        name: name?.value,
        issuer: issuer?.value,
        client_id: client_id?.value,
        client_secret: client_secret?,
        has_second_factor,
    })
}

pub(super) fn read_webhooks(table: Table<'_, '_>) -> Option<WebhookConfig> {
    let hosts = table.find_strings("private_hosts", "a list such as [\"board.internal:8443\"]");
    table.finish();
    Some(WebhookConfig { private_hosts: hosts.into_iter().map(|host| host.value).collect() })
}
