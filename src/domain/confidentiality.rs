//! Who may see what of the answers, and from how many of them.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::code::coded;

/// Whether answers are confidential or given in an organisation's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Mode {
    /// Nobody sees who answered what; figures need enough answers.
    Confidential,
    /// People answer for their organisation, which is shown by name; persons are not.
    Attributed,
}

coded!(Mode);

/// Mode and threshold, frozen per round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confidentiality {
    /// Who may see what.
    pub mode: Mode,
    /// Fewest respondents behind a shown figure.
    pub threshold: u32,
}

/// A threshold lies between these. Source: privacy rules, promise 2 ("3 to 10, never below 3").
pub const THRESHOLDS: std::ops::RangeInclusive<u32> = 3..=10;

/// What an agreement changes about the survey's confidentiality. Both missing: nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct ConfidentialityOverride {
    /// Another mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// Another threshold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<u32>,
}

impl ConfidentialityOverride {
    /// The survey's confidentiality with this agreement's changes.
    pub fn apply(&self, base: Confidentiality) -> Confidentiality {
        Confidentiality {
            mode: self.mode.unwrap_or(base.mode),
            threshold: self.threshold.unwrap_or(base.threshold),
        }
    }
}
