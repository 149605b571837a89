//! `polsslag report`: a trend report into a folder, or into the archive with a link.

use std::path::PathBuf;

use chrono::Utc;
use clap::Args;
use serde::Serialize;

use super::{Failure, Format, Outcome, Place, print_json};
use crate::app::compose_message::report_url;
use crate::app::{find_signals, make_report};
use crate::domain::language::Language;
use crate::domain::period::Period;
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
    /// Write report.html, figures and data.csv here, and nothing else
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Kill every link to this report that was given out
    #[arg(long, conflicts_with = "out")]
    revoke_links: bool,
}

#[derive(Serialize)]
struct Made {
    agreement: String,
    period: Period,
    n_rounds: usize,
    data_hash: String,
    files: Vec<String>,
    link: Option<String>,
}

impl Report {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.service().await?;
        let id = service.find_agreement(&self.agreement).await?;
        if self.revoke_links {
            make_report::revoke(&service, id, self.period, Utc::now()).await?;
            say!("links to the report on {} no longer work", self.period);
            return Ok(());
        }
        let made = match &self.out {
            Some(folder) => {
                find_signals::freeze(&service, id).await?;
                let facts = make_report::gather(&service, id, self.period).await?;
                let files = make_report::render(&facts, self.lang)?;
                make_report::write(folder, &files)?;
                Made {
                    agreement: self.agreement,
                    period: self.period,
                    n_rounds: facts.rounds_in_period().count(),
                    data_hash: facts.data_hash,
                    files: files.iter().map(|file| folder.join(&file.name).display().to_string()).collect(),
                    link: None,
                }
            }
            None => {
                let facts = make_report::publish(&service, id, self.period, Who::Command, Utc::now()).await?;
                let (key, base, slug) =
                    (service.key.clone(), service.config.base_url.clone(), self.agreement.clone());
                let name = self.period.to_string();
                let link = service
                    .store
                    .read("make the link", move |connection| {
                        report_url(connection, &key, &base, id, &slug, &name)
                    })
                    .await
                    .map_err(crate::app::AppError::from)?;
                let folders =
                    Language::ALL.map(|l| make_report::folder(&service, &self.agreement, self.period, l));
                Made {
                    agreement: self.agreement,
                    period: self.period,
                    n_rounds: facts.rounds_in_period().count(),
                    data_hash: facts.data_hash,
                    files: folders.iter().map(|folder| folder.display().to_string()).collect(),
                    link,
                }
            }
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
        if let Some(link) = &made.link {
            say!("{link}");
        }
        Ok::<(), Failure>(())
    }
}
