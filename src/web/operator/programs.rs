//! Programs: keys to the API of one agreement, and addresses that are told of its events.

use crate::words::Word;
use http::StatusCode;
use maud::{Markup, html};

use crate::app::AppError;
use crate::app::installation::manage_programs::{self, Made};
use crate::domain::ids::{ApiTokenId, WebhookId};
use crate::web::desk::shell::{form, heading, page_with, table};
use crate::web::desk::visit::Visit;
use crate::web::parts::{self, Field};
use crate::web::problem::Problem;
use crate::web::{Answer, Site, see_other};

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
    let heading_text = visit.t(Word::ProgramsTitle);
    let title = parts::title_with_errors(visit.language, &heading_text, problem.is_some());
    let summary: Vec<_> = problem.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    let problem_of =
        |name: &str| problem.as_ref().filter(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    let own = visit.to("/programs");
    let end = |what: &str, id: i64, word: Word| -> Markup {
        form(
            site,
            visit,
            &own,
            html! {
                input type="hidden" name="id" value=(id);
                button type="submit" class="quiet" name="do" value=(what) { (visit.t(word)) }
            },
        )
    };
    let tokens: Vec<Vec<Markup>> = found
        .tokens
        .iter()
        .map(|one| {
            vec![
                html! { (one.label) },
                html! { (visit.t(if one.may_write { Word::ProgramReadsAndWrites } else { Word::ProgramReads })) },
                html! { @if one.is_revoked { (visit.t(Word::ProgramIsRevoked)) } @else { (end("revoke", one.id.0, Word::ProgramRevoke)) } },
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
                html! { (end("end", one.id.0, Word::WebhookEnd)) },
            ]
        })
        .collect();
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &heading_text))
        p { (visit.t(Word::ProgramsLead)) " " a href="/api/v1/openapi.json" { "/api/v1/openapi.json" } }
        @if let Some(made) = &made {
            div class="success" role="status" {
                p { (visit.t(match made { Made::Token(_) => Word::ProgramMade, Made::Webhook(_) => Word::WebhookMade })) }
                p { code { (match made { Made::Token(secret) | Made::Webhook(secret) => secret.reveal() }) } }
            }
        }
        @if !tokens.is_empty() { (table(visit, &visit.t(Word::ProgramTokens), &[Word::ProgramLabel, Word::ProgramMay, Word::SessionAction], &tokens)) }
        h2 { (visit.t(Word::ProgramMake)) }
        (form(site, visit, &own, html! {
            (parts::line(&Field { name: "label", label: &visit.t(Word::ProgramLabel), hint: None, problem: problem_of("label") }, "text", "", MAX_LABEL))
            label class="choice" for="may-write" { input type="checkbox" id="may-write" name="may-write" value="yes"; span { (visit.t(Word::ProgramMayWrite)) } }
            button type="submit" name="do" value="token" { (visit.t(Word::ProgramMakeSend)) }
        }))
        @if !hooks.is_empty() { (table(visit, &visit.t(Word::WebhooksTitle), &[Word::WebhookAddress, Word::WebhookEvents, Word::SessionAction], &hooks)) }
        h2 { (visit.t(Word::WebhookMake)) }
        (form(site, visit, &own, html! {
            (parts::line(&Field { name: "url", label: &visit.t(Word::WebhookAddress), hint: Some(&visit.t(Word::WebhookHint)), problem: problem_of("url") }, "url", visit.field("url"), MAX_ADDRESS))
            button type="submit" name="do" value="webhook" { (visit.t(Word::WebhookMakeSend)) }
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
                return list_with(visit, site, None, Some(("label", visit.t(Word::ErrorText)))).await;
            }
            let may_write = visit.field("may-write") == "yes";
            let made =
                manage_programs::make_token(service, id, label, may_write, visit.who(), visit.now).await?;
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
                Err(AppError::Refused(refusal)) => {
                    list_with(visit, site, None, Some(("url", refusal.say(visit.language)))).await
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
