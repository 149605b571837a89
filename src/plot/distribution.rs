//! How the answers to each statement lie: diverging stacked bars, neutral and *cannot judge* apart, numbers printed.

use plotters::prelude::*;

use super::canvas::{
    Anchor, Area, FINE, LABEL, NUMBER, Type, draw, failed, hatch, line, outline, text, text_fine,
};
use super::theme::{self, INK, NEUTRAL, OUTSIDE, PAPER, diverging, wants_white};
use super::{Caption, DrawError};
use crate::insight::disclosure::{Disclosed, Distribution};

/// One statement.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its wording.
    pub label: String,
    /// What may be shown.
    pub distribution: Disclosed<Distribution>,
}

/// The whole figure.
#[derive(Debug, Clone)]
pub struct DistributionFigure {
    /// What it says about itself.
    pub caption: Caption,
    /// Statements, top to bottom.
    pub rows: Vec<Row>,
    /// How wide a share of answers is drawn.
    pub scale: BarScale,
    /// Label of the lowest and of the highest value.
    pub ends: (String, String),
    /// Head of the neutral column; empty for a scale with an even number of points.
    pub neutral: String,
    /// Head of the column outside the scale.
    pub outside: String,
    /// Where a statement has too few answers.
    pub too_few: String,
}

const WIDTH: i32 = 720;
const TOP: i32 = 74;
const ROW: i32 = 46;
const BAR: i32 = 22;
/// The diverging part and the two columns beside it, in pixels.
const SIDES: (i32, i32) = (0, 500);
const NEUTRAL_COLUMN: (i32, i32) = (520, 612);
const OUTSIDE_COLUMN: (i32, i32) = (628, 720);

/// Where the middle lies and how wide a share of answers is, in pixels: one for all drawings that are compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BarScale {
    centre: f64,
    per_share: f64,
}

impl BarScale {
    /// The scale on which the largest side of any of these statements fills its half.
    pub fn of(rows: &[Row]) -> BarScale {
        let shown = || rows.iter().filter_map(|row| row.distribution.get());
        let most_below = shown().map(|d| share(&sides(d).0, d)).fold(0.1, f64::max);
        let most_above = shown().map(|d| share(&sides(d).1, d)).fold(0.1, f64::max);
        let per_share = f64::from(SIDES.1 - SIDES.0) / (most_below + most_above).max(0.5);
        BarScale { centre: f64::from(SIDES.0) + most_below * per_share, per_share }
    }
}

/// Draws the figure.
pub fn distribution(figure: &DistributionFigure) -> Result<String, DrawError> {
    let height = TOP + ROW * figure.rows.len() as i32 + 8;
    draw(&figure.caption, (WIDTH, height), |area| paint(area, figure))
}

fn paint(area: &Area<'_>, figure: &DistributionFigure) -> Result<(), DrawError> {
    let head = Type { size: theme::NOTE, ..LABEL };
    text(area, &figure.ends.0, (SIDES.0, TOP - 22), Anchor::Left, head)?;
    text(area, &figure.ends.1, (SIDES.1, TOP - 22), Anchor::Right, head)?;
    if !figure.neutral.is_empty() {
        text(area, &figure.neutral, (NEUTRAL_COLUMN.0, TOP - 22), Anchor::Left, head)?;
    }
    text(area, &figure.outside, (OUTSIDE_COLUMN.0, TOP - 22), Anchor::Left, head)?;
    let BarScale { centre, per_share } = figure.scale;
    for (index, row) in figure.rows.iter().enumerate() {
        let top = TOP + ROW * index as i32;
        text(area, &row.label, (0, top + 4), Anchor::Left, Type { colour: INK, ..NUMBER })?;
        let (bar_top, bar_bottom) = ((top + 15) * FINE, (top + 15 + BAR) * FINE);
        match row.distribution.get() {
            Some(distribution) => {
                paint_row(area, distribution, (bar_top, bar_bottom), centre, per_share)?;
                let x = (centre * f64::from(FINE)).round() as i32;
                line(area, (x, bar_top - 3 * FINE), (x, bar_bottom + 3 * FINE), INK, 3, 0)?;
            }
            None => {
                hatch(area, (SIDES.0 * FINE, bar_top), (SIDES.1 * FINE, bar_bottom))?;
                let at = ((SIDES.0 + SIDES.1) / 2 * FINE, (bar_top + bar_bottom) / 2);
                let clear = Rectangle::new(
                    [(at.0 - 80 * FINE, bar_top), (at.0 + 80 * FINE, bar_bottom)],
                    PAPER.filled(),
                );
                area.draw(&clear).map_err(failed)?;
                text_fine(area, &figure.too_few, at, Anchor::Middle, LABEL)?;
            }
        }
    }
    Ok(())
}

/// Counts below and above the middle of the scale, the outermost last.
type Side = Vec<(f64, usize)>;

fn sides(distribution: &Distribution) -> (Side, Side) {
    let values: Vec<i64> = distribution.counts.iter().map(|(value, _)| *value).collect();
    let (low, high) = (values.first().copied().unwrap_or(0), values.last().copied().unwrap_or(0));
    let middle = (low + high) as f64 / 2.0;
    let half = ((high - low) as f64 / 2.0).max(0.5);
    let position = |value: i64| (value as f64 - middle) / half;
    let mut below: Side = Vec::new();
    let mut above: Side = Vec::new();
    for (value, count) in &distribution.counts {
        let position = position(*value);
        if position < 0.0 {
            below.push((position, *count));
        } else if position > 0.0 {
            above.push((position, *count));
        }
    }
    below.reverse();
    (below, above)
}

fn neutral(distribution: &Distribution) -> Option<usize> {
    let n = distribution.counts.len();
    (n % 2 == 1).then(|| distribution.counts[n / 2].1)
}

fn share(side: &Side, distribution: &Distribution) -> f64 {
    side.iter().map(|(_, count)| *count).sum::<usize>() as f64 / distribution.n_values().max(1) as f64
}

fn paint_row(
    area: &Area<'_>,
    distribution: &Distribution,
    (top, bottom): (i32, i32),
    centre: f64,
    per_share: f64,
) -> Result<(), DrawError> {
    let n = distribution.n_values().max(1) as f64;
    let (below, above) = sides(distribution);
    for (side, direction) in [(below, -1.0), (above, 1.0)] {
        let mut edge = centre;
        for (position, count) in side {
            let next = edge + direction * count as f64 / n * per_share;
            segment(area, (edge.min(next), edge.max(next)), (top, bottom), diverging(position), count)?;
            edge = next;
        }
    }
    if let Some(count) = neutral(distribution) {
        column(area, NEUTRAL_COLUMN, (top, bottom), NEUTRAL, count, n)?;
    }
    let all = n + distribution.n_cannot_judge as f64;
    column(area, OUTSIDE_COLUMN, (top, bottom), OUTSIDE, distribution.n_cannot_judge, all)
}

fn column(
    area: &Area<'_>,
    (left, right): (i32, i32),
    rows: (i32, i32),
    colour: RGBColor,
    count: usize,
    of: f64,
) -> Result<(), DrawError> {
    let full = f64::from(right - left - 26);
    let end = f64::from(left) + count as f64 / of * full;
    if count > 0 {
        segment(area, (f64::from(left), end), rows, colour, 0)?;
    }
    let at = (((end + 6.0) * f64::from(FINE)).round() as i32, (rows.0 + rows.1) / 2);
    text_fine(area, &count.to_string(), at, Anchor::Left, NUMBER)
}

/// A piece of a bar with a dark edge, since neighbours alone lack contrast, and its number where it fits.
fn segment(
    area: &Area<'_>,
    (left, right): (f64, f64),
    (top, bottom): (i32, i32),
    colour: RGBColor,
    count: usize,
) -> Result<(), DrawError> {
    let fine = |x: f64| (x * f64::from(FINE)).round() as i32;
    let corners = [(fine(left), top), (fine(right), bottom)];
    if corners[0].0 == corners[1].0 {
        return Ok(());
    }
    area.draw(&Rectangle::new(corners, colour.filled())).map_err(failed)?;
    outline(area, corners[0], corners[1], INK, 2)?;
    let room = if count > 9 { 19.0 } else { 11.0 };
    if count > 0 && right - left >= room {
        let colour = if wants_white(colour) { PAPER } else { INK };
        let at = (fine((left + right) / 2.0), (top + bottom) / 2);
        text_fine(
            area,
            &count.to_string(),
            at,
            Anchor::Middle,
            Type { size: theme::LABEL, colour, bold: false },
        )?;
    }
    Ok(())
}
