//! One article: what it says and said, and the readings, signals, conversations and adjustments that touch it.

use maud::{Markup, html};

use super::text::since;
use crate::app::agreement::adjust_article::Adjustments;
use crate::app::agreement::dossier::Dossier;
use crate::app::report::make_report;
use crate::app::signals::find_signals::{self, Findings};
use crate::app::signals::work_signals::{self, Radar};
use crate::domain::access::Action;
use crate::domain::article::Article;
use crate::domain::survey::Survey;
use crate::insight::disclosure::signals::Reader;
use crate::report::facts::RoundInput;
use crate::report::wording;
use crate::report::wording::signals::{article_kinds, entries};
use crate::store::conversation;
use crate::web::desk::shell::{heading, page, table};
use crate::web::desk::visit::Visit;
use crate::web::parts::timeline;
use crate::web::problem::Problem;
use crate::web::{Answer, Site};
use crate::words::{Word, adjustment_state, article_kind, conversation_kind, conversation_state};

/// What is told about articles.
struct Told {
    adjustments: Adjustments,
    /// Closed rounds of the agreement's survey with what they may show; `None` for who reads no results.
    rounds: Option<Vec<RoundInput>>,
    /// `None` for who reads no signals.
    signals: Option<Signals>,
}

/// Signals of the agreement.
struct Signals {
    /// As facilitators see them.
    radar: Radar,
    /// As the steering group sees them.
    own: Findings,
}

/// `GET …/article/{}`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let id = place.id;
    let (reads_results, reads_signals) = (visit.may(Action::ReadResults), visit.may(Action::ReadSteering));
    let told = site
        .service
        .store
        .read("read what is told about an article", move |c| {
            let dossier = Dossier::read(c, id)?;
            let mut told = Told { adjustments: Adjustments::of(&dossier), rounds: None, signals: None };
            if reads_results {
                let mut rounds = make_report::inputs_of(&dossier)?;
                rounds.retain(|round| round.survey.id == dossier.agreement.survey);
                told.rounds = Some(rounds);
            }
            if reads_signals {
                told.signals = Some(Signals {
                    radar: work_signals::radar_of(&dossier, &conversation::list_work(c, id)?)?,
                    own: find_signals::of_dossier(&dossier, None, Reader::Steering)?,
                });
            }
            Ok(told)
        })
        .await?;
    let adjustments = &told.adjustments;
    let wanted = visit.part(0);
    let article = adjustments
        .agreement
        .articles
        .iter()
        .find(|article| article.id == wanted)
        .ok_or(Problem::NotFound)?;
    let title = article_kind(visit.language, article.kind);
    let versions: Vec<_> = article
        .versions()
        .into_iter()
        .rev()
        .map(|version| {
            let said = html! { p { (version.text.get(visit.language)) } @if let Some(who) = &version.agreed_by { p class="hint" { (who) } } };
            (version.since, said)
        })
        .collect();
    let own: Vec<_> = adjustments.all.iter().filter(|one| one.what.article == article.id).collect();
    let survey = adjustments.survey.as_ref();
    let readings = told.rounds.as_deref().map(|rounds| readings(visit, article, survey, rounds));
    let touching = told.signals.as_ref().map(|signals| touching(visit, article, signals));
    let content = html! {
        (heading(visit, &capital(&title)))
        p class="lead" { (article.text.get(visit.language)) }
        p class="hint" { (since(visit, article.since, article.agreed_by.as_deref())) }
        @if let Some(readings) = readings { (readings) }
        @if let Some(touching) = touching { (touching) }
        h2 { (visit.t(Word::ArticleAdjustments)) }
        @if own.is_empty() { p { (visit.t(Word::ArticleNoAdjustments)) } }
        ul class="plain" {
            @for one in own {
                li { a href=(visit.to(&format!("/adjustment/{}", one.id))) { (one.what.title.get(visit.language)) } " · " (adjustment_state(visit.language, one.state)) }
            }
        }
        @if visit.may(Action::Adjust) {
            p { a class="button" href=(visit.to(&format!("/adjustments/new?article={}", article.id))) { (visit.t(Word::AdjustmentPropose)) } }
        }
        h2 { (visit.t(Word::ArticleVersions)) }
        (timeline(visit.language, &versions))
    };
    Ok(page(site, visit, &title, content))
}

/// A title that begins with a capital.
fn capital(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Statements about this kind of article, with what the last round that asked them may show.
fn readings(visit: &Visit, article: &Article, survey: Option<&Survey>, rounds: &[RoundInput]) -> Markup {
    let about = survey.into_iter().flat_map(|survey| &survey.statements);
    let rows: Vec<Vec<Markup>> = about
        .filter(|statement| statement.article == Some(article.kind) && statement.block.has_reading())
        .map(|statement| {
            // A round that asked it in other words says nothing about these.
            let asked_so = |round: &&RoundInput| {
                survey.is_some_and(|survey| round.survey.asks_alike(survey, &statement.id))
            };
            let last = rounds.iter().rev().filter(asked_so).find_map(|round| {
                let (_, figure) = round.figures.statements().iter().find(|(id, _)| *id == statement.id)?;
                Some((round.number, figure))
            });
            let (number, mean) = match last {
                Some((number, figure)) => {
                    (number.to_string(), wording::mean_or_too_few(visit.language, figure.mean()))
                }
                None => ("–".to_owned(), visit.t(Word::ArticleNotAsked)),
            };
            vec![html! { (statement.text.get(visit.language)) }, html! { (mean) }, html! { (number) }]
        })
        .collect();
    html! {
        h2 { (visit.t(Word::ArticleReadings)) }
        @if rows.is_empty() { p { (visit.t(Word::ArticleNoStatements)) } }
        @else { (table(visit, &visit.t(Word::ArticleReadingsCaption), &[Word::ArticleStatement, Word::ArticleMean, Word::ArticleRound], &rows)) }
    }
}

/// Signals and conversations that touch this kind of article: with names for facilitators, without for others.
fn touching(visit: &Visit, article: &Article, Signals { radar, own }: &Signals) -> Markup {
    let touches = |figure: &crate::insight::disclosure::signals::SignalFigure| {
        article_kinds(radar.survey.as_ref(), figure).contains(&article.kind)
    };
    let names: Vec<&str> = radar
        .signals
        .iter()
        .filter(|one| one.latest().first().is_some_and(touches))
        .map(|one| one.name.as_str())
        .collect();
    let conversations: Vec<_> = radar
        .signals
        .iter()
        .filter(|one| names.contains(&one.name.as_str()))
        // Whom a signal is about is for facilitators: what was said with them would tell it.
        .filter(|one| visit.may(Action::WorkSignals) || !one.is_about_partner())
        .flat_map(|one| &one.conversations)
        .collect();
    let said: Vec<(Option<String>, String)> = if visit.may(Action::WorkSignals) {
        let of = |one: &work_signals::Watched| {
            let entry = entries(&radar.agreement, radar.survey.as_ref(), &one.latest(), visit.language)
                .into_iter()
                .next()?;
            Some((Some(one.name.clone()), entry.sentence))
        };
        radar.signals.iter().filter(|one| names.contains(&one.name.as_str())).filter_map(of).collect()
    } else {
        let latest: Vec<_> = own
            .signals
            .iter()
            .filter(|one| Some(one.round()) == own.round && touches(one))
            .cloned()
            .collect();
        let said = entries(&radar.agreement, radar.survey.as_ref(), &latest, visit.language);
        said.into_iter().map(|entry| (None, entry.sentence)).collect()
    };
    html! {
        h2 { (visit.t(Word::ArticleSignals)) }
        @if said.is_empty() { p { (visit.t(Word::ArticleNoSignals)) } }
        ul class="plain" {
            @for (name, sentence) in said {
                li {
                    @match name {
                        Some(name) => a href=(visit.to(&format!("/signal/{name}"))) { (sentence) },
                        None => (sentence),
                    }
                }
            }
        }
        @if !conversations.is_empty() {
            h2 { (visit.t(Word::ArticleConversations)) }
            ul class="plain" {
                @for one in conversations {
                    li { a href=(visit.to(&format!("/conversation/{}", one.id))) { (conversation_kind(visit.language, one.kind)) } " · " (conversation_state(visit.language, one.state)) }
                }
            }
        }
    }
}
