//! Counting: false episodes before or beside what was done, and the delay until it was found.

use crate::scenario::Truth;
use polsslag::insight::signal::calibrate::WARM_UP;
use polsslag::insight::signal::episode::EpisodeRound;
use polsslag::insight::signal::kind::Kind;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone)]
pub struct Outcome {
    pub n_false: usize,
    pub rounds_at_risk: usize,
    pub delay: Option<Option<usize>>,
}

pub fn judge(truth: &Truth, rows: &[EpisodeRound], n_rounds: usize) -> Outcome {
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
        // Afterwards, a signal at the other level speaks of the same story.
        let is_neutral = is_after && !is_match && (row.partner.is_none() || truth.partners.is_empty());
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

/// What happened over all replicates, with Monte-Carlo standard errors.
#[derive(Debug, Clone, Serialize)]
pub struct Tally {
    /// False episodes per agreement and year.
    pub false_rate: f64,
    pub false_se: f64,
    /// Where something was done: how often and how soon it was found.
    pub found: Option<Delays>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Delays {
    /// Share found with the first, second, third affected round at the latest.
    pub within: [f64; 3],
    pub within_se: [f64; 3],
    pub ever: f64,
    /// Rounds after the first affected one; `None` when fewer than half were found.
    pub median: Option<usize>,
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
            let n = delays.len() as f64;
            let share = |k: usize| delays.iter().filter(|d| d.is_some_and(|d| d < k)).count() as f64 / n;
            let within = [share(1), share(2), share(3)];
            let mut sorted: Vec<usize> = delays.iter().map(|d| d.unwrap_or(usize::MAX)).collect();
            sorted.sort_unstable();
            let median = sorted[(sorted.len() - 1) / 2];
            Delays {
                within,
                within_se: within.map(|p| (p * (1.0 - p) / n).sqrt()),
                ever: share(usize::MAX),
                median: (median < usize::MAX).then_some(median),
            }
        });
        Tally { false_rate: mean * n / years, false_se: (n * variance).sqrt() / years, found }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "false a year {:.2} ({:.2})", self.false_rate, self.false_se)?;
        if let Some(found) = &self.found {
            let within: Vec<String> = found
                .within
                .iter()
                .zip(found.within_se)
                .map(|(share, se)| format!("{share:.3} ({se:.3})"))
                .collect();
            let median = found.median.map_or("never".to_owned(), |median| median.to_string());
            write!(
                f,
                "  found within 1/2/3 {}  ever {:.2}  median delay {median}",
                within.join(" / "),
                found.ever
            )?;
        }
        Ok(())
    }
}
