//! Polsslag
pub mod app;
pub mod catalogue;
pub mod cli;
pub mod clock;
pub mod config;
pub mod delivery;
pub mod domain;
pub mod insight;
pub mod plot;
pub mod report;
pub mod scheduler;
pub mod store;
pub mod web;
pub mod words;
