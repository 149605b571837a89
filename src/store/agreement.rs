//! Agreements with their whole cast, read and written as one value.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::adjustment;
use super::row::{from_json, optional_instant, text, to_json};
use crate::domain::agreement::{Agreement, Event, Partner, Person};
use crate::domain::article::{Article, ArticleVersion};
use crate::domain::confidentiality::Mode;
use crate::domain::ids::{AgreementId, PartnerId, PersonId, SeatId};
use crate::domain::key::Key;
use crate::domain::language::Text;
use crate::domain::role::Role;

/// The row of a short name, or `None`.
pub fn find_id(connection: &Connection, slug: &str) -> rusqlite::Result<Option<AgreementId>> {
    connection
        .prepare_cached("SELECT id FROM agreement WHERE slug = ?1")?
        .query_row([slug], |row| row.get(0).map(AgreementId))
        .optional()
}

/// What most pages and steps need of an agreement: its names, its zone, its survey. Reading it costs one statement, where
/// [`get`] reads the whole cast.
#[derive(Debug, Clone)]
pub struct Outline {
    /// Its row.
    pub id: AgreementId,
    /// Its short name.
    pub slug: String,
    /// What people call it.
    pub title: Text,
    /// Its zone (IANA name).
    pub time_zone: String,
    /// Short name of its survey.
    pub survey: String,
}

const OUTLINE: &str = "id, slug, title_nl, title_en, time_zone, survey_slug";

fn read_outline(row: &Row<'_>) -> rusqlite::Result<Outline> {
    Ok(Outline {
        id: AgreementId(row.get("id")?),
        slug: row.get("slug")?,
        title: text(row, "title")?,
        time_zone: row.get("time_zone")?,
        survey: row.get("survey_slug")?,
    })
}

/// An agreement's outline.
pub fn outline(connection: &Connection, id: AgreementId) -> rusqlite::Result<Outline> {
    connection
        .prepare_cached(&format!("SELECT {OUTLINE} FROM agreement WHERE id = ?1"))?
        .query_row([id.0], read_outline)
}

/// The outline of every agreement, in order of arrival.
pub fn list_outlines(connection: &Connection) -> rusqlite::Result<Vec<Outline>> {
    connection
        .prepare_cached(&format!("SELECT {OUTLINE} FROM agreement ORDER BY id"))?
        .query_map([], read_outline)?
        .collect()
}

/// The outline of a short name, or `None`.
pub fn find_outline(connection: &Connection, slug: &str) -> rusqlite::Result<Option<Outline>> {
    connection
        .prepare_cached(&format!("SELECT {OUTLINE} FROM agreement WHERE slug = ?1"))?
        .query_row([slug], read_outline)
        .optional()
}

/// Every agreement's row and short name, in order of arrival.
pub fn list(connection: &Connection) -> rusqlite::Result<Vec<(AgreementId, String)>> {
    connection
        .prepare_cached("SELECT id, slug FROM agreement ORDER BY id")?
        .query_map([], |row| Ok((AgreementId(row.get(0)?), row.get(1)?)))?
        .collect()
}

/// An agreement in numbers.
#[derive(Debug, Clone)]
pub struct Tally {
    /// Its short name.
    pub slug: String,
    /// Its zone (IANA name).
    pub time_zone: String,
    /// Days on which its partners joined and, for those that do, leave.
    pub memberships: Vec<(NaiveDate, Option<NaiveDate>)>,
    /// People with a seat.
    pub n_seats: usize,
    /// People who want no mail at all.
    pub n_without_mail: usize,
    /// People who want no reminders, but mail.
    pub n_without_reminders: usize,
    /// The open round; `None` between rounds.
    pub open_round: Option<OpenRound>,
    /// When the next planned round opens; `None` when none is planned.
    pub next_opens_at: Option<DateTime<Utc>>,
    /// Closed rounds whose results were not shared yet.
    pub n_to_share: usize,
}

/// An open round: how many, and no more.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OpenRound {
    /// Its number.
    pub number: u32,
    /// When it closes.
    #[serde(deserialize_with = "chrono::serde::ts_seconds::deserialize")]
    pub closes_at: DateTime<Utc>,
    /// People invited.
    pub n_invited: usize,
    /// People who answered.
    pub n_answered: usize,
}

fn n(row: &Row<'_>, column: &str) -> rusqlite::Result<usize> {
    Ok(row.get::<_, u32>(column)? as usize)
}

/// Every agreement in numbers, in order of arrival, in one statement however many there are.
///
/// `today`: answers count as of the night before.
pub fn list_tallies(connection: &Connection, today: NaiveDate) -> rusqlite::Result<Vec<Tally>> {
    connection
        .prepare_cached(include_str!("tallies.sql"))?
        .query_map([today.to_string()], |row| {
            let open: Option<String> = row.get("open_round")?;
            Ok(Tally {
                slug: row.get("slug")?,
                time_zone: row.get("time_zone")?,
                memberships: from_json(&row.get::<_, String>("memberships")?)?,
                n_seats: n(row, "n_seats")?,
                n_without_mail: n(row, "n_without_mail")?,
                n_without_reminders: n(row, "n_without_reminders")?,
                open_round: open.map(|json| from_json(&json)).transpose()?,
                next_opens_at: optional_instant(row, "next_opens_at")?,
                n_to_share: n(row, "n_to_share")?,
            })
        })?
        .collect()
}

/// Agreements that may plan a round and have none ahead, in order of arrival.
pub fn list_unplanned(
    connection: &Connection,
    now: DateTime<Utc>,
) -> rusqlite::Result<Vec<(AgreementId, String)>> {
    connection
        .prepare_cached(
            "SELECT id, slug FROM agreement a WHERE NOT is_paused AND NOT EXISTS
                 (SELECT 1 FROM round r WHERE r.agreement_id = a.id AND r.survey_slug = a.survey_slug
                      AND NOT r.is_imported AND r.opens_at > ?1) ORDER BY id",
        )?
        .query_map([super::row::seconds(now)], |row| Ok((AgreementId(row.get(0)?), row.get(1)?)))?
        .collect()
}

/// The generation of an agreement's pseudonym secret.
pub fn pseudonym_generation(connection: &Connection, id: AgreementId) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("SELECT pseudonym_generation FROM agreement WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
}

/// Whether no round may be planned, opened or reminded of.
pub fn is_paused(connection: &Connection, id: AgreementId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT is_paused FROM agreement WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
}

/// Pauses or resumes an agreement's rounds.
pub fn set_paused(connection: &Connection, id: AgreementId, is_paused: bool) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE agreement SET is_paused = ?2 WHERE id = ?1")?
        .execute(params![id.0, is_paused])?;
    Ok(())
}

/// The instant from which rounds are planned at the earliest: occurrences before it were nobody's plan.
pub fn plan_from(connection: &Connection, id: AgreementId) -> rusqlite::Result<DateTime<Utc>> {
    connection
        .prepare_cached("SELECT plan_from FROM agreement WHERE id = ?1")?
        .query_row([id.0], |row| super::row::instant(row, "plan_from"))
}

/// Sets that instant: at an import that changes the schedule, and when rounds go on after a pause.
pub fn set_plan_from(connection: &Connection, id: AgreementId, from: DateTime<Utc>) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE agreement SET plan_from = ?2 WHERE id = ?1")?
        .execute(params![id.0, super::row::seconds(from)])?;
    Ok(())
}

/// Partner rows by short name.
pub fn partner_ids(
    connection: &Connection,
    id: AgreementId,
) -> rusqlite::Result<BTreeMap<String, PartnerId>> {
    connection
        .prepare_cached("SELECT slug, id FROM partner WHERE agreement_id = ?1")?
        .query_map([id.0], |row| Ok((row.get(0)?, PartnerId(row.get(1)?))))?
        .collect()
}

/// A whole agreement, in one statement.
pub fn get(connection: &Connection, id: AgreementId) -> rusqlite::Result<Agreement> {
    let json: String = connection
        .prepare_cached(include_str!("whole_agreement.sql"))?
        .query_row([id.0], |row| row.get(0))?;
    from_json(&json)
}

/// Writes a whole agreement over what is there; nothing is deleted. Gives its row and the seats that passed to
/// somebody else, whose links must die.
pub fn put(
    connection: &Connection,
    agreement: &Agreement,
    key: &Key,
) -> rusqlite::Result<(AgreementId, Vec<SeatId>)> {
    connection
        .prepare_cached(
            "INSERT INTO agreement (slug, title_nl, title_en, purpose_nl, purpose_en, languages, time_zone, survey_slug, mode, threshold)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (slug) DO UPDATE SET title_nl = ?2, title_en = ?3, purpose_nl = ?4, purpose_en = ?5,
                 languages = ?6, time_zone = ?7, survey_slug = ?8, mode = ?9, threshold = ?10",
        )?
        .execute(params![
            agreement.id,
            agreement.title.nl,
            agreement.title.en,
            agreement.purpose.nl,
            agreement.purpose.en,
            to_json(&agreement.languages)?,
            agreement.time_zone,
            agreement.survey,
            agreement.confidentiality.mode.map(Mode::code),
            agreement.confidentiality.threshold,
        ])?;
    let id = find_id(connection, &agreement.id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    for article in &agreement.articles {
        put_article(connection, id, article)?;
    }
    for partner in &agreement.partners {
        put_partner(connection, id, partner)?;
    }
    let partners = partner_ids(connection, id)?;
    let mut passed_on = Vec::new();
    for person in &agreement.people {
        passed_on.extend(put_person(connection, id, &partners, person, key)?);
    }
    // Who hands over a seat keeps no other part in the agreement unless the file gives one.
    for (former, mail) in list_without_seat(connection, id)? {
        if !agreement.people.iter().any(|person| person.mail == mail) {
            connection
                .prepare_cached(
                    "UPDATE person SET is_facilitator = 0, is_steering = 0, is_chair = 0, is_contact = 0 WHERE id = ?1",
                )?
                .execute([former.0])?;
        }
    }
    for statement in &agreement.statements {
        connection
            .prepare_cached(
                "INSERT INTO own_statement (agreement_id, slug, definition) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET definition = ?3",
            )?
            .execute(params![id.0, statement.id, to_json(statement)?])?;
    }
    for event in &agreement.events {
        put_event(connection, id, event)?;
    }
    for adjustment in &agreement.adjustments {
        adjustment::put_in_force(connection, id, adjustment)?;
    }
    Ok((id, passed_on))
}

/// Sets who sees what in rounds to come.
pub fn put_confidentiality(
    connection: &Connection,
    id: AgreementId,
    mode: Mode,
    threshold: u32,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE agreement SET mode = ?2, threshold = ?3 WHERE id = ?1")?
        .execute(params![id.0, mode.code(), threshold])
        .map(|_| ())
}

/// Writes an event over what is there.
pub fn put_event(connection: &Connection, id: AgreementId, event: &Event) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO event (agreement_id, happened_on, title_nl, title_en) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET title_en = ?4",
        )?
        .execute(params![id.0, event.on.to_string(), event.title.nl, event.title.en])
        .map(|_| ())
}

/// People without a seat, with their addresses.
fn list_without_seat(connection: &Connection, id: AgreementId) -> rusqlite::Result<Vec<(PersonId, String)>> {
    connection
        .prepare_cached(
            "SELECT id, mail FROM person WHERE agreement_id = ?1 AND NOT EXISTS (SELECT 1 FROM seat WHERE person_id = person.id)",
        )?
        .query_map([id.0], |row| Ok((PersonId(row.get(0)?), row.get(1)?)))?
        .collect()
}

fn put_article(connection: &Connection, id: AgreementId, article: &Article) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO article (agreement_id, slug, kind) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET kind = ?3",
        )?
        .execute(params![id.0, article.id, article.kind.code()])?;
    for version in article.versions() {
        put_article_version(connection, id, &article.id, &version)?;
    }
    Ok(())
}

/// Writes what an article says from a day on.
pub fn put_article_version(
    connection: &Connection,
    id: AgreementId,
    article: &str,
    version: &ArticleVersion,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO article_version (article_id, since_on, text_nl, text_en, agreed_by)
             SELECT id, ?3, ?4, ?5, ?6 FROM article WHERE agreement_id = ?1 AND slug = ?2
             ON CONFLICT DO UPDATE SET text_nl = ?4, text_en = ?5, agreed_by = coalesce(?6, agreed_by)",
        )?
        .execute(params![
            id.0,
            article,
            version.since.to_string(),
            version.text.nl,
            version.text.en,
            version.agreed_by
        ])?;
    Ok(())
}

/// Writes one partner over what is there.
pub fn put_partner(connection: &Connection, id: AgreementId, partner: &Partner) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO partner (agreement_id, slug, name, kind, joined_on, left_on, consent_attributed_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (agreement_id, slug) DO UPDATE SET name = ?3, kind = ?4, joined_on = ?5, left_on = ?6,
                 consent_attributed_on = CASE WHEN ?7 > coalesce(consent_ended_on, '') THEN ?7 ELSE consent_attributed_on END",
        )?
        .execute(params![
            id.0,
            partner.id,
            partner.name,
            partner.kind.code(),
            partner.joined_on.to_string(),
            partner.left_on.map(|on| on.to_string()),
            partner.consent_attributed_on.map(|on| on.to_string()),
        ])?;
    Ok(())
}

/// A partner's word on attributed answers, or that it takes it back on a day; whether the agreement has the partner.
pub fn put_consent(
    connection: &Connection,
    id: AgreementId,
    partner: &str,
    on: Option<NaiveDate>,
    today: NaiveDate,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE partner SET consent_attributed_on = ?3,
                 consent_ended_on = CASE WHEN ?3 IS NULL THEN ?4 ELSE consent_ended_on END
             WHERE agreement_id = ?1 AND slug = ?2",
        )?
        .execute(params![id.0, partner, on.map(|on| on.to_string()), today.to_string()])?;
    Ok(n == 1)
}

/// The row of a seat, or `None`.
pub fn find_seat(
    connection: &Connection,
    agreement: AgreementId,
    slug: &str,
) -> rusqlite::Result<Option<SeatId>> {
    connection
        .prepare_cached("SELECT id FROM seat WHERE agreement_id = ?1 AND slug = ?2")?
        .query_row(params![agreement.0, slug], |row| row.get(0).map(SeatId))
        .optional()
}

/// The short name of a seat.
pub fn seat_slug(connection: &Connection, seat: SeatId) -> rusqlite::Result<String> {
    connection.prepare_cached("SELECT slug FROM seat WHERE id = ?1")?.query_row([seat.0], |row| row.get(0))
}

/// The row of a person's address, or `None`.
pub fn find_person(
    connection: &Connection,
    agreement: AgreementId,
    mail: &str,
) -> rusqlite::Result<Option<PersonId>> {
    connection
        .prepare_cached("SELECT id FROM person WHERE agreement_id = ?1 AND mail = ?2")?
        .query_row(params![agreement.0, mail], |row| row.get(0).map(PersonId))
        .optional()
}

/// Writes one person over what is there, into the seat that it names. Gives the seat if it passed to them.
pub fn put_person(
    connection: &Connection,
    agreement: AgreementId,
    partners: &BTreeMap<String, PartnerId>,
    person: &Person,
    key: &Key,
) -> rusqlite::Result<Option<SeatId>> {
    let partner = person.partner.as_ref().and_then(|slug| partners.get(slug)).map(|id| id.0);
    connection
        .prepare_cached(
            "INSERT INTO person (agreement_id, partner_id, name, mail, language, role, is_facilitator, is_steering, is_contact, phone, is_chair)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (agreement_id, mail) DO UPDATE SET partner_id = ?2, name = ?3, language = ?5, role = ?6,
                 is_facilitator = ?7, is_steering = ?8, is_contact = ?9, phone = ?10, is_chair = ?11",
        )?
        .execute(params![
            agreement.0,
            partner,
            person.name,
            person.mail,
            person.language.code(),
            person.role.map(Role::code),
            person.facilitator,
            person.steering,
            person.contact,
            person.phone,
            person.chair,
        ])?;
    let id: PersonId = connection
        .prepare_cached("SELECT id FROM person WHERE agreement_id = ?1 AND mail = ?2")?
        .query_row(params![agreement.0, person.mail], |row| row.get(0).map(PersonId))?;
    connection
        .prepare_cached("UPDATE person SET unsubscribe_digest = ?2 WHERE id = ?1")?
        .execute(params![id.0, key.unsubscribe_token(id).digest()])?;
    let (Some(seat), Some(partner)) = (&person.seat, partner) else {
        // The file no longer gives this person a seat: it falls empty, and its open links die.
        let left: Option<i64> = connection
            .prepare_cached(
                "UPDATE seat SET person_id = NULL, occupant_version = occupant_version + 1 WHERE person_id = ?1 RETURNING id",
            )?
            .query_row([id.0], |row| row.get(0))
            .optional()?;
        return Ok(left.map(SeatId));
    };
    let held: Option<(i64, Option<i64>)> = connection
        .prepare_cached("SELECT id, person_id FROM seat WHERE agreement_id = ?1 AND slug = ?2")?
        .query_row(params![agreement.0, seat], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    // A person who moves to another seat leaves the old one empty first.
    connection
        .prepare_cached(
            "UPDATE seat SET person_id = NULL WHERE person_id = ?1 AND NOT (agreement_id = ?2 AND slug = ?3)",
        )?
        .execute(params![id.0, agreement.0, seat])?;
    match held {
        None => {
            connection
                .prepare_cached(
                    "INSERT INTO seat (agreement_id, partner_id, slug, person_id) VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute(params![agreement.0, partner, seat, id.0])?;
            Ok(None)
        }
        Some((_, Some(holder))) if holder == id.0 => Ok(None),
        Some((seat_id, _)) => {
            connection
                .prepare_cached("UPDATE seat SET person_id = ?2, partner_id = ?3, occupant_version = occupant_version + 1 WHERE id = ?1")?
                .execute(params![seat_id, id.0, partner])?;
            Ok(Some(SeatId(seat_id)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::memory;
    use super::*;
    use crate::catalogue::{CORE_PULSE, agreement_file, survey_file};
    use crate::domain::agreement::plan_import;

    fn city() -> Agreement {
        let survey = survey_file::parse("s", CORE_PULSE).0;
        agreement_file::parse("f", include_str!("../../surveys/samples/city.toml"), &|_| survey.clone())
            .0
            .expect("good")
    }

    #[test]
    fn an_agreement_comes_back_as_it_went_in() {
        let connection = memory();
        let (id, passed_on) = put(&connection, &city(), &Key::new([1; 32])).expect("stored");
        assert_eq!(passed_on, []);
        let stored = get(&connection, id).expect("read");
        assert_eq!(stored, city());
        assert_eq!(plan_import(Some(&stored), &city()).0, []);
    }

    #[test]
    fn a_seat_that_passes_on_gets_a_new_occupant_version_once() {
        let connection = memory();
        let key = Key::new([1; 32]);
        put(&connection, &city(), &key).expect("stored");
        let mut later = city();
        later.people[0].mail = "new@lindewaard.example".into();
        let (changes, merged) = plan_import(Some(&city()), &later);
        assert_eq!(changes.len(), 2, "{changes:?}");
        assert_eq!(put(&connection, &merged, &key).expect("stored").1.len(), 1);
        assert_eq!(put(&connection, &merged, &key).expect("stored").1.len(), 0);
    }
}
