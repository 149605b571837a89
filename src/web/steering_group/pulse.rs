//! An extra pulse after a shock: choose a few statements, say why, and it goes out at once; its outcome when it closed.

use http::StatusCode;
use maud::{Markup, html};
use serde::Deserialize;

use crate::app::round::start_pulse::{self, MAX_STATEMENTS, OPEN_WORKING_DAYS, Pulses};
use crate::app::{AppError, local_day};
use crate::domain::round::RoundState;
use crate::report::wording;
use crate::web::desk::shell::{form, heading, page_with, table};
use crate::web::desk::visit::Visit;
use crate::web::parts::{self, Field};
use crate::web::{Answer, Site, see_other};
use crate::words::{Phrase, Word, day, tr};

/// Longest reason.
const MAX_REASON: usize = 300;

/// `GET …/pulse`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    show_with(visit, site, None).await
}

async fn show_with(visit: &Visit, site: &Site, problem: Option<(&'static str, String)>) -> Answer {
    let place = visit.place()?;
    let found = start_pulse::gather(&site.service, place.id).await?;
    let heading_text = visit.t(Word::PulseTitle);
    let title = parts::title_with_errors(visit.language, &heading_text, problem.is_some());
    let summary: Vec<_> = problem.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    let problem_of =
        |name: &str| problem.as_ref().filter(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &heading_text))
        p { (tr(visit.language, Phrase::PulseLead { most: MAX_STATEMENTS.into(), days: OPEN_WORKING_DAYS.into() })) }
        @if found.is_open { p class="notice" { (visit.t(Word::PulseIsOpen)) } }
        @else if let Some(survey) = &found.survey {
            (form(site, visit, &visit.to("/pulse"), html! {
                fieldset id="statement" class={ "statement" @if problem_of("statement").is_some() { " wrong" } } {
                    legend { (visit.t(Word::PulseChoose)) }
                    @if let Some(text) = problem_of("statement") { p class="error" { (text) } }
                    @for statement in &survey.statements {
                        label class="choice" for=(format!("s-{}", statement.id)) {
                            input type="checkbox" id=(format!("s-{}", statement.id)) name="statement" value=(statement.id);
                            span { (statement.text.get(visit.language)) }
                        }
                    }
                }
                (parts::area(&Field { name: "reason", label: &visit.t(Word::PulseReason), hint: Some(&visit.t(Word::PulseReasonHint)), problem: problem_of("reason") }, visit.field("reason"), MAX_REASON))
                button type="submit" { (visit.t(Word::PulseSend)) }
            }))
        }
        (past(visit, &found, &place.time_zone))
    };
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(site, visit, status, &title, content))
}

fn past(visit: &Visit, found: &Pulses, time_zone: &str) -> Markup {
    html! {
        @for (round, survey, figures) in &found.pulses {
            h2 { (tr(visit.language, Phrase::PulseOf { day: day(visit.language, local_day(round.plan.opens_at, time_zone)).into() })) }
            @match figures {
                Some(figures) if round.state.has_figures() => {
                    @let rows: Vec<Vec<Markup>> = figures.statements().iter().filter_map(|(id, figure)| {
                        let statement = survey.find_statement(id)?;
                        Some(vec![html! { (statement.text.get(visit.language)) }, html! { (wording::mean_or_too_few(visit.language, figure.mean())) }])
                    }).collect();
                    (table(visit, &visit.t(Word::PulseFigures), &[Word::ArticleStatement, Word::ArticleMean], &rows))
                },
                _ => p { @if round.state == RoundState::Open { (tr(visit.language, Phrase::PulseOpen { day: day(visit.language, local_day(round.plan.closes_at, time_zone)).into() })) } @else { (visit.t(Word::PulseNoFigures)) } },
            }
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    statement: Vec<String>,
    reason: String,
}

/// `POST …/pulse`.
pub async fn start(visit: &Visit, site: &Site) -> Answer {
    let Typed { statement: chosen, reason } = visit.read()?;
    if chosen.is_empty() || chosen.len() > MAX_STATEMENTS {
        return show_with(visit, site, Some(("statement", visit.t(Word::ErrorStatements)))).await;
    }
    if reason.is_empty() || reason.chars().count() > MAX_REASON {
        return show_with(visit, site, Some(("reason", visit.t(Word::ErrorText)))).await;
    }
    match start_pulse::start(&site.service, visit.place()?.id, chosen, reason, visit.who(), visit.now).await {
        Ok(_) => Ok(see_other(&visit.to("/pulse"))),
        Err(AppError::Refused(refusal)) => {
            show_with(visit, site, Some(("statement", refusal.say(visit.language)))).await
        }
        Err(error) => Err(error.into()),
    }
}
