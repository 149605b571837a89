//! A dimension over the rounds: line, 95 % band, n under the axis, dated marks.

use plotters::prelude::*;

use super::canvas::{Anchor, Area, FINE, LABEL, NUMBER, Type, draw, failed, hatch, line, text, text_fine};
use super::theme::{self, ACCENT, GRID, INK, MARK, MUTED, PAPER};
use super::{Caption, DrawError};
use crate::insight::disclosure::{Disclosed, Figure};

/// One round on the axis.
#[derive(Debug, Clone)]
pub struct Point {
    /// Days since the first round of the figure.
    pub at_day: f64,
    /// What may be shown.
    pub figure: Disclosed<Figure>,
    /// Words under the axis; empty where there is no room.
    pub tick: String,
    /// The statements changed before this round: the line must not run through.
    pub is_break: bool,
}

/// What a mark stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// Something outside the agreement.
    Event,
    /// A changed article.
    Adjustment,
    /// Other questions from here on.
    Questions,
}

impl MarkKind {
    /// What stands for it in a hash.
    pub fn code(self) -> &'static str {
        match self {
            MarkKind::Event => "event",
            MarkKind::Adjustment => "adjustment",
            MarkKind::Questions => "questions",
        }
    }
}

/// A dated mark on the axis.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Days since the first round of the figure.
    pub at_day: f64,
    /// What it stands for.
    pub kind: MarkKind,
    /// A few words.
    pub label: String,
}

/// The whole figure.
#[derive(Debug, Clone)]
pub struct Trend {
    /// What it says about itself.
    pub caption: Caption,
    /// Ends of the scale.
    pub scale: (i64, i64),
    /// Rounds, by date.
    pub points: Vec<Point>,
    /// Marks, by date.
    pub marks: Vec<Mark>,
    /// Beside the last point.
    pub end_label: String,
    /// Where a round has no figure.
    pub too_few: String,
    /// First day of the report's period, in days since the first round.
    pub period_from_day: f64,
    /// Words for the shaded period.
    pub period_label: String,
    /// Limits within which readings vary by chance, for looking and not for alarms; `None` with few rounds.
    pub limits: Option<(f64, f64)>,
    /// Words for them.
    pub limits_label: String,
}

const WIDTH: i32 = 720;
const PLOT_HEIGHT: i32 = 190;
const LEFT: i32 = 24;
const RIGHT: i32 = 64;
const FOOT: i32 = 44;

/// Where the plot starts: below the title, and below the marks' labels if there are any.
fn top(figure: &Trend) -> i32 {
    if figure.marks.is_empty() { 64 } else { 94 }
}

/// Draws the figure.
pub fn trend(figure: &Trend) -> Result<String, DrawError> {
    draw(&figure.caption, (WIDTH, top(figure) + PLOT_HEIGHT + FOOT), |area| paint(area, figure))
}

fn paint(area: &Area<'_>, figure: &Trend) -> Result<(), DrawError> {
    let last_day = figure.points.last().map_or(0.0, |point| point.at_day);
    let pad = (last_day * 0.03).max(10.0);
    let (from, to) = (-pad, last_day + pad);
    let (low, high) = (figure.scale.0 as f64, figure.scale.1 as f64);
    let mut chart = ChartBuilder::on(area)
        .margin_top(top(figure) * FINE)
        .margin_bottom(FOOT * FINE)
        .margin_left(LEFT * FINE)
        .margin_right(RIGHT * FINE)
        .build_cartesian_2d(from..to, low..high)
        .map_err(failed)?;
    let place = |day: f64, value: f64| chart.as_coord_spec_place(day, value);
    // The reported period, so that an eye on page one finds it.
    let (shade_left, upper) = place(figure.period_from_day.clamp(from, to), high);
    let (right, bottom) = place(to, low);
    if figure.period_from_day <= last_day {
        let shade = Rectangle::new([(shade_left, upper), (right, bottom)], ACCENT.mix(0.05).filled());
        area.draw(&shade).map_err(failed)?;
        let at = (right, bottom - 10 * FINE);
        text_fine(area, &figure.period_label, at, Anchor::Right, Type { size: theme::NOTE, ..LABEL })?;
    }
    for value in figure.scale.0..=figure.scale.1 {
        let (left, y) = place(from, value as f64);
        line(area, (left, y), (right, y), GRID, 2, 0)?;
        text_fine(area, &value.to_string(), (left - 8 * FINE, y), Anchor::Right, NUMBER)?;
    }
    paint_limits(area, figure, &place, (from, to))?;
    paint_marks(area, figure, &place, (from, to))?;
    for run in runs(&figure.points) {
        let band: Vec<(f64, f64)> = run
            .iter()
            .map(|(day, value)| (*day, value.ci95().map_or(value.mean(), |(_, high)| high).value()))
            .chain(
                run.iter()
                    .rev()
                    .map(|(day, value)| (*day, value.ci95().map_or(value.mean(), |(low, _)| low).value())),
            )
            .collect();
        if run.len() > 1 {
            chart
                .draw_series(std::iter::once(Polygon::new(band, ACCENT.mix(0.16).filled())))
                .map_err(failed)?;
        } else if let Some((day, value)) = run.first()
            && let Some((low, high)) = value.ci95()
        {
            let whisker = [(*day, low.value()), (*day, high.value())];
            chart
                .draw_series(LineSeries::new(whisker, ACCENT.mix(0.4).stroke_width(4 * FINE as u32)))
                .map_err(failed)?;
        }
        let points = run.iter().map(|(day, value)| (*day, value.mean().value()));
        chart
            .draw_series(LineSeries::new(points, ACCENT.stroke_width((5 * FINE / 2).unsigned_abs())))
            .map_err(failed)?;
    }
    for point in &figure.points {
        let (x, _) = chart.as_coord_spec_place(point.at_day, low);
        match point.figure.get() {
            Some(value) => {
                let at = (point.at_day, value.mean().value());
                chart.draw_series([Circle::new(at, 6 * FINE, PAPER.filled())]).map_err(failed)?;
                chart.draw_series([Circle::new(at, 4 * FINE, ACCENT.filled())]).map_err(failed)?;
            }
            None => hatch(area, (x - 7 * FINE, upper), (x + 7 * FINE, bottom))?,
        }
        let mut y = top(figure) + PLOT_HEIGHT + 14;
        for words in point.tick.split('\n').filter(|words| !words.is_empty()) {
            text_fine(area, words, (x, y * FINE), Anchor::Middle, LABEL)?;
            y += 17;
        }
    }
    if figure.points.iter().any(|point| point.figure.get().is_none()) {
        let at = (LEFT + 8, top(figure) + PLOT_HEIGHT - 12);
        text(area, &figure.too_few, at, Anchor::Left, Type { size: theme::NOTE, ..LABEL })?;
    }
    if let Some(last) = figure.points.last()
        && let Some(value) = last.figure.get()
    {
        let (x, y) = chart.as_coord_spec_place(last.at_day, value.mean().value());
        text_fine(
            area,
            &figure.end_label,
            (x + 12 * FINE, y),
            Anchor::Left,
            Type { size: theme::END, colour: ACCENT, bold: true },
        )?;
    }
    Ok(())
}

/// Stretches of rounds that one line may join: shown figures of one wording.
pub(super) fn runs(points: &[Point]) -> Vec<Vec<(f64, &Figure)>> {
    let mut runs: Vec<Vec<(f64, &Figure)>> = vec![Vec::new()];
    for point in points {
        if (point.is_break || point.figure.get().is_none()) && runs.last().is_some_and(|run| !run.is_empty())
        {
            runs.push(Vec::new());
        }
        if let (Some(figure), Some(run)) = (point.figure.get(), runs.last_mut()) {
            run.push((point.at_day, figure));
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn paint_limits(
    area: &Area<'_>,
    figure: &Trend,
    place: &impl Fn(f64, f64) -> (i32, i32),
    (from, to): (f64, f64),
) -> Result<(), DrawError> {
    let (low, high) = (figure.scale.0 as f64, figure.scale.1 as f64);
    let Some((lower, upper)) = figure.limits else { return Ok(()) };
    for limit in [lower, upper].into_iter().filter(|limit| (low..=high).contains(limit)) {
        line(area, place(from, limit), place(to, limit), MUTED, 1, 3)?;
    }
    if upper <= high {
        let (x, y) = place(from, upper);
        let at = (x + 4 * FINE, y - 8 * FINE);
        text_fine(area, &figure.limits_label, at, Anchor::Left, Type { size: theme::TICK, ..LABEL })?;
    }
    Ok(())
}

fn paint_marks(
    area: &Area<'_>,
    figure: &Trend,
    place: &impl Fn(f64, f64) -> (i32, i32),
    (from, to): (f64, f64),
) -> Result<(), DrawError> {
    let (low, high) = (figure.scale.0 as f64, figure.scale.1 as f64);
    // From right to left: a label that would run over a later mark goes one row up, so that no line crosses words.
    let mut taken_from = [i32::MAX; 3];
    for mark in figure.marks.iter().rev().filter(|mark| (from..=to).contains(&mark.at_day)) {
        let (x, _) = place(mark.at_day, high);
        let (_, bottom) = place(mark.at_day, low);
        let (colour, dash) = match mark.kind {
            MarkKind::Event => (MUTED, 2),
            MarkKind::Adjustment => (MARK, 5),
            MarkKind::Questions => (INK, 1),
        };
        // About 6.4 px a letter at this size; a label that would cross the edge hangs to the left of its mark.
        let width = (mark.label.chars().count() as i32 * 64 / 10 + 12) * FINE;
        let hangs_left = x + width > WIDTH * FINE;
        let (left, right) = if hangs_left { (x - width, x) } else { (x, x + width) };
        let row = taken_from.iter().position(|taken| right <= *taken).unwrap_or(taken_from.len() - 1);
        for taken in &mut taken_from[..=row] {
            *taken = left.min(*taken);
        }
        let y = (top(figure) - 10 - 17 * row as i32) * FINE;
        line(area, (x, y), (x, bottom), colour, 3, dash)?;
        let ink = if mark.kind == MarkKind::Adjustment { MARK } else { INK };
        let (anchor, offset) = if hangs_left { (Anchor::Right, -6) } else { (Anchor::Left, 6) };
        let kind = Type { size: theme::NOTE, colour: ink, bold: false };
        text_fine(area, &mark.label, (x + offset * FINE, y + 4 * FINE), anchor, kind)?;
    }
    // Where a mark says so already, one line is enough.
    let is_marked = |point: &Point| {
        let is_its =
            |mark: &Mark| mark.kind == MarkKind::Questions && (mark.at_day - point.at_day).abs() < 1.0;
        figure.marks.iter().any(is_its)
    };
    for point in figure.points.iter().filter(|point| point.is_break && !is_marked(point)) {
        let (x, upper) = place(point.at_day, high);
        let (_, bottom) = place(point.at_day, low);
        line(area, (x - 9 * FINE, upper), (x - 9 * FINE, bottom), INK, 3, 1)?;
    }
    Ok(())
}

/// Where a value lies, in fine units.
trait Place {
    fn as_coord_spec_place(&self, day: f64, value: f64) -> (i32, i32);
}

impl<DB: DrawingBackend> Place
    for ChartContext<
        '_,
        DB,
        Cartesian2d<plotters::coord::types::RangedCoordf64, plotters::coord::types::RangedCoordf64>,
    >
{
    fn as_coord_spec_place(&self, day: f64, value: f64) -> (i32, i32) {
        self.backend_coord(&(day, value))
    }
}
