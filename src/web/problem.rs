//! What can go wrong, and the one table that says with which status and words.

use http::StatusCode;
use http::header::{self, HeaderValue};
use warp::Reply;
use warp::reject::{self, Rejection};
use warp::reply::Response;

use super::layout::{Page, page};
use super::request::{NotAForm, Request};
use super::{Site, html};
use crate::app::{AppError, Refusal};
use crate::domain::language::Language;
use crate::store::StoreError;
use crate::words::{Word, tr};

/// Everything that a visitor may be told.
#[derive(Debug, Clone)]
pub enum Problem {
    /// No such page, link or report: one answer for all of them.
    NotFound,
    /// It cannot be done now; the refusal says why.
    Refused(Refusal),
    /// The round is over.
    Closed(Language),
    /// A form for another version or round.
    Outdated,
    /// A replayed form.
    Superseded,
    /// A form that this page cannot have made.
    BadForm,
    /// A form that a person can mend, with values that do not fit.
    Unprocessable,
    /// Too much at once.
    TooLarge,
    /// Not a form at all.
    WrongType,
    /// GET where POST belongs, or the other way round.
    WrongMethod,
    /// Too many wrong links.
    TooMany,
    /// More wishes of one person than a day has room for.
    TooOften,
    /// A form that none of our pages can have sent.
    Forged,
    /// A page for somebody else in the same agreement.
    NotYours,
    /// Another server did not answer as it should.
    Elsewhere,
    /// Try again in a moment.
    Busy,
    /// Our fault.
    Broken,
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Problem {
        match error {
            AppError::Refused(refusal) if refusal.is_absence() => Problem::NotFound,
            AppError::Refused(refusal) => Problem::Refused(refusal),
            AppError::Store(error) => error.into(),
            AppError::Elsewhere(problem) => {
                tracing::warn!(problem, "another server did not answer as it should");
                Problem::Elsewhere
            }
            other => {
                tracing::error!(error = %other, "a request failed");
                Problem::Broken
            }
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Problem {
        match error {
            StoreError::Overloaded | StoreError::Closed => Problem::Busy,
            other => {
                tracing::error!(error = %other, "a request failed");
                Problem::Broken
            }
        }
    }
}

impl Problem {
    /// Status, title and text. The only such table.
    fn describe(&self, language: Language) -> (StatusCode, String, String) {
        let t = |word: Word| tr(language, word);
        match self {
            Problem::NotFound => (StatusCode::NOT_FOUND, t(Word::NotFoundTitle), t(Word::NotFoundText)),
            Problem::Refused(refusal) => (StatusCode::CONFLICT, t(Word::RefusedTitle), refusal.say(language)),
            Problem::Closed(_) => (StatusCode::GONE, t(Word::ClosedTitle), t(Word::ClosedText)),
            Problem::Outdated => (StatusCode::CONFLICT, t(Word::OutdatedTitle), t(Word::OutdatedText)),
            Problem::Superseded => (StatusCode::CONFLICT, t(Word::SupersededTitle), t(Word::SupersededText)),
            Problem::BadForm => (StatusCode::BAD_REQUEST, t(Word::BadFormTitle), t(Word::BadFormText)),
            Problem::Unprocessable => {
                (StatusCode::UNPROCESSABLE_ENTITY, t(Word::BadFormTitle), t(Word::BadFormText))
            }
            Problem::TooLarge => {
                (StatusCode::PAYLOAD_TOO_LARGE, t(Word::TooLargeTitle), t(Word::TooLargeText))
            }
            Problem::WrongType => {
                (StatusCode::UNSUPPORTED_MEDIA_TYPE, t(Word::WrongTypeTitle), t(Word::WrongTypeText))
            }
            Problem::WrongMethod => {
                (StatusCode::METHOD_NOT_ALLOWED, t(Word::WrongMethodTitle), t(Word::WrongMethodText))
            }
            Problem::TooMany => (StatusCode::TOO_MANY_REQUESTS, t(Word::TooManyTitle), t(Word::TooManyText)),
            Problem::TooOften => {
                (StatusCode::TOO_MANY_REQUESTS, t(Word::TooOftenTitle), t(Word::TooOftenText))
            }
            Problem::Forged => (StatusCode::FORBIDDEN, t(Word::ForgedTitle), t(Word::ForgedText)),
            Problem::NotYours => (StatusCode::FORBIDDEN, t(Word::NotYoursTitle), t(Word::NotYoursText)),
            Problem::Elsewhere => (StatusCode::BAD_GATEWAY, t(Word::ElsewhereTitle), t(Word::ElsewhereText)),
            Problem::Busy => (StatusCode::SERVICE_UNAVAILABLE, t(Word::BusyTitle), t(Word::BusyText)),
            Problem::Broken => (StatusCode::INTERNAL_SERVER_ERROR, t(Word::BrokenTitle), t(Word::BrokenText)),
        }
    }

    /// The reply: a page for people, problem JSON (RFC 9457) for programs.
    pub fn into_response(self, request: &Request, site: &Site) -> Response {
        let language = match &self {
            Problem::Closed(person) => request.chosen_language().unwrap_or(*person),
            _ => request.language(),
        };
        let (status, title, text) = self.describe(language);
        let mut response = if request.wants_json() {
            let body = serde_json::json!({ "type": "about:blank", "status": status.as_u16(), "title": title, "detail": text });
            let mut response = warp::reply::with_status(body.to_string(), status).into_response();
            response
                .headers_mut()
                .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
            response
        } else {
            let content = maud::html! { h1 { (title) } p { (text) } };
            html(status, page(site, &Page { language, title: &title, switch: None, privacy: None }, content))
        };
        if matches!(self, Problem::TooMany | Problem::Busy) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
        }
        response
    }
}

/// What a request comes to that no route took: an unwritten page, since a rejection no longer knows its request.
/// [`complete`] writes it.
pub async fn recover(rejection: Rejection) -> Result<Response, std::convert::Infallible> {
    let problem = if rejection.find::<NotAForm>().is_some() {
        Problem::WrongType
    } else if rejection.find::<reject::PayloadTooLarge>().is_some() {
        Problem::TooLarge
    } else if rejection.find::<reject::LengthRequired>().is_some() {
        Problem::BadForm
    } else if rejection.is_not_found() {
        Problem::NotFound
    } else if rejection.find::<reject::MethodNotAllowed>().is_some() {
        Problem::WrongMethod
    } else {
        Problem::BadForm
    };
    let mut unwritten = Response::default();
    unwritten.extensions_mut().insert(problem);
    Ok(unwritten)
}

/// Writes the page that [`recover`] left open, in the visitor's language and format.
pub fn complete(response: Response, request: &Request, site: &Site) -> Response {
    match response.extensions().get::<Problem>() {
        Some(problem) => problem.clone().into_response(request, site),
        None => response,
    }
}
