//! Partners on one dimension: a dot each on a common scale, without names unless answers were given in them.

use plotters::prelude::*;

use super::canvas::{Anchor, Area, FINE, LABEL, NUMBER, draw, failed, hatch, line, text};
use super::theme::{BLUE, GRID, INK, PAPER};
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

const WIDTH: i32 = 720;
const TOP: i32 = 64;
const ROW: i32 = 54;
const LEFT: i32 = 190;
const RIGHT: i32 = 24;

/// Draws the figure.
pub fn dots(figure: &Dots) -> Result<String, DrawError> {
    let height = TOP + ROW * figure.rows.len() as i32 + 30;
    draw(&figure.caption, (WIDTH, height), |area| paint(area, figure, height))
}

fn paint(area: &Area<'_>, figure: &Dots, height: i32) -> Result<(), DrawError> {
    let (low, high) = (figure.scale.0 as f64, figure.scale.1 as f64);
    let x =
        |value: f64| LEFT + ((value - low) / (high - low) * f64::from(WIDTH - LEFT - RIGHT)).round() as i32;
    for value in figure.scale.0..=figure.scale.1 {
        let at = x(value as f64);
        line(area, (at * FINE, TOP * FINE), (at * FINE, (height - 26) * FINE), GRID, 2, 0)?;
        text(area, &value.to_string(), (at, height - 12), Anchor::Middle, NUMBER)?;
    }
    for (index, row) in figure.rows.iter().enumerate() {
        let y = TOP + ROW * index as i32 + ROW / 2;
        text(area, &row.label, (0, y), Anchor::Left, super::canvas::Type { colour: INK, ..LABEL })?;
        line(area, (LEFT * FINE, y * FINE), ((WIDTH - RIGHT) * FINE, y * FINE), GRID, 1, 3)?;
        if row.partners.is_empty() {
            hatch(area, (LEFT * FINE, (y - 9) * FINE), ((WIDTH - RIGHT) * FINE, (y + 9) * FINE))?;
            text(area, &figure.too_few, (LEFT + 8, y), Anchor::Left, LABEL)?;
        }
        if let Some(mean) = &row.mean {
            let at = x(mean.mean.value()) * FINE;
            line(area, (at, (y + 8) * FINE), (at, (y + 22) * FINE), BLUE, 5, 0)?;
        }
        // Partners with the same mean stand on each other, not in each other's place.
        let mut taken: Vec<(i32, i32)> = Vec::new();
        for (name, partner) in &row.partners {
            let at = x(partner.mean.value());
            let level = taken.iter().filter(|(other, _)| (other - at).abs() < 11).count() as i32;
            taken.push((at, level));
            let centre = (at * FINE, (y - 11 * level) * FINE);
            area.draw(&Circle::new(centre, 6 * FINE, PAPER.filled())).map_err(failed)?;
            area.draw(&Circle::new(centre, 4 * FINE, INK.filled())).map_err(failed)?;
            if let Some(name) = name {
                let beside = (at + 9, y - 11 * level);
                text(area, name, beside, Anchor::Left, super::canvas::Type { size: 11, ..LABEL })?;
            }
        }
    }
    Ok(())
}
