//! Programs: keys to the API of one agreement, and addresses that are told of its events.

use http::StatusCode;
use maud::{Markup, html};

use super::super::desk::{self, Visit, form, heading, page_with};
use super::super::parts::{self, Field};
use super::super::problem::Problem;
use super::super::{Answer, Site, see_other};
use crate::app::AppError;
use crate::app::manage_programs::{self, Made};
use crate::domain::ids::{ApiTokenId, WebhookId};

/// Longest label and address.
const MAX_LABEL: usize = 80;
const MAX_ADDRESS: usize = 500;

/// `GET …/programs`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    list_with(visit, site, None, None).await
}

async fn list_with(
    visit: &Visit,
    site: &Site,
    made: Option<Made>,
    problem: Option<(&'static str, String)>,
) -> Answer {
    let place = visit.place()?;
    let found = manage_programs::list(&site.service, place.id).await?;
    let heading_text = visit.t("programs-title");
    let title = parts::title_with_errors(visit.language, &heading_text, problem.is_some());
    let summary: Vec<_> = problem.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    let problem_of =
        |name: &str| problem.as_ref().filter(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    let own = visit.to("/programs");
    let end = |what: &str, id: i64, key: &str| -> Markup {
        form(
            site,
            visit,
            &own,
            html! {
                input type="hidden" name="id" value=(id);
                button type="submit" class="quiet" name="do" value=(what) { (visit.t(key)) }
            },
        )
    };
    let tokens: Vec<Vec<Markup>> = found
        .tokens
        .iter()
        .map(|one| {
            vec![
                html! { (one.label) },
                html! { (visit.t(if one.may_write { "program-reads-and-writes" } else { "program-reads" })) },
                html! { @if one.is_revoked { (visit.t("program-is-revoked")) } @else { (end("revoke", one.id.0, "program-revoke")) } },
            ]
        })
        .collect();
    let hooks: Vec<Vec<Markup>> = found
        .webhooks
        .iter()
        .map(|(one, deliveries)| {
            vec![
                html! { (one.url) },
                html! { ul class="plain" { @for told in deliveries.iter().take(5) { li { (told.event) ": " (told.state) " (" (told.attempts) ")" } } } },
                html! { (end("end", one.id.0, "webhook-end")) },
            ]
        })
        .collect();
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &heading_text))
        p { (visit.t("programs-lead")) " " a href="/api/v1/openapi.json" { "/api/v1/openapi.json" } }
        @if let Some(made) = &made {
            div class="success" role="status" {
                p { (visit.t(match made { Made::Token(_) => "program-made", Made::Webhook(_) => "webhook-made" })) }
                p { code { (match made { Made::Token(secret) | Made::Webhook(secret) => secret.reveal() }) } }
            }
        }
        @if !tokens.is_empty() { (desk::table(visit, &visit.t("program-tokens"), &["program-label", "program-may", "session-action"], &tokens)) }
        h2 { (visit.t("program-make")) }
        (form(site, visit, &own, html! {
            (parts::line(&Field { name: "label", label: &visit.t("program-label"), hint: None, problem: problem_of("label") }, "text", "", MAX_LABEL))
            label class="choice" for="may-write" { input type="checkbox" id="may-write" name="may-write" value="yes"; span { (visit.t("program-may-write")) } }
            button type="submit" name="do" value="token" { (visit.t("program-make-send")) }
        }))
        @if !hooks.is_empty() { (desk::table(visit, &visit.t("webhooks-title"), &["webhook-address", "webhook-events", "session-action"], &hooks)) }
        h2 { (visit.t("webhook-make")) }
        (form(site, visit, &own, html! {
            (parts::line(&Field { name: "url", label: &visit.t("webhook-address"), hint: Some(&visit.t("webhook-hint")), problem: problem_of("url") }, "url", visit.field("url"), MAX_ADDRESS))
            button type="submit" name="do" value="webhook" { (visit.t("webhook-make-send")) }
        }))
    };
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(site, visit, status, &title, content))
}

/// `POST …/programs`.
pub async fn change(visit: &Visit, site: &Site) -> Answer {
    let (service, id) = (&site.service, visit.place()?.id);
    let number = || visit.field("id").parse::<i64>().map_err(|_| Problem::BadForm);
    let done = match visit.field("do") {
        "token" => {
            let label = visit.field("label");
            if label.is_empty() || label.chars().count() > MAX_LABEL {
                return list_with(visit, site, None, Some(("label", visit.t("error-text")))).await;
            }
            let may_write = visit.field("may-write") == "yes";
            let made =
                manage_programs::make_token(service, id, (label, may_write), visit.who(), visit.now).await?;
            return list_with(visit, site, Some(Made::Token(made.1)), None).await;
        }
        "webhook" => {
            return match manage_programs::make_webhook(
                service,
                id,
                visit.field("url"),
                visit.who(),
                visit.now,
            )
            .await
            {
                Ok((_, secret)) => list_with(visit, site, Some(Made::Webhook(secret)), None).await,
                Err(AppError::Refused(sentence)) => {
                    list_with(visit, site, None, Some(("url", sentence))).await
                }
                Err(error) => Err(error.into()),
            };
        }
        "revoke" => {
            manage_programs::revoke(service, id, ApiTokenId(number()?), visit.who(), visit.now).await?
        }
        "end" => manage_programs::end(service, id, WebhookId(number()?), visit.who(), visit.now).await?,
        _ => return Err(Problem::BadForm),
    };
    if done { Ok(see_other(&visit.to("/programs"))) } else { Err(Problem::NotFound) }
}
