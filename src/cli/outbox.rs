//! `polsslag outbox`: messages that wait for a person's decision.

use clap::Subcommand;

use super::{Format, Outcome, Place, print_json};
use crate::app::installation::watch;
use crate::app::messages::send_messages;

#[derive(Subcommand)]
pub(super) enum Outbox {
    /// List messages that may or may not have arrived, or were refused
    List,
    /// Send one again
    Repeat {
        /// Number in the list
        id: i64,
    },
    /// Leave one as it is
    Drop {
        /// Number in the list
        id: i64,
    },
    /// Send nothing until `outbox resume`
    Pause,
    /// Send again, as after a restore
    Resume,
}

impl Outbox {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.service().await?;
        match self {
            Outbox::List => {
                let undecided = watch::status(&service, super::now()).await?.undecided;
                if format == Format::Json {
                    return print_json(&undecided);
                }
                for message in undecided {
                    let problem = message.problem.unwrap_or_default();
                    say!("{:>6}  {:<5} {:<10} {problem}", message.id, message.channel, message.state);
                }
            }
            Outbox::Repeat { id } => {
                send_messages::decide(&service, id, true, super::now()).await?;
                say!("message {id} is queued again");
            }
            Outbox::Drop { id } => {
                send_messages::decide(&service, id, false, super::now()).await?;
                say!("message {id} is left");
            }
            Outbox::Pause => {
                send_messages::pause_sending(&service, true, super::now()).await?;
                say!("sending is paused");
            }
            Outbox::Resume => {
                send_messages::pause_sending(&service, false, super::now()).await?;
                say!("sending goes on");
            }
        }
        Ok(())
    }
}
