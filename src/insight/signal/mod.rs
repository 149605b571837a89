//! Signals: what stands out against a partner's or the agreement's own past, few and true.
//!
//! Reading order: [`observations`] (scores in independent coordinates), [`model`] (common effects and variances),
//! [`shift`] (has a level shifted, in one pass), one file per kind ([`level`], [`erosion`], [`polarisation`],
//! [`silence`], [`gap`]), [`simulate`] and [`calibrate`] (how high a score must be so that alarms stay few),
//! [`episode`] (rounds of one story), [`find`] (all of it, from a panel).
//!
//! Everything at a round rests on that round and those before it.

pub mod calibrate;
pub mod episode;
pub mod erosion;
pub mod find;
pub mod gap;
pub mod level;
pub mod model;
pub mod observations;
pub mod polarisation;
pub mod shift;
pub mod silence;
pub mod simulate;

use enum_map::{Enum, EnumMap};
use observations::Observations;
use strum::VariantArray;

use crate::domain::code::listed;

/// What a detector found at one round about one partner, or about the agreement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// How strongly it stands out; each channel has its own unit and threshold.
    pub score: f64,
    /// Index of the round since which.
    pub onset: usize,
    /// How much. Units: points of a 1 to 5 scale, or a share for silence; negative for a fall.
    pub size: f64,
    /// Index of the dimension where it shows most; `None` when it is not about one.
    pub dimension: Option<usize>,
}

impl Found {
    /// The score of looking and finding nothing, which closes an open episode; not being able to look is `None`.
    pub const NOTHING: f64 = -99.0;
}

/// Per round and unit (a partner each, or one for the agreement) what was found; `None` where nothing could be said.
pub type Track = Vec<Vec<Option<Found>>>;

/// A detector with a threshold of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Enum, VariantArray)]
pub enum Channel {
    /// A partner's level went down.
    Drop,
    /// A partner's level went up.
    Rise,
    /// The whole agreement goes down.
    Erosion,
    /// The whole agreement goes up.
    Recovery,
    /// People within partners move apart.
    Polarisation,
    /// A partner's people stop answering.
    Silence,
    /// Executives and practitioners see it differently.
    Gap,
    /// What people say of their own organisation and of the others lies apart.
    Mirror,
}

listed!(Channel);

/// What every detector found in every round.
#[derive(Debug, Clone, PartialEq)]
pub struct Tracks(EnumMap<Channel, Track>);

impl Tracks {
    /// Runs every detector.
    pub fn of(seen: &Observations) -> Tracks {
        let effects = level::all_effects(seen);
        let shifts = level::joint_shifts(seen, &effects);
        let n = seen.n_dimensions;
        Tracks(EnumMap::from_fn(|channel| match channel {
            Channel::Drop => level::level(&shifts, n, -1.0),
            Channel::Rise => level::level(&shifts, n, 1.0),
            Channel::Silence => silence::silence(seen),
            Channel::Mirror => gap::mirror_gap(seen),
            Channel::Erosion | Channel::Recovery | Channel::Polarisation | Channel::Gap if n == 0 => {
                vec![vec![None]; seen.rounds.len()]
            }
            Channel::Erosion => erosion::erosion(seen, &effects, -1.0),
            Channel::Recovery => erosion::erosion(seen, &effects, 1.0),
            Channel::Polarisation => polarisation::polarisation(seen),
            Channel::Gap => gap::role_gap(seen),
        }))
    }

    /// What one detector found.
    pub fn get(&self, channel: Channel) -> &Track {
        &self.0[channel]
    }
}
