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

/// Draws the figure.
pub fn dots(figure: &Dots) -> Result<String, DrawError> {
    let rows = Rows { scale: figure.scale, top: 64, row: 54, n: figure.rows.len() };
    draw(&figure.caption, (WIDTH, rows.height()), |area| paint(area, figure, &rows))
}

fn paint(area: &Area<'_>, figure: &Dots, rows: &Rows) -> Result<(), DrawError> {
    rows.axis(area)?;
    for (index, row) in figure.rows.iter().enumerate() {
        let y = rows.y(index);
        rows.label(area, index, &row.label)?;
        rows.guide(area, index)?;
        if row.partners.is_empty() {
            rows.too_few(area, index, &figure.too_few)?;
        }
        if let Some(mean) = &row.mean {
            let at = rows.x(mean.mean.value()) * FINE;
            line(area, (at, (y + 8) * FINE), (at, (y + 22) * FINE), ACCENT, 5, 0)?;
        }
        // Partners with the same mean stand on each other, not in each other's place.
        let mut taken: Vec<(i32, i32)> = Vec::new();
        for (name, partner) in &row.partners {
            let at = rows.x(partner.mean.value());
            let level = taken.iter().filter(|(other, _)| (other - at).abs() < 11).count() as i32;
            taken.push((at, level));
            let centre = (at * FINE, (y - 11 * level) * FINE);
            area.draw(&Circle::new(centre, 6 * FINE, PAPER.filled())).map_err(failed)?;
            area.draw(&Circle::new(centre, 4 * FINE, INK.filled())).map_err(failed)?;
            if let Some(name) = name {
                let beside = (at + 9, y - 11 * level);
                text(area, name, beside, Anchor::Left, super::canvas::Type { size: theme::TICK, ..LABEL })?;
            }
        }
    }
    Ok(())
}
