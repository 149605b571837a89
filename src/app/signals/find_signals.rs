//! Signals are found when a round has closed: its agreement's answers gathered, thresholds calibrated or remembered,
//! and what may be shown let through the guard and frozen, for each reader. Pages read what is frozen.

use enum_map::EnumMap;
use serde::{Deserialize, Serialize};

use crate::app::agreement::dossier::Dossier;
use crate::app::signals::gather_panel::{self, Gathered};
use crate::app::{AppError, Service};
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::ids::{AgreementId, RoundId};
use crate::domain::survey::Survey;
use crate::insight::disclosure::change::{ChangeFigure, guard_changes};
use crate::insight::disclosure::frozen::thaw_signal;
use crate::insight::disclosure::signals::{Reader, SignalFigure, guard_signals};
use crate::insight::reliability::{Consistency, consistency};
use crate::insight::signal::calibrate::{Cache, Thresholds, design};
use crate::insight::signal::find::find_signals;
use crate::insight::signal::simulate::Roster;
use crate::store::finding::StoredFindings;
use crate::store::round::Round;
use crate::store::{agreement, calibration, finding, survey};

/// What stands out.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// Signals of every round, by round.
    pub signals: Vec<SignalFigure>,
    /// Whether the last round lies higher or lower than the one before, by dimension.
    pub changes: Vec<(String, ChangeFigure)>,
    /// How consistent the statements of every round are, at the last one; `None` with too few rounds or people.
    pub consistency: Option<Consistency>,
    /// The last round; `None` when none closed.
    pub round: Option<u32>,
    /// The survey that it asked.
    pub survey: Option<Survey>,
    /// Whether something stood out in it that is of too few partners to be shown.
    pub has_small: bool,
}

/// What is kept of one round.
#[derive(Debug, Clone, Serialize)]
struct Frozen {
    signals: Vec<SignalFigure>,
    changes: Vec<(String, ChangeFigure)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consistency: Option<Consistency>,
    has_small: bool,
}

/// The same as it is read back.
#[derive(Deserialize)]
struct Stored {
    signals: Vec<serde_json::Value>,
    changes: Vec<(String, ChangeFigure)>,
    #[serde(default)]
    consistency: Option<Consistency>,
    #[serde(default)]
    has_small: bool,
}

/// The name by which a signal is known over rounds, as facilitators see it: its kind and its episode.
pub fn signal_name(signal: &SignalFigure) -> String {
    format!("{}-{}", signal.kind().code(), signal.episode())
}

/// What was frozen up to a round, for a reader. Changes nothing. Errors: those of the store.
pub async fn read(
    service: &Service,
    id: AgreementId,
    until: Option<u32>,
    reader: Reader,
) -> Result<Findings, AppError> {
    Ok(service
        .store
        .read("read signals", move |connection| read_stored(connection, id, until, reader))
        .await?)
}

/// The same inside a transaction.
pub fn read_stored(
    connection: &rusqlite::Connection,
    id: AgreementId,
    until: Option<u32>,
    reader: Reader,
) -> rusqlite::Result<Findings> {
    let slug = agreement::outline(connection, id)?.survey;
    let rows = finding::list(connection, id, &slug, reader.code())?;
    let known = rows.iter().filter_map(|(round, number, json)| Some((*round, *number, json.as_deref()?)));
    let (mut findings, last) = thaw(known, until)?;
    if let Some(last) = last {
        findings.survey = survey::find_asked(connection, last)?.map(|version| version.survey);
    }
    Ok(findings)
}

/// The same of what was read before.
pub fn of_dossier(dossier: &Dossier, until: Option<u32>, reader: Reader) -> rusqlite::Result<Findings> {
    let mut own: Vec<&Round> = dossier.figured_rounds().collect();
    own.sort_by_key(|round| (round.plan.opens_at, round.number));
    let known = own.into_iter().filter_map(|round| {
        let is_its = |one: &&StoredFindings| one.round == round.id && one.reader == reader.code();
        let found = dossier.findings.iter().find(is_its)?;
        Some((round, round.number.unwrap_or(0), found.findings.as_str()))
    });
    let (mut findings, last) = thaw(known, until)?;
    findings.survey = last.and_then(|round| dossier.asked(round)).map(|version| version.survey.clone());
    Ok(findings)
}

/// What was frozen of rounds, oldest first, and the last of them.
fn thaw<'a, R>(
    rounds: impl Iterator<Item = (R, u32, &'a str)>,
    until: Option<u32>,
) -> rusqlite::Result<(Findings, Option<R>)> {
    let (mut findings, mut last) = (Findings::default(), None);
    for (round, number, json) in rounds.filter(|(_, number, _)| until.is_none_or(|until| *number <= until)) {
        let frozen: Stored = crate::store::from_json(json)?;
        for signal in frozen.signals {
            findings.signals.push(crate::store::as_read(thaw_signal(signal))?);
        }
        findings.changes = frozen.changes;
        findings.consistency = frozen.consistency;
        findings.has_small = frozen.has_small;
        findings.round = Some(number);
        last = Some(round);
    }
    Ok((findings, last))
}

/// Freezes what is not frozen yet, and reads. Takes a second the first time that a roster is met.
pub async fn find(
    service: &Service,
    id: AgreementId,
    until: Option<u32>,
    reader: Reader,
) -> Result<Findings, AppError> {
    freeze(service, id).await?;
    read(service, id, until, reader).await
}

/// Finds what stands out in every closed round of which it is not known yet; how many those were.
pub async fn freeze(service: &Service, id: AgreementId) -> Result<usize, AppError> {
    let pending = service
        .store
        .read("look for rounds without findings", move |connection| {
            let slug = agreement::outline(connection, id)?.survey;
            let rounds = finding::list(connection, id, &slug, Reader::Steering.code())?;
            let missing = rounds.into_iter().filter(|(_, _, json)| json.is_none());
            Ok(missing.map(|(round, number, _)| (round, number)).collect::<Vec<(RoundId, u32)>>())
        })
        .await?;
    if pending.is_empty() {
        return Ok(0);
    }
    let key = service.key.clone();
    let gathered = service
        .store
        .read("gather answers for signals", move |connection| {
            Ok((gather_panel::of_store(connection, &key, id)?, calibration::list(connection, &design())?))
        })
        .await?;
    let (Some(gathered), known) = gathered else { return Ok(0) };
    let first = gathered.signals.rounds.first().map_or(0, |round| round.number);
    let mut earlier = EnumMap::default();
    for reader in Reader::ALL {
        earlier[reader] = last_episode(&read(service, id, Some(first.saturating_sub(1)), reader).await?);
    }
    let computed = tokio::task::spawn_blocking(move || compute(gathered, &known, &pending, earlier));
    let (rows, fresh) = computed.await.map_err(|_| AppError::Interrupted("finding signals"))?;
    let n = rows.len() / Reader::ALL.len();
    service
        .store
        .write("freeze signals", move |connection| {
            fresh
                .iter()
                .try_for_each(|(roster, limits)| calibration::put(connection, &design(), roster, limits))?;
            for (round, reader, frozen) in &rows {
                finding::put(connection, *round, reader.code(), &crate::store::to_json(frozen)?)?;
            }
            Ok(())
        })
        .await?;
    Ok(n)
}

/// Freezes every agreement's rounds. One agreement in trouble keeps no other waiting.
pub async fn freeze_all(service: &Service) -> Result<(), AppError> {
    for (id, slug) in service.store.read("list agreements", agreement::list).await? {
        if let Err(error) = freeze(service, id).await {
            tracing::error!(agreement = slug, %error, "signals could not be found; trying again");
        }
    }
    Ok(())
}

fn last_episode(findings: &Findings) -> usize {
    findings.signals.iter().map(|signal| signal.episode()).max().unwrap_or(0)
}

type Rows = Vec<(RoundId, Reader, Frozen)>;

/// Findings of pending rounds, and thresholds that were calibrated for them. Rounds before the ones that signals compare,
/// because statements changed since, have no signals.
fn compute(
    gathered: Gathered,
    known: &[(String, String)],
    pending: &[(RoundId, u32)],
    earlier: EnumMap<Reader, usize>,
) -> (Rows, Vec<(String, String)>) {
    let Gathered { changes: all, signals: panel, confidentiality } = gathered;
    let mut cache = Cache::with(known.iter().filter_map(|(roster, thresholds)| {
        let roster: (Roster, u32) = serde_json::from_str(roster).ok()?;
        let thresholds: Thresholds = serde_json::from_str(thresholds).ok()?;
        Some((roster, thresholds))
    }));
    let signals = find_signals(&panel, &mut cache);
    let strictest = Confidentiality { mode: Mode::Confidential, threshold: 10 };
    let rule = |round: u32| confidentiality.get(&round).copied().unwrap_or(strictest);
    let mut rows = Rows::new();
    for (reader, before) in earlier {
        let guarded = guard_signals(&panel, &signals, &rule, reader);
        for (round, number) in pending {
            let at = all.rounds.iter().position(|one| one.number == *number);
            let changes = at.map_or_else(Vec::new, |at| guard_changes(&all, at, &rule));
            let own = guarded.figures.iter().filter(|figure| figure.round() == *number).cloned();
            let signals = own.map(|figure| figure.after_episodes(before)).collect();
            let has_small = guarded.small_in.contains(number);
            let consistency = at.and_then(|at| consistency(&all, at));
            rows.push((*round, reader, Frozen { signals, changes, consistency, has_small }));
        }
    }
    let fresh = cache
        .entries()
        .filter_map(|(roster, thresholds)| {
            Some((serde_json::to_string(roster).ok()?, serde_json::to_string(thresholds).ok()?))
        })
        .filter(|(roster, _)| !known.iter().any(|(one, _)| one == roster))
        .collect();
    (rows, fresh)
}
