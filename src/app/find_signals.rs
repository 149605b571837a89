//! Signals are found: an agreement's answers gathered, its thresholds calibrated or remembered, and what may be shown
//! let through the guard.

use super::gather_panel::{self, Gathered};
use super::{AppError, Service};
use crate::domain::ids::AgreementId;
use crate::domain::survey::{Confidentiality, Mode, Survey};
use crate::insight::disclosure::change::{ChangeFigure, guard_changes};
use crate::insight::disclosure::signals::{Reader, SignalFigure, guard_signals};
use crate::insight::signal::calibrate::{Cache, Thresholds};
use crate::insight::signal::find::find_signals;
use crate::insight::signal::simulate::Roster;
use crate::store::calibration;

/// What stands out.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// Signals of every round, by round.
    pub signals: Vec<SignalFigure>,
    /// Whether the last round lies higher or lower than the one before, by dimension.
    pub changes: Vec<(String, ChangeFigure)>,
    /// The last round; `None` when none closed.
    pub round: Option<u32>,
    /// What it asked.
    pub survey: Option<Survey>,
}

/// Finds what stands out, up to a round and for a reader.
///
/// Takes a second the first time that a roster is met. Errors: those of the store.
pub async fn find(
    service: &Service,
    id: AgreementId,
    until: Option<u32>,
    reader: Reader,
) -> Result<Findings, AppError> {
    let key = service.key.clone();
    let gathered = service
        .store
        .read("gather answers for signals", move |connection| {
            Ok((gather_panel::of_store(connection, &key, id, until)?, calibration::list(connection)?))
        })
        .await?;
    let (Some(Gathered { panel, confidentiality }), known) = gathered else { return Ok(Findings::default()) };
    let parsed = known.iter().filter_map(|(roster, thresholds)| {
        let key: (Roster, u32) = serde_json::from_str(roster).ok()?;
        let thresholds: Thresholds = serde_json::from_str(thresholds).ok()?;
        Some((key, thresholds))
    });
    let mut cache = Cache::with(parsed);
    let computed = tokio::task::spawn_blocking(move || {
        let signals = find_signals(&panel, &mut cache);
        let strictest = Confidentiality { mode: Mode::Confidential, threshold: 10 };
        let rule = |round: u32| confidentiality.get(&round).copied().unwrap_or(strictest);
        let findings = Findings {
            signals: guard_signals(&panel, &signals, &rule, reader),
            changes: guard_changes(&panel, &rule),
            round: panel.rounds.last().map(|round| round.number),
            survey: Some(panel.survey),
        };
        (findings, cache)
    });
    let (findings, cache) =
        computed.await.map_err(|_| AppError::Refused("finding signals was interrupted".to_owned()))?;
    let fresh: Vec<(String, String)> = cache
        .entries()
        .filter_map(|(roster, thresholds)| {
            Some((serde_json::to_string(roster).ok()?, serde_json::to_string(thresholds).ok()?))
        })
        .filter(|(roster, _)| !known.iter().any(|(one, _)| one == roster))
        .collect();
    if !fresh.is_empty() {
        service
            .store
            .write("keep thresholds", move |connection| {
                fresh.iter().try_for_each(|(roster, limits)| calibration::put(connection, roster, limits))
            })
            .await?;
    }
    Ok(findings)
}
