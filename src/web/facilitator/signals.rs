//! Signals to discuss: a list in words, no league table; and one signal with everything that was done about it.

use chrono::NaiveDate;
use http::StatusCode;
use maud::{Markup, PreEscaped, html};

use crate::app::agreement::dossier::Dossier;
use crate::app::local_day;
use crate::app::report::make_report;
use crate::app::signals::work_signals::{self, Radar, Watched};
use crate::domain::conversation::SignalWork;
use crate::domain::period::Period;
use crate::report::facts::Facts;
use crate::report::figures::Figures;
use crate::report::figures::group::draw_evidence;
use crate::report::look::Look;
use crate::report::wording::signals::{SignalText, article_kinds, entries};
use crate::store::conversation::{self, Worked};
use crate::web::desk::shell::{form, heading, page, page_with};
use crate::web::desk::visit::Visit;
use crate::web::parts::{self, Field, timeline};
use crate::web::problem::Problem;
use crate::web::{Answer, Site, see_other};
use crate::words::{Phrase, Word, conversation_kind, conversation_state, day, tr};

/// Longest note.
const MAX_NOTE: usize = 1000;

/// The words of a signal as it was last.
fn entry(visit: &Visit, radar: &Radar, watched: &Watched) -> Option<SignalText> {
    entries(&radar.agreement, radar.survey.as_ref(), &watched.latest(), visit.language).into_iter().next()
}

/// `GET …/signals`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    let (radar, facts) = gather(visit, site, |radar| radar.round).await?;
    let title = visit.t(Word::SignalsTitle);
    let wanted = visit.request.query("show").unwrap_or("open");
    let shown: Vec<&Watched> = radar
        .signals
        .iter()
        .filter(|one| match wanted {
            "dismissed" => one.is_dismissed(),
            "past" => !one.is_open && !one.is_dismissed(),
            _ => one.is_open && !one.is_dismissed(),
        })
        .collect();
    let choices =
        [("open", Word::SignalsOpen), ("past", Word::SignalsPast), ("dismissed", Word::SignalsDismissed)];
    let content = html! {
        (heading(visit, &title))
        @match radar.round {
            None => p { (visit.t(Word::SignalsNoRound)) },
            Some(round) => p { (tr(visit.language, Phrase::SignalsLead { round: round.into() })) },
        }
        nav class="filters" aria-label=(visit.t(Word::SignalsFilter)) {
            ul class="inline" {
                @for (value, key) in choices {
                    li { a href=(visit.to(&format!("/signals?show={value}"))) aria-current=[(wanted == value).then_some("true")] { (visit.t(key)) } }
                }
            }
        }
        @if radar.has_small && wanted == "open" {
            p class="notice" { (visit.t(Word::SignalsSmall)) }
        } @else if shown.is_empty() && radar.round.is_some() {
            p class="notice" { (visit.t(Word::SignalsNone)) }
        }
        @for one in shown {
            @if let Some(entry) = entry(visit, &radar, one) { (card(visit, one, &entry, facts.as_ref())) }
        }
    };
    Ok(page(site, visit, &title, content))
}

/// The agreement's signals, and the facts up to one of its rounds: what the small lines and the trend are drawn from.
/// No facts when `until` names no round.
async fn gather(
    visit: &Visit,
    site: &Site,
    until: impl FnOnce(&Radar) -> Option<u32> + Send + 'static,
) -> Result<(Radar, Option<Facts>), Problem> {
    let id = visit.place()?.id;
    let found = site
        .service
        .store
        .read("read signals", move |c| {
            let dossier = Dossier::read(c, id)?;
            let radar = work_signals::radar_of(&dossier, &conversation::list_work(c, id)?)?;
            let until = until(&radar);
            let last = dossier.rounds.iter().find(|one| until.is_some() && one.round.number == until);
            let facts = last.map(|one| {
                let opened_on = local_day(one.round.plan.opens_at, &dossier.agreement.time_zone);
                make_report::facts_of(&dossier, Period::quarter_of(opened_on), opened_on)
            });
            Ok((radar, facts.transpose()?))
        })
        .await?;
    Ok(found)
}

/// The small line beside a signal. Its sentence says what it shows.
fn evidence(facts: Option<&Facts>, entry: &SignalText) -> Markup {
    let drawn = facts.and_then(|facts| draw_evidence(facts, entry.of[0].episode(), entry).ok());
    html! {
        @if let Some(drawn) = drawn {
            div class="evidence" {
                (PreEscaped(drawn.beside_words(&Look::HOUSE)))
            }
        }
    }
}

/// The trend behind a signal about the whole agreement: its own theme's, or the first theme's when it is about all.
fn trend(visit: &Visit, facts: Option<&Facts>, entry: &SignalText) -> Markup {
    let signal = &entry.of[0];
    let Some(facts) = facts.filter(|_| !signal.is_about_partner()) else { return html! {} };
    let place =
        facts.dimensions.iter().position(|dimension| Some(dimension.id.as_str()) == signal.dimension());
    let figures = Figures::draw(facts, visit.language).ok();
    let drawn = figures.and_then(|figures| figures.trends.into_iter().nth(place.unwrap_or(0)));
    html! {
        @if let Some(drawn) = drawn {
            figure { div class="drawing" role="group" tabindex="0" aria-label=(visit.t(Word::FigureScrolls)) { (PreEscaped(drawn.svg)) } }
        }
    }
}

fn card(visit: &Visit, watched: &Watched, entry: &SignalText, facts: Option<&Facts>) -> Markup {
    let planned = watched.conversations.len();
    html! {
        section class="card signal" {
            p class="eyebrow" { (entry.level) " · " (entry.certainty) }
            (evidence(facts, entry))
            h2 { a href=(visit.to(&format!("/signal/{}", watched.name))) { (entry.sentence) } }
            @if !entry.touches.is_empty() { p { (entry.touches) } }
            @if planned > 0 { p { (tr(visit.language, Phrase::SignalConversations { n: planned.into() })) } }
        }
    }
}

/// `GET …/signal/{}`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    show_with(visit, site, None).await
}

async fn show_with(visit: &Visit, site: &Site, problem: Option<(&str, String)>) -> Answer {
    let place = visit.place()?;
    let name = visit.part(0).to_owned();
    let last_of = move |radar: &Radar| {
        let watched = radar.signals.iter().find(|one| one.name == name)?;
        watched.rounds.iter().map(|one| one.round()).max()
    };
    let (radar, facts) = gather(visit, site, last_of).await?;
    let watched = radar.signals.iter().find(|one| one.name == visit.part(0)).ok_or(Problem::NotFound)?;
    let entry = entry(visit, &radar, watched).ok_or(Problem::NotFound)?;
    let own = visit.to(&format!("/signal/{}", watched.name));
    let articles: Vec<_> = watched
        .latest()
        .first()
        .map(|figure| article_kinds(radar.survey.as_ref(), figure))
        .into_iter()
        .flat_map(|kinds| {
            radar.agreement.articles.iter().filter(move |article| kinds.contains(&article.kind))
        })
        .collect();
    let rounds: Vec<String> = watched.rounds.iter().map(|one| one.round().to_string()).collect();
    let problem_of =
        |name: &str| problem.as_ref().filter(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    let problems: Vec<_> = problem.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    let title = parts::title_with_errors(visit.language, &entry.sentence, problem.is_some());
    let mut dated = history(visit, watched, &place.time_zone);
    dated.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    let content = html! {
        (parts::error_summary(visit.language, &problems))
        (heading(visit, &entry.sentence))
        p class="eyebrow" { (entry.level) " · " (entry.certainty) }
        dl class="inputs" {
            dt { (visit.t(Word::SignalRounds)) } dd { (rounds.join(", ")) }
            dt { (visit.t(Word::SignalState)) } dd {
                @if watched.is_dismissed() { (visit.t(Word::SignalIsDismissed)) }
                @else if watched.is_open { (visit.t(Word::SignalIsOpen)) }
                @else { (visit.t(Word::SignalIsPast)) }
            }
        }
        (evidence(facts.as_ref(), &entry))
        (trend(visit, facts.as_ref(), &entry))
        h2 { (visit.t(Word::SignalAsk)) }
        ul { @for prompt in &entry.prompts { li { (prompt) } } }
        @if !articles.is_empty() {
            h2 { (visit.t(Word::SignalArticles)) }
            @for article in articles {
                p { a href=(visit.to(&format!("/article/{}", article.id))) { (article.text.get(visit.language)) } }
            }
        }
        h2 { (visit.t(Word::SignalDo)) }
        p class="buttons" {
            a class="button" href=(visit.to(&format!("/conversations/new?signal={}", watched.name))) { (visit.t(Word::ConversationPlan)) }
            a class="button quiet" href=(visit.to(&format!("/adjustments/new?signal={}", watched.name))) { (visit.t(Word::AdjustmentPropose)) }
        }
        (form(site, visit, &own, html! {
            (parts::area(&Field { name: "note", label: &visit.t(Word::SignalNote), hint: None, problem: problem_of("note") }, "", MAX_NOTE))
            button type="submit" name="do" value="noted" { (visit.t(Word::SignalNoteSend)) }
        }))
        @if watched.is_dismissed() {
            (form(site, visit, &own, html! { button type="submit" class="quiet" name="do" value="reopened" { (visit.t(Word::SignalReopen)) } }))
        } @else {
            (form(site, visit, &own, html! {
                (parts::area(&Field { name: "reason", label: &visit.t(Word::SignalReason), hint: Some(&visit.t(Word::SignalReasonHint)), problem: problem_of("reason") }, "", MAX_NOTE))
                button type="submit" class="quiet" name="do" value="dismissed" { (visit.t(Word::SignalDismiss)) }
            }))
        }
        h2 { (visit.t(Word::SignalHistory)) }
        @if dated.is_empty() { p { (visit.t(Word::SignalHistoryNone)) } }
        (timeline(visit.language, &dated))
        p { a href=(visit.to("/signals")) { (visit.t(Word::SignalsBack)) } }
    };
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(site, visit, status, &title, content))
}

/// What was done, planned, held and adjusted because of a signal.
fn history(visit: &Visit, watched: &Watched, time_zone: &str) -> Vec<(NaiveDate, Markup)> {
    let mut dated = Vec::new();
    for work in &watched.work {
        let what = match work.kind {
            SignalWork::Noted => Word::WorkNoted,
            SignalWork::Dismissed => Word::WorkDismissed,
            SignalWork::Reopened => Word::WorkReopened,
        };
        dated.push((
            local_day(work.at, time_zone),
            html! { h3 { (visit.t(what)) } @if !work.text.is_empty() { p { (work.text) } } },
        ));
    }
    for one in &watched.conversations {
        let words = html! {
            h3 { a href=(visit.to(&format!("/conversation/{}", one.id))) { (conversation_kind(visit.language, one.kind)) } }
            p { (conversation_state(visit.language, one.state)) @if !one.with_whom.is_empty() { " · " (one.with_whom) } }
            @if !one.outcome.is_empty() { p { (one.outcome) } }
        };
        dated.push((local_day(one.starts_at, time_zone), words));
    }
    for one in &watched.adjustments {
        let words = html! {
            h3 { a href=(visit.to(&format!("/adjustment/{}", one.id))) { (one.what.title.get(visit.language)) } }
            p { (crate::words::adjustment_state(visit.language, one.state)) }
        };
        dated.push((one.what.on, words));
    }
    dated
}

/// `POST …/signal/{}`.
pub async fn work(visit: &Visit, site: &Site) -> Answer {
    let kind = SignalWork::find(visit.field("do")).ok_or(Problem::BadForm)?;
    let (name, text) = match kind {
        SignalWork::Noted => ("note", visit.field("note")),
        SignalWork::Dismissed => ("reason", visit.field("reason")),
        SignalWork::Reopened => ("", ""),
    };
    if kind != SignalWork::Reopened && (text.is_empty() || text.chars().count() > MAX_NOTE) {
        return show_with(visit, site, Some((name, visit.t(Word::ErrorText)))).await;
    }
    let worked = Worked {
        signal: visit.part(0).to_owned(),
        kind,
        text: text.to_owned(),
        by: Some(visit.own.account.id),
        at: visit.now,
    };
    if !work_signals::work(&site.service, visit.place()?.id, worked, visit.who()).await? {
        return Err(Problem::NotFound);
    }
    Ok(see_other(&visit.to(&format!("/signal/{}", visit.part(0)))))
}

/// A day and its weekday, for lists.
pub fn on(visit: &Visit, at: chrono::DateTime<chrono::Utc>, time_zone: &str) -> String {
    day(visit.language, local_day(at, time_zone))
}
