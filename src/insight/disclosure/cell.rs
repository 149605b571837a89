//! One cell: how its mean is told by R1 and by itself, with an interval that is made of counts; and the statements of a
//! theme beside each other.

use std::collections::BTreeMap;

use super::bounds::{self, Means, Told, down_to_tenth};
use super::{Bound, Disclosed, END_SHARE, END_SHARE_OF_FEW, Figure, MANY_PARTNERS, Rules, Tenths, is_enough};
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::scale::Scale;
use crate::domain::survey::{Statement, Survey};
use crate::insight::interval::{Variances, half_width};
use crate::insight::reading::{Reading, statement_reading};
use crate::insight::score::SheetAnswers;

/// What is known of a round before anybody's answer.
pub(super) struct Counted<'r> {
    pub(super) n_invited: Option<&'r BTreeMap<String, usize>>,
    /// Points of the scale in one of a scale of 1 to 5.
    pub(super) unit: f64,
}

impl Counted<'_> {
    /// Half the width of a mean's 95 % interval, in points of the scale.
    pub(super) fn half_width(&self, reading: &Reading, variances: Variances) -> Option<f64> {
        let invited =
            |partner: &String| self.n_invited.and_then(|all| all.get(partner)).copied().unwrap_or(0);
        let answered: Vec<(usize, usize)> =
            reading.n_by_partner.iter().map(|(partner, n)| (*n, invited(partner))).collect();
        let n_partners = self.n_invited.map_or(answered.len(), BTreeMap::len);
        half_width(&answered, n_partners, variances).map(|half| half * self.unit)
    }
}

/// How much may be told beside a mean of one cell.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    pub(super) confidentiality: Confidentiality,
    /// Fewest partners and respondents, beside [`may_pool`].
    pub(super) fewest: (usize, usize),
    /// Statements that each respondent answered.
    pub(super) n_statements: usize,
    /// Whether two partners may put their answers together.
    pub(super) has_pairs: bool,
    pub(super) rules: Rules,
}

impl Cell {
    /// How a mean is told by R1 and by itself: `None` when R1 does not let it through.
    pub(super) fn told(self, reading: &Reading, scale: &Scale) -> Option<Told> {
        let (partners, respondents) = self.fewest;
        if self.confidentiality.mode == Mode::Attributed {
            return Some(self.with_ends(reading, scale));
        }
        let is_enough = reading.n_partners() >= partners && reading.n_respondents() >= respondents;
        (is_enough && may_pool(reading, self.confidentiality)).then(|| {
            if self.rules == Rules::PrimaryOnly {
                return self.with_ends(reading, scale);
            }
            let n_answers: Vec<usize> =
                reading.n_by_partner.values().map(|people| people * self.n_statements).collect();
            let mut means = reading.partner_means.clone();
            means.sort_unstable_by(f64::total_cmp);
            Means { means: &means, n_answers: &n_answers, has_pairs: self.has_pairs }.told(scale)
        })
    }

    /// For a mean that is let through for another reason: only the ends of the scale are left to see to.
    pub(super) fn with_ends(self, reading: &Reading, scale: &Scale) -> Told {
        let is_many = self.confidentiality.mode == Mode::Attributed || reading.n_partners() >= MANY_PARTNERS;
        let share = if is_many { END_SHARE } else { END_SHARE_OF_FEW };
        let margin = share * (scale.max - scale.min) as f64;
        let (low, high) = (scale.min as f64 + margin, scale.max as f64 - margin);
        let slack = 1e-9;
        let turn = |value: f64| (scale.min + scale.max) as f64 - value;
        if reading.mean <= low + slack {
            Told::AtMost(Tenths::round(turn(down_to_tenth(turn(low)))))
        } else if reading.mean >= high - slack {
            Told::AtLeast(Tenths::round(down_to_tenth(high)))
        } else {
            Told::Number
        }
    }
}

/// The one maker of figures. `half` is half the width of the interval; without it none is told.
pub(super) fn figure(reading: &Reading, told: Told, half: Option<f64>, scale: &Scale) -> Disclosed<Figure> {
    let (mean, bound) = match told {
        Told::Withheld => return Disclosed(None),
        Told::Number => (Tenths::round(reading.mean), Bound::Exact),
        Told::AtMost(bound) => (bound, Bound::AtMost),
        Told::AtLeast(bound) => (bound, Bound::AtLeast),
    };
    // Around what is told: ends that are rounded by themselves would tell the mean closer than to tenths.
    let cut = |value: f64| Tenths::round(value.clamp(scale.min as f64, scale.max as f64));
    Disclosed(Some(Figure {
        mean,
        bound,
        ci95: half
            .filter(|_| bound == Bound::Exact)
            .map(|half| (cut(mean.value() - half), cut(mean.value() + half))),
        n_respondents: reading.n_respondents(),
        n_partners: reading.n_partners(),
    }))
}

/// Rules R1 and R2 for a figure pooled over partners of which none is shown by itself: enough respondents, enough
/// partners, and enough respondents left for whoever subtracts the answers of its own organisation.
/// Attributed answers were given in an organisation's name, so there only the figure's existence counts.
fn may_pool(reading: &Reading, confidentiality: Confidentiality) -> bool {
    match confidentiality.mode {
        Mode::Attributed => true,
        Mode::Confidential => {
            is_enough(reading.n_by_partner.values().copied(), confidentiality.threshold as usize)
        }
    }
}

/// Statements of one theme.
pub(super) struct ToldStatements {
    pub(super) figures: Vec<Disclosed<Figure>>,
    pub(super) n_withheld: usize,
}

/// A theme's statements: all of them as numbers beside the theme's number, or none: each one that was left out would be
/// what the others leave of it.
pub(super) fn told_of_theme(
    sheets: &[SheetAnswers],
    survey: &Survey,
    core: &[&Statement],
    theme: Option<Told>,
    cell: Cell,
) -> ToldStatements {
    let readings: Vec<Option<Reading>> =
        core.iter().map(|statement| statement_reading(sheets, survey, statement).reading).collect();
    let told: Vec<Option<Told>> =
        readings.iter().map(|reading| cell.told(reading.as_ref()?, &survey.scale)).collect();
    let is_open = cell.confidentiality.mode == Mode::Attributed;
    let is_number = |told: &Option<Told>| *told == Some(Told::Number);
    let may_tell =
        is_number(&theme) && told.iter().all(is_number) && bounds::skipped(sheets, core, &survey.scale);
    let figures = readings.iter().zip(&told).map(|(reading, told)| match (reading, told) {
        (Some(reading), Some(told)) if may_tell || is_open => figure(reading, *told, None, &survey.scale),
        _ => Disclosed(None),
    });
    // What R1 would have let through.
    let n_cells = told.iter().flatten().count();
    ToldStatements { figures: figures.collect(), n_withheld: if may_tell || is_open { 0 } else { n_cells } }
}
