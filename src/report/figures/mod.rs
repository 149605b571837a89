//! The plots of a report, described: which points, marks and words each gets. Drawing is `plot`'s business.

mod drawn;
pub mod group;

pub use drawn::Drawn;
use drawn::has_tick;

use crate::domain::language::Language;
use crate::insight::chart::individuals_chart;
use crate::insight::disclosure::{Bound, Distribution};
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
    /// The latest round's statements, a few a drawing; empty without a round.
    pub distributions: Vec<Drawn>,
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
        let distributions = match facts.latest {
            Some(latest) => draw_distributions(facts, latest, language)?,
            None => Vec::new(),
        };
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
            distributions,
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
        let Figures { standing, trends, distributions, response, multiples, dots, gap, importance, evidence } =
            self;
        let groups = standing.iter().chain(multiples).chain(importance).chain(gap).chain(dots);
        groups.chain(trends).chain(distributions).chain(response).chain(evidence)
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
                    point.figure.get().map_or("–".to_owned(), |figure| figure.n_respondents.to_string());
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
        .map(|figure| (figure.bound == Bound::Exact).then(|| figure.mean.value()))
        .collect();
    let means = means.filter(|means| means.len() >= MIN_ROUNDS_FOR_LIMITS)?;
    individuals_chart(&means).map(|chart| chart.limits())
}

/// Statements on one drawing at most: what a slide holds, and what lets a printed page break between drawings.
const MAX_STATEMENTS: usize = 6;

/// The statements in drawings of about the same length, all on one scale.
fn draw_distributions(facts: &Facts, latest: usize, language: Language) -> Result<Vec<Drawn>, DrawError> {
    let round = &facts.rounds[latest];
    let rows: Vec<Row> = facts
        .statements
        .iter()
        .map(|statement| {
            let text = statement.text.get(language);
            let label = if statement.is_reversed {
                format!("{text} ({})", tr(language, Word::Reversed))
            } else {
                text.to_owned()
            };
            Row { label, distribution: statement.figure.distribution.clone() }
        })
        .collect();
    let scale = BarScale::of(&rows);
    let is_odd = (facts.scale.1 - facts.scale.0) % 2 == 0;
    let n_drawings = rows.len().div_ceil(MAX_STATEMENTS).max(1);
    rows.chunks(rows.len().div_ceil(n_drawings).max(1))
        .enumerate()
        .map(|(index, rows)| {
            let agreeing =
                rows.iter().filter_map(|row| row.distribution.get()).filter(|shown| agrees(shown)).count();
            let caption = Caption {
                id: format!("statements-{}", index + 1),
                title: tr(
                    language,
                    Phrase::DistributionTitle { n: agreeing.into(), statements: rows.len().into() },
                ),
                subtitle: tr(
                    language,
                    Phrase::DistributionSubtitle {
                        day: day(language, round.date).into(),
                        answered: round.n_answered.into(),
                    },
                ),
                description: described(facts, rows, language),
            };
            Drawn::new(caption, |caption| {
                distribution(&DistributionFigure {
                    caption,
                    rows: rows.to_vec(),
                    scale,
                    ends: (
                        facts.scale_labels.0.get(language).to_owned(),
                        facts.scale_labels.1.get(language).to_owned(),
                    ),
                    neutral: if is_odd { tr(language, Word::Neutral) } else { String::new() },
                    outside: tr(language, Word::CannotJudgeShort),
                    too_few: tr(language, Word::TooFew),
                })
            })
        })
        .collect()
}

/// Whether most answers on the scale lie above its middle.
fn agrees(shown: &Distribution) -> bool {
    let (low, high) = (shown.counts.first(), shown.counts.last());
    let middle = low.zip(high).map_or(0, |(low, high)| low.0 + high.0);
    let above: usize =
        shown.counts.iter().filter(|(value, _)| 2 * value > middle).map(|(_, count)| count).sum();
    2 * above > shown.n_values()
}

/// Every statement with its counts, lowest value first.
fn described(facts: &Facts, rows: &[Row], language: Language) -> String {
    let row = |row: &Row| {
        let said = match row.distribution.get() {
            None => tr(language, Word::TooFew),
            Some(shown) => {
                let counts: Vec<String> =
                    shown.counts.iter().map(|(value, count)| format!("{value}: {count}")).collect();
                let outside = facts.cannot_judge.get(language);
                format!("{}, {outside}: {}", counts.join(", "), shown.n_cannot_judge)
            }
        };
        format!("{} {said}", row.label)
    };
    rows.iter().map(row).collect::<Vec<_>>().join("; ")
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
