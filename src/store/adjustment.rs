//! Adjustments through their whole life, and what came of each.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{date, named, optional_date, text, to_json};
use crate::domain::adjustment::{AdjustmentState, Review, ReviewChoice, Step};
use crate::domain::agreement::{Adjustment, Direction};
use crate::domain::ids::{AdjustmentId, AgreementId, RequestId};

/// An adjustment as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredAdjustment {
    /// Its row.
    pub id: AdjustmentId,
    /// Whose.
    pub agreement: AgreementId,
    /// Where it stands.
    pub state: AdjustmentState,
    /// Its day; `None` while nobody decided.
    pub on: Option<NaiveDate>,
    /// When it was proposed here; `None` for one from a file.
    pub proposed_on: Option<NaiveDate>,
    /// When it was decided here.
    pub decided_on: Option<NaiveDate>,
    /// Name of the signal that it came from.
    pub signal: Option<String>,
    /// The request that it came from.
    pub request: Option<RequestId>,
    /// What changes, why, and what is expected of it. Its `on` is the day it was proposed while nobody decided.
    pub what: Adjustment,
    /// What the readings said at its review, as JSON.
    pub effect: Option<String>,
}

const COLUMNS: &str =
    "adjustment.*, article.slug AS article FROM adjustment JOIN article ON article.id = article_id";

fn read(row: &Row<'_>) -> rusqlite::Result<StoredAdjustment> {
    let on = optional_date(row, "in_force_on")?;
    let proposed_on = optional_date(row, "proposed_on")?;
    let review_on: Option<NaiveDate> = optional_date(row, "reviewed_on")?;
    let review = match review_on {
        None => None,
        Some(on) => Some(Review {
            on,
            choice: named(row, "review_choice", ReviewChoice::find)?,
            said: row.get::<_, Option<String>>("review_said")?.unwrap_or_default(),
        }),
    };
    Ok(StoredAdjustment {
        id: AdjustmentId(row.get("id")?),
        agreement: AgreementId(row.get("agreement_id")?),
        state: named(row, "state", AdjustmentState::find)?,
        on,
        proposed_on,
        decided_on: optional_date(row, "decided_on")?,
        signal: row.get("signal")?,
        request: row.get::<_, Option<i64>>("request_id")?.map(RequestId),
        what: Adjustment {
            on: on.or(proposed_on).unwrap_or_default(),
            title: text(row, "title")?,
            article: row.get("article")?,
            old: text(row, "old")?,
            new: text(row, "new")?,
            why: text(row, "why")?,
            expected_dimension: row.get("expected_dimension")?,
            expected_direction: named(row, "expected_direction", Direction::find)?,
            review_on: date(row, "review_on")?,
            owner: row.get("owner")?,
            expected_by_round: row.get("expected_by_round")?,
            agreed_by: row.get("agreed_by")?,
            review,
        },
        effect: row.get("effect")?,
    })
}

/// Every adjustment of an agreement, oldest first.
pub fn list(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<StoredAdjustment>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} WHERE adjustment.agreement_id = ?1 ORDER BY coalesce(in_force_on, proposed_on), adjustment.id"
        ))?
        .query_map([agreement.0], read)?
        .collect()
}

/// An agreement's adjustment of a row, or `None`.
pub fn find(
    connection: &Connection,
    agreement: AgreementId,
    id: AdjustmentId,
) -> rusqlite::Result<Option<StoredAdjustment>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} WHERE adjustment.id = ?2 AND adjustment.agreement_id = ?1"
        ))?
        .query_row([agreement.0, id.0], read)
        .optional()
}

/// Decided ones whose day has come, of every agreement.
pub fn list_due(connection: &Connection, today: NaiveDate) -> rusqlite::Result<Vec<StoredAdjustment>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} WHERE state = 'decided' AND in_force_on <= ?1 ORDER BY adjustment.id"
        ))?
        .query_map([today.to_string()], read)?
        .collect()
}

/// What a proposal is about.
#[derive(Debug, Clone)]
pub struct NewProposal {
    /// Whose.
    pub agreement: AgreementId,
    /// What would change; its `on` is the day of the proposal.
    pub what: Adjustment,
    /// Name of the signal that it comes from.
    pub signal: Option<String>,
    /// The request that it comes from.
    pub request: Option<RequestId>,
}

/// Stores a proposal; `None` if the agreement has no such article.
pub fn propose(connection: &Connection, new: &NewProposal) -> rusqlite::Result<Option<AdjustmentId>> {
    let a = &new.what;
    connection
        .prepare_cached(
            "INSERT INTO adjustment (agreement_id, article_id, state, proposed_on, title_nl, title_en, old_nl, old_en, new_nl,
                 new_en, why_nl, why_en, expected_dimension, expected_direction, expected_by_round, review_on, owner, signal, request_id)
             SELECT ?1, id, 'proposed', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18
             FROM article WHERE agreement_id = ?1 AND slug = ?2 RETURNING id",
        )?
        .query_row(
            params![
                new.agreement.0,
                a.article,
                a.on.to_string(),
                a.title.nl,
                a.title.en,
                a.old.nl,
                a.old.en,
                a.new.nl,
                a.new.en,
                a.why.nl,
                a.why.en,
                a.expected_dimension,
                a.expected_direction.code(),
                a.expected_by_round,
                a.review_on.to_string(),
                a.owner,
                new.signal,
                new.request.map(|id| id.0),
            ],
            |row| row.get(0).map(AdjustmentId),
        )
        .optional()
}

/// Takes a step that changes nothing but the state; whether it was open to it.
pub fn step(connection: &Connection, one: &StoredAdjustment, step: Step) -> rusqlite::Result<bool> {
    let Some(next) = one.state.after(step) else { return Ok(false) };
    let n = connection
        .prepare_cached(
            "UPDATE adjustment SET state = ?2, in_force_on = CASE ?2 WHEN 'withdrawn' THEN NULL ELSE in_force_on END
             WHERE id = ?1 AND state = ?3",
        )?
        .execute(params![one.id.0, next.code(), one.state.code()])?;
    Ok(n == 1)
}

/// What the steering group decided about a proposal.
#[derive(Debug, Clone)]
pub struct Decision {
    /// The day it is to come into force.
    pub on: NaiveDate,
    /// The day of the decision.
    pub decided_on: NaiveDate,
    /// Who agreed.
    pub agreed_by: String,
}

/// Decides a proposal; whether it was one, and no other adjustment of its article has that day.
pub fn decide(connection: &Connection, id: AdjustmentId, decision: &Decision) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE OR IGNORE adjustment SET state = 'decided', in_force_on = ?2, decided_on = ?3, agreed_by = ?4
             WHERE id = ?1 AND state = 'proposed'",
        )?
        .execute(params![id.0, decision.on.to_string(), decision.decided_on.to_string(), decision.agreed_by])?;
    Ok(n == 1)
}

/// Notes what came of looking back; whether it was in force.
pub fn review(connection: &Connection, id: AdjustmentId, review: &Review) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE adjustment SET state = 'reviewed', reviewed_on = ?2, review_choice = ?3, review_said = ?4
             WHERE id = ?1 AND state = 'in-force'",
        )?
        .execute(params![id.0, review.on.to_string(), review.choice.code(), review.said])?;
    Ok(n == 1)
}

/// Freezes what the readings say at the review; the first stays.
pub fn put_effect<T: serde::Serialize>(
    connection: &Connection,
    id: AdjustmentId,
    effect: &T,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE adjustment SET effect = ?2 WHERE id = ?1 AND effect IS NULL")?
        .execute(params![id.0, to_json(effect)?])
        .map(|_| ())
}

/// Notes the last round that it was tried to be measured with.
pub fn mark_tried(connection: &Connection, id: AdjustmentId) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE adjustment SET measured_at = (SELECT coalesce(max(round.id), 0) FROM round
                 WHERE round.agreement_id = adjustment.agreement_id AND figures IS NOT NULL) WHERE id = ?1",
        )?
        .execute([id.0])
        .map(|_| ())
}

/// Ties an adjustment to the signal that it came from.
pub fn put_signal(connection: &Connection, id: AdjustmentId, signal: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE adjustment SET signal = ?2 WHERE id = ?1")?
        .execute(params![id.0, signal])
        .map(|_| ())
}

/// Adjustments in force whose review is due and of which nothing is frozen yet, of every agreement.
pub fn list_to_measure(connection: &Connection, today: NaiveDate) -> rusqlite::Result<Vec<StoredAdjustment>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} WHERE state IN ('in-force', 'reviewed') AND effect IS NULL AND review_on <= ?1
               AND measured_at < (SELECT coalesce(max(id), 0) FROM round
                   WHERE round.agreement_id = adjustment.agreement_id AND figures IS NOT NULL)
             ORDER BY adjustment.id"
        ))?
        .query_map([today.to_string()], read)?
        .collect()
}

/// Effects that were frozen at reviews, as JSON.
pub fn list_effects(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT effect FROM adjustment WHERE agreement_id = ?1 AND effect IS NOT NULL ORDER BY id",
        )?
        .query_map([agreement.0], |row| row.get(0))?
        .collect()
}

/// Writes an adjustment of a file, which is in force, over what is there. What was reviewed here stays reviewed.
pub fn put_in_force(connection: &Connection, id: AgreementId, a: &Adjustment) -> rusqlite::Result<()> {
    let review = a.review.as_ref();
    connection
        .prepare_cached(
            "INSERT INTO adjustment (agreement_id, article_id, in_force_on, title_nl, title_en, old_nl, old_en, new_nl, new_en,
                 why_nl, why_en, expected_dimension, expected_direction, review_on, owner, expected_by_round, agreed_by,
                 reviewed_on, review_choice, review_said, state)
             SELECT ?1, id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
                 CASE WHEN ?18 IS NULL THEN 'in-force' ELSE 'reviewed' END
             FROM article WHERE agreement_id = ?1 AND slug = ?2
             ON CONFLICT DO UPDATE SET title_nl = ?4, title_en = ?5, old_nl = ?6, old_en = ?7, new_nl = ?8, new_en = ?9,
                 why_nl = ?10, why_en = ?11, expected_dimension = ?12, expected_direction = ?13, review_on = ?14, owner = ?15,
                 expected_by_round = ?16, agreed_by = coalesce(?17, agreed_by),
                 reviewed_on = coalesce(?18, reviewed_on), review_choice = coalesce(?19, review_choice),
                 review_said = coalesce(?20, review_said),
                 state = CASE WHEN coalesce(?18, reviewed_on) IS NULL THEN 'in-force' ELSE 'reviewed' END",
        )?
        .execute(params![
            id.0,
            a.article,
            a.on.to_string(),
            a.title.nl,
            a.title.en,
            a.old.nl,
            a.old.en,
            a.new.nl,
            a.new.en,
            a.why.nl,
            a.why.en,
            a.expected_dimension,
            a.expected_direction.code(),
            a.review_on.to_string(),
            a.owner,
            a.expected_by_round,
            a.agreed_by,
            review.map(|review| review.on.to_string()),
            review.map(|review| review.choice.code()),
            review.map(|review| &review.said),
        ])?;
    Ok(())
}
