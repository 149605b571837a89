//! `polsslag comment`: read a round's open answers before they are shared, and mask what must not be seen.

use clap::Subcommand;

use super::{Format, Outcome, Place, print_json};
use crate::app::answers::screen_comments;
use crate::domain::language::Language;

#[derive(Subcommand)]
pub(super) enum Comment {
    /// List the comments of a closed round by code, in no order that says anything
    List {
        /// Short name of the agreement
        agreement: String,
        /// Round number
        round: u32,
    },
    /// Take a comment off every page; it is never rewritten
    Mask(Decision),
    /// Show a comment again
    Unmask(Decision),
}

#[derive(clap::Args)]
pub(super) struct Decision {
    /// Short name of the agreement
    agreement: String,
    /// Round number
    round: u32,
    /// The comment's code
    code: String,
    /// Who decides, for the log
    #[arg(long)]
    by: String,
    /// Why, for the log
    #[arg(long)]
    reason: String,
}

impl Comment {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.service().await?;
        match self {
            Comment::List { agreement, round } => {
                let id = service.find_agreement(&agreement).await?;
                let lines = screen_comments::list(&service, id, round).await?;
                if format == Format::Json {
                    return print_json(&lines);
                }
                let mut question = None;
                for line in lines {
                    if question != line.question {
                        question.clone_from(&line.question);
                        say!("{}", question.as_ref().map_or("", |text| text.get(Language::En)));
                    }
                    let mark = if line.is_masked { " (masked)" } else { "" };
                    say!("{}{mark}  {}", line.code, line.text.replace('\n', " / "));
                }
                Ok(())
            }
            Comment::Mask(decision) => decision.carry_out(&service, true).await,
            Comment::Unmask(decision) => decision.carry_out(&service, false).await,
        }
    }
}

impl Decision {
    async fn carry_out(self, service: &crate::app::Service, is_masked: bool) -> Outcome {
        let id = service.find_agreement(&self.agreement).await?;
        let masking = screen_comments::Masking { is_masked, who: self.by, reason: self.reason };
        screen_comments::mask(service, id, self.round, self.code.clone(), masking, super::now()).await?;
        say!("comment {} is {}", self.code, if is_masked { "masked" } else { "shown again" });
        Ok(())
    }
}
