//! Access tokens by client credentials (RFC 6749, section 4.4): for Microsoft Graph and for SMTP with XOAUTH2.

#![expect(clippy::disallowed_methods, reason = "how long a token holds is told in seconds from now")]

use std::time::{Duration, Instant};

use reqwest::Client;
use serde::Deserialize;

use super::SetupError;
use super::http_api::client;
use crate::config::OAuthConfig;

/// A token is asked for anew this long before it ends.
const EARLY: Duration = Duration::from_secs(120);
/// How long a token holds when the server does not say.
const UNSAID: u64 = 300;

/// Asks for tokens, and keeps one as long as it holds.
pub struct TokenSource {
    config: OAuthConfig,
    client: Client,
    kept: Option<(String, Instant)>,
}

#[derive(Deserialize)]
struct Granted {
    access_token: String,
    expires_in: Option<u64>,
}

impl TokenSource {
    /// Prepares the client.
    pub fn new(config: &OAuthConfig) -> Result<TokenSource, SetupError> {
        Ok(TokenSource { config: config.clone(), client: client()?, kept: None })
    }

    /// A token that holds.
    ///
    /// Errors: a sentence without any secret.
    pub async fn token(&mut self) -> Result<String, String> {
        if let Some((token, until)) = &self.kept
            && Instant::now() < *until
        {
            return Ok(token.clone());
        }
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", &self.config.client_id),
            ("client_secret", self.config.client_secret.reveal()),
            ("scope", &self.config.scope),
        ];
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = self
            .client
            .post(self.config.token_url.clone())
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body);
        let reply = request.send().await.map_err(|_| "no connection to the token server".to_owned())?;
        if !reply.status().is_success() {
            return Err(format!("the token server answered {}", reply.status().as_u16()));
        }
        let granted: Granted =
            reply.json().await.map_err(|_| "the token server's answer has no access token".to_owned())?;
        let holds = Duration::from_secs(granted.expires_in.unwrap_or(UNSAID)).saturating_sub(EARLY);
        self.kept = Some((granted.access_token.clone(), Instant::now() + holds));
        Ok(granted.access_token)
    }

    /// The token was not taken: the next one is asked for anew.
    pub fn forget(&mut self) {
        self.kept = None;
    }
}
