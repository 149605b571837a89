//! Sessions as browsers hold them: two cookies, and the token that every form of ours carries.
//!
//! Cookies: the session's secret, and one that ties a sign-in to the browser that asked. Both `__Host-`, `Secure`,
//! `HttpOnly`, `SameSite=Lax`; the database has their digests.

use http::header::{self, HeaderValue};
use maud::{Markup, html};
use warp::reply::Response;

use super::Site;
use super::problem::Problem;
use super::request::Request;
use crate::app::sign_in::session::Started;
use crate::app::sign_in::{self, SignedIn};
use crate::domain::key::Token;
use crate::domain::sign_in::{ABSOLUTE_HOURS, LINK_MINUTES};

/// Holds the session's secret.
pub const SESSION: &str = "__Host-polsslag";
/// Ties a sign-in to the browser that asked.
pub const BROWSER: &str = "__Host-polsslag-sign-in";

/// The holder of the request's session, or `None`: also while a second factor that is required was not given yet.
pub async fn find(request: &Request, site: &Site) -> Result<Option<SignedIn>, Problem> {
    let required = &site.service.config.sign_in.second_factor;
    Ok(find_half(request, site).await?.filter(|own| !own.lacks_factor(required)))
}

/// The holder of a session that may still lack its second factor: good for giving it and for signing out, nothing else.
pub async fn find_half(request: &Request, site: &Site) -> Result<Option<SignedIn>, Problem> {
    match request.cookie(SESSION) {
        None => Ok(None),
        Some(secret) => {
            Ok(sign_in::session::find(&site.service, &Token::from_text(secret), site.now()).await?)
        }
    }
}

/// The browser's own mark, or `None` when it has none.
pub fn browser(request: &Request) -> Option<Token> {
    request.cookie(BROWSER).filter(|text| !text.is_empty()).map(Token::from_text)
}

fn with_cookie(mut response: Response, name: &str, value: &str, seconds: i64) -> Response {
    let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// The reply with the browser's mark, as long as a sign-in works.
pub fn with_browser(response: Response, mark: &Token) -> Response {
    with_cookie(response, BROWSER, mark.reveal(), LINK_MINUTES * 60)
}

/// The reply with a session that began.
pub fn with_session(response: Response, started: &Started) -> Response {
    with_secret(response, &started.token)
}

/// The reply with a session's new secret.
pub fn with_secret(response: Response, secret: &Token) -> Response {
    with_cookie(response, SESSION, secret.reveal(), ABSOLUTE_HOURS * 3600)
}

/// The reply that takes the session's cookie away.
pub fn without_session(response: Response) -> Response {
    with_cookie(response, SESSION, "", 0)
}

/// The hidden field of a signed-in form.
pub fn form_token(site: &Site, own: &SignedIn) -> Markup {
    html! { input type="hidden" name="token" value=(site.service.key.form_token(own.session.id).reveal()); }
}

/// Refuses a form that did not come from one of our pages in this session.
pub fn check_form(request: &Request, site: &Site, own: &SignedIn) -> Result<(), Problem> {
    let expected = site.service.key.form_token(own.session.id).digest();
    let given = Token::from_text(request.field("token").unwrap_or_default()).digest();
    let is_own = request.may_be_own(&site.service.config.base_url) && given == expected;
    if is_own { Ok(()) } else { Err(Problem::Forged) }
}
