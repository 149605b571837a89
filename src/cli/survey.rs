//! `polsslag survey`: what stays comparable between two editions, and a script for thinking aloud over one.

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Subcommand;

use super::{Format, Outcome, Place, parse_language, print_json, read_survey};
use crate::app::AppError;
use crate::app::agreement::{base_survey, move_edition};
use crate::domain::edition::{Comparison, Fate, Line, compare};
use crate::domain::language::Language;
use crate::report::forms::think_aloud;
use crate::store::audit::Who;

#[derive(Subcommand)]
pub(super) enum Survey {
    /// Say which lines and statements go on when one survey takes the place of another
    Compare {
        /// Survey file as it was, or core-pulse
        old: PathBuf,
        /// Survey file as it will be, or core-pulse
        new: PathBuf,
    },
    /// Move an agreement to the edition of its survey that came with this program
    Move {
        /// Short name of the agreement
        agreement: String,
        /// Only say what would stay comparable
        #[arg(long)]
        dry_run: bool,
    },
    /// Write a script for eight talks in which people think aloud over a survey: a page and a PDF
    ThinkAloud {
        /// Survey file, or core-pulse
        survey: PathBuf,
        /// Folder for think-aloud.html and think-aloud.pdf
        #[arg(long, value_name = "DIR", default_value = ".")]
        out: PathBuf,
        /// Language of the script: nl or en
        #[arg(long, default_value = "nl", value_parser = parse_language)]
        lang: Language,
    },
}

impl Survey {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        match self {
            Survey::Compare { old, new } => tell(&compare(&read_survey(&old)?, &read_survey(&new)?), format),
            Survey::Move { agreement, dry_run } => {
                let service = place.service().await?;
                let id = service.find_agreement(&agreement).await?;
                if dry_run {
                    let found = move_edition::find(&service, id).await?;
                    return match found {
                        Some(edition) => tell(&edition.comparison, format),
                        None => Err(AppError::from(base_survey::Refusal::NothingNewer).into()),
                    };
                }
                let edition = move_edition::move_on(&service, id, Who::Command, super::now()).await?;
                tell(&edition.comparison, format)
            }
            Survey::ThinkAloud { survey, out, lang } => think(place, &survey, &out, lang),
        }
    }
}

fn tell(found: &Comparison, format: Format) -> Outcome {
    if format == Format::Json {
        return print_json(found);
    }
    for theme in &found.themes {
        let line = match theme.line {
            Line::GoesOn => "its line goes on",
            Line::GoesOnInPart => "its line goes on behind a gap, compared over what is the same",
            Line::BeginsAnew => "its line breaks off and begins anew",
            Line::Begins => "gets a line",
            Line::Ends => "its line ends",
            Line::None => "has no line",
        };
        say!("{}: {line}", theme.id);
        for (statement, fate) in &theme.statements {
            let fate = match fate {
                Fate::Same => continue,
                Fate::Changed => "asked in other words or on another scale",
                Fate::Gone => "no longer asked",
                Fate::New => "new",
            };
            say!("  {statement}: {fate}");
        }
    }
    if found.signals_go_on {
        say!("signals go on");
    } else {
        say!("signals begin anew: less than half of a theme that they take stays the same");
    }
    Ok(())
}

fn think(place: &Place, survey: &Path, out: &Path, language: Language) -> Outcome {
    let script = think_aloud::script(&read_survey(survey)?, language, super::now().date_naive());
    let config = place.config()?;
    let look = config.look_of(&script.survey);
    let pdf = think_aloud::pdf(&script, look).context("could not typeset the script")?;
    std::fs::create_dir_all(out).with_context(|| format!("could not make {}", out.display()))?;
    for (name, bytes) in
        [("think-aloud.html", think_aloud::page(&script, look).into_bytes()), ("think-aloud.pdf", pdf)]
    {
        let path = out.join(name);
        std::fs::write(&path, bytes).with_context(|| format!("could not write {}", path.display()))?;
        say!("wrote {}", path.display());
    }
    Ok(())
}
