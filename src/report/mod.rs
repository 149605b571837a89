//! What a trend report states, in order, and the forms it takes.
//!
//! [`facts`] gathers guarded figures and dated marks; [`wording`] turns a figure into the sentence that page, table
//! and alt text share; [`figures`] describes the plots; [`page`] and [`table`] are two forms of the same facts.
//! Pure: no clock, no database.

pub mod appendix;
pub mod compose;
pub mod deck;
pub mod document;
pub mod effect;
pub mod external;
pub mod facts;
pub mod figures;
pub mod follow_up;
pub mod group_figures;
pub mod look;
pub mod method;
pub mod page;
pub mod print;
pub mod signals;
pub mod summary;
pub mod table;
pub mod tables;
pub mod wording;
pub mod workbook;
