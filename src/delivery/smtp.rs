//! Mail over SMTP submission.
//!
//! Lettre's pooled transport reports one error for a whole exchange. Here the steps are taken one by one, because
//! only then is it known whether the server can have accepted the message: before the final dot it cannot.

use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Auth, Data, Mail as MailFrom, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::mail::Mail;
use super::oauth::TokenSource;
use super::{Outcome, SetupError};
use crate::config::{Login, SmtpConfig, SmtpSecurity};

/// Longest wait for a server's answer. Source: RFC 5321 §4.5.3.2 allows minutes; a queue is better served by trying again.
const TIMEOUT: Duration = Duration::from_secs(60);

/// A connection that is kept between messages and made anew after a failure.
pub struct Smtp {
    config: SmtpConfig,
    tls: Option<TlsParameters>,
    connection: Option<AsyncSmtpConnection>,
    tokens: Option<TokenSource>,
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
        let tokens = match &config.login {
            Some(Login::OAuth(_, oauth)) => Some(TokenSource::new(oauth)?),
            _ => None,
        };
        Ok(Smtp { config: config.clone(), tls, connection: None, tokens })
    }

    async fn connect(&mut self) -> Result<AsyncSmtpConnection, String> {
        let say = |error: lettre::transport::smtp::Error| error.to_string();
        let hello = ClientId::default();
        let server = (self.config.host.as_str(), self.config.port);
        let mut connection = if self.config.security == SmtpSecurity::Tls {
            AsyncSmtpConnection::connect_tokio1(server, Some(TIMEOUT), &hello, self.tls.clone(), None)
                .await
                .map_err(say)?
        } else {
            // Our own stream, so that a message's last dot does not wait for the server's delayed acknowledgement.
            let stream = TcpStream::connect(server).await.map_err(|error| error.to_string())?;
            stream.set_nodelay(true).map_err(|error| error.to_string())?;
            AsyncSmtpConnection::connect_with_transport(Box::new(stream), &hello).await.map_err(say)?
        };
        if let (SmtpSecurity::StartTls, Some(tls)) = (self.config.security, &self.tls) {
            // Fails when the server does not offer it: there is no fallback to an open line.
            connection.starttls(tls.clone(), &hello).await.map_err(say)?;
        }
        match (&self.config.login, &mut self.tokens) {
            (Some(Login::Password(user, password)), _) => {
                let credentials = Credentials::new(user.clone(), password.reveal().to_owned());
                connection.auth(DEFAULT_MECHANISMS, &credentials).await.map_err(say)?;
            }
            (Some(Login::OAuth(user, _)), Some(tokens)) => {
                let credentials = Credentials::new(user.clone(), tokens.token().await?);
                if let Err(problem) = sign_in(&mut connection, credentials).await {
                    tokens.forget();
                    return Err(problem);
                }
            }
            _ => {}
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
            && !timeout(TIMEOUT, connection.test_connected()).await.unwrap_or(false)
        {
            kept = None;
        }
        let mut connection = match kept {
            Some(connection) => connection,
            // Whatever is wrong here is wrong for every message: none is refused for it.
            None => match timeout(TIMEOUT, self.connect()).await {
                Ok(Ok(connection)) => connection,
                Ok(Err(problem)) => {
                    return Outcome::NotNow(format!("no connection to the mail server: {problem}"));
                }
                Err(_) => return Outcome::NotNow("the mail server did not answer in time".to_owned()),
            },
        };
        let outcome = match announce(&mut connection, message.envelope()).await {
            Ok(()) => hand_over(&mut connection, &message.formatted()).await,
            Err(outcome) => outcome,
        };
        match outcome {
            Outcome::Accepted => self.connection = Some(connection),
            // A broken line may not take a farewell any more; nobody waits for it.
            _ => drop(connection),
        }
        outcome
    }
}

/// Signs in with an access token (XOAUTH2). A refusal comes as a challenge, which an empty answer ends.
async fn sign_in(connection: &mut AsyncSmtpConnection, credentials: Credentials) -> Result<(), String> {
    if !connection.server_info().supports_auth_mechanism(Mechanism::Xoauth2) {
        return Err("the mail server takes no access tokens (XOAUTH2)".to_owned());
    }
    let say = |error: lettre::transport::smtp::Error| without_address(&error);
    let word = Auth::new(Mechanism::Xoauth2, credentials, None).map_err(say)?;
    let reply = connection.command(word).await.map_err(say)?;
    if reply.has_code(334) {
        connection.command("\r\n").await.map_err(say)?;
    }
    Ok(())
}

/// Sender and recipient: until these are through, the server cannot have accepted anything.
async fn announce(connection: &mut AsyncSmtpConnection, envelope: &Envelope) -> Result<(), Outcome> {
    let late = |_| Outcome::NotNow("the mail server did not answer in time".to_owned());
    let sender = MailFrom::new(envelope.from().cloned(), vec![]);
    timeout(TIMEOUT, connection.command(sender))
        .await
        .map_err(late)?
        .map_err(|error| Outcome::NotNow(format!("our sender was not taken: {}", without_address(&error))))?;
    for recipient in envelope.to() {
        let answered =
            timeout(TIMEOUT, connection.command(Rcpt::new(recipient.clone(), vec![]))).await.map_err(late)?;
        answered.map_err(|error| {
            if error.is_permanent() {
                Outcome::Refused(without_address(&error))
            } else {
                Outcome::NotNow(without_address(&error))
            }
        })?;
    }
    timeout(TIMEOUT, connection.command(Data))
        .await
        .map_err(late)?
        .map_err(|error| Outcome::NotNow(without_address(&error)))?;
    Ok(())
}

/// The message itself: once it is under way, only the server's answer tells what became of it.
async fn hand_over(connection: &mut AsyncSmtpConnection, message: &[u8]) -> Outcome {
    match timeout(TIMEOUT, connection.message(message)).await {
        Ok(Ok(_)) => Outcome::Accepted,
        Ok(Err(error)) if error.is_permanent() => Outcome::Refused(without_address(&error)),
        Ok(Err(error)) if error.is_transient() => Outcome::NotNow(without_address(&error)),
        Ok(Err(_)) | Err(_) => {
            Outcome::Unknown("the connection broke before the mail server confirmed".to_owned())
        }
    }
}

/// A server's answer often repeats the address; only its code is kept.
fn without_address(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None => "the connection to the mail server broke".to_owned(),
    }
}
