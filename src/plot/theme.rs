//! Colours and type of every figure, in one place. The page's style sheet repeats the colours for dark mode; a test
//! keeps the two together.

use plotters::style::RGBColor;

/// Typeface of figures; its files lie in `reports/fonts`.
pub const FONT: &str = "Open Sans";
/// Text.
pub const INK: RGBColor = RGBColor(0x1f, 0x29, 0x33);
/// Quiet text.
pub const MUTED: RGBColor = RGBColor(0x52, 0x60, 0x6d);
/// Grid lines.
pub const GRID: RGBColor = RGBColor(0xe2, 0xe6, 0xec);
/// The paper under a figure, and the halo around its markers.
pub const PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);
/// The one series colour; 6.9 : 1 on paper.
pub const BLUE: RGBColor = RGBColor(0x00, 0x5a, 0xa0);
/// Marks of adjustments; distinct from blue in grey print by their dash as well.
pub const MARK: RGBColor = RGBColor(0x8a, 0x3b, 0x00);
/// Neutral answers.
pub const NEUTRAL: RGBColor = RGBColor(0xd3, 0xd9, 0xe0);
/// Answers outside the scale.
pub const OUTSIDE: RGBColor = RGBColor(0xee, 0xf1, 0xf4);

/// Answers from strong disagreement to strong agreement without the neutral one: ColorBrewer BrBG, whose ends
/// stay apart for colour-blind readers (experience rule Q5). `position` from −1 (strongly disagree) to 1.
pub fn diverging(position: f64) -> RGBColor {
    const LOW: [(u8, u8, u8); 2] = [(0xdf, 0xc2, 0x7d), (0xa6, 0x61, 0x1a)];
    const HIGH: [(u8, u8, u8); 2] = [(0x80, 0xcd, 0xc1), (0x01, 0x85, 0x71)];
    let [(r0, g0, b0), (r1, g1, b1)] = if position < 0.0 { LOW } else { HIGH };
    // The weakest opinion on five points stands at one half.
    let share = ((position.abs() - 0.5) / 0.5).clamp(0.0, 1.0);
    let mix = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8;
    RGBColor(mix(r0, r1), mix(g0, g1), mix(b0, b1))
}

/// Whether white text reads better than ink on a colour (relative luminance, WCAG 2.2).
pub fn wants_white(colour: RGBColor) -> bool {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2);
    // The luminance at which white and ink (0.021) have the same contrast.
    luminance < 0.223
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_five_points_are_the_named_colours() {
        assert_eq!(diverging(-1.0), RGBColor(0xa6, 0x61, 0x1a));
        assert_eq!(diverging(-0.5), RGBColor(0xdf, 0xc2, 0x7d));
        assert_eq!(diverging(1.0), RGBColor(0x01, 0x85, 0x71));
        assert!(wants_white(diverging(1.0)) && !wants_white(diverging(0.5)));
    }
}
