//! What the answers say, and how much of that may be said to whom. Pure: no clock, no database; chance only from
//! generators with a seed.
//!
//! Reading order: [`score`] (a person's answers → scores), [`panel`] (answers over rounds), [`reading`] (person →
//! partner → agreement), [`interval`] (how sure a mean is), what they say over time ([`change`], [`trend`], [`chart`]) and of each other ([`spread`],
//! [`reliability`], [`response`], [`shrinkage`], all in [`analysis`]), [`signal`] (what stands out), [`disclosure`] (the only door through which figures leave).

pub mod analysis;
pub mod change;
pub mod chart;
pub mod disclosure;
pub mod interval;
pub mod items;
pub mod multiplicity;
pub mod panel;
pub mod reading;
pub mod reliability;
pub mod response;
pub mod sample;
pub mod score;
pub mod shrinkage;
pub mod signal;
pub mod spread;
pub mod trend;
