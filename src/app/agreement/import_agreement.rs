//! An agreement file comes in: idempotent, nothing deleted, nothing done on a dry run.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;
use serde::Serialize;

use crate::app::agreement::base_survey::{fits, keep_edition};
use crate::app::people::pass_seat::pass_on;
use crate::app::{AppError, Service, local_day};
use crate::domain::agreement::{Agreement, Change, KeptBecause, Partner, Thing, plan_import};
use crate::domain::audit::Act;
use crate::domain::confidentiality::Mode;
use crate::domain::hand_over::{Followed, follow};
use crate::domain::ids::AgreementId;
use crate::domain::key::Key;
use crate::domain::round::RoundState;
use crate::domain::survey::MIN_PARTNERS_FOR_HOW_MANY;
use crate::domain::survey::Survey;
use crate::store::audit::{self, Log, Who};
use crate::store::{agreement, erased, hand_over, round, survey};

/// What an import did, or would do.
#[derive(Debug, Clone, Serialize)]
pub struct Imported {
    /// Short name.
    pub agreement: String,
    /// Whether it was only tried out.
    pub dry_run: bool,
    /// Differences, in the order of the file.
    pub changes: Vec<Change>,
    /// The survey version in force.
    pub survey_version: Option<i64>,
    /// Whether that version is new.
    pub is_new_survey_version: bool,
    /// Links that died because a seat passed to somebody else.
    pub n_withdrawn: usize,
    /// Sheets of predecessors that are discarded with their links. Told nobody: it would say who answered.
    #[serde(skip)]
    pub n_sheets_discarded: usize,
    /// Whether it goes on asking another edition of its survey than the one that came with the program.
    pub keeps_edition: bool,
    /// Planned rounds that are planned anew with the new survey version.
    pub n_replanned: usize,
}

impl Imported {
    /// Whether anything is different from before.
    pub fn is_change(&self) -> bool {
        self.is_new_survey_version
            || self.changes.iter().any(|change| match change {
                Change::Added { .. } | Change::Changed { .. } => true,
                Change::Kept { .. } => false,
            })
    }
}

/// The survey as this agreement asks it on a day: with its own statements, mode and threshold.
pub fn effective_survey(agreement: &Agreement, survey: &Survey, today: NaiveDate) -> Survey {
    let n_partners = agreement.partners.iter().filter(|partner| !partner.has_left_before(today)).count();
    let mut effective = survey.clone().worded_for(n_partners < MIN_PARTNERS_FOR_HOW_MANY);
    effective.statements.extend(agreement.statements.iter().cloned());
    effective.confidentiality = agreement.confidentiality.apply(survey.confidentiality);
    // Attributed answers rest on every partner's consent: without one of them less is shown, not more.
    let consents =
        |partner: &Partner| partner.has_left_before(today) || partner.consent_attributed_on.is_some();
    if !agreement.partners.iter().all(consents) {
        effective.confidentiality.mode = Mode::Confidential;
    }
    effective
}

/// Imports an agreement and the survey that it names; one that asks an earlier edition of the shipped survey keeps it.
///
/// Errors: a refusal when a statement of the agreement's own cannot be asked with that edition.
pub async fn import(
    service: &Service,
    file: Agreement,
    base_survey: Survey,
    dry_run: bool,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Imported, AppError> {
    let key = service.key.clone();
    let imported = service
        .store
        .write_or_refuse("import the agreement", move |connection| {
            let (base_survey, keeps_edition) = keep_edition(connection, &file.id, base_survey)?;
            fits(&base_survey, &file)?;
            let imported = run(connection, &key, &file, Origin::File, &base_survey, dry_run, now)?;
            if imported.is_change() && !dry_run {
                let log =
                    Log { who, agreement: &file.id, what: Act::AgreementImported, about: "", detail: "" };
                audit::append(connection, &log, now)?;
            }
            Ok(Imported { keeps_edition, ..imported })
        })
        .await??;
    service.outbox_bell.notify_waiters();
    Ok(imported)
}

/// Where an agreement comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Origin {
    /// A file, which may be older than what people did since.
    File,
    /// What is stored, with a change made on a screen.
    Screen,
}

/// The same inside a transaction.
pub(in crate::app) fn run(
    connection: &Connection,
    key: &Key,
    file: &Agreement,
    origin: Origin,
    base_survey: &Survey,
    dry_run: bool,
    now: DateTime<Utc>,
) -> rusqlite::Result<Imported> {
    let id = agreement::find_id(connection, &file.id)?;
    let stored = id.map(|id| agreement::get(connection, id)).transpose()?;
    // A file that is older than a hand-over does not undo it.
    let followed = match (id, &stored) {
        (Some(id), Some(stored)) if origin == Origin::File => {
            follow(file, stored, &hand_over::list_done(connection, id)?, &|mail| key.address_digest(mail))
        }
        _ => Followed { file: file.clone(), kept: Vec::new(), known: Vec::new() },
    };
    if let (Some(id), false) = (id, dry_run) {
        for seat in &followed.known {
            hand_over::mark_followed(connection, id, seat)?;
        }
    }
    let (followed, erased) = match id {
        Some(id) => without_erased(connection, key, id, followed)?,
        None => (followed, Vec::new()),
    };
    let (mut changes, merged) = plan_import(stored.as_ref(), &followed.file);
    changes.extend(followed.kept);
    changes.extend(erased);
    let effective = effective_survey(&merged, base_survey, local_day(now, &merged.time_zone));
    let known = id.map(|id| survey::find(connection, id, &effective)).transpose()?.flatten();
    let in_force = id.map(|id| survey::find_in_force(connection, id)).transpose()?.flatten();
    let mut imported = Imported {
        agreement: file.id.clone(),
        dry_run,
        changes,
        survey_version: known.as_ref().map(|version| version.version),
        keeps_edition: false,
        is_new_survey_version: known.as_ref().map(|version| version.id)
            != in_force.as_ref().map(|version| version.id)
            || known.is_none(),
        n_withdrawn: 0,
        n_sheets_discarded: 0,
        n_replanned: 0,
    };
    if !imported.is_change() {
        return Ok(imported);
    }
    // A dry run does it all and takes it back, so that it says what would really happen.
    crate::store::try_out(connection, dry_run, || {
        carry_out(connection, key, &merged, &effective, &mut imported, now)
    })?;
    Ok(imported)
}

/// The file without people who were erased at their wish.
fn without_erased(
    connection: &Connection,
    key: &Key,
    id: AgreementId,
    mut followed: Followed,
) -> rusqlite::Result<(Followed, Vec<Change>)> {
    let mut kept = Vec::new();
    let mut gone = Vec::new();
    for person in std::mem::take(&mut followed.file.people) {
        if erased::is_there(connection, id, &key.address_digest(&person.mail))? {
            let id = person.seat.clone().unwrap_or_default();
            gone.push(Change::Kept { kind: Thing::Erased, id, how_to_end: KeptBecause::Erased });
        } else {
            kept.push(person);
        }
    }
    followed.file.people = kept;
    Ok((followed, gone))
}

fn carry_out(
    connection: &Connection,
    key: &Key,
    merged: &Agreement,
    effective: &Survey,
    imported: &mut Imported,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let (id, passed_on) = agreement::put(connection, merged, key)?;
    let (version, _) = survey::insert(connection, id, effective)?;
    imported.survey_version = Some(version.version);
    if imported.is_new_survey_version {
        survey::put_in_force(connection, id, version.id)?;
        agreement::set_plan_from(connection, id, now)?;
    }
    for planned in round::list(connection, id)? {
        // One whose hour has come opens as it was planned, when the service next looks.
        let is_due = planned.plan.opens_at <= now;
        if planned.state == RoundState::Planned && planned.survey_version != version.id && !is_due {
            round::delete_planned(connection, planned.id)?;
            imported.n_replanned += 1;
        }
    }
    for seat in passed_on {
        let passed = pass_on(connection, key, id, seat, now)?;
        imported.n_withdrawn += passed.n_withdrawn;
        imported.n_sheets_discarded += passed.n_sheets_discarded;
    }
    Ok(())
}
