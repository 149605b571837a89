//! How the answers to each theme lie: diverging stacked bars of shares, neutral apart, numbers printed.

use plotters::prelude::*;

use super::canvas::{
    Anchor, Area, FINE, LABEL, NUMBER, Type, draw, failed, hatch, line, outline, text, text_fine,
};
use super::theme::{self, INK, NEUTRAL, PAPER, diverging, wants_white};
use super::{Caption, DrawError};
use crate::insight::disclosure::Disclosed;
use crate::insight::disclosure::spread::Spread;

/// One theme.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// What may be shown.
    pub spread: Disclosed<Spread>,
    /// Said in place of a bar where almost all answers are one.
    pub almost_all: String,
}

/// The whole figure.
#[derive(Debug, Clone)]
pub struct DistributionFigure {
    /// What it says about itself.
    pub caption: Caption,
    /// Themes, top to bottom.
    pub rows: Vec<Row>,
    /// How wide a share of answers is drawn.
    pub scale: BarScale,
    /// Label of the lowest and of the highest value.
    pub ends: (String, String),
    /// Head of the neutral column; empty for a scale with an even number of points.
    pub neutral: String,
    /// Where a theme has too few answers.
    pub too_few: String,
}

const WIDTH: i32 = 720;
const TOP: i32 = 74;
const ROW: i32 = 46;
const BAR: i32 = 22;
/// The diverging part and the column beside it, in pixels.
const SIDES: (i32, i32) = (0, 580);
const NEUTRAL_COLUMN: (i32, i32) = (600, 720);

/// Where the middle lies and how wide a share of answers is, in pixels: one for all drawings that are compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BarScale {
    centre: f64,
    per_share: f64,
}

impl BarScale {
    /// The scale on which the largest side of any of these themes fills its half.
    pub fn of(rows: &[Row]) -> BarScale {
        let shown = || rows.iter().filter_map(|row| shares(row.spread.get()?));
        let most_below = shown().map(|shares| share(&sides(shares).0)).fold(0.1, f64::max);
        let most_above = shown().map(|shares| share(&sides(shares).1)).fold(0.1, f64::max);
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
    let BarScale { centre, per_share } = figure.scale;
    for (index, row) in figure.rows.iter().enumerate() {
        let top = TOP + ROW * index as i32;
        text(area, &row.label, (0, top + 4), Anchor::Left, Type { colour: INK, ..NUMBER })?;
        let (bar_top, bar_bottom) = ((top + 15) * FINE, (top + 15 + BAR) * FINE);
        match row.spread.get() {
            Some(Spread::AlmostAll(_)) => {
                let at = (SIDES.0 * FINE, (bar_top + bar_bottom) / 2);
                text_fine(area, &row.almost_all, at, Anchor::Left, LABEL)?;
            }
            Some(Spread::Shares(shares)) => {
                paint_row(area, shares, (bar_top, bar_bottom), centre, per_share)?;
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

/// The shares behind a spread; `None` where almost all answers are one.
fn shares(spread: &Spread) -> Option<&[(i64, u8)]> {
    match spread {
        Spread::Shares(shares) => Some(shares),
        Spread::AlmostAll(_) => None,
    }
}

/// Tenths below and above the middle of the scale, the outermost last.
type Side = Vec<(f64, u8)>;

fn sides(shares: &[(i64, u8)]) -> (Side, Side) {
    let (low, high) = shares.first().zip(shares.last()).map_or((0, 0), |(low, high)| (low.0, high.0));
    let middle = (low + high) as f64 / 2.0;
    let half = ((high - low) as f64 / 2.0).max(0.5);
    let placed = || shares.iter().map(|(value, tenths)| ((*value as f64 - middle) / half, *tenths));
    let mut below: Side = placed().filter(|(position, _)| *position < 0.0).collect();
    below.reverse();
    (below, placed().filter(|(position, _)| *position > 0.0).collect())
}

fn neutral(shares: &[(i64, u8)]) -> Option<u8> {
    let n = shares.len();
    (n % 2 == 1).then(|| shares[n / 2].1)
}

fn share(side: &Side) -> f64 {
    side.iter().map(|(_, tenths)| f64::from(*tenths)).sum::<f64>() / 10.0
}

fn paint_row(
    area: &Area<'_>,
    shares: &[(i64, u8)],
    (top, bottom): (i32, i32),
    centre: f64,
    per_share: f64,
) -> Result<(), DrawError> {
    let (below, above) = sides(shares);
    for (side, direction) in [(below, -1.0), (above, 1.0)] {
        let mut edge = centre;
        for (position, tenths) in side {
            let next = edge + direction * f64::from(tenths) / 10.0 * per_share;
            segment(area, (edge.min(next), edge.max(next)), (top, bottom), diverging(position), tenths)?;
            edge = next;
        }
    }
    match neutral(shares) {
        Some(tenths) => column(area, NEUTRAL_COLUMN, (top, bottom), NEUTRAL, tenths),
        None => Ok(()),
    }
}

/// A share as it is printed.
fn percent(tenths: u8) -> String {
    format!("{}%", 10 * u32::from(tenths))
}

fn column(
    area: &Area<'_>,
    (left, right): (i32, i32),
    rows: (i32, i32),
    colour: RGBColor,
    tenths: u8,
) -> Result<(), DrawError> {
    let full = f64::from(right - left - 36);
    let end = f64::from(left) + f64::from(tenths) / 10.0 * full;
    if tenths > 0 {
        segment(area, (f64::from(left), end), rows, colour, 0)?;
    }
    let at = (((end + 6.0) * f64::from(FINE)).round() as i32, (rows.0 + rows.1) / 2);
    text_fine(area, &percent(tenths), at, Anchor::Left, NUMBER)
}

/// A piece of a bar with a dark edge, since neighbours alone lack contrast, and its number where it fits.
fn segment(
    area: &Area<'_>,
    (left, right): (f64, f64),
    (top, bottom): (i32, i32),
    colour: RGBColor,
    tenths: u8,
) -> Result<(), DrawError> {
    let fine = |x: f64| (x * f64::from(FINE)).round() as i32;
    let corners = [(fine(left), top), (fine(right), bottom)];
    if corners[0].0 == corners[1].0 {
        return Ok(());
    }
    area.draw(&Rectangle::new(corners, colour.filled())).map_err(failed)?;
    outline(area, corners[0], corners[1], INK, 2)?;
    if tenths > 0 && right - left >= 30.0 {
        let colour = if wants_white(colour) { PAPER } else { INK };
        let at = (fine((left + right) / 2.0), (top + bottom) / 2);
        text_fine(
            area,
            &percent(tenths),
            at,
            Anchor::Middle,
            Type { size: theme::LABEL, colour, bold: false },
        )?;
    }
    Ok(())
}
