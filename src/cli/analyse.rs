//! `polsslag analyse`: all statistics of a plain answers file, without a database.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::{Failure, Format, Outcome, print_json, read_text, report_problems};
use crate::app::report::make_report::PROGRAM;
use crate::app::signals::gather_panel;
use crate::catalogue::{CORE_PULSE, answers_file, survey_file};
use crate::insight::analysis::{Analysis, analyse};
use crate::insight::signal::calibrate::Cache;
use crate::insight::signal::find::{Signal, find_signals};
use crate::report::forms::appendix;

#[derive(Args)]
pub(super) struct Analyse {
    /// Answers file: CSV with round,date,partner,respondent,role,item,value
    answers: PathBuf,
    /// Survey file that the items are of, or "core-pulse"; ids, scale, dimensions and reversed suffice
    #[arg(long, value_name = "FILE")]
    survey: PathBuf,
    /// Roster file with round,date,partner,respondent,role: one row per invited person
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,
}

#[derive(Serialize)]
struct Printed<'p> {
    #[serde(flatten)]
    analysis: &'p Analysis,
    signals: &'p [Signal],
}

impl Analyse {
    pub(super) fn run(&self, format: Format) -> Outcome {
        let is_core = !self.survey.exists() && self.survey.to_str() == Some("core-pulse");
        let text = if is_core { CORE_PULSE.to_owned() } else { read_text(&self.survey)? };
        let (survey, problems) = survey_file::parse_without_words(&self.survey.display().to_string(), &text);
        let survey = survey.ok_or_else(|| {
            report_problems(&problems);
            Failure::Reported
        })?;
        let read = |path: &PathBuf| {
            std::fs::read(path)
                .map_err(|error| Failure::Input(format!("could not read {}: {error}", path.display())))
        };
        let bytes = read(&self.answers)?;
        let roster = self.roster.as_ref().map(|path| Ok((path.display().to_string(), read(path)?)));
        let roster: Option<(String, Vec<u8>)> = roster.transpose().map_err(|failure: Failure| failure)?;
        let roster = roster.as_ref().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        let rounds = answers_file::parse((&self.answers.display().to_string(), &bytes), roster, &survey)
            .map_err(|problems| {
                report_problems(&problems);
                Failure::Reported
            })?;
        let panel = gather_panel::of_files(&survey, &rounds);
        let analysis = analyse(&panel, PROGRAM);
        let signals = find_signals(&panel, &mut Cache::default());
        if format == Format::Json {
            return print_json(&Printed { analysis: &analysis, signals: &signals });
        }
        say!("{}", appendix::text(&panel, &analysis, &signals));
        Ok(())
    }
}
