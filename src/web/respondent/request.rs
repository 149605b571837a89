//! "I would like to talk about this": a request in one's own name, apart from the answers.

use http::StatusCode;
use maud::{Markup, html};

use crate::app::people::ask_conversation::{self, Ask, Asked, Asker};
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::domain::request::{MAX_REQUEST_CHARACTERS, RequestKind};
use crate::web::layout::{Page, page};
use crate::web::parts::{self, Choice, Field};
use crate::web::problem::Problem;
use crate::web::request::Request;
use crate::web::{Answer, Site, html as html_reply};
use crate::words::{Word, tr};

/// What the form held.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    /// What for.
    pub kind: Option<RequestKind>,
    /// Id of the dimension.
    pub theme: Option<String>,
    /// Short name of the partner.
    pub with: Option<String>,
    /// Own words.
    pub text: String,
    /// What is wrong: where it is mended, and the key of the sentence.
    pub problems: Vec<(&'static str, Word)>,
}

async fn find(token: &Token, request: &Request, site: &Site) -> Result<Asker, Problem> {
    ask_conversation::find(&site.service, token).await?.ok_or_else(|| site.bad_link(request))
}

/// `GET /u/{token}/request`.
pub async fn show(token: &Token, request: &Request, site: &Site) -> Answer {
    let asker = find(token, request, site).await?;
    let language = request.chosen_language().unwrap_or(asker.language);
    Ok(html_reply(StatusCode::OK, view(site, token, &asker, language, &Filled::default())))
}

/// `POST /u/{token}/request`.
pub async fn ask(token: &Token, request: &Request, site: &Site) -> Answer {
    let asker = find(token, request, site).await?;
    let language = request.chosen_language().unwrap_or(asker.language);
    let chosen = |name: &str| request.field(name).filter(|value| !value.is_empty()).map(str::to_owned);
    let mut filled = Filled {
        kind: request.field("kind").and_then(RequestKind::find),
        theme: chosen("theme"),
        with: chosen("with"),
        text: request
            .field("text")
            .unwrap_or_default()
            .replace("\r\n", "\n")
            .replace(|c: char| c.is_control() && c != '\n', "")
            .trim()
            .to_owned(),
        problems: Vec::new(),
    };
    // Fields that this page cannot have made.
    let has_theme =
        |id: &String| asker.survey.as_ref().is_some_and(|survey| survey.find_dimension(id).is_some());
    let has_partner = |id: &String| other_partners(&asker).any(|partner| partner.id == *id);
    if !filled.theme.as_ref().is_none_or(has_theme) || !filled.with.as_ref().is_none_or(has_partner) {
        return Err(Problem::Unprocessable);
    }
    match filled.kind {
        None => filled.problems.push(("kind-talk", Word::ErrorRequestKind)),
        Some(RequestKind::VisitThem) if filled.with.is_none() => {
            filled.problems.push(("with", Word::ErrorRequestWith));
        }
        Some(RequestKind::Proposal) if filled.text.is_empty() => {
            filled.problems.push(("text", Word::ErrorRequestProposal));
        }
        Some(_) => {}
    }
    if filled.text.chars().count() > MAX_REQUEST_CHARACTERS {
        filled.problems.push(("text", Word::ErrorRequestTooLong));
    }
    if let Some(kind) = filled.kind
        && filled.problems.is_empty()
    {
        let with = filled.with.filter(|_| kind != RequestKind::Proposal);
        let ask = Ask { kind, theme: filled.theme, with, text: filled.text };
        return match ask_conversation::ask(&site.service, token, ask, site.now()).await? {
            Asked::Noted => Ok(html_reply(StatusCode::OK, done(site, token, &asker, language, false))),
            Asked::Matched => Ok(html_reply(StatusCode::OK, done(site, token, &asker, language, true))),
            Asked::NotFound => Err(Problem::NotFound),
            Asked::TooMany => Err(Problem::TooOften),
        };
    }
    Ok(html_reply(StatusCode::UNPROCESSABLE_ENTITY, view(site, token, &asker, language, &filled)))
}

fn other_partners(asker: &Asker) -> impl Iterator<Item = &crate::domain::agreement::Partner> {
    let own = asker.partner.as_deref();
    asker
        .agreement
        .partners
        .iter()
        .filter(move |partner| Some(partner.id.as_str()) != own && partner.left_on.is_none())
}

fn shell<'t>(title: &'t str, token: &Token, asker: &Asker, language: Language) -> Page<'t> {
    Page {
        language,
        title,
        switch: Some(format!("/u/{}/request", token.reveal())),
        privacy: Some(format!("/privacy/{}?lang={language}", asker.agreement.id)),
    }
}

/// The form.
pub fn view(site: &Site, token: &Token, asker: &Asker, language: Language, filled: &Filled) -> Markup {
    let t = |word: Word| tr(language, word);
    let heading = t(Word::RequestTitle);
    let title = parts::title_with_errors(language, &heading, !filled.problems.is_empty());
    let problems: Vec<(String, String)> =
        filled.problems.iter().map(|(field, word)| ((*field).to_owned(), t(*word))).collect();
    let problem =
        |name: &str| problems.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str());
    let kinds = [
        (RequestKind::Talk, t(Word::RequestKindTalk)),
        (RequestKind::VisitUs, t(Word::RequestKindVisitUs)),
        (RequestKind::VisitThem, t(Word::RequestKindVisitThem)),
        (RequestKind::Proposal, t(Word::RequestKindProposal)),
    ];
    let wrong_kind = problem("kind-talk");
    let content = html! {
        (parts::error_summary(language, &problems))
        h1 { span class="eyebrow" { (asker.agreement.title.get(language)) } " " (heading) }
        p { (t(Word::RequestIntro)) }
        div class="notice" { p { strong { (t(Word::RequestNotConfidential)) } } }
        form method="post" action=(format!("/u/{}/request?lang={language}", token.reveal())) novalidate {
            fieldset class={ "statement" @if wrong_kind.is_some() { " wrong" } } aria-describedby=[wrong_kind.map(|_| "e-kind")] {
                legend { (t(Word::RequestKind)) }
                @if let Some(wrong) = wrong_kind { p class="error" id="e-kind" { (wrong) } }
                @for (kind, label) in &kinds {
                    (parts::radio(&Choice {
                        id: &format!("kind-{}", kind.code()),
                        name: "kind",
                        value: kind.code(),
                        label,
                        is_checked: filled.kind == Some(*kind),
                        is_wrong: wrong_kind.is_some(),
                        is_low: false,
                    }))
                }
            }
            (parts::select(&Field { name: "with", label: &t(Word::RequestWith), hint: None, problem: problem("with") }, html! {
                option value="" { (t(Word::RequestWithFacilitator)) }
                @for partner in other_partners(asker) {
                    option value=(partner.id) selected[filled.with.as_deref() == Some(&partner.id)] { (partner.name) }
                }
            }))
            @if let Some(survey) = &asker.survey {
                (parts::select(&Field { name: "theme", label: &t(Word::RequestTheme), hint: None, problem: None }, html! {
                    option value="" { (t(Word::RequestThemeNone)) }
                    @for dimension in &survey.dimensions {
                        option value=(dimension.id) selected[filled.theme.as_deref() == Some(&dimension.id)] {
                            (dimension.name.get(language))
                        }
                    }
                }))
            }
            (parts::area(
                &Field { name: "text", label: &t(Word::RequestText), hint: Some(&t(Word::RequestTextHint)), problem: problem("text") },
                &filled.text,
                MAX_REQUEST_CHARACTERS,
            ))
            button type="submit" { (t(Word::RequestSend)) }
        }
        p { a href=(format!("/u/{}?lang={language}", token.reveal())) { (t(Word::MailChoiceBack)) } }
    };
    page(site, &shell(&title, token, asker, language), content)
}

/// After the form.
pub fn done(site: &Site, token: &Token, asker: &Asker, language: Language, is_matched: bool) -> Markup {
    let title = tr(language, Word::RequestDoneTitle);
    let text = if is_matched { Word::RequestMatched } else { Word::RequestDone };
    let content = html! {
        div class="success" { h1 { (title) } p { (tr(language, text)) } }
        p { (tr(language, Word::RequestDoneMail)) }
        (parts::contact(language, &asker.agreement))
    };
    page(site, &shell(&title, token, asker, language), content)
}
