//! Pages that anybody may read: home, method, style, and whether the service lives.

use http::StatusCode;
use http::header::{self, HeaderValue};
use maud::html;
use warp::filters::BoxedFilter;
use warp::{Filter, Reply};

use super::layout::{Page, page};
use super::request::Request;
use super::{Answer, Route, Site, answer, html as html_reply};
use crate::app::local_day;
use crate::report::forms::method;
use crate::report::look::Look;
use crate::store::setting;
use crate::words::{Word, tr};

/// Routes of this file.
pub fn routes(get: &BoxedFilter<(Request, Site)>) -> Vec<Route> {
    vec![
        warp::path!("style.css").and(get.clone()).map(|r, s| style(&r, &s)).boxed(),
        warp::path!("logo" / String).and(get.clone()).map(|slug: String, _, s: Site| logo(&slug, &s)).boxed(),
        warp::path!("icon.svg").and(get.clone()).map(|_, _| icon()).boxed(),
        warp::path!("favicon.ico").and(get.clone()).map(|_, _| icon()).boxed(),
        warp::path!("healthz").and(get.clone()).map(|_, _| "ok\n".into_response()).boxed(),
        warp::path!("readyz").and(get.clone()).then(|r, s| answer(r, s, ready)).boxed(),
        warp::path!("methode").and(get.clone()).then(|r, s| answer(r, s, method_page)).boxed(),
    ]
}

/// The start page of a service.
pub fn home_route(get: &BoxedFilter<(Request, Site)>) -> Option<Route> {
    Some(warp::path::end().and(get.clone()).then(|r, s| answer(r, s, home)).boxed())
}

/// The style of every page, or with an agreement's own accent.
fn style(request: &Request, site: &Site) -> warp::reply::Response {
    let look = request.query("agreement").map_or(&Look::HOUSE, |slug| site.service.config.look_of(slug));
    let mut response = look.style_sheet().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8"));
    // Its address changes with its content.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    response
}

/// An agreement's logo; nothing of its own may run when somebody opens it by itself.
fn logo(slug: &str, site: &Site) -> warp::reply::Response {
    let Some(logo) = &site.service.config.look_of(slug).logo else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = HeaderValue::from_static(logo.media_type());
    let mut response = logo.bytes.clone().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, kind);
    let policy = HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    response
}

/// The mark beside the name, for a browser's tab.
fn icon() -> warp::reply::Response {
    const ICON: &str = concat!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">",
        "<circle cx=\"16\" cy=\"16\" r=\"11\" fill=\"none\" stroke=\"#005AA0\" stroke-width=\"7\"/></svg>"
    );
    let mut response = ICON.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
    response
}

/// Ready: the database takes a write and gives a read.
async fn ready(_: &Request, site: &Site) -> Answer {
    site.service.store.write("check that writing works", |_| Ok(())).await?;
    let paused = site.service.store.read("check that reading works", setting::is_sending_paused).await?;
    Ok(if paused { "ready, sending is paused\n" } else { "ready\n" }.into_response())
}

async fn home(request: &Request, site: &Site) -> Answer {
    let language = request.language();
    let title = tr(language, Word::HomeTitle);
    let content = html! {
        h1 { (title) }
        p class="lead" { (tr(language, Word::HomeLead)) }
        p { (tr(language, Word::HomeUseLink)) }
        p { a href=(format!("/methode?lang={language}")) { (tr(language, Word::MethodTitle)) } }
    };
    let shell = Page { language, title: &title, switch: Some("/".to_owned()), privacy: None };
    Ok(html_reply(StatusCode::OK, page(site, &shell, content)))
}

async fn method_page(request: &Request, site: &Site) -> Answer {
    let language = request.language();
    let t = |word: Word| tr(language, word);
    let title = t(Word::MethodTitle);
    let content = html! {
        h1 { (title) }
        (method::method(language))
    };
    let switch = Some("/methode".to_owned());
    Ok(html_reply(
        StatusCode::OK,
        page(site, &Page { language, title: &title, switch, privacy: None }, content),
    ))
}

/// The civil day on which a round closes, for pages.
pub fn closing_day(invited: &crate::store::invitation::Invited) -> chrono::NaiveDate {
    local_day(invited.closes_at, &invited.time_zone)
}
