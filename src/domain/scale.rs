//! The scale that a statement is answered on.

use serde::{Deserialize, Serialize};

use super::language::{Language, Text};

/// The integers a respondent chooses from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// Lowest value.
    pub min: i64,
    /// Highest value.
    pub max: i64,
    /// A label per value in Dutch, lowest first.
    pub labels_nl: Vec<String>,
    /// A label per value in English, lowest first.
    pub labels_en: Vec<String>,
    /// How *cannot judge* is worded.
    pub cannot_judge: Text,
}

/// Fewest and most points that a scale may have. Source: issue decision, 2 to 11 points.
pub const SCALE_POINTS: std::ops::RangeInclusive<i64> = 2..=11;

impl Scale {
    /// Whether its answers read as those of another: other words are another scale, whatever its name.
    pub(super) fn has_words_of(&self, other: &Scale) -> bool {
        (&self.labels_nl, &self.labels_en) == (&other.labels_nl, &other.labels_en)
    }

    /// Points of this scale in one point of a scale of 1 to 5, which thresholds are told in.
    pub fn unit(&self) -> f64 {
        (self.max - self.min) as f64 / 4.0
    }

    /// All values, lowest first.
    pub fn values(&self) -> std::ops::RangeInclusive<i64> {
        self.min..=self.max
    }

    /// How many values there are.
    pub fn n_points(&self) -> usize {
        usize::try_from(self.max - self.min + 1).unwrap_or(0)
    }

    /// The label of a value; its number where the file gives no label.
    pub fn label(&self, value: i64, language: Language) -> String {
        let labels = match language {
            Language::En => &self.labels_en,
            // As all that people write: Dutch where there is no other.
            _ => &self.labels_nl,
        };
        usize::try_from(value - self.min)
            .ok()
            .and_then(|index| labels.get(index).cloned())
            .unwrap_or_else(|| value.to_string())
    }
}
