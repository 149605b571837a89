//! The learning agenda, the lessons register, and the steering group's meetings.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::row::date;
use crate::domain::ids::{AdjustmentId, AgreementId, LearningId, MeetingId};

/// A line of the learning agenda or of the lessons register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learning {
    /// Its row.
    pub id: LearningId,
    /// Whether it is a lesson; else a question to find out.
    pub is_lesson: bool,
    /// In the agreement's own words.
    pub text: String,
    /// Short name of the article that it is about.
    pub article: Option<String>,
    /// The adjustment that it comes from.
    pub adjustment: Option<AdjustmentId>,
    /// The day.
    pub noted_on: NaiveDate,
    /// Whether it was struck; it stays on record.
    pub is_struck: bool,
}

/// Notes one.
pub fn insert(
    connection: &Connection,
    agreement: AgreementId,
    new: &Learning,
) -> rusqlite::Result<LearningId> {
    connection
        .prepare_cached(
            "INSERT INTO learning (agreement_id, kind, text, article_id, adjustment_id, noted_on)
             VALUES (?1, ?2, ?3, (SELECT id FROM article WHERE agreement_id = ?1 AND slug = ?4), ?5, ?6)",
        )?
        .execute(params![
            agreement.0,
            if new.is_lesson { "lesson" } else { "question" },
            new.text,
            new.article,
            new.adjustment.map(|id| id.0),
            new.noted_on.to_string()
        ])?;
    Ok(LearningId(connection.last_insert_rowid()))
}

/// An agreement's lines, newest first.
pub fn list(connection: &Connection, agreement: AgreementId) -> rusqlite::Result<Vec<Learning>> {
    connection
        .prepare_cached(
            "SELECT learning.*, article.slug AS article FROM learning LEFT JOIN article ON article.id = article_id
             WHERE learning.agreement_id = ?1 ORDER BY noted_on DESC, learning.id DESC",
        )?
        .query_map([agreement.0], |row| {
            let kind: String = row.get("kind")?;
            Ok(Learning {
                id: LearningId(row.get("id")?),
                is_lesson: kind == "lesson",
                text: row.get("text")?,
                article: row.get("article")?,
                adjustment: row.get::<_, Option<i64>>("adjustment_id")?.map(AdjustmentId),
                noted_on: date(row, "noted_on")?,
                is_struck: row.get("is_struck")?,
            })
        })?
        .collect()
}

/// Strikes a line or takes that back; whether the agreement has it.
pub fn strike(
    connection: &Connection,
    agreement: AgreementId,
    id: LearningId,
    is_struck: bool,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached("UPDATE learning SET is_struck = ?3 WHERE id = ?2 AND agreement_id = ?1")?
        .execute(params![agreement.0, id.0, is_struck])?;
    Ok(n == 1)
}

/// A meeting of the steering group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its row.
    pub id: MeetingId,
    /// The day.
    pub held_on: NaiveDate,
    /// Who was there, as they wrote it.
    pub present: String,
    /// Whether its record is closed.
    pub is_closed: bool,
    /// Its agenda, in order.
    pub points: Vec<Point>,
}

/// A point of its agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Its place, from 1.
    pub position: u32,
    /// What it is about.
    pub title: String,
    /// Why it is there.
    pub why: String,
    /// The adjustment that it is about.
    pub adjustment: Option<AdjustmentId>,
    /// What was decided; empty before.
    pub decision: String,
}

/// Begins a meeting with an agenda.
pub fn insert_meeting(
    connection: &Connection,
    agreement: AgreementId,
    held_on: NaiveDate,
    points: &[Point],
) -> rusqlite::Result<MeetingId> {
    connection
        .prepare_cached("INSERT INTO meeting (agreement_id, held_on) VALUES (?1, ?2)")?
        .execute(params![agreement.0, held_on.to_string()])?;
    let id = MeetingId(connection.last_insert_rowid());
    for (position, point) in (1u32..).zip(points) {
        insert_point(connection, id, position, point)?;
    }
    Ok(id)
}

fn insert_point(
    connection: &Connection,
    id: MeetingId,
    position: u32,
    point: &Point,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO meeting_point (meeting_id, position, title, why, adjustment_id, decision) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            id.0,
            position,
            point.title,
            point.why,
            point.adjustment.map(|id| id.0),
            point.decision
        ])
        .map(|_| ())
}

/// Adds a point that came up at the table.
pub fn add_point(connection: &Connection, id: MeetingId, point: &Point) -> rusqlite::Result<()> {
    let next: u32 = connection
        .prepare_cached("SELECT coalesce(max(position), 0) + 1 FROM meeting_point WHERE meeting_id = ?1")?
        .query_row([id.0], |row| row.get(0))?;
    insert_point(connection, id, next, point)
}

/// Writes what was decided; whether the meeting has the point and is not closed.
pub fn decide_point(
    connection: &Connection,
    id: MeetingId,
    position: u32,
    decision: &str,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE meeting_point SET decision = ?3 WHERE meeting_id = ?1 AND position = ?2
                 AND NOT (SELECT is_closed FROM meeting WHERE id = ?1)",
        )?
        .execute(params![id.0, position, decision])?;
    Ok(n == 1)
}

/// Writes who is there, and closes or reopens the record.
pub fn put_meeting(
    connection: &Connection,
    id: MeetingId,
    present: &str,
    is_closed: bool,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE meeting SET present = ?2, is_closed = ?3 WHERE id = ?1")?
        .execute(params![id.0, present, is_closed])
        .map(|_| ())
}

/// An agreement's meeting of a row, or `None`.
pub fn find_meeting(
    connection: &Connection,
    agreement: AgreementId,
    id: MeetingId,
) -> rusqlite::Result<Option<Meeting>> {
    let found = connection
        .prepare_cached("SELECT * FROM meeting WHERE id = ?2 AND agreement_id = ?1")?
        .query_row([agreement.0, id.0], |row| {
            Ok(Meeting {
                id,
                held_on: date(row, "held_on")?,
                present: row.get("present")?,
                is_closed: row.get("is_closed")?,
                points: Vec::new(),
            })
        })
        .optional()?;
    let Some(mut meeting) = found else { return Ok(None) };
    meeting.points = connection
        .prepare_cached("SELECT * FROM meeting_point WHERE meeting_id = ?1 ORDER BY position")?
        .query_map([id.0], |row| {
            Ok(Point {
                position: row.get("position")?,
                title: row.get("title")?,
                why: row.get("why")?,
                adjustment: row.get::<_, Option<i64>>("adjustment_id")?.map(AdjustmentId),
                decision: row.get("decision")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(meeting))
}

/// An agreement's meetings, newest first, as (row, day, whether closed).
pub fn list_meetings(
    connection: &Connection,
    agreement: AgreementId,
) -> rusqlite::Result<Vec<(MeetingId, NaiveDate, bool)>> {
    connection
        .prepare_cached("SELECT * FROM meeting WHERE agreement_id = ?1 ORDER BY held_on DESC, id DESC")?
        .query_map([agreement.0], |row| {
            Ok((MeetingId(row.get("id")?), date(row, "held_on")?, row.get("is_closed")?))
        })?
        .collect()
}
