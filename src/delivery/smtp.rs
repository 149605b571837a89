//! Mail over SMTP submission.
//!
//! Lettre's pooled transport reports one error for a whole exchange. Here the steps are taken one by one, because
//! only then is it known whether the server can have accepted the message: before the final dot it cannot.

use std::time::Duration;

use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Rcpt};
use lettre::transport::smtp::extension::ClientId;

use super::mail::Mail;
use super::{Outcome, SetupError};
use crate::config::{SmtpConfig, SmtpSecurity};

/// Longest wait for a server's answer. Source: RFC 5321 §4.5.3.2 allows minutes; a queue is better served by trying again.
const TIMEOUT: Duration = Duration::from_secs(60);

/// A connection that is kept between messages and made anew after a failure.
pub struct Smtp {
    config: SmtpConfig,
    tls: Option<TlsParameters>,
    connection: Option<AsyncSmtpConnection>,
}

impl Smtp {
    /// Prepares TLS; nothing is connected yet.
    pub fn new(config: &SmtpConfig) -> Result<Smtp, SetupError> {
        let tls = match config.security {
            SmtpSecurity::Loopback => None,
            SmtpSecurity::StartTls | SmtpSecurity::Tls => {
                let mut builder = TlsParameters::builder(config.host.clone());
                if let Some(pem) = &config.extra_root_pem {
                    let certificate = Certificate::from_pem(pem)
                        .map_err(|error| SetupError(format!("extra_root is no PEM certificate: {error}")))?;
                    builder = builder.add_root_certificate(certificate);
                }
                Some(builder.build().map_err(|error| SetupError(format!("TLS: {error}")))?)
            }
        };
        Ok(Smtp { config: config.clone(), tls, connection: None })
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, lettre::transport::smtp::Error> {
        let hello = ClientId::default();
        let server = (self.config.host.as_str(), self.config.port);
        let immediate = self.tls.clone().filter(|_| self.config.security == SmtpSecurity::Tls);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(TIMEOUT), &hello, immediate, None).await?;
        if let (SmtpSecurity::StartTls, Some(tls)) = (self.config.security, &self.tls) {
            // Fails when the server does not offer it: there is no fallback to an open line.
            connection.starttls(tls.clone(), &hello).await?;
        }
        if let Some((user, password)) = &self.config.login {
            let credentials = Credentials::new(user.clone(), password.reveal().to_owned());
            connection.auth(DEFAULT_MECHANISMS, &credentials).await?;
        }
        Ok(connection)
    }

    /// Sends one message.
    pub async fn send(&mut self, mail: &Mail) -> Outcome {
        let message = match mail.to_message() {
            Ok(message) => message,
            Err(problem) => return Outcome::Refused(problem),
        };
        let mut kept = self.connection.take();
        if let Some(connection) = &mut kept
            && !connection.test_connected().await
        {
            kept = None;
        }
        let mut connection = match kept {
            Some(connection) => connection,
            None => match self.connect().await {
                Ok(connection) => connection,
                // Whatever is wrong here is wrong for every message: none is refused for it.
                Err(error) => return Outcome::NotNow(format!("no connection to the mail server: {error}")),
            },
        };
        let outcome = exchange(&mut connection, &message).await;
        match outcome {
            Outcome::Accepted => self.connection = Some(connection),
            _ => connection.abort().await,
        }
        outcome
    }
}

async fn exchange(connection: &mut AsyncSmtpConnection, message: &lettre::Message) -> Outcome {
    let envelope = message.envelope();
    if let Err(error) = connection.command(MailFrom::new(envelope.from().cloned(), vec![])).await {
        return Outcome::NotNow(format!("the mail server does not take our sender: {error}"));
    }
    for recipient in envelope.to() {
        if let Err(error) = connection.command(Rcpt::new(recipient.clone(), vec![])).await {
            return if error.is_permanent() {
                Outcome::Refused(without_address(&error))
            } else {
                Outcome::NotNow(without_address(&error))
            };
        }
    }
    if let Err(error) = connection.command(Data).await {
        return Outcome::NotNow(without_address(&error));
    }
    match connection.message(&message.formatted()).await {
        Ok(_) => Outcome::Accepted,
        Err(error) if error.is_permanent() => Outcome::Refused(without_address(&error)),
        Err(error) if error.is_transient() => Outcome::NotNow(without_address(&error)),
        Err(_) => Outcome::Unknown("the connection broke before the mail server confirmed".to_owned()),
    }
}

/// A server's answer often repeats the address; only its code is kept.
fn without_address(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None => "the connection to the mail server broke".to_owned(),
    }
}
