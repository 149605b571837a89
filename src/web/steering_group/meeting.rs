//! Meetings: an agenda made from the state of affairs, and decisions written on a screen that everyone watches.

use maud::{Markup, html};

use super::page::gather;
use crate::app::agreement::adjust_article::is_due;
use crate::app::agreement::learn::{self, MeetingChange};
use crate::domain::adjustment::AdjustmentState;
use crate::domain::ids::MeetingId;
use crate::report::wording::signals::entries;
use crate::store::learning::{self, Meeting, Point};
use crate::web::desk::shell::{button, form, heading, page};
use crate::web::desk::visit::Visit;
use crate::web::parts::{self, Field};
use crate::web::problem::Problem;
use crate::web::{Answer, Site, see_other};
use crate::words::{Phrase, Word, day, tr};

/// Longest line and longest decision.
const MAX_LINE: usize = 200;
const MAX_TEXT: usize = 2000;

/// `GET …/meetings`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let id = place.id;
    let meetings = site.service.store.read("list meetings", move |c| learning::list_meetings(c, id)).await?;
    let title = visit.t(Word::MeetingsTitle);
    let content = html! {
        (heading(visit, &title))
        p { (visit.t(Word::MeetingsLead)) }
        (form(site, visit, &visit.to("/meetings"), html! {
            (parts::line(&Field { name: "on", label: &visit.t(Word::MeetingOn), hint: None, problem: None }, "date", &place.today.to_string(), 10))
            button type="submit" { (visit.t(Word::MeetingBegin)) }
        }))
        @if !meetings.is_empty() {
            h2 { (visit.t(Word::MeetingsPast)) }
            ul class="plain" {
                @for (number, on, is_closed) in &meetings {
                    li {
                        a href=(visit.to(&format!("/meeting/{number}"))) { (day(visit.language, *on)) }
                        @if *is_closed { " · " (visit.t(Word::MeetingIsClosed)) }
                    }
                }
            }
        }
    };
    Ok(page(site, visit, &title, content))
}

/// The agenda: signals without names, adjustments to look back at, proposals to decide.
async fn agenda(visit: &Visit, site: &Site) -> Result<Vec<Point>, Problem> {
    let place = visit.place()?;
    let gathered = gather(visit, site).await?;
    let point = |title: String, why: String, adjustment| Point {
        position: 0,
        title,
        why,
        adjustment,
        decision: String::new(),
    };
    let (agreement, survey) = &gathered.facts.context;
    let mut points: Vec<Point> = entries(agreement, survey.as_ref(), &gathered.facts.signals, visit.language)
        .into_iter()
        .take(crate::report::wording::summary::MAX_EACH)
        .map(|entry| point(entry.sentence, entry.prompts.join(" "), None))
        .collect();
    for one in &gathered.adjustments.all {
        let title = one.what.title.get(visit.language).to_owned();
        if is_due(one, place.today) {
            points.push(point(
                tr(visit.language, Phrase::AgendaReview { title: title.into() }),
                visit.t(Word::AgendaReviewWhy),
                Some(one.id),
            ));
        } else if one.state == AdjustmentState::Proposed {
            let why = one.what.why.get(visit.language).to_owned();
            points.push(point(
                tr(visit.language, Phrase::AgendaProposal { title: title.into() }),
                why,
                Some(one.id),
            ));
        }
    }
    if points.is_empty() {
        points.push(point(visit.t(Word::AgendaQuiet), gathered.summary.state, None));
    }
    Ok(points)
}

/// `POST …/meetings`.
pub async fn begin(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let on = match visit.field("on") {
        "" => place.today,
        text => text.parse().map_err(|_| Problem::Unprocessable)?,
    };
    let points = agenda(visit, site).await?;
    let number = learn::begin_meeting(&site.service, place.id, on, points, visit.who(), visit.now).await?;
    Ok(see_other(&visit.to(&format!("/meeting/{number}"))))
}

/// `GET …/meeting/{}`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let number = MeetingId(visit.number(0)?);
    let found =
        learn::find_meeting(&site.service, visit.place()?.id, number).await?.ok_or(Problem::NotFound)?;
    let title = tr(visit.language, Phrase::MeetingTitle { day: day(visit.language, found.held_on).into() });
    let own = visit.to(&format!("/meeting/{number}"));
    let content = html! {
        (heading(visit, &title))
        @if found.is_closed {
            p class="notice" { (visit.t(Word::MeetingIsClosed)) }
            @if !found.present.is_empty() { p { (visit.t(Word::MeetingPresent)) ": " (found.present) } }
        } @else {
            (form(site, visit, &own, html! {
                (parts::line(&Field { name: "present", label: &visit.t(Word::MeetingPresent), hint: None, problem: None }, "text", &found.present, MAX_LINE))
                button type="submit" class="quiet" name="do" value="present" { (visit.t(Word::MeetingKeep)) }
            }))
        }
        ol class="agenda" { @for point in &found.points { (point_of(visit, site, &found, point, &own)) } }
        @if !found.is_closed {
            h2 { (visit.t(Word::MeetingAdd)) }
            (form(site, visit, &own, html! {
                (parts::line(&Field { name: "title", label: &visit.t(Word::MeetingPoint), hint: None, problem: None }, "text", "", MAX_LINE))
                button type="submit" class="quiet" name="do" value="add" { (visit.t(Word::MeetingAddSend)) }
            }))
            (button(site, visit, &own, "do", "close", &visit.t(Word::MeetingClose)))
        } @else {
            (button(site, visit, &own, "do", "reopen", &visit.t(Word::MeetingReopen)))
        }
    };
    Ok(page(site, visit, &title, content))
}

fn point_of(visit: &Visit, site: &Site, meeting: &Meeting, point: &Point, own: &str) -> Markup {
    let name = format!("decision-{}", point.position);
    html! {
        li {
            h2 { (point.title) }
            p { (point.why) }
            @if let Some(adjustment) = point.adjustment { p { a href=(visit.to(&format!("/adjustment/{adjustment}"))) { (visit.t(Word::MeetingToAdjustment)) } } }
            @if meeting.is_closed {
                p class="outcome" { @if point.decision.is_empty() { (visit.t(Word::MeetingNoDecision)) } @else { (point.decision) } }
            } @else {
                (form(site, visit, own, html! {
                    input type="hidden" name="point" value=(point.position);
                    (parts::area(&Field { name: &name, label: &visit.t(Word::MeetingDecision), hint: None, problem: None }, &point.decision, MAX_TEXT))
                    button type="submit" name="do" value="decide" { (visit.t(Word::MeetingDecide)) }
                }))
            }
        }
    }
}

/// `POST …/meeting/{}`.
pub async fn change(visit: &Visit, site: &Site) -> Answer {
    let number = MeetingId(visit.number(0)?);
    let within = |text: &str, most: usize| text.chars().count() <= most;
    let change = match visit.field("do") {
        "decide" => {
            let position: u32 = visit.field("point").parse().map_err(|_| Problem::BadForm)?;
            let decision = visit.field(&format!("decision-{position}"));
            if !within(decision, MAX_TEXT) {
                return Err(Problem::Unprocessable);
            }
            MeetingChange::Decide(position, decision.to_owned())
        }
        "add" => {
            let title = visit.field("title");
            if title.is_empty() || !within(title, MAX_LINE) {
                return Err(Problem::Unprocessable);
            }
            MeetingChange::Add(Point {
                position: 0,
                title: title.to_owned(),
                why: String::new(),
                adjustment: None,
                decision: String::new(),
            })
        }
        "present" if within(visit.field("present"), MAX_LINE) => {
            MeetingChange::Present(visit.field("present").to_owned())
        }
        "close" => MeetingChange::Close(true),
        "reopen" => MeetingChange::Close(false),
        _ => return Err(Problem::Unprocessable),
    };
    let id = visit.place()?.id;
    if !learn::change_meeting(&site.service, id, number, change, visit.who(), visit.now).await? {
        return Err(Problem::NotFound);
    }
    Ok(see_other(&visit.to(&format!("/meeting/{number}"))))
}
