//! The period of a report: a quarter (`2026-Q3`) or a year (`2026`).

use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A quarter or a calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    year: i32,
    quarter: Option<u32>,
}

impl Period {
    /// The quarter that a day lies in.
    pub fn quarter_of(day: NaiveDate) -> Period {
        Period { year: day.year(), quarter: Some(day.month0() / 3 + 1) }
    }

    /// The quarter before the one that a day lies in: what a report made on that day is about.
    pub fn quarter_before(day: NaiveDate) -> Period {
        let this = Period::quarter_of(day);
        Period::quarter_of(this.first_day().checked_sub_days(Days::new(1)).unwrap_or(day))
    }

    /// First day.
    pub fn first_day(self) -> NaiveDate {
        let month = self.quarter.map_or(1, |quarter| quarter * 3 - 2);
        NaiveDate::from_ymd_opt(self.year, month, 1).unwrap_or(NaiveDate::MIN)
    }

    /// Last day.
    pub fn last_day(self) -> NaiveDate {
        let (year, month) = match self.quarter {
            None | Some(4) => (self.year + 1, 1),
            Some(quarter) => (self.year, quarter * 3 + 1),
        };
        NaiveDate::from_ymd_opt(year, month, 1).and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MAX)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The quarter, 1 to 4; `None` for a whole year.
    pub fn quarter(self) -> Option<u32> {
        self.quarter
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.quarter {
            Some(quarter) => write!(f, "{}-Q{quarter}", self.year),
            None => write!(f, "{}", self.year),
        }
    }
}

/// A text that is no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a period: write a quarter such as 2026-Q3 or a year such as 2026")]
pub struct PeriodError(String);

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Period, PeriodError> {
        let refuse = || PeriodError(text.to_owned());
        let (year, quarter) = match text.split_once("-Q") {
            Some((year, quarter)) => (year, Some(quarter)),
            None => (text, None),
        };
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
            return Err(refuse());
        }
        let year = year.parse().map_err(|_| refuse())?;
        let quarter = match quarter {
            None => None,
            Some("1") => Some(1),
            Some("2") => Some(2),
            Some("3") => Some(3),
            Some("4") => Some(4),
            Some(_) => return Err(refuse()),
        };
        Ok(Period { year, quarter })
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, first: &str, last: &str) {
        let period: Period = text.parse().expect("a period");
        assert_eq!(
            (period.first_day().to_string(), period.last_day().to_string()),
            (first.into(), last.into())
        );
        assert_eq!(period.to_string(), text);
    }

    #[test]
    fn a_period_has_a_first_and_a_last_day() {
        check("2026-Q1", "2026-01-01", "2026-03-31");
        check("2026-Q4", "2026-10-01", "2026-12-31");
        check("2024", "2024-01-01", "2024-12-31");
    }

    #[test]
    fn other_texts_are_no_period() {
        for text in ["2026-Q5", "26-Q1", "2026-q1", "", "2026-Q", "2026-Q1/..", "+026"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_quarter_before_january_is_in_the_year_before() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 5).expect("a date");
        assert_eq!(Period::quarter_before(day).to_string(), "2025-Q4");
    }
}
