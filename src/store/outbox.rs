//! The outbox: a message is written with the step that causes it, claimed before it is sent, settled after.
//!
//! Its name is unique (kind, round, seat, occupant), so a step that runs twice writes it once. A message that
//! was claimed when the process died is ambiguous: listed, never repeated by itself.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{instant, named, seconds, to_json};
use crate::domain::ids::{AccountId, AgreementId, InvitationId, MessageId, PersonId, RoundId};
use crate::domain::message::{About, MessageKind, MessageState};

/// Who gets a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// A person, by mail.
    Person(PersonId),
    /// A chat hook, by its name in the configuration.
    Hook(String),
    /// Somebody who signs in, by mail.
    Account(AccountId),
}

/// A message to be queued.
#[derive(Debug, Clone)]
pub struct NewMessage {
    /// Unique, and the local part of its Message-ID. Holds no address.
    pub name: String,
    /// What it is for.
    pub kind: MessageKind,
    /// The agreement it is about; `None` for what concerns the installation.
    pub agreement: Option<AgreementId>,
    /// The round, if it is about one.
    pub round: Option<RoundId>,
    /// The invitation whose link it carries.
    pub invitation: Option<InvitationId>,
    /// Who gets it.
    pub recipient: Recipient,
    /// The report period, if it is about one.
    pub period: Option<String>,
    /// What else it is about.
    pub about: Option<About>,
    /// Not before.
    pub due_at: DateTime<Utc>,
    /// Useless after.
    pub not_after_at: DateTime<Utc>,
}

/// A message as stored.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its row.
    pub id: MessageId,
    /// Unique name.
    pub name: String,
    /// What it is for.
    pub kind: MessageKind,
    /// The agreement; `None` for what concerns the installation.
    pub agreement: Option<AgreementId>,
    /// The round.
    pub round: Option<RoundId>,
    /// The invitation.
    pub invitation: Option<InvitationId>,
    /// Who gets it.
    pub recipient: Recipient,
    /// The report period.
    pub period: Option<String>,
    /// What else it is about.
    pub about: Option<About>,
    /// Where it stands.
    pub state: MessageState,
    /// When it was due first.
    pub due_at: DateTime<Utc>,
    /// Useless after.
    pub not_after_at: DateTime<Utc>,
    /// Tries so far, this one included.
    pub attempts: u32,
    /// What the next hop said last.
    pub problem: Option<String>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Message> {
    let person: Option<i64> = row.get("person_id")?;
    let account: Option<i64> = row.get("account_id")?;
    let hook: Option<String> = row.get("hook")?;
    let kind = named(row, "kind", MessageKind::find)?;
    Ok(Message {
        id: MessageId(row.get("id")?),
        name: row.get("name")?,
        kind,
        agreement: row.get::<_, Option<i64>>("agreement_id")?.map(AgreementId),
        round: row.get::<_, Option<i64>>("round_id")?.map(RoundId),
        invitation: row.get::<_, Option<i64>>("invitation_id")?.map(InvitationId),
        recipient: match (person, account, hook) {
            (Some(person), ..) => Recipient::Person(PersonId(person)),
            (None, Some(account), _) => Recipient::Account(AccountId(account)),
            (None, None, hook) => Recipient::Hook(hook.unwrap_or_default()),
        },
        period: row.get("period")?,
        about: row.get::<_, Option<i64>>("about")?.and_then(|number| About::of(kind, number)),
        state: named(row, "state", MessageState::find)?,
        due_at: instant(row, "due_at")?,
        not_after_at: instant(row, "not_after_at")?,
        attempts: row.get("attempts")?,
        problem: row.get("problem")?,
    })
}

/// Queues a message unless one of its name exists; whether it is new.
pub fn insert(connection: &Connection, new: &NewMessage) -> rusqlite::Result<bool> {
    let (person, account, hook) = match &new.recipient {
        Recipient::Person(id) => (Some(id.0), None, None),
        Recipient::Account(id) => (None, Some(id.0), None),
        Recipient::Hook(name) => (None, None, Some(name)),
    };
    let n = connection
        .prepare_cached(
            "INSERT INTO message (name, kind, agreement_id, round_id, invitation_id, person_id, hook, period, about, state, due_at, not_after_at, account_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'queued', ?10, ?11, ?12) ON CONFLICT (name) DO NOTHING",
        )?
        .execute(params![
            new.name,
            new.kind.code(),
            new.agreement.map(|id| id.0),
            new.round.map(|id| id.0),
            new.invitation.map(|id| id.0),
            person,
            hook,
            new.period,
            new.about.map(About::number),
            seconds(new.due_at),
            seconds(new.not_after_at),
            account,
        ])?;
    Ok(n == 1)
}

/// Which worker asks: mails and chat messages never wait for each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// Messages to people.
    Mail,
    /// Messages to chat hooks.
    Hook,
}

/// Claims the next due message of a channel, if it is still wanted; those that are not are settled on the way. Who signs
/// in waits behind nobody, and also gets in while sending is paused.
pub fn claim(
    connection: &Connection,
    channel: Channel,
    is_paused: bool,
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<Message>> {
    let is_mail = channel == Channel::Mail;
    loop {
        let next = connection
            .prepare_cached(
                "SELECT * FROM message WHERE state = 'queued' AND due_at <= ?1 AND (hook IS NULL) = ?2
                     AND (account_id IS NOT NULL OR NOT ?3)
                 ORDER BY account_id IS NULL, due_at, id LIMIT 1",
            )?
            .query_row(params![seconds(now), is_mail, is_paused], read)
            .optional()?;
        let Some(message) = next else { return Ok(None) };
        if message.not_after_at < now {
            settle(connection, message.id, MessageState::Expired, Some("its time had passed"), now)?;
        } else if let Some(reason) = find_reason_to_drop(connection, &message)? {
            settle(connection, message.id, MessageState::Dropped, Some(reason), now)?;
        } else {
            connection
                .prepare_cached(
                    "UPDATE message SET state = 'claimed', attempts = attempts + 1 WHERE id = ?1",
                )?
                .execute([message.id.0])?;
            let attempts = message.attempts + 1;
            return Ok(Some(Message { state: MessageState::Claimed, attempts, ..message }));
        }
    }
}

fn find_reason_to_drop(connection: &Connection, message: &Message) -> rusqlite::Result<Option<&'static str>> {
    if let Recipient::Person(person) = message.recipient
        && super::bounce::has_bounced(connection, person)?
    {
        return Ok(Some("mail to the address came back"));
    }
    let Some(invitation) = message.invitation else { return Ok(None) };
    let (finished, withdrawn, no_mail, no_reminders, state): (bool, bool, bool, bool, String) = connection
        .prepare_cached(
            "SELECT i.is_finished, i.is_withdrawn, i.wants_no_mail OR p.wants_no_mail, p.wants_no_reminders, r.state
             FROM invitation i JOIN person p ON p.id = i.person_id JOIN round r ON r.id = i.round_id WHERE i.id = ?1",
        )?
        .query_row([invitation.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
    let is_about_answering = message.kind.is_asking();
    Ok(match () {
        () if withdrawn => Some("the seat passed to somebody else"),
        () if no_mail => Some("the person wants no mail"),
        () if message.kind.is_reminder() && finished => Some("the person answered"),
        () if message.kind.is_reminder() && no_reminders => Some("the person wants no reminders"),
        () if is_about_answering && state != "open" => Some("the round is no longer open"),
        () => None,
    })
}

/// Ends a message's life in the queue.
pub fn settle(
    connection: &Connection,
    id: MessageId,
    state: MessageState,
    problem: Option<&str>,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE message SET state = ?2, problem = ?3, settled_at = ?4 WHERE id = ?1")?
        .execute(params![id.0, state.code(), problem, seconds(now)])?;
    Ok(())
}

/// Settles everything that is queued as sent: only for a history that is made up.
pub fn settle_queued(connection: &Connection, now: DateTime<Utc>) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(
            "UPDATE message SET state = 'sent', attempts = 1, settled_at = ?1 WHERE state = 'queued'",
        )?
        .execute([seconds(now)])
}

/// Puts a claimed message back for a later try.
pub fn requeue(
    connection: &Connection,
    id: MessageId,
    due_at: DateTime<Utc>,
    problem: &str,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE message SET state = 'queued', due_at = ?2, problem = ?3 WHERE id = ?1")?
        .execute(params![id.0, seconds(due_at), problem])?;
    Ok(())
}

/// Keeps a message useful at least until an instant.
pub fn extend(connection: &Connection, id: MessageId, until: DateTime<Utc>) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE message SET not_after_at = max(not_after_at, ?2) WHERE id = ?1")?
        .execute(params![id.0, seconds(until)])?;
    Ok(())
}

/// Messages that a process which is gone had claimed.
pub fn list_claimed(connection: &Connection) -> rusqlite::Result<Vec<Message>> {
    connection
        .prepare_cached("SELECT * FROM message WHERE state = 'claimed' ORDER BY id")?
        .query_map([], read)?
        .collect()
}

/// Messages in a state, oldest first.
pub fn list_in_state(connection: &Connection, state: MessageState) -> rusqlite::Result<Vec<Message>> {
    connection
        .prepare_cached("SELECT * FROM message WHERE state = ?1 ORDER BY id")?
        .query_map([state.code()], read)?
        .collect()
}

/// Messages that wait for an operator's decision: those that may have gone out first, then by state, oldest first.
pub fn list_undecided(connection: &Connection) -> rusqlite::Result<Vec<Message>> {
    let states: Vec<&str> =
        MessageState::ALL.into_iter().filter(|state| state.is_undecided()).map(MessageState::code).collect();
    connection
        .prepare_cached(
            "SELECT message.* FROM message JOIN json_each(?1) AS wanted ON wanted.value = message.state
             ORDER BY message.state <> ?2, wanted.key, message.id",
        )?
        .query_map(params![to_json(&states)?, MessageState::Ambiguous.code()], read)?
        .collect()
}

/// The message of a row, or `None`.
pub fn find(connection: &Connection, id: MessageId) -> rusqlite::Result<Option<Message>> {
    connection.prepare_cached("SELECT * FROM message WHERE id = ?1")?.query_row([id.0], read).optional()
}

/// How many messages of each kind are in each state; counts only.
pub fn count(connection: &Connection) -> rusqlite::Result<Vec<(MessageKind, MessageState, usize)>> {
    connection
        .prepare_cached(
            "SELECT kind, state, count(*) AS n FROM message GROUP BY kind, state ORDER BY kind, state",
        )?
        .query_map([], |row| {
            let n: i64 = row.get("n")?;
            Ok((
                named(row, "kind", MessageKind::find)?,
                named(row, "state", MessageState::find)?,
                n.unsigned_abs() as usize,
            ))
        })?
        .collect()
}

/// A person's address line and language, at the moment of sending.
pub fn address(
    connection: &Connection,
    id: PersonId,
) -> rusqlite::Result<(String, String, crate::domain::language::Language)> {
    connection
        .prepare_cached(
            "SELECT name, mail, coalesce(chosen_language, language) AS language FROM person WHERE id = ?1",
        )?
        .query_row([id.0], |row| {
            Ok((row.get(0)?, row.get(1)?, named(row, "language", crate::domain::language::Language::find)?))
        })
}

/// Steering members of an agreement who want mail.
pub fn list_steering(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<PersonId>> {
    connection
        .prepare_cached(
            "SELECT id FROM person WHERE agreement_id = ?1 AND is_steering AND NOT wants_no_mail AND bounced_at IS NULL ORDER BY id",
        )?
        .query_map([agreement.0], |row| row.get(0).map(PersonId))?
        .collect()
}

/// Facilitators and the chair of an agreement who want mail: those who may release a report. All facilitators if none of
/// them does, since somebody has to know.
pub fn list_releasing(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<PersonId>> {
    let all: Vec<PersonId> = connection
        .prepare_cached(
            "SELECT id FROM person WHERE agreement_id = ?1 AND (is_facilitator OR is_chair) AND NOT wants_no_mail
                 AND bounced_at IS NULL ORDER BY id",
        )?
        .query_map([agreement.0], |row| row.get(0).map(PersonId))?
        .collect::<rusqlite::Result<_>>()?;
    if all.is_empty() { list_facilitators(connection, agreement) } else { Ok(all) }
}

/// Facilitators of an agreement: those who want mail, or all if none of them does, since somebody has to know.
pub fn list_facilitators(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<PersonId>> {
    let all: Vec<(PersonId, bool)> = connection
        .prepare_cached(
            "SELECT id, wants_no_mail FROM person WHERE agreement_id = ?1 AND is_facilitator ORDER BY id",
        )?
        .query_map([agreement.0], |row| Ok((PersonId(row.get(0)?), row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let keen: Vec<PersonId> = all.iter().filter(|(_, no_mail)| !no_mail).map(|(id, _)| *id).collect();
    Ok(if keen.is_empty() { all.into_iter().map(|(id, _)| id).collect() } else { keen })
}

/// Removes messages that were settled before an instant, except those about rounds that are still open; how many.
pub fn delete_settled(connection: &Connection, before: DateTime<Utc>) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(
            "DELETE FROM message WHERE settled_at < ?1
                 AND (round_id IS NULL OR round_id NOT IN (SELECT id FROM round WHERE state IN ('planned', 'open')))",
        )?
        .execute([seconds(before)])
}
