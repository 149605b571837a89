//! The newcomer's page: what this collaboration is, for somebody who takes over a seat or joins a board. The whole
//! agreement only, behind a link that ends on a day.

use chrono::NaiveDate;
use http::StatusCode;
use maud::{Markup, html};
use warp::Filter;
use warp::filters::BoxedFilter;

use super::layout::{Page, page};
use super::parts;
use super::problem::Problem;
use super::request::Request;
use super::{Answer, Route, Site, answer, html as html_reply};
use crate::app::answers::show_results::{self, Overview};
use crate::app::report::offer_link;
use crate::delivery::compose::minutes_to_answer;
use crate::domain::article::{Article, ArticleKind};
use crate::domain::calendar::Schedule;
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::domain::turn::Turn;
use crate::report::figures::group::draw_multiples;
use crate::report::forms::page::all_themes;
use crate::report::look::Look;
use crate::store::share_link::SharePage;
use crate::words::{Phrase, Word, article_kind, day, rhythm, tr};

/// Routes of this file.
pub fn routes(get: &BoxedFilter<(Request, Site)>) -> Vec<Route> {
    vec![
        warp::path!("n" / String)
            .map(|text: String| Token::from_text(&text))
            .and(get.clone())
            .then(|token: Token, r, s| {
                answer(r, s, async move |request, site| show(&token, request, site).await)
            })
            .boxed(),
    ]
}

async fn show(token: &Token, request: &Request, site: &Site) -> Answer {
    let Some(id) = offer_link::open(&site.service, token, SharePage::Newcomer, site.now()).await? else {
        return Err(site.bad_link(request));
    };
    let overview = show_results::of_agreement(&site.service, id, site.now()).await?;
    let (language, own, site) = (request.language(), format!("/n/{}", token.reveal()), site.clone());
    let drawn = tokio::task::spawn_blocking(move || view(&site, &overview, language, &own)).await;
    drawn.map(|page| html_reply(StatusCode::OK, page)).map_err(|_| Problem::Broken)
}

/// How often people are asked and how long that takes, by the survey's schedule.
fn pulse(overview: &Overview, language: Language) -> String {
    let survey = overview.facts.context.1.as_ref();
    let schedule = survey.and_then(|survey| survey.schedule.as_ref());
    let n_statements = survey.map_or(0, |survey| survey.statements_in(Turn::short(1)).len());
    // Past the first year, when everything that waits for a later round is asked.
    let full = survey.map_or(0, |survey| survey.statements_in(Turn::full(99, NaiveDate::default())).len());
    let rhythm = rhythm(schedule.and_then(Schedule::usual_gap));
    let minutes = minutes_to_answer(n_statements).into();
    let usual = tr(language, Phrase::NewcomerPulse { rhythm: rhythm.into(), minutes });
    let longer = (full > n_statements)
        .then(|| tr(language, Phrase::NewcomerPulseFull { minutes: minutes_to_answer(full).into() }));
    let used = tr(language, Word::NewcomerPulseUse);
    [Some(usual), longer, Some(used)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The page.
pub fn view(site: &Site, overview: &Overview, language: Language, own: &str) -> Markup {
    let t = |word: Word| tr(language, word);
    let agreement = &overview.agreement;
    let title =
        tr(language, Phrase::NewcomerTitle { agreement: agreement.title.get(language).to_owned().into() });
    let themes = draw_multiples(&overview.facts, language).ok().flatten();
    let (stepping_in, others): (Vec<&Article>, Vec<&Article>) =
        agreement.articles.iter().partition(|article| article.kind == ArticleKind::SteppingIn);
    let content = html! {
        h1 { (title) }
        p class="lead" { (agreement.purpose.get(language)) }
        h2 { (t(Word::NewcomerPartners)) }
        ul class="inline" {
            @for partner in agreement.partners.iter().filter(|partner| partner.left_on.is_none()) { li { (partner.name) } }
        }
        @if !stepping_in.is_empty() {
            section class="outcome" aria-labelledby="stepping-in" {
                h2 id="stepping-in" { (t(Word::NewcomerSteppingIn)) }
                @for article in &stepping_in { p { (article.text.get(language)) } }
                p { (pulse(overview, language)) }
            }
        }
        h2 { (t(Word::NewcomerArticles)) }
        dl class="articles" {
            @for article in &others {
                div {
                    dt { (article_kind(language, article.kind)) }
                    dd {
                        p { (article.text.get(language)) }
                        p class="hint" { (tr(language, Phrase::ArticleSince { day: day(language, article.since).into() })) }
                    }
                }
            }
        }
        h2 { (t(Word::ThemesOverTime)) }
        @match &themes {
            Some(drawn) => (all_themes(&overview.facts, drawn, &Look::HOUSE, language)),
            None => p { (t(Word::NewcomerNoTrend)) },
        }
        h2 { (t(Word::NewcomerAdjustments)) }
        @if agreement.adjustments.is_empty() { p { (t(Word::ResultsNoAdjustments)) } }
        (parts::adjustments(language, &agreement.adjustments))
        p { a href=(format!("/methode?lang={language}")) { (t(Word::MethodLink)) } }
        (parts::contact(language, agreement))
    };
    let privacy = Some(format!("/privacy/{}?lang={language}", agreement.id));
    page(site, &Page { language, title: &title, switch: Some(own.to_owned()), privacy }, content)
}
