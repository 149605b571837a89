//! "I am not the right person": the seat passes to a colleague. And a facilitator's page where that needs a word.

use http::StatusCode;
use maud::{Markup, html};

use super::super::layout::{Page, page};
use super::super::parts::{self, Field};
use super::super::problem::Problem;
use super::super::request::Request;
use super::super::{Answer, Site, html as html_reply};
use crate::app::hand_over::{self, Asked, Colleague, Seat, ToConfirm};
use crate::catalogue::agreement_file::is_mail_address;
use crate::domain::hand_over::HandOverState;
use crate::domain::invitation::Token;
use crate::domain::language::Language;
use crate::words::tr;

/// Longest name and address. Source: RFC 5321 for the address; a name is shorter.
const MOST_CHARACTERS: usize = 254;

/// What the form held.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    /// The colleague's name.
    pub name: String,
    /// The colleague's address.
    pub mail: String,
    /// The colleague's language.
    pub language: Option<Language>,
    /// What is wrong: the field and the key of the sentence.
    pub problems: Vec<(&'static str, &'static str)>,
}

/// `GET /u/{token}/hand-over`.
pub async fn show(token: &Token, request: &Request, site: &Site) -> Answer {
    let seat = find(token, request, site).await?;
    let language = request.chosen_language().unwrap_or(seat.language);
    Ok(html_reply(StatusCode::OK, view(site, token, &seat, language, &Filled::default())))
}

async fn find(token: &Token, request: &Request, site: &Site) -> Result<Seat, Problem> {
    hand_over::find(&site.service, token).await?.ok_or_else(|| site.bad_link(request))
}

/// `POST /u/{token}/hand-over`.
pub async fn ask(token: &Token, request: &Request, site: &Site) -> Answer {
    let seat = find(token, request, site).await?;
    let language = request.chosen_language().unwrap_or(seat.language);
    let text = |name: &str| request.field(name).unwrap_or_default().trim().to_owned();
    let mut filled = Filled {
        name: text("name"),
        mail: text("mail").to_lowercase(),
        language: request.field("language").and_then(Language::find),
        problems: Vec::new(),
    };
    if filled.name.is_empty()
        || filled.name.chars().any(char::is_control)
        || filled.name.len() > MOST_CHARACTERS
    {
        filled.problems.push(("name", "error-hand-over-name"));
    }
    if !is_mail_address(&filled.mail) || filled.mail.len() > MOST_CHARACTERS {
        filled.problems.push(("mail", "error-hand-over-mail"));
    }
    if filled.problems.is_empty() {
        let colleague = Colleague {
            name: filled.name.clone(),
            mail: filled.mail.clone(),
            language: filled.language.unwrap_or(seat.language),
            knows_of_sheet: request.field("sheet") == Some("discard"),
        };
        let name = colleague.name.clone();
        match hand_over::ask(&site.service, token, colleague, site.now()).await? {
            Asked::Done => return Ok(html_reply(StatusCode::OK, done(site, &seat, language, &name, true))),
            Asked::Waiting => {
                return Ok(html_reply(StatusCode::OK, done(site, &seat, language, &name, false)));
            }
            Asked::NotFound => return Err(Problem::NotFound),
            Asked::TooMany => return Err(Problem::TooOften),
            Asked::OwnAddress => filled.problems.push(("mail", "error-hand-over-own")),
            Asked::AlreadyThere => filled.problems.push(("mail", "error-hand-over-there")),
            // Answers came in since the page was made: say so first.
            Asked::SheetGiven => filled.problems.push(("name", "error-hand-over-sheet")),
        }
    }
    let seat = Seat { has_given: find(token, request, site).await?.has_given, ..seat };
    Ok(html_reply(StatusCode::UNPROCESSABLE_ENTITY, view(site, token, &seat, language, &filled)))
}

fn shell<'t>(title: &'t str, switch: Option<String>, agreement: &str, language: Language) -> Page<'t> {
    Page { language, title, switch, privacy: Some(format!("/privacy/{agreement}?lang={language}")) }
}

/// The form.
pub fn view(site: &Site, token: &Token, seat: &Seat, language: Language, filled: &Filled) -> Markup {
    let t = |key: &str| tr(language, key, &[]);
    let heading = t("hand-over-title");
    let title = parts::title_with_errors(language, &heading, !filled.problems.is_empty());
    let problems: Vec<(String, String)> =
        filled.problems.iter().map(|(field, key)| ((*field).to_owned(), t(key))).collect();
    let problem =
        |name: &str| problems.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str());
    let own = format!("/u/{}/hand-over", token.reveal());
    let chosen = filled.language.unwrap_or(seat.language);
    let content = html! {
        (parts::error_summary(language, &problems))
        h1 { span class="eyebrow" { (seat.agreement.title.get(language)) } " " (heading) }
        p { (t("hand-over-intro")) }
        ul {
            li { (t("hand-over-link-dies")) }
            li { (t("hand-over-facilitator")) }
            li { (t("hand-over-other-domain")) }
        }
        @if seat.has_given {
            div class="notice" { p { strong { (t("hand-over-sheet")) } } }
        }
        form method="post" action=(format!("{own}?lang={language}")) novalidate {
            @if seat.has_given { input type="hidden" name="sheet" value="discard"; }
            (parts::line(&Field { name: "name", label: &t("hand-over-name"), hint: None, problem: problem("name") }, "text", &filled.name, MOST_CHARACTERS))
            (parts::line(&Field { name: "mail", label: &t("hand-over-mail"), hint: None, problem: problem("mail") }, "email", &filled.mail, MOST_CHARACTERS))
            (parts::select(&Field { name: "language", label: &t("hand-over-language"), hint: None, problem: None }, html! {
                @for option in Language::ALL {
                    option value=(option) lang=(option) selected[option == chosen] { (tr(option, "this-language", &[])) }
                }
            }))
            button type="submit" { (t("hand-over-send")) }
        }
        p { a href=(format!("/u/{}?lang={language}", token.reveal())) { (t("mail-choice-back")) } }
    };
    page(site, &shell(&title, Some(own), &seat.agreement.id, language), content)
}

/// After the form.
pub fn done(site: &Site, seat: &Seat, language: Language, name: &str, is_done: bool) -> Markup {
    let (title, text) = if is_done {
        ("hand-over-done-title", "hand-over-done")
    } else {
        ("hand-over-waits-title", "hand-over-waits")
    };
    let title = tr(language, title, &[]);
    let content = html! {
        div class="success" {
            h1 { (title) }
            p { (tr(language, text, &[("name", name.to_owned().into())])) }
        }
        (parts::contact(language, &seat.agreement))
    };
    page(site, &shell(&title, None, &seat.agreement.id, language), content)
}

/// `GET /h/{token}`: a facilitator looks.
pub async fn show_to_confirm(token: &Token, request: &Request, site: &Site) -> Answer {
    let Some(found) = hand_over::find_to_confirm(&site.service, token).await? else {
        return Err(site.bad_link(request));
    };
    Ok(html_reply(StatusCode::OK, confirm_view(site, token, &found, request.language())))
}

/// `POST /h/{token}`: a facilitator says yes or no.
pub async fn confirm(token: &Token, request: &Request, site: &Site) -> Answer {
    let may_pass = match request.field("answer") {
        Some("yes") => true,
        Some("no") => false,
        _ => return Err(Problem::BadForm),
    };
    if hand_over::confirm(&site.service, token, may_pass, site.now()).await?.is_none() {
        return Err(site.bad_link(request));
    }
    show_to_confirm(token, request, site).await
}

/// A facilitator's page about a hand-over.
pub fn confirm_view(site: &Site, token: &Token, found: &ToConfirm, language: Language) -> Markup {
    let t = |key: &str| tr(language, key, &[]);
    let title = t("confirm-title");
    let own = format!("/h/{}", token.reveal());
    let arguments = [
        ("from", found.from.clone().into()),
        ("name", found.name.clone().into()),
        ("mail", found.mail.clone().into()),
    ];
    let settled = match found.state {
        HandOverState::Waiting => None,
        HandOverState::Done | HandOverState::Followed => Some("confirm-done"),
        HandOverState::Refused => Some("confirm-refused"),
        HandOverState::Replaced => Some("confirm-replaced"),
    };
    let content = html! {
        h1 { span class="eyebrow" { (found.agreement.title.get(language)) } " " (title) }
        @match settled {
            Some(key) => div class="success" { p { (tr(language, key, &arguments)) } },
            None => {
                p { (tr(language, "mail-seat-to-confirm", &arguments)) }
                form method="post" action=(format!("{own}?lang={language}")) class="buttons" {
                    button type="submit" name="answer" value="yes" { (t("confirm-yes")) }
                    button type="submit" name="answer" value="no" class="quiet" { (t("confirm-no")) }
                }
            },
        }
    };
    page(site, &shell(&title, Some(own), &found.agreement.id, language), content)
}
