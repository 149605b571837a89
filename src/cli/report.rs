//! `polsslag report`: a report's forms into a folder; or its draft, its release, a correction, and its links.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::Args;
use serde::Serialize;

use super::{Failure, Format, Outcome, Place, print_json};
use crate::app::messages::compose_message::report_url;
use crate::app::report::open_report;
use crate::app::report::{make_report, release_report, render_report};
use crate::app::signals::find_signals;
use crate::app::{Service, local_day};
use crate::domain::ids::AgreementId;
use crate::domain::language::{Language, Text};
use crate::domain::period::Period;
use crate::report::document::compose::Edition;
use crate::store::audit::Who;

#[derive(Args)]
pub(super) struct Report {
    /// Short name of the agreement
    #[arg(long)]
    agreement: String,
    /// A quarter such as 2026-Q3, or a year
    #[arg(long)]
    period: Period,
    /// Language of the files written with --out: nl or en
    #[arg(long, default_value = "nl", value_parser = super::parse_language)]
    lang: Language,
    /// Write every form here as a draft, and change nothing else
    #[arg(long, value_name = "DIR", conflicts_with_all = ["release", "revoke_links", "corrects"])]
    out: Option<PathBuf>,
    /// Release the draft that was made and looked at: its files are kept for good, the steering group gets a mail, respondents see their
    /// results
    #[arg(long, conflicts_with = "corrects")]
    release: bool,
    /// Make a draft of a correction: what it says otherwise, in Dutch
    #[arg(long, value_name = "TEXT", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    corrects: Option<String>,
    /// The same in English
    #[arg(long, value_name = "TEXT", requires = "corrects")]
    corrects_en: Option<String>,
    /// Build the released version again, and say whether every byte is the same
    #[arg(long, conflicts_with_all = ["out", "release", "corrects", "revoke_links"])]
    verify: bool,
    /// Kill every link to this report that was given out
    #[arg(long, conflicts_with_all = ["release", "corrects"])]
    revoke_links: bool,
}

#[derive(Serialize)]
struct Made {
    agreement: String,
    period: Period,
    n_rounds: usize,
    data_hash: String,
    /// `written`, `drafted` or `released`.
    state: &'static str,
    /// 0 for the first version, then corrections.
    number: u32,
    files: Vec<String>,
    link: Option<String>,
}

impl Report {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.service().await?;
        let id = service.find_agreement(&self.agreement).await?;
        let now = super::now();
        if self.revoke_links {
            open_report::revoke(&service, id, self.period, Who::Command, now).await?;
            say!("links to the report on {} no longer work", self.period);
            return Ok(());
        }
        if self.verify {
            let different = release_report::find_differences(&service, id, self.period).await?;
            if format == Format::Json {
                print_json(&different)?;
            } else {
                different.iter().for_each(|name| say!("{name} comes out otherwise"));
            }
            if different.is_empty() && format != Format::Json {
                say!("every file of the report on {} comes out as it was released", self.period);
            }
            return if different.is_empty() { Ok(()) } else { Err(Failure::Reported) };
        }
        let made = match &self.out {
            Some(folder) => self.write(&service, id, folder, now).await?,
            None => self.draft(&service, id, now).await?,
        };
        if format == Format::Json {
            return print_json(&made);
        }
        if made.n_rounds == 0 {
            eprintln!("no round was completed in {}: the report says so", made.period);
        }
        for file in &made.files {
            say!("{file}");
        }
        match (made.state, &made.link) {
            ("drafted", _) => say!("a draft is ready: look at it, then release it there or with --release"),
            (_, Some(link)) => say!("{link}"),
            _ => {}
        }
        Ok::<(), Failure>(())
    }

    /// Every form as a draft into a folder.
    async fn write(
        &self,
        service: &Service,
        id: AgreementId,
        folder: &std::path::Path,
        now: DateTime<Utc>,
    ) -> Result<Made, Failure> {
        find_signals::freeze(service, id).await?;
        let zone = service
            .store
            .read("read an agreement", move |c| Ok(crate::store::agreement::outline(c, id)?.time_zone))
            .await
            .map_err(crate::app::AppError::from)?;
        let facts = make_report::gather(service, id, self.period, local_day(now, &zone)).await?;
        let look = service.config.look_of(&self.agreement);
        let files = render_report::render(&facts, &Edition::default(), look, self.lang)?;
        render_report::write(folder, &files)?;
        Ok(Made {
            agreement: self.agreement.clone(),
            period: self.period,
            n_rounds: facts.rounds_in_period().count(),
            data_hash: facts.data_hash,
            state: "written",
            number: 0,
            files: files.iter().map(|file| folder.join(&file.name).display().to_string()).collect(),
            link: None,
        })
    }

    /// A draft in the archive, or the release of the one that lies there.
    async fn draft(&self, service: &Service, id: AgreementId, now: DateTime<Utc>) -> Result<Made, Failure> {
        let correction = self.corrects.clone().map(|nl| Text { nl, en: self.corrects_en.clone() });
        let draft = if self.release {
            let found = release_report::find_draft(service, id, self.period).await?;
            found.ok_or_else(|| {
                Failure::Input(format!(
                    "there is no draft of the report on {}: make one, and look at it",
                    self.period
                ))
            })?
        } else {
            release_report::make_draft(service, id, self.period, correction, Who::Command, now).await?
        };
        let mut made = Made {
            agreement: self.agreement.clone(),
            period: self.period,
            n_rounds: draft.facts.rounds_in_period().count(),
            data_hash: draft.report.data_hash.clone(),
            state: "drafted",
            number: draft.report.number,
            files: Vec::new(),
            link: None,
        };
        if !self.release {
            return Ok(made);
        }
        let released =
            release_report::release(service, id, self.period, &draft.seen(), Who::Command, now).await?;
        let (key, base) = (service.key.clone(), service.config.base_url.clone());
        let (slug, name) = (self.agreement.clone(), self.period.to_string());
        made.link = service
            .store
            .read("make the link", move |connection| report_url(connection, &key, &base, id, &slug, &name))
            .await
            .map_err(crate::app::AppError::from)?;
        let folder = |l| render_report::folder(service, &self.agreement, self.period, released.number, l);
        made.files = Language::ALL.into_iter().map(|l| folder(l).display().to_string()).collect();
        made.state = "released";
        Ok(made)
    }
}
