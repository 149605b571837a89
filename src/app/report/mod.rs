//! The quarterly report: gathered, drafted, released, corrected, and opened by link.
//!
//! [`make_report`] gathers facts, [`release_report`] is the report's life, [`render_report`] makes its files, [`open_report`] hands them out, [`offer_link`]
//! opens pages to outsiders. What a report says is [`crate::report`]'s business. Next: [`crate::app::people`].

pub mod make_report;
pub mod offer_link;
pub mod open_report;
pub mod release_report;
pub mod render_report;
