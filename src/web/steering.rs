//! Trend reports: with a key that can be revoked or a signed-in reader, else the same 404 as for a report that does not
//! exist.

use http::StatusCode;
use http::header::{self, HeaderValue};
use warp::filters::BoxedFilter;
use warp::{Filter, Reply};

use super::problem::Problem;
use super::request::Request;
use super::{Answer, Route, Site, answer, session};
use crate::app::make_report;
use crate::domain::access::{Action, may};
use crate::domain::invitation::Token;
use crate::domain::period::Period;
use crate::report::facts::Facts;
use crate::report::figures::Figures;
use crate::report::page::{Place, Style, page};
use crate::report::table;

/// Routes of this file.
pub fn routes(get: &BoxedFilter<(Request, Site)>) -> Vec<Route> {
    vec![
        warp::path!("r" / String / String)
            .and(get.clone())
            .then(|slug: String, period: String, r, s| {
                answer(r, s, async move |request, site| report(&slug, &period, request, site).await)
            })
            .boxed(),
        warp::path!("r" / String / String / "data.csv")
            .and(get.clone())
            .then(|slug: String, period: String, r, s| {
                answer(r, s, async move |request, site| data(&slug, &period, request, site).await)
            })
            .boxed(),
    ]
}

async fn open(slug: &str, period: &str, request: &Request, site: &Site) -> Result<(Facts, String), Problem> {
    let period: Period = period.parse().map_err(|_| Problem::NotFound)?;
    let key = Token::from_text(request.query("key").unwrap_or_default());
    let id = site.service.find_agreement(slug).await?;
    let own = if request.query("key").is_some() { None } else { session::find(request, site).await? };
    let may_read = own.is_some_and(|own| may(&own.capacities_in(Some(id)), Action::ReadResults));
    if !may_read && !make_report::is_key_good(&site.service, id, period, &key).await? {
        return Err(site.bad_link(request));
    }
    let facts = make_report::gather(&site.service, id, period).await?;
    Ok((facts, key.reveal().to_owned()))
}

async fn report(slug: &str, period: &str, request: &Request, site: &Site) -> Answer {
    let (facts, key) = open(slug, period, request, site).await?;
    let language = request.language();
    let address = |path: &str, language| {
        let key = if key.is_empty() { String::new() } else { format!("key={key}&") };
        format!("/r/{slug}/{period}{path}?{key}lang={language}")
    };
    let others: Vec<_> = language.others().map(|other| (other, address("", other))).collect();
    let csv = address("/data.csv", language);
    let style = site.style_href.to_string();
    // Drawing takes milliseconds of one core: not on the threads that take answers.
    let drawn = tokio::task::spawn_blocking(move || {
        let figures = Figures::draw(&facts, language)?;
        let method = format!("/methode?lang={language}");
        let place = Place {
            style: Style::Linked(&style),
            other_languages: &others,
            method: Some(&method),
            csv: Some(&csv),
        };
        Ok::<_, crate::plot::DrawError>(page(&facts, &figures, language, place))
    });
    match drawn.await {
        Ok(Ok(page)) => Ok(warp::reply::with_status(warp::reply::html(page), StatusCode::OK).into_response()),
        Ok(Err(error)) => {
            tracing::error!(%error, "a report could not be drawn");
            Err(Problem::Broken)
        }
        Err(_) => Err(Problem::Broken),
    }
}

async fn data(slug: &str, period: &str, request: &Request, site: &Site) -> Answer {
    let (facts, _) = open(slug, period, request, site).await?;
    let bytes = table::csv(&facts).map_err(|_| Problem::Broken)?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{slug}-{period}.csv\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
