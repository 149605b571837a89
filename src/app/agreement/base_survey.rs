//! The survey that an agreement asks, as its file has it: what came with the program, and what the agreement began with.

use rusqlite::Connection;

use crate::catalogue::{CORE_PULSE, survey_file};
use crate::domain::agreement::Agreement;
use crate::domain::survey::{Block, Survey};
use crate::store::{JobError, agreement, survey};
use crate::words::{Phrase, Word};

/// Why an agreement does not ask an edition of its survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It asks the newest edition, or a survey of its own.
    NothingNewer,
    /// A statement of the agreement's own cannot be asked with this edition.
    Misfit {
        /// Its id.
        id: String,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::NothingNewer => Word::RefusalNothingNewer.into(),
            Refusal::Misfit { id } => Phrase::RefusalMisfit { id: id.as_str().into() },
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        false
    }
}

/// Whether an agreement's own statements can be asked with an edition of the survey.
pub(in crate::app) fn fits(survey: &Survey, agreement: &Agreement) -> Result<(), JobError<Refusal>> {
    match survey.find_misfit(&agreement.statements) {
        None => Ok(()),
        Some(statement) => Err(JobError::Refused(Refusal::Misfit { id: statement.id.clone() })),
    }
}

/// The survey in force as its file has it: without what the agreement added.
pub(in crate::app) fn base_of(effective: Survey) -> Survey {
    let mut base = effective.worded_for(false);
    base.statements.retain(|statement| statement.block != Block::Own);
    base
}

/// The survey that came with the program; `None` never in a released one.
pub(in crate::app) fn shipped() -> Option<Survey> {
    survey_file::parse("core-pulse.toml", CORE_PULSE).0
}

/// What a file's survey means for a stored agreement: the shipped survey never takes the place of an earlier edition of
/// itself by the way. With it: whether that is so.
pub(in crate::app) fn keep_edition(
    connection: &Connection,
    slug: &str,
    given: Survey,
) -> rusqlite::Result<(Survey, bool)> {
    let Some(id) = agreement::find_id(connection, slug)? else { return Ok((given, false)) };
    let Some(asked) = survey::find_in_force(connection, id)? else { return Ok((given, false)) };
    if asked.survey.id != given.id || shipped().as_ref() != Some(&given) {
        return Ok((given, false));
    }
    let kept = as_in_file(asked.survey, &given);
    let is_other = kept != given;
    Ok((kept, is_other))
}

/// What was asked, as its file has it, but for confidentiality, which the agreement may have changed.
pub(in crate::app) fn as_in_file(asked: Survey, like: &Survey) -> Survey {
    Survey { confidentiality: like.confidentiality, ..base_of(asked) }
}
