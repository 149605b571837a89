//! The frozen figures of one round, as they may be shown now.

use rusqlite::Connection;

use crate::domain::survey::Survey;
use crate::insight::disclosure::RoundFigures;
use crate::insight::disclosure::frozen::thaw_round;
use crate::store::round::{self, Round};
use crate::store::{as_read, survey};

/// What a round asked and what may be shown of it; `None` before it closes.
pub fn read(connection: &Connection, one: &Round) -> rusqlite::Result<Option<(Survey, RoundFigures)>> {
    let Some(json) = round::find_figures(connection, one.id)? else { return Ok(None) };
    let asked = survey::get(connection, one.survey_version)?.survey;
    let figures = as_read(thaw_round(&json, &asked.scale))?;
    Ok(Some((asked, figures)))
}
