//! What a signal can say, and which detectors say it: the list that a new kind begins with.
//!
//! A new kind is a line here, a detector in a file of its own, its place in [`super::Tracks::of`], and its words in
//! `report::wording::signals`. The compiler asks for each. Raise `calibrate::DESIGN` too.

use enum_map::Enum;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::code::{coded, listed};

/// What a signal says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// A partner's level went down.
    Drop,
    /// Two partners' levels went down at the same time.
    Conflict,
    /// The whole agreement goes down.
    Erosion,
    /// People within partners move apart while the mean stands.
    Polarisation,
    /// A partner's people stop answering.
    Silence,
    /// Two groups, or two statements, lie apart.
    Gap,
    /// A partner, or the whole agreement, goes up.
    Breakthrough,
}

coded!(Kind);

/// What a signal rests on, and so whose numbers say whether it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// How people answer, against how they did. Sizes are points of the scale.
    Scores,
    /// Who answers at all. Sizes are shares of the people invited.
    Participation,
    /// How two groups, or two statements, lie apart. Sizes are points of the scale.
    Difference,
}

impl Kind {
    /// What it rests on.
    pub fn basis(self) -> Basis {
        match self {
            Kind::Drop | Kind::Conflict | Kind::Erosion | Kind::Polarisation | Kind::Breakthrough => {
                Basis::Scores
            }
            Kind::Silence => Basis::Participation,
            Kind::Gap => Basis::Difference,
        }
    }
}

/// A detector with a threshold of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Enum, VariantArray)]
pub enum Detector {
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

listed!(Detector);

/// When a detector speaks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// At the threshold that opens at most so many false episodes a year in an agreement where nothing happens.
    Budget {
        /// False alerts; `None`: it only watches.
        alerts: Option<f64>,
        /// False alerts and watches together.
        all: f64,
    },
    /// Above a score that is the same everywhere; it only watches.
    Score(f64),
}

/// How surely own and seen must lie further apart than is common: standard normal deviate of the distance above what
/// [`super::gap`] calls common. Source: a one-sided level of 2.5 %.
const MIRROR_SCORE: f64 = 1.96;

impl Detector {
    /// What its signals say. Two drops at the same time become a conflict later.
    pub fn kind(self) -> Kind {
        match self {
            Detector::Drop => Kind::Drop,
            Detector::Rise | Detector::Recovery => Kind::Breakthrough,
            Detector::Erosion => Kind::Erosion,
            Detector::Polarisation => Kind::Polarisation,
            Detector::Silence => Kind::Silence,
            Detector::Gap | Detector::Mirror => Kind::Gap,
        }
    }

    /// Whether it looks at one partner at a time.
    pub fn is_about_partner(self) -> bool {
        match self {
            Detector::Drop | Detector::Rise | Detector::Silence => true,
            Detector::Erosion
            | Detector::Recovery
            | Detector::Polarisation
            | Detector::Gap
            | Detector::Mirror => false,
        }
    }

    /// When it speaks. Source: product decision; alerts add up to at most one false one a year.
    pub fn limit(self) -> Limit {
        match self {
            Detector::Drop => Limit::Budget { alerts: Some(0.48), all: 2.0 },
            Detector::Erosion => Limit::Budget { alerts: Some(0.20), all: 0.7 },
            Detector::Polarisation => Limit::Budget { alerts: Some(0.03), all: 0.2 },
            Detector::Silence => Limit::Budget { alerts: Some(0.21), all: 0.8 },
            Detector::Rise => Limit::Budget { alerts: None, all: 0.5 },
            Detector::Recovery | Detector::Gap => Limit::Budget { alerts: None, all: 0.25 },
            Detector::Mirror => Limit::Score(MIRROR_SCORE),
        }
    }

    /// False alerts a year that it may give.
    pub fn false_alerts(self) -> f64 {
        match self.limit() {
            Limit::Budget { alerts, .. } => alerts.unwrap_or(0.0),
            Limit::Score(_) => 0.0,
        }
    }
}
