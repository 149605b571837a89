//! What the answers say, and how much of that may be said to whom. Pure: no clock, no database, no randomness.
//!
//! Reading order: [`score`] (a person's answers → scores), [`reading`] (person → partner → agreement),
//! [`disclosure`] (the only door through which figures leave).

pub mod disclosure;
pub mod reading;
pub mod score;
