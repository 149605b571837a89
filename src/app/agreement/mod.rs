//! The agreement itself: an article changes, and what changed is told.
//!
//! [`import_agreement`] takes a file, [`change_agreement`] what an operator does to people and confidentiality,
//! [`base_survey`] tells what it asks as a file has it, [`move_edition`] brings it to a newer edition of that,
//! [`adjust_article`] carries an adjustment from proposal to review, [`learn`] keeps lessons, questions and events;
//! [`dossier`] reads everything that is told about one.
//! Next: [`crate::app::round`].

pub mod adjust_article;
pub mod base_survey;
pub mod change_agreement;
pub mod dossier;
pub mod import_agreement;
pub mod learn;
pub mod move_edition;
