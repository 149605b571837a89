//! All signals of a panel: observations, scores, thresholds that fit the roster known at each round, episodes.

use chrono::NaiveDate;
use serde::Serialize;

use super::Tracks;
use super::calibrate::{Cache, Thresholds, WARM_UP, horizon};
use super::episode::{EpisodeRound, Level, episodes};
use super::kind::{Basis, Kind};
use super::observations::Observations;
use super::simulate::Roster;
use crate::domain::survey::Statement;
use crate::insight::panel::Panel;

/// Rounds a year before two rounds are known. Source: product decision, the usual cadence.
const USUAL_CADENCE: u32 = 12;
/// Seats of one partner are simulated up to here: a larger partner is as steady.
const MAX_SEATS: usize = 20;
/// A calibration holds until partners come or go or the seats change by more than this share. Source: product
/// decision; within it thresholds move less than their own Monte-Carlo error.
const ROSTER_TOLERANCE: f64 = 0.15;

/// One open round of an episode, in the panel's own names and points.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Signal {
    /// Number of the round.
    pub round: u32,
    /// Short name of the partner; `None` when it is about the agreement.
    pub partner: Option<String>,
    /// Id of the dimension where it shows most; `None` when it is not about one.
    pub dimension: Option<String>,
    /// What it says.
    pub kind: Kind,
    /// How loudly.
    pub level: Level,
    /// Number of the round since which.
    pub since_round: u32,
    /// How much: points of the scale, negative for a fall; for silence the change in the share that answers.
    pub size: f64,
    /// How strongly it stands out this round; units differ between kinds.
    pub score: f64,
    /// How far the score lies above the threshold of its level.
    pub excess: f64,
    /// Number of the episode.
    pub episode: usize,
}

/// Rounds a year by the median distance between rounds until each, to a whole number.
fn cadences(dates: &[NaiveDate]) -> Vec<u32> {
    (0..dates.len())
        .map(|t| {
            let mut gaps: Vec<i64> =
                dates[..=t].windows(2).map(|pair| (pair[1] - pair[0]).num_days().max(1)).collect();
            gaps.sort_unstable();
            gaps.get(gaps.len() / 2)
                .map_or(USUAL_CADENCE, |days| ((365.25 / *days as f64).round() as u32).clamp(1, 52))
        })
        .collect()
}

/// Thresholds of every round from what is known at it; the first rounds, which give no signal, share the first.
fn thresholds(panel: &Panel, seen: &Observations, cache: &mut Cache) -> Vec<Thresholds> {
    let dates: Vec<NaiveDate> = panel.rounds.iter().map(|round| round.date).collect();
    let survey = &panel.survey;
    let count = |is_counted: &dyn Fn(&Statement) -> bool| -> Vec<usize> {
        let of = |dimension: &&str| survey.core_statements(dimension).filter(|one| is_counted(one)).count();
        panel.detector_dimensions().iter().map(of).collect()
    };
    let (statements, shares) = (count(&|_| true), count(&|one| survey.is_how_many(one)));
    let mut held: Option<(Roster, u32)> = None;
    let mut known = Vec::new();
    for (t, per_year) in cadences(&dates).into_iter().enumerate().skip(WARM_UP) {
        let mut seats: Vec<usize> =
            seen.seats(t).into_iter().filter(|n| *n > 0).map(|n| n.min(MAX_SEATS)).collect();
        seats.sort_unstable();
        let is_like = |roster: &Roster| {
            let (then, now) = (roster.seats.iter().sum::<usize>() as f64, seats.iter().sum::<usize>() as f64);
            roster.seats.len() == seats.len() && (now - then).abs() <= ROSTER_TOLERANCE * then
        };
        if !held.as_ref().is_some_and(|(roster, cadence)| *cadence == per_year && is_like(roster)) {
            let roster = Roster {
                seats,
                n_rounds: horizon(f64::from(per_year)),
                statements: statements.clone(),
                shares: shares.clone(),
                n_points: panel.survey.scale.n_points(),
            };
            held = Some((roster, per_year));
        }
        if let Some((roster, per_year)) = &held {
            known.push(cache.get(roster, *per_year));
        }
    }
    let first = known.first().copied();
    first.into_iter().cycle().take(WARM_UP).chain(known).collect()
}

/// All signals, by round.
///
/// Empty: with three rounds or fewer, or nobody on the roster, none. A round adds signals and changes none before it. Where
/// core statements were added or retired, everything begins anew. Source: statistics specification §16.
pub fn find_signals(panel: &Panel, cache: &mut Cache) -> Vec<Signal> {
    let mut all: Vec<Signal> = Vec::new();
    for stretch in panel.stretches() {
        let before = all.iter().map(|signal| signal.episode).max().unwrap_or(0);
        let found = find_in_stretch(&stretch, cache);
        all.extend(found.into_iter().map(|signal| Signal { episode: signal.episode + before, ..signal }));
    }
    all
}

fn find_in_stretch(panel: &Panel, cache: &mut Cache) -> Vec<Signal> {
    let seen = Observations::of(panel);
    if panel.rounds.len() <= WARM_UP || seen.n_partners == 0 {
        return Vec::new();
    }
    let limits = thresholds(panel, &seen, cache);
    let unit = panel.survey.scale.unit();
    let dimensions = panel.detector_dimensions();
    let signal = |row: &EpisodeRound| Signal {
        round: panel.rounds[row.round].number,
        partner: row.partner.map(|partner| panel.partners[partner].clone()),
        dimension: row.found.dimension.map(|d| dimensions[d].to_owned()),
        kind: row.kind,
        level: row.level,
        since_round: panel.rounds[row.found.onset].number,
        size: match row.kind.basis() {
            Basis::Participation => row.found.size,
            Basis::Scores | Basis::Difference => row.found.size * unit,
        },
        score: row.found.score,
        excess: row.excess,
        episode: row.episode,
    };
    episodes(&Tracks::of(&seen), &limits).iter().map(signal).collect()
}
