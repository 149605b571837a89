//! Partners on one dimension: a dot each on a common scale, without names unless answers were given in them.

use plotters::prelude::*;

use super::canvas::{Anchor, Area, FINE, LABEL, draw, failed, line, text};
use super::rows::{Rows, WIDTH};
use super::theme::{self, ACCENT, INK, PAPER};
use super::{Caption, DrawError};
use crate::insight::disclosure::Figure;

/// One dimension.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// The agreement's mean, as a stroke under the dots; `None` when it is not shown.
    pub mean: Option<Figure>,
    /// Partners that may be shown, with a name or without.
    pub partners: Vec<(Option<String>, Figure)>,
}

/// The whole figure.
#[derive(Debug, Clone)]
pub struct Dots {
    /// What it says about itself.
    pub caption: Caption,
    /// Ends of the scale.
    pub scale: (i64, i64),
    /// Dimensions, in order.
    pub rows: Vec<Row>,
    /// In the place of dots where there are none.
    pub too_few: String,
}

/// How far apart dots stand on each other, in pixels: closer in high stacks, so that all fit their row.
const STEPS: (i32, i32) = (11, 5);
/// Dots on each other that stand at the wider step at most.
const LOW_STACK: i32 = 2;

/// Where each partner's dot stands: its place on the scale, and how many it stands on.
fn stacked(row: &Row, rows: &Rows) -> Vec<(i32, i32)> {
    // Partners with the same mean stand on each other, not in each other's place.
    let mut taken: Vec<(i32, i32)> = Vec::new();
    for (_, partner) in &row.partners {
        let at = rows.x(partner.mean().value());
        let level = taken.iter().filter(|(other, _)| (other - at).abs() < STEPS.0).count() as i32;
        taken.push((at, level));
    }
    taken
}

/// Draws the figure.
pub fn dots(figure: &Dots) -> Result<String, DrawError> {
    let mut rows = Rows { scale: figure.scale, top: 64, row: 54, n: figure.rows.len() };
    let highest = figure.rows.iter().flat_map(|row| stacked(row, &rows)).map(|(_, level)| level).max();
    let highest = highest.unwrap_or(0);
    let step = if highest > LOW_STACK { STEPS.1 } else { STEPS.0 };
    rows.row = rows.row.max(2 * (step * highest + 12));
    draw(&figure.caption, (WIDTH, rows.height()), |area| paint(area, figure, &rows, step))
}

fn paint(area: &Area<'_>, figure: &Dots, rows: &Rows, step: i32) -> Result<(), DrawError> {
    rows.axis(area)?;
    for (index, row) in figure.rows.iter().enumerate() {
        let y = rows.y(index);
        rows.label(area, index, &row.label)?;
        rows.guide(area, index)?;
        if row.partners.is_empty() {
            rows.too_few(area, index, &figure.too_few)?;
        }
        if let Some(mean) = &row.mean {
            let at = rows.x(mean.mean().value()) * FINE;
            line(area, (at, (y + 8) * FINE), (at, (y + 22) * FINE), ACCENT, 5, 0)?;
        }
        for ((name, _), (at, level)) in row.partners.iter().zip(stacked(row, rows)) {
            let centre = (at * FINE, (y - step * level) * FINE);
            area.draw(&Circle::new(centre, 6 * FINE, PAPER.filled())).map_err(failed)?;
            area.draw(&Circle::new(centre, 4 * FINE, INK.filled())).map_err(failed)?;
            if let Some(name) = name {
                let beside = (at + 9, y - step * level);
                text(area, name, beside, Anchor::Left, super::canvas::Type { size: theme::TICK, ..LABEL })?;
            }
        }
    }
    Ok(())
}
