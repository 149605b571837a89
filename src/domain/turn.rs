//! Which round it is, as far as that decides what is asked.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::code::coded;

/// A calendar quarter, counted from the year 0: 4 × year + 0 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quarter(u32);

impl Quarter {
    /// The quarter that a day lies in.
    pub fn of(day: NaiveDate) -> Quarter {
        Quarter(4 * day.year().unsigned_abs() + day.month0() / 3)
    }

    /// The quarter of a count.
    pub const fn from_count(count: u32) -> Quarter {
        Quarter(count)
    }

    /// The count.
    pub fn count(self) -> u32 {
        self.0
    }

    /// Whether it is the last of its year.
    pub fn is_last(self) -> bool {
        self.0 % 4 == 3
    }
}

/// How often something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Asked {
    /// In every round.
    #[default]
    Monthly,
    /// In the last round of a calendar quarter: its full pulse, before the steering group meets.
    Quarterly,
    /// In the full pulse of the last quarter, before the yearly meeting. Source: item bank, *Once a year*; that the year
    /// is the calendar's is a decision.
    Yearly,
}

coded!(Asked);

impl Asked {
    /// Whether this is what holds where nothing else is said.
    pub fn is_usual(&self) -> bool {
        *self == Asked::default()
    }

    /// Whether a round asks it.
    pub fn is_due(self, turn: Turn) -> bool {
        match self {
            Asked::Monthly => true,
            Asked::Quarterly => turn.full.is_some(),
            Asked::Yearly => turn.full.is_some_and(Quarter::is_last),
        }
    }
}

/// A round's place: settled when it opens, so that a later schedule never changes what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Turn {
    /// The round's number, from 1.
    pub number: u32,
    /// The quarter of which it is the full pulse; `None` for a short one.
    pub full: Option<Quarter>,
}

impl Turn {
    /// A round that asks only what every round asks.
    pub fn short(number: u32) -> Turn {
        Turn { number, full: None }
    }

    /// A round that is the full pulse of the quarter of a day.
    pub fn full(number: u32, day: NaiveDate) -> Turn {
        Turn { number, full: Some(Quarter::of(day)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_quarter_a_year_later_is_four_on() {
        let of = |text: &str| Quarter::of(text.parse().expect("a date")).count();
        assert_eq!(of("2027-03-31") - of("2026-01-01"), 4);
        assert_eq!(of("2026-04-01") - of("2026-03-31"), 1);
        assert_eq!(of("2027-01-01") - of("2026-12-31"), 1);
    }

    #[test]
    fn what_is_asked_quarterly_waits_for_the_full_pulse() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 3).unwrap_or_default();
        assert!(Asked::Monthly.is_due(Turn::short(1)) && Asked::Monthly.is_due(Turn::full(1, day)));
        assert!(!Asked::Quarterly.is_due(Turn::short(1)) && Asked::Quarterly.is_due(Turn::full(1, day)));
        let autumn = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap_or_default();
        assert!(!Asked::Yearly.is_due(Turn::full(1, day)) && Asked::Yearly.is_due(Turn::full(1, autumn)));
        assert!(!Asked::Yearly.is_due(Turn::short(1)));
    }
}
