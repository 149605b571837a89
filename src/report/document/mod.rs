//! A report in words: one structure that page, PDF and workbook are made of, so that a figure has the same digits in
//! each. It knows its language and nothing of typesetting.

pub mod compose;
pub mod crosswalk;
pub mod external;
pub mod tables;

use serde::Serialize;

use crate::domain::language::Language;
use crate::insight::disclosure::{Bound, Disclosed, Figure, Tenths};
use crate::words::{Word, tr};

use crate::report::wording;

/// What a cell is worth to a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// A whole number.
    Count(i64),
    /// A number with one decimal.
    Tenths(f64),
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// What is printed.
    pub text: String,
    /// The number behind it; `None` for words, for bounds such as *≤ 1,2*, and for what is not shown.
    pub value: Option<Value>,
    /// Whether it stands for figures that may not be shown.
    pub is_hidden: bool,
    /// How many columns it spans.
    pub span: usize,
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), value: None, is_hidden: false, span: 1 }
    }

    /// A count.
    pub fn count(n: usize) -> Cell {
        Cell { value: Some(Value::Count(n as i64)), ..Cell::text(n.to_string()) }
    }

    /// A number with one decimal.
    pub fn tenths(language: Language, number: Tenths) -> Cell {
        Cell { value: Some(Value::Tenths(number.value())), ..Cell::text(wording::decimal(language, number)) }
    }

    /// A mean as it may be shown.
    pub fn mean(language: Language, figure: &Disclosed<Figure>) -> Cell {
        match figure.get() {
            None => Cell::hidden(language, 1),
            Some(shown) if shown.bound() == Bound::Exact => Cell::tenths(language, shown.mean()),
            Some(shown) => Cell::text(wording::mean(language, shown)),
        }
    }

    /// *Too few answers*, over so many columns.
    pub fn hidden(language: Language, span: usize) -> Cell {
        Cell { text: tr(language, Word::TooFew), value: None, is_hidden: true, span }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its head.
    pub name: String,
    /// Whether its cells stand to the right.
    pub is_number: bool,
}

/// A table; the first cell of a row is its head.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Unique in the document: letters, digits, hyphens. Also the name of its sheet.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// Columns, left to right.
    pub columns: Vec<Column>,
    /// Rows, top to bottom.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table without rows; the heads of numeric columns are marked.
    pub fn new(id: &str, caption: String, columns: impl IntoIterator<Item = (String, bool)>) -> Table {
        let columns = columns.into_iter().map(|(name, is_number)| Column { name, is_number }).collect();
        Table { id: id.to_owned(), caption, columns, rows: Vec::new() }
    }
}

/// Where a block belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum On {
    /// Everywhere.
    All,
    /// Only where pages scroll: the PDF has the same figures smaller or in one table.
    Screen,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Piece {
    /// A paragraph.
    Text {
        /// What it says.
        text: String,
    },
    /// A list.
    List {
        /// Its items.
        items: Vec<String>,
    },
    /// Something with a name, and what is to be said of it.
    Entry {
        /// The small drawing beside it, by its name.
        drawing: Option<String>,
        /// Its name or first sentence.
        title: String,
        /// Where it stands, in quiet words.
        meta: String,
        /// Paragraphs.
        texts: Vec<String>,
        /// A list below them.
        items: Vec<String>,
    },
    /// Words and what they stand for.
    Pairs {
        /// Both.
        items: Vec<(String, String)>,
    },
    /// Drawings with the table that they share.
    Figure {
        /// Their names.
        names: Vec<String>,
        /// Where it belongs.
        on: On,
        /// The same as a table, for page and workbook.
        table: Option<Table>,
    },
    /// A table by itself.
    Table {
        /// The table.
        table: Table,
    },
}

/// A heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// Its pieces.
    pub blocks: Vec<Piece>,
}

/// A few sentences under a heading on page one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Brief {
    /// Its heading.
    pub heading: String,
    /// Its sentences.
    pub items: Vec<String>,
}

/// Page one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Front {
    /// How it goes, in one sentence.
    pub state: String,
    /// Who answered.
    pub response: String,
    /// What changed, why it matters, what to talk about.
    pub briefs: Vec<Brief>,
    /// The drawing of where every theme stands, by its name.
    pub standing: Option<String>,
    /// Every theme's reading; `None` without a round.
    pub themes: Option<Table>,
    /// Adjustments that somebody has to do something about.
    pub open: Brief,
    /// The next day that matters.
    pub next: Option<String>,
}

/// The whole report in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// Its language.
    pub language: Language,
    /// Short name of the agreement.
    pub agreement: String,
    /// What people call it.
    pub title: String,
    /// What this is: *trend report, third quarter of 2026*.
    pub heading: String,
    /// The period's name in addresses.
    pub period: String,
    /// Draft, or released on which day.
    pub edition: String,
    /// What earlier versions had otherwise.
    pub corrections: Vec<String>,
    /// The mark of a draft; empty on a released one.
    pub draft_mark: String,
    /// The day on which it is told, as `YYYY-MM-DD`.
    pub as_of: String,
    /// Page one.
    pub front: Front,
    /// What follows.
    pub sections: Vec<Section>,
    /// Which program made it.
    pub program: String,
    /// SHA-256 over what it states.
    pub data_hash: String,
    /// Words that a template needs: *page*, *of*.
    pub page_words: (String, String),
}

impl Document {
    /// Every table, in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        let inside = blocks.filter_map(|block| match block {
            Piece::Figure { table, .. } => table.as_ref(),
            Piece::Table { table } => Some(table),
            Piece::Text { .. } | Piece::List { .. } | Piece::Pairs { .. } | Piece::Entry { .. } => None,
        });
        self.front.themes.iter().chain(inside)
    }
}
