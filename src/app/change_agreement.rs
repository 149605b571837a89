//! What operators and contacts change about an agreement from a screen: people, consent, and with four eyes who sees what,
//! or that it all goes.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::import_agreement::{Imported, import};
use super::{AppError, Service};
use crate::domain::agreement::{Agreement, Person};
use crate::domain::ids::{AccountId, AgreementId, ApprovalId};
use crate::domain::survey::{Block, Mode, Survey, THRESHOLDS};
use crate::store::approval::{self, Approval, ApprovalKind};
use crate::store::audit::{self, Log, Who};
use crate::store::{agreement, erase, survey};

/// The survey in force as its file has it: without what the agreement added.
fn base_of(effective: Survey) -> Survey {
    let mut base = effective;
    base.statements.retain(|statement| statement.block != Block::Own);
    base
}

async fn read(service: &Service, id: AgreementId) -> Result<(Agreement, Option<Survey>), AppError> {
    let found = service
        .store
        .read("read an agreement", move |connection| {
            let survey = survey::find_in_force(connection, id)?.map(|version| version.survey);
            Ok((agreement::get(connection, id)?, survey))
        })
        .await?;
    Ok(found)
}

/// Takes people as a file has them: those that it names are added or changed, everybody else stays. A seat that the file
/// gives to somebody else passes on. A dry run says what would happen.
///
/// Errors: a refusal when the agreement has no survey.
pub async fn put_people(
    service: &Service,
    id: AgreementId,
    people: Vec<Person>,
    (who, dry_run): (Who, bool),
    now: DateTime<Utc>,
) -> Result<Imported, AppError> {
    let (mut cast, survey) = read(service, id).await?;
    let survey = survey.ok_or_else(|| AppError::Refused("the agreement has no survey yet".to_owned()))?;
    let taken: Vec<String> = people.iter().filter_map(|person| person.seat.clone()).collect();
    let is_replaced = |old: &Person| {
        people.iter().any(|new| new.mail == old.mail)
            || old.seat.as_ref().is_some_and(|seat| taken.contains(seat))
    };
    let stays = |old: &Person| old.facilitator || old.steering || old.contact;
    let mut kept = Vec::new();
    for old in std::mem::take(&mut cast.people) {
        if !is_replaced(&old) {
            kept.push(old);
        } else if stays(&old) && !people.iter().any(|new| new.mail == old.mail) {
            // Who loses the seat keeps what else the agreement gives them.
            kept.push(Person { seat: None, ..old });
        }
    }
    kept.extend(people);
    cast.people = kept;
    let slug = cast.id.clone();
    let imported = import(service, cast, base_of(survey), dry_run, now).await?;
    if !dry_run && imported.is_change() {
        let n = imported.changes.len().to_string();
        service
            .store
            .write("log a change of people", move |connection| {
                let log = Log { who, agreement: &slug, what: "people.changed", about: "", detail: &n };
                audit::append(connection, &log, now)
            })
            .await?;
    }
    Ok(imported)
}

/// A partner's word on attributed answers, or taking it back. Taking back while answers are attributed makes the rounds
/// to come confidential: that needs no second person, since it only shows less.
pub async fn consent(
    service: &Service,
    id: AgreementId,
    (partner, on): (String, Option<NaiveDate>),
    who: Who,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let is_taken_back = on.is_none();
    let mode = service
        .store
        .write("note a consent", move |connection| {
            let cast = agreement::get(connection, id)?;
            if let Some(found) = cast.partners.iter().find(|one| one.id == partner) {
                let changed =
                    crate::domain::agreement::Partner { consent_attributed_on: on, ..found.clone() };
                agreement::put_partner(connection, id, &changed)?;
                let what = if on.is_some() { "consent.given" } else { "consent.taken-back" };
                let about = format!("partner {}", found.id);
                audit::append(
                    connection,
                    &Log { who, agreement: &cast.id, what, about: &about, detail: "" },
                    now,
                )?;
            }
            Ok(survey::find_in_force(connection, id)?.map(|version| version.survey.confidentiality))
        })
        .await?;
    if let Some(held) = mode.filter(|held| is_taken_back && held.mode == Mode::Attributed) {
        let wanted = Wanted { mode: Mode::Confidential, threshold: held.threshold };
        put_confidentiality(service, id, wanted, now).await?;
    }
    Ok(())
}

/// Who sees what, as it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// Confidential or attributed.
    pub mode: Mode,
    /// From how many answers.
    pub threshold: u32,
}

async fn put_confidentiality(
    service: &Service,
    id: AgreementId,
    wanted: Wanted,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    service
        .store
        .write("change who sees what", move |connection| {
            agreement::put_confidentiality(connection, id, wanted.mode, wanted.threshold)
        })
        .await?;
    let (cast, survey) = read(service, id).await?;
    if let Some(survey) = survey {
        // The survey in force is made anew with it; rounds that are open keep what they promised.
        import(service, cast, base_of(survey), false, now).await?;
    }
    Ok(())
}

/// Asks for another mode or threshold. Somebody else has to agree.
///
/// Errors: a refusal for a threshold outside its bounds, or an attributed mode without every partner's consent.
pub async fn ask_confidentiality(
    service: &Service,
    id: AgreementId,
    (wanted, why): (Wanted, String),
    by: Option<AccountId>,
    now: DateTime<Utc>,
) -> Result<ApprovalId, AppError> {
    check_wanted(service, id, wanted).await?;
    let json = serde_json::to_string(&wanted).unwrap_or_default();
    ask(service, id, (ApprovalKind::Confidentiality, json, why), by, now).await
}

async fn check_wanted(service: &Service, id: AgreementId, wanted: Wanted) -> Result<(), AppError> {
    if !THRESHOLDS.contains(&wanted.threshold) {
        return Err(AppError::Refused("the threshold lies between 3 and 10".to_owned()));
    }
    let (cast, _) = read(service, id).await?;
    let without: Vec<&str> = cast
        .partners
        .iter()
        .filter(|partner| partner.left_on.is_none() && partner.consent_attributed_on.is_none())
        .map(|partner| partner.name.as_str())
        .collect();
    if wanted.mode == Mode::Attributed && !without.is_empty() {
        let names = without.join(", ");
        return Err(AppError::Refused(format!(
            "attributed answers need every partner's consent: missing of {names}"
        )));
    }
    Ok(())
}

/// Asks to remove an agreement with everything in it. Somebody else has to agree.
pub async fn ask_deletion(
    service: &Service,
    id: AgreementId,
    why: String,
    by: Option<AccountId>,
    now: DateTime<Utc>,
) -> Result<ApprovalId, AppError> {
    ask(service, id, (ApprovalKind::Deletion, String::new(), why), by, now).await
}

async fn ask(
    service: &Service,
    id: AgreementId,
    (kind, wanted, why): (ApprovalKind, String, String),
    by: Option<AccountId>,
    now: DateTime<Utc>,
) -> Result<ApprovalId, AppError> {
    let number = service
        .store
        .write("ask for a second pair of eyes", move |connection| {
            let number = approval::ask(connection, id, (kind, &wanted, &why), by, now)?;
            let who = by.map_or(Who::Command, Who::Account);
            log(connection, id, (who, "approval.asked", number, kind.code()), now)?;
            Ok(number)
        })
        .await?;
    Ok(number)
}

fn log(
    connection: &Connection,
    id: AgreementId,
    (who, what, number, detail): (Who, &str, ApprovalId, &str),
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let slug = agreement::get(connection, id)?.id;
    let about = format!("approval {number}");
    audit::append(connection, &Log { who, agreement: &slug, what, about: &about, detail }, now)
}

/// What became of a second person's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// It is settled; what was approved is done.
    Done(ApprovalKind),
    /// The agreement has no such change, or it is settled already.
    NotFound,
    /// Whoever asked cannot approve it.
    OwnWish,
    /// It can no longer be done; the sentence says why.
    Refused(String),
}

/// A second person approves or refuses what was asked for. Whoever asked may only take it back.
pub async fn settle(
    service: &Service,
    id: AgreementId,
    number: ApprovalId,
    is_approved: bool,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<Settled, AppError> {
    let found = service
        .store
        .read("find an approval", move |connection| approval::find(connection, id, number))
        .await?;
    let Some(found) = found.filter(|found| found.is_waiting) else { return Ok(Settled::NotFound) };
    if is_approved && found.asked_by == Some(by) {
        return Ok(Settled::OwnWish);
    }
    let wanted: Option<Wanted> = serde_json::from_str(&found.wanted).ok();
    if let (true, Some(wanted)) = (is_approved, wanted)
        && let Err(AppError::Refused(sentence)) = check_wanted(service, id, wanted).await
    {
        return Ok(Settled::Refused(sentence));
    }
    let kind = found.kind;
    let is_deleted = is_approved && kind == ApprovalKind::Deletion;
    let done = service
        .store
        .write("settle an approval", move |connection| {
            if !approval::settle(connection, number, is_approved, Some(by), now)? {
                return Ok(false);
            }
            let what = if is_approved { "approval.approved" } else { "approval.refused" };
            log(connection, id, (Who::Account(by), what, number, kind.code()), now)?;
            if is_deleted {
                erase::agreement(connection, id)?;
            }
            Ok(true)
        })
        .await?;
    if !done {
        return Ok(Settled::NotFound);
    }
    if let (true, Some(wanted)) = (is_approved, wanted) {
        put_confidentiality(service, id, wanted, now).await?;
    }
    Ok(Settled::Done(kind))
}

/// What was asked for, newest first.
pub async fn list(service: &Service, id: AgreementId) -> Result<Vec<Approval>, AppError> {
    Ok(service.store.read("list approvals", move |connection| approval::list(connection, id)).await?)
}
