//! What the agreement learns, and what its steering group decides at the table.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::{AppError, Service};
use crate::domain::agreement::Agreement;
use crate::domain::audit::Act;
use crate::domain::ids::{AgreementId, LearningId, MeetingId};
use crate::store::agreement;
use crate::store::audit::{self, Who};
use crate::store::learning::{self, Learning, Meeting, Point};

/// Names of people and addresses that stand in a text: a register that travels holds none.
///
/// Shape: a person's whole name, or a part of it of four letters or more that is no partner's word; addresses.
/// Empty: an empty list; the text may be kept.
pub fn find_names(agreement: &Agreement, text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
    let mut found = Vec::new();
    for person in &agreement.people {
        let name = person.name.to_lowercase();
        let last = name.split(' ').next_back().filter(|word| word.chars().count() >= 4);
        let stands = lower.contains(&name)
            || last.is_some_and(|last| words.contains(&last))
            || lower.contains(&person.mail);
        if stands {
            found.push(person.name.clone());
        }
    }
    found
}

/// The agenda and the register.
pub async fn list(service: &Service, id: AgreementId) -> Result<(Agreement, Vec<Learning>), AppError> {
    let found = service
        .store
        .read("read what was learned", move |connection| {
            Ok((agreement::get(connection, id)?, learning::list(connection, id)?))
        })
        .await?;
    Ok(found)
}

/// Notes a question or a lesson.
pub async fn add(
    service: &Service,
    id: AgreementId,
    new: Learning,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    service
        .store
        .write("note what was learned", move |connection| {
            let number = learning::insert(connection, id, &new)?;
            let what = if new.is_lesson { Act::LessonNoted } else { Act::QuestionNoted };
            audit::note(connection, id, who, what, &format!("learning {number}"), now)
        })
        .await?;
    Ok(())
}

/// Strikes a line, or takes that back; whether the agreement has it.
pub async fn strike(
    service: &Service,
    id: AgreementId,
    number: LearningId,
    is_struck: bool,
    who: Who,
    now: DateTime<Utc>,
) -> Result<bool, AppError> {
    let done = service
        .store
        .write("strike what was learned", move |connection| {
            let done = learning::strike(connection, id, number, is_struck)?;
            if done {
                let what = if is_struck { Act::LearningStruck } else { Act::LearningRestored };
                audit::note(connection, id, who, what, &format!("learning {number}"), now)?;
            }
            Ok(done)
        })
        .await?;
    Ok(done)
}

/// Begins a meeting with its agenda.
pub async fn begin_meeting(
    service: &Service,
    id: AgreementId,
    held_on: NaiveDate,
    points: Vec<Point>,
    who: Who,
    now: DateTime<Utc>,
) -> Result<MeetingId, AppError> {
    let number = service
        .store
        .write("begin a meeting", move |connection| {
            let number = learning::insert_meeting(connection, id, held_on, &points)?;
            audit::note(connection, id, who, Act::MeetingBegun, &format!("meeting {number}"), now)?;
            Ok(number)
        })
        .await?;
    Ok(number)
}

/// An agreement's meeting, or `None`.
pub async fn find_meeting(
    service: &Service,
    id: AgreementId,
    number: MeetingId,
) -> Result<Option<Meeting>, AppError> {
    Ok(service
        .store
        .read("read a meeting", move |connection| learning::find_meeting(connection, id, number))
        .await?)
}

/// What is changed about a meeting.
#[derive(Debug, Clone)]
pub enum MeetingChange {
    /// What was decided on a point.
    Decide(u32, String),
    /// A point that came up.
    Add(Point),
    /// Who is there.
    Present(String),
    /// Its record is closed, or opened again.
    Close(bool),
}

/// Changes a meeting; `false` when the agreement has none such, or its record is closed.
pub async fn change_meeting(
    service: &Service,
    id: AgreementId,
    number: MeetingId,
    change: MeetingChange,
    who: Who,
    now: DateTime<Utc>,
) -> Result<bool, AppError> {
    let done = service
        .store
        .write("change a meeting", move |connection| {
            let Some(found) = learning::find_meeting(connection, id, number)? else { return Ok(false) };
            let reopens = match change {
                MeetingChange::Close(closes) => !closes,
                MeetingChange::Decide(..) | MeetingChange::Add(_) | MeetingChange::Present(_) => false,
            };
            if found.is_closed && !reopens {
                return Ok(false);
            }
            let what = match &change {
                MeetingChange::Decide(..) => Act::MeetingDecided,
                MeetingChange::Add(_) => Act::MeetingPointAdded,
                MeetingChange::Present(_) => Act::MeetingPresentNoted,
                MeetingChange::Close(true) => Act::MeetingClosed,
                MeetingChange::Close(false) => Act::MeetingReopened,
            };
            let done = match change {
                MeetingChange::Decide(position, decision) => {
                    learning::decide_point(connection, number, position, &decision)?
                }
                MeetingChange::Add(point) => {
                    learning::add_point(connection, number, &point).map(|()| true)?
                }
                MeetingChange::Present(present) => {
                    learning::put_meeting(connection, number, &present, found.is_closed).map(|()| true)?
                }
                MeetingChange::Close(is_closed) => {
                    learning::put_meeting(connection, number, &found.present, is_closed).map(|()| true)?
                }
            };
            if done {
                audit::note(connection, id, who, what, &format!("meeting {number}"), now)?;
            }
            Ok(done)
        })
        .await?;
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::demo::seed_demo::samples;

    #[test]
    fn names_and_addresses_are_found_and_partners_are_veiled() {
        let agreement = samples().expect("samples").1.remove(0);
        let person = &agreement.people[0];
        let told = find_names(&agreement, &format!("Volgens {} ging het goed.", person.name));
        assert!(told.contains(&person.name), "{told:?}");
        assert!(find_names(&agreement, &format!("Mail {}.", person.mail)).contains(&person.name));
        assert_eq!(find_names(&agreement, "Eerst bellen, dan mailen."), Vec::<String>::new());
        let partner = &agreement.partners[0].name;
        let veiled = agreement.without_partners(&format!("Bij {partner} werkte het."), "een partner");
        assert_eq!(veiled, "Bij een partner werkte het.");
    }
}
