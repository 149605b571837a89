//! The JSON API for programs: one table of operations, from which both the routes and the OpenAPI document are made.
//! A key opens one agreement; every figure comes through the guard, signals as the steering group sees them.

mod document;
mod model;

use std::future::Future;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;

use http::header::{self, HeaderValue};
use http::{Method, StatusCode};
use serde::Serialize;
use serde_json::json;
use warp::filters::BoxedFilter;
use warp::reply::Response;
use warp::{Filter, Reply};

use super::request::{self, Body, Request};
use super::{Route, Site};
use crate::app::AppError;
use crate::app::installation::manage_programs;
use crate::domain::ids::WebhookId;
use crate::domain::key::Token;
use crate::store::audit::Who;
use crate::store::program::ApiToken;

/// Largest body of a request.
const MAX_BODY_BYTES: u64 = 16 * 1024;

/// A problem as RFC 9457 has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trouble {
    BadRequest(&'static str),
    NoKey,
    NotAllowed,
    NotFound,
    WrongMethod(&'static [Method]),
    Conflict,
    TooLarge,
    WrongType,
    Refused,
    Busy,
    Broken,
}

impl Trouble {
    fn describe(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Trouble::BadRequest(detail) => (StatusCode::BAD_REQUEST, "Bad request", detail),
            Trouble::NoKey => (
                StatusCode::UNAUTHORIZED,
                "No key",
                "send a key that an operator made, as Authorization: Bearer …",
            ),
            Trouble::NotAllowed => (StatusCode::FORBIDDEN, "Not allowed", "this key may only read"),
            Trouble::NotFound => {
                (StatusCode::NOT_FOUND, "Not found", "there is no such thing that this key opens")
            }
            Trouble::WrongMethod(_) => {
                (StatusCode::METHOD_NOT_ALLOWED, "Method not allowed", "see the Allow header")
            }
            Trouble::Conflict => {
                (StatusCode::CONFLICT, "Conflict", "there are too many already: end one first")
            }
            Trouble::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "Too large", "a body has at most 16 kB"),
            Trouble::WrongType => {
                (StatusCode::UNSUPPORTED_MEDIA_TYPE, "Unsupported media type", "send application/json")
            }
            Trouble::Refused => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "Refused",
                "expected https:// on a public host, without user or password, of at most 500 characters",
            ),
            Trouble::Busy => (StatusCode::SERVICE_UNAVAILABLE, "Busy", "try again in a moment"),
            Trouble::Broken => (StatusCode::INTERNAL_SERVER_ERROR, "Broken", "this is our fault"),
        }
    }

    fn into_response(self) -> Response {
        let (status, title, detail) = self.describe();
        let body =
            json!({ "type": "about:blank", "status": status.as_u16(), "title": title, "detail": detail });
        let mut response = warp::reply::with_status(body.to_string(), status).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        match self {
            Trouble::NoKey => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            Trouble::Busy => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
            }
            Trouble::WrongMethod(allowed) => {
                let names: Vec<&str> = allowed.iter().map(Method::as_str).collect();
                if let Ok(value) = HeaderValue::from_str(&names.join(", ")) {
                    headers.insert(header::ALLOW, value);
                }
            }
            _ => {}
        }
        response
    }
}

impl From<AppError> for Trouble {
    fn from(error: AppError) -> Trouble {
        use crate::store::StoreError;
        match error {
            AppError::Refused(_) => Trouble::NotFound,
            AppError::Store(StoreError::Overloaded | StoreError::Closed) => Trouble::Busy,
            other => {
                tracing::error!(error = %other, "an API request failed");
                Trouble::Broken
            }
        }
    }
}

impl From<crate::store::StoreError> for Trouble {
    fn from(error: crate::store::StoreError) -> Trouble {
        AppError::Store(error).into()
    }
}

/// A request whose key opened its agreement.
struct Call {
    token: ApiToken,
    parts: Vec<String>,
    body: Vec<u8>,
    is_json: bool,
}

type Replied = Result<Response, Trouble>;
type Handler = for<'a> fn(&'a Call, &'a Site) -> Pin<Box<dyn Future<Output = Replied> + Send + 'a>>;

/// One operation.
struct Operation {
    method: Method,
    /// `{agreement}` first, if it has one; then `{round}` or `{webhook}`.
    path: &'static str,
    id: &'static str,
    summary: &'static str,
    /// Schema of the request's body.
    takes: Option<&'static str>,
    /// Status and schema of a good reply.
    gives: (u16, Option<&'static str>),
    handler: Handler,
}

macro_rules! operations {
    ($($method:ident $path:literal $id:literal $summary:literal takes $takes:expr, gives $status:literal $gives:expr => $handler:path;)+) => {
        const OPERATIONS: &[Operation] = &[
            $(Operation {
                method: Method::$method,
                path: $path,
                id: $id,
                summary: $summary,
                takes: $takes,
                gives: ($status, $gives),
                handler: |call, site| Box::pin($handler(call, site)),
            },)+
        ];
    };
}

operations! {
    GET "/api/v1/agreements" "listAgreements" "The agreement that the key opens" takes None, gives 200 Some("Agreements") => list_agreements;
    GET "/api/v1/agreements/{agreement}" "getAgreement" "An agreement with its articles, partners and events" takes None, gives 200 Some("Agreement") => get_agreement;
    GET "/api/v1/agreements/{agreement}/rounds" "listRounds" "Rounds by their opening" takes None, gives 200 Some("Rounds") => list_rounds;
    GET "/api/v1/agreements/{agreement}/rounds/{round}/readings" "getReadings" "What may be shown of a closed round" takes None, gives 200 Some("Readings") => get_readings;
    GET "/api/v1/agreements/{agreement}/signals" "listSignals" "Signals as the steering group sees them: partners without names" takes None, gives 200 Some("Signals") => list_signals;
    GET "/api/v1/agreements/{agreement}/adjustments" "listAdjustments" "Adjustments from proposal to review" takes None, gives 200 Some("Adjustments") => list_adjustments;
    GET "/api/v1/agreements/{agreement}/reports" "listReports" "Reports that were made" takes None, gives 200 Some("Reports") => list_reports;
    GET "/api/v1/agreements/{agreement}/webhooks" "listWebhooks" "Addresses that are told of events" takes None, gives 200 Some("Webhooks") => list_webhooks;
    POST "/api/v1/agreements/{agreement}/webhooks" "makeWebhook" "Have an address told of events; the secret that signs them is shown once" takes Some("NewWebhook"), gives 201 Some("MadeWebhook") => make_webhook;
    DELETE "/api/v1/agreements/{agreement}/webhooks/{webhook}" "endWebhook" "Tell an address nothing any more" takes None, gives 204 None => end_webhook;
}

/// Routes of this folder: every method on every address below `/api`.
pub fn routes(proxies: Arc<[IpAddr]>, state: &BoxedFilter<(Site,)>) -> Vec<Route> {
    let below = warp::path::full().and_then(async |path: warp::path::FullPath| {
        let path = path.as_str();
        if path == "/api" || path.starts_with("/api/") {
            Ok(path.to_owned())
        } else {
            Err(warp::reject::not_found())
        }
    });
    let route = below
        .and(warp::method())
        .and(request::with_any_body(proxies, MAX_BODY_BYTES))
        .and(state.clone())
        .then(async |path: String, method: Method, request: Request, body: Body, site: Site| {
            match pass(&path, &method, &request, body, &site).await {
                Ok(response) => response,
                Err(trouble) => trouble.into_response(),
            }
        });
    vec![route.boxed()]
}

/// The open places of an address that a pattern fits.
fn fit(pattern: &str, path: &str) -> Option<Vec<String>> {
    let (mut pattern, mut path) = (pattern.split('/'), path.split('/'));
    let mut parts = Vec::new();
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return Some(parts),
            (Some(open), Some(part)) if open.starts_with('{') && !part.is_empty() => {
                parts.push(part.to_owned())
            }
            (Some(word), Some(part)) if word == part => {}
            _ => return None,
        }
    }
}

/// What may be asked at an address, for the Allow header.
fn allowed(path: &str) -> &'static [Method] {
    let has =
        |method: Method| OPERATIONS.iter().any(|one| one.method == method && fit(one.path, path).is_some());
    match (has(Method::GET), has(Method::POST), has(Method::DELETE)) {
        (true, true, _) => &[Method::GET, Method::HEAD, Method::POST],
        (true, ..) => &[Method::GET, Method::HEAD],
        (_, true, _) => &[Method::POST],
        _ => &[Method::DELETE],
    }
}

async fn pass(path: &str, method: &Method, request: &Request, body: Body, site: &Site) -> Replied {
    let method = if method == Method::HEAD { &Method::GET } else { method };
    if path == "/api/v1/openapi.json" {
        return match *method {
            Method::GET => Ok(json_reply(StatusCode::OK, &document::document())),
            _ => Err(Trouble::WrongMethod(&[Method::GET, Method::HEAD])),
        };
    }
    let fitting: Vec<_> = OPERATIONS.iter().filter_map(|one| Some((one, fit(one.path, path)?))).collect();
    if fitting.is_empty() {
        return Err(Trouble::NotFound);
    }
    let Some((operation, mut parts)) = fitting.into_iter().find(|(one, _)| one.method == *method) else {
        return Err(Trouble::WrongMethod(allowed(path)));
    };
    let token = find_key(request, site).await?;
    if operation.path.contains("{agreement}") {
        let slug = parts.remove(0);
        // Another agreement does not exist for this key.
        match site.service.find_agreement(&slug).await {
            Ok(id) if id == token.agreement => {}
            Ok(_) | Err(AppError::Refused(_)) => return Err(Trouble::NotFound),
            Err(error) => return Err(error.into()),
        }
    }
    if operation.method != Method::GET && !token.may_write {
        return Err(Trouble::NotAllowed);
    }
    let body = match body {
        Body::Whole(body) => body.to_vec(),
        Body::TooLarge => return Err(Trouble::TooLarge),
        Body::LengthUnknown => return Err(Trouble::BadRequest("a body needs a length")),
    };
    let kind = request.header("content-type").unwrap_or_default();
    let is_json =
        kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"));
    (operation.handler)(&Call { token, parts, body, is_json }, site).await
}

async fn find_key(request: &Request, site: &Site) -> Result<ApiToken, Trouble> {
    let secret = request.header("authorization").and_then(|value| value.strip_prefix("Bearer "));
    let found = match secret {
        None => return Err(Trouble::NoKey),
        Some(secret) => manage_programs::find_token(&site.service, &Token::from_text(secret.trim())).await?,
    };
    // A key is too long to be guessed: wrong ones need no brake.
    found.ok_or(Trouble::NoKey)
}

fn json_reply<T: Serialize>(status: StatusCode, value: &T) -> Response {
    let mut response = match serde_json::to_string(value) {
        Ok(body) => warp::reply::with_status(body, status).into_response(),
        Err(_) => return Trouble::Broken.into_response(),
    };
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

async fn read<T: Serialize + Send + 'static>(
    site: &Site,
    query: impl FnOnce(&rusqlite::Connection) -> rusqlite::Result<T> + Send + 'static,
) -> Replied {
    let value = site.service.store.read("answer a program", query).await?;
    Ok(json_reply(StatusCode::OK, &value))
}

async fn list_agreements(call: &Call, site: &Site) -> Replied {
    let id = call.token.agreement;
    read(site, move |c| model::agreements(c, id)).await
}

async fn get_agreement(call: &Call, site: &Site) -> Replied {
    let id = call.token.agreement;
    read(site, move |c| model::agreement(c, id)).await
}

async fn list_rounds(call: &Call, site: &Site) -> Replied {
    let id = call.token.agreement;
    let now = site.now();
    read(site, move |c| model::rounds(c, id, now)).await
}

async fn get_readings(call: &Call, site: &Site) -> Replied {
    let id = call.token.agreement;
    let number: u32 = call.parts.first().and_then(|text| text.parse().ok()).ok_or(Trouble::NotFound)?;
    let found = site.service.store.read("answer a program", move |c| model::readings(c, id, number)).await?;
    found.map(|readings| json_reply(StatusCode::OK, &readings)).ok_or(Trouble::NotFound)
}

async fn list_signals(call: &Call, site: &Site) -> Replied {
    let id = call.token.agreement;
    read(site, move |c| model::signals(c, id)).await
}

async fn list_adjustments(call: &Call, site: &Site) -> Replied {
    let id = call.token.agreement;
    read(site, move |c| model::adjustments(c, id)).await
}

async fn list_reports(call: &Call, site: &Site) -> Replied {
    let id = call.token.agreement;
    let base = site.service.config.base_url.clone();
    read(site, move |c| model::reports(c, id, &base)).await
}

async fn list_webhooks(call: &Call, site: &Site) -> Replied {
    let id = call.token.agreement;
    read(site, move |c| model::webhooks(c, id)).await
}

async fn make_webhook(call: &Call, site: &Site) -> Replied {
    if !call.is_json {
        return Err(Trouble::WrongType);
    }
    let new: model::NewWebhook = serde_json::from_slice(&call.body)
        .map_err(|_| Trouble::BadRequest("expected a JSON object with url and nothing else"))?;
    let who = Who::Program(call.token.id.0);
    let id = call.token.agreement;
    crate::app::messages::tell_programs::check_address(&new.url, &site.service.config.webhooks)
        .map_err(|_| Trouble::Refused)?;
    match manage_programs::make_webhook(&site.service, id, &new.url, who, site.now()).await {
        Ok((number, secret)) => {
            let made = model::MadeWebhook { id: number.0, url: new.url, secret: secret.reveal().to_owned() };
            Ok(json_reply(StatusCode::CREATED, &made))
        }
        Err(AppError::Refused(_)) => Err(Trouble::Conflict),
        Err(error) => Err(error.into()),
    }
}

async fn end_webhook(call: &Call, site: &Site) -> Replied {
    let number: i64 = call.parts.first().and_then(|text| text.parse().ok()).ok_or(Trouble::NotFound)?;
    let who = Who::Program(call.token.id.0);
    let id = call.token.agreement;
    if manage_programs::end(&site.service, id, WebhookId(number), who, site.now()).await? {
        Ok(StatusCode::NO_CONTENT.into_response())
    } else {
        Err(Trouble::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_describes_every_operation_and_every_reference_resolves() {
        let document = serde_json::to_value(document::document()).expect("a document");
        assert_eq!(document["openapi"], "3.1.0");
        for operation in OPERATIONS {
            let method = operation.method.as_str().to_lowercase();
            let described = &document["paths"][operation.path][&method];
            assert_eq!(described["operationId"], operation.id, "{} {}", operation.method, operation.path);
            for status in ["401", "404", "503"] {
                assert!(described["responses"][status].is_object(), "{} {status}", operation.id);
            }
        }
        let n: usize = document["paths"]
            .as_object()
            .expect("paths")
            .values()
            .map(|path| path.as_object().map_or(0, |methods| methods.len()))
            .sum();
        assert_eq!(n, OPERATIONS.len() + 1, "nothing is described that is not there");
        let text = document.to_string();
        for reference in text.split("\"$ref\":\"#/components/schemas/").skip(1) {
            let name: String = reference.chars().take_while(|c| *c != '"').collect();
            assert!(document["components"]["schemas"][&name].is_object(), "{name}");
        }
    }
}
