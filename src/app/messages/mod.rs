//! Messages: queued with the step that causes them, composed when sent, and what comes back.
//!
//! [`queue_message`], [`compose_message`], [`send_messages`], [`take_bounces`]; [`tell_digest`] is the facilitators' weekly
//! mail, [`tell_programs`] the webhooks. Next: [`crate::app::installation`].

pub mod compose_message;
pub mod queue_message;
pub mod send_messages;
pub mod take_bounces;
pub mod tell_digest;
pub mod tell_programs;
