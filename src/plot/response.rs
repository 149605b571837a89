//! How many of the invited people answered, round by round.

use plotters::prelude::*;

use super::canvas::{Anchor, Area, FINE, LABEL, NUMBER, Type, draw, failed, line, outline, text_fine};
use super::theme::{self, ACCENT, GRID, INK, MUTED};
use super::{Caption, DrawError};

/// One round.
#[derive(Debug, Clone)]
pub struct Bar {
    /// People who answered.
    pub n_answered: usize,
    /// People invited; `None` when nobody knows.
    pub n_invited: Option<usize>,
    /// Words under the axis; empty where there is no room.
    pub tick: String,
}

/// The whole figure.
#[derive(Debug, Clone)]
pub struct Response {
    /// What it says about itself.
    pub caption: Caption,
    /// Rounds, by date.
    pub bars: Vec<Bar>,
}

const WIDTH: i32 = 720;
const TOP: i32 = 62;
const PLOT_HEIGHT: i32 = 110;
const LEFT: i32 = 32;
const RIGHT: i32 = 20;
const FOOT: i32 = 30;

/// Draws the figure.
pub fn response(figure: &Response) -> Result<String, DrawError> {
    draw(&figure.caption, (WIDTH, TOP + PLOT_HEIGHT + FOOT), |area| paint(area, figure))
}

fn paint(area: &Area<'_>, figure: &Response) -> Result<(), DrawError> {
    let most =
        figure.bars.iter().map(|bar| bar.n_invited.unwrap_or(bar.n_answered).max(bar.n_answered)).max();
    let most = most.unwrap_or(1).max(1) as f64;
    let n = figure.bars.len().max(1) as f64;
    let mut chart = ChartBuilder::on(area)
        .margin_top(TOP * FINE)
        .margin_bottom(FOOT * FINE)
        .margin_left(LEFT * FINE)
        .margin_right(RIGHT * FINE)
        .build_cartesian_2d(-0.5..n - 0.5, 0.0..most * 1.04)
        .map_err(failed)?;
    let step = nice_step(most);
    let mut value = 0.0;
    while value <= most {
        let (left, y) = chart.backend_coord(&(-0.5, value));
        let (right, _) = chart.backend_coord(&(n - 0.5, value));
        line(area, (left, y), (right, y), GRID, 2, 0)?;
        text_fine(area, &format!("{value:.0}"), (left - 8 * FINE, y), Anchor::Right, NUMBER)?;
        value += step;
    }
    // Few rounds do not make wide bars.
    let half = if n > 8.0 { 0.38 } else { 0.05 * n.min(4.0) };
    for (index, bar) in figure.bars.iter().enumerate() {
        let middle = index as f64;
        let answered = bar.n_answered as f64;
        let filled =
            Rectangle::new([(middle - half, 0.0), (middle + half, answered)], ACCENT.mix(0.3).filled());
        chart.draw_series([filled]).map_err(failed)?;
        let place = |x: f64, n: f64| chart.backend_coord(&(x, n));
        let (x, top) = place(middle, answered);
        let (_, bottom) = place(middle, 0.0);
        if let Some(invited) = bar.n_invited {
            let (left, top) = place(middle - half, invited as f64);
            let (right, _) = place(middle + half, 0.0);
            outline(area, (left, top), (right, bottom), MUTED, 2)?;
        }
        // The number stands in its bar where there is room, so that nobody takes it for the outline's.
        let size = if n > 14.0 { theme::TICK } else { theme::LABEL };
        let is_tall = bottom - top > 20 * FINE;
        let y = if is_tall { top + 10 * FINE } else { top - 9 * FINE };
        text_fine(
            area,
            &bar.n_answered.to_string(),
            (x, y),
            Anchor::Middle,
            Type { size, colour: INK, bold: false },
        )?;
        if !bar.tick.is_empty() {
            text_fine(area, &bar.tick, (x, (TOP + PLOT_HEIGHT + 14) * FINE), Anchor::Middle, LABEL)?;
        }
    }
    Ok(())
}

/// A step of 1, 2 or 5 times a power of ten that gives about four lines.
fn nice_step(most: f64) -> f64 {
    let rough = (most / 4.0).max(1.0);
    let power = 10f64.powf(rough.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|step| *step >= rough).unwrap_or(rough)
}
