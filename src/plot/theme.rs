//! Colours and type of every figure, taken from `reports/look.toml` while compiling: a name that is missing there does
//! not compile.

use plotters::style::RGBColor;

/// The file itself.
const LOOK: &str = include_str!("../../reports/look.toml");

/// Typeface of figures; its files lie in `reports/fonts`.
pub const FONT: &str = "Open Sans";
/// Text.
pub const INK: RGBColor = colour("\nink = ");
/// Quiet text.
pub const MUTED: RGBColor = colour("\nmuted = ");
/// Grid lines.
pub const GRID: RGBColor = colour("\ngrid = ");
/// The paper under a figure, and the halo around its markers.
pub const PAPER: RGBColor = colour("\npaper = ");
/// The one series colour; an organisation may set its own.
pub const ACCENT: RGBColor = colour("\naccent = ");
/// Marks of adjustments; distinct from the accent in grey print by their dash as well.
pub const MARK: RGBColor = colour("\nmark = ");
/// Neutral answers.
pub const NEUTRAL: RGBColor = colour("\nneutral = ");
/// Answers outside the scale.
pub const OUTSIDE: RGBColor = colour("\noutside = ");

/// Size of the smallest text, in pixels of a figure.
pub const TICK: i32 = pixels("\ntick = ");
/// Size of notes in the drawing.
pub const NOTE: i32 = pixels("\nnote = ");
/// Size of labels and numbers.
pub const LABEL: i32 = pixels("\nlabel = ");
/// Size of the number at a line's end.
pub const END: i32 = pixels("\nend = ");
/// Size of a title.
pub const TITLE: i32 = pixels("\ntitle = ");

/// Where the value of a key begins: after its first occurrence, which for a colour is the light one.
const fn value_of(key: &str) -> usize {
    let (text, key) = (LOOK.as_bytes(), key.as_bytes());
    let mut at = 0;
    while at + key.len() <= text.len() {
        let mut same = 0;
        while same < key.len() && text[at + same] == key[same] {
            same += 1;
        }
        if same == key.len() {
            return at + same;
        }
        at += 1;
    }
    panic!("reports/look.toml lacks a key that figures need")
}

const fn colour(key: &str) -> RGBColor {
    // Past the quotation mark and the number sign.
    let at = value_of(key) + 2;
    RGBColor(byte(at), byte(at + 2), byte(at + 4))
}

const fn byte(at: usize) -> u8 {
    digit(LOOK.as_bytes()[at]) * 16 + digit(LOOK.as_bytes()[at + 1])
}

const fn digit(c: u8) -> u8 {
    match c {
        b'0'..=b'9' => c - b'0',
        b'A'..=b'F' => c - b'A' + 10,
        _ => panic!("a colour in reports/look.toml is not #RRGGBB in capitals"),
    }
}

const fn pixels(key: &str) -> i32 {
    let (mut at, mut number) = (value_of(key), 0);
    while at < LOOK.len() && LOOK.as_bytes()[at].is_ascii_digit() {
        number = number * 10 + (LOOK.as_bytes()[at] - b'0') as i32;
        at += 1;
    }
    number
}

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

/// Relative luminance of a colour, 0 to 1. Source: WCAG 2.2.
pub fn luminance((red, green, blue): (u8, u8, u8)) -> f64 {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// Whether white text reads better than ink on a colour.
pub fn wants_white(colour: RGBColor) -> bool {
    // The luminance at which white and ink (0.021) have the same contrast.
    luminance((colour.0, colour.1, colour.2)) < 0.223
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
