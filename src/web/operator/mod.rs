//! Operators: agreements, people, rounds, mail, programs, a second pair of eyes, the audit log. No answers, no readings.

pub mod approvals;
pub mod audit;
pub mod home;
pub mod mail;
pub mod people;
pub mod person;
pub mod programs;
pub mod rounds;
