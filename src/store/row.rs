//! What stands in a row's columns, as domain values: instants, days, names of closed lists, texts in languages, JSON.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::{FromSqlError, Type};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::language::Text;

/// An instant as the database keeps it.
pub(crate) fn seconds(at: DateTime<Utc>) -> i64 {
    at.timestamp()
}

/// An instant from the database.
pub(crate) fn instant(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<DateTime<Utc>> {
    let seconds: i64 = row.get(column)?;
    DateTime::from_timestamp(seconds, 0).ok_or_else(|| unreadable(column))
}

/// An instant that may be missing.
pub(crate) fn optional_instant(
    row: &rusqlite::Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<DateTime<Utc>>> {
    let seconds: Option<i64> = row.get(column)?;
    seconds.map(|at| DateTime::from_timestamp(at, 0).ok_or_else(|| unreadable(column))).transpose()
}

/// A civil date from the database.
pub(crate) fn date(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<NaiveDate> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| unreadable(column))
}

/// A civil date that may be missing.
pub(crate) fn optional_date(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| unreadable(column))).transpose()
}

/// A name that must be one of a closed list.
pub(crate) fn named<T>(
    row: &rusqlite::Row<'_>,
    column: &str,
    find: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    find(&text).ok_or_else(|| unreadable(column))
}

/// A value kept as JSON.
pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    as_read(serde_json::from_str(text))
}

/// What was read of the JSON in a column.
pub(crate) fn as_read<T>(found: Result<T, serde_json::Error>) -> rusqlite::Result<T> {
    found.map_err(|error| FromSqlError::Other(Box::new(error)).into())
}

/// A value as the JSON that the database keeps.
pub(crate) fn to_json<T: Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

pub(crate) fn unreadable(column: &str) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(0, column.to_owned(), Type::Text)
}

/// A text in two columns, `…_nl` and `…_en`.
pub(crate) fn text(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Text> {
    Ok(Text { nl: row.get(format!("{column}_nl").as_str())?, en: row.get(format!("{column}_en").as_str())? })
}
