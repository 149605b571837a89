//! A seat passes to somebody else, by an import or by its occupant: what that does in open rounds.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::app::local_day;
use crate::app::messages::queue_message::queue;
use crate::domain::ids::{AgreementId, SeatId};
use crate::domain::key::Key;
use crate::domain::message::MessageKind;
use crate::store::{agreement, invitation, round, sheet};

/// What a seat's passing on did in open rounds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Passed {
    /// Links that died.
    pub n_withdrawn: usize,
    /// Sheets of the predecessor that were discarded.
    pub n_sheets_discarded: usize,
    /// Invitations to the newcomer.
    pub n_invited: usize,
}

/// In open rounds the old link dies, a sheet already given is discarded, and the newcomer, if there is one, is invited.
pub fn pass_on(
    connection: &Connection,
    key: &Key,
    agreement: AgreementId,
    seat: SeatId,
    now: DateTime<Utc>,
) -> rusqlite::Result<Passed> {
    let mut passed = Passed::default();
    let generation = agreement::pseudonym_generation(connection, agreement)?;
    for old in invitation::list_open_of_seat(connection, seat)? {
        invitation::withdraw(connection, old.invitation)?;
        passed.n_withdrawn += 1;
        let pseudonym = key.pseudonym(agreement, generation, seat, old.occupant_version);
        if let Some(given) = sheet::find(connection, old.round, &pseudonym)? {
            sheet::delete(connection, &given.key)?;
            passed.n_sheets_discarded += 1;
        }
        let round = round::get(connection, old.round)?;
        let zone = agreement::outline(connection, agreement)?.time_zone;
        let day = local_day(round.plan.opens_at, &zone);
        let taken = invitation::list_taken_seats(connection, agreement, day)?;
        if let Some(newcomer) = taken.into_iter().find(|taken| taken.seat == seat) {
            let invited = invitation::insert(connection, key, old.round, &newcomer)?;
            queue(connection, MessageKind::Invitation, agreement, &invited, now, round.plan.closes_at)?;
            passed.n_invited += 1;
        }
    }
    Ok(passed)
}
