//! The living agreement: its text on any day, its articles, its adjustments, what it learned, its reports.

pub mod adjustments;
pub mod article;
pub mod learning;
pub mod reports;
pub mod text;
