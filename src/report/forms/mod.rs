//! The forms that a document takes: page, print, slides, workbook, CSV; and two pages about how it was computed.
//!
//! [`page`] and [`mod@print`] first; [`deck`] and [`workbook`] are made of the same document, [`table`] of the facts.
//! [`method`] tells readers how figures and signals come about, [`appendix`] tells it to a method's writer.

pub mod appendix;
pub mod deck;
pub mod method;
pub mod page;
pub mod print;
pub mod table;
pub mod workbook;
