//! One's own data, to take along: everything that is kept of somebody, for them alone. The way to it goes to their own
//! address and works for two days; a personal link, which may have been passed on, only asks for it. A GET shows a
//! button; only a POST shows answers.

use http::StatusCode;
use maud::html;

use crate::app::people::{answer_person, choose_mail};
use crate::domain::key::Token;
use crate::web::desk::shell::download;
use crate::web::layout::{Page, in_language, page};
use crate::web::parts;
use crate::web::problem::Problem;
use crate::web::request::Request;
use crate::web::{Answer, Site, html as html_reply};
use crate::words::{Word, tr};

/// `GET /u/{token}/data`: the button that asks for the way.
pub async fn show(token: &Token, request: &Request, site: &Site) -> Answer {
    ask_page(token, request, site, false).await
}

/// `POST /u/{token}/data`.
pub async fn ask(token: &Token, request: &Request, site: &Site) -> Answer {
    if !answer_person::ask_own_data(&site.service, token, site.now()).await? {
        return Err(site.bad_link(request));
    }
    ask_page(token, request, site, true).await
}

async fn ask_page(token: &Token, request: &Request, site: &Site, is_asked: bool) -> Answer {
    let subscriber = choose_mail::find(&site.service, token).await?.ok_or_else(|| site.bad_link(request))?;
    let language = request.chosen_language().unwrap_or(subscriber.language);
    let t = |word: Word| tr(language, word);
    let title = t(Word::DataTitle);
    let own = format!("/u/{}/data", token.reveal());
    let content = html! {
        h1 { span class="eyebrow" { (subscriber.agreement.title.get(language)) } " " (title) }
        p { (t(Word::DataLead)) }
        @if is_asked { div class="success" role="status" { p { (t(Word::DataAsked)) } } }
        @else {
            form method="post" action=(in_language(&own, language)) { button type="submit" { (t(Word::DataAsk)) } }
        }
        h2 { (t(Word::DataGone)) }
        p { (t(Word::DataGoneLead)) }
        (parts::contact(language, &subscriber.agreement))
    };
    let privacy = Some(in_language(&format!("/privacy/{}", subscriber.agreement.id), language));
    Ok(html_reply(
        StatusCode::OK,
        page(site, &Page { language, title: &title, switch: Some(own), privacy }, content),
    ))
}

/// `GET /d/{token}`: the buttons.
pub async fn offer(token: &Token, request: &Request, site: &Site) -> Answer {
    let now = site.now();
    let data =
        answer_person::own_data(&site.service, token, now).await?.ok_or_else(|| site.bad_link(request))?;
    let language = request
        .chosen_language()
        .or(crate::domain::language::Language::find(data.language))
        .unwrap_or_default();
    let t = |word: Word| tr(language, word);
    let title = t(Word::DataTitle);
    let own = format!("/d/{}", token.reveal());
    let content = html! {
        h1 { (title) }
        p { (t(Word::DataLead)) }
        form method="post" action=(in_language(&own, language)) class="buttons" {
            button type="submit" name="as" value="json" { (t(Word::DataJson)) }
            button type="submit" name="as" value="csv" class="quiet" { (t(Word::DataCsv)) }
        }
    };
    let privacy = Some(in_language(&format!("/privacy/{}", data.agreement), language));
    Ok(html_reply(
        StatusCode::OK,
        page(site, &Page { language, title: &title, switch: Some(own), privacy }, content),
    ))
}

/// `POST /d/{token}`.
pub async fn take(token: &Token, request: &Request, site: &Site) -> Answer {
    let now = site.now();
    let data =
        answer_person::own_data(&site.service, token, now).await?.ok_or_else(|| site.bad_link(request))?;
    let (kind, name, bytes) = match request.field("as") {
        Some("json") => {
            let bytes = serde_json::to_vec_pretty(&data).map_err(|_| Problem::Broken)?;
            ("application/json", format!("{}-mijn-gegevens.json", data.agreement), bytes)
        }
        Some("csv") => {
            let bytes = data.csv().map_err(|_| Problem::Broken)?;
            ("text/csv; charset=utf-8", format!("{}-mijn-gegevens.csv", data.agreement), bytes)
        }
        _ => return Err(Problem::BadForm),
    };
    answer_person::note_taken(&site.service, token, now).await?;
    Ok(download(kind, &name, bytes))
}
