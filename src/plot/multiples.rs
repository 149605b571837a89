//! All dimensions beside each other on one scale: a small trend each, so that the eye compares shapes.

use plotters::prelude::*;

use super::canvas::{Anchor, Area, FINE, LABEL, Type, draw, failed, hatch, line, text, text_fine};
use super::theme::{self, ACCENT, GRID, INK, MARK, MUTED, PAPER};
use super::trend::{Mark, MarkKind, Point, runs};
use super::{Caption, DrawError};
use crate::insight::disclosure::Figure;

/// One dimension.
#[derive(Debug, Clone)]
pub struct Panel {
    /// Its name.
    pub label: String,
    /// Its last mean, in words.
    pub last: String,
    /// Rounds, by date.
    pub points: Vec<Point>,
}

/// The whole figure.
#[derive(Debug, Clone)]
pub struct Multiples {
    /// What it says about itself.
    pub caption: Caption,
    /// Ends of the scale.
    pub scale: (i64, i64),
    /// Days from the first round to the last.
    pub days: f64,
    /// Marks, by date; their labels are letters.
    pub marks: Vec<Mark>,
    /// Dimensions, in order.
    pub panels: Vec<Panel>,
}

const WIDTH: i32 = 720;
const TOP: i32 = 62;
const COLUMNS: i32 = 2;
const PANEL_HEIGHT: i32 = 180;
const GUTTER: i32 = 36;
const PLOT: i32 = 94;
/// Room above a plot for its name and the letters of marks.
const HEAD: i32 = 38;

/// Draws the figure.
pub fn multiples(figure: &Multiples) -> Result<String, DrawError> {
    let rows = (figure.panels.len() as i32 + COLUMNS - 1) / COLUMNS;
    draw(&figure.caption, (WIDTH, TOP + PANEL_HEIGHT * rows.max(1) - 10), |area| {
        figure.panels.iter().enumerate().try_for_each(|(index, panel)| {
            let (column, row) = (index as i32 % COLUMNS, index as i32 / COLUMNS);
            let width = (WIDTH - GUTTER * (COLUMNS - 1)) / COLUMNS;
            paint(area, figure, panel, (column * (width + GUTTER), TOP + row * PANEL_HEIGHT), width)
        })
    })
}

/// Where values of a panel lie, in fine units.
struct Axes {
    left: i32,
    right: i32,
    top: i32,
    days: f64,
    scale: (f64, f64),
}

impl Axes {
    fn x(&self, day: f64) -> i32 {
        let share = day / self.days.max(1.0);
        (f64::from(self.left * FINE) + share * f64::from((self.right - self.left) * FINE)).round() as i32
    }

    fn y(&self, value: f64) -> i32 {
        let share = (self.scale.1 - value) / (self.scale.1 - self.scale.0);
        (f64::from(self.top * FINE) + share * f64::from(PLOT * FINE)).round() as i32
    }
}

fn paint(
    area: &Area<'_>,
    figure: &Multiples,
    panel: &Panel,
    (left, top): (i32, i32),
    width: i32,
) -> Result<(), DrawError> {
    let scale = (figure.scale.0 as f64, figure.scale.1 as f64);
    // Half a label fits beside the first and the last round.
    let axes = Axes { left: left + 30, right: left + width - 22, top: top + HEAD, days: figure.days, scale };
    let name = Type { size: theme::LABEL, colour: INK, bold: true };
    text(area, &panel.label, (left, top + 8), Anchor::Left, name)?;
    let last = Type { colour: ACCENT, ..name };
    text(area, &panel.last, (left + width, top + 8), Anchor::Right, last)?;
    for value in figure.scale.0..=figure.scale.1 {
        let y = axes.y(value as f64);
        line(area, ((left + 14) * FINE, y), ((left + width) * FINE, y), GRID, 1, 0)?;
        let quiet = Type { size: theme::TICK, ..LABEL };
        text_fine(area, &value.to_string(), ((left + 7) * FINE, y), Anchor::Right, quiet)?;
    }
    paint_marks(area, figure, &axes)?;
    for point in &panel.points {
        let x = axes.x(point.at_day);
        if point.figure.get().is_none() {
            hatch(area, (x - 4 * FINE, axes.y(scale.1)), (x + 4 * FINE, axes.y(scale.0)))?;
        }
        let mut y = axes.y(scale.0) + 13 * FINE;
        for words in point.tick.split('\n').filter(|words| !words.is_empty()) {
            text_fine(area, words, (x, y), Anchor::Middle, Type { size: theme::TICK, ..LABEL })?;
            y += 14 * FINE;
        }
    }
    runs(&panel.points).iter().try_for_each(|run| paint_run(area, run, &axes))
}

fn paint_marks(area: &Area<'_>, figure: &Multiples, axes: &Axes) -> Result<(), DrawError> {
    let mut taken = i32::MIN;
    for mark in figure.marks.iter().filter(|mark| (0.0..=figure.days).contains(&mark.at_day)) {
        let (colour, dash) = match mark.kind {
            MarkKind::Event => (MUTED, 2),
            MarkKind::Adjustment => (MARK, 4),
            MarkKind::Questions => (INK, 1),
        };
        let x = axes.x(mark.at_day);
        line(area, (x, axes.y(axes.scale.1)), (x, axes.y(axes.scale.0)), colour, 2, dash)?;
        // Letters keep their own width from each other; the lines stay where they are.
        let at = x.max(taken + 11 * FINE);
        taken = at;
        let letter = Type { size: theme::TICK, colour, bold: true };
        text_fine(area, &mark.label, (at, axes.y(axes.scale.1) - 8 * FINE), Anchor::Middle, letter)?;
    }
    Ok(())
}

fn paint_run(area: &Area<'_>, run: &[(f64, &Figure)], axes: &Axes) -> Result<(), DrawError> {
    let bound = |figure: &Figure, is_high: bool| {
        figure.ci95().map_or(figure.mean(), |(low, high)| if is_high { high } else { low }).value()
    };
    if run.len() > 1 {
        let upper = run.iter().map(|(day, figure)| (axes.x(*day), axes.y(bound(figure, true))));
        let lower = run.iter().rev().map(|(day, figure)| (axes.x(*day), axes.y(bound(figure, false))));
        let band: Vec<(i32, i32)> = upper.chain(lower).collect();
        area.draw(&Polygon::new(band, ACCENT.mix(0.16).filled())).map_err(failed)?;
        let middle: Vec<(i32, i32)> =
            run.iter().map(|(day, figure)| (axes.x(*day), axes.y(figure.mean().value()))).collect();
        area.draw(&PathElement::new(middle, ACCENT.stroke_width(2 * FINE as u32))).map_err(failed)?;
    } else if let Some((day, figure)) = run.first() {
        let (low, high) = (axes.y(bound(figure, false)), axes.y(bound(figure, true)));
        line(area, (axes.x(*day), low), (axes.x(*day), high), ACCENT, 4, 0)?;
    }
    if let Some((day, figure)) = run.last() {
        let at = (axes.x(*day), axes.y(figure.mean().value()));
        area.draw(&Circle::new(at, 5 * FINE, PAPER.filled())).map_err(failed)?;
        area.draw(&Circle::new(at, 7 * FINE / 2, ACCENT.filled())).map_err(failed)?;
    }
    Ok(())
}
