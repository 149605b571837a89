//! How an organisation's report looks: the house style of `reports/look.toml` with, if it wants, its own accent colour
//! and logo over it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::plot::svg;
use crate::plot::theme::luminance;

/// The file with colours, type and spacing.
pub const LOOK: &str = include_str!("../../reports/look.toml");

/// Rules of pages, without the values.
const RULES: &str = include_str!("../../reports/style.css");

#[derive(Deserialize)]
struct House {
    light: BTreeMap<String, String>,
    dark: BTreeMap<String, String>,
    family: BTreeMap<String, String>,
}

static HOUSE: LazyLock<Option<House>> = LazyLock::new(|| toml::from_str(LOOK).ok());

/// Colours that figures use, by their names.
const IN_FIGURES: [&str; 8] = ["ink", "muted", "grid", "paper", "accent", "mark", "neutral", "outside"];

/// What text in the accent stands on.
const PAPERS: [&str; 3] = ["paper", "quiet", "accent-quiet"];

/// An organisation's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// Its accent, instead of the house's.
    pub accent: Option<Accent>,
    /// Its logo.
    pub logo: Option<Logo>,
}

/// A picture beside the title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// SVG or PNG.
    pub bytes: Vec<u8>,
    /// Whether it is a PNG; else an SVG.
    pub is_png: bool,
    /// What a screen reader says: the organisation's name.
    pub alt: String,
}

impl Logo {
    /// Its file name among a report's sources.
    pub fn file_name(&self) -> &'static str {
        if self.is_png { "logo.png" } else { "logo.svg" }
    }

    /// The whole picture as an address, for a page that stands by itself.
    pub fn data_uri(&self) -> String {
        format!("data:{};base64,{}", self.media_type(), data_encoding::BASE64.encode(&self.bytes))
    }

    /// Its media type.
    pub fn media_type(&self) -> &'static str {
        if self.is_png { "image/png" } else { "image/svg+xml" }
    }
}

/// A colour for lines, bars and links that reads on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accent(String);

/// Least contrast of text and its background. Source: WCAG 2.2, success criterion 1.4.3.
pub const MIN_CONTRAST: f64 = 4.5;

impl Accent {
    /// Takes a colour written as `#RRGGBB`.
    ///
    /// Errors: a sentence when it is none, or reads badly on white paper.
    pub fn parse(text: &str) -> Result<Accent, String> {
        let rgb = parse(text).ok_or_else(|| format!("\"{text}\": expected a colour such as \"#005AA0\""))?;
        // Links stand on tinted boxes as well as on paper.
        let papers =
            HOUSE.as_ref().map(|house| PAPERS.map(|name| house.light.get(name).and_then(|hex| parse(hex))));
        let papers = papers.into_iter().flatten().flatten();
        let least = papers.map(|paper| contrast(rgb, paper)).fold(21.0, f64::min);
        if least < MIN_CONTRAST {
            return Err(format!(
                "{text} has a contrast of {least:.1} : 1 on the report's palest boxes and is hard to read: take a darker \
                 colour, of at least {MIN_CONTRAST} : 1"
            ));
        }
        Ok(Accent(text.to_uppercase()))
    }

    /// As `#RRGGBB`, in capitals.
    pub fn hex(&self) -> &str {
        &self.0
    }

    /// The same hue on dark paper: mixed with white until it reads.
    fn on_dark(&self, paper: &str) -> String {
        let (own, paper) = (parse(&self.0).unwrap_or_default(), parse(paper).unwrap_or_default());
        let mixed = |tenths: u16| {
            let mix = |c: u8| (u16::from(c) + (255 - u16::from(c)) * tenths / 10) as u8;
            (mix(own.0), mix(own.1), mix(own.2))
        };
        // A step above the minimum, since links lie on tinted boxes too.
        let found = (0..10).map(mixed).find(|colour| contrast(*colour, paper) >= 7.0);
        let (r, g, b) = found.unwrap_or((255, 255, 255));
        format!("#{r:02X}{g:02X}{b:02X}")
    }
}

fn parse(text: &str) -> Option<(u8, u8, u8)> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some((byte(0)?, byte(2)?, byte(4)?))
}

/// Contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio".
fn contrast(a: (u8, u8, u8), b: (u8, u8, u8)) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn house_accent() -> &'static str {
    HOUSE.as_ref().and_then(|house| house.light.get("accent")).map_or("#005AA0", String::as_str)
}

impl Look {
    /// The house's own.
    pub const HOUSE: Look = Look { accent: None, logo: None };

    /// The accent that it has.
    pub fn accent_hex(&self) -> &str {
        self.accent.as_ref().map_or(house_accent(), Accent::hex)
    }

    /// A figure in its accent.
    pub fn dress(&self, figure: &str) -> String {
        match &self.accent {
            None => figure.to_owned(),
            Some(accent) => svg::recolour(figure, house_accent(), accent.hex()),
        }
    }

    /// The whole style sheet: values, dark values, rules, and figures in the dark.
    pub fn style_sheet(&self) -> String {
        let Some(house) = HOUSE.as_ref() else { return RULES.to_owned() };
        let (mut light, mut dark) = (house.light.clone(), house.dark.clone());
        if let Some(accent) = &self.accent {
            let on_dark = accent.on_dark(dark.get("paper").map_or("#000000", String::as_str));
            light.insert("accent".to_owned(), accent.hex().to_owned());
            dark.insert("accent".to_owned(), on_dark);
        }
        let screen = house.family.get("screen").map_or("sans-serif", String::as_str);
        let mut css = format!(":root {{\n  color-scheme: light dark;\n  --polsslag-font-family: {screen};\n");
        let put = |css: &mut String, colours: &BTreeMap<String, String>| {
            for (name, value) in colours {
                let _ = writeln!(css, "  --polsslag-{name}-color: {value};");
            }
        };
        put(&mut css, &light);
        css += "}\n@media (prefers-color-scheme: dark) {\n:root {\n";
        put(&mut css, &dark);
        css += "}\n}\n";
        css += RULES;
        // A drawing keeps its colours in its file; on a dark screen these replace them.
        css += "\n@media screen and (prefers-color-scheme: dark) {\n";
        for name in IN_FIGURES {
            let (Some(from), Some(to)) = (light.get(name), dark.get(name)) else { continue };
            let shape = if name == "paper" { ":not(text)" } else { "" };
            let _ =
                writeln!(css, "  :is(.drawing, .evidence) svg {shape}[fill=\"{from}\"] {{ fill: {to}; }}");
            let _ = writeln!(css, "  :is(.drawing, .evidence) svg [stroke=\"{from}\"] {{ stroke: {to}; }}");
        }
        css += "}\n";
        css
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_must_read_on_paper_and_gets_a_lighter_one_for_the_dark() {
        assert!(Accent::parse("#FFD54A").expect_err("yellow").contains("contrast of 1.2 : 1"));
        assert!(Accent::parse("blue").expect_err("a name").contains("expected a colour"));
        assert!(Accent::parse("#é12345").is_err());
        let green = Accent::parse("#0b6b3a").expect("dark green");
        let sheet = Look { accent: Some(green), logo: None }.style_sheet();
        assert!(sheet.contains("--polsslag-accent-color: #0B6B3A;"), "{sheet}");
        let dark = sheet.split("prefers-color-scheme: dark").nth(1).expect("dark values");
        let value = dark.split("--polsslag-accent-color: ").nth(1).expect("an accent");
        let rgb = parse(&value[..7]).expect("a colour");
        assert!(contrast(rgb, (0x12, 0x18, 0x1e)) >= 7.0, "{value}");
    }

    #[test]
    fn every_text_colour_of_the_house_reads_on_its_paper() {
        let house = HOUSE.as_ref().expect("reports/look.toml parses");
        for (palette, name) in [&house.light, &house.dark].into_iter().zip(["light", "dark"]) {
            for (text, on) in [
                ("ink", "paper"),
                ("ink", "quiet"),
                ("heading", "paper"),
                ("muted", "paper"),
                ("muted", "quiet"),
                ("accent", "paper"),
                ("accent", "quiet"),
                ("accent", "accent-quiet"),
                ("on-accent", "accent"),
                ("mark", "paper"),
                ("error", "paper"),
                ("success", "paper"),
                ("ink", "focus"),
            ] {
                let colour = |key: &str| parse(&palette[key]).expect("a colour");
                let found = contrast(colour(text), colour(on));
                assert!(found >= MIN_CONTRAST, "{name}: {text} on {on} is {found:.2}");
            }
        }
    }

    #[test]
    fn figures_use_no_colour_that_the_dark_page_does_not_know() {
        let house = HOUSE.as_ref().expect("reports/look.toml parses");
        for name in IN_FIGURES {
            assert!(house.light.contains_key(name) && house.dark.contains_key(name), "{name}");
        }
        let light: Vec<&String> = IN_FIGURES.iter().map(|name| &house.light[*name]).collect();
        let unique: std::collections::BTreeSet<_> = light.iter().collect();
        assert_eq!(unique.len(), light.len(), "a colour that two names share gets one of two dark ones");
    }
}
