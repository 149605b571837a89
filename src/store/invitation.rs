//! The frozen roster of a round: who is invited, under which digest.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::person::HAS_PART;
use super::round::full_quarter;
use super::row::{instant, named, optional_date, seconds};
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::ids::{AgreementId, InvitationId, PartnerId, PersonId, RoundId, SeatId, SurveyVersionId};
use crate::domain::key::Key;
use crate::domain::language::Language;
use crate::domain::role::Role;
use crate::domain::round::RoundState;
use crate::domain::turn::Turn;

/// A taken seat of a partner that takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenSeat {
    /// The seat.
    pub seat: SeatId,
    /// Whose seat it is.
    pub partner: PartnerId,
    /// Who sits in it.
    pub person: PersonId,
    /// How often it passed on.
    pub occupant_version: i64,
    /// The person asked for no mail at all.
    pub wants_no_mail: bool,
}

/// Taken seats of partners that are members on a day, by seat.
pub fn list_taken_seats(
    connection: &Connection,
    agreement: AgreementId,
    day: NaiveDate,
) -> rusqlite::Result<Vec<TakenSeat>> {
    connection
        .prepare_cached(
            "SELECT seat.id, seat.partner_id, seat.person_id, occupant_version, wants_no_mail FROM seat
             JOIN partner ON partner.id = seat.partner_id JOIN person ON person.id = seat.person_id
             WHERE seat.agreement_id = ?1 AND joined_on <= ?2 AND (left_on IS NULL OR left_on >= ?2) ORDER BY seat.id",
        )?
        .query_map(params![agreement.0, day.to_string()], |row| {
            Ok(TakenSeat {
                seat: SeatId(row.get(0)?),
                partner: PartnerId(row.get(1)?),
                person: PersonId(row.get(2)?),
                occupant_version: row.get(3)?,
                wants_no_mail: row.get(4)?,
            })
        })?
        .collect()
}

/// Invites a seat; only the link's digest is stored.
pub fn insert(
    connection: &Connection,
    key: &Key,
    round: RoundId,
    seat: &TakenSeat,
) -> rusqlite::Result<OpenInvitation> {
    let token = key.answer_token(round, seat.seat, seat.occupant_version);
    connection
        .prepare_cached(
            "INSERT INTO invitation (round_id, seat_id, partner_id, person_id, occupant_version, token_digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![round.0, seat.seat.0, seat.partner.0, seat.person.0, seat.occupant_version, token.digest()])?;
    Ok(OpenInvitation {
        invitation: InvitationId(connection.last_insert_rowid()),
        round,
        seat: seat.seat,
        person: seat.person,
        occupant_version: seat.occupant_version,
    })
}

/// Freezes how many people of each partner a round invites; `None` counts stand for an import without roster.
pub fn put_invited_count(
    connection: &Connection,
    round: RoundId,
    partner: PartnerId,
    n: Option<usize>,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO round_partner (round_id, partner_id, n_invited) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET n_invited = ?3")?
        .execute(params![round.0, partner.0, n.map(|n| n as i64)])?;
    Ok(())
}

/// Invited people by partner's short name; `None` when an import had no roster.
pub fn count_invited(
    connection: &Connection,
    round: RoundId,
) -> rusqlite::Result<Option<Vec<(String, usize)>>> {
    let counts: Vec<(String, Option<i64>)> = connection
        .prepare_cached(
            "SELECT partner.slug, n_invited FROM round_partner JOIN partner ON partner.id = partner_id WHERE round_id = ?1 ORDER BY partner.id",
        )?
        .query_map([round.0], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(counts.into_iter().map(|(slug, n)| n.map(|n| (slug, n.unsigned_abs() as usize))).collect())
}

/// Seats that a round asked and that still count, as (partner's short name, seat, occupant's version).
pub fn list_seats_of_round(
    connection: &Connection,
    round: RoundId,
) -> rusqlite::Result<Vec<(String, SeatId, i64)>> {
    connection
        .prepare_cached(
            "SELECT partner.slug, seat_id, occupant_version FROM invitation
             JOIN partner ON partner.id = partner_id WHERE round_id = ?1 AND is_withdrawn = 0 ORDER BY seat_id",
        )?
        .query_map([round.0], |row| Ok((row.get(0)?, SeatId(row.get(1)?), row.get(2)?)))?
        .collect()
}

/// An invitation with what a page about it needs. No answer, no name.
#[derive(Debug, Clone)]
pub struct Invited {
    /// Its row.
    pub invitation: InvitationId,
    /// The round.
    pub round: RoundId,
    /// Which round it is, as far as that decides what it asks.
    pub turn: Turn,
    /// Where the round stands.
    pub round_state: RoundState,
    /// When it opened.
    pub opens_at: DateTime<Utc>,
    /// When it closes.
    pub closes_at: DateTime<Utc>,
    /// Whose pulse it takes.
    pub agreement: AgreementId,
    /// IANA zone of the agreement's days.
    pub time_zone: String,
    /// Generation of the agreement's pseudonym secret.
    pub pseudonym_generation: i64,
    /// What it asks.
    pub survey_version: SurveyVersionId,
    /// Frozen mode and threshold.
    pub confidentiality: Confidentiality,
    /// The seat.
    pub seat: SeatId,
    /// Whose seat.
    pub partner: PartnerId,
    /// The invited person.
    pub person: PersonId,
    /// Their role.
    pub role: Option<Role>,
    /// How often the seat passed on before.
    pub occupant_version: i64,
    /// Their language.
    pub language: Language,
    /// The day of their last answer.
    pub answered_on: Option<NaiveDate>,
    /// Whether a successor took over.
    pub is_withdrawn: bool,
    /// Whether the last page was sent.
    pub is_finished: bool,
}

/// The invitation behind a link, or `None`.
pub fn find(connection: &Connection, token_digest: &[u8; 32]) -> rusqlite::Result<Option<Invited>> {
    connection
        .prepare_cached(
            "SELECT i.id, i.round_id, r.number, r.full_quarter, r.state, r.opens_at, r.closes_at, r.agreement_id, r.survey_version_id, r.mode, r.threshold,
                 i.seat_id, i.partner_id, i.person_id, i.occupant_version, i.answered_on, i.is_withdrawn, i.is_finished,
                 coalesce(p.chosen_language, p.language) AS language, p.role,
                 a.time_zone, a.pseudonym_generation
             FROM invitation i JOIN round r ON r.id = i.round_id JOIN person p ON p.id = i.person_id
             JOIN agreement a ON a.id = r.agreement_id WHERE i.token_digest = ?1",
        )?
        .query_row([token_digest], |row| {
            let role: Option<String> = row.get("role")?;
            Ok(Invited {
                invitation: InvitationId(row.get("id")?),
                round: RoundId(row.get("round_id")?),
                turn: Turn { number: row.get("number")?, full: full_quarter(row)? },
                round_state: named(row, "state", RoundState::find)?,
                opens_at: instant(row, "opens_at")?,
                closes_at: instant(row, "closes_at")?,
                agreement: AgreementId(row.get("agreement_id")?),
                time_zone: row.get("time_zone")?,
                pseudonym_generation: row.get("pseudonym_generation")?,
                survey_version: SurveyVersionId(row.get("survey_version_id")?),
                confidentiality: Confidentiality {
                    mode: named(row, "mode", Mode::find)?,
                    threshold: row.get("threshold")?,
                },
                seat: SeatId(row.get("seat_id")?),
                partner: PartnerId(row.get("partner_id")?),
                person: PersonId(row.get("person_id")?),
                role: role.as_deref().and_then(Role::find),
                occupant_version: row.get("occupant_version")?,
                language: named(row, "language", Language::find)?,
                answered_on: optional_date(row, "answered_on")?,
                is_withdrawn: row.get("is_withdrawn")?,
                is_finished: row.get("is_finished")?,
            })
        })
        .optional()
}

/// Whether an invitation that was found before still takes answers at an instant: not withdrawn, its round open.
pub fn takes_answers(
    connection: &Connection,
    id: InvitationId,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM invitation i JOIN round r ON r.id = i.round_id
                 WHERE i.id = ?1 AND NOT i.is_withdrawn AND r.state = 'open' AND r.closes_at >= ?2)",
        )?
        .query_row(params![id.0, seconds(now)], |row| row.get(0))
}

/// Notes the day of an answer, and whether it was the last page, so that no reminder follows; if the invitation still
/// takes answers, and whether it does.
pub fn mark_answered(
    connection: &Connection,
    id: InvitationId,
    day: NaiveDate,
    is_finished: bool,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE invitation SET answered_on = coalesce(answered_on, ?2), is_finished = is_finished OR ?3 WHERE id = ?1 AND NOT is_withdrawn AND EXISTS
                 (SELECT 1 FROM round r WHERE r.id = round_id AND r.state = 'open' AND r.closes_at >= ?4)",
        )?
        .execute(params![id.0, day.to_string(), is_finished, seconds(now)])?;
    Ok(n == 1)
}

/// One invitation of an open round, for reminders and for replacing a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenInvitation {
    /// Its row.
    pub invitation: InvitationId,
    /// Its round.
    pub round: RoundId,
    /// The seat.
    pub seat: SeatId,
    /// The invited person.
    pub person: PersonId,
    /// How often the seat passed on before.
    pub occupant_version: i64,
}

fn read_open(row: &rusqlite::Row<'_>) -> rusqlite::Result<OpenInvitation> {
    Ok(OpenInvitation {
        invitation: InvitationId(row.get(0)?),
        round: RoundId(row.get(1)?),
        seat: SeatId(row.get(2)?),
        person: PersonId(row.get(3)?),
        occupant_version: row.get(4)?,
    })
}

/// Invitations of a round whose people have not finished and want reminders, each with whether it was begun.
pub fn list_to_remind(
    connection: &Connection,
    round: RoundId,
) -> rusqlite::Result<Vec<(OpenInvitation, bool)>> {
    connection
        .prepare_cached(
            "SELECT i.id, i.round_id, i.seat_id, i.person_id, i.occupant_version, i.answered_on IS NOT NULL
             FROM invitation i JOIN person p ON p.id = i.person_id
             WHERE i.round_id = ?1 AND NOT i.is_finished AND NOT i.is_withdrawn AND NOT i.wants_no_mail
               AND NOT p.wants_no_mail AND NOT p.wants_no_reminders ORDER BY i.id",
        )?
        .query_map([round.0], |row| Ok((read_open(row)?, row.get(5)?)))?
        .collect()
}

/// Invitations of a round whose people get the results: everybody who wants mail and still sits in the seat.
pub fn list_to_tell(connection: &Connection, round: RoundId) -> rusqlite::Result<Vec<OpenInvitation>> {
    connection
        .prepare_cached(
            "SELECT i.id, i.round_id, i.seat_id, i.person_id, i.occupant_version FROM invitation i JOIN person p ON p.id = i.person_id
             JOIN seat s ON s.id = i.seat_id AND s.person_id = i.person_id
             WHERE i.round_id = ?1 AND NOT i.is_withdrawn AND NOT i.wants_no_mail AND NOT p.wants_no_mail ORDER BY i.id",
        )?
        .query_map([round.0], read_open)?
        .collect()
}

/// The live invitations of a seat in open rounds.
pub fn list_open_of_seat(connection: &Connection, seat: SeatId) -> rusqlite::Result<Vec<OpenInvitation>> {
    connection
        .prepare_cached(
            "SELECT i.id, i.round_id, i.seat_id, i.person_id, i.occupant_version FROM invitation i JOIN round r ON r.id = i.round_id
             WHERE i.seat_id = ?1 AND r.state = 'open' AND NOT i.is_withdrawn",
        )?
        .query_map([seat.0], read_open)?
        .collect()
}

/// The role of somebody who is invited; unknown roles count as none.
pub fn find_role(connection: &Connection, person: PersonId) -> rusqlite::Result<Option<Role>> {
    let role: Option<String> = connection
        .prepare_cached("SELECT role FROM person WHERE id = ?1")?
        .query_row([person.0], |row| row.get(0))?;
    Ok(role.as_deref().and_then(Role::find))
}

/// Whether anything was answered with an invitation.
pub fn is_answered(connection: &Connection, id: InvitationId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT answered_on IS NOT NULL FROM invitation WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
}

/// Withdraws an invitation: its link dies.
pub fn withdraw(connection: &Connection, id: InvitationId) -> rusqlite::Result<()> {
    connection.prepare_cached("UPDATE invitation SET is_withdrawn = 1 WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

/// How many people a round invited and how many answered: all that may be known while it is open, and then as of the
/// night before `today`, so that nobody watches a number jump.
pub fn count_answered(
    connection: &Connection,
    round: RoundId,
    today: NaiveDate,
) -> rusqlite::Result<(usize, usize)> {
    connection
        .prepare_cached(
            "SELECT count(*), count(CASE WHEN round.state <> 'open' OR answered_on < ?2 THEN answered_on END)
             FROM invitation JOIN round ON round.id = round_id WHERE round_id = ?1 AND NOT is_withdrawn",
        )?
        .query_row(params![round.0, today.to_string()], |row| {
            Ok((row.get::<_, i64>(0)? as usize, row.get::<_, i64>(1)? as usize))
        })
}

/// The same by partner, as (short name, invited, answered). For the guard of participation only.
pub fn count_by_partner(
    connection: &Connection,
    round: RoundId,
    today: NaiveDate,
) -> rusqlite::Result<Vec<(String, usize, usize)>> {
    connection
        .prepare_cached(
            "SELECT partner.slug, count(*), count(CASE WHEN round.state <> 'open' OR answered_on < ?2 THEN answered_on END)
             FROM invitation JOIN partner ON partner.id = partner_id JOIN round ON round.id = round_id
             WHERE round_id = ?1 AND NOT is_withdrawn GROUP BY partner.slug ORDER BY partner.slug",
        )?
        .query_map(params![round.0, today.to_string()], |row| {
            Ok((row.get(0)?, row.get::<_, i64>(1)? as usize, row.get::<_, i64>(2)? as usize))
        })?
        .collect()
}

/// Any live invitation of an open round that was not answered, for the demo's start page.
pub fn find_unanswered(
    connection: &Connection,
    agreement: AgreementId,
) -> rusqlite::Result<Option<OpenInvitation>> {
    connection
        .prepare_cached(
            "SELECT i.id, i.round_id, i.seat_id, i.person_id, i.occupant_version FROM invitation i JOIN round r ON r.id = i.round_id
             WHERE r.agreement_id = ?1 AND r.state = 'open' AND i.answered_on IS NULL AND NOT i.is_withdrawn AND NOT i.wants_no_mail ORDER BY i.id LIMIT 1",
        )?
        .query_row([agreement.0], read_open)
        .optional()
}

/// The invitation of a row as its link: what makes a token again.
pub fn get_open(connection: &Connection, id: InvitationId) -> rusqlite::Result<OpenInvitation> {
    connection
        .prepare_cached(
            "SELECT id, round_id, seat_id, person_id, occupant_version FROM invitation WHERE id = ?1",
        )?
        .query_row([id.0], read_open)
}

/// Which mail somebody wants. Choices hold from now on; queued messages look at them when claimed.
pub fn opt_out(
    connection: &Connection,
    person: PersonId,
    choice: crate::domain::message::OptOut,
) -> rusqlite::Result<()> {
    use crate::domain::message::OptOut;
    let not_this_round = "UPDATE invitation SET wants_no_mail = ?2 WHERE person_id = ?1 AND round_id IN (SELECT id FROM round WHERE state IN ('open', 'closed'))";
    let lasting = "UPDATE person SET wants_no_reminders = ?2, wants_no_mail = ?3 WHERE id = ?1";
    let (this_round, reminders, all) = match choice {
        OptOut::Nothing => (false, false, false),
        OptOut::ThisRound => (true, false, false),
        OptOut::Reminders => (false, true, false),
        OptOut::All => (false, true, true),
    };
    connection.prepare_cached(not_this_round)?.execute(params![person.0, this_round])?;
    // "Not this round" says nothing about the rounds to come.
    if choice != OptOut::ThisRound {
        connection.prepare_cached(lasting)?.execute(params![person.0, reminders, all])?;
    }
    Ok(())
}

/// Remembers the language that a person chose.
pub fn choose_language(
    connection: &Connection,
    person: PersonId,
    language: Language,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE person SET chosen_language = ?2 WHERE id = ?1")?
        .execute(params![person.0, language.code()])?;
    Ok(())
}

/// Whoever holds a personal link.
#[derive(Debug, Clone)]
pub struct Holder {
    /// The person.
    pub person: PersonId,
    /// Their address.
    pub mail: String,
    /// Their language.
    pub language: Language,
    /// The agreement.
    pub agreement: AgreementId,
    /// Their organisation; a facilitator may have none.
    pub partner: Option<PartnerId>,
    /// The seat they hold.
    pub seat: Option<SeatId>,
    /// Whether they have any part in the agreement now.
    pub has_part: bool,
    /// Which mail they get: the choice that says it.
    pub choice: crate::domain::message::OptOut,
}

/// The person behind a personal link, or `None`.
pub fn find_holder(connection: &Connection, digest: &[u8; 32]) -> rusqlite::Result<Option<Holder>> {
    use crate::domain::message::OptOut;
    connection
        .prepare_cached(&format!(
            "SELECT person.id, person.mail, coalesce(person.chosen_language, person.language) AS language, person.agreement_id, person.partner_id,
                 {HAS_PART} AS has_part,
                 seat.id AS seat_id, person.wants_no_mail, person.wants_no_reminders,
                 EXISTS (SELECT 1 FROM invitation i JOIN round r ON r.id = i.round_id
                     WHERE i.person_id = person.id AND r.state IN ('open', 'closed') AND i.wants_no_mail AND NOT i.is_withdrawn) AS not_now
             FROM person LEFT JOIN seat ON seat.person_id = person.id WHERE person.unsubscribe_digest = ?1",
        ))?
        .query_row([digest], |row| {
            let (all, reminders, this_round): (bool, bool, bool) =
                (row.get("wants_no_mail")?, row.get("wants_no_reminders")?, row.get("not_now")?);
            Ok(Holder {
                has_part: row.get("has_part")?,
                person: PersonId(row.get("id")?),
                mail: row.get("mail")?,
                language: named(row, "language", Language::find)?,
                agreement: AgreementId(row.get("agreement_id")?),
                partner: row.get::<_, Option<i64>>("partner_id")?.map(PartnerId),
                seat: row.get::<_, Option<i64>>("seat_id")?.map(SeatId),
                choice: match (all, reminders, this_round) {
                    (true, ..) => OptOut::All,
                    (_, true, _) => OptOut::Reminders,
                    (.., true) => OptOut::ThisRound,
                    _ => OptOut::Nothing,
                },
            })
        })
        .optional()
}

/// Mails that asked one invitation's person for answers and were not dropped before they left.
pub fn count_asking_mails(connection: &Connection, id: InvitationId) -> rusqlite::Result<usize> {
    let n: i64 = connection
        .prepare_cached(
            "SELECT count(*) FROM message WHERE invitation_id = ?1 AND state <> 'dropped' AND state <> 'expired'
                 AND kind IN ('invitation', 'reminder-1', 'reminder-2', 'finish')",
        )?
        .query_row([id.0], |row| row.get(0))?;
    Ok(n.unsigned_abs() as usize)
}
