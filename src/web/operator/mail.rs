//! Mail: how much went and how, a test to oneself, and what the domain's records say.

use maud::{Markup, html};

use super::home::done;
use crate::app::installation::watch;
use crate::app::sign_in::mail::queue_to_account;
use crate::delivery::doctor::{self, Finding, Verdict};
use crate::domain::message::MessageKind;
use crate::web::desk::shell::{button, page, table};
use crate::web::desk::visit::Visit;
use crate::web::layout::in_language;
use crate::web::problem::Problem;
use crate::web::{Answer, Site};
use crate::words::{Word, message_kind, message_state};

/// `GET /operator/mail`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let found = watch::status(&site.service, visit.now).await?;
    let title = visit.t(Word::OperatorMail);
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
        (table(visit, &visit.t(Word::MailCounts), &[Word::MailKind, Word::MailState, Word::MailN], &rows))
        h2 { (visit.t(Word::MailTest)) }
        p { (visit.own.account.mail) }
        (button(site, visit, &own, "do", "test", &visit.t(Word::MailTestSend)))
        h2 { (visit.t(Word::DoctorTitle)) }
        p { (visit.t(Word::DoctorLead)) }
        (button(site, visit, &own, "do", "doctor", &visit.t(Word::DoctorSend)))
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
                    queue_to_account(c, MessageKind::TestMail, account, now.timestamp(), None, now)
                })
                .await?;
            site.service.outbox_bell.notify_waiters();
            let back = in_language("/operator/mail", visit.language);
            done(visit, site, &visit.t(Word::MailTest), &visit.t(Word::MailTestSent), &back)
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
                Verdict::Good => Word::DoctorGood,
                Verdict::Missing => Word::DoctorMissing,
                Verdict::Weak => Word::DoctorWeak,
                Verdict::Unknown => Word::DoctorUnknown,
            };
            vec![
                html! { (one.record) },
                html! { (visit.t(verdict)) },
                html! { (one.found) },
                html! { @if let Some(advice) = one.advice { (visit.t(advice)) } },
            ]
        })
        .collect();
    let title = visit.t(Word::DoctorTitle);
    let content = html! {
        h1 { (title) }
        (table(visit, &visit.t(Word::DoctorCaption), &[Word::DoctorRecord, Word::DoctorVerdict, Word::DoctorFound, Word::DoctorAdvice], &rows))
        p { a href=(in_language("/operator/mail", visit.language)) { (visit.t(Word::Back)) } }
    };
    Ok(page(site, visit, &title, content))
}
