//! Rounds: those that were, the next ones, what would be sent when; pause, call off, extend.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use maud::{Markup, html};

use crate::app::local_day;
use crate::app::round::{rehearse, share_round};
use crate::domain::calendar::find_zone;
use crate::domain::round::RoundState;
use crate::store::round::Round;
use crate::web::desk::shell::{button, form, heading, page, table};
use crate::web::desk::visit::Visit;
use crate::web::parts::{self, Field};
use crate::web::problem::Problem;
use crate::web::{Answer, Site, see_other};
use crate::words::{Phrase, Word, day, message_kind, round_state, tr};

fn when(visit: &Visit, at: DateTime<Utc>, zone: &str) -> String {
    let local = at.with_timezone(&find_zone(zone).unwrap_or(chrono_tz::UTC));
    format!("{}, {}", day(visit.language, local.date_naive()), local.format("%H:%M"))
}

/// `GET …/rounds`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let zone = &place.time_zone;
    let rounds = share_round::list(&site.service, place.id).await?;
    let plan = rehearse::rehearse(&site.service, place.id, visit.now).await?;
    let open = rounds.iter().find(|round| round.state == RoundState::Open);
    let has_planned = rounds.iter().any(|round| round.state == RoundState::Planned);
    let row = |round: &Round| -> Vec<Markup> {
        vec![
            html! { (round.number.map_or("–".to_owned(), |number| number.to_string())) },
            html! { (round_state(visit.language, round.state)) },
            html! { (when(visit, round.plan.opens_at, zone)) },
            html! { (when(visit, round.plan.closes_at, zone)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = rounds.iter().rev().take(20).map(row).collect();
    let sends: Vec<Vec<Markup>> = plan
        .sends
        .iter()
        .map(|send| {
            vec![
                html! { (when(visit, send.at, zone)) },
                html! { (message_kind(visit.language, send.kind)) },
                html! { (send.n_at_most) },
            ]
        })
        .collect();
    let next: Vec<String> = plan.next.iter().map(|at| when(visit, *at, zone)).collect();
    let own = visit.to("/rounds");
    let title = visit.t(Word::RoundsTitle);
    let content = html! {
        (heading(visit, &title))
        @if plan.is_paused { p class="notice" { (visit.t(Word::RoundsPaused)) } }
        h2 { (visit.t(Word::RoundsNext)) }
        @if next.is_empty() { p { (visit.t(Word::RoundsNoNext)) } }
        ul class="plain" { @for at in &next { li { (at) } } }
        @if !sends.is_empty() {
            (table(visit, &visit.t(Word::RoundsRehearsal), &[Word::RehearsalWhen, Word::RehearsalKind, Word::RehearsalN], &sends))
            p class="hint" { (visit.t(Word::RoundsRehearsalHint)) }
        }
        div class="buttons" {
            @if plan.is_paused { (button(site, visit, &own, "do", "resume", &visit.t(Word::RoundsResume))) }
            @else { (button(site, visit, &own, "do", "pause", &visit.t(Word::RoundsPause))) }
            @if has_planned { (button(site, visit, &own, "do", "skip", &visit.t(Word::RoundsSkip))) }
        }
        @if let Some(open) = open {
            h2 { (tr(visit.language, Phrase::RoundsOpen { round: open.number.unwrap_or(0).into() })) }
            (form(site, visit, &own, html! {
                input type="hidden" name="round" value=(open.number.unwrap_or(0));
                (parts::line(&Field { name: "until", label: &visit.t(Word::RoundsUntil), hint: None, problem: None }, "date", &local_day(open.plan.closes_at, zone).to_string(), 10))
                div class="buttons" {
                    button type="submit" name="do" value="extend" { (visit.t(Word::RoundsExtend)) }
                    button type="submit" class="quiet" name="do" value="cancel" { (visit.t(Word::RoundsCancel)) }
                }
            }))
        }
        (table(visit, &visit.t(Word::RoundsCaption), &[Word::RoundNumber, Word::RoundState, Word::RoundOpens, Word::RoundCloses], &rows))
    };
    Ok(page(site, visit, &title, content))
}

/// `POST …/rounds`.
pub async fn change(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let (service, id, who, now) = (&site.service, place.id, visit.who(), visit.now);
    let number = || visit.field("round").parse::<u32>().map_err(|_| Problem::BadForm);
    match visit.field("do") {
        "pause" => {
            share_round::pause(service, id, true, who, now).await?;
        }
        "resume" => {
            share_round::pause(service, id, false, who, now).await?;
        }
        "skip" => {
            share_round::skip_next(service, id, who, now).await?;
        }
        "cancel" => {
            share_round::cancel(service, id, number()?, who, now).await?;
        }
        "extend" => {
            let on: NaiveDate = visit.field("until").parse().map_err(|_| Problem::Unprocessable)?;
            let zone = find_zone(&place.time_zone).unwrap_or(chrono_tz::UTC);
            let last = on.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN));
            let until = last.and_local_timezone(zone).latest().map_or(last.and_utc(), |at| at.to_utc());
            share_round::extend(service, id, number()?, until, who, now).await?;
        }
        _ => return Err(Problem::BadForm),
    }
    Ok(see_other(&visit.to("/rounds")))
}
