//! Executives and practitioners side by side: two marks a dimension, and the line between them.

use plotters::prelude::*;

use super::canvas::{Anchor, Area, FINE, LABEL, NUMBER, Type, draw, failed, line, text};
use super::rows::{LEFT, Rows, WIDTH};
use super::theme::{ACCENT, MARK, MUTED, PAPER};
use super::{Caption, DrawError};
use crate::insight::disclosure::{Disclosed, Figure};

/// One dimension.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// Executives and practitioners.
    pub roles: Disclosed<(Figure, Figure)>,
    /// Their means in words, beside the marks.
    pub numbers: (String, String),
}

/// The whole figure.
#[derive(Debug, Clone)]
pub struct Gap {
    /// What it says about itself.
    pub caption: Caption,
    /// Ends of the scale.
    pub scale: (i64, i64),
    /// Names of the two roles.
    pub roles: (String, String),
    /// Dimensions, in order.
    pub rows: Vec<Row>,
    /// Where a dimension has no figure.
    pub too_few: String,
}

const TOP: i32 = 88;

/// Draws the figure.
pub fn gap(figure: &Gap) -> Result<String, DrawError> {
    let rows = Rows { scale: figure.scale, top: TOP, row: 40, n: figure.rows.len() };
    draw(&figure.caption, (WIDTH, rows.height()), |area| paint(area, figure, &rows))
}

fn paint(area: &Area<'_>, figure: &Gap, rows: &Rows) -> Result<(), DrawError> {
    rows.axis(area)?;
    // A key with the shapes themselves: filled and ringed, so that colour is not needed.
    let key = TOP - 18;
    mark(area, (LEFT, key), true)?;
    text(area, &figure.roles.0, (LEFT + 12, key), Anchor::Left, Type { colour: ACCENT, ..LABEL })?;
    let second = LEFT + 30 + 8 * figure.roles.0.chars().count() as i32;
    mark(area, (second, key), false)?;
    text(area, &figure.roles.1, (second + 12, key), Anchor::Left, Type { colour: MARK, ..LABEL })?;
    for (index, row) in figure.rows.iter().enumerate() {
        let y = rows.y(index);
        rows.label(area, index, &row.label)?;
        let Some((executives, practitioners)) = row.roles.get() else {
            rows.too_few(area, index, &figure.too_few)?;
            continue;
        };
        let (a, b) = (rows.x(executives.mean().value()), rows.x(practitioners.mean().value()));
        line(area, (a * FINE, y * FINE), (b * FINE, y * FINE), MUTED, 4, 0)?;
        mark(area, (b, y), false)?;
        mark(area, (a, y), true)?;
        let (left, right) = if a < b { (Anchor::Right, Anchor::Left) } else { (Anchor::Left, Anchor::Right) };
        let shift = |anchor: Anchor| if matches!(anchor, Anchor::Right) { -12 } else { 12 };
        text(area, &row.numbers.0, (a + shift(left), y), left, Type { colour: ACCENT, ..NUMBER })?;
        text(area, &row.numbers.1, (b + shift(right), y), right, Type { colour: MARK, ..NUMBER })?;
    }
    Ok(())
}

fn mark(area: &Area<'_>, (x, y): (i32, i32), is_first: bool) -> Result<(), DrawError> {
    let centre = (x * FINE, y * FINE);
    let colour = if is_first { ACCENT } else { MARK };
    area.draw(&Circle::new(centre, 7 * FINE, PAPER.filled())).map_err(failed)?;
    area.draw(&Circle::new(centre, 6 * FINE, colour.filled())).map_err(failed)?;
    if !is_first {
        area.draw(&Circle::new(centre, 3 * FINE, PAPER.filled())).map_err(failed)?;
    }
    Ok(())
}
