//! All dimensions beside each other on one scale: a small trend each, so that the eye compares shapes.

use plotters::prelude::*;

use super::canvas::{Anchor, Area, FINE, LABEL, Type, draw, failed, hatch, line, text};
use super::theme::{BLUE, GRID, INK, MARK, MUTED, PAPER};
use super::trend::MarkKind;
use super::{Caption, DrawError};
use crate::insight::disclosure::{Disclosed, Figure};

/// One dimension.
#[derive(Debug, Clone)]
pub struct Panel {
    /// Its name.
    pub label: String,
    /// Its last mean, in words.
    pub last: String,
    /// Days since the first round, what may be shown, and whether the line breaks before it.
    pub points: Vec<(f64, Disclosed<Figure>, bool)>,
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
    /// Words at both ends of the time axis.
    pub ends: (String, String),
    /// Marks, in days since the first round.
    pub marks: Vec<(f64, MarkKind)>,
    /// Dimensions, in order.
    pub panels: Vec<Panel>,
}

const WIDTH: i32 = 720;
const TOP: i32 = 62;
const COLUMNS: i32 = 3;
const PANEL_HEIGHT: i32 = 126;
const GUTTER: i32 = 24;
const PLOT: i32 = 78;

/// Draws the figure.
pub fn multiples(figure: &Multiples) -> Result<String, DrawError> {
    let rows = (figure.panels.len() as i32 + COLUMNS - 1) / COLUMNS;
    draw(&figure.caption, (WIDTH, TOP + PANEL_HEIGHT * rows.max(1)), |area| {
        figure.panels.iter().enumerate().try_for_each(|(index, panel)| {
            let (column, row) = (index as i32 % COLUMNS, index as i32 / COLUMNS);
            let width = (WIDTH - GUTTER * (COLUMNS - 1)) / COLUMNS;
            paint(area, figure, panel, (column * (width + GUTTER), TOP + row * PANEL_HEIGHT), width)
        })
    })
}

fn paint(
    area: &Area<'_>,
    figure: &Multiples,
    panel: &Panel,
    (left, top): (i32, i32),
    width: i32,
) -> Result<(), DrawError> {
    let (low, high) = (figure.scale.0 as f64, figure.scale.1 as f64);
    let inner = (left + 14, left + width - 6);
    let plot_top = top + 22;
    let x = |day: f64| {
        let share = day / figure.days.max(1.0);
        (f64::from(inner.0 * FINE) + share * f64::from((inner.1 - inner.0) * FINE)).round() as i32
    };
    let y = |value: f64| {
        let share = (high - value) / (high - low);
        (f64::from(plot_top * FINE) + share * f64::from(PLOT * FINE)).round() as i32
    };
    text(area, &panel.label, (left, top + 8), Anchor::Left, Type { size: 13, colour: INK, bold: true })?;
    text(
        area,
        &panel.last,
        (left + width, top + 8),
        Anchor::Right,
        Type { size: 13, colour: BLUE, bold: true },
    )?;
    let middle = (figure.scale.0 + figure.scale.1) / 2;
    for value in [figure.scale.0, middle, figure.scale.1] {
        line(area, (inner.0 * FINE, y(value as f64)), (inner.1 * FINE, y(value as f64)), GRID, 1, 0)?;
        let at = (left + 6, y(value as f64) / FINE);
        text(area, &value.to_string(), at, Anchor::Right, Type { size: 11, ..LABEL })?;
    }
    for (day, kind) in figure.marks.iter().filter(|(day, _)| (0.0..=figure.days).contains(day)) {
        let (colour, dash) = if *kind == MarkKind::Event { (MUTED, 2) } else { (MARK, 4) };
        line(area, (x(*day), y(high)), (x(*day), y(low)), colour, 2, dash)?;
    }
    let mut runs: Vec<Vec<(f64, &Figure)>> = vec![Vec::new()];
    for (day, shown, is_break) in &panel.points {
        match shown.get() {
            None => {
                hatch(area, (x(*day) - 3 * FINE, y(high)), (x(*day) + 3 * FINE, y(low)))?;
                runs.push(Vec::new());
            }
            Some(shown) => {
                if *is_break {
                    runs.push(Vec::new());
                }
                if let Some(run) = runs.last_mut() {
                    run.push((*day, shown));
                }
            }
        }
    }
    for run in runs.iter().filter(|run| !run.is_empty()) {
        let bound = |figure: &Figure, is_high: bool| {
            figure.ci95.map_or(figure.mean, |(low, high)| if is_high { high } else { low }).value()
        };
        let upper = run.iter().map(|(day, figure)| (x(*day), y(bound(figure, true))));
        let lower = run.iter().rev().map(|(day, figure)| (x(*day), y(bound(figure, false))));
        if run.len() > 1 {
            let band: Vec<(i32, i32)> = upper.chain(lower).collect();
            area.draw(&Polygon::new(band, BLUE.mix(0.16).filled())).map_err(failed)?;
            let middle: Vec<(i32, i32)> =
                run.iter().map(|(day, figure)| (x(*day), y(figure.mean.value()))).collect();
            area.draw(&PathElement::new(middle, BLUE.stroke_width(2 * FINE as u32))).map_err(failed)?;
        }
        if let Some((day, figure)) = run.last() {
            let at = (x(*day), y(figure.mean.value()));
            area.draw(&Circle::new(at, 4 * FINE, PAPER.filled())).map_err(failed)?;
            area.draw(&Circle::new(at, 3 * FINE, BLUE.filled())).map_err(failed)?;
        }
    }
    let foot = plot_top + PLOT + 12;
    text(area, &figure.ends.0, (inner.0, foot), Anchor::Left, Type { size: 11, ..LABEL })?;
    text(area, &figure.ends.1, (inner.1, foot), Anchor::Right, Type { size: 11, ..LABEL })
}
