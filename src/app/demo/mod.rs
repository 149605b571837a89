//! The demo's history, played by the same use cases as the service.
//!
//! [`seed_demo`] plays two years of both sample agreements, [`seed_conversations`] what came of their signals.

pub mod seed_conversations;
pub mod seed_demo;
