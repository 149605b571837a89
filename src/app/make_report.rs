//! A trend report is made: its facts gathered, its files written, its readers told. On demand, and by its own cron.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};

use super::share_round::share_with_report;
use super::tell_programs::announce;
use super::{AppError, Service, find_signals, local_day};
use crate::config::Audience;
use crate::domain::agreement::Agreement;
use crate::domain::calendar::{CronExpression, find_next_instant, find_zone};
use crate::domain::ids::AgreementId;
use crate::domain::invitation::Token;
use crate::domain::language::Language;
use crate::domain::message::MessageKind;
use crate::domain::period::Period;
use crate::domain::round::RoundState;
use crate::insight::disclosure::RoundFigures;
use crate::insight::disclosure::signals::Reader;
use crate::plot::png;
use crate::report::facts::{Facts, Found, RoundInput};
use crate::report::figures::Figures;
use crate::report::page::{Place, Style, page};
use crate::report::table;
use crate::store::audit::{self, Who};
use crate::store::outbox::{NewMessage, Recipient};
use crate::store::{agreement, outbox, report, round, setting, survey};

/// Style of report pages; the service serves it, a file carries it inside.
pub const STYLE: &str = include_str!("../../reports/style.css");

/// How this program names itself in reports.
pub const PROGRAM: &str = concat!("polsslag ", env!("CARGO_PKG_VERSION"));

/// How long the mail about a report is worth sending.
const REPORT_MAIL_DAYS: i64 = 14;

/// Gathers the facts of a period's report.
pub async fn gather(service: &Service, id: AgreementId, period: Period) -> Result<Facts, AppError> {
    let (agreement, rounds) = service
        .store
        .read("gather a report's facts", move |connection| {
            let agreement = agreement::get(connection, id)?;
            let rounds = list_inputs(connection, id, &agreement)?;
            Ok((agreement, rounds))
        })
        .await?;
    let in_period = |round: &&RoundInput| (period.first_day()..=period.last_day()).contains(&round.date);
    let own = rounds.iter().filter(|round| round.survey.id == agreement.survey);
    let latest =
        own.filter(in_period).max_by_key(|round| (round.date, round.number)).map(|round| round.number);
    let found = match latest {
        None => Found::default(),
        Some(number) => {
            let findings = find_signals::read(service, id, Some(number), Reader::Steering).await?;
            let is_open = findings.round == Some(number);
            let signals = findings.signals.into_iter().filter(|signal| signal.round == number);
            Found {
                signals: if is_open { signals.collect() } else { Vec::new() },
                changes: if is_open { findings.changes } else { Vec::new() },
            }
        }
    };
    Ok(Facts::gather(&agreement, period, &rounds, found, PROGRAM))
}

/// Closed rounds of an agreement's survey with their frozen figures.
pub fn list_inputs(
    connection: &rusqlite::Connection,
    id: AgreementId,
    agreement: &Agreement,
) -> rusqlite::Result<Vec<RoundInput>> {
    let mut inputs = Vec::new();
    let mut versions: std::collections::HashMap<_, survey::SurveyVersion> = std::collections::HashMap::new();
    for round in round::list(connection, id)? {
        if !round.state.has_figures() {
            continue;
        }
        let Some(json) = round::find_figures(connection, round.id)? else { continue };
        let figures: RoundFigures = crate::store::from_json(&json)?;
        let version = match versions.get(&round.survey_version) {
            Some(version) => version.clone(),
            None => {
                let version = survey::get(connection, round.survey_version)?;
                versions.insert(round.survey_version, version.clone());
                version
            }
        };
        inputs.push(RoundInput {
            number: round.number.unwrap_or(0),
            date: local_day(round.plan.opens_at, &agreement.time_zone),
            survey: version.survey,
            survey_version: version.version,
            figures,
        });
    }
    Ok(inputs)
}

/// One file of a report.
#[derive(Debug, Clone)]
pub struct ReportFile {
    /// Path within the report's folder.
    pub name: String,
    /// Its bytes: the same for the same data and program version.
    pub bytes: Vec<u8>,
}

/// Renders all files of a report in one language: page, figures as SVG and PNG, table.
pub fn render(facts: &Facts, language: Language) -> Result<Vec<ReportFile>, AppError> {
    let drawing = |error: crate::plot::DrawError| AppError::Drawing(error.to_string());
    let figures = Figures::draw(facts, language).map_err(drawing)?;
    let style = STYLE;
    let place =
        Place { style: Style::Inside(style), other_languages: &[], method: None, csv: Some("data.csv") };
    let mut files = vec![ReportFile {
        name: "report.html".to_owned(),
        bytes: page(facts, &figures, language, place).into_bytes(),
    }];
    for drawn in figures.all() {
        let png = png::render(&drawn.svg).map_err(drawing)?;
        files.push(ReportFile {
            name: format!("figures/{}.svg", drawn.name),
            bytes: drawn.svg.clone().into_bytes(),
        });
        files.push(ReportFile { name: format!("figures/{}.png", drawn.name), bytes: png });
    }
    let csv = table::csv(facts).map_err(|error| AppError::Drawing(error.to_string()))?;
    files.push(ReportFile { name: "data.csv".to_owned(), bytes: csv });
    Ok(files)
}

/// Writes a report's files under a folder, which is made.
pub fn write(folder: &Path, files: &[ReportFile]) -> Result<(), AppError> {
    for file in files {
        let path = folder.join(&file.name);
        let failed = |source| AppError::File { path: path.clone(), source };
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(failed)?;
        }
        std::fs::write(&path, &file.bytes).map_err(failed)?;
    }
    Ok(())
}

/// Where the service keeps a report.
pub fn folder(service: &Service, slug: &str, period: Period, language: Language) -> PathBuf {
    service.config.report_dir().join(slug).join(period.to_string()).join(language.code())
}

/// Makes a report in both languages and keeps it under the data directory. Gives its facts.
async fn make(service: &Service, id: AgreementId, period: Period) -> Result<Facts, AppError> {
    find_signals::freeze(service, id).await?;
    let facts = gather(service, id, period).await?;
    for language in Language::ALL {
        let files = {
            let facts = facts.clone();
            tokio::task::spawn_blocking(move || render(&facts, language))
                .await
                .map_err(|_| AppError::Drawing("drawing was interrupted".to_owned()))??
        };
        write(&folder(service, &facts.agreement, period, language), &files)?;
    }
    Ok(facts)
}

/// Makes a report and mails the steering group a link to it, once per period; its rounds are shared with respondents at
/// the same moment. Gives its facts.
pub async fn publish(
    service: &Service,
    id: AgreementId,
    period: Period,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Facts, AppError> {
    let facts = make(service, id, period).await?;
    let hash = facts.data_hash.clone();
    let (config, name, slug) = (service.config.clone(), period.to_string(), facts.agreement.clone());
    service
        .store
        .write("tell of the report", move |connection| {
            let zone = agreement::get(connection, id)?.time_zone;
            let is_reported = |round: &round::Round| {
                (period.first_day()..=period.last_day()).contains(&local_day(round.plan.opens_at, &zone))
            };
            report::put(connection, id, &name, &hash, now)?;
            audit::note(connection, id, (who, "report.published", &format!("report {name}")), now)?;
            share_with_report(connection, id, &is_reported, now)?;
            let about = format!("{name}-{}", now.timestamp());
            announce(
                connection,
                id,
                "report.published",
                &about,
                &serde_json::json!({ "period": name }),
                now,
            )?;
            tell(connection, &config, id, &slug, &name, now)
        })
        .await?;
    service.outbox_bell.notify_waiters();
    Ok(facts)
}

fn tell(
    connection: &rusqlite::Connection,
    config: &crate::config::Config,
    id: AgreementId,
    slug: &str,
    period: &str,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let new = |suffix: String, recipient| NewMessage {
        name: format!("report-a{id}-{period}-{suffix}"),
        kind: MessageKind::ReportReady,
        agreement: Some(id),
        round: None,
        invitation: None,
        recipient,
        period: Some(period.to_owned()),
        about: None,
        due_at: now,
        not_after_at: now + Duration::days(REPORT_MAIL_DAYS),
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

/// How far back a report that could not be made yet is still sought: a quarter and some.
const PENDING_DAYS: i64 = 100;

/// Makes the reports whose cron came due since this installation first looked: each about the quarter before its
/// instant, as soon as no round of that quarter is open any more. One made by hand before the quarter ended is made
/// again.
pub async fn make_due(service: &Service, now: DateTime<Utc>) -> Result<usize, AppError> {
    let Some(schedule) = service.config.reports.clone() else { return Ok(0) };
    let refused = |error: crate::domain::calendar::ScheduleError| AppError::Refused(error.to_string());
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
            let made_at = report::find_made_at(connection, id, &period.to_string())?;
            if made_at.is_some_and(|at| at.date_naive() > period.last_day()) {
                return Ok(false);
            }
            let zone = agreement::get(connection, id)?.time_zone;
            let rounds = round::list(connection, id)?;
            let opened_on = |round: &round::Round| local_day(round.plan.opens_at, &zone);
            let is_waiting = rounds
                .iter()
                .any(|round| round.state == RoundState::Open && opened_on(round) <= period.last_day());
            let in_period = period.first_day()..=period.last_day();
            let has_round =
                rounds.iter().any(|round| round.state.has_figures() && in_period.contains(&opened_on(round)));
            Ok(has_round && !is_waiting)
        })
        .await?;
    if !is_due || gather(service, id, period).await?.latest.is_none() {
        return Ok(false);
    }
    publish(service, id, period, Who::Service, now).await?;
    tracing::info!(agreement = %id, %period, "a report was made");
    Ok(true)
}

/// Whether a key opens a report that was made.
pub async fn is_key_good(
    service: &Service,
    id: AgreementId,
    period: Period,
    key: &Token,
) -> Result<bool, AppError> {
    let name = period.to_string();
    let wanted = name.clone();
    let generation = service
        .store
        .read("find the report", move |connection| report::find_generation(connection, id, &wanted))
        .await?;
    // Both sides are hashed before they are compared, so that timing tells nothing about either.
    Ok(generation
        .is_some_and(|generation| service.key.report_token(id, &name, generation).digest() == key.digest()))
}

/// Kills every link to a report that was given out.
pub async fn revoke(
    service: &Service,
    id: AgreementId,
    period: Period,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let name = period.to_string();
    let done = service
        .store
        .write("revoke report links", move |connection| {
            let done = report::revoke_keys(connection, id, &name)?;
            if done {
                audit::note(
                    connection,
                    id,
                    (Who::Command, "report.links-revoked", &format!("report {name}")),
                    now,
                )?;
            }
            Ok(done)
        })
        .await?;
    if done { Ok(()) } else { Err(AppError::Refused(format!("no report was made for {period} yet"))) }
}
