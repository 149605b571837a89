//! The steering group: its page, its meetings, an extra pulse after a shock.

pub mod meeting;
pub mod page;
pub mod pulse;
