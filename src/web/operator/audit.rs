//! The audit log: its newest entries, whether its chain holds, and all of it as a file.

use std::collections::BTreeMap;

use chrono::DateTime;
use maud::{Markup, html};

use crate::domain::audit::{Act, Entry};
use crate::domain::calendar::find_zone;
use crate::domain::language::{Language, Text};
use crate::report::forms::table::safe;
use crate::store::audit::{self, Verified};
use crate::store::{account, agreement};
use crate::web::desk::shell::{download, page, table};
use crate::web::desk::visit::Visit;
use crate::web::layout::in_language;
use crate::web::problem::Problem;
use crate::web::{Answer, Site};
use crate::words::{self, Phrase, Word, day, tr};

/// Zone of what belongs to no agreement. Source: product decision; the program speaks Dutch first.
const HOME: &str = "Europe/Amsterdam";
/// Entries on the page.
const N_SHOWN: u32 = 100;

/// What the page needs beside the entries to tell them in words.
struct Names {
    accounts: BTreeMap<i64, String>,
    agreements: BTreeMap<String, (Text, String)>,
}

/// When, where it happened; the installation's own acts as the Netherlands' clocks had it.
fn at(entry: &Entry, names: &Names, language: Language) -> String {
    let zone = names.agreements.get(&entry.agreement).map_or(HOME, |(_, zone)| zone);
    let local = DateTime::from_timestamp(entry.at, 0)
        .map(|at| at.with_timezone(&find_zone(zone).unwrap_or(chrono_tz::UTC)));
    local.map_or_else(String::new, |at| format!("{}, {}", day(language, at.date_naive()), at.format("%H:%M")))
}

/// Who: a mail address that still has an account, or what kind of hand it was.
fn who(entry: &Entry, names: &Names, language: Language) -> String {
    let number = |text: &str| text.rsplit_once(' ').and_then(|(_, number)| number.parse::<i64>().ok());
    let word = match entry.who.split(' ').next().unwrap_or_default() {
        "account" => {
            let known = number(&entry.who).and_then(|id| names.accounts.get(&id));
            return known.cloned().unwrap_or_else(|| tr(language, Word::WhoAccountGone));
        }
        "command" => Word::WhoCommand,
        "program" => Word::WhoProgram,
        "link" => Word::WhoLink,
        _ => Word::WhoService,
    };
    tr(language, word)
}

/// What it was about, where a number says it: *meting 3*. The file has the rest.
fn about(entry: &Entry, language: Language) -> String {
    let Some((kind, rest)) = entry.about.split_once(' ') else { return String::new() };
    let Ok(n) = rest.split(',').next().unwrap_or_default().parse::<i64>() else { return String::new() };
    let n = n.into();
    let phrase = match kind {
        "round" => Phrase::AboutRound { n },
        "adjustment" => Phrase::AboutAdjustment { n },
        "approval" => Phrase::AboutApproval { n },
        "conversation" => Phrase::AboutConversation { n },
        "meeting" => Phrase::AboutMeeting { n },
        "request" => Phrase::AboutRequest { n },
        "message" => Phrase::AboutMessage { n },
        "link" => Phrase::AboutLink { n },
        "program" => Phrase::AboutProgram { n },
        "webhook" => Phrase::AboutWebhook { n },
        "person" => Phrase::AboutPerson { n },
        _ => return String::new(),
    };
    tr(language, phrase)
}

/// `GET /operator/audit`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let key = site.service.key.clone();
    let (all, verified, names) = site
        .service
        .store
        .read("read the audit log", move |c| {
            let agreements = agreement::list_outlines(c)?.into_iter();
            let names = Names {
                accounts: account::list_mails(c)?.into_iter().collect(),
                agreements: agreements.map(|one| (one.slug, (one.title, one.time_zone))).collect(),
            };
            Ok((audit::list_newest(c, N_SHOWN)?, audit::verify(c, &key)?, names))
        })
        .await?;
    let language = visit.language;
    let title = visit.t(Word::AuditTitle);
    let told = match verified {
        Verified::Holds(n, _) => tr(language, Phrase::AuditHolds { n: n.into() }),
        Verified::BrokenAt(id) => tr(language, Phrase::AuditBroken { id: id.into() }),
        Verified::BadAnchor => visit.t(Word::AuditBadAnchor),
    };
    let rows: Vec<Vec<Markup>> = all
        .iter()
        .map(|(id, entry)| {
            let of = names.agreements.get(&entry.agreement).map(|(title, _)| title.get(language).to_owned());
            let what = Act::find(&entry.what).map_or(Word::ActOther, words::act);
            vec![
                html! { (id) },
                html! { (at(entry, &names, language)) },
                html! { (who(entry, &names, language)) },
                html! { (of.unwrap_or_default()) },
                html! { (visit.t(what)) },
                html! { (about(entry, language)) },
            ]
        })
        .collect();
    let heads = [
        Word::AuditNumber,
        Word::AuditAt,
        Word::AuditWho,
        Word::AuditAgreement,
        Word::AuditWhat,
        Word::AuditAbout,
    ];
    let content = html! {
        h1 { (title) }
        p { (told) }
        p { a href=(in_language("/operator/audit.csv", language)) { (visit.t(Word::AuditExport)) } }
        (table(visit, &visit.t(Word::AuditCaption), &heads, &rows))
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
