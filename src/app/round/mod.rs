//! A round: planned, opened, reminded of, closed, shared.
//!
//! [`advance_rounds`] moves rounds by the clock, [`share_round`] lets respondents see results, [`start_pulse`] adds a
//! short round beside the schedule, [`rehearse`] shows what would go out, [`frozen_figures`] reads what a closed one may
//! show. Next: [`crate::app::answers`].

pub mod advance_rounds;
pub mod frozen_figures;
pub mod rehearse;
pub mod share_round;
pub mod start_pulse;
