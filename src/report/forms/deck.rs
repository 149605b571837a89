//! The meeting deck: the report's sentences and figures, one message a page, for the projector.

use serde::Serialize;

use crate::domain::language::Language;
use crate::report::document::{Document, Piece, Section, Table};
use crate::report::figures::Figures;
use crate::words::{Word, tr};

/// One page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Slide {
    /// What it is part of, in small words; empty where the title says so.
    pub over: String,
    /// Its message; with a drawing it stands in the drawing as well, for those who read along.
    pub title: String,
    /// Sentences below it.
    pub texts: Vec<String>,
    /// Questions or points, large.
    pub items: Vec<String>,
    /// The drawing that fills it, by its name.
    pub drawing: Option<String>,
    /// The table that fills it.
    pub table: Option<Table>,
}

impl Slide {
    fn new(title: &str) -> Slide {
        Slide {
            over: String::new(),
            title: title.to_owned(),
            texts: Vec::new(),
            items: Vec::new(),
            drawing: None,
            table: None,
        }
    }
}

/// The deck in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Deck {
    /// Its language.
    pub language: Language,
    /// What people call the agreement.
    pub title: String,
    /// What this is.
    pub heading: String,
    /// Draft, or released on which day.
    pub edition: String,
    /// The mark of a draft; empty on a released one.
    pub draft_mark: String,
    /// The day on which it is told, as `YYYY-MM-DD`.
    pub as_of: String,
    /// What earlier versions had otherwise.
    pub corrections: Vec<String>,
    /// How it goes.
    pub state: String,
    /// The pages after the first.
    pub slides: Vec<Slide>,
}

/// The deck of a document and its figures.
pub fn deck(document: &Document, figures: &Figures) -> Deck {
    let language = document.language;
    let mut slides: Vec<Slide> = document
        .front
        .briefs
        .iter()
        .map(|brief| Slide { items: brief.items.clone(), ..Slide::new(&brief.heading) })
        .collect();
    if let Some(name) = &document.front.standing {
        let title = tr(language, Word::InShort);
        slides.push(Slide { drawing: Some(name.clone()), ..Slide::new(&title) });
    }
    if let Some(themes) = &document.front.themes {
        slides.push(Slide { table: Some(themes.clone()), ..Slide::new(&themes.caption) });
    }
    for section in &document.sections {
        slides.extend(section.blocks.iter().flat_map(|block| pages(section, block, figures)));
    }
    let mut items = document.front.open.items.clone();
    items.extend(document.front.next.clone());
    slides.push(Slide { items, ..Slide::new(&tr(language, Word::DeckNext)) });
    Deck {
        language,
        title: document.title.clone(),
        heading: document.heading.clone(),
        edition: document.edition.clone(),
        draft_mark: document.draft_mark.clone(),
        as_of: document.as_of.clone(),
        corrections: document.corrections.clone(),
        state: document.front.state.clone(),
        slides,
    }
}

/// A block as pages of their own; none for what is not shown at the table.
fn pages(section: &Section, block: &Piece, figures: &Figures) -> Vec<Slide> {
    match block {
        Piece::Figure { names, .. } => names
            .iter()
            // All themes on one drawing are too small for a wall; each has its own page.
            .filter(|name| figures.multiples.as_ref().is_none_or(|all| all.name != **name))
            .map(|name| Slide { drawing: Some(name.clone()), ..Slide::new(&section.heading) })
            .collect(),
        Piece::Entry { title, meta, texts, items, .. } => {
            let texts = std::iter::once(meta).chain(texts).filter(|text| !text.is_empty()).cloned().collect();
            let over = section.heading.clone();
            vec![Slide { over, texts, items: items.clone(), ..Slide::new(title) }]
        }
        Piece::Text { .. } | Piece::List { .. } | Piece::Pairs { .. } | Piece::Table { .. } => Vec::new(),
    }
}
