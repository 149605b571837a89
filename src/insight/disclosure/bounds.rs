//! Rule R2 for whole numbers between bounds: a mean near an end of the scale says much about everybody behind it, and
//! more to those who know a part of it. Before a round freezes, each mean is looked at as every attacker would: somebody
//! who knows nothing (A0, A1), a partner that knows its own answers (A2), two partners together (A3). What would leave
//! them too little room is told as a bound that counts alone give, or not at all.
//!
//! One mean of `P` partner means `x` with sum `S` leaves a partner, to those who know the sum `C` of `c` others, at least
//! `S − C − max · (P − c − 1)` and at most `S − C − min · (P − c − 1)`. Attackers with the lowest and with the highest
//! means of their own know most, so six sums are all there is to look at. Rounding leaves more room than is counted on
//! here; that is kept for figures that meet (see [`skipped`]).
//!
//! Readers know the program: that a number is told tells that it passed. So those who know less are left as much more
//! room as the checks for those who know more could take from them.

use std::collections::BTreeMap;

use super::{Bound, END_SHARE, END_SHARE_OF_FEW, Figure, MANY_PARTNERS, Tenths};
use crate::domain::scale::Scale;
use crate::domain::survey::Statement;
use crate::insight::score::{SheetAnswers, score_over, statement_score};

/// Partners from which two of them may put their answers together. Source: privacy rules, attacker A3.
pub(super) const MIN_FOR_PAIRS: usize = 6;
/// Room that a partner's mean keeps to somebody who knows nobody's answers. Units: points of a scale of 1 to 5.
/// Source: privacy rules, what is protected, (b).
const ROOM_OUTSIDE: f64 = 2.0;
/// The same to whoever knows one partner's answers, or two's. Source: the same.
const ROOM_INSIDE: f64 = 1.0;
/// Narrowest range between the two bounds. Units: points of a scale of 1 to 5. Source: privacy rule R2.
const NARROWEST: f64 = 1.5;
/// A number is rounded to tenths: so wide is what it leaves open.
const ROUNDING: f64 = 0.1;
/// Arithmetic's own noise.
const NOISE: f64 = 1e-9;

/// How a mean is told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Told {
    /// As it is.
    Number,
    /// At most this.
    AtMost(Tenths),
    /// At least this.
    AtLeast(Tenths),
    /// Not at all.
    Withheld,
}

/// Means of partners behind one figure.
pub(super) struct Means<'m> {
    /// Ascending.
    pub(super) means: &'m [f64],
    /// How many answers each of some partner's means is of, in any order: people times statements.
    pub(super) n_answers: &'m [usize],
    /// Whether two partners may put their answers together.
    pub(super) has_pairs: bool,
}

impl Means<'_> {
    /// How the mean of these is told.
    ///
    /// Empty: withheld.
    pub(super) fn told(&self, scale: &Scale) -> Told {
        let n = self.means.len();
        if n < self.most_known() + 2 || !self.can_move() {
            return Told::Withheld;
        }
        let mean = self.means.iter().sum::<f64>() / n as f64;
        let rounded = Tenths::round(mean).value();
        let (low, high) = self.ends(scale);
        let upside_down = self.turned(scale);
        let turn = |value: f64| (scale.min + scale.max) as f64 - value;
        let at_least = |bound| Told::AtLeast(Tenths::round(bound));
        let at_most = |bound| Told::AtMost(Tenths::round(turn(bound)));
        if mean >= high - NOISE {
            self.bound(high, scale).map_or(Told::Withheld, at_least)
        } else if mean <= low + NOISE {
            upside_down.as_means(self).bound(turn(low), scale).map_or(Told::Withheld, at_most)
        } else if !self.leaves_room_above(rounded, scale) {
            self.counted_bound(scale).map_or(Told::Withheld, at_least)
        } else if !upside_down.as_means(self).leaves_room_above(turn(rounded), scale) {
            self.counted_bound(scale).map_or(Told::Withheld, at_most)
        } else {
            Told::Number
        }
    }

    /// Most partners whose answers one attacker knows.
    fn most_known(&self) -> usize {
        if self.has_pairs { 2 } else { 1 }
    }

    /// Room for whoever knows so many partners' answers. Units: points of the scale.
    fn room(&self, n_known: usize, scale: &Scale) -> f64 {
        let points = match (n_known, self.has_pairs) {
            (0, _) => ROOM_OUTSIDE,
            // What two partners may not learn tells each of them something.
            (1, true) => 2.0 * ROOM_INSIDE,
            _ => ROOM_INSIDE,
        };
        points * scale.unit()
    }

    /// Whether the partners that are not known can add up to whatever is needed, within rounding.
    fn can_move(&self) -> bool {
        let mut steps: Vec<f64> = self.n_answers.iter().map(|n| 1.0 / (*n).max(1) as f64).collect();
        steps.sort_unstable_by(f64::total_cmp);
        steps.get(self.most_known()).is_some_and(|step| *step <= ROUNDING * steps.len() as f64 + NOISE)
    }

    /// Whether a mean, or a bound below it, leaves room under the top of the scale.
    fn leaves_room_above(&self, mean: f64, scale: &Scale) -> bool {
        let n = self.means.len();
        let max = scale.max as f64;
        (0..=self.most_known()).all(|n_known| {
            let known: f64 = self.means[..n_known].iter().sum();
            let lowest = mean * n as f64 - known - max * (n - n_known - 1) as f64;
            lowest <= max - self.room(n_known, scale) + NOISE
        })
    }

    /// Where the ends of the scale begin: a mean beyond is told as a bound. By counts alone.
    fn ends(&self, scale: &Scale) -> (f64, f64) {
        let n = self.means.len();
        let share = if n >= MANY_PARTNERS { END_SHARE } else { END_SHARE_OF_FEW };
        // That everybody else passed tells those who know nobody as much as the next attacker's room.
        let room = (self.room(0, scale) + self.room(1, scale)) / n as f64;
        let margin = room.max(share * (scale.max - scale.min) as f64);
        let high = down_to_tenth(scale.max as f64 - margin);
        ((scale.min + scale.max) as f64 - high, high)
    }

    /// A bound of a mean that lies above it: this one, or one that holds for all answers there could be.
    fn bound(&self, bound: f64, scale: &Scale) -> Option<f64> {
        let (low, high) = self.ends(scale);
        let is_wide = high - low >= NARROWEST * scale.unit() - NOISE;
        if is_wide && self.leaves_room_above(bound, scale) { Some(bound) } else { self.counted_bound(scale) }
    }

    /// The highest bound that leaves room whatever was answered; `None` where that says nothing any more.
    fn counted_bound(&self, scale: &Scale) -> Option<f64> {
        let (n, length) = (self.means.len() as f64, (scale.max - scale.min) as f64);
        let needed = (0..=self.most_known()).map(|known| known as f64 * length + self.room(known, scale));
        let bound = down_to_tenth(scale.max as f64 - needed.fold(0.0, f64::max) / n);
        let range = 2.0 * bound - (scale.min + scale.max) as f64;
        (range >= NARROWEST * scale.unit() - NOISE).then_some(bound)
    }

    /// The same means with the scale upside down.
    fn turned(&self, scale: &Scale) -> Turned {
        Turned(self.means.iter().rev().map(|mean| (scale.min + scale.max) as f64 - mean).collect())
    }
}

/// What may be told of a mean by counts alone, whatever was answered: for figures whose answers are not there any more.
pub(super) fn by_counts(figure: &Figure, has_pairs: bool, scale: &Scale) -> Option<Figure> {
    // Nothing is known of partners' means; the lowest there can be are the worst there are.
    let means = vec![scale.min as f64; figure.n_partners];
    let n_answers = vec![usize::MAX; figure.n_partners];
    let counts = Means { means: &means, n_answers: &n_answers, has_pairs };
    if means.len() < counts.most_known() + 2 {
        return None;
    }
    let bound = counts.counted_bound(scale).map(Tenths::round)?;
    let turned = Tenths(10 * (scale.min + scale.max) - bound.0);
    let told = match figure.bound {
        Bound::Exact if figure.mean > bound => (bound, Bound::AtLeast),
        Bound::Exact if figure.mean < turned => (turned, Bound::AtMost),
        Bound::Exact => (figure.mean, Bound::Exact),
        Bound::AtLeast => (bound.min(figure.mean), Bound::AtLeast),
        Bound::AtMost => (turned.max(figure.mean), Bound::AtMost),
    };
    Some(Figure { mean: told.0, bound: told.1, ci95: None, ..figure.clone() })
}

struct Turned(Vec<f64>);

impl Turned {
    fn as_means<'m>(&'m self, of: &Means<'m>) -> Means<'m> {
        Means { means: &self.0, ..*of }
    }
}

/// Cut to a tenth away from the upper end: 3.85 becomes "at least 3.8", which is true of 3.86 too.
pub(super) fn down_to_tenth(value: f64) -> f64 {
    (value * 10.0 + NOISE).floor() / 10.0
}

/// One person's answers to a theme.
struct Answered {
    answers: Vec<Option<f64>>,
    /// How many of them make the person's score; `None` when they are too few for one.
    n_scored: Option<usize>,
}

/// Whether those who skipped a statement keep room where a theme's mean is told beside its statements' means.
///
/// Where everybody answers everything, the theme's mean is the mean of its statements' and tells nothing more. A person
/// who skips one weighs more in the theme, so the difference of the two speaks of such partners only, as exactly as
/// rounding lets it. Every answer in it, and a partner's together, must have two points of the scale open by that rounding
/// alone.
pub(super) fn skipped(sheets: &[SheetAnswers], core: &[&Statement], scale: &Scale) -> bool {
    let n_core = core.len();
    let mut partners: BTreeMap<&str, Vec<Answered>> = BTreeMap::new();
    for sheet in sheets {
        let answers = core.iter().map(|statement| statement_score(sheet, statement, scale)).collect();
        let n_scored = score_over(sheet, core, scale).map(|(_, n)| n);
        partners.entry(&sheet.partner).or_default().push(Answered { answers, n_scored });
    }
    // What each answer counts in the difference, and the difference itself, of partners where somebody skipped.
    let mut terms: Vec<(f64, f64)> = Vec::new();
    // The same of a partner's people together.
    let mut together: Vec<(f64, f64)> = Vec::new();
    let (mut theme, mut n_theme) = (0.0, 0usize);
    let (mut by_statement, mut n_by_statement) = (vec![0.0; n_core], vec![0usize; n_core]);
    for people in partners.values() {
        let n_scored = people.iter().filter(|one| one.n_scored.is_some()).count();
        n_theme += usize::from(n_scored > 0);
        let n_before = terms.len();
        for at in 0..n_core {
            let n = people.iter().filter(|one| one.answers[at].is_some()).count();
            n_by_statement[at] += usize::from(n > 0);
            for one in people {
                let Some(value) = one.answers[at] else { continue };
                let in_statement = 1.0 / n as f64;
                let in_theme = one.n_scored.map_or(0.0, |given| 1.0 / (n_scored * given) as f64);
                by_statement[at] += in_statement * value;
                theme += in_theme * value;
                let weight = n_core as f64 * in_theme - in_statement;
                if weight.abs() > NOISE {
                    terms.push((weight, value));
                }
            }
        }
        let own = &terms[n_before..];
        let weight: f64 = own.iter().map(|(weight, _)| weight.abs()).sum();
        if weight > NOISE {
            together.push((weight, own.iter().map(|(own, value)| own.abs() * value).sum::<f64>() / weight));
        }
    }
    if terms.is_empty() || n_theme == 0 {
        return true;
    }
    let rounded = |sum: f64, n: usize| {
        let n = n.max(1) as f64;
        Tenths::round(sum / n).value() * n
    };
    let truth = n_core as f64 * theme - by_statement.iter().sum::<f64>();
    let told = n_core as f64 * rounded(theme, n_theme)
        - by_statement.iter().zip(&n_by_statement).map(|(sum, n)| rounded(*sum, *n)).sum::<f64>();
    let n_terms = (n_core * n_theme) as f64 + n_by_statement.iter().sum::<usize>() as f64;
    let slack = ROUNDING / 2.0 * n_terms;
    let (min, max) = (scale.min as f64, scale.max as f64);
    // How far something may go down and up with all others as they are.
    let room = |weight: f64, value: f64| {
        let (down, up) = ((told - slack - truth) / weight, (told + slack - truth) / weight);
        (value + down.min(up), value + down.max(up))
    };
    let needed = ROOM_OUTSIDE * scale.unit() - NOISE;
    let is_roomy = |low: f64, high: f64| high.min(max) - low.max(min) >= needed;
    terms.iter().all(|(weight, value)| {
        let (low, high) = room(*weight, *value);
        is_roomy((low - NOISE).ceil(), (high + NOISE).floor())
    }) && together.iter().all(|(weight, value)| {
        // Whichever way a partner's answers count, both are looked at.
        [*weight, -weight].iter().all(|weight| {
            let (low, high) = room(*weight, *value);
            is_roomy(low, high)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::survey::tests::survey;

    fn told(means: &[f64], has_pairs: bool) -> Told {
        let mut means = means.to_vec();
        means.sort_by(f64::total_cmp);
        let n_answers = vec![10; means.len()];
        Means { means: &means, n_answers: &n_answers, has_pairs }.told(&survey(Vec::new()).scale)
    }

    #[test]
    fn a_usual_mean_is_a_number() {
        assert_eq!(told(&[3.0, 3.6, 4.0], false), Told::Number);
        assert_eq!(told(&[3.2, 3.6, 4.0, 4.2, 3.9, 3.4, 3.8, 4.1], true), Told::Number);
    }

    #[test]
    fn whoever_knows_its_own_low_answers_learns_not_that_all_others_are_at_the_top() {
        // Twelve people who answered four but one who answered five.
        assert_eq!(told(&[4.0, 4.0, 4.0, 5.0], false), Told::AtLeast(Tenths(42)));
        assert_eq!(told(&[2.0, 5.0, 5.0], false), Told::Withheld, "two of three at the very top");
        assert_eq!(told(&[2.0, 2.5, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0], true), Told::AtLeast(Tenths(38)));
        assert_eq!(told(&[4.0, 3.5, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0], true), Told::AtMost(Tenths(22)));
    }

    #[test]
    fn two_of_three_partners_are_not_told_the_third() {
        assert_eq!(told(&[3.0, 3.0, 3.0], true), Told::Withheld);
    }

    #[test]
    fn nobody_alone_is_spoken_of_where_the_others_cannot_move() {
        let means = [3.0, 3.0, 3.0, 3.0, 4.0];
        let coarse = Means { means: &means, n_answers: &[1, 1, 1, 1, 8], has_pairs: false };
        assert_eq!(coarse.told(&survey(Vec::new()).scale), Told::Withheld);
    }

    proptest::proptest! {
        /// By the definition: nobody who knows up to two partners can narrow another one's mean down.
        #[test]
        fn a_mean_that_is_told_leaves_every_partner_room(
            eighths in proptest::collection::vec(8..=40u32, 3..14),
        ) {
            let means: Vec<f64> = eighths.iter().map(|eighths| f64::from(*eighths) / 8.0).collect();
            let n = means.len();
            let has_pairs = n >= MIN_FOR_PAIRS;
            let total: f64 = means.iter().sum();
            let rounded = Tenths::round(total / n as f64).value();
            let (low, high) = match told(&means, has_pairs) {
                Told::Number => (rounded - 0.05, rounded + 0.05),
                Told::AtLeast(bound) => (bound.value(), 5.0),
                Told::AtMost(bound) => (1.0, bound.value()),
                Told::Withheld => (1.0, 5.0),
            };
            let (low, high) = (low * n as f64, high * n as f64);
            let mut known: Vec<(f64, usize)> = vec![(0.0, 0)];
            known.extend(means.iter().map(|mean| (*mean, 1)));
            if has_pairs {
                known.extend((0..n).flat_map(|i| (0..i).map(move |j| (i, j))).map(|(i, j)| (means[i] + means[j], 2)));
            }
            for (sum, n_known) in known {
                let others = (n - n_known - 1) as f64;
                let room = (5.0f64).min(high - sum - others) - (1.0f64).max(low - sum - 5.0 * others);
                let needed = if n_known == 0 { 2.0 } else { 1.0 };
                proptest::prop_assert!(room >= needed - 1e-6, "{means:?} leaves {room}");
            }
        }
    }
}
