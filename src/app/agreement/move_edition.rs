//! An agreement asks the edition of its survey that it began with, until a facilitator moves it to the one that came with
//! the program. Rounds that were asked stay as they are.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::app::agreement::base_survey::{Refusal, as_in_file, fits, shipped};
use crate::app::agreement::import_agreement::{self, Origin};
use crate::app::{AppError, Service};
use crate::domain::audit::Act;
use crate::domain::edition::{Comparison, compare};
use crate::domain::ids::AgreementId;
use crate::domain::survey::Survey;
use crate::store::audit::{self, Who};
use crate::store::{JobError, agreement, survey};

/// A newer edition, beside the one that an agreement asks.
#[derive(Debug, Clone)]
pub struct NewEdition {
    /// What is asked now.
    pub old: Survey,
    /// What would be asked.
    pub new: Survey,
    /// What stays comparable.
    pub comparison: Comparison,
}

fn read(connection: &Connection, id: AgreementId) -> rusqlite::Result<Option<NewEdition>> {
    let Some(asked) = survey::find_in_force(connection, id)? else { return Ok(None) };
    let Some(new) = shipped().filter(|new| new.id == asked.survey.id) else { return Ok(None) };
    let old = as_in_file(asked.survey, &new);
    let comparison = compare(&old, &new);
    Ok((old != new).then_some(NewEdition { old, new, comparison }))
}

/// The newer edition that an agreement could move to; `None` when it asks that, or a survey of its own.
pub async fn find(service: &Service, id: AgreementId) -> Result<Option<NewEdition>, AppError> {
    Ok(service.store.read("look for a newer edition", move |connection| read(connection, id)).await?)
}

/// Moves an agreement: rounds that are still to open ask the newer edition.
///
/// Errors: a refusal when there is none, or when a statement of the agreement's own cannot be asked with it.
pub async fn move_on(
    service: &Service,
    id: AgreementId,
    who: Who,
    now: DateTime<Utc>,
) -> Result<NewEdition, AppError> {
    let key = service.key.clone();
    let moved = service
        .store
        .write_or_refuse("move to a newer edition", move |connection| {
            let Some(edition) = read(connection, id)? else {
                return Err(JobError::Refused(Refusal::NothingNewer));
            };
            let cast = agreement::get(connection, id)?;
            fits(&edition.new, &cast)?;
            import_agreement::run(connection, &key, &cast, Origin::Screen, &edition.new, false, now)?;
            audit::note(connection, id, who, Act::EditionMoved, &edition.new.id, now)?;
            Ok(edition)
        })
        .await;
    service.outbox_bell.notify_waiters();
    Ok(moved??)
}
