//! What would be sent when: the next openings, and the mails of the next or open round as counts per kind. Who gets one is
//! nobody's to know.

use chrono::{DateTime, Utc};

use crate::app::{AppError, Service, local_day};
use crate::domain::ids::AgreementId;
use crate::domain::message::MessageKind;
use crate::domain::round::RoundState;
use crate::store::{agreement, invitation, round, survey};

/// Openings that are looked ahead.
const N_NEXT: usize = 4;

/// One moment of sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Send {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub kind: MessageKind,
    /// How many at most: whoever has answered by then gets no reminder.
    pub n_at_most: usize,
}

/// A rehearsal.
#[derive(Debug, Clone)]
pub struct Rehearsal {
    /// Whether rounds are paused.
    pub is_paused: bool,
    /// The next openings.
    pub next: Vec<DateTime<Utc>>,
    /// What the open round, or else the next one, still sends.
    pub sends: Vec<Send>,
}

/// Looks ahead.
pub async fn rehearse(service: &Service, id: AgreementId, now: DateTime<Utc>) -> Result<Rehearsal, AppError> {
    let found = service
        .store
        .read("rehearse a round", move |connection| {
            let cast = agreement::get(connection, id)?;
            let rounds = round::list(connection, id)?;
            let active =
                rounds.iter().filter(|one| one.state.is_active()).min_by_key(|one| one.plan.opens_at);
            let schedule = survey::find_in_force(connection, id)?.and_then(|version| version.survey.schedule);
            let last = rounds
                .iter()
                .filter(|one| one.state == RoundState::Planned)
                .map(|one| one.plan.opens_at)
                .max();
            let mut next: Vec<DateTime<Utc>> = last.into_iter().collect();
            if let Some(schedule) = schedule {
                let mut from = last.unwrap_or(now);
                while next.len() < N_NEXT {
                    let Ok(Some(found)) = schedule.find_next(from) else { break };
                    from = found.opens_at();
                    next.push(from);
                }
            }
            let mut sends = Vec::new();
            if let Some(one) = active {
                let day = local_day(one.plan.opens_at, &cast.time_zone);
                let seats = invitation::list_taken_seats(connection, id, day)?;
                let n = seats.iter().filter(|seat| !seat.wants_no_mail).count();
                let mut add = |at: DateTime<Utc>, kind| {
                    if at > now {
                        sends.push(Send { at, kind, n_at_most: n });
                    }
                };
                add(one.plan.opens_at, MessageKind::Invitation);
                for (ordinal, at) in (1u32..).zip(&one.plan.reminders_at) {
                    if let Some(kind) = MessageKind::reminder(ordinal) {
                        add(*at, kind);
                    }
                }
            }
            Ok(Rehearsal { is_paused: agreement::is_paused(connection, id)?, next, sends })
        })
        .await?;
    Ok(found)
}
