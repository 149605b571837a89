//! `polsslag agreement`: import, list, show.

use std::path::PathBuf;

use clap::Subcommand;

use super::{
    Failure, Format, Outcome, Place, find_survey, print_json, read_survey, read_text, report_problems,
};
use crate::app::agreement::import_agreement;
use crate::catalogue::{agreement_file, agreement_writer};
use crate::domain::language::Language;
use crate::store::agreement as stored;
use crate::store::audit::Who;
use crate::words;

#[derive(Subcommand)]
pub(super) enum Agreement {
    /// Import an agreement file; a second time changes nothing
    Import {
        /// Agreement file
        file: PathBuf,
        /// Survey file, instead of the one beside it
        #[arg(long, value_name = "FILE")]
        survey: Option<PathBuf>,
        /// Only say what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// List agreements
    List,
    /// Write an agreement as the file that it can be imported from, adjustments made on screen included
    Export {
        /// Short name
        agreement: String,
    },
    /// Show an agreement with its whole cast
    Show {
        /// Short name
        agreement: String,
    },
}

impl Agreement {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        match self {
            Agreement::Import { file, survey, dry_run } => {
                import(place, format, &file, survey, dry_run).await
            }
            Agreement::List => {
                let service = place.service().await?;
                let all = service
                    .store
                    .read("list agreements", stored::list)
                    .await
                    .map_err(crate::app::AppError::from)?;
                let names: Vec<String> = all.into_iter().map(|(_, slug)| slug).collect();
                if format == Format::Json {
                    return print_json(&names);
                }
                for name in names {
                    say!("{name}");
                }
                Ok(())
            }
            Agreement::Export { agreement } => {
                let service = place.service().await?;
                let id = service.find_agreement(&agreement).await?;
                let cast = service.store.read("read the agreement", move |c| stored::get(c, id)).await;
                let cast = cast.map_err(crate::app::AppError::from)?;
                say!("{}", agreement_writer::write(&cast).map_err(anyhow::Error::from)?.trim_end());
                Ok(())
            }
            Agreement::Show { agreement } => {
                let service = place.service().await?;
                let id = service.find_agreement(&agreement).await?;
                let cast = service
                    .store
                    .read("read the agreement", move |connection| stored::get(connection, id))
                    .await
                    .map_err(crate::app::AppError::from)?;
                if format == Format::Json {
                    return print_json(&cast);
                }
                say!("{} ({})\n{}\n", cast.title.nl, cast.id, cast.purpose.nl);
                for article in &cast.articles {
                    say!(
                        "{} [{}] since {}\n  {}",
                        article.id,
                        article.kind.code(),
                        article.since,
                        article.text.nl
                    );
                }
                say!();
                for partner in &cast.partners {
                    let n = cast
                        .people
                        .iter()
                        .filter(|p| p.seat.is_some() && p.partner.as_ref() == Some(&partner.id))
                        .count();
                    say!("{} {} ({}), {n} seats", partner.id, partner.name, partner.kind.code());
                }
                Ok(())
            }
        }
    }
}

async fn import(
    place: &Place,
    format: Format,
    file: &std::path::Path,
    survey: Option<PathBuf>,
    dry_run: bool,
) -> Outcome {
    let given = survey.as_deref().map(read_survey).transpose()?;
    let find = |id: &str| match &given {
        Some(survey) => (survey.id == id).then(|| survey.clone()),
        None => find_survey(file, id),
    };
    let text = read_text(file)?;
    let (agreement, problems) = agreement_file::parse(&file.display().to_string(), &text, &find);
    report_problems(&problems);
    let Some(agreement) = agreement else { return Err(Failure::Reported) };
    let Some(survey) = find(&agreement.survey) else { return Err(Failure::Reported) };
    let service = place.new_service().await?;
    let imported =
        import_agreement::import(&service, agreement, survey, dry_run, Who::Command, super::now()).await?;
    if format == Format::Json {
        return print_json(&imported);
    }
    let verb = if dry_run { "would " } else { "" };
    for change in &imported.changes {
        say!("{verb}{}", words::change(Language::En, change));
    }
    match imported.survey_version {
        _ if !imported.is_change() => {
            say!("nothing changed: agreement {} is as the file has it", imported.agreement);
        }
        Some(version) if imported.is_new_survey_version => {
            say!("{verb}put survey version {version} in force from the next round on");
        }
        _ => {}
    }
    if imported.keeps_edition {
        say!(
            "it goes on asking the edition of the survey that it asked: \"polsslag survey move {}\" brings it to this one",
            imported.agreement
        );
    }
    if imported.n_withdrawn > 0 {
        say!(
            "{verb}end {} links of open rounds whose seat passed on, and discard what was answered with them",
            imported.n_withdrawn
        );
    }
    if imported.n_replanned > 0 {
        say!("{verb}plan {} rounds anew", imported.n_replanned);
    }
    Ok(())
}
