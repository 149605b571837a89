//! Dimensions below each other on one scale: what figures of that shape share.

use super::DrawError;
use super::canvas::{Anchor, Area, FINE, LABEL, NUMBER, Type, hatch, line, text};
use super::theme::{GRID, INK};

/// Width of the figure.
pub(super) const WIDTH: i32 = 720;
/// Where the scale begins.
pub(super) const LEFT: i32 = 190;
const RIGHT: i32 = 24;
const BELOW: i32 = 30;

/// Rows of a height under a heading, on a scale.
pub(super) struct Rows {
    /// Ends of the scale.
    pub(super) scale: (i64, i64),
    /// Where the first row begins.
    pub(super) top: i32,
    /// Height of one.
    pub(super) row: i32,
    /// How many.
    pub(super) n: usize,
}

impl Rows {
    /// Height of the figure.
    pub(super) fn height(&self) -> i32 {
        self.top + self.row * self.n as i32 + BELOW
    }

    /// Where a value lies.
    pub(super) fn x(&self, value: f64) -> i32 {
        let (low, high) = (self.scale.0 as f64, self.scale.1 as f64);
        LEFT + ((value - low) / (high - low) * f64::from(WIDTH - LEFT - RIGHT)).round() as i32
    }

    /// The middle of a row.
    pub(super) fn y(&self, index: usize) -> i32 {
        self.top + self.row * index as i32 + self.row / 2
    }

    /// A line and a number for every point of the scale.
    pub(super) fn axis(&self, area: &Area<'_>) -> Result<(), DrawError> {
        for value in self.scale.0..=self.scale.1 {
            let at = self.x(value as f64);
            let foot = self.height() - 26;
            line(area, (at * FINE, self.top * FINE), (at * FINE, foot * FINE), GRID, 2, 0)?;
            text(area, &value.to_string(), (at, self.height() - 12), Anchor::Middle, NUMBER)?;
        }
        Ok(())
    }

    /// The name of a row.
    pub(super) fn label(&self, area: &Area<'_>, index: usize, name: &str) -> Result<(), DrawError> {
        text(area, name, (0, self.y(index)), Anchor::Left, Type { colour: INK, ..LABEL })
    }

    /// A thin line along a row.
    pub(super) fn guide(&self, area: &Area<'_>, index: usize) -> Result<(), DrawError> {
        let y = self.y(index) * FINE;
        line(area, (LEFT * FINE, y), ((WIDTH - RIGHT) * FINE, y), GRID, 1, 3)
    }

    /// In the place of a row's values where too few answered.
    pub(super) fn too_few(&self, area: &Area<'_>, index: usize, words: &str) -> Result<(), DrawError> {
        let y = self.y(index);
        hatch(area, (LEFT * FINE, (y - 9) * FINE), ((WIDTH - RIGHT) * FINE, (y + 9) * FINE))?;
        text(area, words, (LEFT + 8, y), Anchor::Left, LABEL)
    }
}
