//! `polsslag link`: the newcomer's page or the external summary for somebody without a seat, until a day.

use chrono::NaiveDate;
use clap::Subcommand;
use serde::Serialize;

use super::{Format, Outcome, Place, print_json};
use crate::app::report::offer_link;
use crate::store::audit::Who;
use crate::store::share_link::SharePage;

#[derive(Subcommand)]
pub(super) enum Link {
    /// Make a link to a page; it is printed once and kept nowhere
    Make {
        /// Short name of the agreement
        agreement: String,
        /// Last day on which it works
        #[arg(long, value_name = "YYYY-MM-DD")]
        until: NaiveDate,
        /// What it opens: the newcomer's page, or the external summary of the last released report
        #[arg(long, default_value = "newcomer", value_parser = parse_page)]
        page: SharePage,
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

fn parse_page(text: &str) -> Result<SharePage, String> {
    SharePage::find(text).ok_or_else(|| "expected newcomer or external".to_owned())
}

#[derive(Serialize)]
struct Line {
    number: i64,
    page: &'static str,
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
            Link::Make { agreement, until, page } => {
                let id = service.find_agreement(&agreement).await?;
                let (number, url) =
                    offer_link::make(&service, id, page, until, Who::Command, super::now()).await?;
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
                        page: link.page.code(),
                        ends_on: link.ends_on,
                        is_revoked: link.is_revoked,
                    })
                    .collect();
                if format == Format::Json {
                    return print_json(&lines);
                }
                for line in lines {
                    let state = if line.is_revoked { "revoked" } else { "works" };
                    say!("{:>4}  {:<8}  {state} until {}", line.number, line.page, line.ends_on);
                }
                Ok(())
            }
            Link::Revoke { agreement, number } => {
                let id = service.find_agreement(&agreement).await?;
                offer_link::revoke(&service, id, number, Who::Command, super::now()).await?;
                say!("link {number} is revoked");
                Ok(())
            }
        }
    }
}
