//! What the drawing library cannot say in SVG: dashes, what a figure shows, another accent. Elements are read and
//! written one by one, so that no words in a figure are ever taken for its drawing.

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, Writer};

use super::{Caption, DrawError};

/// Fine units per pixel.
pub const FINE: i32 = 8;

/// What went wrong, as an error of drawing.
pub fn failed<E: std::fmt::Display>(error: E) -> DrawError {
    DrawError(error.to_string())
}

/// One element while it is rewritten.
struct Element {
    is_root: bool,
    /// Names and values as they are written, in order.
    attributes: Vec<(String, String)>,
    /// Markup that comes first inside it.
    inside: String,
}

impl Element {
    fn find(&mut self, name: &str) -> Option<&mut String> {
        self.attributes.iter_mut().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// Adds an attribute right after another one.
    fn put_after(&mut self, name: &str, new: &str, value: String) {
        if let Some(place) = self.attributes.iter().position(|(own, _)| own == name) {
            self.attributes.insert(place + 1, (new.to_owned(), value));
        }
    }
}

/// Writes a figure again. An element that `change` leaves alone stays byte for byte.
fn rewrite(svg: &str, mut change: impl FnMut(&mut Element)) -> Result<String, DrawError> {
    let mut reader = Reader::from_str(svg);
    let mut writer = Writer::new(Vec::with_capacity(svg.len()));
    let mut is_root = true;
    loop {
        let event = reader.read_event().map_err(failed)?;
        match event {
            Event::Eof => break,
            Event::Start(tag) => {
                let (tag, inside) = changed(tag, std::mem::take(&mut is_root), &mut change)?;
                writer.write_event(Event::Start(tag)).map_err(failed)?;
                writer.write_event(Event::Text(BytesText::from_escaped(inside))).map_err(failed)?;
            }
            Event::Empty(tag) => {
                let (tag, _) = changed(tag, std::mem::take(&mut is_root), &mut change)?;
                writer.write_event(Event::Empty(tag)).map_err(failed)?;
            }
            other => writer.write_event(other).map_err(failed)?,
        }
    }
    String::from_utf8(writer.into_inner()).map_err(failed)
}

fn changed<'a>(
    tag: BytesStart<'a>,
    is_root: bool,
    change: &mut impl FnMut(&mut Element),
) -> Result<(BytesStart<'a>, String), DrawError> {
    let attributes: Vec<(String, String)> = tag
        .attributes()
        .map(|one| one.map(|one| (one.key.as_ref().to_owned(), one.value.into_owned())))
        .collect::<Result<_, _>>()
        .map_err(failed)?;
    let mut element = Element { is_root, attributes: attributes.clone(), inside: String::new() };
    change(&mut element);
    if element.attributes == attributes {
        return Ok((tag, element.inside));
    }
    let mut written = BytesStart::new(tag.name().as_ref().to_owned());
    for (name, value) in &element.attributes {
        // As it was written: a pair of texts would be escaped again.
        written.push_attribute(Attribute { key: QName(name), value: value.into() });
    }
    Ok((written, element.inside))
}

/// How opaque a line is drawn that is to have dashes of a length in pixels: the library draws no dashes, so they travel
/// as a hair of opacity until [`finish`].
pub fn opacity_of_dash(dash: i32) -> f64 {
    1.0 - f64::from(dash) / 1000.0
}

/// Longest dash. Units: pixels.
const MAX_DASH: i32 = 9;

/// Makes a drawing a figure: its root scales and says what it shows, and its lines have their dashes.
///
/// Shape: `size` in pixels.
pub fn finish(drawn: &str, caption: &Caption, size: (i32, i32)) -> Result<String, DrawError> {
    let id = &caption.id;
    rewrite(drawn, |element| {
        if element.is_root {
            let attribute = |name: &str, value: String| (name.to_owned(), value);
            element.attributes = vec![
                attribute("xmlns", "http://www.w3.org/2000/svg".to_owned()),
                attribute("width", size.0.to_string()),
                attribute("height", size.1.to_string()),
                attribute("viewBox", format!("0 0 {} {}", size.0 * FINE, size.1 * FINE)),
                attribute("role", "img".to_owned()),
                attribute("aria-labelledby", format!("{id}-title {id}-desc")),
                attribute("stroke-linejoin", "round".to_owned()),
                attribute("stroke-linecap", "round".to_owned()),
            ];
            let said = maud::html! {
                title id=(format!("{id}-title")) { (caption.title) }
                desc id=(format!("{id}-desc")) { (caption.description) }
            };
            element.inside = format!("\n{}", said.into_string());
            return;
        }
        let Some(opacity) = element.find("opacity") else { return };
        let dash = (1..=MAX_DASH).find(|dash| *opacity == opacity_of_dash(*dash).to_string());
        if let Some(dash) = dash {
            "1".clone_into(opacity);
            element.put_after("opacity", "stroke-dasharray", (dash * FINE).to_string());
        }
    })
}

/// A figure whose sentence stands beside it: nothing to read aloud. What is no SVG stays as it is.
pub fn beside_words(figure: &str) -> String {
    let hidden = rewrite(figure, |element| {
        if element.is_root {
            element.put_after("role", "aria-hidden", "true".to_owned());
        }
    });
    hidden.unwrap_or_else(|_| figure.to_owned())
}

/// A figure in another accent. What is no SVG stays as it is. Shape: colours as `#RRGGBB`.
pub fn recolour(figure: &str, from: &str, to: &str) -> String {
    let coloured = rewrite(figure, |element| {
        for (_, value) in element.attributes.iter_mut().filter(|(_, value)| value == from) {
            to.clone_into(value);
        }
    });
    coloured.unwrap_or_else(|_| figure.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_a_figure_are_never_taken_for_its_drawing() {
        let caption = Caption {
            id: "one".into(),
            title: "opacity=\"0.997\" #005AA0 role=\"img\"".into(),
            subtitle: String::new(),
            description: String::new(),
        };
        let drawn =
            "<svg width=\"8\">\n<path stroke=\"#005AA0\" opacity=\"0.997\"/>\n<text>#005AA0</text>\n</svg>";
        let figure = finish(drawn, &caption, (2, 3)).expect("a drawing of the program is SVG");
        assert!(figure.contains("<path stroke=\"#005AA0\" opacity=\"1\" stroke-dasharray="), "{figure}");
        assert!(
            figure.contains("opacity=&quot;0.997&quot; #005AA0 role=&quot;img&quot;</title>"),
            "{figure}"
        );
        let red = recolour(&figure, "#005AA0", "#AA0000");
        assert_eq!(red.matches("#AA0000").count(), 1, "{red}");
        assert!(red.contains("<text>#005AA0</text>"));
        assert_eq!(beside_words(&figure).matches("aria-hidden=\"true\"").count(), 1);
    }
}
