//! How messages leave: composition, and one file per way out.
//!
//! Deliberately not here: the queue, retries and who gets what (`store::outbox`, `app::send_messages`). A way out
//! says only which of four things happened to one message: [`Outcome`]. Next: [`mail`], [`compose`].

pub mod bounce_report;
pub mod chat_hook;
pub mod compose;
pub mod doctor;
pub mod folder;
mod graph;
pub mod http_api;
pub mod mail;
mod oauth;
pub mod smtp;

use std::path::PathBuf;

use crate::config::{MailConfig, TransportConfig};
use mail::Mail;

/// What happened to one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The next hop accepted it.
    Accepted,
    /// It was certainly not accepted; another try may help.
    NotNow(String),
    /// The next hop refused it for good.
    Refused(String),
    /// It may have been accepted: nobody can tell.
    Unknown(String),
}

/// A way out for mail.
pub enum MailTransport {
    /// Files.
    Folder(folder::Folder),
    /// SMTP.
    Smtp(Box<smtp::Smtp>),
    /// A provider's HTTP API.
    HttpApi(Box<http_api::HttpApi>),
    /// Microsoft Graph.
    Graph(Box<graph::Graph>),
}

/// A way out could not be set up.
#[derive(Debug, thiserror::Error)]
#[error("could not set up sending: {0}")]
pub struct SetupError(pub String);

impl MailTransport {
    /// The way out that the configuration names.
    pub fn new(config: &MailConfig, mail_dir: PathBuf) -> Result<MailTransport, SetupError> {
        match &config.transport {
            TransportConfig::Folder => folder::Folder::new(mail_dir).map(MailTransport::Folder),
            TransportConfig::Smtp(smtp) => smtp::Smtp::new(smtp).map(Box::new).map(MailTransport::Smtp),
            TransportConfig::Graph(graph) => graph::Graph::new(graph).map(Box::new).map(MailTransport::Graph),
            TransportConfig::HttpApi(api) => {
                http_api::HttpApi::new(api).map(Box::new).map(MailTransport::HttpApi)
            }
        }
    }

    /// Hands one message over.
    pub async fn send(&mut self, mail: &Mail) -> Outcome {
        match self {
            MailTransport::Folder(folder) => folder.send(mail).await,
            MailTransport::Smtp(smtp) => smtp.send(mail).await,
            MailTransport::HttpApi(api) => api.send(mail).await,
            MailTransport::Graph(graph) => graph.send(mail).await,
        }
    }

    /// Whether a message of this name was accepted by an earlier process; `None` where nobody can tell.
    pub fn was_accepted(&self, name: &str) -> Option<bool> {
        match self {
            MailTransport::Folder(folder) => Some(folder.has(name)),
            MailTransport::Smtp(_) | MailTransport::HttpApi(_) | MailTransport::Graph(_) => None,
        }
    }
}
