//! The plots of a report, described: which points, marks and words each gets. Drawing is `plot`'s business.

use super::facts::{DimensionTrend, Facts, days_between};
use super::signals::entries;
use super::{group_figures, wording};
use crate::domain::language::Language;
use crate::insight::chart::individuals_chart;
use crate::insight::disclosure::Bound;
use crate::plot::distribution::{DistributionFigure, Row, distribution};
use crate::plot::response::{Bar, Response, response};
use crate::plot::trend::{Mark, Point, Trend, trend};
use crate::plot::{Caption, DrawError};
use crate::words::{day, short_month, tr};

/// A drawn figure under its file name, without extension.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// File name without extension, also its id on a page.
    pub name: String,
    /// The drawing.
    pub svg: String,
}

/// All figures of a report, drawn once for all its forms.
#[derive(Debug, Clone)]
pub struct Figures {
    /// One per dimension, in order.
    pub trends: Vec<Drawn>,
    /// The latest round's statements; `None` without one.
    pub distribution: Option<Drawn>,
    /// Participation; `None` without rounds.
    pub response: Option<Drawn>,
    /// All dimensions beside each other; `None` when there is nothing to compare.
    pub multiples: Option<Drawn>,
    /// Partners as dots; `None` when none may be shown.
    pub dots: Option<Drawn>,
    /// Executives and practitioners; `None` when they may not be shown.
    pub gap: Option<Drawn>,
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
        let distribution =
            facts.latest.map(|latest| draw_distribution(facts, latest, language)).transpose()?;
        let response = (!facts.rounds.is_empty()).then(|| draw_response(facts, language)).transpose()?;
        let (agreement, survey) = &facts.context;
        let evidence = entries(agreement, survey.as_ref(), &facts.signals, language)
            .iter()
            .enumerate()
            .map(|(index, entry)| group_figures::draw_evidence(facts, index + 1, entry))
            .collect::<Result<_, _>>()?;
        Ok(Figures {
            trends,
            distribution,
            response,
            multiples: group_figures::draw_multiples(facts, language)?,
            dots: group_figures::draw_dots(facts, language)?,
            gap: group_figures::draw_gap(facts, language)?,
            evidence,
        })
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Drawn> {
        let groups = self.multiples.iter().chain(&self.gap).chain(&self.dots);
        let rounds = self.trends.iter().chain(&self.distribution).chain(&self.response);
        groups.chain(rounds).chain(&self.evidence)
    }
}

/// How many rounds lie between two labelled ticks, so that labels never touch.
fn tick_step(n_rounds: usize) -> usize {
    n_rounds.div_ceil(9).max(1)
}

/// Whether a round's tick is labelled: counted from the last one, which always is.
fn has_tick(index: usize, n_rounds: usize) -> bool {
    (n_rounds - 1 - index).is_multiple_of(tick_step(n_rounds))
}

fn draw_trend(facts: &Facts, dimension: &DimensionTrend, language: Language) -> Result<Drawn, DrawError> {
    let first = dimension.points.first().map(|point| facts.rounds[point.round].date).unwrap_or_default();
    let n = dimension.points.len();
    let points: Vec<Point> = dimension
        .points
        .iter()
        .enumerate()
        .map(|(index, point)| {
            let date = facts.rounds[point.round].date;
            let tick = if has_tick(index, n) {
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
            "trend-title",
            &[
                ("dimension", name.clone().into()),
                ("mean", wording::mean(language, figure).into()),
                ("max", facts.scale.1.into()),
            ],
        ),
        None => tr(language, "trend-title-too-few", &[("dimension", name.clone().into())]),
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
    let figure = Trend {
        caption: Caption {
            id: id.clone(),
            title,
            subtitle: tr(
                language,
                "trend-subtitle",
                &[("min", facts.scale.0.into()), ("max", facts.scale.1.into()), ("rounds", n.into())],
            ),
            description: said.join("; "),
        },
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
        too_few: tr(language, "hatched-is-too-few", &[]),
        period_from_day: days_between(first, facts.period.first_day().min(last_date)),
        period_label: facts.period.to_string(),
        limits: limits(dimension),
        limits_label: tr(language, "limits-label", &[]),
        points,
    };
    Ok(Drawn { name: id, svg: trend(&figure)? })
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

fn draw_distribution(facts: &Facts, latest: usize, language: Language) -> Result<Drawn, DrawError> {
    let round = &facts.rounds[latest];
    let rows: Vec<Row> = facts
        .statements
        .iter()
        .map(|statement| {
            let text = statement.text.get(language);
            let label = if statement.is_reversed {
                format!("{text} ({})", tr(language, "reversed", &[]))
            } else {
                text.to_owned()
            };
            Row { label, distribution: statement.figure.distribution.clone() }
        })
        .collect();
    let is_odd = (facts.scale.1 - facts.scale.0) % 2 == 0;
    let id = "distribution".to_owned();
    let figure = DistributionFigure {
        caption: Caption {
            id: id.clone(),
            title: tr(language, "distribution-title", &[]),
            subtitle: tr(
                language,
                "distribution-subtitle",
                &[("day", day(language, round.date).into()), ("answered", round.n_answered.into())],
            ),
            description: tr(language, "distribution-description", &[("statements", rows.len().into())]),
        },
        rows,
        ends: (facts.scale_labels.0.get(language).to_owned(), facts.scale_labels.1.get(language).to_owned()),
        neutral: if is_odd { tr(language, "neutral", &[]) } else { String::new() },
        outside: tr(language, "cannot-judge-short", &[]),
        too_few: tr(language, "too-few", &[]),
    };
    Ok(Drawn { name: id, svg: distribution(&figure)? })
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
            tick: if has_tick(index, n) { short_month(language, round.date) } else { String::new() },
        })
        .collect();
    let last = &facts.rounds[n - 1];
    let id = "response".to_owned();
    let figure = Response {
        caption: Caption {
            id: id.clone(),
            title: match last.n_invited {
                Some(invited) => tr(
                    language,
                    "response-title",
                    &[("answered", last.n_answered.into()), ("invited", invited.into())],
                ),
                None => {
                    tr(language, "response-title-without-roster", &[("answered", last.n_answered.into())])
                }
            },
            subtitle: tr(language, "response-subtitle", &[("rounds", n.into())]),
            description: facts
                .rounds
                .iter()
                .map(|round| {
                    format!("{}: {}", day(language, round.date), wording::participation(language, round))
                })
                .collect::<Vec<_>>()
                .join("; "),
        },
        bars,
    };
    Ok(Drawn { name: id, svg: response(&figure)? })
}
