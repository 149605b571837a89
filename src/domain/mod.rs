//! What things are and which moves are legal. Pure: no clock, no database, no HTTP, no randomness.
//!
//! Reading order: [`language`], [`article`], [`agreement`], [`survey`], [`calendar`], [`round`], [`invitation`],
//! [`answer`], [`message`], [`hand_over`], [`request`], [`period`]. What the answers *say* is in `insight`.

pub mod agreement;
pub mod answer;
pub mod article;
pub mod calendar;
pub mod hand_over;
pub mod ids;
pub mod invitation;
pub mod language;
pub mod message;
pub mod period;
pub mod request;
pub mod round;
pub mod survey;
