//! Answers: collected from links, imported from files, and what comes back to those who gave them.
//!
//! [`collect_answers`] takes a form, [`import_answers`] earlier measurements, [`screen_comments`] lets a facilitator mask
//! what people wrote, [`show_results`] gathers a respondent's results page. Next: [`crate::app::signals`].

pub mod collect_answers;
pub mod import_answers;
pub mod screen_comments;
pub mod show_results;
