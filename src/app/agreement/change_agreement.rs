//! What operators and contacts change about an agreement from a screen: people, consent, and with four eyes who sees what,
//! or that it all goes.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::app::agreement::base_survey::base_of;
use crate::app::agreement::import_agreement::{self, Imported, Origin};
use crate::app::report::render_report::remove_copies;
use crate::app::{AppError, Service, local_day};
use crate::domain::agreement::{Agreement, Person};
use crate::domain::audit::Act;
use crate::domain::confidentiality::{Mode, THRESHOLDS};
use crate::domain::hand_over::HandOverState;
use crate::domain::ids::{AccountId, AgreementId, ApprovalId};
use crate::domain::key::Key;
use crate::domain::survey::Survey;
use crate::store::account::Account;
use crate::store::approval::{self, Approval, ApprovalKind};
use crate::store::audit::{self, Log, Who};
use crate::store::hand_over::{self, NewHandOver};
use crate::store::{JobError, agreement, erase, survey};
use crate::words::{Phrase, Word};

/// Why people or confidentiality stay as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The agreement has no survey yet.
    NoSurvey,
    /// Nobody gives themselves a part that reads signals.
    OwnPart,
    /// The threshold lies outside its bounds.
    Threshold,
    /// Attributed answers need the consent of every partner.
    ConsentMissing {
        /// Who did not consent.
        partners: Vec<String>,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::NoSurvey => Word::RefusalNoSurvey.into(),
            Refusal::OwnPart => Word::RefusalOwnPart.into(),
            Refusal::Threshold => Word::RefusalThreshold.into(),
            Refusal::ConsentMissing { partners } => {
                Phrase::RefusalConsentMissing { partners: partners.join(", ").into() }
            }
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        false
    }
}

fn read(connection: &Connection, id: AgreementId) -> rusqlite::Result<(Agreement, Option<Survey>)> {
    let survey = survey::find_in_force(connection, id)?.map(|version| version.survey);
    Ok((agreement::get(connection, id)?, survey))
}

/// Takes people as a file has them: those that it names are added or changed, everybody else stays. A seat that the file
/// gives to somebody else passes on, and an older agreement file does not undo that. A dry run says what would happen.
///
/// Errors: a refusal when the agreement has no survey, or when whoever acts would give themselves a part that reads
/// signals and readings.
pub async fn put_people(
    service: &Service,
    id: AgreementId,
    people: Vec<Person>,
    by: &Account,
    dry_run: bool,
    now: DateTime<Utc>,
) -> Result<Imported, AppError> {
    let (key, by) = (service.key.clone(), by.clone());
    let done = service
        .store
        .write_or_refuse("change people", move |connection| {
            let (cast, survey) = read(connection, id)?;
            let survey = survey.ok_or(JobError::Refused(Refusal::NoSurvey))?;
            let knows = |person: &Person| cast.people.iter().any(|old| old == person);
            let reads = |person: &Person| person.facilitator || person.steering;
            if people.iter().any(|person| person.mail == by.mail && reads(person) && !knows(person)) {
                return Err(JobError::Refused(Refusal::OwnPart));
            }
            let after = with_people(cast.clone(), people);
            let imported = import_agreement::run(
                connection,
                &key,
                &after,
                Origin::Screen,
                &base_of(survey),
                dry_run,
                now,
            )?;
            if !dry_run && imported.is_change() {
                note_passed_seats(connection, &key, id, &cast, &after, now)?;
                log_parts(connection, id, Who::Account(by.id), &cast, &after, now)?;
            }
            Ok(imported)
        })
        .await;
    service.outbox_bell.notify_waiters();
    Ok(done??)
}

/// The agreement with people added or changed.
fn with_people(mut cast: Agreement, people: Vec<Person>) -> Agreement {
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
    cast
}

/// Seats that passed to somebody else, so that a file from before does not give them back.
fn note_passed_seats(
    connection: &Connection,
    key: &Key,
    id: AgreementId,
    before: &Agreement,
    after: &Agreement,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    for newcomer in after.people.iter().filter(|person| person.seat.is_some()) {
        let held = before.people.iter().find(|old| old.seat == newcomer.seat && old.mail != newcomer.mail);
        let (Some(old), Some(slug)) = (held, &newcomer.seat) else { continue };
        let from = agreement::find_person(connection, id, &old.mail)?;
        let seat = agreement::find_seat(connection, id, slug)?;
        let (Some(from), Some(seat)) = (from, seat) else { continue };
        let new = NewHandOver {
            agreement: id,
            seat,
            from,
            from_mail: &old.mail,
            name: &newcomer.name,
            mail: &newcomer.mail,
            language: newcomer.language,
        };
        let passed = hand_over::insert(connection, key, &new, now)?;
        let to = agreement::find_person(connection, id, &newcomer.mail)?;
        hand_over::settle(connection, passed, HandOverState::Done, to, now)?;
    }
    Ok(())
}

/// Who was given or lost a part that reads more than others, by their rows.
fn log_parts(
    connection: &Connection,
    id: AgreementId,
    who: Who,
    before: &Agreement,
    after: &Agreement,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let parts = |person: &Person| {
        let all = [
            (person.facilitator, "facilitator"),
            (person.steering, "steering"),
            (person.chair, "chair"),
            (person.contact, "contact"),
        ];
        all.into_iter().filter(|(is, _)| *is).map(|(_, part)| part).collect::<Vec<_>>().join(" ")
    };
    audit::note(connection, id, who, Act::PeopleChanged, "", now)?;
    for person in &after.people {
        let had = before.people.iter().find(|old| old.mail == person.mail).map(parts).unwrap_or_default();
        if had != parts(person) {
            let row = agreement::find_person(connection, id, &person.mail)?;
            let about = row.map_or_else(String::new, |row| format!("person {row}"));
            let detail = parts(person);
            let log =
                Log { who, agreement: &after.id, what: Act::PersonParts, about: &about, detail: &detail };
            audit::append(connection, &log, now)?;
        }
    }
    Ok(())
}

/// A partner's word on attributed answers, or taking it back. Taking back while answers are attributed makes the rounds
/// to come confidential: that needs no second person, since it only shows less.
pub async fn consent(
    service: &Service,
    id: AgreementId,
    partner: String,
    on: Option<NaiveDate>,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let key = service.key.clone();
    service
        .store
        .write("note a consent", move |connection| {
            let (cast, survey) = read(connection, id)?;
            let today = crate::app::local_day(now, &cast.time_zone);
            if !agreement::put_consent(connection, id, &partner, on, today)? {
                return Ok(());
            }
            let what = if on.is_some() { Act::ConsentGiven } else { Act::ConsentTakenBack };
            let about = format!("partner {partner}");
            audit::note(connection, id, who, what, &about, now)?;
            let held = survey.map(|survey| survey.confidentiality);
            match held.filter(|held| on.is_none() && held.mode == Mode::Attributed) {
                None => Ok(()),
                Some(held) => {
                    let wanted = Wanted { mode: Mode::Confidential, threshold: held.threshold };
                    put_confidentiality(connection, &key, id, wanted, now)
                }
            }
        })
        .await?;
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

/// Makes the survey in force anew with another mode and threshold; rounds that are open keep what they promised.
fn put_confidentiality(
    connection: &Connection,
    key: &Key,
    id: AgreementId,
    wanted: Wanted,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    agreement::put_confidentiality(connection, id, wanted.mode, wanted.threshold)?;
    let (cast, survey) = read(connection, id)?;
    if let Some(survey) = survey {
        import_agreement::run(connection, key, &cast, Origin::Screen, &base_of(survey), false, now)?;
    }
    Ok(())
}

/// Asks for another mode or threshold. Somebody else has to agree.
///
/// Errors: a refusal for a threshold outside its bounds, or an attributed mode without every partner's consent.
pub async fn ask_confidentiality(
    service: &Service,
    id: AgreementId,
    wanted: Wanted,
    why: String,
    by: Option<AccountId>,
    now: DateTime<Utc>,
) -> Result<ApprovalId, AppError> {
    let checked = service
        .store
        .read("check what is wanted", move |connection| check_wanted(connection, id, wanted, now));
    checked.await??;
    let json = serde_json::to_string(&wanted).unwrap_or_default();
    ask(service, id, ApprovalKind::Confidentiality, json, why, by, now).await
}

/// Whether it may be wanted.
fn check_wanted(
    connection: &Connection,
    id: AgreementId,
    wanted: Wanted,
    now: DateTime<Utc>,
) -> rusqlite::Result<Result<(), Refusal>> {
    if !THRESHOLDS.contains(&wanted.threshold) {
        return Ok(Err(Refusal::Threshold));
    }
    let cast = agreement::get(connection, id)?;
    let today = local_day(now, &cast.time_zone);
    let without: Vec<String> = cast
        .partners
        .iter()
        .filter(|partner| !partner.has_left_before(today) && partner.consent_attributed_on.is_none())
        .map(|partner| partner.name.clone())
        .collect();
    if wanted.mode == Mode::Attributed && !without.is_empty() {
        return Ok(Err(Refusal::ConsentMissing { partners: without }));
    }
    Ok(Ok(()))
}

/// Asks to remove an agreement with everything in it. Somebody else has to agree.
pub async fn ask_deletion(
    service: &Service,
    id: AgreementId,
    why: String,
    by: Option<AccountId>,
    now: DateTime<Utc>,
) -> Result<ApprovalId, AppError> {
    ask(service, id, ApprovalKind::Deletion, String::new(), why, by, now).await
}

async fn ask(
    service: &Service,
    id: AgreementId,
    kind: ApprovalKind,
    wanted: String,
    why: String,
    by: Option<AccountId>,
    now: DateTime<Utc>,
) -> Result<ApprovalId, AppError> {
    let number = service
        .store
        .write("ask for a second pair of eyes", move |connection| {
            let number = approval::ask(connection, id, kind, &wanted, &why, by, now)?;
            let who = by.map_or(Who::Command, Who::Account);
            log(connection, id, who, Act::ApprovalAsked, number, kind.code(), now)?;
            Ok(number)
        })
        .await?;
    Ok(number)
}

fn log(
    connection: &Connection,
    id: AgreementId,
    who: Who,
    what: Act,
    number: ApprovalId,
    detail: &str,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let slug = agreement::outline(connection, id)?.slug;
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
    /// It can no longer be done.
    Refused(Refusal),
}

/// A second person approves or refuses what was asked for; what is approved is done with it. Whoever asked may only take
/// it back.
pub async fn settle(
    service: &Service,
    id: AgreementId,
    number: ApprovalId,
    is_approved: bool,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<Settled, AppError> {
    let slug = service
        .store
        .read("read an agreement", move |connection| Ok(agreement::outline(connection, id)?.slug))
        .await?;
    let key = service.key.clone();
    let settled = service
        .store
        .write("settle an approval", move |connection| {
            let found = approval::find(connection, id, number)?.filter(|found| found.is_waiting);
            let Some(found) = found else { return Ok(Settled::NotFound) };
            if is_approved && found.asked_by == Some(by) {
                return Ok(Settled::OwnWish);
            }
            let wanted: Option<Wanted> = serde_json::from_str(&found.wanted).ok().filter(|_| is_approved);
            if let Some(wanted) = wanted
                && let Err(refusal) = check_wanted(connection, id, wanted, now)?
            {
                return Ok(Settled::Refused(refusal));
            }
            approval::settle(connection, number, is_approved, Some(by), now)?;
            let what = if is_approved { Act::ApprovalApproved } else { Act::ApprovalRefused };
            log(connection, id, Who::Account(by), what, number, found.kind.code(), now)?;
            if let Some(wanted) = wanted {
                put_confidentiality(connection, &key, id, wanted, now)?;
            }
            if is_approved && found.kind == ApprovalKind::Deletion {
                erase::agreement(connection, id)?;
            }
            Ok(Settled::Done(found.kind))
        })
        .await?;
    if is_approved
        && settled == Settled::Done(ApprovalKind::Deletion)
        && let Err(error) = remove_copies(service, &slug)
    {
        tracing::error!(agreement = slug, %error, "copies of its reports could not be removed: remove the folder");
    }
    Ok(settled)
}

/// What was asked for, newest first.
pub async fn list(service: &Service, id: AgreementId) -> Result<Vec<Approval>, AppError> {
    Ok(service.store.read("list approvals", move |connection| approval::list(connection, id)).await?)
}
