//! The plots of a report, described: which points, marks and words each gets. Drawing is `plot`'s business.

mod drawn;
pub mod group;

pub use drawn::Drawn;
use drawn::has_tick;

use crate::domain::language::Language;
use crate::insight::chart::individuals_chart;
use crate::insight::disclosure::Bound;
use crate::insight::disclosure::spread::Spread;
use crate::plot::distribution::{BarScale, DistributionFigure, Row, distribution};
use crate::plot::response::{Bar, Response, response};
use crate::plot::trend::{Mark, Point, Trend, trend};
use crate::plot::{Caption, DrawError};
use crate::report::facts::{DimensionTrend, Facts, days_between};
use crate::report::wording;
use crate::report::wording::signals::entries;
use crate::words::{Phrase, Word, day, short_month, tr};

/// All figures of a report, drawn once for all its forms.
#[derive(Debug, Clone)]
pub struct Figures {
    /// Where every dimension stands; `None` without a round in the period.
    pub standing: Option<Drawn>,
    /// One per dimension, in order.
    pub trends: Vec<Drawn>,
    /// How the answers to each theme lie over the period; `None` without a round in it.
    pub spread: Option<Drawn>,
    /// Participation; `None` without rounds.
    pub response: Option<Drawn>,
    /// All dimensions beside each other; `None` when there is nothing to compare.
    pub multiples: Option<Drawn>,
    /// Partners as dots; `None` when none may be shown.
    pub dots: Option<Drawn>,
    /// Executives and practitioners; `None` when they may not be shown.
    pub gap: Option<Drawn>,
    /// How important each theme is beside where it stands; `None` when nobody was asked, or too few answered.
    pub importance: Option<Drawn>,
    /// A small line per signal, in the order of [`entries`].
    pub evidence: Vec<Drawn>,
}

impl Figures {
    /// Draws everything.
    pub fn draw(facts: &Facts, language: Language) -> Result<Figures, DrawError> {
        let trends = facts
            .dimensions
            .iter()
            .map(|dimension| draw_trend(facts, dimension, language))
            .collect::<Result<_, _>>()?;
        let spread = facts.latest.map(|_| draw_spread(facts, language)).transpose()?;
        let response = (!facts.rounds.is_empty()).then(|| draw_response(facts, language)).transpose()?;
        let (agreement, survey) = &facts.context;
        let evidence = entries(agreement, survey.as_ref(), &facts.signals, language)
            .iter()
            .enumerate()
            .map(|(index, entry)| group::draw_evidence(facts, index + 1, entry))
            .collect::<Result<_, _>>()?;
        let standing =
            facts.latest.map(|latest| group::draw_standing(facts, latest, language)).transpose()?;
        Ok(Figures {
            standing,
            trends,
            spread,
            response,
            multiples: group::draw_multiples(facts, language)?,
            dots: group::draw_dots(facts, language)?,
            gap: group::draw_gap(facts, language)?,
            importance: group::draw_importance(facts, language)?,
            evidence,
        })
    }

    /// The drawing of a name, or `None`.
    pub fn find(&self, name: &str) -> Option<&Drawn> {
        self.all().find(|drawn| drawn.name == name)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Drawn> {
        let Figures { standing, trends, spread, response, multiples, dots, gap, importance, evidence } = self;
        let groups = standing.iter().chain(multiples).chain(importance).chain(gap).chain(dots);
        groups.chain(trends).chain(spread).chain(response).chain(evidence)
    }
}

/// Labelled rounds on the axis of a wide drawing at most, so that labels never touch.
const MAX_TICKS: usize = 9;

fn draw_trend(facts: &Facts, dimension: &DimensionTrend, language: Language) -> Result<Drawn, DrawError> {
    let first = dimension.points.first().map(|point| facts.rounds[point.round].date).unwrap_or_default();
    let n = dimension.points.len();
    let points: Vec<Point> = dimension
        .points
        .iter()
        .enumerate()
        .map(|(index, point)| {
            let date = facts.rounds[point.round].date;
            let tick = if has_tick(index, n, MAX_TICKS) {
                let count =
                    point.figure.get().map_or("–".to_owned(), |figure| figure.n_respondents().to_string());
                format!("{}\nn={count}", short_month(language, date))
            } else {
                String::new()
            };
            Point {
                at_day: days_between(first, date),
                figure: point.figure.clone(),
                tick,
                is_break: point.is_break,
            }
        })
        .collect();
    let name = dimension.name.get(language).to_owned();
    let last = dimension.points.last();
    let last_date = last.map(|point| facts.rounds[point.round].date).unwrap_or_default();
    let title = match last.and_then(|point| point.figure.get()) {
        Some(figure) => tr(
            language,
            Phrase::TrendTitle {
                dimension: name.clone().into(),
                mean: wording::mean(language, figure).into(),
                max: facts.scale.1.into(),
            },
        ),
        None => tr(language, Phrase::TrendTitleTooFew { dimension: name.clone().into() }),
    };
    let said: Vec<String> = dimension
        .points
        .iter()
        .map(|point| {
            let date = facts.rounds[point.round].date;
            format!("{}: {}", day(language, date), wording::mean_with_n(language, &point.figure))
        })
        .collect();
    let id = format!("trend-{}", dimension.id);
    let caption = Caption {
        id,
        title,
        subtitle: tr(
            language,
            Phrase::TrendSubtitle { min: facts.scale.0.into(), max: facts.scale.1.into(), rounds: n.into() },
        ),
        description: said.join("; "),
    };
    Drawn::new(caption, |caption| {
        trend(&Trend {
            caption,
            scale: facts.scale,
            marks: facts
                .marks
                .iter()
                .map(|mark| Mark {
                    at_day: days_between(first, mark.on),
                    kind: mark.kind,
                    label: mark.title.get(language).to_owned(),
                })
                .collect(),
            end_label: last
                .and_then(|point| point.figure.get())
                .map(|figure| wording::mean(language, figure))
                .unwrap_or_default(),
            too_few: tr(language, Word::HatchedIsTooFew),
            period_from_day: days_between(first, facts.period.first_day().min(last_date)),
            period_label: facts.period.to_string(),
            limits: limits(dimension),
            limits_label: tr(language, Word::LimitsLabel),
            points,
        })
    })
}

/// Fewest rounds before limits are drawn. Source: experience rule Q3 ("SPC limits only from about 12 points").
const MIN_ROUNDS_FOR_LIMITS: usize = 12;

/// Three-sigma limits of the means that are shown since the last break, from twelve of them on.
fn limits(dimension: &DimensionTrend) -> Option<(f64, f64)> {
    let start = dimension.points.iter().rposition(|point| point.is_break).unwrap_or(0);
    let means: Option<Vec<f64>> = dimension.points[start..]
        .iter()
        .filter_map(|point| point.figure.get())
        .map(|figure| (figure.bound() == Bound::Exact).then(|| figure.mean().value()))
        .collect();
    let means = means.filter(|means| means.len() >= MIN_ROUNDS_FOR_LIMITS)?;
    individuals_chart(&means).map(|chart| chart.limits())
}

fn draw_spread(facts: &Facts, language: Language) -> Result<Drawn, DrawError> {
    let rows: Vec<Row> = facts
        .dimensions
        .iter()
        .zip(&facts.spreads)
        .map(|(dimension, spread)| Row {
            label: dimension.name.get(language).to_owned(),
            spread: spread.clone(),
            almost_all: match spread.get() {
                Some(Spread::AlmostAll(value)) => almost_all(facts, *value, language),
                _ => String::new(),
            },
        })
        .collect();
    let is_odd = (facts.scale.1 - facts.scale.0) % 2 == 0;
    let rounds: Vec<String> = facts.rounds_in_period().map(|round| round.number.to_string()).collect();
    let told = rows.iter().map(|row| format!("{}: {}", row.label, said(row, language)));
    let caption = Caption {
        id: "spread".to_owned(),
        title: tr(language, Word::SpreadTitle),
        subtitle: tr(language, Phrase::SpreadSubtitle { rounds: rounds.join(", ").into() }),
        description: told.collect::<Vec<_>>().join("; "),
    };
    Drawn::new(caption, |caption| {
        distribution(&DistributionFigure {
            caption,
            scale: BarScale::of(&rows),
            rows,
            ends: (facts.scale.0.to_string(), tr(language, Phrase::SpreadHigh { max: facts.scale.1.into() })),
            neutral: if is_odd { tr(language, Word::Neutral) } else { String::new() },
            too_few: tr(language, Word::TooFew),
        })
    })
}

/// That almost everybody gave one answer.
pub(in crate::report) fn almost_all(facts: &Facts, value: i64, language: Language) -> String {
    tr(language, Phrase::SpreadAlmostAll { value: value.into(), max: facts.scale.1.into() })
}

/// A theme's shares in words, lowest value first.
fn said(row: &Row, language: Language) -> String {
    match row.spread.get() {
        None => tr(language, Word::TooFew),
        Some(Spread::AlmostAll(_)) => row.almost_all.clone(),
        Some(Spread::Shares(shares)) => {
            let told = shares.iter().map(|(value, tenths)| format!("{value}: {}%", 10 * u32::from(*tenths)));
            told.collect::<Vec<_>>().join(", ")
        }
    }
}

fn draw_response(facts: &Facts, language: Language) -> Result<Drawn, DrawError> {
    let n = facts.rounds.len();
    let bars = facts
        .rounds
        .iter()
        .enumerate()
        .map(|(index, round)| Bar {
            n_answered: round.n_answered,
            n_invited: round.n_invited,
            tick: if has_tick(index, n, MAX_TICKS) {
                short_month(language, round.date)
            } else {
                String::new()
            },
        })
        .collect();
    let last = &facts.rounds[n - 1];
    let caption = Caption {
        id: "response".to_owned(),
        title: match last.n_invited {
            Some(invited) => tr(
                language,
                Phrase::ResponseTitle { answered: last.n_answered.into(), invited: invited.into() },
            ),
            None => tr(language, Phrase::ResponseTitleWithoutRoster { answered: last.n_answered.into() }),
        },
        subtitle: tr(language, Phrase::ResponseSubtitle { rounds: n.into() }),
        description: facts
            .rounds
            .iter()
            .map(|round| {
                format!("{}: {}", day(language, round.date), wording::participation(language, round))
            })
            .collect::<Vec<_>>()
            .join("; "),
    };
    Drawn::new(caption, |caption| response(&Response { caption, bars }))
}
