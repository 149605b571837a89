//! How far a dimension moved between the round before an adjustment and the round at its review, over people who
//! answered in both: a number with its interval, since whoever decides on an article needs its size.
//!
//! A change over some people is one more equation beside the two means. The rest of both rounds, those who answered in
//! only one of them, is what the three together speak of: it must be nobody, or enough people, also for a partner that
//! knows its own. And a round enters at most one pair of rounds a dimension, so that no two changes can be combined.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::change::{ChangeFigure, paired_differences};
use super::{Bound, Figure, Tenths, is_enough, strictest};
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::survey::Alike;
use crate::insight::change::change;
use crate::insight::interval::{MAX_EARLIER, Variances, change_half_width};
use crate::insight::panel::{Panel, PanelRound};
use crate::insight::sample::{mean, sorted};
use crate::insight::score::dimension_score;

/// A change may be called demonstrable below this p: one test, planned beforehand. Source: statistics specification §3.
const SIGNIFICANCE: f64 = 0.05;

/// What may be said of a dimension's move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EffectFigure {
    /// The dimension.
    pub(super) dimension: String,
    /// Number of the last round before.
    pub(super) from_round: u32,
    /// Number of the round at the review.
    pub(super) to_round: u32,
    /// Whether it demonstrably moved.
    pub(super) verdict: ChangeFigure,
    /// How far; `None` where the number would tell more than it may. Points of the scale.
    pub(super) size: Option<EffectSize>,
}

/// How far, over whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EffectSize {
    /// Mean change of partners, over people who answered in both rounds.
    pub(super) mean: Tenths,
    /// Its 95 % interval, of counts and earlier rounds, never of how far these people moved apart.
    pub(super) ci95: Option<(Tenths, Tenths)>,
    /// People who answered in both.
    pub(super) n_people: usize,
    /// Their partners.
    pub(super) n_partners: usize,
}

impl EffectFigure {
    /// The dimension.
    pub fn dimension(&self) -> &str {
        &self.dimension
    }

    /// Number of the last round before.
    pub fn from_round(&self) -> u32 {
        self.from_round
    }

    /// Number of the round at the review.
    pub fn to_round(&self) -> u32 {
        self.to_round
    }

    /// Whether it demonstrably moved.
    pub fn verdict(&self) -> ChangeFigure {
        self.verdict
    }

    /// How far; `None` where the number would tell more than it may.
    pub fn size(&self) -> Option<&EffectSize> {
        self.size.as_ref()
    }
}

impl EffectSize {
    /// Mean change of partners, over people who answered in both rounds. Points of the scale.
    pub fn mean(&self) -> Tenths {
        self.mean
    }

    /// Its 95 % interval, of counts and earlier rounds.
    pub fn ci95(&self) -> Option<(Tenths, Tenths)> {
        self.ci95
    }

    /// People who answered in both.
    pub fn n_people(&self) -> usize {
        self.n_people
    }

    /// Their partners.
    pub fn n_partners(&self) -> usize {
        self.n_partners
    }
}

/// Lets through what may be said of a dimension between two rounds.
///
/// Shape: `before` and `now` are numbers of rounds; `published` gives the frozen figure of the dimension in a round, if it
/// was shown; `earlier` are all effects that were ever shown of the agreement.
/// Empty: `None` when one of the rounds is not there, or the second is not later.
/// Source: paired change over partners, statistics specification §3; complement, privacy rule R2.
pub fn guard_effect(
    panel: &Panel,
    (before, now): (u32, u32),
    dimension: &str,
    rule: &dyn Fn(u32) -> Confidentiality,
    published: &dyn Fn(u32) -> Option<Figure>,
    earlier: &[EffectFigure],
) -> Option<EffectFigure> {
    let at = |number: u32| panel.rounds.iter().position(|round| round.number == number);
    let (before_at, now_at) = (at(before)?, at(now)?);
    if now_at <= before_at {
        return None;
    }
    let rule = strictest([rule(before), rule(now)].into_iter())?;
    let (then, since) = (&panel.rounds[before_at], &panel.rounds[now_at]);
    let by_partner = paired_differences(then, since, dimension);
    let figure = |verdict, size| EffectFigure {
        dimension: dimension.to_owned(),
        from_round: before,
        to_round: now,
        verdict,
        size,
    };
    let threshold = rule.threshold as usize;
    let is_open = rule.mode == Mode::Attributed;
    if !is_open && !is_enough(by_partner.values().map(Vec::len), threshold) {
        return Some(figure(ChangeFigure::TooFew, None));
    }
    let counts: Vec<usize> = by_partner.values().map(Vec::len).collect();
    let (n_people, n_partners): (usize, usize) = (counts.iter().sum(), counts.len());
    let differences: Vec<f64> =
        by_partner.into_values().filter_map(|differences| mean(&sorted(differences))).collect();
    let Some(found) = change(&differences) else { return Some(figure(ChangeFigure::TooFew, None)) };
    let p = found.t_test.map(|test| test.p).or(found.p_sign_flip);
    let verdict = match p {
        None => ChangeFigure::TooFew,
        Some(p) if p >= SIGNIFICANCE => ChangeFigure::NotDemonstrable,
        Some(_) if found.mean > 0.0 => ChangeFigure::Higher,
        Some(_) => ChangeFigure::Lower,
    };
    let may_show = is_open
        || (is_published_so(then, dimension, published)
            && is_published_so(since, dimension, published)
            && may_leave_out(then, since, dimension, threshold)
            && stands_alone(dimension, (before, now), earlier));
    let unit = since.survey.scale.unit();
    let size = may_show.then(|| {
        let mean = Tenths::round(found.mean);
        let half = change_half_width(&counts, variances_before(panel, before_at, dimension));
        EffectSize {
            mean,
            ci95: half
                .map(|half| half * unit)
                .map(|half| (Tenths::round(mean.value() - half), Tenths::round(mean.value() + half))),
            n_people,
            n_partners,
        }
    });
    Some(figure(verdict, size))
}

/// How much people differ, by the rounds before one that asked the same of a dimension.
fn variances_before(panel: &Panel, at: usize, dimension: &str) -> Variances {
    let asked = &panel.rounds[at].survey;
    let alike = panel.rounds[..at]
        .iter()
        .rev()
        .filter(|round| asked.alike_in(&round.survey, dimension) == Alike::All);
    let scores = |round: &PanelRound| {
        let mut by_partner: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for sheet in &round.sheets {
            if let Some(score) = dimension_score(&sheet.answers, &round.survey, dimension) {
                by_partner.entry(sheet.partner).or_default().push(score);
            }
        }
        by_partner
    };
    let rounds: Vec<BTreeMap<usize, Vec<f64>>> = alike.take(MAX_EARLIER).map(scores).collect();
    Variances::prior(asked.core_statements(dimension).count()).after(&rounds, asked.scale.unit())
}

/// Whether a round's mean was shown as it is, over the very people that are here: a bound would become a number, and
/// somebody who was erased since would be the difference.
fn is_published_so(round: &PanelRound, dimension: &str, published: &dyn Fn(u32) -> Option<Figure>) -> bool {
    let n = round
        .sheets
        .iter()
        .filter(|sheet| dimension_score(&sheet.answers, &round.survey, dimension).is_some())
        .count();
    published(round.number).is_some_and(|figure| figure.bound == Bound::Exact && figure.n_respondents == n)
}

/// Whether those who answered in only one of two rounds are nobody, or enough, also without any one partner.
fn may_leave_out(then: &PanelRound, since: &PanelRound, dimension: &str, threshold: usize) -> bool {
    let who = |round: &PanelRound| -> BTreeSet<(usize, usize)> {
        let scored = |sheet: &&crate::insight::panel::PanelSheet| {
            dimension_score(&sheet.answers, &round.survey, dimension).is_some()
        };
        round.sheets.iter().filter(scored).map(|sheet| (sheet.partner, sheet.person)).collect()
    };
    let (then, since) = (who(then), who(since));
    let mut by_partner: BTreeMap<usize, usize> = BTreeMap::new();
    for (partner, _) in then.symmetric_difference(&since) {
        *by_partner.entry(*partner).or_default() += 1;
    }
    let n: usize = by_partner.values().sum();
    let most = by_partner.values().max().copied().unwrap_or(0);
    n == 0 || (by_partner.len() >= 3 && n - most >= threshold)
}

/// Whether no other pair of rounds of the dimension was shown with one of these rounds.
fn stands_alone(dimension: &str, pair: (u32, u32), earlier: &[EffectFigure]) -> bool {
    earlier.iter().filter(|one| one.dimension == dimension && one.size.is_some()).all(|one| {
        let other = (one.from_round, one.to_round);
        let shares = [other.0, other.1].iter().any(|round| *round == pair.0 || *round == pair.1);
        other == pair || !shares
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::Answer;
    use crate::domain::survey::{
        Block,
        tests::{statement, survey},
    };
    use crate::insight::panel::PanelSheet;
    use crate::insight::score::SheetAnswers;

    const RULE: Confidentiality = Confidentiality { mode: Mode::Confidential, threshold: 5 };

    /// Two rounds of six partners; `people` gives who answers in each, a partner.
    fn panel(first: &[usize], second: &[usize]) -> Panel {
        let survey = survey(vec![statement("A", "trust", Block::Core)]);
        let sheet = |partner: usize, person: usize, value: i64| PanelSheet {
            partner,
            person: partner * 10 + person,
            answers: SheetAnswers {
                partner: format!("P{partner}"),
                role: None,
                answers: [("A".to_owned(), Answer::Value(value))].into(),
            },
        };
        let round = |number, people: &[usize], value: i64| PanelRound {
            number,
            date: Default::default(),
            survey: survey.clone(),
            sheets: (0..6)
                .flat_map(|partner| people.iter().map(move |person| (partner, *person)))
                .map(|(partner, person)| {
                    sheet(partner, person, value + i64::from(partner == 0 && person == 0))
                })
                .collect(),
            invited: None,
        };
        Panel {
            survey: survey.clone(),
            partners: (0..6).map(|partner| format!("P{partner}")).collect(),
            n_people: 60,
            detectors: crate::domain::edition::signal_dimensions(&survey),
            rounds: vec![round(1, first, 2), round(2, second, 4), round(3, second, 4)],
        }
    }

    /// Every round's mean as it was shown, over as many people as answered.
    fn shown(panel: &Panel) -> impl Fn(u32) -> Option<Figure> {
        let n: Vec<usize> = panel.rounds.iter().map(|round| round.sheets.len()).collect();
        move |round| {
            let n_respondents = n[round as usize - 1];
            Some(Figure {
                mean: Tenths::from_parts(3, 0),
                bound: Bound::Exact,
                ci95: None,
                n_respondents,
                n_partners: 6,
            })
        }
    }

    fn check(first: &[usize], second: &[usize], earlier: &[EffectFigure]) -> EffectFigure {
        {
            let panel = panel(first, second);
            guard_effect(&panel, (1, 2), "trust", &|_| RULE, &shown(&panel), earlier)
        }
        .expect("both rounds")
    }

    #[test]
    fn a_move_of_the_same_people_is_shown_with_its_size() {
        let figure = check(&[0, 1], &[0, 1], &[]);
        let size = figure.size.expect("nobody is left out");
        assert_eq!((size.mean, size.n_people, size.n_partners), (Tenths::from_parts(2, 0), 12, 6));
        assert_eq!(figure.verdict, ChangeFigure::Higher);
    }

    #[test]
    fn who_answered_once_only_is_nobody_or_enough_people_of_several_partners() {
        assert!(check(&[0, 1, 2], &[0, 1], &[]).size.is_some(), "six newcomers of six partners leave five");
        let mut few = panel(&[0, 1], &[0, 1]);
        few.rounds[1].sheets.pop();
        let figure = guard_effect(&few, (1, 2), "trust", &|_| RULE, &shown(&few), &[]).expect("both rounds");
        assert_eq!(figure.size, None, "one person who left would be known");
        assert_eq!(figure.verdict, ChangeFigure::Higher, "a verdict adds no equation");
    }

    #[test]
    fn a_round_enters_one_pair_only() {
        let first = check(&[0, 1], &[0, 1], &[]);
        assert_eq!(
            check(&[0, 1], &[0, 1], std::slice::from_ref(&first)),
            first,
            "the same pair is the same equation"
        );
        let again = panel(&[0, 1], &[0, 1]);
        let other =
            guard_effect(&again, (1, 3), "trust", &|_| RULE, &shown(&again), &[first]).expect("there");
        assert_eq!(other.size, None);
    }

    #[test]
    fn a_bound_an_erased_person_and_a_round_that_was_not_shown_leave_a_verdict_only() {
        let panel = panel(&[0, 1], &[0, 1]);
        let good = shown(&panel);
        let bound = |round| good(round).map(|figure| Figure { bound: Bound::AtLeast, ..figure });
        let erased =
            |round| good(round).map(|figure| Figure { n_respondents: figure.n_respondents + 1, ..figure });
        let hidden = |_| None;
        let cases: [&dyn Fn(u32) -> Option<Figure>; 3] = [&bound, &erased, &hidden];
        for published in cases {
            let figure =
                guard_effect(&panel, (1, 2), "trust", &|_| RULE, published, &[]).expect("both rounds");
            assert_eq!((figure.size, figure.verdict), (None, ChangeFigure::Higher));
        }
    }
}
