//! Mail through a provider's HTTP API: the request formats of Postmark and Brevo.

use std::time::Duration;

use data_encoding::BASE64;
use reqwest::{Client, StatusCode, redirect};
use serde_json::{Value, json};

use super::mail::{Attachment, Mail, Party};
use super::{Outcome, SetupError};
use crate::config::{HttpApiConfig, Provider};

/// Longest wait for a provider. Source: product decision; providers answer within seconds.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A client that follows no redirect: a key goes to the configured host and nowhere else.
pub fn client() -> Result<Client, SetupError> {
    Client::builder()
        .redirect(redirect::Policy::none())
        .timeout(TIMEOUT)
        .connect_timeout(Duration::from_secs(10))
        .build()
        .map_err(|error| SetupError(format!("HTTP client: {error}")))
}

/// A provider.
pub struct HttpApi {
    config: HttpApiConfig,
    client: Client,
}

impl HttpApi {
    /// Prepares the client.
    pub fn new(config: &HttpApiConfig) -> Result<HttpApi, SetupError> {
        Ok(HttpApi { config: config.clone(), client: client()? })
    }

    /// Hands one message to the provider.
    pub async fn send(&self, mail: &Mail) -> Outcome {
        let key = self.config.key.reveal();
        let request = self.client.post(self.config.url.clone());
        let request = match self.config.provider {
            Provider::Postmark => request
                .header("X-Postmark-Server-Token", key)
                .header("Accept", "application/json")
                .json(&postmark(mail)),
            Provider::Brevo => request.header("api-key", key).json(&brevo(mail)),
        };
        match request.send().await {
            Ok(response) => judge(response.status()),
            Err(error) => judge_failure(&error),
        }
    }
}

/// What a provider's status means for one message.
pub(super) fn judge(status: StatusCode) -> Outcome {
    let said = format!("the provider answered {}", status.as_u16());
    match status.as_u16() {
        200..=299 => Outcome::Accepted,
        // A wrong key or an exhausted account is wrong for every message: none is refused for it.
        401..=403 | 429 | 503 | 300..=399 => Outcome::NotNow(said),
        // A time-out or a broken gateway may come after the message was taken: nobody can tell.
        408 | 500..=599 => Outcome::Unknown(said),
        400..=499 => Outcome::Refused(said),
        _ => Outcome::NotNow(said),
    }
}

/// What a failed request means: before the connection stood, nothing can have been accepted.
pub(super) fn judge_failure(error: &reqwest::Error) -> Outcome {
    if error.is_connect() || error.is_builder() {
        Outcome::NotNow("no connection to the provider".to_owned())
    } else {
        Outcome::Unknown("the provider did not answer in time".to_owned())
    }
}

fn line(party: &Party) -> String {
    let name: String = party.name.chars().filter(|c| !c.is_control() && !"\"\\".contains(*c)).collect();
    format!("\"{name}\" <{}>", party.address)
}

fn headers(mail: &Mail) -> Vec<(&'static str, String)> {
    let mut headers = vec![("Message-ID", mail.message_id())];
    headers.extend(mail.extra_headers());
    headers
}

fn postmark(mail: &Mail) -> Value {
    let headers: Vec<Value> =
        headers(mail).into_iter().map(|(name, value)| json!({ "Name": name, "Value": value })).collect();
    let mut body = json!({
        "From": line(&mail.from),
        "To": line(&mail.to),
        "ReplyTo": mail.reply_to.as_ref().map(line),
        "Subject": mail.subject,
        "TextBody": mail.text(),
        "HtmlBody": mail.html(),
        "Headers": headers,
        "TrackOpens": false,
        "TrackLinks": "None",
    });
    if !mail.attachments.is_empty() {
        let file = |one: &Attachment| {
            let content = BASE64.encode(&one.bytes);
            json!({ "Name": one.name, "Content": content, "ContentType": one.media_type })
        };
        body["Attachments"] = mail.attachments.iter().map(file).collect();
    }
    body
}

fn brevo(mail: &Mail) -> Value {
    let party = |party: &Party| json!({ "name": party.name, "email": party.address });
    let headers: serde_json::Map<String, Value> =
        headers(mail).into_iter().map(|(name, value)| (name.to_owned(), Value::String(value))).collect();
    let mut body = json!({
        "sender": party(&mail.from),
        "to": [party(&mail.to)],
        "subject": mail.subject,
        "textContent": mail.text(),
        "htmlContent": mail.html(),
        "headers": headers,
    });
    if let Some(reply_to) = &mail.reply_to {
        body["replyTo"] = party(reply_to);
    }
    if !mail.attachments.is_empty() {
        let file = |one: &Attachment| json!({ "name": one.name, "content": BASE64.encode(&one.bytes) });
        body["attachment"] = mail.attachments.iter().map(file).collect();
    }
    body
}

#[cfg(test)]
mod tests {
    use super::super::mail::tests::sample;
    use super::*;

    #[test]
    fn each_provider_gets_its_own_format_with_every_header() {
        let body = postmark(&sample());
        assert_eq!(body["From"], "\"Lindewaard Samen\" <polsslag@polsslag.example>");
        assert_eq!(body["TrackOpens"], false);
        assert!(body["Headers"].as_array().expect("a list").iter().any(|h| h["Name"] == "List-Unsubscribe"));
        let file = Attachment { name: "a.pdf".into(), media_type: "application/pdf", bytes: vec![1, 2, 3] };
        let with_file = Mail { attachments: vec![file], ..sample() };
        assert_eq!(postmark(&with_file)["Attachments"][0]["Content"], "AQID");
        assert_eq!(brevo(&with_file)["attachment"][0]["name"], "a.pdf");
        let body = brevo(&sample());
        assert_eq!(body["to"][0]["email"], "zoe@x.example");
        assert_eq!(body["headers"]["Message-ID"], "<reminder-1-r2-s3-v1.abcd@polsslag.example>");
    }

    #[test]
    fn a_status_says_what_happened_to_the_message() {
        let judged = |code| judge(StatusCode::from_u16(code).expect("a status"));
        assert_eq!(judged(202), Outcome::Accepted);
        assert!(matches!(judged(422), Outcome::Refused(_)));
        for code in [401, 429, 503, 302] {
            assert!(matches!(judged(code), Outcome::NotNow(_)), "{code}");
        }
        for code in [408, 500, 502, 504] {
            assert!(matches!(judged(code), Outcome::Unknown(_)), "{code}");
        }
    }
}
