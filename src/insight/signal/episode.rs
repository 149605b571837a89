//! Episodes: the rounds of one story. A signal opens one, a worse score lifts a watch to an alert, recovery closes it.

use enum_map::EnumMap;

use super::calibrate::{RECOVERY, Threshold, Thresholds, WARM_UP};
use super::kind::{Detector, Kind};
use super::shift::WINDOW;
use super::{Evidence, Sight, Tracks};

/// How loudly it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// For the facilitator's eye only: four times as many false ones.
    Watch,
    /// Worth a conversation.
    Alert,
}

/// One open round of an episode.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EpisodeRound {
    /// Index of the round.
    pub round: usize,
    /// Index of the partner; `None` when it is about the agreement.
    pub partner: Option<usize>,
    /// What it says.
    pub kind: Kind,
    /// How loudly.
    pub level: Level,
    /// Score, threshold and what was found: the score is this round's, the rest as when it was last raised.
    pub found: Evidence,
    /// How far the score lies above the threshold of its level.
    pub excess: f64,
    /// Number of the episode, from 1 in the order of opening.
    pub episode: usize,
}

/// An open episode is said anew when its size grew by this. Units: points. Source: product decision.
const WORSE: f64 = 0.25;
/// Rounds by which two drops may differ in onset to be one conflict. Source: onsets are right to one round in nine of
/// ten alarms, statistics specification §14.
const SAME_ONSET: usize = 1;
struct Open {
    episode: usize,
    level: Level,
    kind: Kind,
    raised: Evidence,
    score: f64,
    /// Index of the round in which it was last raised.
    raised_in: usize,
    /// Index of the last round that said anything about it.
    heard_in: usize,
}

impl Open {
    /// It has been so for a window of rounds: the new normal, of which nothing more is said until it recovers or gets
    /// worse. Partners of whom nothing was heard for as long are no story either.
    fn is_settled(&self, round: usize) -> bool {
        round - self.raised_in >= WINDOW || round - self.heard_in >= WINDOW
    }
}

/// The rows of all episodes, by round.
///
/// Shape: `thresholds` per round. A round adds rows and changes none before it.
pub fn episodes(tracks: &Tracks, thresholds: &[Thresholds]) -> Vec<EpisodeRound> {
    let mut rows = Vec::new();
    let mut n_episodes = 0;
    let mut open: EnumMap<Detector, Vec<Option<Open>>> = EnumMap::from_fn(|detector| {
        tracks.get(detector).first().map_or_else(Vec::new, |units| units.iter().map(|_| None).collect())
    });
    for (t, limits) in thresholds.iter().enumerate().skip(WARM_UP) {
        for detector in Detector::ALL {
            let threshold = limits.get(detector);
            for (unit, slot) in open[detector].iter_mut().enumerate() {
                // A round that says nothing about a partner changes nothing about its episode.
                let found = match tracks.get(detector)[t][unit] {
                    Sight::Blind => continue,
                    Sight::Nothing => {
                        *slot = None;
                        continue;
                    }
                    Sight::Evidence(found) => found,
                };
                let level = if found.score > threshold.alert { Level::Alert } else { Level::Watch };
                match slot {
                    Some(_) if found.score <= threshold.watch - RECOVERY => *slot = None,
                    Some(state) => {
                        state.score = found.score;
                        let is_worse = found.size.abs() > state.raised.size.abs() + WORSE;
                        if level > state.level || (is_worse && found.score > threshold.watch) {
                            if state.is_settled(t) {
                                n_episodes += 1;
                                (state.episode, state.kind) = (n_episodes, detector.kind());
                            }
                            state.level = state.level.max(level);
                            (state.raised, state.raised_in) = (found, t);
                        }
                        state.heard_in = t;
                    }
                    None if found.score > threshold.watch => {
                        n_episodes += 1;
                        *slot = Some(Open {
                            episode: n_episodes,
                            level,
                            kind: detector.kind(),
                            raised: found,
                            score: found.score,
                            raised_in: t,
                            heard_in: t,
                        });
                    }
                    None => {}
                }
            }
        }
        pair_conflicts(&mut open[Detector::Drop], limits.get(Detector::Drop));
        for detector in Detector::ALL {
            let threshold = limits.get(detector);
            for (unit, state) in open[detector].iter().enumerate() {
                let Some(state) = state.as_ref().filter(|state| !state.is_settled(t)) else { continue };
                let limit = if state.level == Level::Alert { threshold.alert } else { threshold.watch };
                rows.push(EpisodeRound {
                    round: t,
                    partner: detector.is_about_partner().then_some(unit),
                    kind: kind_now(state, &open[detector], t),
                    level: state.level,
                    found: Evidence { score: state.score, ..state.raised },
                    excess: state.score - limit,
                    episode: state.episode,
                });
            }
        }
    }
    rows
}

/// A conflict of which the other side recovered or settled is a drop.
fn kind_now(state: &Open, units: &[Option<Open>], round: usize) -> Kind {
    let is_same = |other: &&Open| other.episode == state.episode && !other.is_settled(round);
    let n_sides = units.iter().flatten().filter(is_same).count();
    if state.kind == Kind::Conflict && n_sides < 2 { Kind::Drop } else { state.kind }
}

/// Two partners whose levels fell at the same time, one of them enough for an alert and the other half-way between watch
/// and alert, are a conflict: both alert, and share an episode. A third one at the same time makes it something else.
fn pair_conflicts(drops: &mut [Option<Open>], limit: Threshold) {
    let half_way = (limit.watch + limit.alert) / 2.0;
    let near = |drops: &[Option<Open>], a: usize| -> Vec<usize> {
        let Some(onset) = drops[a].as_ref().map(|state| state.raised.onset) else { return Vec::new() };
        (0..drops.len())
            .filter(|b| *b != a)
            .filter(|b| drops[*b].as_ref().is_some_and(|s| s.raised.onset.abs_diff(onset) <= SAME_ONSET))
            .collect()
    };
    for a in 0..drops.len() {
        let is_alert = drops[a].as_ref().is_some_and(|s| s.kind == Kind::Drop && s.level == Level::Alert);
        let [b] = near(drops, a)[..] else { continue };
        let is_free = drops[b].as_ref().is_some_and(|s| s.kind == Kind::Drop && s.score > half_way)
            && near(drops, b) == [a];
        if !is_alert || !is_free {
            continue;
        }
        let episode = drops[a].as_ref().map_or(0, |state| state.episode);
        for partner in [a, b] {
            if let Some(state) = &mut drops[partner] {
                (state.kind, state.level, state.episode) = (Kind::Conflict, Level::Alert, episode);
            }
        }
    }
}
