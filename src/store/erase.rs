//! What is taken out for good: one person's answers and traces, or a whole agreement.

use rusqlite::{Connection, params};

use super::sheet::{self, SheetKey};
use crate::domain::ids::{AgreementId, PersonId, RoundId, SeatId};

/// Where a person was asked, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The round.
    pub round: RoundId,
    /// The seat that they held.
    pub seat: SeatId,
    /// Which occupant of it they were.
    pub occupant_version: i64,
    /// The day of the answer, if any.
    pub answered_on: Option<String>,
}

/// Everywhere that a person was asked, by invitation.
pub fn list_places(connection: &Connection, person: PersonId) -> rusqlite::Result<Vec<Asked>> {
    connection
        .prepare_cached(
            "SELECT round_id, seat_id, occupant_version, answered_on FROM invitation WHERE person_id = ?1 ORDER BY id",
        )?
        .query_map([person.0], |row| {
            Ok(Asked {
                round: RoundId(row.get(0)?),
                seat: SeatId(row.get(1)?),
                occupant_version: row.get(2)?,
                answered_on: row.get(3)?,
            })
        })?
        .collect()
}

/// Takes a person's sheets out, and the person: name, address, wishes, seat. Invitations stay as counts, figures that
/// were frozen stay as they are.
pub fn person(connection: &Connection, person: PersonId, sheets: &[SheetKey]) -> rusqlite::Result<()> {
    for key in sheets {
        sheet::delete(connection, key)?;
    }
    connection
        .prepare_cached(
            "UPDATE seat SET person_id = NULL, occupant_version = occupant_version + 1 WHERE person_id = ?1",
        )?
        .execute([person.0])?;
    for sql in [
        // What was planned for their own wish speaks of them.
        "UPDATE conversation SET with_whom = '', purpose = '', outcome = '', revision = revision + 1
         WHERE request_id IN (SELECT id FROM request WHERE person_id = ?1)",
        "DELETE FROM data_link WHERE person_id = ?1",
        "UPDATE request SET matched_id = NULL, state = CASE state WHEN 'matched' THEN 'open' ELSE state END
         WHERE matched_id IN (SELECT id FROM request WHERE person_id = ?1)",
        "DELETE FROM request WHERE person_id = ?1",
        "UPDATE hand_over SET name = '', mail = '', token_digest = NULL WHERE from_person_id = ?1 OR to_person_id = ?1",
        "UPDATE invitation SET is_withdrawn = 1 WHERE person_id = ?1
             AND round_id IN (SELECT id FROM round WHERE state IN ('planned', 'open'))",
        "UPDATE message SET state = 'dropped', problem = 'the person was erased' WHERE person_id = ?1 AND state = 'queued'",
        "UPDATE person SET name = '', mail = 'forgotten-' || id, phone = NULL, bounce_status = NULL,
             bounced_at = NULL, unsubscribe_digest = NULL,
             is_facilitator = 0, is_steering = 0, is_chair = 0, is_contact = 0 WHERE id = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([person.0])?;
    }
    Ok(())
}

/// Takes a whole agreement out. The audit log stays.
pub fn agreement(connection: &Connection, id: AgreementId) -> rusqlite::Result<()> {
    const ROUNDS: &str = "(SELECT id FROM round WHERE agreement_id = ?1)";
    connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    for (table, column, parents) in [
        ("article_version", "article_id", "(SELECT id FROM article WHERE agreement_id = ?1)"),
        ("round_reminder", "round_id", ROUNDS),
        ("round_partner", "round_id", ROUNDS),
        ("invitation", "round_id", ROUNDS),
        ("sheet", "round_id", ROUNDS),
        ("comment_masking", "round_id", ROUNDS),
        ("finding", "round_id", ROUNDS),
        ("meeting_point", "meeting_id", "(SELECT id FROM meeting WHERE agreement_id = ?1)"),
        ("data_link", "person_id", "(SELECT id FROM person WHERE agreement_id = ?1)"),
        ("webhook_delivery", "webhook_id", "(SELECT id FROM webhook WHERE agreement_id = ?1)"),
    ] {
        connection.execute(&format!("DELETE FROM {table} WHERE {column} IN {parents}"), params![id.0])?;
    }
    for table in [
        "message",
        "learning",
        "adjustment",
        "conversation",
        "signal_work",
        "meeting",
        "approval",
        "erased",
        "api_token",
        "webhook",
        "hand_over",
        "request",
        "share_link",
        "report_file",
        "report_key",
        "report",
        "event",
        "own_statement",
        "round",
        "seat",
        "person",
        "partner",
        "article",
    ] {
        connection.execute(&format!("DELETE FROM {table} WHERE agreement_id = ?1"), params![id.0])?;
    }
    connection.execute("UPDATE agreement SET survey_version_id = NULL WHERE id = ?1", params![id.0])?;
    connection.execute("DELETE FROM survey_version WHERE agreement_id = ?1", params![id.0])?;
    connection.execute("DELETE FROM agreement WHERE id = ?1", params![id.0]).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::super::tests::memory;

    #[test]
    fn no_table_that_belongs_to_an_agreement_is_forgotten() {
        let connection = memory();
        let mut tables = connection
            .prepare(
                "SELECT DISTINCT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) k
                 WHERE m.type = 'table' AND k.\"table\" = 'agreement'",
            )
            .expect("list");
        let names: Vec<String> =
            tables.query_map([], |row| row.get(0)).expect("query").collect::<Result<_, _>>().expect("rows");
        let source = include_str!("erase.rs");
        for name in names {
            assert!(source.contains(&format!("\"{name}\"")) || name == "survey_version", "{name}");
        }
    }
}
