//! What things are and which moves are legal. Pure: no clock, no database, no HTTP, no randomness.
//!
//! Reading order: [`language`], [`article`], [`role`], [`agreement`], [`turn`],
//! [`confidentiality`], [`survey`], [`edition`], [`calendar`], [`round`], [`key`],
//! [`answer`], [`message`], [`hand_over`], [`request`], [`conversation`],
//! [`adjustment`], [`period`]; [`access`] and [`sign_in`] say who may do what, [`audit`] what is kept of it; [`code`] gives
//! closed lists their names. What the answers *say* is in `insight`.

pub mod access;
pub mod adjustment;
pub mod agreement;
pub mod answer;
pub mod article;
pub mod audit;
pub mod calendar;
pub mod code;
pub mod confidentiality;
pub mod conversation;
pub mod edition;
pub mod hand_over;
pub mod ids;
pub mod key;
pub mod language;
pub mod message;
pub mod period;
pub mod request;
pub mod role;
pub mod round;
pub mod scale;
pub mod sign_in;
pub mod survey;
pub mod turn;
