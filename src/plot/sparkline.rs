//! A line no larger than a word, beside a signal: the rounds until now, the onset, and the last value. Where only a
//! rounded shift may be shown, the line is that shift: level before, level since.

use plotters::prelude::*;

use super::canvas::{Area, FINE, draw_bare, failed, hatch, line};
use super::theme::{ACCENT, GRID, INK, MARK, PAPER};
use super::{Caption, DrawError};
use crate::insight::disclosure::{Disclosed, Tenths};

/// What the line shows.
#[derive(Debug, Clone)]
pub enum Course {
    /// Guarded means by round; rounds with too few answers are gaps.
    Means(Vec<Option<Tenths>>),
    /// A shift of this size and nothing else; nothing where too few answered to say how much.
    Shift(Disclosed<Tenths>),
}

/// The whole figure.
#[derive(Debug, Clone)]
pub struct Sparkline {
    /// What it says about itself; only read aloud.
    pub caption: Caption,
    /// The line.
    pub course: Course,
    /// How many rounds it spans, and the index of the onset.
    pub rounds: (usize, usize),
}

const WIDTH: i32 = 160;
const HEIGHT: i32 = 40;
const PAD: i32 = 6;

/// Draws the figure.
pub fn sparkline(figure: &Sparkline) -> Result<String, DrawError> {
    draw_bare(&figure.caption, (WIDTH, HEIGHT), |area| paint(area, figure))
}

fn paint(area: &Area<'_>, figure: &Sparkline) -> Result<(), DrawError> {
    let (n, onset) = figure.rounds;
    let x =
        |index: f64| PAD + (index / (n.max(2) - 1) as f64 * f64::from(WIDTH - 2 * PAD - 6)).round() as i32;
    let at_onset = x(onset as f64 - 0.5).max(PAD) * FINE;
    line(area, (at_onset, PAD * FINE / 2), (at_onset, (HEIGHT - PAD / 2) * FINE), MARK, 2, 3)?;
    if matches!(&figure.course, Course::Shift(size) if size.get().is_none()) {
        // How much is not told: what moved since the onset is hatched, neither up nor down.
        let (top, bottom) = (PAD * FINE, (HEIGHT - PAD) * FINE);
        line(area, (PAD * FINE, HEIGHT / 2 * FINE), (at_onset, HEIGHT / 2 * FINE), INK, 4, 0)?;
        return hatch(area, (at_onset, top), ((WIDTH - PAD) * FINE, bottom));
    }
    let values: Vec<Option<f64>> = match &figure.course {
        Course::Means(means) => means.iter().map(|mean| mean.map(Tenths::value)).collect(),
        Course::Shift(size) => {
            let size = size.get().map_or(0.0, |size| size.value());
            (0..n).map(|index| Some(if index >= onset { size } else { 0.0 })).collect()
        }
    };
    let known: Vec<f64> = values.iter().flatten().copied().collect();
    let (low, high) =
        known.iter().fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
    // At least half a point high, so that noise does not look like a story.
    let room = (0.5 - (high - low)).max(0.0) / 2.0 + 0.05;
    let (low, high) = (low - room, high + room);
    let y = |value: f64| {
        HEIGHT - PAD - ((value - low) / (high - low) * f64::from(HEIGHT - 2 * PAD)).round() as i32
    };
    line(
        area,
        (PAD * FINE, (HEIGHT - PAD) * FINE),
        ((WIDTH - PAD) * FINE, (HEIGHT - PAD) * FINE),
        GRID,
        1,
        0,
    )?;
    let mut run: Vec<(i32, i32)> = Vec::new();
    let is_schematic = matches!(&figure.course, Course::Shift(_));
    for (index, value) in values.iter().map(Some).chain(std::iter::once(None)).enumerate() {
        match value.copied().flatten() {
            Some(value) => run.push((x(index as f64) * FINE, y(value) * FINE)),
            None => {
                if run.len() > 1 {
                    let style = if is_schematic { INK } else { ACCENT }.stroke_width(2 * FINE as u32);
                    area.draw(&PathElement::new(std::mem::take(&mut run), style)).map_err(failed)?;
                }
                run.clear();
            }
        }
    }
    if let Some((index, value)) = values.iter().enumerate().rev().find_map(|(i, v)| v.map(|v| (i, v))) {
        let centre = (x(index as f64) * FINE, y(value) * FINE);
        area.draw(&Circle::new(centre, 5 * FINE, PAPER.filled())).map_err(failed)?;
        area.draw(&Circle::new(centre, 3 * FINE, ACCENT.filled())).map_err(failed)?;
    }
    Ok(())
}
