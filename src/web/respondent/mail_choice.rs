//! Which mail to get. A GET shows choices; only a POST acts, the one-click of a mail program included (RFC 8058).

use http::StatusCode;
use maud::html;

use super::super::layout::{Page, page};
use super::super::problem::Problem;
use super::super::request::Request;
use super::super::{Answer, Site, html as html_reply};
use crate::app::choose_mail::{self, Subscriber};
use crate::domain::invitation::Token;
use crate::domain::language::Language;
use crate::domain::message::OptOut;
use crate::words::tr;

async fn find(token: &Token, request: &Request, site: &Site) -> Result<Subscriber, Problem> {
    match choose_mail::find(&site.service, token).await? {
        Some(subscriber) => Ok(subscriber),
        None if site.bad_links.may_go_on(request.client) => Err(Problem::NotFound),
        None => Err(Problem::TooMany),
    }
}

/// `GET /u/{token}`.
pub async fn show(token: &Token, request: &Request, site: &Site) -> Answer {
    let subscriber = find(token, request, site).await?;
    let language = request.chosen_language().unwrap_or(subscriber.language);
    Ok(html_reply(StatusCode::OK, choices(site, token, &subscriber, language, false)))
}

/// `POST /u/{token}`.
pub async fn choose(token: &Token, request: &Request, site: &Site) -> Answer {
    let subscriber = find(token, request, site).await?;
    let language = request.chosen_language().unwrap_or(subscriber.language);
    // A mail program posts exactly this and expects to be rid of the mail.
    let is_one_click = request.field("List-Unsubscribe") == Some("One-Click");
    let choice =
        if is_one_click { Some(OptOut::All) } else { request.field("choice").and_then(OptOut::find) };
    let Some(choice) = choice else {
        return Ok(html_reply(
            StatusCode::UNPROCESSABLE_ENTITY,
            choices(site, token, &subscriber, language, true),
        ));
    };
    if !choose_mail::choose(&site.service, token, choice).await? {
        return Err(Problem::NotFound);
    }
    let title = tr(language, "mail-choice-done-title", &[]);
    let content = html! { h1 { (title) } p { (tr(language, "mail-choice-done", &[])) } };
    Ok(html_reply(StatusCode::OK, page(site, &shell(&title, token, &subscriber, language), content)))
}

fn shell<'t>(title: &'t str, token: &Token, subscriber: &Subscriber, language: Language) -> Page<'t> {
    Page {
        language,
        title,
        switch: Some(format!("/u/{}?lang={}", token.reveal(), language.other())),
        privacy: Some(format!("/privacy/{}?lang={language}", subscriber.agreement.id)),
    }
}

fn choices(
    site: &Site,
    token: &Token,
    subscriber: &Subscriber,
    language: Language,
    is_wrong: bool,
) -> maud::Markup {
    let t = |key: &str| tr(language, key, &[]);
    let heading = t("mail-choice-title");
    let title = if is_wrong { format!("{} {heading}", t("error-prefix")) } else { heading.clone() };
    let options = [
        (OptOut::ThisRound, t("mail-choice-this-round")),
        (OptOut::Reminders, t("mail-choice-reminders")),
        (OptOut::All, t("mail-choice-all")),
    ];
    let agreement = subscriber.agreement.title.get(language).to_owned();
    let content = html! {
        @if is_wrong {
            div class="error-summary" role="alert" {
                h2 { (t("error-summary-title")) }
                ul { li { a href="#choice-this-round" { (t("error-no-choice")) } } }
            }
        }
        h1 { (heading) }
        p { (tr(language, "mail-choice-intro", &[("agreement", agreement.into())])) }
        form method="post" action=(format!("/u/{}?lang={language}", token.reveal())) novalidate {
            fieldset class="statement" {
                legend { (t("mail-choice-legend")) }
                @for (choice, label) in &options {
                    @let id = format!("choice-{}", choice.code());
                    label class="choice" for=(id) {
                        input type="radio" id=(id) name="choice" value=(choice.code());
                        span { (label) }
                    }
                }
            }
            button type="submit" { (t("mail-choice-send")) }
        }
    };
    page(site, &shell(&title, token, subscriber, language), content)
}
