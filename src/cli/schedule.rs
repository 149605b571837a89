//! `polsslag schedule`: the next rounds of a survey, with reminders and closing.

use std::path::PathBuf;

use chrono::{DateTime, SecondsFormat, Utc};
use clap::Args;
use serde::Serialize;

use super::{Failure, Format, Outcome, print_json, read_survey};

#[derive(Args)]
pub(super) struct Schedule {
    /// Survey file
    survey: PathBuf,
    /// How many rounds
    #[arg(long, default_value_t = 4, value_name = "N")]
    next: usize,
    /// Seen from this instant, such as 2026-03-01T00:00:00Z [default: now]
    #[arg(long, value_name = "RFC3339")]
    from: Option<DateTime<Utc>>,
}

#[derive(Serialize)]
struct Line {
    local: String,
    utc: String,
    closes_utc: String,
    reminders_utc: Vec<String>,
}

impl Schedule {
    pub(super) fn run(self, format: Format) -> Outcome {
        let survey = read_survey(&self.survey)?;
        let Some(schedule) = survey.schedule else {
            return Err(Failure::Input(format!("survey \"{}\" has no [schedule]", survey.id)));
        };
        let from = self.from.unwrap_or_else(super::now);
        let occurrences =
            schedule.list_next(from, self.next).map_err(|error| Failure::Input(error.to_string()))?;
        let utc = |at: &DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let lines: Vec<Line> = occurrences
            .iter()
            .map(|occurrence| Line {
                local: occurrence.local.to_rfc3339(),
                utc: utc(&occurrence.opens_at()),
                closes_utc: utc(&occurrence.closes_at),
                reminders_utc: occurrence.reminders_at.iter().map(utc).collect(),
            })
            .collect();
        if format == Format::Json {
            return print_json(&lines);
        }
        for (line, occurrence) in lines.iter().zip(&occurrences) {
            say!(
                "opens {} ({}; {}), reminds {}, closes {}",
                occurrence.local.format("%a %Y-%m-%d %H:%M"),
                schedule.time_zone,
                line.utc,
                if line.reminders_utc.is_empty() {
                    "never".to_owned()
                } else {
                    line.reminders_utc.join(" and ")
                },
                line.closes_utc
            );
        }
        Ok(())
    }
}
