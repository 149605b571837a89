//! People who no longer have a part in an agreement: they are forgotten some time after.

use chrono::NaiveDate;
use rusqlite::Connection;

/// Whether a person has a part in the agreement, as SQL over `person`.
pub(super) const HAS_PART: &str = "(is_facilitator OR is_steering OR is_contact OR EXISTS (SELECT 1 FROM seat WHERE seat.person_id = person.id))";

/// Notes the day for people who lost their last part, and takes it back for those who have one again.
pub fn mark_left(connection: &Connection, today: NaiveDate) -> rusqlite::Result<()> {
    connection
        .prepare_cached(&format!(
            "UPDATE person SET without_part_since = NULL WHERE without_part_since IS NOT NULL AND {HAS_PART}"
        ))?
        .execute([])?;
    connection
        .prepare_cached(&format!(
            "UPDATE person SET without_part_since = ?1 WHERE without_part_since IS NULL AND NOT {HAS_PART}"
        ))?
        .execute([today.to_string()])?;
    Ok(())
}

/// Forgets name, address, link, requests and hand-overs of people who left before a day; how many people. Their row
/// stays: invitations of old rounds count it.
pub fn forget_left(connection: &Connection, before: NaiveDate) -> rusqlite::Result<usize> {
    const GONE: &str =
        "(SELECT id FROM person WHERE without_part_since < ?1 AND unsubscribe_digest IS NOT NULL)";
    let day = before.to_string();
    for sql in [
        // A visit that was matched with somebody who is gone is open again.
        format!(
            "UPDATE request SET matched_id = NULL, state = CASE state WHEN 'matched' THEN 'open' ELSE state END
             WHERE matched_id IN (SELECT id FROM request WHERE person_id IN {GONE})"
        ),
        format!("DELETE FROM request WHERE person_id IN {GONE}"),
        format!(
            "UPDATE hand_over SET name = '', mail = '', token_digest = NULL WHERE from_person_id IN {GONE} OR to_person_id IN {GONE}"
        ),
    ] {
        connection.prepare_cached(&sql)?.execute([&day])?;
    }
    connection
        .prepare_cached(
            "UPDATE person SET name = '', mail = 'forgotten-' || id, phone = NULL, bounce_status = NULL, bounced_at = NULL,
                 unsubscribe_digest = NULL
             WHERE without_part_since < ?1 AND unsubscribe_digest IS NOT NULL",
        )?
        .execute([day])
}
