//! What a handler knows of a request: query, form, who asks, which language they read.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use http::HeaderMap;
use http::header;
use warp::Filter;
use warp::filters::BoxedFilter;
use warp::hyper::body::Bytes;

use crate::domain::language::Language;

/// The peer of a connection, put into every request by the accept loop.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

/// One request.
#[derive(Debug, Clone)]
pub struct Request {
    query: Vec<(String, String)>,
    headers: HeaderMap,
    /// Who asks; in memory only, for rate limits.
    pub client: Option<IpAddr>,
    /// The form as it came.
    pub body: Vec<u8>,
    /// Its fields, in order.
    pub form: Vec<(String, String)>,
}

impl Request {
    /// The first value of a query parameter.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The first value of a form field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.form.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The language that the visitor chose on the page, if any.
    pub fn chosen_language(&self) -> Option<Language> {
        self.query("lang").and_then(Language::find)
    }

    /// Chosen language, else the browser's first that we speak, else Dutch.
    pub fn language(&self) -> Language {
        self.chosen_language().unwrap_or_else(|| {
            let accepted = self.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
            accepted
                .into_iter()
                .flat_map(|list| list.split(','))
                .find_map(|range| Language::find(range.trim().get(..2).unwrap_or_default()))
                .unwrap_or_default()
        })
    }

    /// Whether the visitor is a program that asks for JSON.
    pub fn wants_json(&self) -> bool {
        let accept =
            self.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        accept.contains("json") && !accept.contains("text/html")
    }
}

fn parse(text: &str) -> Vec<(String, String)> {
    url::form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}

fn find_client(peer: Option<Peer>, headers: &HeaderMap, proxies: &[IpAddr]) -> Option<IpAddr> {
    let peer = peer?.0.ip();
    if !proxies.contains(&peer) {
        return Some(peer);
    }
    // The last entry that is not one of our proxies: those before it can be made up by anybody.
    let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let mut hops: Vec<IpAddr> =
        forwarded.flat_map(|line| line.split(',')).filter_map(|hop| hop.trim().parse().ok()).collect();
    hops.retain(|hop| !proxies.contains(hop));
    Some(hops.last().copied().unwrap_or(peer))
}

fn raw_query() -> BoxedFilter<(String,)> {
    warp::query::raw().or(warp::any().map(String::new)).unify().boxed()
}

/// A request without a body.
pub fn without_body(proxies: Arc<[IpAddr]>) -> BoxedFilter<(Request,)> {
    raw_query()
        .and(warp::header::headers_cloned())
        .and(warp::ext::optional::<Peer>())
        .map(move |query: String, headers: HeaderMap, peer: Option<Peer>| Request {
            query: parse(&query),
            client: find_client(peer, &headers, &proxies),
            headers,
            body: Vec::new(),
            form: Vec::new(),
        })
        .boxed()
}

/// A request with a form of limited size. Another content type is rejected as such.
pub fn with_form(proxies: Arc<[IpAddr]>, max_bytes: u64) -> BoxedFilter<(Request,)> {
    without_body(proxies)
        .and(warp::body::content_length_limit(max_bytes).and(warp::body::bytes()).or(no_body()).unify())
        .and_then(async |request: Request, body: Bytes| {
            let kind = request.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
            let is_form = kind.is_some_and(|kind| {
                kind.split(';')
                    .next()
                    .unwrap_or_default()
                    .trim()
                    .eq_ignore_ascii_case("application/x-www-form-urlencoded")
            });
            let body = body.to_vec();
            if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) && is_one_click(&body) {
                let form = vec![("List-Unsubscribe".to_owned(), "One-Click".to_owned())];
                return Ok(Request { body, form, ..request });
            }
            if !is_form && !body.is_empty() {
                return Err(warp::reject::custom(NotAForm));
            }
            let form = url::form_urlencoded::parse(&body).into_owned().collect();
            Ok(Request { body, form, ..request })
        })
        .boxed()
}

/// The one form that mail programs may send in parts (RFC 8058): a single field with a fixed name and value.
fn is_one_click(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body);
    text.lines().any(|line| line.trim_end().ends_with("name=\"List-Unsubscribe\""))
        && text.lines().any(|line| line.trim_end() == "One-Click")
}

/// A body that is not a form.
#[derive(Debug)]
pub struct NotAForm;

impl warp::reject::Reject for NotAForm {}

/// A button without fields may come without any body, and then without a length.
fn no_body() -> BoxedFilter<(Bytes,)> {
    warp::header::optional::<String>("content-length")
        .and(warp::header::optional::<String>("transfer-encoding"))
        .and_then(async |length: Option<String>, encoding: Option<String>| match (length, encoding) {
            (None, None) => Ok(Bytes::new()),
            _ => Err(warp::reject::not_found()),
        })
        .boxed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(peer: &str, forwarded: &str, expected: &str) {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", forwarded.parse().expect("a header"));
        let proxies: Vec<IpAddr> = vec!["10.0.0.1".parse().expect("ip"), "10.0.0.2".parse().expect("ip")];
        let peer = Peer(SocketAddr::new(peer.parse().expect("ip"), 1));
        assert_eq!(
            find_client(Some(peer), &headers, &proxies),
            Some(expected.parse().expect("ip")),
            "{forwarded}"
        );
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        check("192.0.2.7", "198.51.100.1", "192.0.2.7");
        check("10.0.0.1", "198.51.100.1", "198.51.100.1");
        check("10.0.0.1", "1.2.3.4, 198.51.100.1, 10.0.0.2", "198.51.100.1");
        check("10.0.0.1", "nonsense", "10.0.0.1");
    }
}
