//! Who was erased at their wish, as keyed digests of their addresses: no file brings them back.

use rusqlite::{Connection, params};

use crate::domain::ids::AgreementId;

/// Notes an address.
pub fn insert(connection: &Connection, agreement: AgreementId, digest: &[u8; 16]) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO erased (agreement_id, address_digest) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        )?
        .execute(params![agreement.0, digest])
        .map(|_| ())
}

/// Whether an address was erased.
pub fn is_there(
    connection: &Connection,
    agreement: AgreementId,
    digest: &[u8; 16],
) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM erased WHERE agreement_id = ?1 AND address_digest = ?2)",
        )?
        .query_row(params![agreement.0, digest], |row| row.get(0))
}
