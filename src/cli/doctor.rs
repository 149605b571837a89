//! `polsslag doctor`: what receivers learn about the sender's domain.

use std::net::SocketAddr;

use clap::Args;

use super::{Failure, Format, Outcome, Place, print_json};
use crate::delivery::doctor::{Verdict, examine};
use crate::domain::language::Language;
use crate::words::tr;

#[derive(Args)]
pub(super) struct Doctor {
    /// A name server to ask instead of the system's, such as 192.0.2.53:53
    #[arg(long, value_name = "ADDRESS")]
    nameserver: Option<SocketAddr>,
}

impl Doctor {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let config = place.config()?;
        let findings =
            examine(&config.mail.from, config.mail.dkim_selector.as_deref(), self.nameserver).await;
        if format == Format::Json {
            print_json(&findings)?;
        } else {
            for one in &findings {
                let verdict = match one.verdict {
                    Verdict::Good => "good",
                    Verdict::Weak => "too weak",
                    Verdict::Missing => "missing",
                    Verdict::Unknown => "unknown",
                };
                say!("{}: {verdict} {}", one.record, one.found);
                if let Some(advice) = one.advice {
                    say!("  {}", tr(Language::En, advice));
                }
            }
        }
        let is_bad = findings.iter().any(|one| matches!(one.verdict, Verdict::Missing | Verdict::Weak));
        if is_bad { Err(Failure::Reported) } else { Ok(()) }
    }
}
