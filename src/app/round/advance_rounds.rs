//! Rounds move on: planned from the cron, opened, reminded of, closed; or skipped when it is too late.
//!
//! Every step is one transaction with its messages, and conditional on the state it starts from, so that doing it
//! twice does it once.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::app::messages::queue_message::queue;
use crate::app::messages::tell_programs::announce;
use crate::app::{AppError, Service, local_day};
use crate::config::{Audience, Config};
use crate::domain::audit::Act;
use crate::domain::ids::{AgreementId, RoundId};
use crate::domain::key::Key;
use crate::domain::message::{MAX_ASKING_MAILS, MessageKind};
use crate::domain::round::{Due, Plan, RoundState, find_due};
use crate::domain::survey::Statement;
use crate::insight::disclosure::{Earlier, guard};
use crate::insight::interval::MAX_EARLIER;
use crate::insight::score::SheetAnswers;
use crate::store::outbox::{NewMessage, Recipient};
use crate::store::round::{NewRound, Round};
use crate::store::{agreement, invitation, outbox, round, sheet, survey};

/// What one pass did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Advanced {
    /// Rounds planned.
    pub n_planned: usize,
    /// Rounds opened.
    pub n_opened: usize,
    /// Reminder steps taken.
    pub n_reminded: usize,
    /// Rounds closed.
    pub n_closed: usize,
    /// Rounds that could not open in time.
    pub n_skipped: usize,
}

/// Does everything that is due at `now`, for every agreement.
pub async fn advance(service: &Service, now: DateTime<Utc>) -> Result<Advanced, AppError> {
    let mut advanced = Advanced::default();
    let unplanned = service
        .store
        .read("list agreements without a round ahead", move |connection| {
            agreement::list_unplanned(connection, now)
        })
        .await?;
    for (id, slug) in unplanned {
        // One agreement in trouble keeps no other from its rounds.
        match plan(service, id, &slug, now).await {
            Ok(n) => advanced.n_planned += n,
            Err(error) => {
                tracing::error!(agreement = slug, %error, "rounds could not be planned; trying again")
            }
        }
    }
    let active = service.store.read("list active rounds", round::list_active).await?;
    for round in active {
        let id = round.id;
        if let Err(error) = step(service, round, now, &mut advanced).await {
            tracing::error!(round = %id, %error, "a round could not move on; trying again");
        }
    }
    if advanced != Advanced::default() {
        tracing::info!(?advanced, "rounds moved on");
        service.outbox_bell.notify_waiters();
    }
    Ok(advanced)
}

/// Plans every occurrence up to and including the first that lies ahead. After downtime this gives the missed
/// ones too, which are then opened if there is still time, or skipped with a word.
async fn plan(service: &Service, id: AgreementId, slug: &str, now: DateTime<Utc>) -> Result<usize, AppError> {
    let slug = slug.to_owned();
    let planned = service
        .store
        .write("plan rounds", move |connection| {
            let agreement = agreement::get(connection, id)?;
            let Some(version) = survey::find_in_force(connection, id)? else { return Ok(0) };
            let Some(schedule) = &version.survey.schedule else { return Ok(0) };
            let mut n_planned = 0;
            let mut from = round::find_last_opening(connection, id, &agreement.survey)?
                .unwrap_or(now)
                .max(agreement::plan_from(connection, id)?.min(now));
            while from <= now {
                let next = match schedule.find_next(from) {
                    Ok(Some(next)) => next,
                    Ok(None) => break,
                    Err(error) => {
                        tracing::error!(agreement = slug, %error, "the stored schedule cannot be used");
                        break;
                    }
                };
                from = next.opens_at();
                let plan = Plan::from_occurrence(&next, schedule.not_after_hours);
                let new = NewRound {
                    agreement: id,
                    survey_version: version.id,
                    survey_slug: &agreement.survey,
                    confidentiality: version.survey.confidentiality,
                    plan: &plan,
                };
                n_planned += usize::from(round::insert_planned(connection, &new)?.is_some());
            }
            Ok(n_planned)
        })
        .await?;
    Ok(planned)
}

async fn step(
    service: &Service,
    round: Round,
    now: DateTime<Utc>,
    advanced: &mut Advanced,
) -> Result<(), AppError> {
    // After downtime several steps may be due: at most one of each kind, so three passes end it.
    let mut round = round;
    for _ in 0..3 {
        let due = find_due(round.state, &round.plan, round.n_reminded, now);
        let (id, key, config) = (round.id, service.key.clone(), service.config.clone());
        let counter = match due {
            Due::Nothing => return Ok(()),
            Due::Skip => &mut advanced.n_skipped,
            Due::Open => &mut advanced.n_opened,
            Due::Remind(_) => &mut advanced.n_reminded,
            Due::Close => &mut advanced.n_closed,
        };
        let (done, next) = service
            .store
            .write("move a round on", move |connection| {
                let may_wait = match due {
                    Due::Open | Due::Remind(_) | Due::Skip => true,
                    Due::Nothing | Due::Close => false,
                };
                let holds =
                    may_wait && agreement::is_paused(connection, round::get(connection, id)?.agreement)?;
                let done = match due {
                    Due::Nothing => false,
                    _ if holds => false,
                    Due::Skip => round::call_off(
                        connection,
                        id,
                        RoundState::Skipped,
                        "the service was not running in time to open it",
                    )?,
                    Due::Open => open(connection, &key, &config, id, now)?,
                    Due::Remind(ordinal) => remind(connection, id, ordinal, now)?,
                    Due::Close => close(connection, &config, id, now)?,
                };
                Ok((done, round::get(connection, id)?))
            })
            .await?;
        if !done {
            // Held by a pause, or done by somebody else: the next pass looks again.
            return Ok(());
        }
        *counter += 1;
        if due == Due::Skip {
            tracing::warn!(round = %id, "a round was skipped: it could not open in time");
        }
        round = next;
    }
    Ok(())
}

/// Freezes the roster, invites every taken seat, and queues the invitations; whether the round was still planned.
pub fn open(
    connection: &Connection,
    key: &Key,
    config: &Config,
    id: RoundId,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let planned = round::get(connection, id)?;
    let asked = survey::get(connection, planned.survey_version)?.survey;
    let full = asked.schedule.as_ref().and_then(|schedule| {
        let found = schedule.full_quarter(planned.plan.opens_at);
        found
            .inspect_err(|error| tracing::error!(round = %id, %error, "the stored schedule cannot be used"))
            .ok()?
    });
    if round::open(connection, id, full)?.is_none() {
        return Ok(false);
    }
    let round = round::get(connection, id)?;
    let agreement = agreement::get(connection, round.agreement)?;
    let day = local_day(round.plan.opens_at, &agreement.time_zone);
    let partners = agreement::partner_ids(connection, round.agreement)?;
    let mut n_by_partner = BTreeMap::new();
    for partner in agreement.partners.iter().filter(|partner| partner.is_member_on(day)) {
        if let Some(id) = partners.get(&partner.id) {
            n_by_partner.insert(*id, 0usize);
        }
    }
    for seat in invitation::list_taken_seats(connection, round.agreement, day)? {
        *n_by_partner.entry(seat.partner).or_default() += 1;
        let invited = invitation::insert(connection, key, id, &seat)?;
        if !seat.wants_no_mail {
            queue(connection, MessageKind::Invitation, round.agreement, &invited, now, round.plan.closes_at)?;
        }
    }
    for (partner, n) in n_by_partner {
        invitation::put_invited_count(connection, id, partner, Some(n))?;
    }
    tell_hooks(connection, config, &round, &agreement.id, MessageKind::RoundOpened, now)?;
    tell_programs(connection, &round, Act::RoundOpened, now)?;
    Ok(true)
}

fn tell_programs(
    connection: &Connection,
    round: &Round,
    event: Act,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let detail = serde_json::json!({ "round": round.number });
    announce(connection, round.agreement, event, &round.id.to_string(), &detail, now)
}

fn tell_hooks(
    connection: &Connection,
    config: &Config,
    round: &Round,
    slug: &str,
    kind: MessageKind,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let hooks =
        config.hooks.iter().filter(|hook| hook.agreement == slug && hook.audience == Audience::Facilitator);
    for hook in hooks {
        outbox::insert(
            connection,
            &NewMessage {
                name: format!("{}-r{}-h{}", kind.code(), round.id, hook.name),
                kind,
                agreement: Some(round.agreement),
                round: Some(round.id),
                invitation: None,
                recipient: Recipient::Hook(hook.name.clone()),
                period: None,
                about: None,
                due_at: now,
                not_after_at: now + chrono::Duration::hours(24),
            },
        )?;
    }
    Ok(())
}

/// Queues a reminder for everybody who has not answered and wants one, and a word to finish for who began; whether
/// this step was still to do.
fn remind(connection: &Connection, id: RoundId, ordinal: u32, now: DateTime<Utc>) -> rusqlite::Result<bool> {
    let Some(kind) = MessageKind::reminder(ordinal) else { return Ok(false) };
    if !round::mark_reminded(connection, id, ordinal)? {
        return Ok(false);
    }
    let round = round::get(connection, id)?;
    // A reminder that could not leave within two days would come too close to the next one.
    let not_after_at = round.plan.closes_at.min(now + chrono::Duration::hours(48));
    for (invited, is_begun) in invitation::list_to_remind(connection, id)? {
        if invitation::count_asking_mails(connection, invited.invitation)? < MAX_ASKING_MAILS {
            // Its name is the same both times: who was asked to finish once is not asked again.
            let kind = if is_begun { MessageKind::Finish } else { kind };
            queue(connection, kind, round.agreement, &invited, now, not_after_at)?;
        }
    }
    Ok(true)
}

/// Closes a round and freezes what may be shown of it; whether it was open.
fn close(
    connection: &Connection,
    config: &Config,
    id: RoundId,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    if !round::close(connection, id, now)? {
        return Ok(false);
    }
    freeze_figures(connection, id)?;
    sheet::delete_forms(connection, id)?;
    let round = round::get(connection, id)?;
    let agreement = agreement::get(connection, round.agreement)?;
    tell_hooks(connection, config, &round, &agreement.id, MessageKind::RoundClosed, now)?;
    tell_programs(connection, &round, Act::RoundClosed, now)?;
    Ok(true)
}

fn list_sheets(connection: &Connection, id: RoundId) -> rusqlite::Result<Vec<SheetAnswers>> {
    let sheets = sheet::list_round(connection, id)?.into_iter();
    Ok(sheets
        .map(|sheet| SheetAnswers { partner: sheet.partner, role: sheet.role, answers: sheet.answers })
        .collect())
}

/// The last rounds with figures before one, of the same survey.
fn list_earlier(connection: &Connection, round: &Round, survey: &str) -> rusqlite::Result<Vec<Earlier>> {
    let mut earlier = Vec::new();
    for one in round::list(connection, round.agreement)?.into_iter().rev() {
        let is_before = (one.plan.opens_at, one.id.0) < (round.plan.opens_at, round.id.0);
        if !is_before || !one.state.has_figures() || earlier.len() == MAX_EARLIER {
            continue;
        }
        let asked = survey::get(connection, one.survey_version)?.survey;
        if asked.id == survey {
            earlier.push(Earlier { survey: asked, sheets: list_sheets(connection, one.id)? });
        }
    }
    earlier.reverse();
    Ok(earlier)
}

/// Computes a closed round's figures through the guard and stores them.
pub fn freeze_figures(connection: &Connection, id: RoundId) -> rusqlite::Result<()> {
    let round = round::get(connection, id)?;
    let version = survey::get(connection, round.survey_version)?;
    let sheets = list_sheets(connection, id)?;
    let invited: Option<BTreeMap<String, usize>> =
        invitation::count_invited(connection, id)?.map(|counts| counts.into_iter().collect());
    let asked: Vec<String> = if round.is_imported {
        // A file says what it asked by what was answered; of what every round asks, that nobody answered is a fact.
        let is_answered =
            |id: &String| sheets.iter().any(|sheet: &SheetAnswers| sheet.answers.contains_key(id));
        let usual = |statement: &&Statement| statement.asked.is_usual() || is_answered(&statement.id);
        version.survey.statements.iter().filter(usual).map(|statement| statement.id.clone()).collect()
    } else {
        version.survey.statements_in(round.turn()).into_iter().map(|statement| statement.id.clone()).collect()
    };
    let earlier = list_earlier(connection, &round, &version.survey.id)?;
    let figures = guard(&version.survey, &asked, round.confidentiality, &sheets, invited.as_ref(), &earlier);
    round::put_figures(connection, id, &crate::store::to_json(&figures)?)
}
