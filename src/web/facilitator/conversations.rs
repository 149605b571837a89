//! Conversations: what is to come and what was held, one with its outcome, planning one, and a calendar to take along.

use chrono::{DateTime, Days, Duration, NaiveDateTime, NaiveTime, Utc};
use http::StatusCode;
use icalendar::{Calendar, Component, Event, EventLike, Property};
use maud::{Markup, html};
use serde::Deserialize;

use crate::app::signals::work_signals;
use crate::domain::adjustment::AdjustmentState;
use crate::domain::article::ArticleKind;
use crate::domain::calendar::find_zone;
use crate::domain::conversation::{ConversationKind, ConversationState};
use crate::domain::ids::{ConversationId, RequestId};
use crate::store::conversation::Conversation;
use crate::web::desk::shell::{download, form, heading, page, page_with, table};
use crate::web::desk::visit::Visit;
use crate::web::parts::{self, Field};
use crate::web::problem::Problem;
use crate::web::{Answer, Site, see_other};
use crate::words::{Phrase, Word, conversation_kind, conversation_state, day, tr};

/// Longest line and longest text of a conversation's form.
const MAX_LINE: usize = 120;
const MAX_TEXT: usize = 2000;
/// How long a conversation is in a calendar: an hour, as people plan.
const MINUTES: i64 = 60;

fn local(at: DateTime<Utc>, time_zone: &str) -> NaiveDateTime {
    at.with_timezone(&find_zone(time_zone).unwrap_or(chrono_tz::UTC)).naive_local()
}

fn when(visit: &Visit, at: DateTime<Utc>, time_zone: &str) -> String {
    let local = local(at, time_zone);
    format!("{}, {}", day(visit.language, local.date()), local.format("%H:%M"))
}

/// `GET …/conversations`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let (_, conversations, _) = work_signals::calendar(&site.service, place.id, visit.reader()).await?;
    let title = visit.t(Word::ConversationsTitle);
    let rows = |state: ConversationState| -> Vec<Vec<Markup>> {
        let of_state = conversations.iter().filter(|one| one.state == state);
        of_state
            .map(|one| {
                vec![
                    html! { a href=(visit.to(&format!("/conversation/{}", one.id))) { (conversation_kind(visit.language, one.kind)) } },
                    html! { (when(visit, one.starts_at, &place.time_zone)) },
                    html! { (one.with_whom) },
                    html! { (one.purpose) },
                ]
            })
            .collect()
    };
    let heads =
        [Word::ConversationKind, Word::ConversationWhen, Word::ConversationWith, Word::ConversationPurpose];
    let content = html! {
        (heading(visit, &title))
        @if conversations.is_empty() { p { (visit.t(Word::ConversationsNone)) } }
        p class="buttons" {
            @if visit.may(crate::domain::access::Action::WorkConversations) {
                a class="button" href=(visit.to("/conversations/new")) { (visit.t(Word::ConversationPlan)) }
            }
            a href=(visit.to("/calendar.ics")) { (visit.t(Word::ConversationCalendar)) }
        }
        @for (state, key) in [(ConversationState::Planned, Word::ConversationsPlanned), (ConversationState::Held, Word::ConversationsHeld), (ConversationState::Cancelled, Word::ConversationsCancelled)] {
            @let rows = rows(state);
            @if !rows.is_empty() { (table(visit, &visit.t(key), &heads, &rows)) }
        }
    };
    Ok(page(site, visit, &title, content))
}

/// What was typed into the form.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    kind: String,
    #[serde(rename = "with")]
    with_whom: String,
    on: String,
    at: String,
    place: String,
    purpose: String,
    signal: String,
    request: String,
}

impl Typed {
    /// The signal that it is about, by name.
    fn signal(&self) -> Option<String> {
        Some(self.signal.clone()).filter(|name| !name.is_empty())
    }

    /// The request that it is about.
    fn request(&self) -> Option<RequestId> {
        self.request.parse().ok().map(RequestId)
    }

    /// When it begins, or `None` when day or time cannot be read.
    fn starts_at(&self, time_zone: &str) -> Option<DateTime<Utc>> {
        let wall = self
            .on
            .parse::<chrono::NaiveDate>()
            .ok()?
            .and_time(NaiveTime::parse_from_str(&self.at, "%H:%M").ok()?);
        let zone = find_zone(time_zone).ok()?;
        wall.and_local_timezone(zone).earliest().map(|at| at.to_utc())
    }

    fn problems(&self, visit: &Visit, time_zone: &str) -> Vec<(&'static str, String)> {
        let mut problems = Vec::new();
        if ConversationKind::find(&self.kind).is_none() {
            problems.push(("kind", visit.t(Word::ErrorKind)));
        }
        if self.with_whom.is_empty() || self.with_whom.chars().count() > MAX_LINE {
            problems.push(("with", visit.t(Word::ErrorText)));
        }
        if self.starts_at(time_zone).is_none() {
            problems.push(("on", visit.t(Word::ErrorWhen)));
        }
        if self.place.chars().count() > MAX_LINE {
            problems.push(("place", visit.t(Word::ErrorText)));
        }
        if self.purpose.is_empty() || self.purpose.chars().count() > MAX_TEXT {
            problems.push(("purpose", visit.t(Word::ErrorText)));
        }
        problems
    }
}

/// `GET …/conversations/new`, for a signal or a request if the address names one.
pub async fn new(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let tomorrow =
        Some(place.today).and_then(|day| day.checked_add_days(Days::new(1))).unwrap_or(place.today);
    let typed = Typed {
        on: tomorrow.to_string(),
        at: "10:00".to_owned(),
        signal: visit.request.query("signal").unwrap_or_default().to_owned(),
        request: visit.request.query("request").unwrap_or_default().to_owned(),
        ..Typed::default()
    };
    new_form(visit, site, &typed, &[]).await
}

async fn new_form(visit: &Visit, site: &Site, typed: &Typed, problems: &[(&'static str, String)]) -> Answer {
    let place = visit.place()?;
    let id = place.id;
    let cast =
        site.service.store.read("read an agreement", move |c| crate::store::agreement::get(c, id)).await?;
    let heading_text = visit.t(Word::ConversationPlan);
    let title = parts::title_with_errors(visit.language, &heading_text, !problems.is_empty());
    let problem =
        |name: &str| problems.iter().find(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    let summary: Vec<_> = problems.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    let contact = cast.articles.iter().find(|article| article.kind == ArticleKind::Contact);
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &heading_text))
        @if let Some(article) = contact {
            div class="notice" { p { (visit.t(Word::ConversationArticle)) } p { (article.text.get(visit.language)) } }
        }
        (form(site, visit, &visit.to("/conversations"), html! {
            @if let Some(signal) = typed.signal() { input type="hidden" name="signal" value=(signal); }
            @if let Some(request) = typed.request() { input type="hidden" name="request" value=(request); }
            (parts::select(&Field { name: "kind", label: &visit.t(Word::ConversationKind), hint: None, problem: problem("kind") }, html! {
                option value="" { (visit.t(Word::Choose)) }
                @for kind in ConversationKind::ALL {
                    option value=(kind.code()) selected[typed.kind == kind.code()] { (conversation_kind(visit.language, kind)) }
                }
            }))
            (parts::line(&Field { name: "with", label: &visit.t(Word::ConversationWith), hint: Some(&visit.t(Word::ConversationWithHint)), problem: problem("with") }, "text", &typed.with_whom, MAX_LINE))
            (parts::line(&Field { name: "on", label: &visit.t(Word::ConversationDay), hint: None, problem: problem("on") }, "date", &typed.on, 10))
            (parts::line(&Field { name: "at", label: &visit.t(Word::ConversationTime), hint: None, problem: None }, "time", &typed.at, 5))
            (parts::line(&Field { name: "place", label: &visit.t(Word::ConversationPlace), hint: None, problem: problem("place") }, "text", &typed.place, MAX_LINE))
            (parts::area(&Field { name: "purpose", label: &visit.t(Word::ConversationPurpose), hint: None, problem: problem("purpose") }, &typed.purpose, MAX_TEXT))
            button type="submit" { (visit.t(Word::ConversationPlanSend)) }
        }))
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page_with(site, visit, status, &title, content))
}

/// `POST …/conversations`.
pub async fn plan(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let typed: Typed = visit.read()?;
    let problems = typed.problems(visit, &place.time_zone);
    let (Some(kind), Some(starts_at), true) =
        (ConversationKind::find(&typed.kind), typed.starts_at(&place.time_zone), problems.is_empty())
    else {
        return new_form(visit, site, &typed, &problems).await;
    };
    let new = Conversation {
        id: ConversationId(0),
        agreement: place.id,
        kind,
        signal: typed.signal(),
        request: typed.request(),
        with_whom: typed.with_whom,
        starts_at,
        place: typed.place,
        purpose: typed.purpose,
        state: ConversationState::Planned,
        outcome: String::new(),
        made_at: visit.now,
        revision: 0,
    };
    let planned = work_signals::plan(&site.service, new, visit.who(), visit.now).await?;
    let planned = planned.ok_or(Problem::NotFound)?;
    Ok(see_other(&visit.to(&format!("/conversation/{planned}"))))
}

async fn find(visit: &Visit, site: &Site) -> Result<Conversation, Problem> {
    let wanted = ConversationId(visit.number(0)?);
    let (_, conversations, _) =
        work_signals::calendar(&site.service, visit.place()?.id, visit.reader()).await?;
    conversations.into_iter().find(|one| one.id == wanted).ok_or(Problem::NotFound)
}

/// `GET …/conversation/{}`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let one = find(visit, site).await?;
    let place = visit.place()?;
    let title = conversation_kind(visit.language, one.kind);
    let own = visit.to(&format!("/conversation/{}", one.id));
    let may_work = visit.may(crate::domain::access::Action::WorkConversations);
    let back = |state: ConversationState, word: Word| {
        form(
            site,
            visit,
            &own,
            html! {
                input type="hidden" name="outcome" value=(one.outcome);
            input type="hidden" name="revision" value=(one.revision);
                button type="submit" class="quiet" name="state" value=(state.code()) { (visit.t(word)) }
            },
        )
    };
    let content = html! {
        (heading(visit, &title))
        dl class="inputs" {
            dt { (visit.t(Word::ConversationWhen)) } dd { (when(visit, one.starts_at, &place.time_zone)) }
            dt { (visit.t(Word::ConversationWith)) } dd { (one.with_whom) }
            @if !one.place.is_empty() { dt { (visit.t(Word::ConversationPlace)) } dd { (one.place) } }
            dt { (visit.t(Word::ConversationPurpose)) } dd { (one.purpose) }
            dt { (visit.t(Word::ConversationState)) } dd { (conversation_state(visit.language, one.state)) }
        }
        @if let (Some(signal), true) = (&one.signal, visit.may(crate::domain::access::Action::WorkSignals)) {
            p { a href=(visit.to(&format!("/signal/{signal}"))) { (visit.t(Word::ConversationSignal)) } }
        }
        @if !one.outcome.is_empty() { h2 { (visit.t(Word::ConversationOutcome)) } p { (one.outcome) } }
        @if may_work {
            @if one.state == ConversationState::Planned {
                (form(site, visit, &own, html! {
                    input type="hidden" name="revision" value=(one.revision);
                    (parts::area(&Field { name: "outcome", label: &visit.t(Word::ConversationOutcome), hint: Some(&visit.t(Word::ConversationOutcomeHint)), problem: None }, &one.outcome, MAX_TEXT))
                    div class="buttons" {
                        button type="submit" name="state" value="held" { (visit.t(Word::ConversationHeld)) }
                        button type="submit" class="quiet" name="state" value="cancelled" { (visit.t(Word::ConversationCancel)) }
                    }
                }))
            } @else {
                (back(ConversationState::Planned, Word::ConversationReopen))
            }
            @if one.state == ConversationState::Held {
                @let from = one.signal.as_ref().map_or(String::new(), |signal| format!("?signal={signal}"));
                p { a class="button" href=(visit.to(&format!("/adjustments/new{from}"))) { (visit.t(Word::AdjustmentPropose)) } }
            }
        }
        p { a href=(visit.to("/conversations")) { (visit.t(Word::ConversationsBack)) } }
    };
    Ok(page(site, visit, &title, content))
}

/// `POST …/conversation/{}`.
pub async fn change(visit: &Visit, site: &Site) -> Answer {
    let state = ConversationState::find(visit.field("state")).ok_or(Problem::BadForm)?;
    let outcome = visit.field("outcome");
    if outcome.chars().count() > MAX_TEXT {
        return Err(Problem::Unprocessable);
    }
    let id = ConversationId(visit.number(0)?);
    let seen = visit.field("revision").parse().map_err(|_| Problem::BadForm)?;
    let moved = work_signals::Moved { state, outcome: outcome.to_owned(), seen };
    match work_signals::change(&site.service, visit.place()?.id, id, moved, visit.who(), visit.now).await? {
        None => return Err(Problem::NotFound),
        Some(false) => return Err(Problem::Outdated),
        Some(true) => {}
    }
    Ok(see_other(&visit.to(&format!("/conversation/{id}"))))
}

/// `GET …/calendar.ics`: planned conversations and days to look back at adjustments (iCalendar, RFC 5545).
pub async fn calendar(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let (cast, conversations, adjustments) =
        work_signals::calendar(&site.service, place.id, visit.reader()).await?;
    let host =
        site.service.config.mail.from.split_once('@').map_or("localhost", |(_, domain)| domain).to_owned();
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Polsslag//Polsslag//NL"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .name(&plain(cast.title.get(visit.language)));
    for one in conversations.iter().filter(|one| one.state != ConversationState::Held) {
        let summary = format!("{}: {}", conversation_kind(visit.language, one.kind), one.with_whom);
        let status = if one.state == ConversationState::Cancelled { "CANCELLED" } else { "CONFIRMED" };
        calendar.push(
            Event::new()
                .uid(&format!("conversation-{}-{}@{host}", place.slug, one.id))
                .timestamp(one.made_at)
                .sequence(one.revision)
                .starts(one.starts_at)
                .ends(one.starts_at + Duration::minutes(MINUTES))
                .summary(&plain(&summary))
                .description(&plain(&one.purpose))
                .location(&plain(&one.place))
                .add_property("STATUS", status)
                .done(),
        );
    }
    for one in adjustments.iter().filter(|one| one.state == AdjustmentState::InForce) {
        let on = one.what.review_on;
        let title = one.what.title.get(visit.language).to_owned();
        calendar.push(
            Event::new()
                .uid(&format!("review-{}-{}@{host}", place.slug, one.id))
                .timestamp(one.what.on.and_time(NaiveTime::MIN).and_utc())
                .starts(on)
                .ends(on.checked_add_days(Days::new(1)).unwrap_or(on))
                .summary(&plain(&tr(visit.language, Phrase::CalendarReview { title: title.into() })))
                .done(),
        );
    }
    let name = format!("{}.ics", place.slug);
    Ok(download("text/calendar; charset=utf-8", &name, calendar.to_string().into_bytes()))
}

/// A text without anything that a calendar could read as a line of its own.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}
