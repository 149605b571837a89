//! `polsslag round`: what a person does with rounds.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveTime, Utc};
use clap::Subcommand;
use serde::Serialize;

use super::{Failure, Format, Outcome, Place, print_json, read_text, report_problems};
use crate::app::AppError;
use crate::app::round::share_round;
use crate::catalogue::outcome_file;
use crate::domain::calendar::{find_zone, resolve};
use crate::store::agreement as stored;
use crate::store::audit::Who;

#[derive(Subcommand)]
pub(super) enum Round {
    /// List the rounds of an agreement
    List {
        /// Short name
        agreement: String,
    },
    /// Share a closed round: respondents see the results and get a mail
    Share {
        /// Short name
        agreement: String,
        /// Round number
        round: u32,
        /// What was said and done: said = { nl = "…", en = "…" } and did = { nl = "…", en = "…" }
        #[arg(long, value_name = "FILE")]
        outcome: PathBuf,
        /// The comments were read (polsslag comment list) and may be shown, as far as enough people wrote one
        #[arg(long)]
        comments_read: bool,
    },
    /// Let an open round close at the end of a later day
    Extend {
        /// Short name
        agreement: String,
        /// Round number
        round: u32,
        /// Last day
        #[arg(long, value_name = "YYYY-MM-DD")]
        until: NaiveDate,
    },
    /// Call off an open round, or the next planned one
    Cancel {
        /// Short name
        agreement: String,
        /// Round number; without it the next planned round
        round: Option<u32>,
    },
    /// Plan, open and remind of nothing until `round resume`
    Pause {
        /// Short name
        agreement: String,
    },
    /// Let rounds go on
    Resume {
        /// Short name
        agreement: String,
    },
}

#[derive(Serialize)]
struct Line {
    round: Option<u32>,
    state: &'static str,
    opens_at: chrono::DateTime<Utc>,
    closes_at: chrono::DateTime<Utc>,
    is_imported: bool,
    note: Option<String>,
}

impl Round {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.service().await?;
        match self {
            Round::List { agreement } => {
                let id = service.find_agreement(&agreement).await?;
                let lines: Vec<Line> = share_round::list(&service, id)
                    .await?
                    .into_iter()
                    .map(|round| Line {
                        round: round.number,
                        state: round.state.code(),
                        opens_at: round.plan.opens_at,
                        closes_at: round.plan.closes_at,
                        is_imported: round.is_imported,
                        note: round.note,
                    })
                    .collect();
                if format == Format::Json {
                    return print_json(&lines);
                }
                for line in lines {
                    let number = line.round.map_or("–".to_owned(), |number| number.to_string());
                    let note = line.note.map_or_else(String::new, |note| format!(" ({note})"));
                    say!(
                        "{number:>4}  {:<9} {} to {}{note}",
                        line.state,
                        line.opens_at.format("%Y-%m-%d %H:%MZ"),
                        line.closes_at.format("%Y-%m-%d %H:%MZ")
                    );
                }
                Ok(())
            }
            Round::Share { agreement, round, outcome, comments_read } => {
                let text = read_text(&outcome)?;
                let (read, problems) = outcome_file::parse(&outcome.display().to_string(), &text);
                report_problems(&problems);
                let Some(read) = read else { return Err(Failure::Reported) };
                let id = service.find_agreement(&agreement).await?;
                let n = share_round::share(
                    &service,
                    id,
                    round,
                    Some(read),
                    comments_read,
                    Who::Command,
                    super::now(),
                )
                .await?;
                say!("round {round} is shared; {n} mails are queued");
                Ok(())
            }
            Round::Extend { agreement, round, until } => {
                let id = service.find_agreement(&agreement).await?;
                let cast = service
                    .store
                    .read("read the agreement", move |connection| stored::get(connection, id))
                    .await
                    .map_err(AppError::from)?;
                let zone = find_zone(&cast.time_zone).map_err(|error| Failure::Input(error.to_string()))?;
                let last_second = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN);
                let closes_at = resolve(zone, until.and_time(last_second)).to_utc();
                share_round::extend(&service, id, round, closes_at, Who::Command, super::now()).await?;
                say!("round {round} now closes at the end of {until}");
                Ok(())
            }
            Round::Cancel { agreement, round } => {
                let id = service.find_agreement(&agreement).await?;
                match round {
                    Some(number) => {
                        share_round::cancel(&service, id, number, Who::Command, super::now()).await?;
                        say!("round {number} is called off");
                    }
                    None => {
                        let opens_at =
                            share_round::skip_next(&service, id, Who::Command, super::now()).await?;
                        say!("the round of {} is called off", opens_at.date_naive());
                    }
                }
                Ok(())
            }
            Round::Pause { agreement } => {
                let id = service.find_agreement(&agreement).await?;
                share_round::pause(&service, id, true, Who::Command, super::now()).await?;
                say!("rounds of {agreement} are paused");
                Ok(())
            }
            Round::Resume { agreement } => {
                let id = service.find_agreement(&agreement).await?;
                share_round::pause(&service, id, false, Who::Command, super::now()).await?;
                say!("rounds of {agreement} go on");
                Ok(())
            }
        }
    }
}
