//! Facilitators: signals to discuss, response coming in, what people ask for, conversations.

pub mod conversations;
pub mod questions;
pub mod requests;
pub mod response;
pub mod signals;
