//! Released reports: with a key that can be revoked or a signed-in reader, else the same 404 as for a report that does
//! not exist. What is shown are the released bytes; only the frame around them is today's. And the external summary,
//! behind a link that ends on a day.

use http::StatusCode;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use warp::Filter;
use warp::filters::BoxedFilter;

use super::layout::head;
use super::problem::Problem;
use super::request::Request;
use super::{Answer, Route, Site, answer, html as html_reply, session};
use crate::app::report::offer_link;
use crate::app::report::open_report;
use crate::app::report::render_report::{EXTERNAL_PAGE, PAGE};
use crate::domain::access::{Action, may};
use crate::domain::ids::AgreementId;
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::domain::period::Period;
use crate::report::forms::Form;
use crate::report::forms::page::content_of;
use crate::store::report;
use crate::store::share_link::SharePage;
use crate::web::desk::shell::named_file;
use crate::words::{Word, tr};

/// Routes of this file.
pub fn routes(get: &BoxedFilter<(Request, Site)>) -> Vec<Route> {
    vec![
        warp::path!("r" / String / String)
            .and(get.clone())
            .then(|slug: String, period: String, r, s| {
                answer(r, s, async move |request, site| page(&slug, &period, request, site).await)
            })
            .boxed(),
        warp::path!("r" / String / String / String)
            .and(get.clone())
            .then(|slug: String, period: String, name: String, r, s| {
                answer(r, s, async move |request, site| form(&slug, &period, &name, request, site).await)
            })
            .boxed(),
        warp::path!("x" / String)
            .and(get.clone())
            .then(|text: String, r, s| {
                answer(r, s, async move |request, site| external(&text, "", request, site).await)
            })
            .boxed(),
        warp::path!("x" / String / String)
            .and(get.clone())
            .then(|text: String, name: String, r, s| {
                answer(r, s, async move |request, site| external(&text, &name, request, site).await)
            })
            .boxed(),
    ]
}

/// A report that the visitor may read.
struct Opened {
    id: AgreementId,
    period: Period,
    /// The language that was asked for, or else of whoever signed in.
    language: Language,
    /// `key=…&`, which every address within it carries; empty for who signed in.
    key: String,
    number: Option<u32>,
}

impl Opened {
    /// What an address of the same version carries.
    fn query(&self) -> String {
        let version = self.number.map(|number| format!("version={number}&")).unwrap_or_default();
        format!("{}{version}", self.key)
    }

    /// A stored file of it in its language.
    async fn file(&self, site: &Site, name: &str) -> Result<Vec<u8>, Problem> {
        let found =
            open_report::find_file(&site.service, self.id, self.period, self.number, self.language, name);
        found.await?.ok_or(Problem::NotFound)
    }
}

async fn open(slug: &str, period: &str, request: &Request, site: &Site) -> Result<Opened, Problem> {
    let period: Period = period.parse().map_err(|_| Problem::NotFound)?;
    let key = Token::from_text(request.query("key").unwrap_or_default());
    let id = site.service.find_agreement(slug).await?;
    let own = if request.query("key").is_some() { None } else { session::find(request, site).await? };
    let may_read = own.as_ref().is_some_and(|own| may(&own.capacities_in(Some(id)), Action::ReadResults));
    let spoken = own.map(|own| own.account.language);
    let language = request.chosen_language().or(spoken).unwrap_or_else(|| request.language());
    if !may_read && !open_report::is_key_good(&site.service, id, period, &key).await? {
        return Err(site.bad_link(request));
    }
    let number = request.query("version").map(str::parse).transpose().map_err(|_| Problem::NotFound)?;
    let key = if key.reveal().is_empty() { String::new() } else { format!("key={}&", key.reveal()) };
    Ok(Opened { id, period, language, key, number })
}

async fn page(slug: &str, period: &str, request: &Request, site: &Site) -> Answer {
    let opened = open(slug, period, request, site).await?;
    let language = opened.language;
    let stored = String::from_utf8(opened.file(site, PAGE).await?).map_err(|_| Problem::Broken)?;
    let versions = {
        let (id, name) = (opened.id, opened.period.to_string());
        site.service.store.read("list a report's versions", move |c| report::list_of(c, id, &name)).await?
    };
    let newest = versions.iter().filter(|one| one.released_at.is_some()).map(|one| one.number).max();
    let address =
        |rest: &str, language| format!("/r/{slug}/{period}{rest}?{}lang={language}", opened.query());
    let is_old = opened.number.is_some_and(|number| Some(number) != newest);
    let frame = Frame {
        title: &title_of(&stored),
        languages: language.others().map(|other| (other, address("", other))).collect(),
        forms: Form::ALL
            .into_iter()
            .map(|form| (form, address(&format!("/{}", form.code()), language)))
            .collect(),
        newer: is_old.then(|| format!("/r/{slug}/{period}?{}lang={language}", opened.key)),
        slug,
        language,
    };
    Ok(html_reply(StatusCode::OK, around(site, &frame, content_of(&stored).ok_or(Problem::Broken)?)))
}

/// What stands around released content.
struct Frame<'f> {
    title: &'f str,
    languages: Vec<(Language, String)>,
    forms: Vec<(Form, String)>,
    /// Where the version lies that replaced this one.
    newer: Option<String>,
    slug: &'f str,
    language: Language,
}

fn title_of(page: &str) -> String {
    let title = page.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    title.map_or_else(String::new, |(title, _)| title.to_owned())
}

fn around(site: &Site, frame: &Frame<'_>, content: &str) -> Markup {
    let language = frame.language;
    let t = |word: Word| tr(language, word);
    let logo = &site.service.config.look_of(frame.slug).logo;
    html! {
        (DOCTYPE)
        html lang=(language) {
            // The title was escaped when the page was made.
            (head(&PreEscaped(frame.title), &site.style_of(frame.slug)))
            body class="report" {
                a class="skip-link" href="#main" { (t(Word::SkipToContent)) }
                header class="page-header" {
                    @match logo {
                        Some(logo) => img class="logo" src=(format!("/logo/{}", frame.slug)) alt=(logo.alt);,
                        None => p class="brand" { "Polsslag" },
                    }
                    nav class="languages" aria-label=(t(Word::Language)) {
                        @for (other, href) in &frame.languages {
                            a href=(href) lang=(other) hreflang=(other) { (tr(*other, Word::ThisLanguage)) }
                        }
                    }
                }
                @if !frame.forms.is_empty() {
                    nav class="desk" aria-label=(t(Word::ReportForms)) {
                        ul {
                            @for (form, href) in &frame.forms { li { a href=(href) { (form_name(*form, language)) } } }
                            li { a href=(format!("/methode?lang={language}")) { (t(Word::MethodLink)) } }
                        }
                    }
                }
                @if let Some(newer) = &frame.newer {
                    aside class="page-header" { p class="notice" { a href=(newer) { (t(Word::ReportNewer)) } } }
                }
                (PreEscaped(content))
            }
        }
    }
}

/// What a form is called.
pub(super) fn form_name(form: Form, language: Language) -> String {
    let word = match form {
        Form::Report => Word::FormReport,
        Form::Deck => Word::FormDeck,
        Form::External => Word::FormExternal,
        Form::Workbook => Word::FormWorkbook,
        Form::Csv => Word::FormCsv,
    };
    tr(language, word)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "csv" => "text/csv; charset=utf-8",
        _ => "text/html; charset=utf-8",
    }
}

/// A file as it was released. A PDF opens in the browser, the rest is kept.
pub(super) fn file(bytes: Vec<u8>, kept_as: &str) -> warp::reply::Response {
    let way = if kept_as.ends_with(".pdf") { "inline" } else { "attachment" };
    named_file(way, media_type(kept_as), kept_as, bytes)
}

async fn form(slug: &str, period: &str, name: &str, request: &Request, site: &Site) -> Answer {
    if Form::find(name).is_none() && name != PAGE {
        return Err(Problem::NotFound);
    }
    let opened = open(slug, period, request, site).await?;
    let bytes = opened.file(site, name).await?;
    Ok(file(bytes, &format!("{slug}-{period}-{name}")))
}

/// The external summary of the last released report, as a page or as a PDF.
async fn external(token: &str, name: &str, request: &Request, site: &Site) -> Answer {
    let wanted = match name {
        "" => EXTERNAL_PAGE,
        "external.pdf" => "external.pdf",
        _ => return Err(Problem::NotFound),
    };
    let token = Token::from_text(token);
    let Some(id) = offer_link::open(&site.service, &token, SharePage::External, site.now()).await? else {
        return Err(site.bad_link(request));
    };
    let (slug, last) = site
        .service
        .store
        .read("find the last report", move |c| {
            Ok((crate::store::agreement::outline(c, id)?.slug, report::find_last_released(c, id)?))
        })
        .await?;
    // A link may be given out before there is anything to read.
    let Some(last) = last else { return Err(Problem::NotFound) };
    let period: Period = last.period.parse().map_err(|_| Problem::Broken)?;
    let language = request.language();
    let found = open_report::find_file(&site.service, id, period, Some(last.number), language, wanted);
    let bytes = found.await?.ok_or(Problem::NotFound)?;
    if wanted != EXTERNAL_PAGE {
        return Ok(file(bytes, &format!("{slug}-{period}-{wanted}")));
    }
    let stored = String::from_utf8(bytes).map_err(|_| Problem::Broken)?;
    let own = format!("/x/{}", token.reveal());
    let frame = Frame {
        title: &title_of(&stored),
        languages: language.others().map(|other| (other, format!("{own}?lang={other}"))).collect(),
        forms: vec![(Form::External, format!("{own}/{}?lang={language}", Form::External.code()))],
        newer: None,
        slug: &slug,
        language,
    };
    Ok(html_reply(StatusCode::OK, around(site, &frame, content_of(&stored).ok_or(Problem::Broken)?)))
}
