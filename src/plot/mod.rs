//! Figures as SVG, drawn with plotters; PNG from the same SVG.
//!
//! One file per figure; each takes a finished description whose values passed the disclosure guard, and knows
//! nothing of rounds or agreements. Words come in ready-made. All plotters code is here, because its release is
//! pinned. Next: [`canvas`] (what all figures share), [`rows`] (what those with rows share), [`svg`] (what is said in SVG itself), [`theme`] (colours and type).

mod canvas;
pub mod distribution;
pub mod dots;
pub mod gap;
pub mod multiples;
pub mod png;
pub mod response;
mod rows;
pub mod sparkline;
pub mod standing;
pub mod svg;
pub mod theme;
pub mod trend;

/// A figure could not be drawn.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct DrawError(String);

/// What every figure says about itself: to eyes and to screen readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// Unique on its page: letters, digits, hyphens.
    pub id: String,
    /// The message, as a bold line.
    pub title: String,
    /// Unit, n and period, as a quiet line.
    pub subtitle: String,
    /// What a screen reader reads instead.
    pub description: String,
}
