//! `polsslag check`: every problem of every file at once.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Failure, Format, Outcome, find_survey, has_errors, print_json, read_text};
use crate::catalogue::{Problem, agreement_file, is_agreement, survey_file};

#[derive(Args)]
pub(super) struct Check {
    /// Survey and agreement files, or folders of them
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl Check {
    pub(super) fn run(self, format: Format) -> Outcome {
        let mut files = Vec::new();
        for path in &self.paths {
            list_files(path, &mut files)?;
        }
        let mut problems: Vec<Problem> = Vec::new();
        for file in &files {
            let text = read_text(file)?;
            let name = file.display().to_string();
            problems.extend(if is_agreement(&text) {
                agreement_file::parse(&name, &text, &|id| find_survey(file, id)).1
            } else {
                survey_file::parse(&name, &text).1
            });
        }
        match format {
            Format::Json => print_json(&problems)?,
            Format::Text => {
                for problem in &problems {
                    say!("{problem}");
                }
                if problems.is_empty() {
                    eprintln!("{} files are good", files.len());
                } else if !has_errors(&problems) {
                    eprintln!("{} files can be used, and be better with the advice above", files.len());
                }
            }
        }
        if has_errors(&problems) { Err(Failure::Reported) } else { Ok(()) }
    }
}

/// The files a path stands for: itself, or every `.toml` below it, by name.
fn list_files(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let unreadable = |error| Failure::Input(format!("could not read {}: {error}", path.display()));
    let mut entries: Vec<PathBuf> = path
        .read_dir()
        .map_err(unreadable)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(unreadable)?;
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            list_files(&entry, files)?;
        } else if entry.extension().is_some_and(|extension| extension == "toml") {
            files.push(entry);
        }
    }
    Ok(())
}
