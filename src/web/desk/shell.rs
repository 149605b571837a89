//! What every page behind signing in is made of: its frame with the navigation, headings, forms with their token, tables,
//! files.

use http::StatusCode;
use maud::{Markup, html};
use warp::reply::Response;

use super::visit::Visit;
use crate::web::layout::{self, in_language};
use crate::web::{Site, html as html_reply, session};
use crate::words::Word;

fn navigation(visit: &Visit) -> Markup {
    html! {
        nav class="desk" aria-label=(visit.t(Word::NavLabel)) {
            ul {
                @for (word, href) in &visit.navigation {
                    li { a href=(in_language(href, visit.language)) aria-current=[(visit.path == *href).then_some("page")] { (visit.t(*word)) } }
                }
            }
        }
    }
}

/// A page behind signing in.
pub fn page(site: &Site, visit: &Visit, title: &str, content: Markup) -> Response {
    page_with(site, visit, StatusCode::OK, title, content)
}

/// The same with another status: a form that came back.
pub fn page_with(site: &Site, visit: &Visit, status: StatusCode, title: &str, content: Markup) -> Response {
    let privacy = visit
        .agreement
        .as_ref()
        .map(|place| in_language(&format!("/privacy/{}", place.slug), visit.language));
    // Its own address, filters and all, without the language.
    let filters: Vec<String> = visit.request.filters().collect();
    let switch =
        if filters.is_empty() { visit.path.clone() } else { format!("{}?{}", visit.path, filters.join("&")) };
    let shell = layout::Page { language: visit.language, title, switch: Some(switch), privacy };
    html_reply(status, layout::page_with(site, &shell, Some(navigation(visit)), content))
}

/// A page's heading below the agreement's name.
pub fn heading(visit: &Visit, title: &str) -> Markup {
    html! {
        h1 {
            @if let Some(place) = &visit.agreement { span class="eyebrow" { (place.title) } " " }
            (title)
        }
    }
}

/// A form that changes something, with its token.
pub fn form(site: &Site, visit: &Visit, action: &str, content: Markup) -> Markup {
    html! {
        form method="post" action=(action) novalidate {
            (session::form_token(site, &visit.own))
            (content)
        }
    }
}

/// A button that is a form by itself.
pub fn button(site: &Site, visit: &Visit, action: &str, name: &str, value: &str, label: &str) -> Markup {
    form(
        site,
        visit,
        action,
        html! { button type="submit" class="quiet" name=(name) value=(value) { (label) } },
    )
}

/// A table that scrolls by itself where it does not fit.
pub(in crate::web) fn table(visit: &Visit, caption: &str, heads: &[Word], rows: &[Vec<Markup>]) -> Markup {
    html! {
        div class="scroll" role="group" tabindex="0" aria-label=(format!("{}: {caption}", visit.t(Word::TableScrolls))) {
            table {
                caption { (caption) }
                thead { tr { @for head in heads { th scope="col" { (visit.t(*head)) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (column, cell) in row.iter().enumerate() {
                                @if column == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A file to keep.
pub fn download(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    named_file("attachment", kind, name, bytes)
}

/// A file under a name: `inline` opens in the browser, `attachment` is kept.
pub fn named_file(way: &str, kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    use http::header::{self, HeaderValue};
    use warp::Reply;
    let mut response = bytes.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(value) = HeaderValue::from_str(&format!("{way}; filename=\"{name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
