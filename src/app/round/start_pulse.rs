//! An extra pulse after a shock: a few statements, at once, one round. It has a survey of its own, so that it stays apart
//! from the trend; threshold and mode are those of the agreement.

use chrono::{DateTime, Duration, NaiveTime, Utc};

use crate::app::round::advance_rounds;
use crate::app::{AppError, Service, local_day};
use crate::domain::audit::Act;
use crate::domain::calendar::{Holidays, find_zone};
use crate::domain::ids::{AgreementId, RoundId};
use crate::domain::round::{Plan, RoundState};
use crate::domain::survey::{Block, Survey};
use crate::domain::turn::Asked;
use crate::insight::disclosure::RoundFigures;
use crate::insight::disclosure::frozen::thaw_round;
use crate::store::as_read;
use crate::store::audit::{self, Who};
use crate::store::round::{FiguredRound, NewRound, Round};
use crate::store::{JobError, agreement, round, survey};
use crate::words::{Phrase, Word};

/// Statements that an extra pulse may ask: it comes on top of the usual rounds. Source: product decision.
pub const MAX_STATEMENTS: usize = 6;
/// Working days that it stays open. Source: product decision; a shock is news for a week.
pub const OPEN_WORKING_DAYS: u32 = 5;

/// Days after the last round closed at least. Source: item bank, *Rhythm*.
pub const MIN_DAYS_AFTER: i64 = 14;

/// Extra pulses in twelve months at most. Source: item bank, *Rhythm*.
pub const MAX_A_YEAR: usize = 4;

/// What the end of a survey's short name says of an extra pulse.
const SUFFIX: &str = "-extra";

/// What the page about extra pulses shows.
#[derive(Debug, Clone)]
pub struct Pulses {
    /// The survey whose statements can be chosen from.
    pub survey: Option<Survey>,
    /// Whether any round is open now.
    pub is_open: bool,
    /// Extra pulses so far, newest first, with what may be shown of each.
    pub pulses: Vec<(Round, Survey, Option<RoundFigures>)>,
}

/// Gathers it.
pub async fn gather(service: &Service, id: AgreementId) -> Result<Pulses, AppError> {
    let found = service
        .store
        .read("read extra pulses", move |connection| {
            let rounds = round::list_with_figures(connection, id)?;
            let versions = survey::list(connection, id)?;
            let in_force = versions.iter().find(|version| version.is_in_force);
            let survey = in_force.map(|version| choosable(version.survey.clone()));
            let is_open = rounds.iter().any(|one| one.round.state == RoundState::Open);
            let mut pulses = Vec::new();
            for FiguredRound { round, figures } in rounds.into_iter().rev() {
                let asked = versions.iter().find(|version| version.id == round.survey_version);
                let Some(asked) = asked.filter(|asked| asked.survey.id.ends_with(SUFFIX)) else { continue };
                let figures =
                    figures.map(|json| as_read(thaw_round(&json, &asked.survey.scale))).transpose()?;
                pulses.push((round, asked.survey.clone(), figures));
            }
            Ok(Pulses { survey, is_open, pulses })
        })
        .await?;
    Ok(found)
}

/// Why no extra pulse is started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The agreement has no survey yet.
    NoSurvey,
    /// Nobody gets two rounds at a time.
    RoundOpen,
    /// Rounds are paused.
    Paused,
    /// Another round is too near.
    TooNear,
    /// There were as many as there may be in a year.
    Enough,
    /// Too few or too many statements were chosen.
    Statements,
    /// Somebody else started one at the same moment.
    JustStarted,
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::NoSurvey => Word::RefusalNoSurvey.into(),
            Refusal::RoundOpen => Word::RefusalRoundOpen.into(),
            Refusal::Paused => Word::RefusalPaused.into(),
            Refusal::TooNear => Phrase::PulseTooNear { days: MIN_DAYS_AFTER.into() },
            Refusal::Enough => Phrase::PulseEnough { most: MAX_A_YEAR.into() },
            Refusal::Statements => Word::RefusalPulseStatements.into(),
            Refusal::JustStarted => Word::RefusalPulseJustStarted.into(),
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        false
    }
}

/// Starts an extra pulse with these statements, for a reason that respondents read above it.
///
/// Errors: a refusal with a sentence when a round is open, or the choice does not fit.
pub async fn start(
    service: &Service,
    id: AgreementId,
    chosen: Vec<String>,
    reason: String,
    who: Who,
    now: DateTime<Utc>,
) -> Result<RoundId, AppError> {
    let (key, config) = (service.key.clone(), service.config.clone());
    let started = service
        .store
        .write_or_refuse("start an extra pulse", move |connection| {
            let refuse = JobError::Refused;
            let cast = agreement::get(connection, id)?;
            let Some(own) = survey::find_in_force(connection, id)? else {
                return Err(refuse(Refusal::NoSurvey));
            };
            if round::list(connection, id)?.iter().any(|one| one.state == RoundState::Open) {
                return Err(refuse(Refusal::RoundOpen));
            }
            if agreement::is_paused(connection, id)? {
                return Err(refuse(Refusal::Paused));
            }
            let plan = plan(now, &cast.time_zone);
            let mut n_this_year = 0;
            for one in round::list(connection, id)? {
                let is_next = one.state == RoundState::Planned && one.plan.opens_at <= plan.closes_at;
                let is_recent =
                    one.state.has_figures() && one.plan.closes_at > now - Duration::days(MIN_DAYS_AFTER);
                if is_next || is_recent {
                    return Err(refuse(Refusal::TooNear));
                }
                let asked = survey::get(connection, one.survey_version)?.survey.id;
                let is_of_this_year = one.plan.opens_at > now - Duration::days(365);
                n_this_year += usize::from(
                    asked.ends_with(SUFFIX)
                        && is_of_this_year
                        && (one.state.has_figures() || one.state.is_active()),
                );
            }
            if n_this_year >= MAX_A_YEAR {
                return Err(refuse(Refusal::Enough));
            }
            let pulse = pulse_of(&own.survey, &chosen, &reason);
            if pulse.statements.is_empty() || pulse.statements.len() > MAX_STATEMENTS {
                return Err(refuse(Refusal::Statements));
            }
            let confidentiality = own.survey.confidentiality;
            let (version, _) = survey::insert(connection, id, &pulse)?;
            let new = NewRound {
                agreement: id,
                survey_version: version.id,
                survey_slug: &pulse.id,
                confidentiality,
                plan: &plan,
            };
            let Some(planned) = round::insert_planned(connection, &new)? else {
                return Err(refuse(Refusal::JustStarted));
            };
            advance_rounds::open(connection, &key, &config, planned, now)?;
            let about = format!("round {planned}");
            audit::note(connection, id, who, Act::PulseStarted, &about, now)?;
            Ok(planned)
        })
        .await;
    service.outbox_bell.notify_waiters();
    Ok(started??)
}

/// Without the statements that say something beside others only.
fn choosable(mut survey: Survey) -> Survey {
    survey.statements.retain(|statement| statement.block.has_reading());
    survey
}

/// The survey of an extra pulse: the chosen statements as they are, every one in its only round.
fn pulse_of(own: &Survey, chosen: &[String], reason: &str) -> Survey {
    let mut pulse = choosable(own.clone());
    pulse.id = format!("{}{SUFFIX}", own.id);
    pulse.statements.retain(|statement| chosen.contains(&statement.id));
    for statement in &mut pulse.statements {
        statement.block = Block::Core;
        statement.asked = Asked::Monthly;
        statement.from_round = None;
        statement.pin_from_round = None;
        statement.mirror = None;
    }
    pulse.dimensions.retain(|dimension| pulse.statements.iter().any(|one| one.dimension == dimension.id));
    if !reason.is_empty() {
        pulse.intro = crate::domain::language::Text { nl: reason.to_owned(), en: None };
    }
    pulse.schedule = None;
    pulse
}

/// Open from now to the end of a working day.
fn plan(now: DateTime<Utc>, time_zone: &str) -> Plan {
    let day = Holidays::default().nth_working_day_after(local_day(now, time_zone), OPEN_WORKING_DAYS);
    let zone = find_zone(time_zone).unwrap_or(chrono_tz::UTC);
    let last = day.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN));
    let closes_at = last.and_local_timezone(zone).latest().map_or(last.and_utc(), |at| at.to_utc());
    Plan { opens_at: now, not_after_at: closes_at, reminders_at: Vec::new(), closes_at }
}
