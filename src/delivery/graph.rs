//! Mail through Microsoft Graph: the whole message as MIME, since JSON would lose headers. 202 says that it was taken.

use data_encoding::BASE64;
use reqwest::{Client, StatusCode};

use super::http_api::{client, judge, judge_failure};
use super::mail::Mail;
use super::oauth::TokenSource;
use super::{Outcome, SetupError};
use crate::config::GraphConfig;

/// One mailbox.
pub struct Graph {
    config: GraphConfig,
    client: Client,
    tokens: TokenSource,
}

impl Graph {
    /// Prepares the client.
    pub fn new(config: &GraphConfig) -> Result<Graph, SetupError> {
        Ok(Graph { config: config.clone(), client: client()?, tokens: TokenSource::new(&config.oauth)? })
    }

    /// Hands one message over.
    pub async fn send(&mut self, mail: &Mail) -> Outcome {
        let message = match mail.to_bytes() {
            Ok(message) => message,
            Err(problem) => return Outcome::Refused(problem),
        };
        let token = match self.tokens.token().await {
            Ok(token) => token,
            Err(problem) => return Outcome::NotNow(problem),
        };
        let mailbox: String = url::form_urlencoded::byte_serialize(self.config.mailbox.as_bytes()).collect();
        let url = format!("{}/users/{mailbox}/sendMail", self.config.url.as_str().trim_end_matches('/'));
        let request = self
            .client
            .post(url)
            .bearer_auth(token)
            .header("content-type", "text/plain")
            .body(BASE64.encode(&message));
        match request.send().await {
            Ok(reply) => {
                if reply.status() == StatusCode::UNAUTHORIZED {
                    self.tokens.forget();
                }
                judge(reply.status())
            }
            Err(error) => judge_failure(&error),
        }
    }
}
