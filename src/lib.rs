//! Polsslag
pub mod domain;
