//! The forms that a document takes: page, print, slides, workbook, CSV; and two pages about how it was computed.
//!
//! [`page`] and [`mod@print`] first; [`deck`] and [`workbook`] are made of the same document, [`table`] of the facts.
//! [`think_aloud`] is a script for talks, made of a survey in the same pieces. [`method`] tells readers how figures and signals come about, [`appendix`] tells it to a method's writer.

pub mod appendix;
pub mod deck;
pub mod method;
pub mod page;
pub mod print;
pub mod table;
pub mod think_aloud;
pub mod workbook;

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::code::coded;

/// A form that is offered beside the page, in the order in which it is offered. Its code is its file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
pub enum Form {
    /// The report, printed.
    #[strum(serialize = "report.pdf")]
    Report,
    /// Slides.
    #[strum(serialize = "deck.pdf")]
    Deck,
    /// A page for outsiders.
    #[strum(serialize = "external.pdf")]
    External,
    /// Every table.
    #[strum(serialize = "data.xlsx")]
    Workbook,
    /// Every figure.
    #[strum(serialize = "data.csv")]
    Csv,
}

coded!(Form);
