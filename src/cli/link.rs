//! `polsslag link`: the newcomer's page for somebody without a seat, until a day.

use chrono::{NaiveDate, Utc};
use clap::Subcommand;
use serde::Serialize;

use super::{Format, Outcome, Place, print_json};
use crate::app::offer_link;

#[derive(Subcommand)]
pub(super) enum Link {
    /// Make a link to the newcomer's page; it is printed once and kept nowhere
    Make {
        /// Short name of the agreement
        agreement: String,
        /// Last day on which it works
        #[arg(long, value_name = "YYYY-MM-DD")]
        until: NaiveDate,
    },
    /// List an agreement's links
    List {
        /// Short name of the agreement
        agreement: String,
    },
    /// End a link at once
    Revoke {
        /// Short name of the agreement
        agreement: String,
        /// The link's number
        number: i64,
    },
}

#[derive(Serialize)]
struct Line {
    number: i64,
    ends_on: NaiveDate,
    is_revoked: bool,
}

#[derive(Serialize)]
struct Made {
    number: i64,
    url: String,
    ends_on: NaiveDate,
}

impl Link {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.service().await?;
        match self {
            Link::Make { agreement, until } => {
                let id = service.find_agreement(&agreement).await?;
                let (number, url) = offer_link::make(&service, id, until, Utc::now()).await?;
                if format == Format::Json {
                    return print_json(&Made { number: number.0, url, ends_on: until });
                }
                say!("link {number}, until {until}: {url}");
                Ok(())
            }
            Link::List { agreement } => {
                let id = service.find_agreement(&agreement).await?;
                let lines: Vec<Line> = offer_link::list(&service, id)
                    .await?
                    .into_iter()
                    .map(|link| Line {
                        number: link.id.0,
                        ends_on: link.ends_on,
                        is_revoked: link.is_revoked,
                    })
                    .collect();
                if format == Format::Json {
                    return print_json(&lines);
                }
                for line in lines {
                    let state = if line.is_revoked { "revoked" } else { "works" };
                    say!("{:>4}  {state} until {}", line.number, line.ends_on);
                }
                Ok(())
            }
            Link::Revoke { agreement, number } => {
                let id = service.find_agreement(&agreement).await?;
                offer_link::revoke(&service, id, number, Utc::now()).await?;
                say!("link {number} is revoked");
                Ok(())
            }
        }
    }
}
