//! Programs: their keys to the API, the addresses that are told of events, and what is still to be told.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{instant, seconds};
use crate::domain::ids::{AgreementId, ApiTokenId, WebhookId};

/// A program's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Its row.
    pub id: ApiTokenId,
    /// The one agreement that it opens.
    pub agreement: AgreementId,
    /// What it is for.
    pub label: String,
    /// Whether it may set up webhooks.
    pub may_write: bool,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Whether it was taken back.
    pub is_revoked: bool,
}

fn read_token(row: &Row<'_>) -> rusqlite::Result<ApiToken> {
    Ok(ApiToken {
        id: ApiTokenId(row.get("id")?),
        agreement: AgreementId(row.get("agreement_id")?),
        label: row.get("label")?,
        may_write: row.get("may_write")?,
        made_at: instant(row, "made_at")?,
        is_revoked: row.get("is_revoked")?,
    })
}

/// Stores a key by its digest.
pub fn insert_token(
    connection: &Connection,
    agreement: AgreementId,
    label: &str,
    may_write: bool,
    digest: &[u8; 32],
    now: DateTime<Utc>,
) -> rusqlite::Result<ApiTokenId> {
    connection
        .prepare_cached(
            "INSERT INTO api_token (agreement_id, label, may_write, token_digest, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![agreement.0, label, may_write, digest, seconds(now)])?;
    Ok(ApiTokenId(connection.last_insert_rowid()))
}

/// The key of a digest that was not taken back, or `None`.
pub fn find_token(connection: &Connection, digest: &[u8; 32]) -> rusqlite::Result<Option<ApiToken>> {
    connection
        .prepare_cached("SELECT * FROM api_token WHERE token_digest = ?1 AND NOT is_revoked")?
        .query_row([digest], read_token)
        .optional()
}

/// An agreement's keys, oldest first.
pub fn list_tokens(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<ApiToken>> {
    connection
        .prepare_cached("SELECT * FROM api_token WHERE agreement_id = ?1 ORDER BY id")?
        .query_map([agreement.0], read_token)?
        .collect()
}

/// Takes a key back; whether the agreement has it and it was not.
pub fn revoke_token(
    connection: &Connection,
    agreement: AgreementId,
    id: ApiTokenId,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE api_token SET is_revoked = 1 WHERE id = ?1 AND agreement_id = ?2 AND NOT is_revoked",
        )?
        .execute(params![id.0, agreement.0])?;
    Ok(n == 1)
}

/// An address that is told of events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Its row.
    pub id: WebhookId,
    /// Whose events.
    pub agreement: AgreementId,
    /// Where to.
    pub url: String,
    /// When it was set up.
    pub made_at: DateTime<Utc>,
}

fn read_webhook(row: &Row<'_>) -> rusqlite::Result<Webhook> {
    Ok(Webhook {
        id: WebhookId(row.get("id")?),
        agreement: AgreementId(row.get("agreement_id")?),
        url: row.get("url")?,
        made_at: instant(row, "made_at")?,
    })
}

/// Sets one up.
pub fn insert_webhook(
    connection: &Connection,
    agreement: AgreementId,
    url: &str,
    now: DateTime<Utc>,
) -> rusqlite::Result<WebhookId> {
    connection
        .prepare_cached("INSERT INTO webhook (agreement_id, url, made_at) VALUES (?1, ?2, ?3)")?
        .execute(params![agreement.0, url, seconds(now)])?;
    Ok(WebhookId(connection.last_insert_rowid()))
}

/// An agreement's webhooks, oldest first.
pub fn list_webhooks(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<Webhook>> {
    connection
        .prepare_cached("SELECT * FROM webhook WHERE agreement_id = ?1 AND NOT is_ended ORDER BY id")?
        .query_map([agreement.0], read_webhook)?
        .collect()
}

/// Ends one; whether the agreement has it. What was still to be told is given up.
pub fn end_webhook(connection: &Connection, agreement: AgreementId, id: WebhookId) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE webhook SET is_ended = 1 WHERE id = ?1 AND agreement_id = ?2 AND NOT is_ended",
        )?
        .execute(params![id.0, agreement.0])?;
    connection
        .prepare_cached(
            "UPDATE webhook_delivery SET state = 'given-up' WHERE webhook_id = ?1 AND state = 'queued'",
        )?
        .execute([id.0])?;
    Ok(n == 1)
}

/// Queues an event for every webhook of an agreement, once by its name.
pub fn queue_event(
    connection: &Connection,
    agreement: AgreementId,
    name: &str,
    body: &str,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO webhook_delivery (webhook_id, event, body, state, due_at)
             SELECT id, ?2, ?3, 'queued', ?4 FROM webhook WHERE agreement_id = ?1 AND NOT is_ended
             ON CONFLICT DO NOTHING",
        )?
        .execute(params![agreement.0, name, body, seconds(now)])
        .map(|_| ())
}

/// An event on its way to an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its row.
    pub id: i64,
    /// The webhook, whose secret signs it.
    pub webhook: WebhookId,
    /// Where to.
    pub url: String,
    /// Its name, which the receiver knows a repetition by.
    pub event: String,
    /// What is told.
    pub body: String,
    /// Tries so far, this one included.
    pub attempts: u32,
}

/// The next due event, counted as tried: who dies now tries again later, and the receiver knows it by its name.
pub fn take_delivery(
    connection: &Connection,
    now: DateTime<Utc>,
    again_at: DateTime<Utc>,
) -> rusqlite::Result<Option<Delivery>> {
    connection
        .prepare_cached(
            "UPDATE webhook_delivery SET attempts = attempts + 1, due_at = ?2
             WHERE id = (SELECT id FROM webhook_delivery WHERE state = 'queued' AND due_at <= ?1 ORDER BY due_at, id LIMIT 1)
             RETURNING id, webhook_id, event, body, attempts, (SELECT url FROM webhook WHERE id = webhook_id) AS url",
        )?
        .query_row([seconds(now), seconds(again_at)], |row| {
            Ok(Delivery {
                id: row.get("id")?,
                webhook: WebhookId(row.get("webhook_id")?),
                url: row.get("url")?,
                event: row.get("event")?,
                body: row.get("body")?,
                attempts: row.get("attempts")?,
            })
        })
        .optional()
}

/// Ends an event's way, well or not.
pub fn settle_delivery(connection: &Connection, id: i64, problem: Option<&str>) -> rusqlite::Result<()> {
    let state = if problem.is_none() { "sent" } else { "given-up" };
    connection
        .prepare_cached("UPDATE webhook_delivery SET state = ?2, problem = ?3 WHERE id = ?1")?
        .execute(params![id, state, problem])
        .map(|_| ())
}

/// Forgets events that were told or given up and were due before an instant.
pub fn delete_settled(connection: &Connection, before: DateTime<Utc>) -> rusqlite::Result<usize> {
    connection
        .prepare_cached("DELETE FROM webhook_delivery WHERE state <> 'queued' AND due_at < ?1")?
        .execute([seconds(before)])
}

/// Keeps an event for another try.
pub fn postpone_delivery(
    connection: &Connection,
    id: i64,
    due_at: DateTime<Utc>,
    problem: &str,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE webhook_delivery SET due_at = ?2, problem = ?3 WHERE id = ?1")?
        .execute(params![id, seconds(due_at), problem])
        .map(|_| ())
}

/// What became of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its name.
    pub event: String,
    /// Where it stands.
    pub state: String,
    /// Tries so far.
    pub attempts: u32,
}

/// What became of the newest events to a webhook, newest first.
pub fn list_deliveries(connection: &Connection, id: WebhookId) -> rusqlite::Result<Vec<Told>> {
    connection
        .prepare_cached(
            "SELECT event, state, attempts FROM webhook_delivery WHERE webhook_id = ?1 ORDER BY id DESC LIMIT 20",
        )?
        .query_map([id.0], |row| {
            Ok(Told { event: row.get(0)?, state: row.get(1)?, attempts: row.get(2)? })
        })?
        .collect()
}
