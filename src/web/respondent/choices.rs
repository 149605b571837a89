//! A person's own choices: which mail, which language; and the way to pass the seat on. A GET shows them; only a POST
//! acts, the one-click of a mail program included (RFC 8058).

use http::StatusCode;
use maud::{Markup, html};

use crate::app::people::choose_mail::{self, Subscriber};
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::domain::message::OptOut;
use crate::web::layout::{Page, page};
use crate::web::parts::{self, Choice};
use crate::web::problem::Problem;
use crate::web::request::Request;
use crate::web::{Answer, Site, html as html_reply};
use crate::words::{Phrase, Word, choice, tr};

async fn find(token: &Token, request: &Request, site: &Site) -> Result<Subscriber, Problem> {
    choose_mail::find(&site.service, token).await?.ok_or_else(|| site.bad_link(request))
}

/// `GET /u/{token}`.
pub async fn show(token: &Token, request: &Request, site: &Site) -> Answer {
    let subscriber = find(token, request, site).await?;
    let language = request.chosen_language().unwrap_or(subscriber.language);
    Ok(html_reply(StatusCode::OK, view(site, token, &subscriber, language, State::Asked)))
}

/// `POST /u/{token}`.
pub async fn choose(token: &Token, request: &Request, site: &Site) -> Answer {
    let subscriber = find(token, request, site).await?;
    let language = request.chosen_language().unwrap_or(subscriber.language);
    if let Some(code) = request.field("language") {
        let Some(chosen) = Language::find(code) else { return Err(Problem::Unprocessable) };
        if !choose_mail::choose_language(&site.service, token, chosen).await? {
            return Err(Problem::NotFound);
        }
        return Ok(html_reply(StatusCode::OK, done(site, token, &subscriber, chosen, None)));
    }
    // A mail program posts exactly this and expects to be rid of the mail.
    let is_one_click = request.field("List-Unsubscribe") == Some("One-Click");
    let chosen =
        if is_one_click { Some(OptOut::All) } else { request.field("choice").and_then(OptOut::find) };
    let Some(chosen) = chosen else {
        let page = view(site, token, &subscriber, language, State::NothingChosen);
        return Ok(html_reply(StatusCode::UNPROCESSABLE_ENTITY, page));
    };
    let Some(holds) = choose_mail::choose(&site.service, token, chosen, site.now()).await? else {
        return Err(Problem::NotFound);
    };
    Ok(html_reply(StatusCode::OK, done(site, token, &subscriber, language, Some(holds))))
}

fn shell<'t>(title: &'t str, token: &Token, subscriber: &Subscriber, language: Language) -> Page<'t> {
    Page {
        language,
        title,
        switch: Some(format!("/u/{}", token.reveal())),
        privacy: Some(format!("/privacy/{}?lang={language}", subscriber.agreement.id)),
    }
}

/// After a choice: what holds now. `chosen` is `None` for the language.
pub fn done(
    site: &Site,
    token: &Token,
    subscriber: &Subscriber,
    language: Language,
    chosen: Option<OptOut>,
) -> Markup {
    let title = tr(language, Word::MailChoiceDoneTitle);
    let content = html! {
        div class="success" {
            h1 { (title) }
            p {
                @match chosen {
                    Some(chosen) => (tr(language, Phrase::MailChoiceNoted { choice: choice(language, chosen).into() })),
                    None => (tr(language, Word::LanguageChoiceDone)),
                }
            }
        }
        p { a href=(format!("/u/{}?lang={language}", token.reveal())) { (tr(language, Word::MailChoiceBack)) } }
    };
    page(site, &shell(&title, token, subscriber, language), content)
}

/// How the page comes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Opened.
    Asked,
    /// Sent without a choice.
    NothingChosen,
}

/// The choices.
pub fn view(site: &Site, token: &Token, subscriber: &Subscriber, language: Language, state: State) -> Markup {
    let t = |word: Word| tr(language, word);
    let is_wrong = state == State::NothingChosen;
    let heading = t(Word::MailChoiceTitle);
    let title = parts::title_with_errors(language, &heading, is_wrong);
    let agreement = subscriber.agreement.title.get(language).to_owned();
    let own = format!("/u/{}", token.reveal());
    let problems =
        if is_wrong { vec![("choice-nothing".to_owned(), t(Word::ErrorNoChoice))] } else { Vec::new() };
    let content = html! {
        (parts::error_summary(language, &problems))
        h1 { span class="eyebrow" { (agreement) } " " (heading) }
        p { (tr(language, Phrase::MailChoiceIntro { agreement: agreement.clone().into() })) }
        p { (tr(language, Phrase::MailChoiceNow { choice: choice(language, subscriber.choice).into() })) }
        form method="post" action=(format!("{own}?lang={language}")) novalidate {
            fieldset class={ "statement" @if is_wrong { " wrong" } } aria-describedby=[is_wrong.then_some("e-choice")] {
                legend { (t(Word::MailChoiceLegend)) }
                @if is_wrong { p class="error" id="e-choice" { (t(Word::ErrorNoChoice)) } }
                @for option in OptOut::ALL {
                    (parts::radio(&Choice {
                        id: &format!("choice-{}", option.code()),
                        name: "choice",
                        value: option.code(),
                        label: &choice(language, option),
                        is_checked: false,
                        is_wrong,
                        is_low: false,
                    }))
                }
            }
            button type="submit" { (t(Word::MailChoiceSend)) }
        }
        h2 { (t(Word::LanguageChoiceHeading)) }
        @for other in Language::ALL.into_iter().filter(|other| *other != subscriber.language) {
            form method="post" action=(own) {
                input type="hidden" name="language" value=(other);
                button type="submit" class="quiet" lang=(other) { (tr(other, Word::LanguageChoiceSend)) }
            }
        }
        @if subscriber.has_seat {
            h2 { (t(Word::HandOverHeading)) }
            p { a href=(format!("{own}/hand-over?lang={language}")) { (t(Word::HandOverLink)) } }
            h2 { (t(Word::RequestHeading)) }
            p { a href=(format!("{own}/request?lang={language}")) { (t(Word::RequestLink)) } }
        }
        h2 { (t(Word::DataTitle)) }
        p { a href=(format!("{own}/data?lang={language}")) { (t(Word::DataLink)) } }
        (parts::contact(language, &subscriber.agreement))
    };
    page(site, &shell(&title, token, subscriber, language), content)
}
