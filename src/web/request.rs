//! What a handler knows of a request: query, form, who asks, which language they read.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use http::HeaderMap;
use http::header;
use serde::de::DeserializeOwned;
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
    /// Files that came with it, by field.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Request {
    /// The first value of a query parameter.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Query parameters but the language, written as they stand in an address.
    pub fn filters(&self) -> impl Iterator<Item = String> {
        let written = |(key, value): &(String, String)| {
            url::form_urlencoded::Serializer::new(String::new()).append_pair(key, value).finish()
        };
        self.query.iter().filter(|(key, _)| key != "lang").map(written)
    }

    /// The first value of a form field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.form.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A form as a structure whose fields are the form's, without blanks around them. `None` for one that does not fit:
    /// no page of ours makes such a form.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        let mut fields = url::form_urlencoded::Serializer::new(String::new());
        fields.extend_pairs(self.form.iter().map(|(name, value)| (name, value.trim())));
        serde_html_form::from_str(&fields.finish()).ok()
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

    /// A header's text, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let all = self.headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        all.flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    /// Whether a form can have come from one of our own pages, as far as the browser says (ASVS 5.0, 3.5.1). A client
    /// that says nothing still has to know the form's token.
    pub fn may_be_own(&self, base_url: &str) -> bool {
        let is_same = |site: &str| site == "same-origin";
        let host = self.header("host").unwrap_or_default();
        let is_ours = |origin: &str| {
            let authority = |address: &str| {
                address
                    .split_once("://")
                    .map(|(_, rest)| rest.split('/').next().unwrap_or_default().to_owned())
            };
            authority(origin).is_some_and(|from| from == host || Some(from) == authority(base_url))
        };
        self.header("sec-fetch-site").is_none_or(is_same) && self.header("origin").is_none_or(is_ours)
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
            files: Vec::new(),
        })
        .boxed()
}

/// A request's body, as far as it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// All of it; empty where there is none.
    Whole(Bytes),
    /// More than the limit: not read.
    TooLarge,
    /// Nobody said how long it is: not read.
    LengthUnknown,
}

/// A request with whatever body it has, of limited size.
pub fn with_any_body(proxies: Arc<[IpAddr]>, max_bytes: u64) -> BoxedFilter<(Request, Body)> {
    let small = warp::body::content_length_limit(max_bytes).and(warp::body::bytes()).map(Body::Whole);
    let none = no_body().map(Body::Whole);
    let length = warp::header::optional::<u64>("content-length")
        .map(|length: Option<u64>| length.map_or(Body::LengthUnknown, |_| Body::TooLarge));
    without_body(proxies).and(small.or(none).unify().or(length).unify()).boxed()
}

/// Whether a form may come in parts, with files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Files {
    /// It may.
    Taken,
    /// Only the one that mail programs send.
    Refused,
}

/// A request with a form of limited size. Another content type is rejected as such.
pub fn with_form(proxies: Arc<[IpAddr]>, max_bytes: u64, files: Files) -> BoxedFilter<(Request,)> {
    without_body(proxies)
        .and(warp::body::content_length_limit(max_bytes).and(warp::body::bytes()).or(no_body()).unify())
        .and_then(move |request: Request, body: Bytes| async move {
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
            if let Some(boundary) = kind.and_then(|kind| multer::parse_boundary(kind).ok())
                && files == Files::Taken
            {
                return read_parts(request, body, boundary)
                    .await
                    .ok_or_else(|| warp::reject::custom(NotAForm));
            }
            if !is_form && !body.is_empty() {
                return Err(warp::reject::custom(NotAForm));
            }
            let form = url::form_urlencoded::parse(&body).into_owned().collect();
            Ok(Request { body, form, ..request })
        })
        .boxed()
}

/// A form in parts, with files. `None` for one that is broken.
async fn read_parts(request: Request, body: Vec<u8>, boundary: String) -> Option<Request> {
    let stream = BodyOnce(Some(Bytes::from(body)));
    let mut parts = multer::Multipart::new(stream, boundary);
    let (mut form, mut files) = (Vec::new(), Vec::new());
    while let Some(part) = parts.next_field().await.ok()? {
        let name = part.name().unwrap_or_default().to_owned();
        let is_file = part.file_name().is_some();
        let bytes = part.bytes().await.ok()?;
        if is_file {
            files.push((name, bytes.to_vec()));
        } else {
            form.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    Some(Request { form, files, ..request })
}

/// A body that is there already, as the stream that a parser wants.
struct BodyOnce(Option<Bytes>);

impl futures_core::Stream for BodyOnce {
    type Item = Result<Bytes, std::convert::Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.take().map(Ok))
    }
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
