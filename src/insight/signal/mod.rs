//! Signals: what stands out against a partner's or the agreement's own past, few and true.
//!
//! Reading order: [`observations`] (scores in independent coordinates), [`model`] (common effects and variances),
//! [`shift`] (has a level shifted, in one pass), [`kind`] (what there is to say), one file per kind ([`level`], [`erosion`], [`polarisation`],
//! [`silence`], [`gap`]), [`simulate`] and [`calibrate`] (how high a score must be so that alarms stay few),
//! [`episode`] (rounds of one story), [`find`] (all of it, from a panel).
//!
//! Everything at a round rests on that round and those before it.

pub mod calibrate;
pub mod episode;
pub mod erosion;
pub mod find;
pub mod gap;
pub mod kind;
pub mod level;
pub mod model;
pub mod observations;
pub mod polarisation;
pub mod shift;
pub mod silence;
pub mod simulate;

use enum_map::EnumMap;
use kind::Detector;
use observations::Observations;

/// What stands out to a detector at one round about one partner, or about the agreement, however little.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// How strongly it stands out; each detector has its own unit and threshold.
    pub score: f64,
    /// Index of the round since which.
    pub onset: usize,
    /// How much. Units: points of a 1 to 5 scale, or a share for silence; negative for a fall.
    pub size: f64,
    /// Index of the dimension where it shows most; `None` when it is not about one.
    pub dimension: Option<usize>,
}

/// What a detector sees of one partner, or of the agreement, at one round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sight {
    /// It cannot look: too few answers, or too early. An open episode stays as it is.
    Blind,
    /// It looks and there is nothing. An open episode closes.
    Nothing,
    /// Something stands out; its score says whether enough to speak of.
    Evidence(Evidence),
}

impl Sight {
    /// The evidence; `None` where there is none.
    pub fn evidence(self) -> Option<Evidence> {
        match self {
            Sight::Evidence(evidence) => Some(evidence),
            Sight::Blind | Sight::Nothing => None,
        }
    }
}

impl From<Option<Evidence>> for Sight {
    /// `None`: blind.
    fn from(evidence: Option<Evidence>) -> Sight {
        evidence.map_or(Sight::Blind, Sight::Evidence)
    }
}

/// What a detector sees, per round and unit: a partner each, or one for the agreement.
pub type Track = Vec<Vec<Sight>>;

/// What every detector found in every round.
#[derive(Debug, Clone, PartialEq)]
pub struct Tracks(EnumMap<Detector, Track>);

impl Tracks {
    /// Runs every detector.
    pub fn of(seen: &Observations) -> Tracks {
        let effects = level::all_effects(seen);
        let shifts = level::joint_shifts(seen, &effects);
        let n = seen.n_dimensions;
        Tracks(EnumMap::from_fn(|detector| match detector {
            Detector::Drop => level::level(&shifts, n, -1.0),
            Detector::Rise => level::level(&shifts, n, 1.0),
            Detector::Silence => silence::silence(seen),
            Detector::Mirror => gap::mirror_gap(seen),
            Detector::Erosion | Detector::Recovery | Detector::Polarisation | Detector::Gap if n == 0 => {
                vec![vec![Sight::Blind]; seen.rounds.len()]
            }
            Detector::Erosion => erosion::erosion(seen, &effects, -1.0),
            Detector::Recovery => erosion::erosion(seen, &effects, 1.0),
            Detector::Polarisation => polarisation::polarisation(seen),
            Detector::Gap => gap::role_gap(seen),
        }))
    }

    /// What one detector saw.
    pub fn get(&self, detector: Detector) -> &Track {
        &self.0[detector]
    }
}
