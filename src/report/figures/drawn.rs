//! A drawing with its name and what a screen reader says instead; and which ticks get a label.

use crate::plot::{Caption, DrawError, svg};
use crate::report::look::Look;

/// A drawn figure under its file name, without extension.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// File name without extension, also its id on a page.
    pub name: String,
    /// The drawing.
    pub svg: String,
    /// What a screen reader says instead.
    pub alt: String,
}

impl Drawn {
    /// A drawing with what its caption says about it.
    pub fn new(
        caption: Caption,
        draw: impl FnOnce(Caption) -> Result<String, DrawError>,
    ) -> Result<Drawn, DrawError> {
        let parts = [&caption.title, &caption.subtitle, &caption.description];
        let said: Vec<&str> = parts
            .into_iter()
            .map(|part| part.trim_end_matches('.'))
            .filter(|part| !part.is_empty())
            .collect();
        let (name, alt) = (caption.id.clone(), format!("{}.", said.join(". ")));
        Ok(Drawn { name, alt, svg: draw(caption)? })
    }

    /// The drawing in a look, for beside the sentence that says what it shows: nothing to read aloud.
    pub fn beside_words(&self, look: &Look) -> String {
        svg::beside_words(&look.dress(&self.svg))
    }
}

/// Whether a round's tick is labelled: counted from the last one, which always is.
pub(in crate::report) fn has_tick(index: usize, n_rounds: usize, at_most: usize) -> bool {
    (n_rounds - 1 - index).is_multiple_of(n_rounds.div_ceil(at_most).max(1))
}
