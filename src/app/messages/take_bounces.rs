//! Mail that came back: the report names our message by its return address, and the person's mail stops when the address
//! is no good. Read from a Maildir, or from a mail server's pipe.

#![expect(clippy::disallowed_methods, reason = "a Maildir is a folder")]

use std::path::Path;

use chrono::{DateTime, Utc};
use strum::IntoStaticStr;

use crate::app::{AppError, Service};
use crate::delivery::bounce_report::{self, BounceReport};
use crate::domain::audit::Act;
use crate::domain::ids::MessageId;
use crate::store::audit::{self, Log, Who};
use crate::store::outbox::Recipient;
use crate::store::{agreement, bounce, outbox};

/// What a message that came in was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Taken {
    /// No report of ours: an automatic reply, or anything else.
    NotOurs,
    /// A report that says nothing lasting: the mail server tries by itself.
    Passing,
    /// The address is no good; its mail stops.
    Stopped,
}

fn find_message(service: &Service, report: &BounceReport) -> Option<MessageId> {
    let bounces = service.config.mail.bounces.as_ref()?;
    report.sent_to.iter().find_map(|address| bounces.find_message(&service.key, address))
}

/// Takes one message that came in.
pub async fn take(service: &Service, raw: &[u8], now: DateTime<Utc>) -> Result<Taken, AppError> {
    let Some(report) = bounce_report::parse(raw) else { return Ok(Taken::NotOurs) };
    let Some(id) = find_message(service, &report) else { return Ok(Taken::NotOurs) };
    let Some(status) = report.permanent().map(str::to_owned) else { return Ok(Taken::Passing) };
    let taken = service
        .store
        .write("take a bounce", move |connection| {
            let Some(message) = outbox::find(connection, id)? else { return Ok(Taken::NotOurs) };
            let Recipient::Person(person) = message.recipient else { return Ok(Taken::Passing) };
            if bounce::mark(connection, person, &status, now)? {
                let slug = message.agreement.map(|id| agreement::outline(connection, id)).transpose()?;
                let slug = slug.map_or_else(String::new, |found| found.slug);
                let about = format!("person {person}");
                let what = Act::BounceNoted;
                let log = Log { who: Who::Service, agreement: &slug, what, about: &about, detail: &status };
                audit::append(connection, &log, now)?;
            }
            Ok(Taken::Stopped)
        })
        .await?;
    Ok(taken)
}

/// Takes everything that is new in a Maildir; what was taken moves to `cur`. How many stopped an address.
///
/// Errors: those of the store. A folder that is not there is told in the log, once a look.
pub async fn take_maildir(service: &Service, maildir: &Path, now: DateTime<Utc>) -> Result<usize, AppError> {
    let failed = |source| AppError::File { path: maildir.to_owned(), source };
    let mut paths: Vec<_> = std::fs::read_dir(maildir.join("new"))
        .map_err(failed)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort();
    let mut n = 0;
    for path in paths {
        let raw = std::fs::read(&path).map_err(failed)?;
        n += usize::from(take(service, &raw, now).await? == Taken::Stopped);
        if let Some(name) = path.file_name() {
            let seen = format!("{}:2,S", name.to_string_lossy());
            std::fs::create_dir_all(maildir.join("cur")).map_err(failed)?;
            std::fs::rename(&path, maildir.join("cur").join(seen)).map_err(failed)?;
        }
    }
    Ok(n)
}
