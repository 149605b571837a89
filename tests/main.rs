//! Journeys and laws, in one program, so that what they link is linked once. Reading order: the loop first, then who
//! comes in, what keeps it running, and the laws of the house.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::disallowed_types, missing_docs)]

mod support;

mod answering;
mod seats;
mod sending;
mod signals;
mod wishes;
mod year;

mod disclosure;
mod figures;
mod report;
mod sample_report;
mod statistics;

mod living;

mod access;
mod operating;
mod programs;
mod signing_in;
mod walk;

mod command_line;
mod crash;
mod upgrades;
mod ways_out;

mod tidiness;
