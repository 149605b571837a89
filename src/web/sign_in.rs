//! Signing in: ask for a mail, use its link or its code, or go to the organisation's own server and come back.
//! A GET shows a button; only a POST signs in. Coming back from another server is the exception, as OpenID Connect has it.

use http::StatusCode;
use maud::{Markup, html};
use warp::Filter;
use warp::filters::BoxedFilter;

use super::layout::{Page, in_language, page};
use super::parts::{self, Field};
use super::problem::Problem;
use super::request::Request;
use super::{Answer, Route, Site, answer, html as html_reply, see_other, session};
use crate::app::AppError;
use crate::app::installation::random::random;
use crate::app::sign_in::elsewhere::{self, Back};
use crate::app::sign_in::mail::{LinkState, Ties};
use crate::app::sign_in::{self};
use crate::catalogue::agreement_file::is_mail_address;
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::domain::sign_in::LINK_MINUTES;
use crate::words::{Phrase, Word, tr};

/// Routes of this file.
pub fn routes(get: &BoxedFilter<(Request, Site)>, post: &BoxedFilter<(Request, Site)>) -> Vec<Route> {
    vec![
        warp::path!("sign-in").and(get.clone()).then(|r, s| answer(r, s, show)).boxed(),
        warp::path!("sign-in").and(post.clone()).then(|r, s| answer(r, s, ask)).boxed(),
        warp::path!("sign-in" / "wait").and(get.clone()).then(|r, s| answer(r, s, wait)).boxed(),
        warp::path!("sign-in" / "code").and(post.clone()).then(|r, s| answer(r, s, use_code)).boxed(),
        warp::path!("sign-in" / "with" / String)
            .and(post.clone())
            .then(|id: String, r, s| {
                answer(r, s, async move |request, site| go_elsewhere(&id, request, site).await)
            })
            .boxed(),
        warp::path!("sign-in" / "with" / String / "back")
            .and(get.clone())
            .then(|id: String, r, s| {
                answer(r, s, async move |request, site| come_back(&id, request, site).await)
            })
            .boxed(),
        warp::path!("sign-in" / String)
            .and(get.clone())
            .then(|text: String, r, s| {
                answer(r, s, async move |request, site| look(&Token::from_text(&text), request, site).await)
            })
            .boxed(),
        warp::path!("sign-in" / String)
            .and(post.clone())
            .then(|text: String, r, s| {
                answer(r, s, async move |request, site| {
                    use_link(&Token::from_text(&text), request, site).await
                })
            })
            .boxed(),
    ]
}

/// Where to go afterwards: an address of ours behind signing in, nothing else.
fn next(request: &Request) -> String {
    let wanted = request.field("next").or(request.query("next")).unwrap_or_default();
    let is_ours = ["/app", "/account", "/operator"]
        .iter()
        .any(|start| wanted == *start || wanted.starts_with(&format!("{start}/")));
    let is_plain = wanted.chars().all(|c| c.is_ascii_alphanumeric() || "/-._?=&".contains(c));
    if is_ours && is_plain && !wanted.contains("//") { wanted.to_owned() } else { "/app".to_owned() }
}

fn with_next(address: &str, next: &str, language: Language) -> String {
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    in_language(&format!("{address}?next={next}"), language)
}

/// A form before signing in has no session to prove itself with: what the browser says has to do.
fn check_origin(request: &Request, site: &Site) -> Result<(), Problem> {
    if request.may_be_own(&site.service.config.base_url) { Ok(()) } else { Err(Problem::Forged) }
}

/// The browser's mark: the one it has, or a new one.
fn browser_mark(request: &Request) -> Result<Token, Problem> {
    match session::browser(request) {
        Some(mark) => Ok(mark),
        None => Ok(Token::from_random(&random::<32>().map_err(Problem::from)?)),
    }
}

async fn show(request: &Request, site: &Site) -> Answer {
    if session::find(request, site).await?.is_some() {
        return Ok(see_other(&in_language(&next(request), request.language())));
    }
    Ok(html_reply(StatusCode::OK, form(site, request, None, None)))
}

/// The page: an address, or the organisation's own server. `identity` is what another server said of somebody new.
fn form(site: &Site, request: &Request, problem: Option<&str>, typed: Option<&str>) -> Markup {
    let language = request.language();
    let t = |word: Word| tr(language, word);
    let heading = t(Word::SignInTitle);
    let title = parts::title_with_errors(language, &heading, problem.is_some());
    let problems: Vec<_> = problem.map(|text| ("mail".to_owned(), text.to_owned())).into_iter().collect();
    let next = next(request);
    let is_new = request.query("new").is_some() || request.field("new").is_some();
    let content = html! {
        (parts::error_summary(language, &problems))
        h1 { (heading) }
        p { (t(Word::SignInLead)) }
        @if is_new { div class="notice" { p { (t(Word::SignInNewElsewhere)) } } }
        form method="post" action=(with_next("/sign-in", &next, language)) novalidate {
            (parts::field(&Field { name: "mail", label: &t(Word::SignInMail), hint: None, problem }, |described, invalid| html! {
                input type="email" id="mail" name="mail" value=(typed.unwrap_or_default()) maxlength="254" autocomplete="email"
                    aria-describedby=[described] aria-invalid=[invalid];
            }))
            @if is_new { input type="hidden" name="new" value="1"; }
            button type="submit" { (t(Word::SignInSend)) }
        }
        @if !is_new && !site.service.config.sign_in.providers.is_empty() {
            h2 { (t(Word::SignInElsewhere)) }
            @for provider in &site.service.config.sign_in.providers {
                form method="post" action=(with_next(&format!("/sign-in/with/{}", provider.id), &next, language)) {
                    button type="submit" class="quiet" { (tr(language, Phrase::SignInWith { name: provider.name.clone().into() })) }
                }
            }
        }
        p class="hint" { (t(Word::SignInRespondents)) }
    };
    let switch = Some(format!("/sign-in?next={next}"));
    page(site, &Page { language, title: &title, switch, privacy: None }, content)
}

async fn ask(request: &Request, site: &Site) -> Answer {
    check_origin(request, site)?;
    if !site.bad_links.may_go_on(request.client) {
        return Err(Problem::TooMany);
    }
    let language = request.language();
    let mail = request.field("mail").unwrap_or_default().trim().to_lowercase();
    if !is_mail_address(&mail) {
        let problem = tr(language, Word::ErrorHandOverMail);
        return Ok(html_reply(
            StatusCode::UNPROCESSABLE_ENTITY,
            form(site, request, Some(&problem), Some(&mail)),
        ));
    }
    let mark = browser_mark(request)?;
    let ties = if request.field("new").is_some() { Ties::Identity } else { Ties::Nothing };
    sign_in::mail::ask(&site.service, &mail, &mark, ties, site.now()).await?;
    Ok(session::with_browser(see_other(&with_next("/sign-in/wait", &next(request), language)), &mark))
}

async fn wait(request: &Request, site: &Site) -> Answer {
    Ok(html_reply(StatusCode::OK, code_form(site, request, false)))
}

/// "A mail is on its way": the same for every address. Takes the code.
fn code_form(site: &Site, request: &Request, is_wrong: bool) -> Markup {
    let language = request.language();
    let t = |word: Word| tr(language, word);
    let heading = t(Word::SignInWaitTitle);
    let title = parts::title_with_errors(language, &heading, is_wrong);
    let problem = is_wrong.then(|| t(Word::SignInCodeWrong));
    let problems: Vec<_> = problem.iter().map(|text| ("code".to_owned(), text.clone())).collect();
    let next = next(request);
    let content = html! {
        (parts::error_summary(language, &problems))
        h1 { (heading) }
        p { (tr(language, Phrase::SignInWait { minutes: LINK_MINUTES.into() })) }
        form method="post" action=(with_next("/sign-in/code", &next, language)) novalidate {
            (parts::field(&Field { name: "code", label: &t(Word::SignInCode), hint: Some(&t(Word::SignInCodeHint)), problem: problem.as_deref() }, |described, invalid| html! {
                input type="text" id="code" name="code" inputmode="numeric" maxlength="12" autocomplete="one-time-code"
                    aria-describedby=[described] aria-invalid=[invalid];
            }))
            button type="submit" { (t(Word::SignInCodeSend)) }
        }
        p { a href=(with_next("/sign-in", &next, language)) { (t(Word::SignInAgain)) } }
    };
    let switch = Some(format!("/sign-in/wait?next={next}"));
    page(site, &Page { language, title: &title, switch, privacy: None }, content)
}

async fn use_code(request: &Request, site: &Site) -> Answer {
    check_origin(request, site)?;
    let typed = request.field("code").unwrap_or_default();
    let started = match session::browser(request) {
        None => None,
        Some(mark) => sign_in::mail::use_code(&site.service, typed, &mark, site.now()).await?,
    };
    match started {
        Some(started) => {
            Ok(session::with_session(see_other(&in_language(&next(request), request.language())), &started))
        }
        None => Ok(html_reply(StatusCode::UNPROCESSABLE_ENTITY, code_form(site, request, true))),
    }
}

async fn look(token: &Token, request: &Request, site: &Site) -> Answer {
    let state =
        sign_in::mail::look(&site.service, token, session::browser(request).as_ref(), site.now()).await?;
    if state == LinkState::Dead {
        site.bad_links.may_go_on(request.client);
    }
    Ok(html_reply(StatusCode::OK, link_page(site, request, token, state)))
}

fn link_page(site: &Site, request: &Request, token: &Token, state: LinkState) -> Markup {
    let language = request.language();
    let t = |word: Word| tr(language, word);
    let title = t(Word::SignInTitle);
    let own = format!("/sign-in/{}", token.reveal());
    let content = html! {
        h1 { (title) }
        @match state {
            LinkState::Good => {
                p { (t(Word::SignInReady)) }
                form method="post" action=(in_language(&own, language)) { button type="submit" { (t(Word::SignInNow)) } }
            },
            LinkState::OtherBrowser => {
                p { (t(Word::SignInOtherBrowser)) }
                p { a href=(in_language("/sign-in", language)) { (t(Word::SignInAgain)) } }
            },
            LinkState::Dead => {
                p { (tr(language, Phrase::SignInDead { minutes: LINK_MINUTES.into() })) }
                p { a href=(in_language("/sign-in", language)) { (t(Word::SignInAgain)) } }
            },
        }
    };
    page(site, &Page { language, title: &title, switch: Some(own), privacy: None }, content)
}

async fn use_link(token: &Token, request: &Request, site: &Site) -> Answer {
    check_origin(request, site)?;
    let started = match session::browser(request) {
        None => None,
        Some(mark) => sign_in::mail::use_link(&site.service, token, &mark, site.now()).await?,
    };
    match started {
        Some(started) => {
            Ok(session::with_session(see_other(&in_language("/app", request.language())), &started))
        }
        None => {
            let page = link_page(site, request, token, LinkState::Dead);
            Ok(html_reply(StatusCode::GONE, page))
        }
    }
}

async fn go_elsewhere(id: &str, request: &Request, site: &Site) -> Answer {
    check_origin(request, site)?;
    let provider = elsewhere::find_provider(&site.service, id).ok_or(Problem::NotFound)?;
    let mark = browser_mark(request)?;
    let address = elsewhere::begin(&site.service, provider, &mark, site.now()).await?;
    Ok(session::with_browser(way_out(site, request, &provider.name, &address), &mark))
}

/// The page between us and another server. A redirect would belong to our form, which may lead nowhere but to us.
fn way_out(site: &Site, request: &Request, name: &str, address: &str) -> warp::reply::Response {
    let language = request.language();
    let title = tr(language, Phrase::SignInWayOut { name: name.to_owned().into() });
    let content = html! {
        h1 { (title) }
        p { a class="button" href=(address) { (tr(language, Word::SignInGoOn)) } }
    };
    let shell = Page { language, title: &title, switch: None, privacy: None };
    let mut response = html_reply(StatusCode::OK, page(site, &shell, content));
    if let Ok(value) = http::header::HeaderValue::from_str(&format!("0; url={address}")) {
        response.headers_mut().insert(http::header::REFRESH, value);
    }
    response
}

async fn come_back(id: &str, request: &Request, site: &Site) -> Answer {
    let provider = elsewhere::find_provider(&site.service, id).ok_or(Problem::NotFound)?;
    let (Some(code), Some(state), Some(mark)) =
        (request.query("code"), request.query("state"), session::browser(request))
    else {
        return Err(Problem::Elsewhere);
    };
    let language = request.language();
    match elsewhere::finish(&site.service, provider, code, state, &mark, site.now()).await? {
        Back::Started(started) => {
            Ok(session::with_session(see_other(&in_language("/app", language)), &started))
        }
        Back::New => Ok(session::with_browser(see_other(&in_language("/sign-in?new=1", language)), &mark)),
        Back::Refused => Err(AppError::Elsewhere("its answer does not hold".to_owned()).into()),
    }
}
