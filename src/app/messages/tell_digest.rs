//! Facilitators hear at most once a week how much there is to look at: counts and a link, by mail or in a chat.

use chrono::{DateTime, Datelike, Duration, Utc, Weekday};
use rusqlite::Connection;

use crate::app::messages::queue_message::queue_to_facilitators;
use crate::app::signals::find_signals::{self, signal_name};
use crate::app::{AppError, Service, local_day};
use crate::config::Audience;
use crate::delivery::compose::account::Todo;
use crate::domain::adjustment::AdjustmentState;
use crate::domain::conversation::{ConversationState, is_dismissed};
use crate::domain::ids::AgreementId;
use crate::domain::message::MessageKind;
use crate::domain::request::RequestState;
use crate::insight::disclosure::signals::Reader;
use crate::store::outbox::{NewMessage, Recipient};
use crate::store::{adjustment, agreement, conversation, outbox, request, round, setting};

/// The weekday and hour (local time) from which a week's digest goes. Source: product decision; the week begins with it.
const SENT_ON: (Weekday, u32) = (Weekday::Mon, 8);

/// What there is to look at at an instant: what is new since a week before it.
pub fn count_stored(connection: &Connection, id: AgreementId, at: DateTime<Utc>) -> rusqlite::Result<Todo> {
    let today = local_day(at, &agreement::outline(connection, id)?.time_zone);
    let findings = find_signals::read_stored(connection, id, None, Reader::Facilitator)?;
    let work = conversation::list_work(connection, id)?;
    let is_quiet =
        |name: &str| is_dismissed(work.iter().filter(|one| one.signal == name).map(|one| one.kind));
    let closed_since = |number: u32| {
        let found = round::find_by_number(connection, id, number)?;
        Ok::<_, rusqlite::Error>(found.is_some_and(|round| round.plan.closes_at > at - Duration::days(7)))
    };
    let mut names = std::collections::BTreeSet::new();
    for signal in findings.signals.iter().filter(|signal| Some(signal.round()) == findings.round) {
        let same = |earlier: &&crate::insight::disclosure::signals::SignalFigure| {
            earlier.round() < signal.round() && signal_name(earlier) == signal_name(signal)
        };
        let was_as_loud =
            findings.signals.iter().filter(same).any(|earlier| earlier.level() >= signal.level());
        if !was_as_loud && !is_quiet(&signal_name(signal)) && closed_since(signal.round())? {
            names.insert(signal_name(signal));
        }
    }
    let is_open = |request: &&request::Request| request.state != RequestState::Done;
    let is_ahead = |one: &&conversation::Conversation| {
        one.state == ConversationState::Planned && (at..at + Duration::days(7)).contains(&one.starts_at)
    };
    let is_due = |one: &&adjustment::StoredAdjustment| {
        one.state == AdjustmentState::InForce && one.what.review_on <= today
    };
    Ok(Todo {
        n_signals: names.len(),
        n_requests: request::list(connection, id)?.iter().filter(is_open).count(),
        n_conversations: conversation::list(connection, id)?.iter().filter(is_ahead).count(),
        n_reviews: adjustment::list(connection, id)?.iter().filter(is_due).count(),
    })
}

/// Queues the week's digests where there is something to look at; how many agreements that were. A week that passed
/// while the service was down gets one digest, not many.
pub async fn tell(service: &Service, now: DateTime<Utc>) -> Result<usize, AppError> {
    let hooks = service.config.hooks.clone();
    let n = service
        .store
        .write("queue digests", move |connection| {
            let mut n = 0;
            for (id, slug) in agreement::list(connection)? {
                let zone = agreement::outline(connection, id)?.time_zone;
                let local =
                    now.with_timezone(&crate::domain::calendar::find_zone(&zone).unwrap_or(chrono_tz::UTC));
                let (weekday, hour) = SENT_ON;
                let is_time = local.weekday() != weekday || chrono::Timelike::hour(&local) >= hour;
                let week = local.iso_week();
                let event = format!("a{id}-{}-W{:02}", week.year(), week.week());
                let looked = format!("digest-a{id}");
                if !is_time || setting::find(connection, &looked)?.as_deref() == Some(event.as_str()) {
                    continue;
                }
                // Looked at once a week, also when there is nothing to tell.
                setting::set(connection, &looked, &event)?;
                if count_stored(connection, id, now)?.is_empty() {
                    continue;
                }
                n += 1;
                queue_to_facilitators(connection, MessageKind::Digest, id, &event, None, now)?;
                let own = hooks.iter().filter(|hook| hook.agreement == slug);
                for hook in own.filter(|hook| hook.audience == Audience::Facilitator) {
                    let message = NewMessage {
                        name: format!("digest-{event}-h{}", hook.name),
                        kind: MessageKind::Digest,
                        agreement: Some(id),
                        round: None,
                        invitation: None,
                        recipient: Recipient::Hook(hook.name.clone()),
                        period: None,
                        about: None,
                        due_at: now,
                        not_after_at: now + Duration::days(3),
                    };
                    outbox::insert(connection, &message)?;
                }
            }
            Ok(n)
        })
        .await?;
    if n > 0 {
        service.outbox_bell.notify_waiters();
    }
    Ok(n)
}
