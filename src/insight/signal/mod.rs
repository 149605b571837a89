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

use observations::Observations;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

impl Channel {
    /// All of them.
    pub const ALL: [Channel; 8] = [
        Channel::Drop,
        Channel::Rise,
        Channel::Erosion,
        Channel::Recovery,
        Channel::Polarisation,
        Channel::Silence,
        Channel::Gap,
        Channel::Mirror,
    ];
}

/// What every detector found in every round.
#[derive(Debug, Clone, PartialEq)]
pub struct Tracks([Track; 8]);

impl Tracks {
    /// Runs every detector.
    pub fn of(seen: &Observations) -> Tracks {
        let effects = level::all_effects(seen);
        let shifts = level::joint_shifts(seen, &effects);
        let n = seen.n_dimensions;
        let (erosion, recovery, polarisation, gap) = if n == 0 {
            let none = || vec![vec![None]; seen.rounds.len()];
            (none(), none(), none(), none())
        } else {
            (
                erosion::erosion(seen, &effects, -1.0),
                erosion::erosion(seen, &effects, 1.0),
                polarisation::polarisation(seen),
                gap::role_gap(seen),
            )
        };
        Tracks([
            level::level(&shifts, n, -1.0),
            level::level(&shifts, n, 1.0),
            erosion,
            recovery,
            polarisation,
            silence::silence(seen),
            gap,
            gap::mirror_gap(seen),
        ])
    }

    /// What one detector found.
    pub fn get(&self, channel: Channel) -> &Track {
        &self.0[channel as usize]
    }
}
