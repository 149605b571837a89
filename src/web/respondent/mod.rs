//! The respondent's minute: answer, change, see what came of it, choose which mail to get, pass the seat on, ask for a
//! conversation.

pub(super) mod answer;
pub(super) mod choices;
pub(super) mod data;
pub(super) mod hand_over;
pub(super) mod request;
pub(super) mod results;
pub(super) mod view;

use warp::Filter;
use warp::filters::BoxedFilter;

use super::request::Request;
use super::{Route, Site, answer as reply};
use crate::domain::key::Token;

/// A route of a link: its path, its method, its handler.
macro_rules! link {
    ($method:ident, $first:literal $(/ $rest:literal)*, $handler:path) => {
        warp::path!($first / String $(/ $rest)*)
            .map(|text: String| Token::from_text(&text))
            .and($method.clone())
            .then(|token: Token, r, s| {
                reply(r, s, async move |request, site| $handler(&token, request, site).await)
            })
            .boxed()
    };
}

/// Routes of this folder.
pub fn routes(get: &BoxedFilter<(Request, Site)>, post: &BoxedFilter<(Request, Site)>) -> Vec<Route> {
    vec![
        link!(post, "a", answer::collect),
        link!(get, "a", answer::show),
        link!(get, "a" / "thanks", answer::thank),
        link!(post, "a" / "change", answer::change),
        link!(get, "u", choices::show),
        link!(post, "u", choices::choose),
        link!(get, "u" / "hand-over", hand_over::show),
        link!(post, "u" / "hand-over", hand_over::ask),
        link!(get, "u" / "data", data::show),
        link!(post, "u" / "data", data::ask),
        link!(get, "d", data::offer),
        link!(post, "d", data::take),
        link!(get, "u" / "request", request::show),
        link!(post, "u" / "request", request::ask),
        link!(get, "h", hand_over::show_to_confirm),
        link!(post, "h", hand_over::confirm),
    ]
}
