//! `polsslag person`: send somebody the way to their own data, or erase them.

use clap::Subcommand;

use super::{Failure, Format, Outcome, Place, print_json};
use crate::app::people::answer_person;
use crate::store::audit::Who;

#[derive(Subcommand)]
pub(super) enum Person {
    /// Mail somebody the way to everything that is kept of them; nobody else sees it
    SendData {
        /// Short name of the agreement
        agreement: String,
        /// The person's address
        address: String,
    },
    /// Take somebody out for good: name, address, answers, requests; frozen figures stay
    Erase {
        /// Short name of the agreement
        agreement: String,
        /// The person's address
        address: String,
        /// The address once more, so that nobody is erased by a slip
        #[arg(long)]
        confirm: String,
    },
}

impl Person {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.service().await?;
        let unknown =
            |address: &str| Failure::Input(format!("nobody has the address {address} in this agreement"));
        match self {
            Person::SendData { agreement, address } => {
                let id = service.find_agreement(&agreement).await?;
                if !answer_person::send_data(&service, id, &address, Who::Command, super::now()).await? {
                    return Err(unknown(&address));
                }
                if format == Format::Json {
                    return print_json(&serde_json::json!({ "queued": 1 }));
                }
                say!("a mail with the way to their data is queued");
                Ok(())
            }
            Person::Erase { agreement, address, confirm } => {
                if !confirm.eq_ignore_ascii_case(&address) {
                    return Err(Failure::Input(
                        "--confirm is another address: give the same one twice".to_owned(),
                    ));
                }
                let id = service.find_agreement(&agreement).await?;
                let n = answer_person::erase(&service, id, &address, Who::Command, super::now()).await?;
                let n = n.ok_or_else(|| unknown(&address))?;
                if format == Format::Json {
                    return print_json(&serde_json::json!({ "sheets_erased": n }));
                }
                say!("erased, with {n} answer sheets; frozen figures stay");
                Ok(())
            }
        }
    }
}
