//! "I am not the right person": the seat passes to a colleague. And a facilitator's page where that needs a word.

use http::StatusCode;
use maud::{Markup, html};

use crate::app::people::hand_over::{self, Asked, Colleague, Seat, ToConfirm};
use crate::catalogue::agreement_file::is_mail_address;
use crate::domain::hand_over::HandOverState;
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::web::layout::{Page, page};
use crate::web::parts::{self, Field};
use crate::web::problem::Problem;
use crate::web::request::Request;
use crate::web::{Answer, Site, html as html_reply};
use crate::words::{Phrase, Word, tr};

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
    pub problems: Vec<(&'static str, Word)>,
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
        filled.problems.push(("name", Word::ErrorHandOverName));
    }
    if !is_mail_address(&filled.mail) || filled.mail.len() > MOST_CHARACTERS {
        filled.problems.push(("mail", Word::ErrorHandOverMail));
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
            Asked::OwnAddress => filled.problems.push(("mail", Word::ErrorHandOverOwn)),
            Asked::AlreadyThere => filled.problems.push(("mail", Word::ErrorHandOverThere)),
            // Answers came in since the page was made: say so first.
            Asked::SheetGiven => filled.problems.push(("name", Word::ErrorHandOverSheet)),
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
    let t = |word: Word| tr(language, word);
    let heading = t(Word::HandOverTitle);
    let title = parts::title_with_errors(language, &heading, !filled.problems.is_empty());
    let problems: Vec<(String, String)> =
        filled.problems.iter().map(|(field, word)| ((*field).to_owned(), t(*word))).collect();
    let problem =
        |name: &str| problems.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str());
    let own = format!("/u/{}/hand-over", token.reveal());
    let chosen = filled.language.unwrap_or(seat.language);
    let content = html! {
        (parts::error_summary(language, &problems))
        h1 { span class="eyebrow" { (seat.agreement.title.get(language)) } " " (heading) }
        p { (t(Word::HandOverIntro)) }
        ul {
            li { (t(Word::HandOverLinkDies)) }
            li { (t(Word::HandOverFacilitator)) }
            li { (t(Word::HandOverOtherDomain)) }
        }
        @if seat.has_given {
            div class="notice" { p { strong { (t(Word::HandOverSheet)) } } }
        }
        form method="post" action=(format!("{own}?lang={language}")) novalidate {
            @if seat.has_given { input type="hidden" name="sheet" value="discard"; }
            (parts::line(&Field { name: "name", label: &t(Word::HandOverName), hint: None, problem: problem("name") }, "text", &filled.name, MOST_CHARACTERS))
            (parts::line(&Field { name: "mail", label: &t(Word::HandOverMail), hint: None, problem: problem("mail") }, "email", &filled.mail, MOST_CHARACTERS))
            (parts::select(&Field { name: "language", label: &t(Word::HandOverLanguage), hint: None, problem: None }, html! {
                @for option in Language::ALL {
                    option value=(option) lang=(option) selected[option == chosen] { (tr(option, Word::ThisLanguage)) }
                }
            }))
            button type="submit" { (t(Word::HandOverSend)) }
        }
        p { a href=(format!("/u/{}?lang={language}", token.reveal())) { (t(Word::MailChoiceBack)) } }
    };
    page(site, &shell(&title, Some(own), &seat.agreement.id, language), content)
}

/// After the form.
pub fn done(site: &Site, seat: &Seat, language: Language, name: &str, is_done: bool) -> Markup {
    let (title, text) = if is_done {
        (Word::HandOverDoneTitle, Phrase::HandOverDone { name: name.into() })
    } else {
        (Word::HandOverWaitsTitle, Phrase::HandOverWaits { name: name.into() })
    };
    let title = tr(language, title);
    let content = html! {
        div class="success" {
            h1 { (title) }
            p { (tr(language, text)) }
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
    let t = |word: Word| tr(language, word);
    let title = t(Word::ConfirmTitle);
    let own = format!("/h/{}", token.reveal());
    let (from, name, mail) =
        (found.from.as_str().into(), found.name.as_str().into(), found.mail.as_str().into());
    let (is_settled, text) = match found.state {
        HandOverState::Waiting => (false, Phrase::MailSeatToConfirm { from, name, mail }),
        HandOverState::Done | HandOverState::Followed => (true, Phrase::ConfirmDone { from, name, mail }),
        HandOverState::Refused => (true, Phrase::ConfirmRefused { from, name, mail }),
        HandOverState::Replaced => (true, Phrase::ConfirmReplaced { from, name, mail }),
    };
    let text = tr(language, text);
    let content = html! {
        h1 { span class="eyebrow" { (found.agreement.title.get(language)) } " " (title) }
        @if is_settled {
            div class="success" { p { (text) } }
        } @else {
            p { (text) }
            form method="post" action=(format!("{own}?lang={language}")) class="buttons" {
                button type="submit" name="answer" value="yes" { (t(Word::ConfirmYes)) }
                button type="submit" name="answer" value="no" class="quiet" { (t(Word::ConfirmNo)) }
            }
        }
    };
    page(site, &shell(&title, Some(own), &found.agreement.id, language), content)
}
