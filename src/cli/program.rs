//! `polsslag program`: keys with which programs read one agreement.

use clap::Subcommand;

use super::{Failure, Format, Outcome, Place, print_json};
use crate::app::installation::manage_programs;
use crate::domain::ids::ApiTokenId;
use crate::store::audit::Who;

#[derive(Subcommand)]
pub(super) enum Program {
    /// Make a key; it is printed once
    Admit {
        /// Short name of the agreement that it opens
        agreement: String,
        /// What it is for
        label: String,
        /// It may also set up webhooks
        #[arg(long)]
        may_write: bool,
    },
    /// List an agreement's keys
    List {
        /// Short name of the agreement
        agreement: String,
    },
    /// Take a key back
    Revoke {
        /// Short name of the agreement
        agreement: String,
        /// Number of the key, as in the list
        number: i64,
    },
}

impl Program {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.service().await?;
        match self {
            Program::Admit { agreement, label, may_write } => {
                let id = service.find_agreement(&agreement).await?;
                let made =
                    manage_programs::make_token(&service, id, &label, may_write, Who::Command, super::now())
                        .await?;
                if format == Format::Json {
                    return print_json(&serde_json::json!({ "number": made.0, "key": made.1.reveal() }));
                }
                say!("{}", made.1.reveal());
                Ok(())
            }
            Program::List { agreement } => {
                let id = service.find_agreement(&agreement).await?;
                let all = manage_programs::list(&service, id).await?.tokens;
                if format == Format::Json {
                    let rows: Vec<_> = all
                        .iter()
                        .map(|one| {
                            serde_json::json!({
                                "number": one.id, "label": one.label, "may_write": one.may_write, "is_revoked": one.is_revoked
                            })
                        })
                        .collect();
                    return print_json(&rows);
                }
                for one in &all {
                    let may = if one.may_write { "reads and writes" } else { "reads" };
                    let state = if one.is_revoked { "revoked" } else { "in use" };
                    say!("{} {} ({may}, {state})", one.id, one.label);
                }
                Ok(())
            }
            Program::Revoke { agreement, number } => {
                let id = service.find_agreement(&agreement).await?;
                let done =
                    manage_programs::revoke(&service, id, ApiTokenId(number), Who::Command, super::now())
                        .await?;
                if done { Ok(()) } else { Err(Failure::Input(format!("there is no key {number} in use"))) }
            }
        }
    }
}
