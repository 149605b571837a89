//! What came of a shared round: the same for every respondent, behind the personal link until the next round opens.

use http::StatusCode;
use maud::{Markup, html};

use crate::app::answers::show_results::{self, Results};
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::report::figures::Drawn;
use crate::report::figures::group::draw_multiples;
use crate::report::forms::page::all_themes;
use crate::report::look::Look;
use crate::report::wording;
use crate::store::invitation::Invited;
use crate::web::layout::{Page, page};
use crate::web::parts;
use crate::web::problem::Problem;
use crate::web::{Answer, Site, html as html_reply};
use crate::words::{Phrase, Word, day, tr, who_sees_what};

/// The results behind a personal link; "closed" until they are shared, and after the next round opened.
pub async fn show(token: &Token, language: Language, invited: &Invited, site: &Site) -> Answer {
    let found = show_results::of_round(&site.service, invited.agreement, invited.round, site.now()).await?;
    let Some(results) = found else { return Err(Problem::Closed(invited.language)) };
    let person = site.service.key.unsubscribe_token(invited.person);
    let place = Place { own: format!("/a/{}", token.reveal()), person: format!("/u/{}", person.reveal()) };
    let site = site.clone();
    // Drawing takes milliseconds of one core: not on the threads that take answers.
    let drawn = tokio::task::spawn_blocking(move || view(&site, &results, language, &place)).await;
    drawn.map(|page| html_reply(StatusCode::OK, page)).map_err(|_| Problem::Broken)
}

/// Where the page and the person's own page are.
pub struct Place {
    /// This page.
    pub own: String,
    /// The person's choices and requests.
    pub person: String,
}

/// The page.
pub fn view(site: &Site, results: &Results, language: Language, place: &Place) -> Markup {
    let t = |word: Word| tr(language, word);
    let agreement = &results.agreement;
    let title = t(Word::ResultsTitle);
    let opened_on = day(language, results.opened_on);
    // Where nothing may be shown, a list and a drawing of nothing say it no better than the table does.
    let has_figures =
        results.facts.dimensions.iter().any(|d| d.points.iter().any(|p| p.figure.get().is_some()));
    let changes = if has_figures { wording::changes(&results.facts, language) } else { Vec::new() };
    let themes: Option<Drawn> =
        draw_multiples(&results.facts, language).ok().flatten().filter(|_| has_figures);
    let content = html! {
        h1 { span class="eyebrow" { (agreement.title.get(language)) } " " (title) }
        p class="lead" { (tr(language, Phrase::ResultsOpening { day: opened_on.clone().into() })) }
        section class="outcome" aria-labelledby="said" {
            h2 id="said" { (t(Word::ResultsOutcomeHeading)) }
            @match &results.outcome {
                Some(outcome) => {
                    p { strong { (t(Word::YouSaid)) } " " (outcome.said.get(language)) }
                    p { strong { (t(Word::WeDid)) } " " (outcome.did.get(language)) }
                },
                None => p { (t(Word::ResultsNoOutcome)) },
            }
        }
        h2 { (t(Word::ResultsFiguresHeading)) }
        p { (participation(results, language)) }
        (means(results, language, &opened_on))
        @if !changes.is_empty() {
            h2 { (t(Word::SteeringChanged)) }
            ul { @for change in &changes { li { (change) } } }
        }
        @if let Some(drawn) = &themes {
            h2 { (t(Word::ThemesOverTime)) }
            (all_themes(&results.facts, drawn, &Look::HOUSE, language))
        }
        h2 { (t(Word::ResultsAdjustmentsHeading)) }
        @if results.adjustments.is_empty() { p { (t(Word::ResultsNoAdjustments)) } }
        (parts::adjustments(language, &results.adjustments))
        (comments(results, language))
        h2 { (t(Word::ResultsNextHeading)) }
        p { a href=(format!("{}/request?lang={language}", place.person)) { (t(Word::RequestLink)) } }
        p { (who_sees_what(language, results.figures.confidentiality())) }
        p { a href=(format!("/methode?lang={language}")) { (t(Word::MethodLink)) } }
        p class="hint" { (t(Word::ResultsUntil)) }
        (parts::contact(language, agreement))
    };
    let privacy = Some(format!("/privacy/{}?lang={language}", agreement.id));
    page(site, &Page { language, title: &title, switch: Some(place.own.clone()), privacy }, content)
}

fn participation(results: &Results, language: Language) -> String {
    results
        .facts
        .latest
        .map(|latest| wording::participation(language, &results.facts.rounds[latest]))
        .unwrap_or_default()
}

fn means(results: &Results, language: Language, opened_on: &str) -> Markup {
    let t = |word: Word| tr(language, word);
    let (min, max) = results.facts.scale;
    html! {
        div class="scroll" role="group" tabindex="0" aria-label=(t(Word::TableScrolls)) {
        table {
            caption {
                (tr(language, Phrase::ResultsCaption { day: opened_on.to_owned().into(), min: min.into(), max: max.into() }))
            }
            thead { tr {
                th scope="col" { (t(Word::Theme)) }
                th scope="col" { (t(Word::Mean)) }
            } }
            tbody {
                @for dimension in &results.facts.dimensions {
                    @if let Some(figure) = results.figures.find_dimension(&dimension.id) {
                        tr {
                            th scope="row" { (dimension.name.get(language)) }
                            td class=[figure.get().is_none().then_some("too-few")] { (wording::mean_with_n(language, figure)) }
                        }
                    }
                }
            }
        }
        }
    }
}

fn comments(results: &Results, language: Language) -> Markup {
    let t = |word: Word| tr(language, word);
    html! {
        @if let Some(comments) = &results.comments {
            h2 { (t(Word::ResultsCommentsHeading)) }
            p class="hint" { (t(Word::ResultsCommentsHow)) }
            @if comments.is_empty() { p class="too-few" { (t(Word::TooFew)) } }
            @for (question, comments) in comments {
                h3 { (question.get(language)) }
                @match comments.get() {
                    Some(texts) => ul class="comments" { @for text in texts { li { (text) } } },
                    None => p class="too-few" { (t(Word::TooFew)) },
                }
            }
        }
    }
}
