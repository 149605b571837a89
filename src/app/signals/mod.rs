//! What stands out: found when a round closes, then worked on by facilitators.
//!
//! [`gather_panel`] puts the rounds behind each other, [`find_signals`] freezes what was found, [`work_signals`] turns a
//! signal into a conversation. Next: [`crate::app::report`].

pub mod find_signals;
pub mod gather_panel;
pub mod work_signals;
