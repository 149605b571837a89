//! Where every dimension stands: mean and interval on a common scale, and the mean of the round before.

use plotters::prelude::*;

use super::canvas::{Anchor, Area, FINE, Type, draw, failed, text};
use super::rows::{Rows, WIDTH};
use super::theme::{self, ACCENT, INK, MUTED, PAPER};
use super::{Caption, DrawError};
use crate::insight::disclosure::{Disclosed, Figure};

/// One dimension.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// What may be shown of the latest round.
    pub figure: Disclosed<Figure>,
    /// Its mean in words.
    pub number: String,
    /// The round before; `None` when there is none to compare with, or it is not shown.
    pub before: Option<Figure>,
}

/// The whole figure.
#[derive(Debug, Clone)]
pub struct Standing {
    /// What it says about itself.
    pub caption: Caption,
    /// Ends of the scale.
    pub scale: (i64, i64),
    /// Dimensions, in order.
    pub rows: Vec<Row>,
    /// In the place of a dot where too few answered.
    pub too_few: String,
}

/// Draws the figure.
pub fn standing(figure: &Standing) -> Result<String, DrawError> {
    let rows = Rows { scale: figure.scale, top: 56, row: 32, n: figure.rows.len() };
    draw(&figure.caption, (WIDTH, rows.height()), |area| paint(area, figure, &rows))
}

fn paint(area: &Area<'_>, figure: &Standing, rows: &Rows) -> Result<(), DrawError> {
    rows.axis(area)?;
    for (index, row) in figure.rows.iter().enumerate() {
        let y = rows.y(index);
        rows.label(area, index, &row.label)?;
        let Some(shown) = row.figure.get() else {
            rows.too_few(area, index, &figure.too_few)?;
            continue;
        };
        let at = rows.x(shown.mean().value());
        let mut end = at;
        if let Some((low, high)) = shown.ci95() {
            let (left, right) = (rows.x(low.value()), rows.x(high.value()));
            let band = [(left * FINE, (y - 6) * FINE), (right * FINE, (y + 6) * FINE)];
            area.draw(&Rectangle::new(band, ACCENT.mix(0.18).filled())).map_err(failed)?;
            end = end.max(right);
        }
        if let Some(before) = &row.before {
            let centre = (rows.x(before.mean().value()) * FINE, y * FINE);
            area.draw(&Circle::new(centre, 5 * FINE, MUTED.filled())).map_err(failed)?;
            area.draw(&Circle::new(centre, 7 * FINE / 2, PAPER.filled())).map_err(failed)?;
            end = end.max(rows.x(before.mean().value()));
        }
        area.draw(&Circle::new((at * FINE, y * FINE), 5 * FINE, ACCENT.filled())).map_err(failed)?;
        let number = Type { size: theme::LABEL, colour: INK, bold: true };
        text(area, &row.number, (end + 12, y), Anchor::Left, Type { colour: ACCENT, ..number })?;
    }
    Ok(())
}
