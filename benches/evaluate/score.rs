//! Counting: false episodes before or beside what was done, and the delay until it was found.

use crate::scenario::Truth;
use polsslag::insight::signal::calibrate::WARM_UP;
use polsslag::insight::signal::episode::{Kind, Row};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone)]
pub struct Outcome {
    pub n_false: usize,
    pub rounds_at_risk: usize,
    pub delay: Option<Option<usize>>,
}

pub fn judge(truth: &Truth, rows: &[Row], n_rounds: usize) -> Outcome {
    let mut wrong: BTreeMap<Option<usize>, BTreeSet<usize>> = BTreeMap::new();
    let mut first: Option<usize> = None;
    for row in rows {
        let is_after = truth.onset.is_some_and(|onset| row.round >= onset);
        let is_match = is_after
            && match row.partner {
                Some(partner) => truth.partners.contains(&partner),
                None => {
                    truth.partners.is_empty() && (!truth.is_polarisation || row.kind == Kind::Polarisation)
                }
            };
        let is_neutral = is_after && !is_match && row.partner.is_some() == truth.partners.is_empty()
            || (is_after && !is_match && row.partner.is_none());
        if is_match {
            first = Some(first.map_or(row.round, |f| f.min(row.round)));
        } else if !is_neutral {
            wrong.entry(row.partner).or_default().insert(row.round);
        }
    }
    let n_false = wrong
        .values()
        .map(|rounds| rounds.iter().filter(|r| **r == 0 || !rounds.contains(&(*r - 1))).count())
        .sum();
    let until = match truth.onset {
        Some(onset) if truth.partners.is_empty() => onset,
        _ => n_rounds,
    };
    Outcome {
        n_false,
        rounds_at_risk: until - WARM_UP,
        delay: truth.onset.map(|onset| first.map(|round| round - onset)),
    }
}

#[derive(Debug, Clone)]
pub struct Tally {
    pub false_rate: f64,
    pub false_se: f64,
    /// Found within 1, 2, 3 rounds; ever; median delay.
    pub found: Option<([f64; 3], f64, Option<usize>)>,
    pub n: usize,
}

impl Tally {
    pub fn of<'o>(outcomes: impl Iterator<Item = &'o Outcome>, per_year: f64) -> Tally {
        let all: Vec<&Outcome> = outcomes.collect();
        let n = all.len() as f64;
        let years: f64 = all.iter().map(|o| o.rounds_at_risk as f64).sum::<f64>() / per_year;
        let mean = all.iter().map(|o| o.n_false as f64).sum::<f64>() / n;
        let variance = all.iter().map(|o| (o.n_false as f64 - mean).powi(2)).sum::<f64>() / (n - 1.0);
        let delays: Vec<Option<usize>> = all.iter().filter_map(|o| o.delay).collect();
        let found = (!delays.is_empty()).then(|| {
            let within = |k: usize| {
                delays.iter().filter(|d| d.is_some_and(|d| d < k)).count() as f64 / delays.len() as f64
            };
            let mut sorted: Vec<usize> = delays.iter().map(|d| d.unwrap_or(usize::MAX)).collect();
            sorted.sort_unstable();
            let median = sorted[(sorted.len() - 1) / 2];
            ([within(1), within(2), within(3)], within(usize::MAX), (median < usize::MAX).then_some(median))
        });
        Tally { false_rate: mean * n / years, false_se: (n * variance).sqrt() / years, found, n: all.len() }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "false {:.2} ({:.2})", self.false_rate, self.false_se)?;
        if let Some((within, ever, median)) = &self.found {
            write!(
                f,
                "  found {:.3}/{:.3}/{:.3} ever {:.2} median {:?}",
                within[0], within[1], within[2], ever, median
            )?;
        }
        Ok(())
    }
}
