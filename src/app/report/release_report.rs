//! The life of a report: a draft, by its own cron or on demand; released by a facilitator or the chair; told to the
//! steering group and shared with respondents at the same moment; corrected by a numbered version, never changed.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use data_encoding::HEXLOWER;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::app::messages::tell_programs::announce;
use crate::app::report::render_report::{ReportFile, folder, list_files, render, write};
use crate::app::round::share_round::share_with_report;
use crate::app::signals::find_signals;
use crate::app::{AppError, Service, local_day};
use crate::config::{Audience, Config};
use crate::domain::audit::Act;
use crate::domain::calendar::{CronExpression, find_next_instant, find_zone};
use crate::domain::ids::AgreementId;
use crate::domain::language::{Language, Text};
use crate::domain::message::{About, MessageKind};
use crate::domain::period::Period;
use crate::domain::round::RoundState;
use crate::report::document::compose::{Correction, Edition};
use crate::report::facts::Facts;
use crate::store::audit::{self, Who};
use crate::store::outbox::{NewMessage, Recipient};
use crate::store::report::{FilePlace, Report};
use crate::store::{agreement, outbox, report, round, setting};
use crate::words::{Phrase, Word, tr};

/// How long the mail about a report is worth sending.
const REPORT_MAIL_DAYS: i64 = 14;

/// Why a report is not drafted, released, corrected or revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was released yet.
    NothingToCorrect {
        /// Of which period.
        period: Period,
    },
    /// A released report stays as it is.
    AlreadyReleased {
        /// Of which period.
        period: Period,
    },
    /// Somebody else released it at the same moment.
    JustReleased {
        /// Of which period.
        period: Period,
    },
    /// There is no draft to release.
    NoDraft {
        /// Of which period.
        period: Period,
    },
    /// What would be released is not what was seen.
    Changed {
        /// Of which period.
        period: Period,
    },
    /// No report was released.
    NotReleased {
        /// Of which period.
        period: Period,
    },
    /// It cannot be built again from what is known now.
    ChangedSince {
        /// Of which period.
        period: Period,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::NothingToCorrect { period } => {
                Phrase::RefusalNothingToCorrect { period: period.to_string().into() }
            }
            Refusal::AlreadyReleased { period } => {
                Phrase::RefusalAlreadyReleased { period: period.to_string().into() }
            }
            Refusal::JustReleased { period } => {
                Phrase::RefusalJustReleased { period: period.to_string().into() }
            }
            Refusal::NoDraft { period } => Phrase::RefusalNoDraft { period: period.to_string().into() },
            Refusal::Changed { period } => Phrase::RefusalDraftChanged { period: period.to_string().into() },
            Refusal::NotReleased { period } => {
                Phrase::RefusalNotReleased { period: period.to_string().into() }
            }
            Refusal::ChangedSince { period } => {
                Phrase::RefusalChangedSince { period: period.to_string().into() }
            }
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        matches!(self, Refusal::NoDraft { .. } | Refusal::NotReleased { .. })
    }
}

/// A draft with the facts that it states.
#[derive(Debug, Clone)]
pub struct Draft {
    /// As stored.
    pub report: Report,
    /// What it states, on the day it was made.
    pub facts: Facts,
    /// How it names itself.
    pub edition: Edition,
}

impl Draft {
    /// What stands for everything that somebody saw of it: facts, version, instant and words. A form carries it.
    pub fn seen(&self) -> String {
        // The address names the period, and the instant the day of telling; whether it is released is not what was read.
        let Report { number, made_at, data_hash, correction, period: _, as_of: _, released_at: _ } =
            &self.report;
        let seen = format!("{number}\0{made_at}\0{data_hash}\0{correction:?}");
        HEXLOWER.encode(&Sha256::digest(seen))
    }

    /// Whether the data changed since it was made.
    pub fn is_stale(&self) -> bool {
        self.facts.data_hash != self.report.data_hash
    }
}

/// Makes a draft of a period's report, or makes it anew. After a release it is a correction, which says what it
/// corrects.
///
/// Errors: a refusal for a correction without a word, and for words without anything released.
pub async fn make_draft(
    service: &Service,
    id: AgreementId,
    period: Period,
    correction: Option<Text>,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Draft, AppError> {
    find_signals::freeze(service, id).await?;
    let (zone, versions) = read_versions(service, id, period).await?;
    let released = versions.iter().filter(|one| one.released_at.is_some()).count() as u32;
    let before = versions.iter().find(|one| one.released_at.is_none()).and_then(|one| one.correction.clone());
    let correction = correction.or(before);
    match (released, &correction) {
        (0, Some(_)) => {
            return Err(Refusal::NothingToCorrect { period }.into());
        }
        (0, None) | (_, Some(_)) => {}
        (_, None) => {
            return Err(Refusal::AlreadyReleased { period }.into());
        }
    }
    // What is corrected was told on a day; its correction tells of the same one.
    // Unless that day lay within the period, which has gone on since.
    let told = versions.first().filter(|first| first.released_at.is_some()).map(|first| first.as_of);
    let as_of = told.filter(|told| *told > period.last_day());
    let as_of = as_of.unwrap_or_else(|| local_day(now, &zone));
    let facts = crate::app::report::make_report::gather(service, id, period, as_of).await?;
    let draft = Report {
        period: period.to_string(),
        number: released,
        made_at: now,
        as_of,
        data_hash: facts.data_hash.clone(),
        released_at: None,
        correction,
    };
    let stored = draft.clone();
    let done = service
        .store
        .write("store a report's draft", move |connection| {
            if !report::put_draft(connection, id, &stored)? {
                return Ok(false);
            }
            audit::note(connection, id, who, Act::ReportDrafted, &about(&stored), now)?;
            Ok(true)
        })
        .await?;
    if !done {
        return Err(Refusal::JustReleased { period }.into());
    }
    let edition = edition(&versions, &draft, None, &zone);
    Ok(Draft { report: draft, facts, edition })
}

fn about(report: &Report) -> String {
    match report.number {
        0 => format!("report {}", report.period),
        number => format!("report {}, correction {number}", report.period),
    }
}

/// The agreement's zone, and every version of a period's report, oldest first.
async fn read_versions(
    service: &Service,
    id: AgreementId,
    period: Period,
) -> Result<(String, Vec<Report>), AppError> {
    let found = service
        .store
        .read("find a report", move |connection| {
            let zone = agreement::outline(connection, id)?.time_zone;
            Ok((zone, report::list_of(connection, id, &period.to_string())?))
        })
        .await?;
    Ok(found)
}

/// How a version names itself: earlier corrections and its own.
fn edition(versions: &[Report], own: &Report, at: Option<DateTime<Utc>>, zone: &str) -> Edition {
    let released = versions.iter().filter(|one| one.number < own.number);
    let corrections = released
        .map(|one| (one, one.released_at))
        .chain(std::iter::once((own, at)))
        .filter_map(|(one, at)| {
            let what = one.correction.clone()?;
            Some(Correction { number: one.number, on: at.map(|at| local_day(at, zone)), what })
        })
        .collect();
    Edition { released_on: at.map(|at| local_day(at, zone)), corrections }
}

/// The draft of a period with its facts, as they are now; `None` without one.
pub async fn find_draft(
    service: &Service,
    id: AgreementId,
    period: Period,
) -> Result<Option<Draft>, AppError> {
    let (zone, versions) = read_versions(service, id, period).await?;
    draft_of(service, id, period, &zone, &versions).await
}

/// The draft among a period's versions, with its facts; `None` without one.
async fn draft_of(
    service: &Service,
    id: AgreementId,
    period: Period,
    zone: &str,
    versions: &[Report],
) -> Result<Option<Draft>, AppError> {
    let Some(report) = versions.iter().find(|one| one.released_at.is_none()).cloned() else {
        return Ok(None);
    };
    let facts = crate::app::report::make_report::gather(service, id, period, report.as_of).await?;
    let edition = edition(versions, &report, None, zone);
    Ok(Some(Draft { report, facts, edition }))
}

/// Releases the draft that somebody saw: stores its files for good, mails the steering group, shares its rounds with
/// respondents, all in one transaction. Gives the released version.
///
/// Errors: a refusal without a draft, and when the data changed since: then a new draft must be looked at.
pub async fn release(
    service: &Service,
    id: AgreementId,
    period: Period,
    seen: &str,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Report, AppError> {
    let (zone, versions) = read_versions(service, id, period).await?;
    let Some(draft) = draft_of(service, id, period, &zone, &versions).await? else {
        return Err(Refusal::NoDraft { period }.into());
    };
    if draft.seen() != seen || draft.is_stale() {
        return Err(Refusal::Changed { period }.into());
    }
    let edition = edition(&versions, &draft.report, Some(now), &zone);
    let all = Arc::new(render_all(service, &draft.facts, &edition).await?);
    let slug = draft.facts.agreement.clone();
    let (config, stored, files, told_of) =
        (service.config.clone(), draft.report.clone(), Arc::clone(&all), slug.clone());
    let done = service
        .store
        .write("release a report", move |connection| {
            if !report::release(connection, id, &stored, now)? {
                return Ok(false);
            }
            for (language, files) in files.iter() {
                let (number, language) = (stored.number, *language);
                let place = FilePlace { agreement: id, period: &stored.period, number, language };
                for file in files {
                    report::insert_file(connection, place, &file.name, &file.bytes)?;
                }
            }
            audit::note(connection, id, who, Act::ReportReleased, &about(&stored), now)?;
            let days = period.first_day()..=period.last_day();
            let is_reported = |round: &round::Round| days.contains(&local_day(round.plan.opens_at, &zone));
            share_with_report(connection, id, &is_reported, now)?;
            let told = serde_json::json!({ "period": stored.period, "number": stored.number });
            let once = format!("{}-{}", stored.period, stored.number);
            announce(connection, id, Act::ReportPublished, &once, &told, now)?;
            tell(connection, &config, id, &told_of, &stored, now)?;
            Ok(true)
        })
        .await?;
    if !done {
        return Err(Refusal::JustReleased { period }.into());
    }
    service.outbox_bell.notify_waiters();
    for (language, files) in all.iter() {
        // It is released: a copy that cannot be written now is written by `keep_copies`.
        if let Err(error) = write(&folder(service, &slug, period, draft.report.number, *language), files) {
            tracing::error!(%error, "a released report's copy could not be written; trying again");
        }
    }
    Ok(Report { released_at: Some(now), ..draft.report })
}

/// Builds the newest released version again, and names the files that come out otherwise: none, as long as neither the
/// data nor the program nor its looks changed.
///
/// Errors: a refusal without a released version, and when the data changed since.
pub async fn find_differences(
    service: &Service,
    id: AgreementId,
    period: Period,
) -> Result<Vec<String>, AppError> {
    let (zone, versions) = read_versions(service, id, period).await?;
    let Some(own) = versions.iter().rfind(|one| one.released_at.is_some()) else {
        return Err(Refusal::NotReleased { period }.into());
    };
    let facts = crate::app::report::make_report::gather(service, id, period, own.as_of).await?;
    if facts.data_hash != own.data_hash {
        return Err(Refusal::ChangedSince { period }.into());
    }
    let edition = edition(&versions, own, own.released_at, &zone);
    let mut different = Vec::new();
    for (language, files) in render_all(service, &facts, &edition).await? {
        let stored = list_files(service, id, period, own.number, language).await?;
        let only = |of: &[ReportFile], other: &[ReportFile]| -> Vec<String> {
            of.iter()
                .filter(|file| !other.contains(file))
                .map(|file| format!("{language}/{}", file.name))
                .collect()
        };
        different.extend(only(&files, &stored));
        different.extend(only(&stored, &files));
    }
    different.sort_unstable();
    different.dedup();
    Ok(different)
}

/// Renders every language, off the threads that serve.
async fn render_all(
    service: &Service,
    facts: &Facts,
    edition: &Edition,
) -> Result<Vec<(Language, Vec<ReportFile>)>, AppError> {
    let (facts, edition, look) =
        (facts.clone(), edition.clone(), service.config.look_of(&facts.agreement).clone());
    tokio::task::spawn_blocking(move || {
        let one = |language| Ok((language, render(&facts, &edition, &look, language)?));
        Language::ALL.into_iter().map(one).collect()
    })
    .await
    .map_err(|_| AppError::Drawing("drawing was interrupted".to_owned()))?
}

fn new_message(
    id: AgreementId,
    of: &Report,
    kind: MessageKind,
    prefix: &str,
    suffix: String,
    recipient: Recipient,
    now: DateTime<Utc>,
) -> NewMessage {
    let version = if of.number == 0 { String::new() } else { format!("-c{}", of.number) };
    NewMessage {
        name: format!("{prefix}-a{id}-{}{version}-{suffix}", of.period),
        kind,
        agreement: Some(id),
        round: None,
        invitation: None,
        recipient,
        period: Some(of.period.clone()),
        about: Some(About::Report(of.number)),
        due_at: now,
        not_after_at: now + Duration::days(REPORT_MAIL_DAYS),
    }
}

/// Mails the steering group, and posts to its chat.
fn tell(
    connection: &Connection,
    config: &Config,
    id: AgreementId,
    slug: &str,
    of: &Report,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let new = |suffix: String, recipient| {
        new_message(id, of, MessageKind::ReportReady, "report", suffix, recipient, now)
    };
    for person in outbox::list_steering(connection, id)? {
        outbox::insert(connection, &new(format!("p{person}"), Recipient::Person(person)))?;
    }
    for hook in
        config.hooks.iter().filter(|hook| hook.agreement == slug && hook.audience == Audience::Steering)
    {
        outbox::insert(connection, &new(format!("h{}", hook.name), Recipient::Hook(hook.name.clone())))?;
    }
    Ok(())
}

/// Asks those who may release it to look at a draft that made itself.
async fn ask_to_release(
    service: &Service,
    id: AgreementId,
    of: Report,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    service
        .store
        .write("ask to release a report", move |connection| {
            for person in outbox::list_releasing(connection, id)? {
                let recipient = Recipient::Person(person);
                let suffix = format!("p{person}");
                let new =
                    new_message(id, &of, MessageKind::ReportDrafted, "report-draft", suffix, recipient, now);
                outbox::insert(connection, &new)?;
            }
            Ok(())
        })
        .await?;
    service.outbox_bell.notify_waiters();
    Ok(())
}

/// How far back a report that could not be made yet is still sought: a quarter and some.
const PENDING_DAYS: i64 = 100;

/// Makes the drafts whose cron came due since this installation first looked: each about the quarter before its instant,
/// as soon as no round of that quarter is open any more. One that was drafted before the quarter ended is made anew.
pub async fn make_due(service: &Service, now: DateTime<Utc>) -> Result<usize, AppError> {
    let Some(schedule) = service.config.reports.schedule.clone() else { return Ok(0) };
    // The configuration was checked when it was read.
    let refused = |error: crate::domain::calendar::ScheduleError| {
        AppError::Setup(crate::delivery::SetupError(error.to_string()))
    };
    let expression: CronExpression = schedule.cron.parse().map_err(refused)?;
    let zone = find_zone(&schedule.time_zone).map_err(refused)?;
    let first_look = service
        .store
        .read("read when reports were looked at first", |connection| {
            setting::find(connection, setting::REPORTS_SINCE)
        })
        .await?;
    let first_look =
        first_look.and_then(|text| text.parse().ok()).and_then(|at| DateTime::from_timestamp(at, 0));
    let Some(first_look) = first_look else {
        let seconds = now.timestamp().to_string();
        service
            .store
            .write("note when reports were looked at first", move |connection| {
                setting::set(connection, setting::REPORTS_SINCE, &seconds)
            })
            .await?;
        return Ok(0);
    };
    let mut n_made = 0;
    let mut from = first_look.max(now - Duration::days(PENDING_DAYS));
    while let Some(fired) = find_next_instant(&expression, zone, from).filter(|fired| *fired <= now) {
        from = fired.to_utc();
        let period = Period::quarter_before(fired.date_naive());
        for (id, slug) in service.store.read("list agreements", agreement::list).await? {
            // One agreement in trouble keeps no other from its report.
            match make_if_due(service, id, period, now).await {
                Ok(is_made) => n_made += usize::from(is_made),
                Err(error) => {
                    tracing::error!(agreement = slug, %period, %error, "a report could not be made; trying again")
                }
            }
        }
    }
    Ok(n_made)
}

async fn make_if_due(
    service: &Service,
    id: AgreementId,
    period: Period,
    now: DateTime<Utc>,
) -> Result<bool, AppError> {
    let is_due = service
        .store
        .read("see whether a report is due", move |connection| {
            // Asked at every tick: the cheapest question first.
            let versions = report::list_of(connection, id, &period.to_string())?;
            // One that tells of a day before its quarter ended lacks what came after.
            if versions.iter().any(|one| one.as_of > period.last_day()) {
                return Ok(None);
            }
            let zone = agreement::outline(connection, id)?.time_zone;
            let rounds = round::list(connection, id)?;
            let opened_on = |round: &round::Round| local_day(round.plan.opens_at, &zone);
            let is_waiting = rounds
                .iter()
                .any(|round| round.state == RoundState::Open && opened_on(round) <= period.last_day());
            let in_period = period.first_day()..=period.last_day();
            let has_round =
                rounds.iter().any(|round| round.state.has_figures() && in_period.contains(&opened_on(round)));
            let is_released = versions.iter().any(|one| one.released_at.is_some());
            Ok((has_round && !is_waiting).then_some(is_released))
        })
        .await?;
    let Some(is_released) = is_due else { return Ok(false) };
    if crate::app::report::make_report::gather(service, id, period, now.date_naive()).await?.latest.is_none()
    {
        return Ok(false);
    }
    let whole = |language| tr(language, Word::CorrectionWholePeriod);
    let correction = is_released.then(|| Text::new(whole(Language::Nl), whole(Language::En)));
    let draft = make_draft(service, id, period, correction, Who::Service, now).await?;
    ask_to_release(service, id, draft.report, now).await?;
    tracing::info!(agreement = %id, %period, "a report was drafted");
    Ok(true)
}
