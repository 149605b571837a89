//! What one person decides: which mail, who gets the seat, what to ask for, what to see of their own data.
//!
//! [`choose_mail`], [`hand_over`] and [`pass_seat`], [`ask_conversation`], [`answer_person`]. Next: [`crate::app::sign_in`].

pub mod answer_person;
pub mod ask_conversation;
pub mod choose_mail;
pub mod hand_over;
pub mod pass_seat;
