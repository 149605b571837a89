//! What a person does with a round: share its results, extend it, call it off.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use rusqlite::Connection;

use crate::app::messages::queue_message::queue;
use crate::app::{AppError, Service};
use crate::domain::audit::Act;
use crate::domain::ids::{AgreementId, RoundId};
use crate::domain::message::MessageKind;
use crate::domain::round::{Outcome, RoundState};
use crate::store::audit::{self, Who};
use crate::store::round::Round;
use crate::store::{agreement, invitation, round};
use crate::words::{self, Phrase, Word};

/// How long a results mail is worth sending.
const RESULTS_DAYS: i64 = 14;

/// Why a round is not shared, moved or called off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such round.
    NoRound {
        /// The round.
        number: u32,
    },
    /// Only a closed round can be shared.
    NotClosed {
        /// The round.
        number: u32,
        /// Where it stands.
        state: RoundState,
    },
    /// Only an open round can be moved, and only to a later day.
    NotMovable {
        /// The round.
        number: u32,
        /// Where it stands.
        state: RoundState,
        /// The day on which it closes (UTC).
        day: NaiveDate,
    },
    /// Only an open round can be called off.
    NotOpen {
        /// The round.
        number: u32,
        /// Where it stands.
        state: RoundState,
    },
    /// No round is planned.
    NothingPlanned,
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::NoRound { number } => Phrase::RefusalNoRound { number: (*number).into() },
            Refusal::NotClosed { number, state } => Phrase::RefusalShareNotClosed {
                number: (*number).into(),
                state: words::round_state_word(*state).into(),
            },
            Refusal::NotMovable { number, state, day } => Phrase::RefusalNotMovable {
                number: (*number).into(),
                state: words::round_state_word(*state).into(),
                day: (*day).into(),
            },
            Refusal::NotOpen { number, state } => Phrase::RefusalNotOpen {
                number: (*number).into(),
                state: words::round_state_word(*state).into(),
            },
            Refusal::NothingPlanned => Word::RefusalNothingPlanned.into(),
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        matches!(self, Refusal::NoRound { .. })
    }
}

async fn find(service: &Service, agreement: AgreementId, number: u32) -> Result<Round, AppError> {
    let found = service
        .store
        .read("find the round", move |connection| round::find_by_number(connection, agreement, number))
        .await?;
    Ok(found.ok_or(Refusal::NoRound { number })?)
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
        return Err(Refusal::NotClosed { number, state: found.state }.into());
    }
    let id = found.id;
    let n_queued = service
        .store
        .write("share the round", move |connection| {
            audit::note(connection, agreement, who, Act::RoundShared, &format!("round {number}"), now)?;
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
                audit::note(connection, agreement, who, Act::RoundExtended, &format!("round {number}"), now)?;
            }
            Ok(done)
        })
        .await?;
    if done {
        return Ok(());
    }
    Err(Refusal::NotMovable { number, state: found.state, day: found.plan.closes_at.date_naive() }.into())
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
                    who,
                    Act::RoundCancelled,
                    &format!("round {number}"),
                    now,
                )?;
            }
            Ok(done)
        })
        .await?;
    if done {
        return Ok(());
    }
    Err(Refusal::NotOpen { number, state: found.state }.into())
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
            audit::note(connection, agreement, who, Act::RoundSkipped, "", now)?;
            Ok(Some(planned.plan.opens_at))
        })
        .await?;
    Ok(skipped.ok_or(Refusal::NothingPlanned)?)
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
            let what = if is_paused { Act::RoundsPaused } else { Act::RoundsResumed };
            audit::note(connection, agreement, who, what, "", now)?;
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
