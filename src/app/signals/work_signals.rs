//! Facilitators work signals: note, dismiss with a reason, open again; plan conversations and log what came of them.
//! Everything is reversible, and everything is logged.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::app::agreement::dossier::Dossier;
use crate::app::messages::tell_programs::announce;
use crate::app::signals::find_signals::{self, signal_name};
use crate::app::{AppError, Service};
use crate::domain::agreement::Agreement;
use crate::domain::audit::Act;
use crate::domain::conversation::{ConversationState, SignalWork, is_dismissed};
use crate::domain::ids::{AgreementId, ConversationId};
use crate::domain::survey::Survey;
use crate::insight::disclosure::signals::{Reader, SignalFigure};
use crate::store::adjustment::StoredAdjustment;
use crate::store::audit::{self, Log, Who};
use crate::store::conversation::{self, Conversation, Worked};
use crate::store::{agreement, request};

/// A signal with everything that was done about it.
#[derive(Debug, Clone)]
pub struct Watched {
    /// Its name over rounds.
    pub name: String,
    /// What it was in every round of its episode, oldest first; partners of one round together.
    pub rounds: Vec<SignalFigure>,
    /// Whether it is open in the latest round.
    pub is_open: bool,
    /// What facilitators did, oldest first.
    pub work: Vec<Worked>,
    /// Conversations about it.
    pub conversations: Vec<Conversation>,
    /// Adjustments that came from it.
    pub adjustments: Vec<StoredAdjustment>,
}

impl Watched {
    /// Whether somebody said that nothing needs to be done.
    pub fn is_dismissed(&self) -> bool {
        is_dismissed(self.work.iter().map(|one| one.kind))
    }

    /// Whether it is about a partner.
    pub fn is_about_partner(&self) -> bool {
        self.rounds.iter().any(|one| one.is_about_partner())
    }

    /// What it was in its last round: one figure, or one for each partner that is named.
    pub fn latest(&self) -> Vec<SignalFigure> {
        let last = self.rounds.iter().map(|one| one.round()).max();
        self.rounds.iter().filter(|one| Some(one.round()) == last).cloned().collect()
    }
}

/// An agreement's signals, as facilitators see them.
#[derive(Debug, Clone)]
pub struct Radar {
    /// The agreement.
    pub agreement: Agreement,
    /// The survey of the latest round.
    pub survey: Option<Survey>,
    /// Number of the latest round with findings; `None` before the first.
    pub round: Option<u32>,
    /// Signals: open ones first, then by the round in which they were last seen.
    pub signals: Vec<Watched>,
    /// Whether something stood out in that round that is of too few partners to be shown.
    pub has_small: bool,
}

/// Gathers all signals and all work, inside a transaction.
pub fn gather_stored(connection: &Connection, id: AgreementId) -> rusqlite::Result<Radar> {
    radar_of(&Dossier::read(connection, id)?, &conversation::list_work(connection, id)?)
}

/// The same of what was read before.
pub fn radar_of(dossier: &Dossier, work: &[Worked]) -> rusqlite::Result<Radar> {
    let findings = find_signals::of_dossier(dossier, None, Reader::Facilitator)?;
    let mut by_name: BTreeMap<String, Vec<SignalFigure>> = BTreeMap::new();
    for signal in findings.signals {
        by_name.entry(signal_name(&signal)).or_default().push(signal);
    }
    let mut signals: Vec<Watched> = by_name
        .into_iter()
        .map(|(name, rounds)| Watched {
            is_open: rounds.iter().any(|one| Some(one.round()) == findings.round),
            work: work.iter().filter(|one| one.signal == name).cloned().collect(),
            conversations: dossier
                .conversations
                .iter()
                .filter(|one| one.signal.as_ref() == Some(&name))
                .cloned()
                .collect(),
            adjustments: dossier
                .adjustments
                .iter()
                .filter(|one| one.signal.as_ref() == Some(&name))
                .cloned()
                .collect(),
            rounds,
            name,
        })
        .collect();
    let order = |one: &Watched| {
        let last = one.rounds.iter().map(|figure| figure.round()).max();
        let loudest = one.latest().iter().map(|figure| (figure.level(), figure.certainty())).max();
        (
            !one.is_open,
            one.is_dismissed(),
            std::cmp::Reverse(last),
            std::cmp::Reverse(loudest),
            one.name.clone(),
        )
    };
    signals.sort_by_cached_key(order);
    Ok(Radar {
        agreement: dossier.agreement.clone(),
        survey: findings.survey,
        round: findings.round,
        signals,
        has_small: findings.has_small,
    })
}

/// Whether an agreement ever had a signal of a name, as facilitators see them.
fn is_signal(connection: &Connection, id: AgreementId, name: &str) -> rusqlite::Result<bool> {
    let findings = find_signals::read_stored(connection, id, None, Reader::Facilitator)?;
    Ok(findings.signals.iter().any(|signal| signal_name(signal) == name))
}

/// Writes down what a facilitator did with a signal; `false` when there is no such signal.
pub async fn work(service: &Service, id: AgreementId, worked: Worked, who: Who) -> Result<bool, AppError> {
    let done = service
        .store
        .write("work a signal", move |connection| {
            if !is_signal(connection, id, &worked.signal)? {
                return Ok(false);
            }
            conversation::insert_work(connection, id, &worked)?;
            let what = match worked.kind {
                SignalWork::Noted => Act::SignalNoted,
                SignalWork::Dismissed => Act::SignalDismissed,
                SignalWork::Reopened => Act::SignalReopened,
            };
            audit::note(connection, id, who, what, &worked.signal, worked.at)?;
            Ok(true)
        })
        .await?;
    Ok(done)
}

/// Plans a conversation; `None` when the signal or request that it names is not the agreement's.
pub async fn plan(
    service: &Service,
    new: Conversation,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Option<ConversationId>, AppError> {
    let planned = service
        .store
        .write("plan a conversation", move |connection| {
            let id = new.agreement;
            if let Some(name) = &new.signal
                && !is_signal(connection, id, name)?
            {
                return Ok(None);
            }
            if let Some(wanted) = new.request
                && request::find_of(connection, id, wanted)?.is_none()
            {
                return Ok(None);
            }
            let planned = conversation::insert(connection, &new)?;
            let about = format!("conversation {planned}");
            let what = Act::ConversationPlanned;
            let slug = agreement::outline(connection, id)?.slug;
            let log = Log { who, agreement: &slug, what, about: &about, detail: new.kind.code() };
            audit::append(connection, &log, now)?;
            Ok(Some(planned))
        })
        .await?;
    Ok(planned)
}

/// Where a conversation moves to.
#[derive(Debug, Clone)]
pub struct Moved {
    /// On, or back.
    pub state: ConversationState,
    /// What came of it, in the facilitator's words.
    pub outcome: String,
    /// The revision that whoever moves it has seen.
    pub seen: u32,
}

/// Moves a conversation on, or back; `None` when the agreement has none such, `false` when somebody changed it meanwhile.
pub async fn change(
    service: &Service,
    id: AgreementId,
    conversation: ConversationId,
    moved: Moved,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Option<bool>, AppError> {
    let done = service
        .store
        .write("change a conversation", move |connection| {
            let Some(found) = conversation::find(connection, id, conversation)? else { return Ok(None) };
            let Moved { state, outcome, seen } = moved;
            if !conversation::put_state(connection, conversation, seen, state, &outcome)? {
                return Ok(Some(false));
            }
            let what = match state {
                ConversationState::Planned => Act::ConversationReopened,
                ConversationState::Held => Act::ConversationHeld,
                ConversationState::Cancelled => Act::ConversationCancelled,
            };
            let about = format!("conversation {conversation}");
            audit::note(connection, id, who, what, &about, now)?;
            if state == ConversationState::Held {
                let body = serde_json::json!({ "kind": found.kind.code() });
                announce(connection, id, what, &format!("{conversation}-{}", found.revision), &body, now)?;
            }
            Ok(Some(true))
        })
        .await?;
    Ok(done)
}

/// The conversations of a dossier. Whoever may not know which partner a signal is about gets none about such signals.
pub fn conversations_for(dossier: &Dossier, reader: Reader) -> rusqlite::Result<Vec<Conversation>> {
    let mut conversations = dossier.conversations.clone();
    if reader == Reader::Steering {
        let findings = find_signals::of_dossier(dossier, None, Reader::Facilitator)?;
        let is_named = |name: &String| {
            findings.signals.iter().any(|one| one.is_about_partner() && signal_name(one) == *name)
        };
        conversations.retain(|one| !one.signal.as_ref().is_some_and(is_named));
    }
    Ok(conversations)
}

/// An agreement's conversations and adjustments to be reviewed: what its calendar shows. Whoever may not know which partner
/// a signal is about gets no conversations about such signals.
pub async fn calendar(
    service: &Service,
    id: AgreementId,
    reader: Reader,
) -> Result<(Agreement, Vec<Conversation>, Vec<StoredAdjustment>), AppError> {
    let found = service
        .store
        .read("read a calendar", move |connection| {
            let dossier = Dossier::read(connection, id)?;
            let conversations = conversations_for(&dossier, reader)?;
            Ok((dossier.agreement, conversations, dossier.adjustments))
        })
        .await?;
    Ok(found)
}
