//! HTTP: routes in reading order, and the headers that every reply carries.
//!
//! One folder per audience. Handlers give `Result<Response, Problem>`; rejections mean only "not this route".
//! Reading order: [`respondent`], [`report`] (by link), [`sign_in`], [`desk`] (everything behind it), [`api`].
//! Deliberately not here: scripts, anything that a GET would change.

mod account;
mod agreement;
mod api;
mod contact;
mod demo;
pub mod desk;
mod facilitator;
mod layout;
mod limits;
mod newcomer;
mod open;
mod operator;
mod parts;
mod privacy;
mod problem;
mod report;
mod request;
mod respondent;
pub mod server;
mod session;
mod sign_in;
mod steering_group;

use std::sync::Arc;

use data_encoding::HEXLOWER;
use http::header::{self, HeaderName, HeaderValue};
use sha2::{Digest, Sha256};
use warp::filters::BoxedFilter;
use warp::reply::Response;
use warp::{Filter, Reply};

use crate::app::Service;
use crate::app::answers::collect_answers::FormCache;
use crate::clock::Clock;
use crate::report::look::Look;
use limits::BadLinks;
use problem::Problem;
use request::{Files, Request};

/// Largest body of a form: fourteen choices and 500 characters come to 4 kB; a long survey stays far below this.
const MAX_BODY_BYTES: u64 = 32 * 1024;

/// Largest body behind signing in: a file of people, or an agreement's.
const MAX_UPLOAD_BYTES: u64 = 1024 * 1024;

/// What handlers share.
#[derive(Clone)]
pub struct Site {
    service: Service,
    clock: Clock,
    forms: FormCache,
    bad_links: Arc<BadLinks>,
    style_href: Arc<str>,
    is_demo: bool,
}

impl Site {
    /// A site over a service. A demo gets a start page and a mailbox.
    pub fn new(service: Service, clock: Clock, is_demo: bool) -> Site {
        let style_href = style_href(&Look::HOUSE);
        Site {
            service,
            clock,
            forms: FormCache::default(),
            bad_links: Arc::new(BadLinks::default()),
            style_href: style_href.into(),
            is_demo,
        }
    }

    /// The style of an agreement's report: the common one, or with its own accent.
    fn style_of(&self, agreement: &str) -> String {
        let look = self.service.config.look_of(agreement);
        let common = look.accent.is_none();
        if common {
            self.style_href.to_string()
        } else {
            format!("{}&agreement={agreement}", style_href(look))
        }
    }

    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.clock.now()
    }

    /// One answer for every link that leads nowhere, and a brake on guessing.
    fn bad_link(&self, request: &Request) -> Problem {
        if self.bad_links.may_go_on(request.client) { Problem::NotFound } else { Problem::TooMany }
    }
}

/// The address of a style sheet, which changes with its content.
fn style_href(look: &Look) -> String {
    let digest = HEXLOWER.encode(&Sha256::digest(look.style_sheet().as_bytes())[..6]);
    format!("/style.css?v={digest}")
}

type Route = BoxedFilter<(Response,)>;

/// A reply that was thought through, or a problem.
type Answer = Result<Response, Problem>;

/// Runs a handler and turns its problem into a page.
async fn answer(
    request: Request,
    site: Site,
    handle: impl AsyncFnOnce(&Request, &Site) -> Answer,
) -> Response {
    match handle(&request, &site).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(&request, &site),
    }
}

/// All routes.
pub fn routes(site: Site) -> impl Filter<Extract = (Response,), Error = std::convert::Infallible> + Clone {
    let proxies: Arc<[std::net::IpAddr]> = site.service.config.trusted_proxies.clone().into();
    let is_https = site.service.config.base_url.starts_with("https://");
    let state = {
        let site = site.clone();
        warp::any().map(move || site.clone()).boxed()
    };
    let get = warp::get()
        .or(warp::head())
        .unify()
        .and(request::without_body(Arc::clone(&proxies)))
        .and(state.clone())
        .boxed();
    let post = warp::post()
        .and(request::with_form(Arc::clone(&proxies), MAX_BODY_BYTES, Files::Refused))
        .and(state.clone())
        .boxed();

    let mut all: Vec<Route> = Vec::new();
    // The respondent's minute first: it is the busiest.
    all.extend(respondent::routes(&get, &post));
    all.extend(report::routes(&get));
    all.extend(sign_in::routes(&get, &post));
    all.extend(api::routes(Arc::clone(&proxies), &state));
    all.extend(desk_routes(&get, &proxies, &state));
    all.extend(newcomer::routes(&get));
    all.extend(privacy::routes(&get));
    all.extend(open::routes(&get));
    if site.is_demo {
        all.extend(demo::routes(&get, &post));
    } else {
        all.extend(open::home_route(&get));
    }
    let joined = all.into_iter().reduce(|a, b| a.or(b).unify().boxed());
    let routes =
        joined.unwrap_or_else(|| warp::any().and_then(async || Err(warp::reject::not_found())).boxed());
    let routes = routes.recover(problem::recover).unify();
    request::without_body(proxies)
        .and(routes)
        .map(move |request: Request, response| {
            with_headers(problem::complete(response, &request, &site), is_https)
        })
        .or_else(async |_| Ok((http::StatusCode::INTERNAL_SERVER_ERROR.into_response(),)))
}

/// Everything behind signing in: its own table says what is there.
fn desk_routes(
    get: &BoxedFilter<(Request, Site)>,
    proxies: &Arc<[std::net::IpAddr]>,
    state: &BoxedFilter<(Site,)>,
) -> Vec<Route> {
    let behind = || {
        warp::path::full().and_then(async |path: warp::path::FullPath| {
            if desk::is_behind(path.as_str()) {
                Ok(path.as_str().to_owned())
            } else {
                Err(warp::reject::not_found())
            }
        })
    };
    let post = warp::post()
        .and(request::with_form(Arc::clone(proxies), MAX_UPLOAD_BYTES, Files::Taken))
        .and(state.clone());
    vec![
        behind()
            .and(get.clone())
            .then(|path, request, site| desk::serve(http::Method::GET, path, request, site))
            .boxed(),
        behind()
            .and(post)
            .then(|path, request, site| desk::serve(http::Method::POST, path, request, site))
            .boxed(),
    ]
}

/// Security headers on every reply (experience rules S1, S5). A handler may have set its own cache rule.
fn with_headers(mut response: Response, is_https: bool) -> Response {
    const HEADERS: [(HeaderName, &str); 7] = [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    if is_https {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        response.headers_mut().entry(header::STRICT_TRANSPORT_SECURITY).or_insert(year);
    }
    response
}

/// An HTML page with a status.
fn html(status: http::StatusCode, page: maud::Markup) -> Response {
    warp::reply::with_status(warp::reply::html(page.into_string()), status).into_response()
}

/// "Look there": what follows a form that was taken.
fn see_other(to: &str) -> Response {
    let mut response = http::StatusCode::SEE_OTHER.into_response();
    if let Ok(value) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}
