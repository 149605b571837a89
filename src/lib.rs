//! Polsslag takes the pulse of a living agreement.
//!
//! Read in this order: [`domain`] (what things are), [`insight`] (what answers say, and what may be shown),
//! [`catalogue`] (files that people write), [`store`] (SQLite), [`words`], [`delivery`] (how messages leave),
//! [`plot`] and [`report`] (how figures look and read), [`app`] (what happens, one file per event), then the shells:
//! [`web`], [`cli`], [`scheduler`].
//!
//! The library exists for the binary, its tests and its benchmarks; it promises no stable interface.

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
mod words;
