//! The audit log: its newest entries, whether its chain holds, and all of it as a file.

use chrono::DateTime;
use maud::{Markup, html};

use crate::domain::audit::Entry;
use crate::report::forms::table::safe;
use crate::store::audit::{self, Verified};
use crate::web::desk::shell::{download, page, table};
use crate::web::desk::visit::Visit;
use crate::web::layout::in_language;
use crate::web::problem::Problem;
use crate::web::{Answer, Site};
use crate::words::{Phrase, Word, tr};

/// Entries on the page.
const N_SHOWN: usize = 100;

fn at(entry: &Entry) -> String {
    DateTime::from_timestamp(entry.at, 0)
        .map_or_else(String::new, |at| at.format("%Y-%m-%d %H:%M UTC").to_string())
}

/// `GET /operator/audit`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let key = site.service.key.clone();
    let (all, verified) = site
        .service
        .store
        .read("read the audit log", move |c| Ok((audit::list(c)?, audit::verify(c, &key)?)))
        .await?;
    let title = visit.t(Word::AuditTitle);
    let told = match verified {
        Verified::Holds(n, _) => tr(visit.language, Phrase::AuditHolds { n: n.into() }),
        Verified::BrokenAt(id) => tr(visit.language, Phrase::AuditBroken { id: id.into() }),
        Verified::BadAnchor => visit.t(Word::AuditBadAnchor),
    };
    let rows: Vec<Vec<Markup>> = all
        .iter()
        .rev()
        .take(N_SHOWN)
        .map(|(id, entry, _)| {
            vec![
                html! { (id) },
                html! { (at(entry)) },
                html! { (entry.who) },
                html! { (entry.agreement) },
                html! { (entry.what) },
                html! { (entry.about) " " (entry.detail) },
            ]
        })
        .collect();
    let content = html! {
        h1 { (title) }
        p { (told) }
        p { a href=(in_language("/operator/audit.csv", visit.language)) { (visit.t(Word::AuditExport)) } }
        (table(visit, &visit.t(Word::AuditCaption), &[Word::AuditNumber, Word::AuditAt, Word::AuditWho, Word::AuditAgreement, Word::AuditWhat, Word::AuditAbout], &rows))
    };
    Ok(page(site, visit, &title, content))
}

/// `GET /operator/audit.csv`.
pub async fn export(_: &Visit, site: &Site) -> Answer {
    let all = site.service.store.read("export the audit log", audit::list).await?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = |writer: &mut csv::Writer<Vec<u8>>| -> csv::Result<()> {
        writer.write_record(["id", "at", "who", "agreement", "what", "about", "detail", "digest"])?;
        for (id, entry, digest) in &all {
            let (id, at) = (id.to_string(), entry.at.to_string());
            let fields = [
                &id,
                &at,
                &entry.who,
                &entry.agreement,
                &entry.what,
                &entry.about,
                &safe(&entry.detail),
                digest,
            ];
            writer.write_record(fields)?;
        }
        Ok(())
    };
    written(&mut writer).map_err(|_| Problem::Broken)?;
    let bytes = writer.into_inner().map_err(|_| Problem::Broken)?;
    Ok(download("text/csv; charset=utf-8", "polsslag-audit.csv", bytes))
}
