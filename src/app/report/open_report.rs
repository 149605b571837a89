//! A released report is opened: its files, the key of a link that was given out, and the copies on disk.

use crate::app::report::release_report::Refusal;
use crate::app::report::render_report::{PAGE, folder, list_files, write};
use crate::app::{AppError, Service};
use crate::domain::audit::Act;
use crate::domain::ids::AgreementId;
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::domain::period::Period;
use crate::store::audit::{self, Who};
use crate::store::report::FilePlace;
use crate::store::{agreement, report};
use chrono::{DateTime, Utc};

/// Writes the copies of released versions that are missing on disk: after a crash, or on a restored installation.
pub async fn keep_copies(service: &Service) -> Result<(), AppError> {
    let all = service
        .store
        .read("list released reports", |connection| {
            let mut all = Vec::new();
            for (id, slug) in agreement::list(connection)? {
                let released =
                    report::list(connection, id)?.into_iter().filter(|one| one.released_at.is_some());
                all.extend(released.map(|one| (id, slug.clone(), one)));
            }
            Ok(all)
        })
        .await?;
    for (id, slug, one) in all {
        let Ok(period) = one.period.parse::<Period>() else { continue };
        for language in Language::ALL {
            let folder = folder(service, &slug, period, one.number, language);
            if !folder.join(PAGE).exists() {
                let files = list_files(service, id, period, one.number, language).await?;
                write(&folder, &files)?;
            }
        }
    }
    Ok(())
}

/// A released version's file, or `None`. Without a number: of the newest version.
pub async fn find_file(
    service: &Service,
    id: AgreementId,
    period: Period,
    number: Option<u32>,
    language: Language,
    name: &str,
) -> Result<Option<Vec<u8>>, AppError> {
    let wanted = name.to_owned();
    let found = service
        .store
        .read("read a report's file", move |connection| {
            let period = period.to_string();
            let number = match number {
                Some(number) => Some(number),
                None => report::list_of(connection, id, &period)?
                    .iter()
                    .rfind(|one| one.released_at.is_some())
                    .map(|one| one.number),
            };
            let Some(number) = number else { return Ok(None) };
            let place = FilePlace { agreement: id, period: &period, number, language };
            report::find_file(connection, place, &wanted)
        })
        .await?;
    Ok(found)
}

/// Whether a key opens a report that was released.
pub async fn is_key_good(
    service: &Service,
    id: AgreementId,
    period: Period,
    key: &Token,
) -> Result<bool, AppError> {
    let name = period.to_string();
    let wanted = name.clone();
    let generation = service
        .store
        .read("find the report", move |connection| report::find_generation(connection, id, &wanted))
        .await?;
    // Both sides are hashed before they are compared, so that timing tells nothing about either.
    Ok(generation
        .is_some_and(|generation| service.key.report_token(id, &name, generation).digest() == key.digest()))
}

/// Kills every link to a report that was given out.
pub async fn revoke(
    service: &Service,
    id: AgreementId,
    period: Period,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let name = period.to_string();
    let done = service
        .store
        .write("revoke report links", move |connection| {
            let done = report::revoke_keys(connection, id, &name)?;
            if done {
                let about = format!("report {name}");
                audit::note(connection, id, who, Act::ReportLinksRevoked, &about, now)?;
            }
            Ok(done)
        })
        .await?;
    if done { Ok(()) } else { Err(Refusal::NotReleased { period }.into()) }
}
