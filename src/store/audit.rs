//! The audit log. Rows are only ever added; old ones go behind a signed anchor.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::seconds;
use super::{agreement, setting};
use crate::domain::audit::{Act, Entry, START, find_break};
use crate::domain::ids::{AccountId, AgreementId};
use crate::domain::key::Key;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Somebody signed in.
    Account(AccountId),
    /// Somebody at the command line.
    Command,
    /// The service itself.
    Service,
    /// A program with a token, by its row.
    Program(i64),
    /// Somebody with a personal link.
    Link,
}

impl std::fmt::Display for Who {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Who::Account(id) => write!(f, "account {id}"),
            Who::Command => f.write_str("command"),
            Who::Service => f.write_str("service"),
            Who::Program(id) => write!(f, "program {id}"),
            Who::Link => f.write_str("link"),
        }
    }
}

/// What is logged, in the transaction of what it is about.
#[derive(Debug, Clone, Copy)]
pub struct Log<'a> {
    /// Who.
    pub who: Who,
    /// Short name of the agreement; empty for the installation.
    pub agreement: &'a str,
    /// What.
    pub what: Act,
    /// To which.
    pub about: &'a str,
    /// Besides. No answers, tokens or addresses.
    pub detail: &'a str,
}

/// Adds an entry about one thing of an agreement, without more to say.
pub fn note(
    connection: &Connection,
    id: AgreementId,
    who: Who,
    what: Act,
    about: &str,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let slug = agreement::outline(connection, id)?.slug;
    append(connection, &Log { who, agreement: &slug, what, about, detail: "" }, now)
}

/// Adds an entry about one thing of the whole installation, by whoever is at the command line.
pub fn note_command(
    connection: &Connection,
    what: Act,
    about: &str,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    append(connection, &Log { who: Who::Command, agreement: "", what, about, detail: "" }, now)
}

/// Adds an entry.
pub fn append(connection: &Connection, log: &Log<'_>, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let previous: Option<String> = connection
        .prepare_cached("SELECT digest FROM audit ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    let previous = match previous {
        Some(previous) => previous,
        None => find_anchor(connection)?.map_or_else(|| START.to_owned(), |(_, digest, _)| digest),
    };
    let entry = Entry {
        at: seconds(now),
        who: log.who.to_string(),
        agreement: log.agreement.to_owned(),
        what: log.what.code().to_owned(),
        about: log.about.to_owned(),
        detail: log.detail.to_owned(),
    };
    let digest = entry.digest(&previous);
    // Numbers go on where they were, also when everything before was pruned.
    connection
        .prepare_cached(
            "INSERT INTO audit (id, at, who, agreement, what, about, detail, digest)
             VALUES ((SELECT max(coalesce((SELECT max(id) FROM audit), 0),
                 coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'audit_anchor_id'), 0)) + 1),
                 ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![entry.at, entry.who, entry.agreement, entry.what, entry.about, entry.detail, digest])?;
    Ok(())
}

/// Entries with their numbers and digests, oldest first.
pub fn list(connection: &Connection) -> rusqlite::Result<Vec<(i64, Entry, String)>> {
    connection
        .prepare_cached("SELECT * FROM audit ORDER BY id")?
        .query_map([], |row| Ok((row.get("id")?, read(row)?, row.get("digest")?)))?
        .collect()
}

/// The newest entries with their numbers, newest first.
pub fn list_newest(connection: &Connection, most: u32) -> rusqlite::Result<Vec<(i64, Entry)>> {
    connection
        .prepare_cached("SELECT * FROM audit ORDER BY id DESC LIMIT ?1")?
        .query_map([most], |row| Ok((row.get("id")?, read(row)?)))?
        .collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        at: row.get("at")?,
        who: row.get("who")?,
        agreement: row.get("agreement")?,
        what: row.get("what")?,
        about: row.get("about")?,
        detail: row.get("detail")?,
    })
}

/// Where a pruned log begins: the last number and digest that went, and the signature under them.
fn find_anchor(connection: &Connection) -> rusqlite::Result<Option<(i64, String, String)>> {
    let id = setting::find(connection, setting::AUDIT_ANCHOR_ID)?.and_then(|text| text.parse().ok());
    let digest = setting::find(connection, setting::AUDIT_ANCHOR_DIGEST)?;
    let signature = setting::find(connection, setting::AUDIT_ANCHOR_SIGNATURE)?;
    Ok(id.zip(digest).zip(signature).map(|((id, digest), signature)| (id, digest, signature)))
}

/// What looking over the log came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verified {
    /// It holds; how many entries, and how many went before them.
    Holds(usize, i64),
    /// Entry of this number does not follow from the one before.
    BrokenAt(i64),
    /// The place where a pruned log begins is not signed with this installation's key.
    BadAnchor,
}

/// Looks the whole log over.
pub fn verify(connection: &Connection, key: &Key) -> rusqlite::Result<Verified> {
    let anchor = find_anchor(connection)?;
    if let Some((id, digest, signature)) = &anchor
        && key.anchor_signature(*id, digest) != *signature
    {
        return Ok(Verified::BadAnchor);
    }
    let (first, previous) = anchor.map_or((0, START.to_owned()), |(id, digest, _)| (id, digest));
    let all = list(connection)?;
    let gap =
        all.iter().zip(first + 1..).find(|((id, ..), expected)| id != expected).map(|((id, ..), _)| *id);
    if let Some(id) = gap {
        return Ok(Verified::BrokenAt(id));
    }
    let broken = find_break(&previous, all.iter().map(|(_, entry, digest)| (entry, digest.as_str())));
    Ok(match broken {
        Some(place) => Verified::BrokenAt(all[place].0),
        None => Verified::Holds(all.len(), first),
    })
}

/// Removes entries from before an instant behind a signed anchor; how many. At least one entry stays.
pub fn prune(connection: &Connection, key: &Key, before: DateTime<Utc>) -> rusqlite::Result<usize> {
    let last: Option<(i64, String)> = connection
        .prepare_cached(
            "SELECT id, digest FROM audit WHERE id < (SELECT min(id) FROM audit WHERE at >= ?1) ORDER BY id DESC LIMIT 1",
        )?
        .query_row([seconds(before)], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((id, digest)) = last else { return Ok(0) };
    setting::set(connection, setting::AUDIT_ANCHOR_ID, &id.to_string())?;
    setting::set(connection, setting::AUDIT_ANCHOR_DIGEST, &digest)?;
    setting::set(connection, setting::AUDIT_ANCHOR_SIGNATURE, &key.anchor_signature(id, &digest))?;
    connection.prepare_cached("DELETE FROM audit WHERE id <= ?1")?.execute([id])
}

#[cfg(test)]
mod tests {
    use super::super::tests::memory;
    use super::*;

    fn log(connection: &Connection, hour: i64) {
        let log =
            Log { who: Who::Command, agreement: "city", what: Act::RoundsPaused, about: "", detail: "" };
        append(connection, &log, DateTime::UNIX_EPOCH + chrono::Duration::hours(hour)).expect("logged");
    }

    #[test]
    fn nothing_is_changed_or_taken_out_and_a_pruned_log_still_verifies() {
        let (connection, key) = (memory(), Key::new([1; 32]));
        (0..10).for_each(|hour| log(&connection, hour));
        assert_eq!(verify(&connection, &key).expect("read"), Verified::Holds(10, 0));
        assert!(connection.execute("UPDATE audit SET who = 'x' WHERE id = 3", []).is_err());
        assert!(connection.execute("DELETE FROM audit WHERE id = 10", []).is_err());
        let before = DateTime::UNIX_EPOCH + chrono::Duration::hours(4);
        assert_eq!(prune(&connection, &key, before).expect("pruned"), 4);
        log(&connection, 11);
        assert_eq!(verify(&connection, &key).expect("read"), Verified::Holds(7, 4));
        assert_eq!(verify(&connection, &Key::new([2; 32])).expect("read"), Verified::BadAnchor);
        // Whoever goes around the triggers is found out.
        connection.execute_batch("DROP TRIGGER audit_goes_only_when_anchored").expect("dropped");
        connection.execute("DELETE FROM audit WHERE id = 7", []).expect("deleted");
        assert_eq!(verify(&connection, &key).expect("read"), Verified::BrokenAt(8));
    }
}
