//! What the figures share: a drawing area in fine units, text, dashes, and the accessible root element.
//!
//! Plotters rounds to whole pixels, so everything is drawn eight times too large and the root's `viewBox` scales it
//! back; lines and letters then sit where they belong.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::svg;
pub use super::svg::{FINE, failed};
use super::theme::{self, FONT, INK, MUTED, PAPER};
use super::{Caption, DrawError};

/// A drawing area in fine units.
pub type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// Where a text hangs on its point.
#[derive(Debug, Clone, Copy)]
pub enum Anchor {
    Left,
    Middle,
    Right,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub struct Type {
    pub size: i32,
    pub colour: RGBColor,
    pub bold: bool,
}

pub const LABEL: Type = Type { size: theme::LABEL, colour: MUTED, bold: false };
pub const NUMBER: Type = Type { size: theme::LABEL, colour: INK, bold: false };

/// Draws a figure of this size in pixels and gives its SVG.
pub fn draw(
    caption: &Caption,
    size: (i32, i32),
    paint: impl FnOnce(&Area<'_>) -> Result<(), DrawError>,
) -> Result<String, DrawError> {
    draw_bare(caption, size, |area| {
        text(
            area,
            &caption.title,
            (0, 12),
            Anchor::Left,
            Type { size: theme::TITLE, colour: INK, bold: true },
        )?;
        text(area, &caption.subtitle, (0, 35), Anchor::Left, LABEL)?;
        paint(area)
    })
}

/// As [`draw`], without a visible title: for figures that stand in a line of text.
pub fn draw_bare(
    caption: &Caption,
    size: (i32, i32),
    paint: impl FnOnce(&Area<'_>) -> Result<(), DrawError>,
) -> Result<String, DrawError> {
    let mut drawn = String::new();
    {
        let fine = ((size.0 * FINE).unsigned_abs(), (size.1 * FINE).unsigned_abs());
        let area = SVGBackend::with_string(&mut drawn, fine).into_drawing_area();
        area.fill(&PAPER).map_err(failed)?;
        paint(&area)?;
        area.present().map_err(failed)?;
    }
    svg::finish(&drawn, caption, size)
}

/// Writes a line of text with its middle at a point in pixels.
pub fn text(
    area: &Area<'_>,
    words: &str,
    at: (i32, i32),
    anchor: Anchor,
    kind: Type,
) -> Result<(), DrawError> {
    text_fine(area, words, (at.0 * FINE, at.1 * FINE), anchor, kind)
}

/// As [`text`], at a point in fine units.
pub fn text_fine(
    area: &Area<'_>,
    words: &str,
    at: (i32, i32),
    anchor: Anchor,
    kind: Type,
) -> Result<(), DrawError> {
    // `FontDesc::style` keeps the old face in this release; a new description does not.
    let style = if kind.bold { FontStyle::Bold } else { FontStyle::Normal };
    let font = FontDesc::new(FontFamily::Name(FONT), f64::from(kind.size * FINE), style);
    let horizontal = match anchor {
        Anchor::Left => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::Right => HPos::Right,
    };
    let style = TextStyle::from(font).color(&kind.colour).pos(Pos::new(horizontal, VPos::Center));
    area.draw(&Text::new(words.to_owned(), at, style)).map_err(failed)
}

/// A straight line between two points in fine units. `dash` is the length of dash and gap in pixels, at most 9; 0 is
/// solid.
pub fn line(
    area: &Area<'_>,
    from: (i32, i32),
    to: (i32, i32),
    colour: RGBColor,
    width: i32,
    dash: i32,
) -> Result<(), DrawError> {
    let style = colour.mix(svg::opacity_of_dash(dash)).stroke_width((width * FINE / 2).unsigned_abs());
    area.draw(&PathElement::new(vec![from, to], style)).map_err(failed)
}

/// A box with diagonal lines: *too few answers*, never blank and never zero. Corners in fine units.
pub fn hatch(area: &Area<'_>, (left, top): (i32, i32), (right, bottom): (i32, i32)) -> Result<(), DrawError> {
    let gap = 6 * FINE;
    let height = bottom - top;
    let mut start = left - height;
    while start < right {
        // From the bottom edge up to the right, cut at the box.
        let (mut from, mut to) = ((start, bottom), (start + height, top));
        if from.0 < left {
            from = (left, bottom - (left - from.0));
        }
        if to.0 > right {
            to = (right, top + (to.0 - right));
        }
        if from.1 > to.1 {
            line(area, from, to, super::theme::GRID, 2, 0)?;
        }
        start += gap;
    }
    Ok(())
}

/// The outline of a box, as a path: rectangles of this backend know no line width. Corners in fine units.
pub fn outline(
    area: &Area<'_>,
    (left, top): (i32, i32),
    (right, bottom): (i32, i32),
    colour: RGBColor,
    width: i32,
) -> Result<(), DrawError> {
    let corners = vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    area.draw(&PathElement::new(corners, colour.stroke_width((width * FINE / 2).unsigned_abs())))
        .map_err(failed)
}
