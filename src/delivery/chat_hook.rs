//! Chat hooks for facilitators and steering groups: counts and a link, never a name, an answer or a personal link.

use reqwest::Client;
use serde_json::{Value, json};

use super::http_api::{client, judge, judge_failure};
use super::{Outcome, SetupError};
use crate::config::{HookConfig, HookKind};

/// What a chat message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// What the link says.
    pub label: String,
    /// Where it leads: a page behind sign-in or a report's key.
    pub url: String,
}

/// Posts to hooks.
pub struct ChatHooks {
    hooks: Vec<HookConfig>,
    client: Client,
}

impl ChatHooks {
    /// The configured hooks.
    pub fn new(hooks: &[HookConfig]) -> Result<ChatHooks, SetupError> {
        Ok(ChatHooks { hooks: hooks.to_vec(), client: client()? })
    }

    /// Posts a notice to the hook of a name.
    pub async fn send(&self, name: &str, notice: &Notice) -> Outcome {
        let Some(hook) = self.hooks.iter().find(|hook| hook.name == name) else {
            return Outcome::Refused("this hook is no longer configured".to_owned());
        };
        match self.client.post(hook.url.reveal()).json(&body(hook.kind, notice)).send().await {
            Ok(response) => judge(response.status()),
            Err(error) => judge_failure(&error),
        }
    }
}

fn body(kind: HookKind, notice: &Notice) -> Value {
    match kind {
        HookKind::Text => json!({ "text": format!("{}\n{}: {}", notice.text, notice.label, notice.url) }),
        HookKind::Teams => json!({
            "type": "message",
            "attachments": [{
                "contentType": "application/vnd.microsoft.card.adaptive",
                "content": {
                    "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                    "type": "AdaptiveCard",
                    "version": "1.4",
                    "body": [{ "type": "TextBlock", "text": notice.text, "wrap": true }],
                    "actions": [{ "type": "Action.OpenUrl", "title": notice.label, "url": notice.url }],
                },
            }],
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_chat_gets_its_own_format() {
        let notice = Notice {
            text: "Meting 3 is open.".into(),
            label: "Bekijk".into(),
            url: "https://x.example/".into(),
        };
        assert_eq!(body(HookKind::Text, &notice)["text"], "Meting 3 is open.\nBekijk: https://x.example/");
        let card = &body(HookKind::Teams, &notice)["attachments"][0]["content"];
        assert_eq!(card["body"][0]["text"], "Meting 3 is open.");
        assert_eq!(card["actions"][0]["url"], "https://x.example/");
    }
}
