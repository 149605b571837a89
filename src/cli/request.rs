//! `polsslag request`: what people asked for in their own name; for facilitators.

use chrono::{DateTime, Utc};
use clap::Subcommand;
use serde::Serialize;

use super::{Format, Outcome, Place, print_json};
use crate::app::people::ask_conversation::{self, Named};
use crate::store::audit::Who;

#[derive(Subcommand)]
pub(super) enum Request {
    /// List an agreement's requests, oldest first, with who asks
    List {
        /// Short name of the agreement
        agreement: String,
    },
    /// Print a proposal as the draft of an adjustment, for the agreement's file: what is empty is the table's to decide
    Draft {
        /// Short name of the agreement
        agreement: String,
        /// The request's number
        number: i64,
        /// Id of the article that would change [default: the one about the resident's voice]
        #[arg(long)]
        article: Option<String>,
    },
    /// A request has been dealt with
    Done {
        /// Short name of the agreement
        agreement: String,
        /// The request's number
        number: i64,
    },
}

#[derive(Serialize)]
struct Line {
    number: i64,
    asked_at: DateTime<Utc>,
    state: &'static str,
    kind: &'static str,
    name: String,
    mail: String,
    partner: Option<String>,
    with: Option<String>,
    theme: Option<String>,
    text: String,
}

impl From<Named> for Line {
    fn from(named: Named) -> Line {
        Line {
            number: named.request.id.0,
            asked_at: named.request.asked_at,
            state: named.request.state.code(),
            kind: named.request.kind.code(),
            name: named.name,
            mail: named.mail,
            partner: named.partner,
            with: named.with,
            theme: named.request.theme,
            text: named.request.text,
        }
    }
}

impl Request {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.service().await?;
        match self {
            Request::List { agreement } => {
                let id = service.find_agreement(&agreement).await?;
                let lines: Vec<Line> =
                    ask_conversation::list(&service, id).await?.into_iter().map(Line::from).collect();
                if format == Format::Json {
                    return print_json(&lines);
                }
                for line in lines {
                    let with = line.with.map_or_else(String::new, |with| format!(" with {with}"));
                    let theme = line.theme.map_or_else(String::new, |theme| format!(" about {theme}"));
                    let partner = line.partner.unwrap_or_default();
                    say!(
                        "{:>4}  {}  {}  {}{with}{theme}",
                        line.number,
                        line.asked_at.date_naive(),
                        line.state,
                        line.kind
                    );
                    say!("      {} ({partner}) <{}>", line.name, line.mail);
                    if !line.text.is_empty() {
                        say!("      “{}”", line.text.replace('\n', " / "));
                    }
                }
                Ok(())
            }
            Request::Draft { agreement, number, article } => {
                let id = service.find_agreement(&agreement).await?;
                let draft =
                    ask_conversation::draft_adjustment(&service, id, number, article, super::now()).await?;
                say!("{}", draft.trim_end());
                Ok(())
            }
            Request::Done { agreement, number } => {
                let id = service.find_agreement(&agreement).await?;
                ask_conversation::finish(&service, id, number, Who::Command, super::now()).await?;
                say!("request {number} is done");
                Ok(())
            }
        }
    }
}
