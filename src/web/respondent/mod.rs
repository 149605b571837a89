//! The respondent's minute: answer, change, see what came of it, choose which mail to get.

mod answer;
mod mail_choice;
mod view;

use warp::Filter;
use warp::filters::BoxedFilter;

use super::request::Request;
use super::{Route, Site, answer as reply};
use crate::domain::invitation::Token;

/// Routes of this folder.
pub fn routes(get: &BoxedFilter<(Request, Site)>, post: &BoxedFilter<(Request, Site)>) -> Vec<Route> {
    let token = |text: String| Token::from_text(&text);
    vec![
        warp::path!("a" / String)
            .map(token)
            .and(post.clone())
            .then(|token: Token, r, s| {
                reply(r, s, async move |request, site| answer::collect(&token, request, site).await)
            })
            .boxed(),
        warp::path!("a" / String)
            .map(token)
            .and(get.clone())
            .then(|token: Token, r, s| {
                reply(r, s, async move |request, site| answer::show(&token, request, site).await)
            })
            .boxed(),
        warp::path!("a" / String / "thanks")
            .map(token)
            .and(get.clone())
            .then(|token: Token, r, s| {
                reply(r, s, async move |request, site| answer::thank(&token, request, site).await)
            })
            .boxed(),
        warp::path!("a" / String / "change")
            .map(token)
            .and(post.clone())
            .then(|token: Token, r, s| {
                reply(r, s, async move |request, site| answer::change(&token, request, site).await)
            })
            .boxed(),
        warp::path!("u" / String)
            .map(token)
            .and(get.clone())
            .then(|token: Token, r, s| {
                reply(r, s, async move |request, site| mail_choice::show(&token, request, site).await)
            })
            .boxed(),
        warp::path!("u" / String)
            .map(token)
            .and(post.clone())
            .then(|token: Token, r, s| {
                reply(r, s, async move |request, site| mail_choice::choose(&token, request, site).await)
            })
            .boxed(),
    ]
}
