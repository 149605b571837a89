//! What a person does with a round: share its results, extend it, call it off.

use chrono::{DateTime, Duration, Utc};
use rusqlite::Connection;

use super::queue_message::queue;
use super::{AppError, Service};
use crate::domain::ids::{AgreementId, RoundId};
use crate::domain::message::MessageKind;
use crate::domain::round::{Outcome, RoundState};
use crate::store::audit::{self, Who};
use crate::store::round::Round;
use crate::store::{agreement, invitation, round};

/// How long a results mail is worth sending.
const RESULTS_DAYS: i64 = 14;

async fn find(service: &Service, agreement: AgreementId, number: u32) -> Result<Round, AppError> {
    let found = service
        .store
        .read("find the round", move |connection| round::find_by_number(connection, agreement, number))
        .await?;
    found.ok_or_else(|| AppError::Refused(format!("there is no round {number}: see polsslag round list")))
}

/// Shares a closed round: every respondent may see the results, and gets a mail that says so. `reads_comments` says
/// that whoever shares it read the comments, which are then shown as far as the guard allows. Gives how many mails were
/// queued: none when a round that was shared without a word now gets its outcome.
pub async fn share(
    service: &Service,
    agreement: AgreementId,
    number: u32,
    outcome: Option<Outcome>,
    reads_comments: bool,
    who: Who,
    now: DateTime<Utc>,
) -> Result<usize, AppError> {
    let found = find(service, agreement, number).await?;
    let is_late_word = found.state == RoundState::Shared && found.outcome.is_none() && outcome.is_some();
    if found.state != RoundState::Closed && !is_late_word {
        return Err(AppError::Refused(format!(
            "round {number} is {}: only a closed round can be shared",
            found.state.code()
        )));
    }
    let id = found.id;
    let n_queued = service
        .store
        .write("share the round", move |connection| {
            audit::note(connection, agreement, (who, "round.shared", &format!("round {number}")), now)?;
            share_stored(connection, agreement, id, outcome.as_ref(), reads_comments, now)
        })
        .await?;
    service.outbox_bell.notify_waiters();
    Ok(n_queued)
}

fn share_stored(
    connection: &Connection,
    agreement: AgreementId,
    id: RoundId,
    outcome: Option<&Outcome>,
    reads_comments: bool,
    now: DateTime<Utc>,
) -> rusqlite::Result<usize> {
    if !round::share(connection, id, outcome, reads_comments, now)? {
        return Ok(0);
    }
    // The links of an older round lead nowhere any more.
    if round::find_newest(connection, agreement)?.is_none_or(|newest| newest.id != id) {
        return Ok(0);
    }
    let mut n_queued = 0;
    let not_after_at = now + Duration::days(RESULTS_DAYS);
    for invited in invitation::list_to_tell(connection, id)? {
        let is_new = queue(connection, MessageKind::Results, agreement, &invited, now, not_after_at)?;
        n_queued += usize::from(is_new);
    }
    Ok(n_queued)
}

/// Shares every closed round that a report is about and that was not shared yet, since respondents see results when the
/// steering group does. Only the newest is mailed about, and only until the next one opens.
pub fn share_with_report(
    connection: &Connection,
    agreement: AgreementId,
    is_reported: &dyn Fn(&Round) -> bool,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let rounds = round::list(connection, agreement)?;
    let is_due =
        |round: &&Round| round.state == RoundState::Closed && !round.is_imported && is_reported(round);
    for round in rounds.iter().filter(is_due) {
        share_stored(connection, agreement, round.id, None, false, now)?;
    }
    Ok(())
}

/// Moves the closing of an open round to a later instant.
pub async fn extend(
    service: &Service,
    agreement: AgreementId,
    number: u32,
    closes_at: DateTime<Utc>,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let found = find(service, agreement, number).await?;
    let id = found.id;
    let done = service
        .store
        .write("extend the round", move |connection| {
            let done = round::extend(connection, id, closes_at)?;
            if done {
                audit::note(connection, agreement, (who, "round.extended", &format!("round {number}")), now)?;
            }
            Ok(done)
        })
        .await?;
    if done {
        return Ok(());
    }
    Err(AppError::Refused(format!(
        "round {number} is {} until {}: only an open round can be moved, and only to a later day",
        found.state.code(),
        found.plan.closes_at.date_naive()
    )))
}

/// Calls off an open round; its answers are kept, its links end, no figure is made.
pub async fn cancel(
    service: &Service,
    agreement: AgreementId,
    number: u32,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let found = find(service, agreement, number).await?;
    let id = found.id;
    let done = service
        .store
        .write("cancel the round", move |connection| {
            let done = round::call_off(connection, id, RoundState::Cancelled, "called off by the operator")?;
            if done {
                audit::note(
                    connection,
                    agreement,
                    (who, "round.cancelled", &format!("round {number}")),
                    now,
                )?;
            }
            Ok(done)
        })
        .await?;
    if done {
        return Ok(());
    }
    Err(AppError::Refused(format!(
        "round {number} is {}: only an open round can be called off",
        found.state.code()
    )))
}

/// Skips the next planned round of an agreement.
pub async fn skip_next(
    service: &Service,
    agreement: AgreementId,
    who: Who,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>, AppError> {
    let skipped = service
        .store
        .write("skip the next round", move |connection| {
            let planned =
                round::list(connection, agreement)?.into_iter().find(|r| r.state == RoundState::Planned);
            let Some(planned) = planned else { return Ok(None) };
            round::call_off(connection, planned.id, RoundState::Cancelled, "called off by the operator")?;
            audit::note(connection, agreement, (who, "round.skipped", ""), now)?;
            Ok(Some(planned.plan.opens_at))
        })
        .await?;
    skipped.ok_or_else(|| {
        AppError::Refused("no round is planned: the service plans the next one when it runs".to_owned())
    })
}

/// Pauses an agreement's rounds, or lets them go on: while paused nothing is planned, opened or reminded of; an open
/// round still takes answers and closes in time.
pub async fn pause(
    service: &Service,
    agreement: AgreementId,
    is_paused: bool,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    service
        .store
        .write("pause or resume rounds", move |connection| {
            agreement::set_paused(connection, agreement, is_paused)?;
            let what = if is_paused { "rounds.paused" } else { "rounds.resumed" };
            audit::note(connection, agreement, (who, what, ""), now)?;
            // What lay in the pause was nobody's plan.
            agreement::set_plan_from(connection, agreement, now)
        })
        .await?;
    Ok(())
}

/// All rounds of an agreement.
pub async fn list(service: &Service, agreement: AgreementId) -> Result<Vec<Round>, AppError> {
    Ok(service.store.read("list rounds", move |connection| round::list(connection, agreement)).await?)
}
