//! Mail: how much went and how, a test to oneself, and what the domain's records say.

use maud::{Markup, html};

use super::super::desk::{self, Visit, button, page};
use super::super::layout::in_language;
use super::super::problem::Problem;
use super::super::{Answer, Site};
use super::home::done;
use crate::app::sign_in::queue_to_account;
use crate::app::watch;
use crate::delivery::doctor::{self, Finding, Verdict};
use crate::domain::message::MessageKind;
use crate::words::{message_kind, message_state};

/// `GET /operator/mail`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let found = watch::status(&site.service, visit.now).await?;
    let title = visit.t("operator-mail");
    let rows: Vec<Vec<Markup>> = found
        .messages
        .iter()
        .filter_map(|count| {
            let kind = MessageKind::find(count.kind)?;
            let state = crate::domain::message::MessageState::find(count.state)?;
            Some(vec![
                html! { (message_kind(visit.language, kind)) },
                html! { (message_state(visit.language, state)) },
                html! { (count.n) },
            ])
        })
        .collect();
    let own = in_language("/operator/mail", visit.language);
    let content = html! {
        h1 { (title) }
        (desk::table(visit, &visit.t("mail-counts"), &["mail-kind", "mail-state", "mail-n"], &rows))
        h2 { (visit.t("mail-test")) }
        p { (visit.own.account.mail) }
        (button(site, visit, &own, ("do", "test"), &visit.t("mail-test-send")))
        h2 { (visit.t("doctor-title")) }
        p { (visit.t("doctor-lead")) }
        (button(site, visit, &own, ("do", "doctor"), &visit.t("doctor-send")))
    };
    Ok(page(site, visit, &title, content))
}

/// `POST /operator/mail`.
pub async fn act(visit: &Visit, site: &Site) -> Answer {
    match visit.field("do") {
        "test" => {
            let (account, now) = (visit.own.account.id, visit.now);
            site.service
                .store
                .write("queue a test mail", move |c| {
                    queue_to_account(c, MessageKind::TestMail, account, (now.timestamp(), None), now)
                })
                .await?;
            site.service.outbox_bell.notify_waiters();
            let back = in_language("/operator/mail", visit.language);
            done(visit, site, &visit.t("mail-test"), &visit.t("mail-test-sent"), &back)
        }
        "doctor" => {
            let config = &site.service.config.mail;
            let findings = doctor::examine(&config.from, config.dkim_selector.as_deref(), None).await;
            examined(visit, site, &findings)
        }
        _ => Err(Problem::BadForm),
    }
}

fn examined(visit: &Visit, site: &Site, findings: &[Finding]) -> Answer {
    let rows: Vec<Vec<Markup>> = findings
        .iter()
        .map(|one| {
            let verdict = match one.verdict {
                Verdict::Good => "doctor-good",
                Verdict::Missing => "doctor-missing",
                Verdict::Weak => "doctor-weak",
                Verdict::Unknown => "doctor-unknown",
            };
            vec![
                html! { (one.record) },
                html! { (visit.t(verdict)) },
                html! { (one.found) },
                html! { (one.advice) },
            ]
        })
        .collect();
    let title = visit.t("doctor-title");
    let content = html! {
        h1 { (title) }
        (desk::table(visit, &visit.t("doctor-caption"), &["doctor-record", "doctor-verdict", "doctor-found", "doctor-advice"], &rows))
        p { a href=(in_language("/operator/mail", visit.language)) { (visit.t("back")) } }
    };
    Ok(page(site, visit, &title, content))
}
