//! `polsslag import answers`: earlier measurements, all or nothing.

use std::path::PathBuf;

use clap::Subcommand;

use super::{Failure, Format, Outcome, Place, print_json, read_survey, report_problems};
use crate::app::answers::import_answers;
use crate::catalogue::answers_file;

#[derive(Subcommand)]
pub(super) enum Import {
    /// Import answers: a CSV file with round,date,partner,respondent,role,item,value
    Answers {
        /// Answers file
        answers: PathBuf,
        /// Short name of the agreement
        #[arg(long)]
        agreement: String,
        /// Survey file that the items are of, or "core-pulse"
        #[arg(long, value_name = "FILE")]
        survey: PathBuf,
        /// Roster file with round,date,partner,respondent,role: one row per invited person
        #[arg(long, value_name = "FILE")]
        roster: Option<PathBuf>,
        /// Add partners that the agreement does not have
        #[arg(long)]
        add_partners: bool,
    },
}

impl Import {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let Import::Answers { answers, agreement, survey, roster, add_partners } = self;
        let survey = read_survey(&survey)?;
        let read = |path: &PathBuf| {
            std::fs::read(path)
                .map_err(|error| Failure::Input(format!("could not read {}: {error}", path.display())))
        };
        let bytes = read(&answers)?;
        let roster_bytes = roster.as_ref().map(read).transpose()?;
        let names = (answers.display().to_string(), roster.map(|path| path.display().to_string()));
        let roster = names.1.as_deref().zip(roster_bytes.as_deref());
        let rounds = answers_file::parse((&names.0, &bytes), roster, &survey).map_err(|problems| {
            report_problems(&problems);
            eprintln!("polsslag: nothing was imported");
            Failure::Reported
        })?;
        let service = place.service().await?;
        let id = service.find_agreement(&agreement).await?;
        let imported =
            import_answers::import(&service, id, survey, rounds, add_partners, super::now()).await?;
        if format == Format::Json {
            return print_json(&imported);
        }
        say!(
            "imported {} rounds, {} sheets, {} answers{}",
            imported.n_rounds,
            imported.n_sheets,
            imported.n_answers,
            if imported.n_partners_added > 0 {
                format!("; added {} partners", imported.n_partners_added)
            } else {
                String::new()
            }
        );
        Ok(())
    }
}
