//! `polsslag operator`: who runs the installation.

use clap::Subcommand;

use super::{Failure, Format, Outcome, Place, print_json};
use crate::app::sign_in;
use crate::store::account;

#[derive(Subcommand)]
pub(super) enum Operator {
    /// Let an address sign in as an operator; it begins at the sign-in page
    Invite {
        /// Mail address
        address: String,
    },
    /// Take an operator's right away and end their sessions
    End {
        /// Mail address
        address: String,
    },
    /// Take somebody's second factor away, when a phone was lost
    ResetFactor {
        /// Mail address
        address: String,
    },
    /// List operators
    List,
}

impl Operator {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.new_service().await?;
        let now = super::now();
        match self {
            Operator::Invite { address } => {
                let is_new = sign_in::operator::invite_operator(&service, &address, now).await?;
                let base = &service.config.base_url;
                if format == Format::Json {
                    return print_json(&serde_json::json!({ "operator": address, "is_new": is_new }));
                }
                if is_new {
                    say!("{address} is an operator now: sign in at {base}/sign-in");
                } else {
                    say!("{address} was an operator already: sign in at {base}/sign-in");
                }
                Ok(())
            }
            Operator::End { address } => {
                done(sign_in::operator::end_operator(&service, &address, now).await?, &address, format)
            }
            Operator::ResetFactor { address } => {
                done(sign_in::operator::reset_factor(&service, &address, now).await?, &address, format)
            }
            Operator::List => {
                let all = service.store.read("list operators", account::list_operators).await;
                let all = all.map_err(crate::app::AppError::from)?;
                if format == Format::Json {
                    return print_json(&all);
                }
                all.iter().for_each(|mail| say!("{mail}"));
                Ok(())
            }
        }
    }
}

fn done(done: bool, address: &str, format: Format) -> Outcome {
    if !done {
        return Err(Failure::Input(format!("{address} is nobody of that kind: see polsslag operator list")));
    }
    if format == Format::Json {
        return print_json(&serde_json::json!({ "address": address }));
    }
    say!("done: {address}");
    Ok(())
}
