//! Polsslag
pub mod catalogue;
pub mod domain;
pub mod insight;
pub mod store;
